/** How much time a request leaves whoever decides about it, in school days (systems, row 63). Pure. */

import type { Days, SchoolCalendar } from "../team/school.ts";
import { addDays, covers, type DayRange, type LocalDate } from "../time/calendar.ts";
import { freezeOn } from "../time/seasons.ts";
import { addSchoolDays, schoolDaysBetween } from "../time/teaching.ts";

/** Teaching days after the day of asking and before the first day of need; none when both are one. */
export const leadDays = (
  asked: LocalDate,
  needed: LocalDate,
  calendar: SchoolCalendar | null,
): number => schoolDaysBetween(asked, addDays(needed, -1), calendar);

/** The first teaching day that leaves so many. */
export const firstDayWith = (
  lead: number,
  asked: LocalDate,
  calendar: SchoolCalendar | null,
): LocalDate => addSchoolDays(asked, lead + 1, calendar);

/**
 * The freeze that a decision has to come before: the next one that begins after today, while the page is
 * needed. The one that holds today, if there is one: until its end nothing is changed on the systems (CAL-9).
 */
export function freezeAhead(
  need: DayRange,
  today: LocalDate,
  calendar: SchoolCalendar | null,
): Days | undefined {
  const now = freezeOn(today, calendar);
  if (now) return now;
  const ahead = (calendar?.days ?? [])
    .filter(({ kind }) => kind === "change_freeze" || kind === "testing_window")
    .filter(({ start, end }) => start > today && start <= need.end && end >= need.start);
  return [...ahead].sort((a, b) => a.start.localeCompare(b.start))[0];
}

/** Whether a freeze holds on a day already, so that it has to end first. */
export const holdsOn = (freeze: Days, day: LocalDate): boolean => covers(freeze, day);
