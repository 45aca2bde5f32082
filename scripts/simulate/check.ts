/** What must not be in a year: messages in quiet time, more than the caps, anything twice, a meeting that was missed. */

import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Person } from "../../src/team/person.ts";
import { localIn, presenceIn, type Presence } from "./presence.ts";
import type { SimulatedSchool, World } from "./world.ts";
import type { Told, Year } from "./year.ts";

export interface Findings {
  /** N-6, CAL-7, CAL-11, CAL-15, CAL-19. */
  readonly quiet: readonly string[];
  /** N-2. */
  readonly caps: readonly string[];
  /** N-14. */
  readonly duplicates: readonly string[];
  /** CAL-8. */
  readonly missed: readonly string[];
  /** What the bot itself logged as wrong. */
  readonly faults: readonly string[];
}

export function check(year: Year): Findings {
  const { world, said, facts, checkIns, faults } = year;
  const presence = presenceIn(world, facts);
  const people = new Map(
    world.districts
      .flatMap((district) => district.people)
      .flatMap((person) => person.addresses.map((address) => [address, person] as const)),
  );
  const schools = world.districts.flatMap((district) => district.schools);
  const byKey = new Map(said.map((message) => [`${message.key} ${message.to}`, message]));
  const private_ = said.flatMap((message) => {
    const person = people.get(message.to);
    return person ? [{ message, person }] : [];
  });
  return {
    quiet: [
      ...private_.flatMap(({ message, person }) => {
        const why = presence.quiet(person, message.at);
        return why === undefined ? [] : [`${why}: ${named(message)}`];
      }),
      ...schools.flatMap((school) => channelsAtNight(school, said, presence)),
    ],
    caps: aboveCaps(private_, year),
    duplicates: [...twice(said, year), ...metTwice(checkIns)],
    missed: schools.flatMap((school) => missedAt(school, year, byKey)),
    faults,
  };
}

const named = ({ at, key, to }: Told): string => `${at.toISOString()} ${key} to ${to}`;

/** By itself the bot writes into a channel on school days only, while people are up. */
const channelsAtNight = (
  school: SimulatedSchool,
  said: readonly Told[],
  presence: Presence,
): readonly string[] =>
  said
    .filter(
      ({ kind, to }) =>
        kind === "check_in.announcement" && school.partnership.channels.includes(to),
    )
    .flatMap((message) => {
      const { date, time } = localIn(message.at, school.school.timezone);
      const isQuiet = time < "06:00" || time > "20:00" || presence.shut(school, date, message.at);
      return isQuiet ? [`channel: ${named(message)}`] : [];
    });

interface Private {
  readonly message: Told;
  readonly person: Person;
}

const DAY_MS = 86_400_000;
const number = (date: string): number => Date.parse(date) / DAY_MS;

/**
 * One unasked message a day, two in any seven days. Answers are not unasked, nor is a question on a
 * day on which its reader did something themself; what was expected does not count in the week.
 */
function aboveCaps(all: readonly Private[], { facts }: Year): readonly string[] {
  const actedOn = new Set<string>();
  const zones = new Map(all.map(({ person }) => [person.id, person.timezone]));
  for (const fact of facts)
    if (fact.kind === "acted")
      actedOn.add(`${fact.personId} ${localIn(fact.from, zones.get(fact.personId) ?? "UTC").date}`);
  const days = new Map<string, { readonly date: string; readonly isCounted: boolean }[]>();
  const found: string[] = [];
  for (const { message, person } of all) {
    const { date } = localIn(message.at, person.timezone);
    const isTalk = message.manner === "question" && actedOn.has(`${person.id} ${date}`);
    if (message.manner === "answer" || message.manner === "now" || isTalk) continue;
    const before = days.get(person.id) ?? [];
    const isCounted = message.manner !== "expected";
    if (before.some((other) => other.date === date))
      found.push(`second of a day: ${named(message)}`);
    const recent = before.filter(
      (other) => other.isCounted && number(date) - number(other.date) < 7,
    );
    if (isCounted && recent.length >= 2) found.push(`third in a week: ${named(message)}`);
    days.set(person.id, [...before, { date, isCounted }]);
  }
  return found;
}

/** The same words to the same place on one day. */
function twice(said: readonly Told[], { world }: Year): readonly string[] {
  const zones = new Map(world.districts.map(({ district }) => [district.id, district.timezone]));
  const seen = new Set<string>();
  return said.flatMap((message) => {
    const { date } = localIn(message.at, zones.get(message.districtId) ?? "UTC");
    const words = [message.to, message.kind, message.title, date].join(" ");
    if (seen.has(words)) return [`said twice: ${named(message)}`];
    seen.add(words);
    return [];
  });
}

const takesPlace = ({ status }: CheckIn): boolean => status !== "skipped";

const metTwice = (checkIns: Year["checkIns"]): readonly string[] =>
  [...checkIns.values()].flatMap((all) => {
    const dates = all.filter(takesPlace).map(({ date }) => date);
    return dates.filter((date, n) => dates.indexOf(date) !== n).map((date) => `two on ${date}`);
  });

/** Every day of the series has its row, and what took place was announced before and asked about after. */
function missedAt(
  { partnership, school }: SimulatedSchool,
  year: Year,
  byKey: ReadonlyMap<string, Told>,
): readonly string[] {
  const rows = [...(year.checkIns.get(partnership.id) ?? [])].sort((a, b) =>
    a.plannedFor < b.plannedFor ? -1 : 1,
  );
  const cycle = 7 * (partnership.series?.everyWeeks ?? 2);
  const holes = rows.flatMap(({ plannedFor }, n) => {
    const next = rows[n + 1]?.plannedFor;
    return next && number(next) - number(plannedFor) !== cycle
      ? [`no meeting after ${plannedFor} but ${next}: ${partnership.id}`]
      : [];
  });
  const over = lastDayKnown(year.world);
  const untold = rows
    .filter((row) => takesPlace(row) && row.date < over && partnership.channels.length > 0)
    .flatMap(({ id, date, start }) => {
      const of = (rule: string): Told | undefined =>
        partnership.channels.flatMap((to) => byKey.get(`${rule}/${id}/${date} ${to}`) ?? [])[0];
      const [before, after] = [of("check_in.announcement"), of("check_in.after")];
      const told = before && localIn(before.at, school.timezone);
      const isInTime = told && told.date + told.time <= date + start;
      return [
        ...(isInTime ? [] : [`not announced: ${id} on ${date}`]),
        ...(after ? [] : [`not asked about: ${id} on ${date}`]),
      ];
    });
  const isNone = rows.length === 0 ? [`no meetings at all: ${partnership.id}`] : [];
  return [...isNone, ...holes, ...untold];
}

/** What falls on the last days of the run was cut off by its end. */
const lastDayKnown = ({ to }: World): string =>
  new Date(Date.parse(to) - 2 * DAY_MS).toISOString().slice(0, 10);
