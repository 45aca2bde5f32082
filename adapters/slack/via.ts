/** The adapter's own note on how an event can be answered, stored with it (`ChatEvent.via`). */

import { z } from "zod";

/** Where an answer can be shown. Kept in `private_metadata` while a dialog is open. */
export interface Origin {
  /** Takes "only visible to you" messages anywhere: five of them within half an hour. */
  readonly responseUrl?: string;
  readonly channel?: string;
  readonly thread?: string;
  /** `ts` of the message that was pressed, or that the dialog came from. */
  readonly message?: string;
  /** Only `responseUrl` can change that message. */
  readonly ephemeral?: true;
  /** It was typed, so an ordinary message answers it, as in any conversation. */
  readonly typed?: true;
  /** It began in the home, which is drawn again afterwards. */
  readonly home?: true;
}

/** The dialog or home that an event happened in. */
export interface OpenView {
  readonly id: string;
  readonly hash: string;
  /** 1 is the lowest of at most three. */
  readonly depth: number;
}

export interface Via {
  readonly user: string;
  /** Opens one dialog, within three seconds. */
  readonly trigger?: string;
  readonly origin: Origin;
  /** The open dialog; absent for the home. */
  readonly view?: OpenView;
  readonly homeHash?: string;
  /** Of the form that was submitted or changed. */
  readonly instance?: string;
  /** Of the elements of a form that changed, by input id. */
  readonly ids?: Readonly<Record<string, string>>;
}

export const writeVia = (via: Via): string => JSON.stringify(via);

/** Reads what `writeVia` wrote. */
export const readVia = (via: string): Via => JSON.parse(via) as Via;

/** What a dialog carries along: where it came from, and of a form its context and its own id. */
export interface DialogNote {
  readonly origin: Origin;
  readonly context?: string;
  readonly instance?: string;
}

export const writeNote = (note: DialogNote): string => JSON.stringify(note);

const origin: z.ZodType<Origin> = z.object({
  responseUrl: z.string().exactOptional(),
  channel: z.string().exactOptional(),
  thread: z.string().exactOptional(),
  message: z.string().exactOptional(),
  ephemeral: z.literal(true).exactOptional(),
  typed: z.literal(true).exactOptional(),
  home: z.literal(true).exactOptional(),
});
const note: z.ZodType<DialogNote> = z.object({
  origin,
  context: z.string().exactOptional(),
  instance: z.string().exactOptional(),
});

/** Reads what `writeNote` wrote; a dialog of somebody else carries nothing. */
export function readNote(metadata: string | undefined): DialogNote {
  try {
    return note.parse(JSON.parse(metadata ?? ""));
  } catch {
    return { origin: {} };
  }
}
