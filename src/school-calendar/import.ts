/** A calendar from outside, whatever it is written in: a calendar file, a table, or pasted lines. */

import { addDays, type LocalDate } from "../time/calendar.ts";
import type { Locale } from "../team/person.ts";
import type { DayOrder } from "../time/when/order.ts";
import { otherFile } from "./file-kind.ts";
import { looksLikeIcs, readIcs } from "./ics.ts";
import { readLines } from "./lines.ts";
import { readEntries, type Reading } from "./reading.ts";
import { MOST_BYTES, refused, type Source } from "./source.ts";
import { looksLikeTable, readTable } from "./table.ts";

export interface ImportOptions {
  /** The day it is at the school. */
  readonly today: LocalDate;
  readonly timezone: string;
  readonly locale: Locale;
  readonly order?: DayOrder;
  readonly endsAreLastDays?: boolean;
  /** The first day of the school year that is on; where nobody knows it, the last first of July. */
  readonly yearStart?: LocalDate;
}

export interface NamedImport extends ImportOptions {
  /** What the calendar is called. */
  readonly name: string;
}

/** What a text says, and what it means where it could be read. */
export interface Imported {
  readonly source: Source;
  readonly reading?: Reading;
}

export function importCalendar(text: string, options: NamedImport): Imported {
  const source = readSource(text, options);
  return source.kind === "read"
    ? { source, reading: readEntries(options.name, source.entries) }
    : { source };
}

/** Repeating events are followed for this school year and the two after it. */
const FOLLOWED_DAYS = 3 * 366;

/** Reads a text of at most 5 MB and 10,000 entries. */
export function readSource(text: string, options: ImportOptions): Source {
  const { today, yearStart } = options;
  if (Buffer.byteLength(text) > MOST_BYTES) return refused("too_large");
  const clean = text.replace(/^\uFEFF/u, "");
  if (clean.trim() === "") return refused("empty");
  const other = otherFile(clean);
  if (other) return refused(other);
  const source = looksLikeIcs(clean)
    ? readIcs(clean, {
        ...options,
        from: yearStart ?? lastJuly(today),
        until: addDays(today, FOLLOWED_DAYS),
      })
    : looksLikeTable(clean)
      ? readTable(clean, options)
      : readLines(clean, options);
  return source.kind === "read" && source.entries.length === 0 ? refused("empty") : source;
}

const lastJuly = (today: LocalDate): LocalDate => {
  const thisYear = `${today.slice(0, 4)}-07-01` as LocalDate;
  return today < thisYear
    ? (`${String(Number(today.slice(0, 4)) - 1)}-07-01` as LocalDate)
    : thisYear;
};
