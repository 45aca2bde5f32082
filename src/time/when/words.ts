/** What a language brings to the reading of dates, and the days that its phrases mean. */

import { tz } from "@date-fns/tz";
import { addMonths } from "date-fns/addMonths";
import { format } from "date-fns/format";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import {
  addDays,
  addWorkingDays,
  daysBetween,
  parseLocalDate,
  weekdayOf,
  type LocalDate,
} from "../calendar.ts";
import { addSchoolDays } from "../teaching.ts";
import { WEEKDAYS } from "../../team/person.ts";
import type { SchoolCalendar } from "../../team/school.ts";

/** A day that was named; `impossible` when there is none such, like 31 February. */
export type Day = LocalDate | "impossible";

export interface DateWords {
  /** Ends right before a date that something is due by, and goes with it: "by the". */
  readonly due: RegExp;
  /** Ends right before a date that nothing is due by: "every", "since". */
  readonly notDue: RegExp;
  /** Ends right before a weekday that comes back: "every". */
  readonly habit: RegExp;
  /** Ends right before a date that goes with the one before it: "or", "to". */
  readonly joins: RegExp;
  /** Ends right before a month that lasts: what is due "in May" is due by its end. */
  readonly during: RegExp;
  /** Weekdays and days that lie behind: "last Friday". */
  readonly past: RegExp;
  /** The coming one of a weekday, as a word before or after it; English has none (see chrono). */
  readonly coming: RegExp | null;
  /** Stands between two days of one month: "11 or 12 March". */
  readonly and: string;
  /** Begins like a date, but may be something to do: "March 2 classes to the library". */
  readonly verbs: RegExp | null;
  /** What the library does not read, or reads otherwise than schools mean it. */
  readonly phrases: readonly Phrase[];
}

interface Phrase {
  readonly pattern: RegExp;
  /** One day, both ends of a range, or undefined when it is no date after all. */
  readonly day: (
    today: LocalDate,
    groups: Groups,
    calendar: SchoolCalendar | null,
  ) => Day | readonly [Day, Day] | undefined;
  /** Says on its own that something is due then: "in 3 weeks". */
  readonly sure?: true;
}

export type Groups = Readonly<Record<string, string | undefined>>;

const UNBROKEN_BEFORE = "(?<![\\p{L}\\p{N}])";
const UNBROKEN_AFTER = "(?![\\p{L}\\p{N}])";

/** Whole words, wherever they stand. */
export const words = (pattern: string): RegExp =>
  new RegExp(`${UNBROKEN_BEFORE}(?:${pattern})${UNBROKEN_AFTER}`, "iu");

/** Whole words at the end of what stands before a date. */
export const before = (pattern: string): RegExp =>
  new RegExp(`${UNBROKEN_BEFORE}(?:${pattern})\\s*$`, "iu");

const utc = tz("UTC");

/** The last day of the month that begins `months` after that of `date`. */
export function endOfMonth(date: LocalDate, months = 0): LocalDate {
  const first = utc(`${date.slice(0, 7)}-01T00:00:00Z`);
  return format(lastDayOfMonth(addMonths(first, months)), "yyyy-MM-dd", { in: utc }) as LocalDate;
}

/** The same day `months` later, or the last one of a shorter month. */
function monthsAhead(today: LocalDate, months: number): LocalDate {
  const day = addMonths(utc(`${today}T00:00:00Z`), months);
  return format(day, "yyyy-MM-dd", { in: utc }) as LocalDate;
}

/** The Friday that ends the school week `weeks` after the one of `today`; at a weekend, the next. */
export function endOfWeek(today: LocalDate, weeks = 0): LocalDate {
  const friday = addDays(today, 4 - WEEKDAYS.indexOf(weekdayOf(today)));
  return addDays(friday, 7 * (weeks + (friday < today ? 1 : 0)));
}

/** The first day from `today` on that is the last of the named month (1–12). */
export function endOfNamedMonth(today: LocalDate, month: number, year?: string): LocalDate {
  const inYear = (y: number) =>
    endOfMonth(`${String(y)}-${String(month).padStart(2, "0")}-01` as LocalDate);
  if (year) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  return inYear(thisYear) < today ? inYear(thisYear + 1) : inYear(thisYear);
}

/** The first such day from `today` on, of a month (1–12) that has it; 29 February waits for a leap year. */
export function comingDay(today: LocalDate, month: number, day: number): Day {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + YEARS_TO_LEAP_DAY; year++) {
    const date = dayOf(year, month, day);
    if (date !== "impossible" && date >= today) return date;
  }
  return "impossible";
}

/** A day by its numbers, when there is one. */
export function dayOf(year: number, month: number, day: number): Day {
  const [mm, dd] = [month, day].map((n) => String(n).padStart(2, "0"));
  return parseLocalDate(`${String(year)}-${mm ?? ""}-${dd ?? ""}`) ?? "impossible";
}

/** The first day of the named month that is not over yet. */
export function comingMonth(today: LocalDate, month: number): Day {
  const first = dayOf(Number(today.slice(0, 4)), month, 1);
  return first === "impossible" || endOfMonth(first) >= today ? first : monthsAhead(first, 12);
}

/** The longest wait for a 29 February, around a year like 2100. */
const YEARS_TO_LEAP_DAY = 8;

/** The first day from `today` on with that number, in a month that has it; undefined above 31. */
export function dayOfSomeMonth(today: LocalDate, day: number): LocalDate | undefined {
  for (let months = 0; months < 4; months++) {
    const month = endOfMonth(today, months).slice(0, 7);
    const date = parseLocalDate(`${month}-${String(day).padStart(2, "0")}`);
    if (date && daysBetween(today, date) >= 0) return date;
  }
  return undefined;
}

/**
 * So many school days ahead, by the school's calendar (CAL-7); working days where `working` was said.
 * Undefined when the number is none.
 */
export function schoolDaysAhead(
  today: LocalDate,
  { count = "", working }: Groups,
  numbers: Readonly<Record<string, number>>,
  calendar: SchoolCalendar | null,
): LocalDate | undefined {
  const n = numbers[count.toLowerCase()] ?? Number(count);
  if (!Number.isInteger(n) || n < 1) return undefined;
  if (!working) return addSchoolDays(today, n, calendar);
  return addWorkingDays(today, n, {
    calendar,
    workingDays: WEEKDAYS.slice(0, 5),
    contractMonths: 12,
  });
}

/** So many days, weeks or months ahead; undefined when the number is no number. */
export function ahead(
  today: LocalDate,
  { count = "", days, weeks }: Groups,
  numbers: Readonly<Record<string, number>>,
): LocalDate | undefined {
  const n = numbers[count.toLowerCase()] ?? Number(count);
  if (!Number.isInteger(n)) return undefined;
  if (days) return addDays(today, n);
  return weeks ? addDays(today, 7 * n) : monthsAhead(today, n);
}
