/** Dates, times and working days in a school's own clock. Pure: `now` and zones are arguments. */

import { tz, tzOffset, type TZDate } from "@date-fns/tz";
import {
  addDays as addCalendarDays,
  addMinutes,
  differenceInCalendarDays,
  format,
  getISODay,
  isValid,
  parse,
} from "date-fns";
import type { LocalDate, LocalTime } from "./local-time.ts";
import { WEEKDAYS, type Weekday } from "../team/person.ts";
import type { DayKind, SchoolCalendar } from "../team/school.ts";

export type { LocalDate, LocalTime };

/** What decides whether somebody works on a day. */
export interface WorkWeek {
  /** Null when the school has none: then only the weekday counts. */
  readonly calendar: SchoolCalendar | null;
  readonly workingDays: readonly Weekday[];
  readonly contractMonths: number;
}

/** Plain days are counted in UTC, where none is longer or shorter than another. */
const utc = tz("UTC");
const asDay = (date: LocalDate): TZDate => utc(`${date}T00:00:00Z`);
const dayOf = (day: Date): LocalDate => format(day, "yyyy-MM-dd", { in: utc }) as LocalDate;

/** The day it is at an instant, in an IANA zone (CAL-1). */
export function localDate(instant: Date, timezone: string): LocalDate {
  return format(instant, "yyyy-MM-dd", { in: tz(timezone) }) as LocalDate;
}

/** The time of day it is at an instant, in an IANA zone; seconds are cut off. */
export function localTime(instant: Date, timezone: string): LocalTime {
  return format(instant, "HH:mm", { in: tz(timezone) }) as LocalTime;
}

/**
 * When the clocks of an IANA zone show this (CAL-16). A time that the clocks skip becomes the first
 * minute after the gap; one that they show twice, the first of the two.
 */
export function instantAt(date: LocalDate, time: LocalTime, timezone: string): Date {
  const shown = new Date(`${date}T${time}:00Z`);
  const offsets = [-1, 1].map((days) => tzOffset(timezone, addCalendarDays(shown, days)));
  const candidates = offsets
    .map((offset) => addMinutes(shown, -offset))
    .sort((a, b) => a.getTime() - b.getTime());
  const exact = candidates.find((candidate) => shows(candidate, date, time, timezone));
  return exact ?? firstMinuteAfterGap(candidates, timezone);
}

const shows = (instant: Date, date: LocalDate, time: LocalTime, timezone: string): boolean =>
  localDate(instant, timezone) === date && localTime(instant, timezone) === time;

/** The change of offset lies between the two readings of the skipped time. */
function firstMinuteAfterGap(readings: readonly Date[], timezone: string): Date {
  const [first, last] = [Math.min(...readings.map(Number)), Math.max(...readings.map(Number))];
  const before = tzOffset(timezone, new Date(first));
  let [low, high] = [0, Math.ceil((last - first) / 60_000)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tzOffset(timezone, addMinutes(first, middle)) === before) low = middle + 1;
    else high = middle;
  }
  return addMinutes(first, low);
}

/** `n` days later; earlier when negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dayOf(addCalendarDays(asDay(date), n));
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(asDay(to), asDay(from), { in: utc });
}

export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[getISODay(asDay(date)) - 1] ?? "mon";
}

const CLOSED: readonly DayKind[] = ["holiday", "break", "closure"];

/** A weekday of theirs that is no holiday, break or closure, and inside the contract (CAL-7, CAL-11). */
export function isWorkingDay(date: LocalDate, week: WorkWeek): boolean {
  if (!week.workingDays.includes(weekdayOf(date))) return false;
  const off = week.contractMonths < 12 ? [...CLOSED, "summer"] : CLOSED;
  return !week.calendar?.days.some(
    ({ kind, start, end }) => off.includes(kind) && start <= date && date <= end,
  );
}

/** How far a working day is looked for before the plain neighbouring day is taken instead. */
const LONGEST_BREAK_DAYS = 400;

/** The first working day strictly after `date`; the plain next day if there is none for 400 days. */
export const nextWorkingDay = (date: LocalDate, week: WorkWeek): LocalDate =>
  neighbouringWorkingDay(date, week, 1);

/** The last working day strictly before `date`; the plain day before if there is none for 400 days. */
export const previousWorkingDay = (date: LocalDate, week: WorkWeek): LocalDate =>
  neighbouringWorkingDay(date, week, -1);

function neighbouringWorkingDay(date: LocalDate, week: WorkWeek, step: 1 | -1): LocalDate {
  for (let n = 1; n <= LONGEST_BREAK_DAYS; n++) {
    const candidate = addDays(date, step * n);
    if (isWorkingDay(candidate, week)) return candidate;
  }
  return addDays(date, step);
}

/** `n` working days later, not counting `date` itself; earlier when negative; `date` for 0. */
export function addWorkingDays(date: LocalDate, n: number, week: WorkWeek): LocalDate {
  let reached = date;
  for (let left = Math.abs(n); left > 0; left--)
    reached = n > 0 ? nextWorkingDay(reached, week) : previousWorkingDay(reached, week);
  return reached;
}

/** A date written `2027-05-14`; undefined when it is written otherwise or does not exist. */
export function parseLocalDate(typed: string): LocalDate | undefined {
  const day = parse(typed.trim(), "yyyy-MM-dd", utc(0), { in: utc });
  return isValid(day) && dayOf(day) === typed.trim() ? dayOf(day) : undefined;
}

const TIME =
  /^(?<hour>\d{1,2})(?:\s?[:.h]\s?(?<minute>\d{2})|\s?h)?(?:\s?(?<half>[ap])\.?\s?m\.?)?$/iu;

/** A time of day as people type it: "14:45", "2:45 pm", "8 a. m.", "14h45"; undefined when unclear. */
export function parseTime(typed: string): LocalTime | undefined {
  const { hour, minute, half } = TIME.exec(typed.trim())?.groups ?? {};
  const isBareNumber = /^\d+$/u.test(typed.trim());
  if (hour === undefined || isBareNumber) return undefined;
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  if (minutes > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) return undefined;
  const afternoon = half?.toLowerCase() === "p" ? 12 : 0;
  const onDayClock = half ? (hours % 12) + afternoon : hours;
  return `${pad(onDayClock)}:${pad(minutes)}` as LocalTime;
}

const pad = (n: number): string => String(n).padStart(2, "0");
