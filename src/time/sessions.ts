/** School years, semesters, terms and grading periods, as each school has its own. Pure. */

import { addDays, covers, weekdayOf, type LocalDate } from "./calendar.ts";
import { WEEKDAYS } from "../team/person.ts";
import type { SchoolCalendar, Session } from "../team/school.ts";

/**
 * Every session that a day lies in, of one type or of all (CAL-2): a school may count in quarters and
 * in trimesters at once, and a semester need not end before the winter break (CAL-3).
 */
export const sessionsOn = (
  date: LocalDate,
  calendar: SchoolCalendar | null,
  type?: Session["type"],
): readonly Session[] =>
  calendar?.sessions.filter(
    (session) => (type === undefined || session.type === type) && covers(session, date),
  ) ?? [];

/** The year a day lies in, else the next one, else the last (CAL-5). */
export function schoolYearAt(
  date: LocalDate,
  calendar: SchoolCalendar | null,
): Session | undefined {
  const years = [...(calendar?.sessions ?? [])]
    .filter(({ type }) => type === "schoolYear")
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return years.find(({ end }) => date <= end) ?? years.at(-1);
}

/**
 * What the school calls the year of a day: the session's own title. "2026-27" is never made up for
 * a year that runs from January to December (CAL-5, CAL-6); undefined when no year is known.
 */
export const schoolYearTitle = (
  date: LocalDate,
  calendar: SchoolCalendar | null,
): string | undefined => schoolYearAt(date, calendar)?.title;

/** The school year is the calendar year: terms with breaks of two weeks, summer at its end (CAL-5). */
export const isSouthern = ({ start, end }: Session): boolean =>
  start.slice(0, 4) === end.slice(0, 4);

/**
 * Pairs of sessions of one type below one parent that share a day (CAL-4). Other systems refuse
 * such a calendar, so ours does too.
 */
export function overlappingSiblings(
  sessions: readonly Session[],
): readonly (readonly [Session, Session])[] {
  return sessions.flatMap((a, n) =>
    sessions
      .slice(n + 1)
      .filter((b) => a.type === b.type && a.parent === b.parent)
      .filter((b) => a.start <= b.end && b.start <= a.end)
      .map((b) => [a, b] as const),
  );
}

/** The periods that grades and reports are given for: grading periods, and terms without any. */
export function periodsOf(calendar: SchoolCalendar | null): readonly Session[] {
  const sessions = calendar?.sessions ?? [];
  const graded = sessions.filter(({ type }) => type === "gradingPeriod");
  const terms = sessions.filter(
    (term) =>
      term.type === "term" &&
      !graded.some(({ start, end }) => start <= term.end && term.start <= end),
  );
  return [...graded, ...terms].sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** The first day of the week in which a day lies, as the school's country counts weeks (CAL-6). */
export function startOfWeek(date: LocalDate, calendar: SchoolCalendar | null): LocalDate {
  const sinceMonday = WEEKDAYS.indexOf(weekdayOf(date));
  return addDays(date, calendar?.weekStart === "sun" ? -((sinceMonday + 1) % 7) : -sinceMonday);
}

/**
 * The last day of an imported all-day entry: its written end is the first day that no longer belongs
 * to it, so 21 December to 2 January ends on 1 January (CAL-17, RFC 5545).
 */
export const lastDayOf = (exclusiveEnd: LocalDate): LocalDate => addDays(exclusiveEnd, -1);
