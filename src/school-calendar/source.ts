/** What can come out of reading a calendar from outside, and how much of it is read. */

import type { Entry } from "./entry.ts";
import type { OtherFile } from "./file-kind.ts";

/** A school year is some hundred lines; a file of this size is something else. */
export const MOST_BYTES = 5_000_000;
export const MOST_ENTRIES = 10_000;
/** In code points. */
export const TITLE_LENGTH = 120;

export type RefusedBecause =
  /** Neither a calendar file, nor a table, nor lines with dates. */
  | "unreadable"
  | "too_large"
  | "too_many"
  /** Reading it would have taken more time or memory than any calendar of a school does. */
  | "too_costly"
  /** There was nothing with a date in it. */
  | "empty"
  /** A table without a column for what it is or when it is. */
  | "no_columns"
  | OtherFile;

export type Source =
  | {
      readonly kind: "read";
      readonly entries: readonly Entry[];
      /** The file may mean its end dates as last days (CAL-17). */
      readonly endsInDoubt?: boolean;
      /** 3/4/2027 can be read in two ways, and nothing in the file says which. */
      readonly orderInDoubt?: boolean;
      /** Lines of a table or text without a date that could be read, as they were written. */
      readonly unread?: readonly string[];
    }
  | { readonly kind: "refused"; readonly because: RefusedBecause };

export const refused = (because: RefusedBecause): Source => ({ kind: "refused", because });
