/** The day and the instant that a time in a calendar file is, at the school. */

import ICAL from "ical.js";
import {
  addDays,
  instantAt,
  localDate,
  localTime,
  type LocalDate,
  type LocalTime,
} from "../time/calendar.ts";
import { isZone } from "../time/local-time.ts";

/** Where a time without a zone of its own is. */
export interface Clocks {
  /** The school's. */
  readonly timezone: string;
  /** The zone that the event names, also when the file does not explain it. */
  readonly written: string | undefined;
}

export function writtenZone(event: ICAL.Event): string | undefined {
  const named: unknown = event.component.getFirstProperty("dtstart")?.getParameter("tzid");
  return typeof named === "string" && isZone(named) ? named : undefined;
}

/** An event that ends at midnight does not touch the day that begins then. */
export function lastTouched(to: ICAL.Time, clocks: Clocks): LocalDate {
  const day = dayOf(to, clocks);
  const isMidnight = !to.isDate && localTime(instantOf(to, clocks), clocks.timezone) === "00:00";
  return isMidnight ? addDays(day, -1) : day;
}

const pad = (n: number, length = 2): string => String(n).padStart(length, "0");
export const written = ({ year, month, day }: ICAL.Time): LocalDate =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}` as LocalDate;

/** The day it is at the school. A date without a time, or a time without a zone, is the school's. */
export const dayOf = (time: ICAL.Time, clocks: Clocks): LocalDate =>
  time.isDate || knownZone(time, clocks) === clocks.timezone
    ? written(time)
    : localDate(instantOf(time, clocks), clocks.timezone);

/** The rules of a known zone are better kept here than in most files. */
function knownZone({ zone }: ICAL.Time, clocks: Clocks): string | undefined {
  if (zone === ICAL.Timezone.utcTimezone) return undefined;
  return clocks.written ?? (zone.tzid === "floating" ? clocks.timezone : undefined);
}

export function instantOf(time: ICAL.Time, clocks: Clocks): Date {
  const known = knownZone(time, clocks);
  if (known === undefined) return time.toJSDate();
  const clock = `${pad(time.hour)}:${pad(time.minute)}` as LocalTime;
  return instantAt(written(time), clock, known);
}
