/** School years and what lies in them: how a year is called, which terms make one, what is part of what. Pure. */

import { daysBetween, type LocalDate } from "../time/calendar.ts";
import type { Session } from "../team/school.ts";
import { compare } from "./entry.ts";

/** "2027" where the year begins and ends in one, else "2026-27" (CAL-5). */
export const yearTitle = (start: LocalDate, end: LocalDate): string =>
  start.slice(0, 4) === end.slice(0, 4)
    ? start.slice(0, 4)
    : `${start.slice(0, 4)}-${end.slice(2, 4)}`;

/** Whatever is shorter is no school year, only a part of one. */
export const SHORTEST_YEAR_DAYS = 60;

/** A gap of this many days between terms is the long break between two years. */
const BETWEEN_YEARS_DAYS = 26;

/** Without a school year in the source, the terms that follow each other make one. */
export function withYears(sessions: readonly Session[]): {
  readonly sessions: readonly Session[];
  /** Titles of the years that were made. */
  readonly spans: readonly string[];
} {
  if (sessions.length === 0 || sessions.some(({ type }) => type === "schoolYear"))
    return { sessions, spans: [] };
  const years: { start: LocalDate; end: LocalDate }[] = [];
  for (const { start, end } of [...sessions].sort((a, b) => compare(a.start, b.start))) {
    const year = years.at(-1);
    if (year && daysBetween(year.end, start) <= BETWEEN_YEARS_DAYS)
      year.end = end > year.end ? end : year.end;
    else years.push({ start, end });
  }
  const long = years.filter(({ start, end }) => daysBetween(start, end) >= SHORTEST_YEAR_DAYS);
  const made = long.map(({ start, end }): Session => ({
    type: "schoolYear",
    title: yearTitle(start, end),
    start,
    end,
    parent: null,
  }));
  return {
    sessions: [...made, ...sessions],
    spans: made.map(({ title }) => title),
  };
}

const RANK: Readonly<Record<Session["type"], number>> = {
  schoolYear: 0,
  semester: 1,
  term: 2,
  gradingPeriod: 2,
};

/** The smallest session of a higher type that begins before and ends after it (OneRoster). */
export function withParents(sessions: readonly Session[]): readonly Session[] {
  const ordered = [...sessions].sort(
    (a, b) => compare(a.start, b.start) || RANK[a.type] - RANK[b.type],
  );
  /** By rank, of those that began so far: each one that ends later than all before it. */
  const lasting: Session[][] = [[], [], []];
  return ordered.map((session) => {
    const rank = RANK[session.type];
    const above = lasting.slice(0, rank).reverse();
    const parent = above.map((open) => firstUntil(session.end, open)).find(Boolean);
    const open = lasting[rank] ?? [];
    if (session.end > (open.at(-1)?.end ?? "")) open.push(session);
    return { ...session, parent: parent?.title ?? null };
  });
}

/** The first that lasts until that day, of sessions that each end later than the one before. */
function firstUntil(day: LocalDate, sessions: readonly Session[]): Session | undefined {
  let [low, high] = [0, sessions.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sessions[middle]?.end ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return sessions[low];
}
