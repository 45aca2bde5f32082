/** What is wrong with a calendar, before it is saved: what must be mended, and what may be meant so. */

import { addDays, covers, daysBetween, weekdayOf, type LocalDate } from "../time/calendar.ts";
import { overlappingSiblings } from "../time/sessions.ts";
import type { Days, Session } from "../team/school.ts";
import { compare, type CalendarContent } from "./entry.ts";

export type Problem =
  /** CAL-4. */
  | { readonly kind: "overlap"; readonly first: Session; readonly second: Session }
  | { readonly kind: "backwards"; readonly title: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "too_many"; readonly most: number }
  /** School days between two terms that belong to neither and are no break. */
  | {
      readonly kind: "hole";
      readonly after: Session;
      readonly before: Session;
      readonly start: LocalDate;
      readonly end: LocalDate;
    }
  | { readonly kind: "no_year" }
  | { readonly kind: "year_without_terms"; readonly year: Session }
  | { readonly kind: "twice"; readonly first: Days; readonly second: Days }
  | { readonly kind: "outside"; readonly entry: Days | Session }
  /** A break ends on the day a term begins: its end may have been written as the day after (CAL-17). */
  | { readonly kind: "end_in_doubt"; readonly entry: Days };

/** A calendar with one of these is not saved. */
const BLOCKING: readonly Problem["kind"][] = ["overlap", "backwards", "nothing", "too_many"];

export const isBlocking = ({ kind }: Problem): boolean => BLOCKING.includes(kind);

/** More are no school's; every day's question goes through all of them. */
const MOST_KEPT = 1000;

/** Nobody goes through more; once these are mended, the others are shown. */
const MOST_PROBLEMS = 100;

/** Everything worth a look, up to a hundred of a kind; those that must be mended first. */
export function review({ sessions, days }: CalendarContent): readonly Problem[] {
  if (sessions.length + days.length > MOST_KEPT) return [{ kind: "too_many", most: MOST_KEPT }];
  if (sessions.length + days.length === 0) return [{ kind: "nothing" }];
  const backwards = [...sessions, ...days].filter(({ start, end }) => end < start);
  if (backwards.length > 0)
    return backwards
      .slice(0, MOST_PROBLEMS)
      .map(({ title }) => ({ kind: "backwards" as const, title }));
  const overlaps = overlappingSiblings(sessions).map(([first, second]): Problem => ({
    kind: "overlap",
    first,
    second,
  }));
  return [
    overlaps,
    yearProblems(sessions),
    holes(sessions, days),
    twice(days),
    outside(sessions, days),
    doubtfulEnds(sessions, days),
  ].flatMap((problems) => problems.slice(0, MOST_PROBLEMS));
}

const yearsIn = (sessions: readonly Session[]): readonly Session[] =>
  sessions.filter(({ type }) => type === "schoolYear");

function yearProblems(sessions: readonly Session[]): readonly Problem[] {
  const years = yearsIn(sessions);
  if (years.length === 0) return [{ kind: "no_year" }];
  return years
    .filter((year) => !sessions.some((one) => one.type !== "schoolYear" && covers(year, one.start)))
    .map((year) => ({ kind: "year_without_terms", year }));
}

/** Days of these kinds explain why no term is on. */
const BETWEEN: readonly Days["kind"][] = ["holiday", "break", "staff_day", "closure", "summer"];

function holes(sessions: readonly Session[], days: readonly Days[]): readonly Problem[] {
  const ordered = [...sessions].sort((a, b) => compare(a.start, b.start));
  return ordered.flatMap((after, n) => {
    if (after.type === "schoolYear") return [];
    const before = ordered
      .slice(n + 1)
      .find(({ type, start }) => type === after.type && start > after.end);
    if (!before || yearOf(after, sessions) !== yearOf(before, sessions)) return [];
    const open = weekdaysBetween(after.end, before.start).filter(
      (day) => !days.some((entry) => BETWEEN.includes(entry.kind) && covers(entry, day)),
    );
    const [start, end] = [open[0], open.at(-1)];
    return start && end ? [{ kind: "hole" as const, after, before, start, end }] : [];
  });
}

const yearOf = ({ start }: Session, sessions: readonly Session[]): Session | undefined =>
  yearsIn(sessions).find((year) => covers(year, start));

/** Terms that lie farther apart than a year have no hole between them. */
const LONGEST_HOLE_DAYS = 400;

function weekdaysBetween(from: LocalDate, until: LocalDate): readonly LocalDate[] {
  if (daysBetween(from, until) > LONGEST_HOLE_DAYS) return [];
  const days: LocalDate[] = [];
  for (let day = addDays(from, 1); day < until; day = addDays(day, 1))
    if (!isWeekend(day)) days.push(day);
  return days;
}

const isWeekend = (day: LocalDate): boolean => ["sat", "sun"].includes(weekdayOf(day));

/** Of one kind on one day; a holiday inside a testing window is no contradiction. */
function twice(days: readonly Days[]): readonly Problem[] {
  const ordered = [...days].sort((a, b) => compare(a.start, b.start));
  return ordered.flatMap((first, n) =>
    ordered
      .slice(n + 1)
      .filter((second) => second.kind === first.kind && second.start <= first.end)
      .filter(({ kind }) => kind !== "event")
      .map((second): Problem => ({ kind: "twice", first, second })),
  );
}

/** Staff come before the pupils, and summer lies between the years: these are outside by nature. */
const OUTSIDE: readonly Days["kind"][] = [
  "staff_day",
  "summer",
  "busy_season",
  "event",
  "holiday",
  "break",
];

function outside(sessions: readonly Session[], days: readonly Days[]): readonly Problem[] {
  const years = yearsIn(sessions);
  if (years.length === 0) return [];
  const isInside = ({ start, end }: Days | Session): boolean =>
    years.some((year) => year.start <= end && start <= year.end);
  const entries = [
    ...sessions.filter(({ type }) => type !== "schoolYear"),
    ...days.filter(({ kind }) => !OUTSIDE.includes(kind)),
  ];
  return entries
    .filter((entry) => !isInside(entry))
    .map((entry): Problem => ({ kind: "outside", entry }));
}

function doubtfulEnds(sessions: readonly Session[], days: readonly Days[]): readonly Problem[] {
  const starts = new Set(
    sessions.filter(({ type }) => type !== "schoolYear").map(({ start }) => start),
  );
  return days
    .filter(({ kind, start, end }) => kind === "break" && start < end && starts.has(end))
    .map((entry): Problem => ({ kind: "end_in_doubt", entry }));
}
