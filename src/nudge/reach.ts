/** On which days and at what times a person may be written to (N-6). Pure. */

import {
  addDays,
  covers,
  dayOff,
  instantAt,
  isWorkingDay,
  localDate,
  localTime,
  type DayRange,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../time/calendar.ts";
import { startOfWeek } from "../time/sessions.ts";
import { isQuietAt, type Availability, type QuietHours } from "../team/availability.ts";
import type { Person } from "../team/person.ts";
import type { NudgeSettings } from "./settings.ts";

export interface Reach {
  /** IANA zone of the person: their mornings are meant (CAL-16). */
  readonly timezone: string;
  /** A day counts when any of their schools is at work for them. Never empty. */
  readonly weeks: readonly WorkWeek[];
  readonly quiet: QuietHours;
  /** When the messages of a day come. */
  readonly slot: LocalTime;
  readonly noContact: readonly DayRange[];
  readonly pausedUntil: Date | null;
}

/** From what a person chose and what their schools have. */
export function reachOf(
  person: Pick<Person, "timezone" | "workingDays" | "contractMonths" | "pausedUntil"> &
    Availability,
  weeks: readonly WorkWeek[],
  settings: NudgeSettings,
): Reach {
  const { workingDays, away } = person;
  const plain = { calendar: null, workingDays, contractMonths: 12, ...(away ? { away } : {}) };
  const quiet = person.quiet ?? { from: settings.quietFrom, to: settings.quietTo };
  const wanted = person.nudgeAt ?? settings.digestAt;
  return {
    timezone: person.timezone,
    weeks: weeks.length > 0 ? weeks : [plain],
    quiet,
    slot: isQuietAt(wanted, quiet) ? quiet.to : wanted,
    noContact: person.noContact ?? [],
    pausedUntil: person.pausedUntil,
  };
}

/** A day on which they may be written to: a working day of theirs that they did not take out. */
export const isContactDay = (date: LocalDate, { weeks, noContact }: Reach): boolean =>
  weeks.some((week) => isWorkingDay(date, week)) && !noContact.some((range) => covers(range, date));

/** When the messages of a day come; undefined on a day without. */
export function slotOn(date: LocalDate, reach: Reach): Date | undefined {
  if (!isContactDay(date, reach)) return undefined;
  const slot = instantAt(date, reach.slot, reach.timezone);
  return reach.pausedUntil && slot < reach.pausedUntil ? undefined : slot;
}

/** Whether they may be written to now. */
export function isOpen(now: Date, reach: Reach): boolean {
  const { timezone, quiet, pausedUntil } = reach;
  if (pausedUntil && now < pausedUntil) return false;
  return (
    isContactDay(localDate(now, timezone), reach) && !isQuietAt(localTime(now, timezone), quiet)
  );
}

/** Longer than any summer. */
const DAYS_AHEAD = 420;

/** The first day from `from` on that has a slot and passes `suits`; undefined when a year has none. */
export function dayWithSlot(
  from: LocalDate,
  reach: Reach,
  suits: (date: LocalDate) => boolean = () => true,
): LocalDate | undefined {
  for (let n = 0; n < DAYS_AHEAD; n++) {
    const date = addDays(from, n);
    if (slotOn(date, reach) && suits(date)) return date;
  }
  return undefined;
}

/** The first day of the week in which a day lies, as their school's country counts weeks (CAL-6). */
export const weekOf = (date: LocalDate, { weeks }: Reach): LocalDate =>
  startOfWeek(date, weeks[0]?.calendar ?? null);

/** The first day of that week on which they may be written to; a pause does not move it (N-1). */
export function firstDayOf(week: LocalDate, reach: Reach): LocalDate | undefined {
  return Array.from({ length: 7 }, (_, n) => addDays(week, n)).find((date) =>
    isContactDay(date, reach),
  );
}

/** A stretch of days that was passed over. `title` is the calendar's own; "" for what has none. */
export interface PassedOver extends DayRange {
  readonly why: "calendar" | "away" | "no_contact" | "paused";
  readonly title: string;
}

/** Why nobody is written to between two days, in order: breaks, days away, the pause; not weekends. */
export function passedOver(from: LocalDate, to: LocalDate, reach: Reach): readonly PassedOver[] {
  const found: PassedOver[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) {
    const why = slotOn(date, reach) ? undefined : whyClosed(date, reach);
    if (why && !found.some((other) => other.end === why.end && other.why === why.why))
      found.push(why);
  }
  return found;
}

function whyClosed(date: LocalDate, reach: Reach): PassedOver | undefined {
  const { weeks, noContact, pausedUntil, timezone, slot } = reach;
  const offs = weeks.map((week) => dayOff(date, week));
  const [off] = offs;
  if (off !== undefined && offs.every((other) => other !== undefined)) {
    if (off !== "away")
      return { why: "calendar", title: off.title, start: off.start, end: off.end };
    const range = weeks[0]?.away?.find((each) => covers(each, date));
    return range && { why: "away", title: "", start: range.start, end: range.end };
  }
  const taken = noContact.find((range) => covers(range, date));
  if (taken) return { why: "no_contact", title: "", start: taken.start, end: taken.end };
  if (!pausedUntil || instantAt(date, slot, timezone) >= pausedUntil) return undefined;
  const end = addDays(localDate(pausedUntil, timezone), -1);
  return { why: "paused", title: "", start: end < date ? date : end, end };
}
