/** What is said about a typed day that cannot be used. */

import { shorten } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";
import type { LocalDate } from "../time/local-time.ts";

/** How much of what was typed is said back. */
const WORDS_LIMIT = 60;

type UnreadDay =
  | { readonly kind: "none" }
  | { readonly kind: "unread" | "impossible"; readonly words: string }
  | { readonly kind: "several"; readonly dates: readonly LocalDate[] };

/** @param field `optional`: the day may be left out, which the sentence then says. */
export function daySentence(
  reading: UnreadDay,
  typed: string,
  { goals, dates, locale }: Texts,
  { optional = false }: { readonly optional?: boolean } = {},
): string {
  switch (reading.kind) {
    case "none":
    case "unread":
      return (optional ? goals.unreadOptional : goals.unread)(shorten(typed, WORDS_LIMIT));
    case "impossible":
      return goals.impossible(shorten(reading.words, WORDS_LIMIT));
    case "several":
      return goals.several(new Intl.ListFormat(locale).format(reading.dates.map(dates.full)));
  }
}
