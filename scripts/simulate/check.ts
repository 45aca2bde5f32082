/** What must not be in a year: messages in quiet time, more than the caps, anything twice, a meeting that was missed. */

import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Fact } from "./facts.ts";
import { localIn, presenceIn, type Presence } from "./presence.ts";
import { peopleIn, unaskedIn, type Unasked } from "./unasked.ts";
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
  const people = peopleIn(world);
  const schools = world.districts.flatMap((district) => district.schools);
  const byKey = new Map(said.map((message) => [`${message.key} ${message.to}`, message]));
  const direct = said.flatMap((message) => {
    const person = people.get(message.to);
    return person ? [{ message, person }] : [];
  });
  return {
    quiet: [
      ...direct.flatMap(({ message, person }) => {
        const why = presence.quiet(person, message.at);
        return why === undefined ? [] : [`${why}: ${named(message)}`];
      }),
      ...schools.flatMap((school) => channelsAtNight(school, year, presence)),
    ],
    caps: aboveCaps(year),
    duplicates: [...twice(said, year), ...metTwice(checkIns)],
    missed: schools.flatMap((school) => missedAt(school, year, byKey)),
    faults,
  };
}

const named = ({ at, key, to }: Told): string => `${at.toISOString()} ${key} to ${to}`;

/** A channel hears of a meeting on school days, in the hours in which the school does not keep quiet. */
const channelsAtNight = (
  school: SimulatedSchool,
  { said, checkIns }: Year,
  presence: Presence,
): readonly string[] => {
  const { channels, id: partnershipId } = school.partnership;
  const rows = checkIns.get(partnershipId) ?? [];
  return said
    .filter(({ kind, to }) => kind === "check_in.announcement" && channels.includes(to))
    .flatMap((message) => {
      const { date, time, weekday } = localIn(message.at, school.school.timezone);
      const ofToday = rows.find(({ id }) => message.key === `check_in.announcement/${id}/${date}`);
      // Who meets early is at school early.
      const from = ofToday && halfAnHourBefore(ofToday.start);
      const isQuiet = time >= QUIET.from || time < (from && from < QUIET.to ? from : QUIET.to);
      const isOff = ["sat", "sun"].includes(weekday) || presence.shut(school, date, message.at);
      return isQuiet || isOff ? [`channel: ${named(message)}`] : [];
    });
};

/** Of schools that changed nothing; none of the simulated ones did. */
const QUIET = { from: "16:30", to: "07:45" } as const;

const halfAnHourBefore = (time: string): string =>
  new Date(Date.parse(`2000-01-01T${time}:00Z`) - 30 * 60_000).toISOString().slice(11, 16);

const DAY_MS = 86_400_000;
const number = (date: string): number => Date.parse(date) / DAY_MS;

/** One unasked message a day, two in any seven days. */
function aboveCaps(year: Year): readonly string[] {
  const days = new Map<string, Unasked[]>();
  const found: string[] = [];
  for (const one of unaskedIn(year)) {
    const before = days.get(one.person.id) ?? [];
    if (before.some(({ date }) => date === one.date))
      found.push(`second of a day: ${named(one.message)}`);
    const recent = before.filter(
      ({ isCounted, date }) => isCounted && number(one.date) - number(date) < 7,
    );
    if (one.isCounted && recent.length >= 2) found.push(`third in a week: ${named(one.message)}`);
    days.set(one.person.id, [...before, one]);
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

/** Those of the series; other kinds of meeting are put where somebody wants them. */
const isRegular = ({ kind }: CheckIn): boolean => kind === "check_in";
const takesPlace = (row: CheckIn): boolean => isRegular(row) && row.status !== "skipped";

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
  const rows = (year.checkIns.get(partnership.id) ?? [])
    .filter(isRegular)
    .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
  const cycle = 7 * (partnership.series?.everyWeeks ?? 2);
  const holes = rows.flatMap(({ plannedFor }, n) => {
    const next = rows[n + 1]?.plannedFor;
    return next && number(next) - number(plannedFor) !== cycle
      ? [`no meeting after ${plannedFor} but ${next}: ${partnership.id}`]
      : [];
  });
  const over = lastDayKnown(year.world);
  /** The day before was closed, and the bot itself was down from the morning of the meeting until it began. */
  const isUnsayable = ({ date, start }: CheckIn): boolean => {
    const isClosed = year.facts.some(
      (fact) =>
        fact.kind === "closed" &&
        fact.schoolId === school.id &&
        number(date) - number(fact.date) === 1,
    );
    const before = halfAnHourBefore(start);
    const morning = before < "08:10" ? before : "08:10";
    return (
      isClosed && year.facts.some((fact) => isDown(fact, school.timezone, date, morning, start))
    );
  };
  const untold = rows
    .filter((row) => takesPlace(row) && row.date < over && partnership.channels.length > 0)
    .flatMap((row) => {
      const { id, date, start } = row;
      const of = (rule: string): Told | undefined =>
        partnership.channels.flatMap((to) => byKey.get(`${rule}/${id}/${date} ${to}`) ?? [])[0];
      const [before, after] = [of("check_in.announcement"), of("check_in.after")];
      const told = before && localIn(before.at, school.timezone);
      const isInTime = told && told.date + told.time <= date + start;
      return [
        ...(isInTime || isUnsayable(row) ? [] : [`not announced: ${id} on ${date}`]),
        ...(after ? [] : [`not asked about: ${id} on ${date}`]),
      ];
    });
  const isNone = rows.length === 0 ? [`no meetings at all: ${partnership.id}`] : [];
  return [...isNone, ...holes, ...untold];
}

/** Between two times of a day, as the clocks of the school show them. */
function isDown(fact: Fact, timezone: string, date: string, since: string, until: string): boolean {
  if (fact.kind !== "restarted") return false;
  const back = new Date(fact.from.getTime() + fact.hours * 3_600_000);
  const [down, up] = [fact.from, back].map((at) => localIn(at, timezone));
  if (!down || !up) return false;
  return down.date + down.time <= date + since && date + until <= up.date + up.time;
}

/** What falls on the last days of the run was cut off by its end. */
const lastDayKnown = ({ to }: World): string =>
  new Date(Date.parse(to) - 2 * DAY_MS).toISOString().slice(0, 10);
