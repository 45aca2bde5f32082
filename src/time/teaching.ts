/** Days on which pupils are there: what "3 school days" is counted in (CAL-7). Pure. */

import {
  addDays,
  CLOSED,
  covers,
  dayEntry,
  nthDay,
  weekdayOf,
  type LocalDate,
} from "./calendar.ts";
import type { Weekday } from "../team/person.ts";
import type { DayKind, SchoolCalendar } from "../team/school.ts";

const SCHOOL_WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];
const NOT_TEACHING: readonly DayKind[] = [...CLOSED, "staff_day", "summer"];

/**
 * A weekday inside the school year that is no holiday, break, closure, staff day or summer. A day
 * after the last school year that is known counts as inside one.
 */
export function isTeachingDay(date: LocalDate, calendar: SchoolCalendar | null): boolean {
  if (!SCHOOL_WEEK.includes(weekdayOf(date)) || dayEntry(date, calendar, NOT_TEACHING))
    return false;
  const years = calendar?.sessions.filter(({ type }) => type === "schoolYear") ?? [];
  return years.some((year) => covers(year, date)) || years.every(({ end }) => end < date);
}

/** `n` teaching days after `date`: three from Thu 18 December 2025, over a break, is Tue 6 January. */
export const addSchoolDays = (
  date: LocalDate,
  n: number,
  calendar: SchoolCalendar | null,
): LocalDate => nthDay(date, n, (day) => isTeachingDay(day, calendar));

/** How many teaching days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function schoolDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: SchoolCalendar | null,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isTeachingDay(day, calendar)) count++;
  return count;
}
