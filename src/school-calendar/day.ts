/** One day as it stands in a table or a list. */

import { readDate } from "../time/when.ts";
import { parseLocalDate, type LocalDate } from "../time/calendar.ts";
import { LOCALES, type Locale } from "../team/person.ts";

/** What comes first in 3/4/2027. */
export type DayOrder = "day first" | "month first";

const NUMBERS = /^(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-](?<year>\d{4}|\d{2})$/u;

/** In UTF-16 units: a day with its time and its zone is shorter, and what is longer is none. */
const LONGEST_DAY = 100;

/** The two numbers of a date that can be read in two orders. */
export function inNumbers(
  written: string,
): { readonly first: number; readonly second: number; readonly year: string } | undefined {
  if (written.length > LONGEST_DAY) return undefined;
  const { first, second, year } = NUMBERS.exec(withoutTime(written))?.groups ?? {};
  return first && second && year
    ? { first: Number(first), second: Number(second), year: year.length === 2 ? `20${year}` : year }
    : undefined;
}

/** Calendar programs write a time beside the date; which day it is does not depend on it. */
const withoutTime = (written: string): string =>
  written.trim().replace(/[T\s]\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?Z?$/iu, "");

/** The day, in numbers or in words of any of the languages; undefined when it cannot be read as one. */
export function readDay(
  written: string,
  {
    today,
    locale,
    order = "month first",
  }: { readonly today: LocalDate; readonly locale: Locale; readonly order?: DayOrder },
): LocalDate | undefined {
  if (written.length > LONGEST_DAY) return undefined;
  const day = withoutTime(written);
  const compact = /^(\d{4})(\d\d)(\d\d)$/u.exec(day);
  const exact = parseLocalDate(compact ? compact.slice(1).join("-") : day.replaceAll("/", "-"));
  if (exact) return exact;
  const numbers = inNumbers(day);
  if (numbers) {
    const [month, date] =
      order === "day first" ? [numbers.second, numbers.first] : [numbers.first, numbers.second];
    return parseLocalDate(`${numbers.year}-${pad(month)}-${pad(date)}`);
  }
  for (const language of [locale, ...LOCALES]) {
    const read = readDate(day, { today, timezone: "UTC", locale: language });
    if (read.kind === "read") return read.date;
  }
  return undefined;
}

const pad = (n: number): string => String(n).padStart(2, "0");
