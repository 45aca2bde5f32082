/** When the regular meeting falls, and where it goes when somebody does not work that day. Pure. */

import {
  addDays,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import { testingOn } from "../time/seasons.ts";
import { startOfWeek } from "../time/sessions.ts";
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

/** Everybody works that day. */
export const everyoneWorks = (date: LocalDate, weeks: readonly WorkWeek[]): boolean =>
  weeks.every((week) => isWorkingDay(date, week));

/** A day on which a meeting is proposed: everybody works, and there are no tests (CAL-8, CAL-9). */
export const suitsMeeting = (date: LocalDate, weeks: readonly WorkWeek[]): boolean =>
  everyoneWorks(date, weeks) && !weeks.some(({ calendar }) => testingOn(date, calendar));

/**
 * The nearest day of the same week that suits; of two equally near ones the later, so that nobody
 * is met unprepared (CAL-8). The week begins as the school's country counts it (CAL-6).
 */
export function placeOccurrence(planned: LocalDate, weeks: readonly WorkWeek[]): Placement {
  if (suitsMeeting(planned, weeks)) return { kind: "on", date: planned };
  const first = startOfWeek(planned, weeks[0]?.calendar ?? null);
  const distance = (date: LocalDate) => Math.abs(daysBetween(planned, date));
  const [nearest] = WEEKDAYS.map((_, n) => addDays(first, n))
    .filter((date) => suitsMeeting(date, weeks))
    .sort((a, b) => distance(a) - distance(b) || daysBetween(a, b));
  return nearest ? { kind: "moved", date: nearest } : { kind: "skipped" };
}

/** A pair that would not meet for longer than this is offered an earlier day (CAL-8). */
export const LONGEST_GAP_DAYS = 21;

/**
 * Days that are offered when two meetings would lie more than 21 days apart (CAL-8): the usual weekday
 * first, then the earliest day that suits; within 21 days of the last one where that can be, else
 * before the next. None when the gap is short or no day in between suits.
 */
export function replacementDays(
  gap: {
    readonly last: LocalDate;
    readonly next: LocalDate;
    readonly today: LocalDate;
    /** Days that somebody gave up already. */
    readonly given?: readonly LocalDate[];
  },
  weekday: Weekday,
  weeks: readonly WorkWeek[],
): readonly LocalDate[] {
  const { last, next, today, given = [] } = gap;
  if (daysBetween(last, next) <= LONGEST_GAP_DAYS) return [];
  const from = last < today ? today : last;
  const between = Array.from({ length: Math.max(0, daysBetween(from, next) - 1) }, (_, n) =>
    addDays(from, n + 1),
  ).filter((date) => suitsMeeting(date, weeks) && !given.includes(date));
  const afterWeek = between.filter((date) => daysBetween(last, date) >= 7);
  const inTime = afterWeek.filter((date) => daysBetween(last, date) <= LONGEST_GAP_DAYS);
  const choice = inTime.length > 0 ? inTime : afterWeek.length > 0 ? afterWeek : between;
  const usual =
    inTime.length > 0
      ? choice.findLast((date) => weekdayOf(date) === weekday)
      : choice.find((date) => weekdayOf(date) === weekday);
  const plain = inTime.length > 0 ? choice.at(-1) : choice[0];
  return [...new Set([usual, plain].filter((date) => date !== undefined))];
}

/** A day that was closed is not made up for when the series meets again within this (CAL-15). */
const SOON_AGAIN_DAYS = 14;

/** Whether a meeting on a closed day is booked anew: not when the next one is near (CAL-15). */
export const isRebooked = (closed: LocalDate, next: LocalDate): boolean =>
  daysBetween(closed, next) > SOON_AGAIN_DAYS;

/** That weekday of the week, Monday to Sunday, in which a day lies. */
function inWeekOf(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(date, WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(date)));
}
