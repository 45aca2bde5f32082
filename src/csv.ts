/**
 * Tables as files for spreadsheets: RFC 4180, in UTF-8 with its mark, so that accents survive a
 * double-click. A cell that a spreadsheet could take for a formula is made plain text. Pure.
 */

const MARK = "\uFEFF";
/** Also in their full width, which spreadsheets read alike; blanks before them do not protect. */
const FORMULA = /^\s*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|^[\t\r]/u;

/** The rows as a file; the first one names the columns. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
