/** Turns what a source says into a calendar: what each entry is, what is asked, what was taken so. */

import { addDays, daysBetween, weekdayOf, type LocalDate } from "../time/calendar.ts";
import type { Days } from "../team/school.ts";
import {
  compare,
  isSessionType,
  type CalendarContent,
  type Entry,
  type EntryKind,
} from "./entry.ts";
import { edgeOf, meaningOf, plainWords, subjectOf } from "./meaning.ts";
import { withParents, withYears, yearTitle } from "./years.ts";

/** Entries under one name whose meaning is not known; people say what they are. */
export interface Undecided {
  readonly title: string;
  readonly ranges: readonly { readonly start: LocalDate; readonly end: LocalDate }[];
}

/** Something that the source does not say in so many words; it is shown before it is saved. */
export type Taken =
  /** "End of quarter 2" without a beginning: it begins where the one before ended. */
  | { readonly kind: "began_after"; readonly title: string; readonly start: LocalDate }
  /** No school year was named: it spans the terms there are. */
  | { readonly kind: "year_spans"; readonly title: string };

export interface Reading {
  readonly content: CalendarContent;
  readonly undecided: readonly Undecided[];
  readonly taken: readonly Taken[];
}

/** What a person said an undecided title is, by the title; "" leaves it out. */
export type Decisions = Readonly<Record<string, EntryKind | "">>;

interface Known extends Entry {
  readonly kind: EntryKind;
  readonly edge: "start" | "end" | null;
}

export function readEntries(
  name: string,
  entries: readonly Entry[],
  decisions: Decisions = {},
): Reading {
  const known: Known[] = [];
  const unknown: Entry[] = [];
  for (const entry of [...entries].sort((a, b) => compare(a.start, b.start))) {
    const decided = decisions[decisionKey(entry.title)];
    const meaning = decided
      ? { kind: decided, edge: isSessionType(decided) ? edgeOf(entry.title) : null }
      : meaningOf(entry.title, entry.label);
    if (meaning && entry.start <= entry.end) known.push({ ...entry, ...meaning });
    else if (decided === undefined) unknown.push(entry);
  }
  const { whole, open, taken } = joinEdges(withEdges(known));
  const days = mergeNeighbours(
    whole.flatMap(({ kind, title, start, end }) =>
      isSessionType(kind) ? [] : [{ kind, title, start, end }],
    ),
  );
  const { sessions, spans } = withYears(
    whole.flatMap(({ kind, title, start, end }) =>
      isSessionType(kind) ? [{ type: kind, title, start, end, parent: null }] : [],
    ),
  );
  return {
    content: { name, sessions: withParents(distinct(sessions)), days: distinct(days) },
    undecided: grouped([...unknown, ...open]),
    taken: [...taken, ...spans.map((title) => ({ kind: "year_spans", title }) as const)],
  };
}

/** Titles that differ only in their numbers or case are asked about once. */
export const decisionKey = (title: string): string =>
  plainWords(title).replaceAll(/\d+/gu, "#").slice(0, 60);

function grouped(entries: readonly Entry[]): readonly Undecided[] {
  return [...groupedBy(entries, ({ title }) => decisionKey(title)).values()].map((group) => ({
    title: group[0]?.title ?? "",
    ranges: group.map(({ start, end }) => ({ start, end })),
  }));
}

interface Joined {
  readonly whole: readonly Known[];
  /** Edges without their other half. */
  readonly open: readonly Entry[];
  readonly taken: readonly Taken[];
}

/** No year is one day: days that somebody called one are its first and its last. */
function withEdges(known: readonly Known[]): readonly Known[] {
  let isOpen = false;
  return known.map((entry) => {
    const { kind, edge, start, end } = entry;
    if (kind !== "schoolYear" || start < end) return entry;
    isOpen = edge ? edge === "start" : !isOpen;
    return edge ? entry : { ...entry, edge: isOpen ? "start" : "end" };
  });
}

/** "Winter break begins" and "Winter break ends" are one entry. */
function joinEdges(known: readonly Known[]): Joined {
  const whole = known.filter(({ edge, start, end }) => edge === null || start < end);
  const starts = known.filter((entry) => isEdge(entry, "start"));
  const ends = known.filter((entry) => isEdge(entry, "end"));
  const used = new Set<Known>();
  const endsBySubject = groupedBy([...ends].reverse(), edgeSubject);
  for (const first of starts) {
    // Both are in order, so what ends before this one begins does not end a later one either.
    const left = endsBySubject.get(edgeSubject(first)) ?? [];
    while ((left.at(-1)?.end ?? first.start) < first.start) left.pop();
    const next = left.at(-1);
    if (!next || daysBetween(first.start, next.end) >= LONGEST_YEAR_DAYS) continue;
    const last = left.pop() ?? next;
    used.add(first).add(last);
    whole.push({ ...first, title: nameOf(first, last), end: last.end, edge: null });
  }
  const lone = ends.filter((end) => !used.has(end));
  const chained = chain(lone, whole);
  whole.push(...chained.map(({ entry }) => entry));
  const chainedEnds = new Set(chained.map(({ end }) => end));
  return {
    whole: whole.sort((a, b) => compare(a.start, b.start)),
    open: [
      ...starts.filter((start) => !used.has(start)),
      ...lone.filter((end) => !chainedEnds.has(end)),
    ],
    taken: chained.map(({ entry }) => ({
      kind: "began_after",
      title: entry.title,
      start: entry.start,
    })),
  };
}

const LONGEST_YEAR_DAYS = 400;
/** More ends of periods than this are no school's. */
const MOST_CHAINED = 100;

/** A school year is the same however its two ends are called. */
const edgeSubject = ({ kind, title }: Known): string =>
  kind === "schoolYear" ? kind : `${kind} ${subjectOf(title)}`;

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const isEdge = ({ edge, start, end }: Known, wanted: "start" | "end"): boolean =>
  edge === wanted && start === end;

/** "End of quarter 2" begins the day after quarter 1, the first one with the school year it is in. */
function chain(
  ends: readonly Known[],
  whole: readonly Known[],
): readonly { readonly end: Known; readonly entry: Known }[] {
  const years = whole.filter(({ kind }) => kind === "schoolYear");
  const chained: { end: Known; entry: Known }[] = [];
  const periods = ends.filter(({ kind }) => isSessionType(kind) && kind !== "schoolYear");
  for (const end of periods.slice(0, MOST_CHAINED)) {
    const year = years.find((span) => span.start <= end.end && end.end <= span.end);
    if (!year) continue;
    const before = [...whole, ...chained.map(({ entry }) => entry)]
      .filter(({ kind, end: last }) => kind === end.kind && year.start <= last && last < end.end)
      .reduce((latest, { end: last }) => (last > latest ? last : latest), "" as LocalDate);
    const start = before ? weekdayAfter(before) : year.start;
    chained.push({ end, entry: { ...end, title: nameOf(end), start, edge: null } });
  }
  return chained;
}

function weekdayAfter(day: LocalDate): LocalDate {
  const next = addDays(day, 1);
  return ["sat", "sun"].includes(weekdayOf(next)) ? weekdayAfter(next) : next;
}

/** "First day of school" is no name of a year, "End of quarter 2" is one of a quarter. */
function nameOf(first: Known, last: Known = first): string {
  if (first.kind === "schoolYear") return yearTitle(first.start, last.end);
  const words = first.title
    .replace(EDGE_WORDS, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[\s:–—-]+|[\s:–—-]+$/gu, "");
  return words === "" ? first.title : words.charAt(0).toUpperCase() + words.slice(1);
}

const EDGE_WORDS =
  /\b(?:(?:first|last) day of|(?:start|end|beginning) of|begins?|starts?|ends?|(?:inicio|fin(?:al)?|comienzo) del?|(?:primer|último|ultimo) día del?|(?:comienza|empieza|termina|finaliza)|(?:début|debut|fin) d[eu]|(?:premier|dernier) jour d[eu]|commence|se termine)\b/giu;

/** A break that is written day by day is one break; weekends between its days belong to it. */
function mergeNeighbours(days: readonly Days[]): readonly Days[] {
  const merged: Days[] = [];
  const latest = new Map<string, number>();
  for (const day of days) {
    const name = `${day.kind} ${plainWords(day.title)}`;
    const index = latest.get(name) ?? -1;
    const known = merged[index];
    if (known && day.start > known.end && isNext(known.end, day.start))
      merged[index] = { ...known, end: day.end };
    else latest.set(name, merged.push(day) - 1);
  }
  return merged;
}

/** Nothing but a weekend lies between them. */
function isNext(end: LocalDate, start: LocalDate): boolean {
  for (let day = addDays(end, 1); day < start; day = addDays(day, 1))
    if (!["sat", "sun"].includes(weekdayOf(day))) return false;
  return true;
}

/** The same entry twice in a file is once in a calendar. */
function distinct<
  T extends { readonly title: string; readonly start: string; readonly end: string },
>(entries: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = JSON.stringify(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
