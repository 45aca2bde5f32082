/** What a change of the calendar does to the people who live by it, before it is saved (pure). */

import {
  addDays,
  dayEntry,
  daysBetween,
  isWorkingDay,
  previousWorkingDay,
  summerOn,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import { nextOccurrence, placeOccurrence, type Placement } from "../check-in/recurrence.ts";
import type { CheckInSeries } from "../team/partnership.ts";
import type { Days, SchoolCalendar } from "../team/school.ts";
import { QUIET_KINDS } from "./change.ts";

/** What of one partnership depends on the calendar. */
export interface Affected {
  /** When each partner works, whatever the calendar says. */
  readonly people: readonly Pick<
    WorkWeek,
    "workingDays" | "contractMonths" | "away" | "worksInSummer"
  >[];
  readonly series: CheckInSeries | null;
  /** Planned meetings that are still to come, earliest first. */
  readonly meetings: readonly { readonly id: string; readonly date: LocalDate }[];
  /** Open goals and items that are due today or later. */
  readonly due: readonly { readonly id: string; readonly title: string; readonly due: LocalDate }[];
}

export interface MeetingChange {
  /** Where the series, or the plan, has it. */
  readonly date: LocalDate;
  readonly before: Placement;
  readonly after: Placement;
}

export interface DueChange {
  readonly id: string;
  readonly title: string;
  readonly due: LocalDate;
  /** What lies on that day. */
  readonly on: Days;
  /** The last working day before, which is suggested (CAL-11). */
  readonly instead: LocalDate;
}

export interface Consequences {
  readonly meetings: readonly MeetingChange[];
  /** Mondays of weeks whose weekly message falls away for everybody. */
  readonly quiet: readonly LocalDate[];
  /** Mondays of weeks whose weekly message comes where it would not have. */
  readonly loud: readonly LocalDate[];
  readonly due: readonly DueChange[];
}

export const NO_CONSEQUENCES: Consequences = { meetings: [], quiet: [], loud: [], due: [] };

/** How far ahead is looked: to the end of the next school year at most. */
const LOOKED_AHEAD_DAYS = 400;

export function consequences(
  before: SchoolCalendar | null,
  after: SchoolCalendar,
  affected: Affected,
  today: LocalDate,
): Consequences {
  const weeksWith = (calendar: SchoolCalendar | null): readonly WorkWeek[] =>
    affected.people.map((person) => ({ ...person, calendar }));
  const [old, now] = [weeksWith(before), weeksWith(after)];
  const last = lastDayKnown(after) ?? today;
  const until =
    daysBetween(today, last) > LOOKED_AHEAD_DAYS ? addDays(today, LOOKED_AHEAD_DAYS) : last;
  return {
    meetings: occurrences(affected, today, until).flatMap((date) => {
      const change = {
        date,
        before: placeOccurrence(date, old),
        after: placeOccurrence(date, now),
      };
      return isSame(change.before, change.after) ? [] : [change];
    }),
    ...digests(old, now, today, until),
    due: affected.due.flatMap((thing) => {
      const on = quietEntry(thing.due, after);
      if (!on || thing.due < today || quietEntry(thing.due, before)) return [];
      const week = { calendar: after, workingDays: SCHOOL_WEEK, contractMonths: 10 };
      return [{ ...thing, on, instead: previousWorkingDay(thing.due, week) }];
    }),
  };
}

const SCHOOL_WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/** The entry that keeps people away on a day, summer included. */
export const quietEntry = (date: LocalDate, calendar: SchoolCalendar | null): Days | undefined =>
  dayEntry(date, calendar, QUIET_KINDS) ?? summerOn(date, calendar);

const lastDayKnown = ({ sessions, days }: SchoolCalendar): LocalDate | undefined =>
  [...sessions, ...days]
    .map(({ end }) => end)
    .sort()
    .at(-1);

const isSame = (a: Placement, b: Placement): boolean =>
  a.kind === b.kind && (a.kind === "skipped" || b.kind === "skipped" || a.date === b.date);

/** The meetings that are planned, and those that the series will plan after them. */
function occurrences(
  { series, meetings }: Affected,
  today: LocalDate,
  until: LocalDate,
): readonly LocalDate[] {
  const planned = meetings.map(({ date }) => date).filter((date) => date >= today);
  const anchor = planned.at(-1);
  if (!series || !anchor) return planned;
  const dates = [...planned];
  for (
    let date = nextOccurrence(series, anchor, anchor);
    date <= until;
    date = nextOccurrence(series, date, anchor)
  )
    dates.push(date);
  return dates;
}

/** A week is quiet when nobody works on any day of it. */
function digests(
  old: readonly WorkWeek[],
  now: readonly WorkWeek[],
  today: LocalDate,
  until: LocalDate,
): Pick<Consequences, "quiet" | "loud"> {
  const quiet: LocalDate[] = [];
  const loud: LocalDate[] = [];
  if (now.length === 0) return { quiet, loud };
  for (let monday = mondayAfter(today); monday <= until; monday = addDays(monday, 7)) {
    const [was, is] = [hasWork(monday, old), hasWork(monday, now)];
    if (was && !is) quiet.push(monday);
    if (!was && is) loud.push(monday);
  }
  return { quiet, loud };
}

const A_MONDAY = "2024-01-01" as LocalDate;

const mondayAfter = (date: LocalDate): LocalDate =>
  addDays(A_MONDAY, Math.ceil(daysBetween(A_MONDAY, date) / 7) * 7);

const hasWork = (monday: LocalDate, weeks: readonly WorkWeek[]): boolean =>
  [0, 1, 2, 3, 4, 5, 6].some((n) => weeks.some((week) => isWorkingDay(addDays(monday, n), week)));
