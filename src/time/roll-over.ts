/** Dates of one school year taken to the next (CAL-20). Pure. */

import {
  addDays,
  daysBetween,
  isWorkingDay,
  nextWorkingDay,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "./calendar.ts";
import { startOfWeek } from "./sessions.ts";
import { WEEKDAYS } from "../team/person.ts";
import type { Session } from "../team/school.ts";

/**
 * The same weekday of the same week of another school year; the first working day after it when
 * nobody works then. What came before the year began stays as many weeks before it.
 */
export function shiftedDate(
  date: LocalDate,
  years: { readonly from: Session; readonly to: Session },
  week: WorkWeek,
): LocalDate {
  const monday = (day: LocalDate): LocalDate => startOfWeek(day, null);
  const weeks = daysBetween(monday(years.from.start), monday(date)) / 7;
  const shifted = addDays(monday(years.to.start), weeks * 7 + WEEKDAYS.indexOf(weekdayOf(date)));
  return isWorkingDay(shifted, week) ? shifted : nextWorkingDay(shifted, week);
}
