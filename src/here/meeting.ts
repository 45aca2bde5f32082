/** A partnership with all that its meetings depend on: school, clock, who works when. Reads only. */

import { localDate, type LocalDate, type WorkWeek } from "../time/calendar.ts";
import { isAhead, type CheckIn } from "../check-in/check-in.ts";
import type { Services } from "../feature.ts";
import type { Partnership } from "../team/partnership.ts";
import { schoolDays, type SchoolDays } from "./school-days.ts";
import { teamOf, type Team } from "../telling/share.ts";
import { workWeekOf } from "../team/work-week.ts";
import type { Texts } from "../texts/index.ts";

export interface Place extends SchoolDays, Team {
  /** When each of them works. */
  readonly weeks: readonly WorkWeek[];
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
}

export async function placeOf(
  { stores, now }: Pick<Services, "stores" | "now">,
  partnership: Partnership,
): Promise<Place> {
  const days = await schoolDays(stores, partnership.schoolId);
  const team = await teamOf(stores, partnership, days.school);
  return {
    ...days,
    ...team,
    weeks: team.partners.map((person) => workWeekOf(person, days.calendar)),
    today: localDate(now, days.school.timezone),
  };
}

/** A meeting that has begun is still of its day; few are planned at once. */
const LOOKED_AT = 10;

/** The next meeting that has not begun; undefined when none is planned. */
export async function nextCheckIn(
  { stores, now }: Pick<Services, "stores" | "now">,
  { partnership, school, today }: Pick<Place, "partnership" | "school" | "today">,
): Promise<CheckIn | undefined> {
  const upcoming = await stores.checkIns.upcoming(partnership.id, today, LOOKED_AT);
  return upcoming.find((checkIn) => isAhead(checkIn, now, school.timezone));
}

/** "Wed 10 March, 14:45". */
export const whenOf = (
  { date, start }: Pick<CheckIn, "date" | "start">,
  today: LocalDate,
  { dates }: Texts,
): string => `${dates.day(date, today)}, ${dates.time(start)}`;
