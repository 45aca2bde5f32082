/** A school together with the calendar that its dates are counted by. */

import type { WorkWeek } from "../time/calendar.ts";
import type { Days, School, SchoolCalendar } from "../team/school.ts";
import type { DistrictStores } from "../stores.ts";

/** A school with the calendar it lives by; a school whose calendar is unknown has only weekends. */
export interface SchoolDays {
  readonly school: School;
  readonly calendar: SchoolCalendar | null;
  /** What counts as a working day for the school as a whole (CAL-7). */
  readonly week: WorkWeek;
}

export async function schoolDays(
  stores: Pick<DistrictStores, "schools" | "calendars">,
  schoolId: string,
): Promise<SchoolDays> {
  const school = await stores.schools.find(schoolId);
  if (!school) throw new Error(`No school ${schoolId}`);
  const calendar = school.calendarId
    ? ((await stores.calendars.find(school.calendarId)) ?? null)
    : null;
  return daysOf(school, calendar);
}

/** The same from what was read already. */
export function daysOf(school: School, known: SchoolCalendar | null): SchoolDays {
  const calendar = withClosures(school, known);
  return {
    school,
    calendar,
    week: { calendar, workingDays: ["mon", "tue", "wed", "thu", "fri"], contractMonths: 12 },
  };
}

/** Days on which this school did not open stand beside those of its calendar (CAL-15). */
function withClosures(
  { id, name, closures = [] }: School,
  calendar: SchoolCalendar | null,
): SchoolCalendar | null {
  if (closures.length === 0) return calendar;
  const days = closures.map(({ date }): Days => ({
    kind: "closure",
    title: "",
    start: date,
    end: date,
  }));
  return calendar
    ? { ...calendar, days: [...days, ...calendar.days] }
    : { id, name, sessions: [], days };
}
