/** Stretches of a school year in which some things are not done, and those that suit others. Pure. */

import {
  addDays,
  addWorkingDays,
  covers,
  dayEntry,
  weekdayOf,
  type DayRange,
  type LocalDate,
  type WorkWeek,
} from "./calendar.ts";
import { isSouthern, schoolYearAt, startOfWeek } from "./sessions.ts";
import { addSchoolDays } from "./teaching.ts";
import type { Days, SchoolCalendar, Session } from "../team/school.ts";

/** State or national tests, or the school's own: IT is left alone but for live lessons (CAL-9). */
export const testingOn = (date: LocalDate, calendar: SchoolCalendar | null): Days | undefined =>
  dayEntry(date, calendar, ["testing_window"]);

/** Nothing is changed on the systems; it may begin before the tests it is for (CAL-9). */
export const freezeOn = (date: LocalDate, calendar: SchoolCalendar | null): Days | undefined =>
  dayEntry(date, calendar, ["change_freeze", "testing_window"]);

export interface BusyWeeks {
  readonly first: number;
  readonly last: number;
}
export const BUSY_WEEKS: BusyWeeks = { first: 4, last: 3 };

/**
 * A season in which only what is critical is said (CAL-10): one that was entered, else the first and
 * the last weeks of the school year. An entered one at either end stands for that end.
 */
export function busyOn(
  date: LocalDate,
  calendar: SchoolCalendar | null,
  weeks: BusyWeeks = BUSY_WEEKS,
): Days | undefined {
  const entered = dayEntry(date, calendar, ["busy_season"]);
  const year = schoolYearAt(date, calendar);
  if (entered || !year || !covers(year, date)) return entered;
  return usuallyBusy(year, weeks)
    .filter((end) => !isEntered(end, calendar))
    .map((end): Days => ({ kind: "busy_season", title: "", ...end }))
    .find((end) => covers(end, date));
}

const usuallyBusy = ({ start, end }: Session, { first, last }: BusyWeeks): readonly DayRange[] => [
  { start, end: addDays(start, first * 7 - 1) },
  { start: addDays(end, 1 - last * 7), end },
];

const isEntered = (range: DayRange, calendar: SchoolCalendar | null): boolean =>
  calendar?.days.some(
    ({ kind, start, end }) => kind === "busy_season" && start <= range.end && range.start <= end,
  ) === true;

/**
 * When Meetings 1 and 2 are suggested (CAL-12): in the north mid-June to the end of July and the week
 * after the tests of a semester; in the south December after reports, and the week before pupils
 * return. Offered in summer only to those who asked for it (CAL-11).
 */
export function slowPeriods(
  year: Session,
  calendar: SchoolCalendar | null,
): readonly (DayRange & { readonly inSummer: boolean })[] {
  const [from] = year.start.split("-");
  const [until] = year.end.split("-");
  if (isSouthern(year))
    return [
      { start: addDays(year.start, -7), end: addDays(year.start, -1), inSummer: false },
      { start: `${until ?? ""}-12-01` as LocalDate, end: year.end, inSummer: false },
    ];
  const tests = (calendar?.days ?? []).filter(
    ({ kind, end }) => kind === "testing_window" && covers(year, end),
  );
  return [
    {
      start: `${from ?? ""}-06-15` as LocalDate,
      end: `${from ?? ""}-07-31` as LocalDate,
      inSummer: true,
    },
    ...tests.map(({ end }) => ({ start: addDays(end, 1), end: addDays(end, 7), inSummer: false })),
  ];
}

const WEEKS_WITHOUT_LAUNCH = 4;

/**
 * The weeks in which a share season usually runs (CAL-13): in the north from the second week of
 * January to the last school day before the spring break, in the south weeks 3 to 8 of term 2; never
 * in the first four weeks of the year. Undefined when the calendar does not say enough.
 */
export function shareSeason(year: Session, calendar: SchoolCalendar): DayRange | undefined {
  const season = isSouthern(year) ? southernSeason(year, calendar) : northernSeason(year, calendar);
  const earliest = addDays(year.start, WEEKS_WITHOUT_LAUNCH * 7);
  if (!season || season.end < earliest) return undefined;
  return season.start < earliest ? { ...season, start: earliest } : season;
}

function northernSeason(year: Session, calendar: SchoolCalendar): DayRange | undefined {
  const january = `${year.end.slice(0, 4)}-01-01` as LocalDate;
  const [spring] = calendar.days
    .filter(({ kind, start }) => kind === "break" && addDays(january, 31) <= start)
    .filter(({ start }) => covers(year, start))
    .map(({ start }) => start)
    .sort();
  if (!spring) return undefined;
  return {
    start: addDays(startOfWeek(january, null), january === startOfWeek(january, null) ? 7 : 14),
    end: addSchoolDays(spring, -1, calendar),
  };
}

function southernSeason(year: Session, calendar: SchoolCalendar): DayRange | undefined {
  const second = calendar.sessions
    .filter(({ type, parent }) => type === "term" && parent === year.title)
    .sort((a, b) => (a.start < b.start ? -1 : 1))[1];
  if (!second) return undefined;
  return { start: addDays(second.start, 2 * 7), end: addDays(second.start, 8 * 7 - 3) };
}

const DRAFT_WORKING_DAYS = { period: 10, schoolYear: 15 } as const;
const DAYS_BEFORE_BREAK = 3;

/**
 * When the draft of a report opens and by when to aim for it (CAL-14): 10 working days before a
 * period ends, 15 before the year does; three working days earlier when a break begins next day.
 */
export function reportDates(
  { end, type }: Pick<Session, "end" | "type">,
  week: WorkWeek,
): { readonly opens: LocalDate; readonly aim: LocalDate } {
  const days = type === "schoolYear" ? DRAFT_WORKING_DAYS.schoolYear : DRAFT_WORKING_DAYS.period;
  const next = [1, 2, 3].map((n) => addDays(end, n)).find((day) => !isWeekend(day)) ?? end;
  const isBeforeBreak = dayEntry(next, week.calendar, ["break", "summer"]) !== undefined;
  const aim = isBeforeBreak ? addWorkingDays(end, -DAYS_BEFORE_BREAK, week) : end;
  return { opens: addWorkingDays(aim, -days, week), aim };
}

const isWeekend = (date: LocalDate): boolean => ["sat", "sun"].includes(weekdayOf(date));

/** Events that come every year; an admin dates them (CAL-18). */
export type YearlyEvent = "coding_week" | "digital_citizenship_week" | "library_month";

/**
 * The dates that are suggested for a yearly event in a calendar year; always to be checked and
 * edited by the one who enters them.
 */
export function suggestedDates(event: YearlyEvent, year: number): DayRange {
  const on = (monthAndDay: string): LocalDate => `${String(year)}-${monthAndDay}` as LocalDate;
  const weekOf = (date: LocalDate): DayRange => {
    const monday = startOfWeek(date, null);
    return { start: monday, end: addDays(monday, 6) };
  };
  switch (event) {
    case "coding_week":
      return weekOf(on("12-09"));
    case "digital_citizenship_week":
      return weekOf(on("10-18"));
    case "library_month":
      return { start: on("04-01"), end: on("04-30") };
  }
}
