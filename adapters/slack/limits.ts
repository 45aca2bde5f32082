/**
 * What Slack takes at most, in characters or items, and texts made to fit. Slack refuses a whole
 * message when one text is a character too long, so nothing is sent that was not cut here first.
 */

/** Values that are safe on every surface (https://docs.slack.dev/reference/block-kit). */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Characters of all blocks together; Slack answers `msg_blocks_too_long` above about 13,200. */
  messageCharacters: 12_000,
  viewCharacters: 30_000,
  messageText: 3_500,
  header: 150,
  text: 3_000,
  context: 2_000,
  field: 2_000,
  fieldsInSection: 10,
  buttonsInRow: 25,
  buttonLabel: 75,
  accessibleName: 75,
  buttonValue: 2_000,
  id: 255,
  optionLabel: 75,
  optionValue: 75,
  selectOptions: 100,
  radioOptions: 10,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputText: 3_000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3_000,
  modalStack: 3,
} as const;

const ELLIPSIS = "…";
/** Control characters but tab and line feed; halves of characters. */
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF]/gu;

/** Without control characters and halves of characters, which Slack refuses or garbles. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, "");

/** One line without blanks around it. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/gu, " ").trim();

/**
 * Cuts a text to `max` UTF-16 units of what `escape` makes of it, never inside a character, and ends
 * it with "…" when something was left out. The result is escaped.
 */
export function shorten(text: string, max: number, escape?: (text: string) => string): string {
  const clean = printable(text);
  const whole = escape ? escape(clean) : clean;
  if (whole.length <= max) return whole;
  let kept = "";
  // No more than this can be kept, since escapes only make it longer.
  for (const character of clean.slice(0, max)) {
    const next = escape ? escape(character) : character;
    if (kept.length + next.length > max - ELLIPSIS.length) break;
    kept += next;
  }
  return `${kept}${ELLIPSIS}`;
}
