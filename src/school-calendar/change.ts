/** A change of a school's calendar: proposed, looked at, saved as a version, and undone (pure). */

import type { DayKind, Days, SchoolCalendar, Session } from "../team/school.ts";
import { daysBetween, type LocalDate } from "../time/calendar.ts";
import {
  compare,
  isSessionType,
  keyOf,
  listed,
  type CalendarContent,
  type EntryKind,
  type Listed,
} from "./entry.ts";
import type { Taken, Undecided } from "./reading.ts";
import { SHORTEST_YEAR_DAYS, withParents } from "./years.ts";
import type { Store, Page, Paged } from "../store.ts";

/** Where a change came from, to be told in the history. */
export type ChangeSource = "form" | "import" | "preset";

/**
 * What somebody wants a calendar to be. It holds the calendar as it was before, so that a change that
 * somebody else made meanwhile is noticed, and so that it can be undone.
 */
export interface CalendarChange {
  readonly id: string;
  readonly schoolId: string;
  readonly source: ChangeSource;
  readonly byId: string;
  readonly at: Date;
  /** Null when the school had no calendar. */
  readonly before: CalendarContent | null;
  readonly after: CalendarContent;
  /** Whether all schools that share the calendar get it, or this one gets one of its own. */
  readonly forAll: boolean;
  /** What was read but not understood; it is left out unless somebody says what it is. */
  readonly undecided: readonly Undecided[];
  readonly taken: readonly Taken[];
  /** Lines of the source without a date that could be read; they are not in `after`. */
  readonly unread: readonly string[];
  readonly status: "proposed" | "saved" | "dropped" | "undone";
  /** Null while it is only proposed. */
  readonly savedAt: Date | null;
}

export const contentOf = ({ name, sessions, days }: SchoolCalendar): CalendarContent => ({
  name,
  sessions,
  days,
});

/** The order of the entries and the name do not matter. */
export function sameContent(a: CalendarContent | null, b: CalendarContent | null): boolean {
  if (a === null || b === null) return a === b;
  const one = keysOf(a);
  const other = keysOf(b);
  return one.length === other.length && one.every((key, n) => key === other[n]);
}

const keysOf = (content: CalendarContent): readonly string[] =>
  listed(content).map(keyOf).sort(compare);

export interface Difference {
  readonly added: readonly Listed[];
  readonly removed: readonly Listed[];
}

export function difference(before: CalendarContent | null, after: CalendarContent): Difference {
  const [old, now] = [before ? listed(before) : [], listed(after)];
  const [oldKeys, nowKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  return {
    added: now.filter((entry) => !oldKeys.has(keyOf(entry))),
    removed: old.filter((entry) => !nowKeys.has(keyOf(entry))),
  };
}

/** With an entry added, or put in the place of another one. */
export function withEntry(
  content: CalendarContent,
  entry: Listed,
  insteadOf: string | null = null,
): CalendarContent {
  const { sessions, days, name } = insteadOf ? withoutEntry(content, insteadOf) : content;
  const { kind, title, start, end } = entry;
  return isSessionType(kind)
    ? {
        name,
        days,
        sessions: withParents([...sessions, { type: kind, title, start, end, parent: null }]),
      }
    : { name, sessions, days: inOrder([...days, { kind, title, start, end }]) };
}

/** Without the entry of that key (`keyOf`). */
export function withoutEntry(
  { name, sessions, days }: CalendarContent,
  key: string,
): CalendarContent {
  const isOther = (
    kind: EntryKind,
    { title, start, end }: Pick<Listed, "title" | "start" | "end">,
  ) => keyOf({ kind, title, start, end }) !== key;
  return {
    name,
    sessions: withParents(sessions.filter((session) => isOther(session.type, session))),
    days: days.filter((day) => isOther(day.kind, day)),
  };
}

export const entryNamed = (content: CalendarContent, key: string): Listed | undefined =>
  listed(content).find((entry) => keyOf(entry) === key);

/**
 * An imported or preset year beside those that the calendar has: what lies in the time the new one
 * covers is replaced, so that a file for next year leaves this year alone, and a second import of a
 * file is the same as the first.
 */
export function withYear(before: CalendarContent | null, year: CalendarContent): CalendarContent {
  if (!before) return year;
  const span = spanOf(year);
  if (!span) return before;
  const isApart = ({ start, end }: Days | Session): boolean => end < span.start || span.end < start;
  return {
    name: before.name,
    sessions: withParents([...before.sessions.filter(isApart), ...year.sessions]),
    days: inOrder([...before.days.filter(isApart), ...year.days]),
  };
}

/**
 * With the entries added to what is there, for a source that is only a few days: an entry of the same
 * kind and title that shares a day with a new one is replaced by it.
 */
export function withEntries(
  before: CalendarContent | null,
  more: CalendarContent,
): CalendarContent {
  if (!before) return more;
  const fresh = new Map<string, Listed[]>();
  for (const entry of listed(more)) {
    const named = fresh.get(nameOf(entry));
    if (named) named.push(entry);
    else fresh.set(nameOf(entry), [entry]);
  }
  const isKept = (entry: Listed): boolean =>
    !fresh.get(nameOf(entry))?.some(({ start, end }) => start <= entry.end && entry.start <= end);
  return {
    name: before.name,
    sessions: withParents([
      ...before.sessions.filter((session) => isKept({ ...session, kind: session.type })),
      ...more.sessions,
    ]),
    days: inOrder([...before.days.filter(isKept), ...more.days]),
  };
}

const nameOf = ({ kind, title }: Listed): string => `${kind}|${title}`;

function spanOf({
  sessions,
  days,
}: CalendarContent): { readonly start: LocalDate; readonly end: LocalDate } | undefined {
  const all = [...sessions, ...days];
  const start = all.map((entry) => entry.start).sort(compare)[0];
  const end = all
    .map((entry) => entry.end)
    .sort(compare)
    .at(-1);
  return start && end ? { start, end } : undefined;
}

const inOrder = (days: readonly Days[]): readonly Days[] =>
  [...days].sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end));

/** A session that is a whole year: without one, a file is taken as an addition to the calendar. */
export const isWholeYear = ({ sessions }: CalendarContent): boolean =>
  sessions.some(
    ({ type, start, end }) =>
      type === "schoolYear" && daysBetween(start, end) >= SHORTEST_YEAR_DAYS,
  );

/** The kinds of day on which nobody is written to or met. */
export const QUIET_KINDS: readonly DayKind[] = ["holiday", "break", "closure", "summer"];

export interface CalendarChangeStore extends Store<CalendarChange> {
  /** Of one school, those that were saved, also if undone since; latest first. */
  saved(schoolId: string, page: Page): Promise<Paged<CalendarChange>>;
}
