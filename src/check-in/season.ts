/** A meeting that stands in tests or busy weeks, of its own school or of another one of IT's (CAL-9, CAL-10). Pure. */

import {
  addDays,
  dayEntry,
  daysBetween,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import type { SchoolCalendar } from "../team/school.ts";
import { everyoneWorks } from "./recurrence.ts";

/** The calendar of a school at which somebody of the partnership works. */
export interface WatchedCalendar {
  /** Of another school than the partnership's; null for its own. */
  readonly school: string | null;
  readonly calendar: SchoolCalendar | null;
}

export interface MeetingSeason {
  readonly title: string;
  readonly end: LocalDate;
  readonly school: string | null;
}

/** The first that was entered for a day; the usual busy weeks at both ends of a year are none. */
export function seasonOn(
  date: LocalDate,
  watched: readonly WatchedCalendar[],
): MeetingSeason | undefined {
  for (const { school, calendar } of watched) {
    const found = dayEntry(date, calendar, ["testing_window", "busy_season"]);
    if (found) return { title: found.title, end: found.end, school };
  }
  return undefined;
}

const OFFERED = 2;

/**
 * Days to which such a meeting could go, before the one that follows: the nearest, and the nearest on
 * its own weekday; of two equally near ones the later. None where no day suits.
 */
export function daysOutside(
  date: LocalDate,
  { today, next }: { readonly today: LocalDate; readonly next: LocalDate },
  weeks: readonly WorkWeek[],
  watched: readonly WatchedCalendar[],
): readonly LocalDate[] {
  const distance = (day: LocalDate) => Math.abs(daysBetween(date, day));
  const suitable = Array.from({ length: Math.max(0, daysBetween(today, next) - 1) }, (_, n) =>
    addDays(today, n + 1),
  )
    .filter((day) => everyoneWorks(day, weeks) && !seasonOn(day, watched))
    .sort((a, b) => distance(a) - distance(b) || daysBetween(a, b));
  const usual = suitable.find((day) => weekdayOf(day) === weekdayOf(date));
  const [nearest] = suitable;
  return [...new Set([usual, nearest].filter((day) => day !== undefined))].slice(0, OFFERED).sort();
}
