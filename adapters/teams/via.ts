/** The adapter's own note on how an event can be answered, stored with it (`ChatEvent.via`). */

import { z } from "zod";
import type { Form } from "../../src/card.ts";
import type { Locale } from "../../src/team/person.ts";

/** Where a form was asked for. It goes through the client with the form, so it is no more than a hint. */
export interface Origin {
  /** The conversation, with its thread. */
  readonly conversation: string;
  /** The message whose button was pressed. */
  readonly message?: string;
}

/** How it reached us, which decides how it can be answered. */
export type By =
  /** A message, which is answered by messages. */
  | "typed"
  /** A card in a chat was pressed; the answer may be a card in its place. */
  | "card"
  /** Something that opens a dialog; the answer is what stands in it. */
  | "fetch"
  /** Something in a dialog; the answer closes it or is what stands in it next. */
  | "dialog"
  /** A file that was offered may come; the answer is the file. */
  | "file"
  /** Teams tells of it, and nobody waits. */
  | "told";

/** Where Teams wants a file that was allowed. */
export interface Upload {
  /** Its name when it was offered. */
  readonly file: string;
  /** Where the bytes go; whoever has it can write there. */
  readonly url: string;
  /** As it is called where it comes to be, which one of the same name changes. */
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

export interface Via {
  readonly by: By;
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly user: string;
  /** Where it was done, with its thread. */
  readonly conversation: string;
  /** It was done where nobody else reads along. */
  readonly isPersonal: boolean;
  readonly locale: Locale;
  /** The message that was pressed, or that the dialog came from. */
  readonly message?: string;
  /** The form that was submitted or changed, and where it was asked for. */
  readonly form?: { readonly form: Form; readonly instance: string; readonly note: string };
  /** Of a file that was allowed. */
  readonly upload?: Upload;
}

export const writeVia = (via: Via): string => JSON.stringify(via);

/** Reads what `writeVia` wrote. */
export const readVia = (via: string): Via => JSON.parse(via) as Via;

export const writeOrigin = (origin: Origin): string => JSON.stringify(origin);

const origin = z.object({ conversation: z.string(), message: z.string().exactOptional() });

/** Where a form was asked for; undefined when the note is none of ours. */
export function readOrigin(note: string): Origin | undefined {
  try {
    return origin.safeParse(JSON.parse(note)).data;
  } catch {
    return undefined;
  }
}
