/** What is said about a typed day that cannot be used. */

import { shorten } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";
import type { DateReading } from "../time/when.ts";

/** How much of what was typed is said back. */
const WORDS_LIMIT = 60;

/** @param field `optional`: the day may be left out, which the sentence then says. */
export function daySentence(
  reading: Exclude<DateReading, { kind: "read" }>,
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
