/** Where a person is a partner, or stands in for one, and when they work there. Reads only. */

import { localDate } from "../time/calendar.ts";
import type { Services } from "../feature.ts";
import { coverOn } from "../team/availability.ts";
import { sideOf, type Partnership } from "../team/partnership.ts";
import type { Person, Side } from "../team/person.ts";
import { daysOf, type SchoolDays } from "./school-days.ts";
import { workWeekOf } from "../team/work-week.ts";
import type { WorkWeek } from "../time/calendar.ts";
import type { School } from "../team/school.ts";

type Reading = Pick<Services, "stores" | "now">;

export interface Workplace {
  readonly partnership: Partnership;
  readonly side: Side;
  readonly school: School;
  /** When this person works by that school's calendar. */
  readonly week: WorkWeek;
  /** Whose steps are theirs to hear of: their own, and those of whom they stand in for. */
  readonly ownerIds: readonly string[];
}

/** Every partnership of a person; empty when they are in none and stand in for nobody. */
export async function workplacesOf(
  reading: Reading,
  person: Person,
): Promise<readonly Workplace[]> {
  return (await workplacesOfAll(reading, [person])).get(person.id) ?? [];
}

/** The same for many people, in as many reads as for one. */
export async function workplacesOfAll(
  { stores, now }: Reading,
  people: readonly Person[],
): Promise<ReadonlyMap<string, readonly Workplace[]>> {
  const ids = people.map(({ id }) => id);
  const covered = (await stores.people.coveredBy(ids)).filter(
    (person) => coverOn(person, localDate(now, person.timezone)) !== undefined,
  );
  const partnerships = await stores.partnerships.ofPartners([
    ...ids,
    ...covered.map(({ id }) => id),
  ]);
  const days = await schoolDaysOfAll(stores, partnerships);
  return new Map(
    people.map((person) => {
      const behind = covered.filter(({ cover }) => cover?.byId === person.id);
      const places = partnerships.flatMap((partnership) =>
        placesAt(partnership, person, behind, days.get(partnership.schoolId)),
      );
      return [person.id, places] as const;
    }),
  );
}

function placesAt(
  partnership: Partnership,
  person: Person,
  behind: readonly Person[],
  days: SchoolDays | undefined,
): readonly Workplace[] {
  const owners = [person, ...behind].filter(({ id }) => sideOf(partnership, id) !== undefined);
  const [first] = owners;
  const side = first && sideOf(partnership, first.id);
  if (!side || !days) return [];
  return [
    {
      partnership,
      side,
      school: days.school,
      week: workWeekOf(person, days.calendar),
      ownerIds: owners.map(({ id }) => id),
    },
  ];
}

/** The schools of these partnerships with their calendars, by id, in two reads. */
export async function schoolDaysOfAll(
  stores: Pick<Reading["stores"], "schools" | "calendars">,
  partnerships: readonly Partnership[],
): Promise<ReadonlyMap<string, SchoolDays>> {
  const schools = await stores.schools.findAll([
    ...new Set(partnerships.map(({ schoolId }) => schoolId)),
  ]);
  const calendars = await stores.calendars.findAll([
    ...new Set(schools.flatMap(({ calendarId }) => calendarId ?? [])),
  ]);
  return new Map(
    schools.map((school) => {
      const calendar = calendars.find(({ id }) => id === school.calendarId) ?? null;
      return [school.id, daysOf(school, calendar)] as const;
    }),
  );
}
