/** Whether the day or the month stands first in 3/4/2027, as the people of a place write it. */

import type { Locale } from "../../team/person.ts";

/** What comes first in 3/4/2027. */
export type DayOrder = "day first" | "month first";

/** Countries that read 3/4 as the fourth of March; in Canada both are written. */
const MONTH_FIRST = ["US", "PR", "GU", "VI", "AS", "MP", "PH"];
const EITHER = ["CA"];

const zones = new Map<string, readonly string[]>();

/** The IANA zones of a country. */
function zonesOf(country: string): readonly string[] {
  const known = zones.get(country);
  if (known) return known;
  // A getter in older engines, a method in newer ones.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    readonly getTimeZones?: () => readonly string[];
  };
  const found = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  zones.set(country, found);
  return found;
}

/**
 * The order of a language where it has one, else that of the country in whose zone the place is (CAL-6);
 * undefined where both are written, or nobody knows the country.
 */
export function usualOrder(locale: Locale, timezone: string): DayOrder | undefined {
  if (locale !== "en") return "day first";
  const { timeZone: known } = new Intl.DateTimeFormat("en", {
    timeZone: timezone,
  }).resolvedOptions();
  const isIn = (country: string): boolean => zonesOf(country).includes(known);
  if (MONTH_FIRST.some(isIn)) return "month first";
  return EITHER.some(isIn) || !timezone.includes("/") ? undefined : "day first";
}

const PAIRS = /(?<![\d/.-])(?<first>\d{1,2})(?<sign>[/.-])(?<second>\d{1,2})(?![\d:])/gu;

/** 12/21/2026 has the month first, 21/12/2026 the day; undefined while only 3/4/2027 is there. */
export function orderIn(texts: readonly string[]): DayOrder | undefined {
  const pairs = texts.flatMap((text) =>
    [...text.matchAll(PAIRS)].map(
      ({ groups = {} }) => [Number(groups["first"]), Number(groups["second"])] as const,
    ),
  );
  const isDay = (n: number): boolean => n > 12 && n < 32;
  const isDayFirst = pairs.some(([first, second]) => isDay(first) && second <= 12);
  const isMonthFirst = pairs.some(([first, second]) => isDay(second) && first <= 12);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? "day first" : "month first";
}
