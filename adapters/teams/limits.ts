/**
 * What Teams takes at most, in characters or items, and texts made to fit. Teams answers 413 to a whole
 * message when it is too long, so nothing is sent that was not cut here first.
 */

/** Few of these are Teams' own: the size of a message and how many buttons stand in a row. */
export const LIMITS = {
  /**
   * UTF-16 units of a card as JSON. A message may have about 100 KB of them, two bytes each
   * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages); this
   * is 72 KB, which leaves room for what surrounds the card.
   */
  cardCharacters: 36_000,
  /** Of the part of a card, or form, that its last row of buttons may take. */
  lastRowCharacters: 12_000,
  elements: 150,
  fallbackText: 4_000,
  /** What a notification shows. */
  summary: 500,
  title: 300,
  text: 3_000,
  field: 2_000,
  columnLine: 2_000,
  columnLines: 30,
  /** Teams draws no more than these side by side; others would be hidden behind "…". */
  buttonsInRow: 6,
  /** Of the labels of one row, each with its frame: about as wide as a card in a chat. */
  rowCharacters: 64,
  buttonFrame: 4,
  /** A longer label leaves no room for the words beside it. */
  labelBeside: 24,
  buttons: 60,
  buttonLabel: 60,
  accessibleName: 120,
  buttonValue: 2_000,
  id: 255,
  optionLabel: 150,
  optionValue: 500,
  options: 100,
  openOptions: 10,
  inputLabel: 300,
  inputHint: 1_000,
  inputText: 3_000,
  inputs: 60,
  /** Written into all texts of a form together. */
  writtenCharacters: 12_000,
  /** Of a form's context and of the adapter's note in it. */
  context: 2_000,
  dialogTitle: 60,
} as const;

const ELLIPSIS = "…";
/** Control characters but tab and line feed; halves of characters. */
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF]/gu;
/** Turn or move what stands after them, in another part of the same line too. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Without control characters, halves of characters and marks that turn other people's text. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/gu, "\n").replace(UNPRINTABLE, "").replace(TURNS, "");

/** One line without blanks around it; what must not be broken stays together. */
export const oneLine = (text: string): string =>
  printable(text)
    .replace(/[^\S\u00a0\u202f]+/gu, " ")
    .trim();

/**
 * Cuts a text to `max` UTF-16 units, never inside a character, and ends it with "…" when something
 * was left out.
 */
export function shorten(text: string, max: number): string {
  const clean = printable(text);
  if (clean.length <= max) return clean;
  let kept = "";
  for (const character of clean.slice(0, max)) {
    if (kept.length + character.length > max - ELLIPSIS.length) break;
    kept += character;
  }
  return `${printable(kept).trimEnd()}${ELLIPSIS}`;
}
