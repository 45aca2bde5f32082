/**
 * A school year to start from, before the school's own dates are known: by hemisphere, in terms or in
 * quarters, with the public holidays of its country. Everything in it is a proposal to be edited (pure).
 */

import { addDays, daysBetween, weekdayOf, type LocalDate } from "../time/calendar.ts";
import { WEEKDAYS } from "../team/person.ts";
import type { Days, Session } from "../team/school.ts";
import type { CalendarContent } from "./entry.ts";
import { withParents, yearTitle } from "./years.ts";

export type Hemisphere = "north" | "south";
/** Two semesters of two quarters, three terms, or four terms. */
export type Division = "quarters" | "three terms" | "four terms";

export interface PresetWish {
  readonly hemisphere: Hemisphere;
  readonly division: Division;
  /** First and last day with pupils. */
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly holidays: readonly Days[];
}

/** In the school's language; the words of a preset become titles. */
export interface PresetWords {
  readonly semester: (n: number) => string;
  readonly quarter: (n: number) => string;
  readonly term: (n: number) => string;
  readonly staffReturn: string;
  readonly breaks: readonly [first: string, second: string, third: string];
  readonly summer: string;
}

/** Countries whose school year is the calendar year. */
const SOUTHERN = [
  "AU",
  "NZ",
  "ZA",
  "AR",
  "BR",
  "CL",
  "UY",
  "PY",
  "PE",
  "BO",
  "FJ",
  "NA",
  "BW",
  "ZW",
  "ZM",
];

export const hemisphereOf = (country: string): Hemisphere =>
  SOUTHERN.includes(country.slice(0, 2)) ? "south" : "north";

/** When such a year usually begins and ends: the first that does not end before `today`. */
export function usualYear(
  hemisphere: Hemisphere,
  today: LocalDate,
): { readonly start: LocalDate; readonly end: LocalDate } {
  const year = Number(today.slice(0, 4));
  const on = (n: number, day: string): LocalDate => `${String(n)}-${day}` as LocalDate;
  const spans = [year - 1, year, year + 1].map((first) =>
    hemisphere === "south"
      ? { start: weekdayFrom(on(first, "01-28")), end: weekdayBefore(on(first, "12-18")) }
      : { start: mondayFrom(on(first, "08-15")), end: weekdayBefore(on(first + 1, "05-28")) },
  );
  return spans.find(({ end }) => today <= end) ?? { start: today, end: addDays(today, 280) };
}

/** The year as a calendar: sessions of even length around its breaks, and what lies between. */
export function presetYear(wish: PresetWish, words: PresetWords, name: string): CalendarContent {
  const { start, end, hemisphere, division } = wish;
  const title = yearTitle(start, end);
  const breaks = hemisphere === "south" ? southernBreaks(wish, words) : northernBreaks(wish, words);
  const sessions: readonly Session[] = [
    { type: "schoolYear", title, start, end, parent: null },
    ...(division === "quarters" ? quarters(wish, breaks, words) : terms(wish, breaks, words)),
  ];
  const before = workdayBefore(start);
  return {
    name,
    sessions: withParents(sessions),
    days: [
      { kind: "staff_day", title: words.staffReturn, start: mondayOf(before), end: before },
      ...breaks,
      ...wish.holidays.filter(
        ({ start: day }) =>
          isWeekday(day) && !breaks.some((one) => one.start <= day && day <= one.end),
      ),
      { kind: "summer", title: words.summer, ...summerAfter(end, hemisphere) },
    ],
  };
}

/** Winter from the Monday before Christmas for two weeks, spring in mid-March, a November week. */
function northernBreaks({ start, end }: PresetWish, { breaks }: PresetWords): readonly Days[] {
  const [fall, winter, spring] = breaks;
  const first = start.slice(0, 4);
  const last = end.slice(0, 4);
  return within({ start, end }, [
    weeks(fall, mondayFrom(`${first}-11-21` as LocalDate), 1),
    weeks(winter, mondayFrom(`${first}-12-19` as LocalDate), 2),
    weeks(spring, mondayFrom(`${last}-03-13` as LocalDate), 1),
  ]);
}

/** Two weeks after each of the first three terms (CAL-5), around Easter, mid-year and September. */
function southernBreaks({ start, end }: PresetWish, { breaks }: PresetWords): readonly Days[] {
  const year = start.slice(0, 4);
  const [autumn, winter, spring] = breaks;
  return within({ start, end }, [
    weeks(autumn, mondayFrom(`${year}-04-03` as LocalDate), 2),
    weeks(winter, mondayFrom(`${year}-06-27` as LocalDate), 2),
    weeks(spring, mondayFrom(`${year}-09-19` as LocalDate), 2),
  ]);
}

const weeks = (title: string, monday: LocalDate, count: number): Days => ({
  kind: "break",
  title,
  start: monday,
  end: addDays(monday, count * 7 - 3),
});

const within = (
  { start, end }: { readonly start: LocalDate; readonly end: LocalDate },
  breaks: readonly Days[],
): readonly Days[] => breaks.filter((one) => start < one.start && one.end < end);

function quarters(
  { start, end }: PresetWish,
  breaks: readonly Days[],
  words: PresetWords,
): readonly Session[] {
  const parts = divided({ start, end }, 4, breaks);
  const halves = [parts.slice(0, 2), parts.slice(2)];
  return [
    ...halves.flatMap((half, n): readonly Session[] => {
      const [first, last] = [half[0], half.at(-1)];
      return first && last
        ? [
            {
              type: "semester",
              title: words.semester(n + 1),
              start: first.start,
              end: last.end,
              parent: null,
            },
          ]
        : [];
    }),
    ...parts.map((part, n): Session => ({
      type: "gradingPeriod",
      title: words.quarter(n + 1),
      ...part,
      parent: null,
    })),
  ];
}

function terms(
  { start, end, division }: PresetWish,
  breaks: readonly Days[],
  words: PresetWords,
): readonly Session[] {
  const count = division === "three terms" ? 3 : 4;
  return divided({ start, end }, count, breaks).map((part, n): Session => ({
    type: "term",
    title: words.term(n + 1),
    ...part,
    parent: null,
  }));
}

interface Part {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** How far a border is moved to the break nearby. */
const NEAR_DAYS = 25;

/** Parts of about one length, whose borders lie in breaks where one is near. */
function divided({ start, end }: Part, count: number, breaks: readonly Days[]): readonly Part[] {
  const days = daysBetween(start, end);
  const borders = Array.from({ length: count - 1 }, (_, n) => {
    const even = addDays(start, Math.round((days * (n + 1)) / count));
    const near = breaks
      .map((one) => ({ one, away: Math.abs(daysBetween(even, one.start)) }))
      .sort((a, b) => a.away - b.away)[0];
    if (near && near.away <= NEAR_DAYS)
      return { last: workdayBefore(near.one.start), next: weekdayFrom(addDays(near.one.end, 1)) };
    const friday = addDays(mondayOf(even), 4);
    return { last: friday, next: addDays(friday, 3) };
  });
  return Array.from({ length: count }, (_, n) => ({
    start: borders[n - 1]?.next ?? start,
    end: borders[n]?.last ?? end,
  }));
}

/** Until staff return, about a week before pupils do. */
function summerAfter(end: LocalDate, hemisphere: Hemisphere): Part {
  const start = addDays(end, 1);
  const year = Number(end.slice(0, 4));
  const until = hemisphere === "south" ? `${String(year + 1)}-01-23` : `${String(year)}-08-06`;
  return { start, end: start < until ? (until as LocalDate) : addDays(start, 30) };
}

const isWeekday = (day: LocalDate): boolean => !["sat", "sun"].includes(weekdayOf(day));
const mondayOf = (day: LocalDate): LocalDate => addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
const mondayFrom = (day: LocalDate): LocalDate => mondayOf(addDays(day, 6));
const weekdayFrom = (day: LocalDate): LocalDate => (isWeekday(day) ? day : mondayFrom(day));
const weekdayBefore = (day: LocalDate): LocalDate =>
  isWeekday(day) ? day : addDays(mondayOf(day), 4);
const workdayBefore = (day: LocalDate): LocalDate => weekdayBefore(addDays(day, -1));
