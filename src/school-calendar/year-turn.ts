/** When a school year ends for the staff and when the next begins (CAL-11, CAL-20). Pure. */

import type { SchoolCalendar, Session } from "../team/school.ts";
import {
  addDays,
  daysBetween,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import { shiftedDate } from "../time/roll-over.ts";

export interface YearTurn {
  readonly year: Session;
  /** The last day on which staff are there. */
  readonly ends: LocalDate;
  /** Null while the calendar does not have it. */
  readonly next: Session | null;
  /** The first day on which staff are there again; null while the next year is not known. */
  readonly resumes: LocalDate | null;
}

/** Staff days this near to a school year belong to it. */
const NEAR_DAYS = 21;

/** Every turn of a year that the calendar knows, earliest first. */
export function yearTurns(calendar: SchoolCalendar): readonly YearTurn[] {
  const years = calendar.sessions
    .filter(({ type }) => type === "schoolYear")
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return years.map((year, n) => {
    const next = years[n + 1] ?? null;
    const after = staffDays(calendar).filter(
      (day) =>
        year.end < day && daysBetween(year.end, day) <= NEAR_DAYS && !isNearer(day, next, year),
    );
    return {
      year,
      ends: after.at(-1) ?? lastWeekday(year.end),
      next,
      resumes: next && firstStaffDay(next, calendar),
    };
  });
}

/** In a short break between two years, a staff day belongs to the one it is nearer to. */
const isNearer = (day: LocalDate, next: Session | null, year: Session): boolean =>
  next !== null && daysBetween(day, next.start) < daysBetween(year.end, day);

function firstStaffDay(next: Session, calendar: SchoolCalendar): LocalDate {
  const before = staffDays(calendar).filter(
    (day) => day < next.start && daysBetween(day, next.start) <= NEAR_DAYS,
  );
  return before[0] ?? next.start;
}

const staffDays = ({ days }: SchoolCalendar): readonly LocalDate[] =>
  days
    .filter(({ kind }) => kind === "staff_day")
    .flatMap(({ start, end }) =>
      Array.from({ length: daysBetween(start, end) + 1 }, (_, n) => addDays(start, n)),
    )
    .filter((day) => lastWeekday(day) === day)
    .sort();

const lastWeekday = (day: LocalDate): LocalDate =>
  ["sat", "sun"].includes(weekdayOf(day)) ? lastWeekday(addDays(day, -1)) : day;

export interface Dated {
  readonly id: string;
  readonly title: string;
  readonly due: LocalDate;
}

/**
 * What is still open from the old year, with the same weekday of the same week in the new one; the
 * working day after it where nobody works then (CAL-20). What is due in the new year already stays.
 */
export function shiftedDates(
  open: readonly Dated[],
  { year, next }: Pick<YearTurn, "year" | "next">,
  week: WorkWeek,
): readonly (Dated & { readonly to: LocalDate })[] {
  if (!next) return [];
  return open
    .filter(({ due }) => year.start <= due && due < next.start)
    .map((thing) => ({ ...thing, to: shiftedDate(thing.due, { from: year, to: next }, week) }));
}
