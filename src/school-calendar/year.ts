/** Where a school is in its year: what is now and what comes next (pure). */

import { addDays, covers, type LocalDate } from "../time/calendar.ts";
import { schoolYearAt, sessionsOn } from "../time/sessions.ts";
import type { SchoolCalendar, Session } from "../team/school.ts";
import { listed, type Listed } from "./entry.ts";

export interface YearNow {
  /** The year a day lies in, else the next, else the last one. */
  readonly year: Session | undefined;
  /** Term, quarter and the like that are on; the shortest first. */
  readonly sessions: readonly Session[];
  /** Breaks, windows and seasons that are on. */
  readonly days: readonly Listed[];
  /** What begins next. */
  readonly next: readonly Listed[];
  /** The calendar says nothing after this day; null when it has nothing at all. */
  readonly knownUntil: LocalDate | null;
}

const length = ({ start, end }: Pick<Session, "start" | "end">): string => `${end}${start}`;

export function yearNow(calendar: SchoolCalendar, today: LocalDate, most: number): YearNow {
  const all = listed(calendar);
  return {
    year: schoolYearAt(today, calendar),
    sessions: sessionsOn(today, calendar)
      .filter(({ type }) => type !== "schoolYear")
      .toSorted((a, b) => (length(a) < length(b) ? -1 : 1)),
    days: all.filter((entry) => !isSession(entry, calendar) && covers(entry, today)),
    next: all.filter(({ start }) => today < start).slice(0, most),
    knownUntil:
      all
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? null,
  };
}

const isSession = ({ kind, start, end }: Listed, { sessions }: SchoolCalendar): boolean =>
  sessions.some(
    (session) => session.type === kind && session.start === start && session.end === end,
  );

/** The calendar ends soon, and whoever keeps it should hear of it. */
export const endsWithin = (knownUntil: LocalDate | null, today: LocalDate, days: number): boolean =>
  knownUntil !== null && knownUntil <= addDays(today, days);
