/** What each language writes in its own way, wherever it is written: a number of things, a name and its value. */

import type { Locale } from "../team/person.ts";

export interface Grammar {
  /** The words for that many; "#" in them is the number: `counted(2, "# goal", "# goals")`. */
  readonly counted: (many: number, one: string, other: string) => string;
  /** "Goal: Label the carts", with the space before the colon where the language has one. */
  readonly labelled: (label: string, value: string) => string;
}

/** What stands between a name and its value: French has a space before it that no line ends at. */
export const colonIn = (locale: Locale): string => (locale === "fr" ? "\u00A0: " : ": ");

export function grammarOf(locale: Locale): Grammar {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return {
    counted: (many, one, other) =>
      (rules.select(many) === "one" ? one : other).replaceAll("#", digits.format(many)),
    labelled: (label, value) => `${label}${colonIn(locale)}${value}`,
  };
}
