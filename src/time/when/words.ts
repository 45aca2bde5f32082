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

/** First and last day of a week or month that is named as a whole: what is due then is due by its end. */
export interface Period {
  readonly since: LocalDate;
  readonly day: LocalDate;
}

/** Parts of patterns, each with words of one language parted by "|". */
export interface DateWords {
  /** Ends right before a date that something is due by, and goes with it: "by the". */
  readonly due: RegExp;
  /** Ends right before a date that nothing is due by: "every", "since". */
  readonly notDue: RegExp;
  /** Begins right after a date that makes another one of it: "Friday week". */
  readonly notDueAfter: RegExp;
  /** Ends right before a weekday that comes back: "every". */
  readonly habit: RegExp;
  /** Ends right before a date that goes with the one before it: "or", "to". */
  readonly joins: RegExp;
  /** Ends right before a month that lasts: what is due "in May" is due by its end. */
  readonly during: RegExp;
  /** Ends right before a month of which only a part is meant: "mid-". */
  readonly partOf: RegExp;
  /** Ends right before a day whose whole week is meant: "week of". */
  readonly weekOf: RegExp;
  /** Ends right before numbers that count something else: "grade 3/4". */
  readonly counted: RegExp;
  /** Weekdays and days that lie behind: "last Friday". */
  readonly past: RegExp;
  /** The coming one of a weekday, as a word before or after it; English has none (see chrono). */
  readonly coming: RegExp | null;
  /** January to December, each in all its spellings. */
  readonly months: readonly string[];
  /** Monday to Sunday, likewise. */
  readonly weekdays: readonly string[];
  /** Between the ends of a range: "to". */
  readonly to: string;
  /** Between days of one month: "11 or 12 March". */
  readonly and: string;
  /** Before a second day: "11 March or the 12th". */
  readonly the: string;
  /** Between a day and its month or year. */
  readonly of: string;
  /** Behind a number: "14th". */
  readonly ordinal: string;
  /** Behind a month or day. */
  readonly nextYear: string;
  readonly thisYear: string;
  /** Behind a day, and says nothing that it does not: "15 mars prochain". */
  readonly idle: string;
  /** Parts of a day, and its end: "morning". */
  readonly dayparts: string;
  /** Before a range or a single day where days off are named: "from". */
  readonly from: string;
  /** Before a last day: "until". */
  readonly until: string;
  /** "for 3 days", "durante dos semanas". */
  readonly lasting: RegExp;
  readonly numbers: Readonly<Record<string, number>>;
  /** What the library does not read, or reads otherwise than schools mean it. */
  readonly phrases: readonly Phrase[];
}

interface Phrase {
  readonly pattern: RegExp;
  /** One day, a week or month, or undefined when it is no date after all. */
  readonly day: (
    today: LocalDate,
    groups: Groups,
    calendar: SchoolCalendar | null,
  ) => Day | Period | undefined;
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

/** The school week `weeks` after the one of `today`, from Monday to Friday. */
export function week(today: LocalDate, weeks = 0): Period {
  const day = endOfWeek(today, weeks);
  const monday = addDays(day, -4);
  return { since: monday < today ? today : monday, day };
}

/** The month `months` after that of `today`; what is over of this one is left out. */
export function month(today: LocalDate, months = 0): Period {
  const day = endOfMonth(today, months);
  const first = `${day.slice(0, 7)}-01` as LocalDate;
  return { since: first < today ? today : first, day };
}

/** The last day of the named month (1–12), in the year that was written or the next that is not over. */
export function endOfNamedMonth(today: LocalDate, month: number, year?: string): LocalDate {
  const inYear = (y: number) =>
    endOfMonth(`${String(y)}-${String(month).padStart(2, "0")}-01` as LocalDate);
  if (year) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  return inYear(thisYear) < today ? inYear(thisYear + 1) : inYear(thisYear);
}

/** The `nth` such weekday of a month; -1 for the last one. */
export function nthWeekday(
  today: LocalDate,
  nth: number,
  weekday: number,
  month: number,
  year?: string,
): LocalDate | undefined {
  const end = endOfNamedMonth(today, month, year);
  const wanted = WEEKDAYS[weekday];
  const days = Array.from({ length: Number(end.slice(8)) }, (_, n) =>
    addDays(`${end.slice(0, 8)}01` as LocalDate, n),
  ).filter((day) => weekdayOf(day) === wanted);
  return days.at(nth < 0 ? nth : nth - 1);
}

/** The first day from `today` on that is the `day`th of a month and this weekday (0 for Monday). */
export function weekdayOnThe(
  today: LocalDate,
  weekday: number,
  day: number,
): LocalDate | undefined {
  for (let months = 0; months < 14; months++) {
    const date = parseLocalDate(
      `${endOfMonth(today, months).slice(0, 7)}-${String(day).padStart(2, "0")}`,
    );
    if (date && date >= today && weekdayOf(date) === WEEKDAYS[weekday]) return date;
  }
  return undefined;
}

/** The next such weekday (0 for Monday) from `today` on. */
export const nextWeekday = (today: LocalDate, weekday: number): LocalDate =>
  addDays(today, (weekday - WEEKDAYS.indexOf(weekdayOf(today)) + 7) % 7);

/** Which of the spellings a word is; -1 when it is none. */
export const indexIn = (names: readonly string[], word = ""): number =>
  names.findIndex((name) => new RegExp(`^(?:${name})$`, "iu").test(word));

/** Any of a language's months or weekdays, as part of a pattern. */
export const anyOf = (names: readonly string[]): string => `(?:${names.join("|")})`;

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
