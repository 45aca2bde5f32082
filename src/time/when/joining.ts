/** Days that stand beside each other and belong together: "Oct 18 to Oct 22", "Monday and Tuesday". */

import { addDays, type LocalDate } from "../calendar.ts";
import type { Found } from "./found.ts";
import { dayOf, type DateWords, type Day } from "./words.ts";

/** In the order of the text, with the two ends of a range as one. */
export function joined(text: string, days: readonly Found[], words: DateWords): readonly Found[] {
  const range = new RegExp(
    `^\\s*(?:-|(?<=\\s)(?:${words.to})(?=\\s))\\s*(?:(?:${words.the})\\s+)?$`,
    "iu",
  );
  const both = new RegExp(`^\\s+(?:${words.and})\\s+(?:(?:${words.the})\\s+)?$`, "iu");
  const between = new RegExp(`(?<!\\p{L})(?:between|entre)(?:\\s+(?:${words.the}))?\\s+$`, "iu");
  const result: Found[] = [];
  for (const found of [...days].sort((a, b) => a.index - b.index)) {
    const before = result.at(-1);
    const gap = before ? text.slice(before.index + before.words.length, found.index) : "";
    const isRange =
      before !== undefined &&
      isEnd(before) &&
      isEnd(found) &&
      (range.test(gap) || (both.test(gap) && between.test(text.slice(0, before.index))));
    if (isRange) result.splice(-1, 1, rangeOf(text, before, found));
    else result.push(found);
  }
  return result;
}

const isEnd = ({ until, more, since }: Found): boolean => !until && !more && !since;

function rangeOf(text: string, first: Found, last: Found): Found {
  const words = text.slice(first.index, last.index + last.words.length);
  const certainty =
    first.certainty === "doubtful" && last.certainty === "doubtful" && first.isFraction
      ? "doubtful"
      : "sure";
  const { index, floats } = first;
  return { ...endsOf(first, last), index, words, certainty, floats };
}

/** Ends without a year, or only with a weekday, are those around each other. */
function endsOf(first: Found, last: Found): { readonly day: Day; readonly until: Day } {
  const { day } = first;
  const until = last.day;
  if (day === "impossible" || until === "impossible" || day <= until) return { day, until };
  if (last.floats === "week") return { day, until: weekdayFrom(until, day) };
  if (first.floats === "year") return { day: yearsLater(day, -1), until };
  return { day, until: last.floats === "year" ? yearsLater(until, 1) : until };
}

const weekdayFrom = (date: LocalDate, from: LocalDate): LocalDate =>
  date >= from ? date : weekdayFrom(addDays(date, 7), from);

const yearsLater = (date: LocalDate, years: number): Day => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return dayOf(year + years, month, day);
};
