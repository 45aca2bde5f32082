/** A text as the readers of dates see it: as long as it was, without what only looks like a date. */

const NO_DATES: readonly RegExp[] = [
  // Addresses, paths, names of files and versions.
  /\S*(?::\/\/|\\|@|www\.)\S*/gu,
  /(?<!\S)(?:[~.]{0,2}\/|\p{L}{2,}[\w.-]*\/)\S*\d\S*/gu,
  /(?<![\p{L}\p{N}])v\d+(?:\.\d+)+/giu,
  // What a chat writes for pictures and people.
  /:[a-z0-9_+-]+:|<[@#!][^>]*>/giu,
  // Always open, which is no day in July.
  /(?<![\d/])24\/7(?![\d/])/gu,
];

/** Dashes, blanks and signs around words are those that a keyboard has; every index stays the same. */
export const seen = (typed: string): string =>
  NO_DATES.reduce(
    (text, pattern) => text.replace(pattern, (found) => "\u00b7".repeat(found.length)),
    typed,
  )
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[\u00a0\u202f\u2007\u2009*_~\u0060"\u201c\u201d\u00ab\u00bb]/gu, " ")
    .replace(/\u2019/gu, "'");
