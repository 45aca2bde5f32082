/** A school with its calendar, as somebody who may see and change it finds it. Reads only. */

import type { Services } from "../feature.ts";
import { sideOf, type Partnership } from "../team/partnership.ts";
import type { Person } from "../team/person.ts";
import { keepsCalendars } from "../rights.ts";
import type { School, SchoolCalendar } from "../team/school.ts";
import { localDate, type LocalDate } from "../time/calendar.ts";
import { contentOf } from "../school-calendar/change.ts";
import type { CalendarContent } from "../school-calendar/entry.ts";

export interface CalendarPlace {
  readonly school: School;
  readonly calendar: SchoolCalendar | null;
  readonly content: CalendarContent | null;
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
  readonly partnerships: readonly Partnership[];
  /** Stands on a side at this school: what belongs to the partners may be shown (rules, 9.3). */
  readonly isPartner: boolean;
  /** How many schools live by this calendar, this one included. */
  readonly sharedBy: number;
  /** May change it for all of them at once. */
  readonly mayChangeAll: boolean;
}

type Reading = Pick<Services, "stores" | "now"> & { readonly person: Person };

/** The school's calendar; undefined for who is no partner there and keeps no calendars. */
export async function calendarPlace(
  { stores, now, person }: Reading,
  schoolId: string,
): Promise<CalendarPlace | undefined> {
  const school = await stores.schools.find(schoolId);
  const all = await stores.partnerships.all();
  const partnerships = all.filter((partnership) => partnership.schoolId === schoolId);
  const isPartner = partnerships.some((partnership) => sideOf(partnership, person.id));
  const keeps = await keepsCalendars({ stores, person });
  if (!school || !(isPartner || keeps)) return undefined;
  const { calendarId } = school;
  const calendar = calendarId ? ((await stores.calendars.find(calendarId)) ?? null) : null;
  const others = await stores.schools.findAll([...new Set(all.map((one) => one.schoolId))]);
  const sharing = calendar ? others.filter((other) => other.calendarId === calendar.id) : [];
  return {
    school,
    calendar,
    content: calendar && contentOf(calendar),
    today: localDate(now, school.timezone),
    partnerships,
    isPartner,
    sharedBy: Math.max(1, sharing.length),
    mayChangeAll: keeps,
  };
}

/** The schools whose calendars somebody may change, by name. */
export async function schoolsOf({ stores, person }: Reading): Promise<readonly School[]> {
  const partnerships = (await keepsCalendars({ stores, person }))
    ? await stores.partnerships.all()
    : await stores.partnerships.ofPartner(person.id);
  const ids = [...new Set(partnerships.map(({ schoolId }) => schoolId))];
  const schools = await stores.schools.findAll(ids);
  return [...schools].sort((a, b) => a.name.localeCompare(b.name));
}
