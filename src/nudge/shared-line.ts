/** When the channel of a partnership hears what moved: once a week, on its last school day (N-10). Pure. */

import {
  addDays,
  instantAt,
  isWorkingDay,
  localDate,
  localTime,
  summerOn,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import type { Timer } from "../time/timer.ts";
import { startOfWeek } from "../time/sessions.ts";
import { isQuietAt } from "../team/availability.ts";
import type { Partnership } from "../team/partnership.ts";
import { seasonOf } from "./lines.ts";
import type { NudgeSettings } from "./settings.ts";

/** What a school's weeks are counted by. */
export interface LineSchool {
  readonly timezone: string;
  readonly week: WorkWeek;
  readonly settings: NudgeSettings;
}

/** What the partnership has of it. */
export const wantsLine = ({ weeklyLine, channels, closed }: Partnership): boolean =>
  weeklyLine !== "off" && channels.some((channel) => !closed.includes(channel));

/** The day of a week on which the line comes; undefined in breaks, summers, tests and busy weeks (CAL-9 to CAL-11). */
export function lineDay(inWeek: LocalDate, { week, settings }: LineSchool): LocalDate | undefined {
  const first = startOfWeek(inWeek, week.calendar);
  const days = Array.from({ length: 7 }, (_, n) => addDays(first, n));
  const last = days.findLast((date) => isWorkingDay(date, week));
  if (!last || summerOn(last, week.calendar)) return undefined;
  return seasonOf({ side: "it", today: last, week }, settings) ? undefined : last;
}

export function lineMoment(inWeek: LocalDate, school: LineSchool): Date | undefined {
  const day = lineDay(inWeek, school);
  return day && instantAt(day, school.settings.sharedAt, school.timezone);
}

const WEEKS_AHEAD = 60;

/** The first moment after `now`; undefined when a year has none. */
export function nextLine(now: Date, school: LineSchool): Date | undefined {
  const today = localDate(now, school.timezone);
  for (let n = 0; n < WEEKS_AHEAD; n++) {
    const moment = lineMoment(addDays(today, 7 * n), school);
    if (moment && moment > now) return moment;
  }
  return undefined;
}

/** A moment that rang late is still good on its day, until the school's quiet hours begin (N-6). */
export function isStillTime(moment: Date, now: Date, { timezone, settings }: LineSchool): boolean {
  const { quietFrom: from, quietTo: to } = settings;
  return (
    moment <= now &&
    localDate(moment, timezone) === localDate(now, timezone) &&
    !isQuietAt(localTime(now, timezone), { from, to })
  );
}

const WEEKS_BACK = 12;
const LINES_BACK = 2;

/** The days of the two lines before this one, latest first, so that one that fell out is made up for. */
export function lineDaysBefore(date: LocalDate, school: LineSchool): readonly LocalDate[] {
  return Array.from({ length: WEEKS_BACK }, (_, n) => lineDay(addDays(date, -7 * (n + 1)), school))
    .filter((day) => day !== undefined)
    .slice(0, LINES_BACK);
}

export const lineKey = (partnershipId: string, date: LocalDate): string =>
  `nudge.line/${partnershipId}/${date}`;

/** One alarm for all partnerships of a district that share an instant. */
export const lineTimer = (districtId: string, at: Date): Timer => ({
  key: `nudge.line/${districtId}/${at.toISOString()}`,
  at,
  name: "nudge.line",
  districtId,
  id: at.toISOString(),
});
