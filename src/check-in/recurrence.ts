/** When the regular meeting falls, and where it goes when somebody does not work that day. Pure. */

import {
  addDays,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import type { CheckInSeries } from "../team/partnership.ts";
import { WEEKDAYS, type Weekday } from "../team/person.ts";

/** `on` the planned day, `moved` to another of that week, or `skipped`. */
export type Placement =
  | { readonly kind: "on"; readonly date: LocalDate }
  | { readonly kind: "moved"; readonly date: LocalDate }
  | { readonly kind: "skipped" };

/**
 * The first day of the series strictly after `after`. `anchor` is any day of a week in which the
 * series meets; it decides which weeks a fortnightly or four-weekly series takes.
 */
export function nextOccurrence(
  series: CheckInSeries,
  after: LocalDate,
  anchor: LocalDate,
): LocalDate {
  const first = inWeekOf(anchor, series.weekday);
  const cycle = series.everyWeeks * 7;
  const cyclesPassed = Math.floor(daysBetween(first, after) / cycle);
  return addDays(first, (cyclesPassed + 1) * cycle);
}

/**
 * The nearest day of the same week, Monday to Sunday, on which everybody works; of two equally near
 * ones the later, so that nobody is met unprepared (CAL-8).
 */
export function placeOccurrence(planned: LocalDate, weeks: readonly WorkWeek[]): Placement {
  const suits = (date: LocalDate) => weeks.every((week) => isWorkingDay(date, week));
  if (suits(planned)) return { kind: "on", date: planned };
  const distance = (date: LocalDate) => Math.abs(daysBetween(planned, date));
  const [nearest] = WEEKDAYS.map((weekday) => inWeekOf(planned, weekday))
    .filter(suits)
    .sort((a, b) => distance(a) - distance(b) || daysBetween(a, b));
  return nearest ? { kind: "moved", date: nearest } : { kind: "skipped" };
}

/** That weekday of the week, Monday to Sunday, in which a day lies. */
function inWeekOf(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(date, WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(date)));
}
