/** What people type, as it is stored: theirs, without what cannot be seen but can do harm. */

/** Moves or turns the text after it, so that a title could disturb the line it stands in. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;
const INVISIBLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line: control characters removed, every run of blanks one space, none at the ends. */
export function oneLine(typed: string): string {
  const visible = typed.replace(/\s/gu, " ").replace(INVISIBLE, "").replace(TURNS, "");
  return visible.replace(/ {2,}/gu, " ").trim();
}

/** As `oneLine`, with the line breaks kept; at most one empty line between two others. */
export function manyLines(typed: string): string {
  return typed
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map(oneLine)
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** True when nothing in it can be seen: blanks, joiners, direction marks. */
export const isBlank = (typed: string): boolean => !SEEN.test(typed);

/** How many characters a person would count, roughly: code points, not UTF-16 units. */
export const lengthOf = (typed: string): number => Array.from(typed).length;

/** With a capital first letter, to stand at the start of a line. */
export function atStart(words: string, locale: string): string {
  const [first = "", ...rest] = Array.from(words);
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** At most `max` code points, the last one "…" when something was left out. */
export function shorten(typed: string, max: number): string {
  // No code point has more than two units: of what is much longer, the rest need not be taken apart.
  const characters = Array.from(typed.slice(0, 2 * max + 2));
  return characters.length <= max
    ? typed
    : `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Cut in two where a word ends, the first part at most `max` code points. A text without a blank in
 * the second half of that is cut hard.
 */
export function cutAt(typed: string, max: number): readonly [first: string, rest: string] {
  const characters = Array.from(typed);
  if (characters.length <= max) return [typed, ""];
  const lastBlank = characters.slice(0, max + 1).lastIndexOf(" ");
  const at = lastBlank > max / 2 ? lastBlank : max;
  return [characters.slice(0, at).join("").trim(), characters.slice(at).join("").trim()];
}
