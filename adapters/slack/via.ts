/** The adapter's own note on how an event can be answered, stored with it (`ChatEvent.via`). */

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

/** Reads what `writeNote` wrote; a dialog of somebody else carries nothing. */
export function readNote(metadata: string | undefined): DialogNote {
  try {
    return JSON.parse(metadata ?? "") as DialogNote;
  } catch {
    return { origin: {} };
  }
}
