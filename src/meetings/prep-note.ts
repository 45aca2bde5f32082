/**
 * Before Meeting 1: a little to read, and a note that somebody of the library writes to themselves alone
 * (systems, row 8). It is never shown to anybody else, and does not go to whoever comes after them.
 */

export interface PrepNote {
  /** `<meeting>/<person>`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly personId: string;
  /** What they know of the partner's work. */
  readonly know: string;
  /** A small good turn that they could do first. */
  readonly turn: string;
  /** What they said of the reading; null while they said nothing. */
  readonly reading: "read" | "skipped" | null;
}

export const prepNoteId = (meetingId: string, personId: string): string =>
  `${meetingId}/${personId}`;

export const newPrepNote = (
  of: Pick<PrepNote, "partnershipId" | "personId">,
  meetingId: string,
): PrepNote => ({
  ...of,
  id: prepNoteId(meetingId, of.personId),
  know: "",
  turn: "",
  reading: null,
});
