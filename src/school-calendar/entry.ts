/** What a calendar file, a pasted text or a form says, before it is known what it means. */

import type { LocalDate } from "../time/calendar.ts";
import type { DayKind, Days, SchoolCalendar, Session } from "../team/school.ts";

/** One dated line. First and last day, both included, local to the school. */
export interface Entry {
  readonly title: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** What the source itself calls it, such as a column or a category; "" when it says nothing. */
  readonly label: string;
}

/** What a calendar holds, without whose it is. */
export type CalendarContent = Pick<SchoolCalendar, "name" | "sessions" | "days">;

/** A kind of day, or a type of session: everything an entry of a calendar can be. */
export type EntryKind = DayKind | Session["type"];

export const DAY_KINDS: readonly DayKind[] = [
  "holiday",
  "break",
  "staff_day",
  "early_release",
  "testing_window",
  "change_freeze",
  "busy_season",
  "season",
  "summer",
  "event",
  "closure",
];

export const SESSION_TYPES: readonly Session["type"][] = [
  "schoolYear",
  "semester",
  "term",
  "gradingPeriod",
];

export const ENTRY_KINDS: readonly EntryKind[] = [...DAY_KINDS, ...SESSION_TYPES];

export const isSessionType = (kind: string): kind is Session["type"] =>
  SESSION_TYPES.some((type) => type === kind);

export const isEntryKind = (kind: string): kind is EntryKind =>
  ENTRY_KINDS.some((known) => known === kind);

/** An entry that a calendar has: a day or range of days, or a session. */
export type Listed = Pick<Days, "title" | "start" | "end"> & { readonly kind: EntryKind };

/** Everything in a calendar in the order of the year; longer ones before those inside them. */
export function listed({
  sessions,
  days,
}: Pick<CalendarContent, "sessions" | "days">): readonly Listed[] {
  const all: readonly Listed[] = [
    ...sessions.map(({ type, title, start, end }) => ({ kind: type, title, start, end })),
    ...days.map(({ kind, title, start, end }) => ({ kind, title, start, end })),
  ];
  return [...all].sort(
    (a, b) => compare(a.start, b.start) || compare(b.end, a.end) || compare(a.kind, b.kind),
  );
}

/** Names one entry of a calendar, for a button; titles may repeat, whole entries do not matter if so. */
export const keyOf = ({ kind, start, end, title }: Listed): string =>
  `${kind}|${start}|${end}|${title}`;

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
