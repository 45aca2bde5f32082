/** Dates, times and working days in a school's own clock. Pure: `now` and zones are arguments. */

import { tzOffset } from "@date-fns/tz";
import { addMinutes } from "date-fns/addMinutes";
import { covers, type DayRange, type LocalDate, type LocalTime } from "./local-time.ts";
import { WEEKDAYS, type Weekday } from "../team/person.ts";
import type { DayKind, Days, SchoolCalendar } from "../team/school.ts";

export { covers, type DayRange, type LocalDate, type LocalTime };

/** What decides whether somebody works on a day. */
export interface WorkWeek {
  /** Null when the school has none: then only the weekday counts. */
  readonly calendar: SchoolCalendar | null;
  readonly workingDays: readonly Weekday[];
  readonly contractMonths: number;
  /** Days on which this person is away, whatever the school does. */
  readonly away?: readonly DayRange[];
  /** Somebody on a ten-month contract who asked to be counted in all the same (CAL-11). */
  readonly worksInSummer?: boolean;
}

/** A day without a zone is a number of days: nothing of a clock is in it. */
const DAY_MS = 86_400_000;
const numberOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number): LocalDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** The day it is at an instant, in an IANA zone (CAL-1). */
export const localDate = (instant: Date, timezone: string): LocalDate =>
  shownAt(instant, timezone).slice(0, 10) as LocalDate;

/** The time of day it is at an instant, in an IANA zone; seconds are cut off. */
export const localTime = (instant: Date, timezone: string): LocalTime =>
  shownAt(instant, timezone).slice(11, 16) as LocalTime;

/** What calendar and clock of a zone show, written as ISO 8601 writes UTC. */
const shownAt = (instant: Date, timezone: string): string =>
  addMinutes(instant, tzOffset(timezone, instant)).toISOString();

/**
 * When the clocks of an IANA zone show this (CAL-16). A time that the clocks skip becomes the first
 * minute after the gap; one that they show twice, the first of the two.
 */
export function instantAt(date: LocalDate, time: LocalTime, timezone: string): Date {
  const shown = new Date(`${date}T${time}:00Z`);
  const offsets = [-1, 1].map((days) =>
    tzOffset(timezone, new Date(shown.getTime() + days * DAY_MS)),
  );
  const candidates = offsets
    .map((offset) => addMinutes(shown, -offset))
    .sort((a, b) => a.getTime() - b.getTime());
  const exact = candidates.find((candidate) => shows(candidate, date, time, timezone));
  return exact ?? firstMinuteAfterGap(candidates, timezone);
}

/** The last minute in which the clocks of an IANA zone show that day, whatever they skip or show twice at its end. */
export const lastMinuteOf = (date: LocalDate, timezone: string): Date =>
  addMinutes(instantAt(addDays(date, 1), "00:00" as LocalTime, timezone), -1);

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
  return dayOf(numberOf(date) + n);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return numberOf(to) - numberOf(from);
}

/** 5 January 1970 was a Monday. */
const A_MONDAY = 4;

export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[(((numberOf(date) - A_MONDAY) % 7) + 7) % 7] ?? "mon";
}

/** The first of these kinds that the calendar has on a day. */
export const dayEntry = (
  date: LocalDate,
  calendar: SchoolCalendar | null,
  kinds: readonly DayKind[],
): Days | undefined =>
  calendar?.days.find((entry) => kinds.includes(entry.kind) && covers(entry, date));

/** On these nobody works. */
export const CLOSED: readonly DayKind[] = ["holiday", "break", "closure"];

/**
 * A weekday of theirs that is no holiday, break or closure, not among the days they are away, and
 * inside the contract (CAL-7, CAL-11). A staff day is one.
 */
export function isWorkingDay(date: LocalDate, week: WorkWeek): boolean {
  return week.workingDays.includes(weekdayOf(date)) && dayOff(date, week) === undefined;
}

/** Why somebody does not work on a weekday of theirs: the entry of the calendar, or being away. */
export function dayOff(date: LocalDate, week: WorkWeek): Days | "away" | undefined {
  if (week.away?.some((range) => covers(range, date))) return "away";
  const closed = dayEntry(date, week.calendar, CLOSED);
  if (closed || week.contractMonths >= 12 || week.worksInSummer) return closed;
  return summerOn(date, week.calendar);
}

/** The long break of a ten-month contract: as entered, or what lies between two school years. */
export function summerOn(date: LocalDate, calendar: SchoolCalendar | null): Days | undefined {
  const entered = dayEntry(date, calendar, ["summer"]);
  if (entered || !calendar || dayEntry(date, calendar, ["staff_day"])) return entered;
  const years = calendar.sessions.filter(({ type }) => type === "schoolYear");
  if (years.some((year) => covers(year, date))) return undefined;
  const before = years.map(({ end }) => end).filter((end) => end < date);
  const after = years.map(({ start }) => start).filter((start) => start > date);
  const [last, next] = [before.sort().at(-1), after.sort()[0]];
  return last && next
    ? { kind: "summer", title: "", start: addDays(last, 1), end: addDays(next, -1) }
    : undefined;
}

/**
 * What lies outside of every school year that the calendar knows, from the day after the last one before it:
 * also the days between the last day of school and the summer that was entered, and those after the last year.
 */
export function outsideYears(date: LocalDate, calendar: SchoolCalendar | null): Days | undefined {
  const years = (calendar?.sessions ?? []).filter(({ type }) => type === "schoolYear");
  if (years.some((year) => covers(year, date)) || dayEntry(date, calendar, ["staff_day"]))
    return undefined;
  const ends = years.map(({ end }) => end).filter((end) => end < date);
  const last = ends.sort().at(-1);
  return last && { kind: "summer", title: "", start: addDays(last, 1), end: date };
}

/** How far a working day is looked for before the plain neighbouring day is taken instead. */
const LONGEST_BREAK_DAYS = 400;

/** The first working day strictly after `date`; the plain next day if there is none for 400 days. */
export const nextWorkingDay = (date: LocalDate, week: WorkWeek): LocalDate =>
  neighbouringWorkingDay(date, week, 1);

/** The last working day strictly before `date`; the plain day before if there is none for 400 days. */
export const previousWorkingDay = (date: LocalDate, week: WorkWeek): LocalDate =>
  neighbouringWorkingDay(date, week, -1);

const neighbouringWorkingDay = (date: LocalDate, week: WorkWeek, step: 1 | -1): LocalDate =>
  nthDay(date, step, (day) => isWorkingDay(day, week));

/** `n` working days later, not counting `date` itself; earlier when negative; `date` for 0. */
export const addWorkingDays = (date: LocalDate, n: number, week: WorkWeek): LocalDate =>
  nthDay(date, n, (day) => isWorkingDay(day, week));

/** The `n`th day after `date` that counts, before it when negative; where none is found for 400 days, the plain neighbouring day. */
export function nthDay(date: LocalDate, n: number, counts: (day: LocalDate) => boolean): LocalDate {
  const step = Math.sign(n);
  let reached = date;
  for (let left = Math.abs(n); left > 0; left--) {
    let candidate = addDays(reached, step);
    for (let tried = 1; tried < LONGEST_BREAK_DAYS && !counts(candidate); tried++)
      candidate = addDays(candidate, step);
    reached = counts(candidate) ? candidate : addDays(reached, step);
  }
  return reached;
}

/** A date written `2027-05-14`; undefined when it is written otherwise or does not exist. */
export function parseLocalDate(typed: string): LocalDate | undefined {
  const written = typed.trim() as LocalDate;
  const number = /^\d{4}-\d{2}-\d{2}$/u.test(written) ? numberOf(written) : NaN;
  return Number.isInteger(number) && dayOf(number) === written ? written : undefined;
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
