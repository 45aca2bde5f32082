/** The year in numbers: messages by week, beside how much school there was. */

import type { Person } from "../../src/team/person.ts";
import { localIn, presenceIn } from "./presence.ts";
import { unaskedIn } from "./unasked.ts";
import type { SimulatedSchool } from "./world.ts";
import type { Told, Year } from "./year.ts";

/** The weekly message; other unasked ones; what was expected or answers something. */
export const KINDS = ["weekly", "unasked", "expected"] as const;
export type Kind = (typeof KINDS)[number];

export interface Week {
  /** Its first day. */
  readonly start: string;
  /** Messages per person, by kind. */
  readonly perPerson: Readonly<Record<Kind, number>>;
  /** Of the weekdays of all schools, how many had no school, and in how many there were tests; 0 to 1. */
  readonly shut: number;
  readonly tests: number;
}

export interface Tally {
  readonly people: number;
  readonly north: readonly Week[];
  readonly south: readonly Week[];
  /** Unasked messages per person-week: on average, at most, and the share of weeks with 0, 1, 2, … */
  readonly average: number;
  readonly most: number;
  readonly shares: readonly number[];
  /** Posts in channels per school-week. */
  readonly posts: number;
}

const DAY_MS = 86_400_000;

export function tally(year: Year): Tally {
  const { world, said } = year;
  const weeks = Math.ceil((Date.parse(world.to) - Date.parse(world.from)) / (7 * DAY_MS));
  const weekOf = (at: Date): number =>
    Math.floor((at.getTime() - Date.parse(world.from)) / (7 * DAY_MS));
  const schools = world.districts.flatMap((district) => district.schools);
  const homes = new Map<string, { readonly person: Person; readonly home: SimulatedSchool }>();
  for (const { people, schools: own } of world.districts)
    for (const person of people) {
      const home = own.find(({ partnership: { libraryIds, itIds } }) =>
        [...libraryIds, ...itIds].includes(person.id),
      );
      if (home) for (const address of person.addresses) homes.set(address, { person, home });
    }
  const counted = new Set(
    unaskedIn(year).flatMap(({ message, isCounted }) => (isCounted ? [message] : [])),
  );
  const counts = new Map<string, number>();
  for (const { to, at } of counted) {
    const key = `${to} ${String(weekOf(at))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const personWeeks = homes.size * weeks;
  const shares = Array.from({ length: most + 1 }, (_, n) => {
    const having = [...counts.values()].filter((count) => count === n).length;
    return (n === 0 ? personWeeks - counts.size : having) / personWeeks;
  });
  const panel = (isSouthern: boolean): readonly Week[] => {
    const there = schools.filter((school) => school.isSouthern === isSouthern);
    const people = [...homes.values()].filter(({ home }) => home.isSouthern === isSouthern).length;
    const heard = said.filter(({ to }) => homes.get(to)?.home.isSouthern === isSouthern);
    return Array.from({ length: weeks }, (_, n) =>
      weekly(
        year,
        there,
        people,
        n,
        heard
          .filter(({ at }) => weekOf(at) === n)
          .map((message) => kindOf(message, counted.has(message))),
      ),
    );
  };
  return {
    people: homes.size,
    north: panel(false),
    south: panel(true),
    average: [...counts.values()].reduce((sum, count) => sum + count, 0) / personWeeks,
    most,
    shares,
    posts: said.filter(({ manner }) => manner === "channel").length / (schools.length * weeks),
  };
}

function weekly(
  { world, facts }: Year,
  schools: readonly SimulatedSchool[],
  people: number,
  n: number,
  heard: readonly Kind[],
): Week {
  const presence = presenceIn(world, facts);
  const first = new Date(Date.parse(world.from) + n * 7 * DAY_MS);
  const days = Array.from({ length: 7 }, (_, d) =>
    localIn(new Date(first.getTime() + d * DAY_MS), "UTC"),
  ).filter(({ weekday }) => !["sat", "sun"].includes(weekday));
  const among = (passes: (school: SimulatedSchool, date: string) => boolean): number =>
    schools.length === 0
      ? 0
      : days.reduce(
          (sum, { date }) => sum + schools.filter((school) => passes(school, date)).length,
          0,
        ) /
        (schools.length * days.length);
  const per = (kind: Kind): number =>
    people === 0 ? 0 : heard.filter((one) => one === kind).length / people;
  return {
    start: first.toISOString().slice(0, 10),
    perPerson: { weekly: per("weekly"), unasked: per("unasked"), expected: per("expected") },
    shut: among((school, date) => {
      const isYear = school.calendar.sessions.some(
        ({ type, start, end }) => type === "schoolYear" && start <= date && date <= end,
      );
      return !isYear || presence.shut(school, date, END);
    }),
    tests: among(({ calendar }, date) =>
      calendar.days.some(
        ({ kind, start, end }) => kind === "testing_window" && start <= date && date <= end,
      ),
    ),
  };
}

/** Everything is known then. */
const END = new Date(8.64e15);

function kindOf({ kind }: Told, isCounted: boolean): Kind {
  if (!isCounted) return "expected";
  return kind === "nudge.digest" ? "weekly" : "unasked";
}
