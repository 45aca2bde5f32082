/** When a channel hears of a meeting whose usual announcement could not be made. Pure. */

import {
  addDays,
  instantAt,
  isWorkingDay,
  localDate,
  localTime,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../time/calendar.ts";
import { isQuietAt, type QuietHours } from "../team/availability.ts";
import { ANNOUNCED_AT, startsAt, type CheckIn } from "./check-in.ts";

/** On the day itself, those who meet early are at school this long before. */
const AHEAD_MINUTES = 30;

/** The clock and the hours that a school's channel goes by. */
export interface ChannelHours {
  readonly timezone: string;
  readonly week: WorkWeek;
  readonly quiet: QuietHours;
}

/**
 * When a meeting that is still to come is announced, its usual moment being over: `now` when the
 * channel may be written to; else the next working morning, on the day of the meeting itself half an
 * hour before it begins where that is earlier (N-6). Where no such morning is left, `now` it is.
 */
export function announcedNext(checkIn: CheckIn, now: Date, hours: ChannelHours): Date {
  const { timezone, week, quiet } = hours;
  const today = localDate(now, timezone);
  if (isWorkingDay(today, week) && !isQuietAt(localTime(now, timezone), quiet)) return now;
  for (let date = today; date <= checkIn.date; date = addDays(date, 1)) {
    const morning = morningOf(date, checkIn, hours);
    if (morning && morning > now) return morning;
  }
  return now;
}

function morningOf(
  date: LocalDate,
  checkIn: CheckIn,
  { timezone, week, quiet }: ChannelHours,
): Date | undefined {
  const isItsDay = date === checkIn.date;
  if (!isItsDay && !isWorkingDay(date, week)) return undefined;
  const morning = instantAt(date, usualMorning(quiet), timezone);
  const before = new Date(startsAt(checkIn, timezone).getTime() - AHEAD_MINUTES * 60_000);
  return isItsDay && before < morning ? before : morning;
}

/** When people have arrived, or as late as the school keeps quiet. */
const usualMorning = (quiet: QuietHours): LocalTime =>
  isQuietAt(ANNOUNCED_AT, quiet) ? quiet.to : ANNOUNCED_AT;
