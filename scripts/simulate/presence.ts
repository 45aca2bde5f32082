/**
 * Who may be written to when, worked out from what the simulation generated and wrote down, with
 * nothing of the bot's own arithmetic: it is what the bot is checked against.
 */

import type { Person } from "../../src/team/person.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";
import type { Fact } from "./facts.ts";
import type { SimulatedSchool, World } from "./world.ts";

export interface Local {
  /** `2027-03-08`. */
  readonly date: string;
  /** `08:10`. */
  readonly time: string;
  readonly weekday: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the calendar and the clock on the wall show. */
export function localIn(instant: Date, timeZone: string): Local {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      weekday: "short",
    });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
    weekday: part("weekday").toLowerCase(),
  };
}

export interface Presence {
  /** Why this person may not be written to at that moment; undefined when they may. */
  quiet(person: Person, instant: Date): string | undefined;
  /** Whether the school is shut that day, as far as was known at that moment. */
  shut(school: SimulatedSchool, date: string, instant: Date): boolean;
}

type OfKind<K extends Fact["kind"]> = Extract<Fact, { readonly kind: K }>;

export function presenceIn({ districts }: World, facts: readonly Fact[]): Presence {
  const schools = districts.flatMap((district) => district.schools);
  const of = <K extends Fact["kind"]>(kind: K): readonly OfKind<K>[] =>
    facts.filter((fact): fact is OfKind<K> => fact.kind === kind);
  const [closed, covers, left] = [of("closed"), of("cover"), of("left")];
  const ranges = byPerson([...of("away"), ...of("noContact")]);
  const pauses = byPerson(of("paused"));
  const resumes = byPerson(of("resumed"));

  const shut: Presence["shut"] = ({ school, calendar }, date, instant) =>
    calendar.days.some(
      ({ kind, start, end }) =>
        ["holiday", "break", "closure"].includes(kind) && start <= date && date <= end,
    ) ||
    closed.some(
      (fact) => fact.schoolId === school.id && fact.date === date && fact.from <= instant,
    );

  /** Their own, and those of whom they stand in for. */
  const schoolsOf = (person: Person, date: string, instant: Date): readonly SimulatedSchool[] => {
    const behind = covers
      .filter(
        ({ byId, range, from }) =>
          byId === person.id && from <= instant && range.start <= date && date <= range.end,
      )
      .map(({ personId }) => personId);
    return schools.filter(({ partnership: { libraryIds, itIds } }) =>
      [...libraryIds, ...itIds].some((id) => id === person.id || behind.includes(id)),
    );
  };

  const isPaused = (id: string, date: string, instant: Date): boolean =>
    (pauses.get(id) ?? []).some(
      ({ from, until }) =>
        from <= instant &&
        date < until &&
        !(resumes.get(id) ?? []).some((resumed) => from < resumed.from && resumed.from <= instant),
    );

  return {
    shut,
    quiet(person, instant) {
      const { date, time, weekday } = localIn(instant, person.timezone);
      const { from, to } = person.quiet ?? { from: "16:30", to: "07:45" };
      if (from > to ? time >= from || time < to : from <= time && time < to) return "quiet hours";
      if (!person.workingDays.some((day) => day === weekday)) return "no working day";
      const isRange = (ranges.get(person.id) ?? []).some(
        ({ from: since, range: { start, end } }) =>
          since <= instant && start <= date && date <= end,
      );
      if (isRange) return "away";
      if (isPaused(person.id, date, instant)) return "paused";
      if (left.some(({ personId, from: since }) => personId === person.id && since <= instant))
        return "gone";
      const isAtWork = schoolsOf(person, date, instant).some(
        (school) => !shut(school, date, instant) && !isSummer(person, school.calendar, date),
      );
      return isAtWork ? undefined : "school is shut";
    },
  };
}

/** Nobody on a ten-month contract is there between two school years, but for staff days. */
function isSummer(
  { contractMonths, worksInSummer }: Person,
  { days, sessions }: SchoolCalendar,
  date: string,
): boolean {
  if (contractMonths === 12 || worksInSummer) return false;
  const isIn = ({ start, end }: { readonly start: string; readonly end: string }): boolean =>
    start <= date && date <= end;
  if (days.some((entry) => entry.kind === "summer" && isIn(entry))) return true;
  if (days.some((entry) => entry.kind === "staff_day" && isIn(entry))) return false;
  const years = sessions.filter(({ type }) => type === "schoolYear");
  return (
    !years.some(isIn) &&
    years.some(({ end }) => end < date) &&
    years.some(({ start }) => start > date)
  );
}

function byPerson<F extends { readonly personId: string }>(
  facts: readonly F[],
): ReadonlyMap<string, readonly F[]> {
  const found = new Map<string, F[]>();
  for (const fact of facts) found.set(fact.personId, [...(found.get(fact.personId) ?? []), fact]);
  return found;
}
