/** Dates that are written out, by the name or the number of their month, with all the days they name. */

import type { LocalDate } from "../calendar.ts";
import type { Locale } from "../../team/person.ts";
import type { Found } from "./found.ts";
import type { DayOrder } from "./order.ts";
import {
  anyOf,
  comingDay,
  comingMonth,
  dayOf,
  endOfMonth,
  indexIn,
  type DateWords,
  type Day,
} from "./words.ts";

export interface WrittenIn {
  readonly today: LocalDate;
  readonly locale: Locale;
  readonly words: DateWords;
  /** Undefined where nobody knows what comes first in 3/4. */
  readonly order: DayOrder | undefined;
  /** In a list of days what follows is what they are called, not what they count: "May 14, 15 Fair". */
  readonly isList: boolean;
}

export const findWritten = (text: string, place: WrittenIn): readonly Found[] => [
  ...findNamed(text, place),
  ...findMonths(text, place),
  ...findNumbered(text, place),
  ...findIso(text),
];

const BREAK_BEFORE = "(?<![\\p{L}\\p{N}/.])";

interface Patterns {
  readonly monthFirst: RegExp;
  readonly dayFirst: RegExp;
  readonly month: RegExp;
}
const made = new Map<string, Patterns>();

/** "May 14", "14 de mayo del 2027", "14 and 15 May", "May 14-16": every day of one month. */
function patternsFor({ words, locale, isList }: WrittenIn): Patterns {
  const key = `${locale}${String(isList)}`;
  const known = made.get(key);
  if (known) return known;
  const { months, of, the, to, and, ordinal, nextYear, thisYear, idle } = words;
  const range = `\\s*(?:-|(?<=\\s)(?:${to})(?=\\s))\\s*(?:(?:${the})\\s+)?`;
  const list = `\\s*(?:,\\s*(?:${and})(?=\\s)|[,&+/]|(?<=\\s)(?:${and})(?=\\s))\\s*(?:(?:${the})\\s+)?`;
  const day = `\\d{1,2}(?:${ordinal})?(?![\\p{L}\\d%]|[./:]\\d)`;
  const counts = isList ? "" : `(?!\\s*(?!(?:${and}|${to}|${of})\\s)[\\p{L}%])`;
  const year = `(?:(?:,?\\s*(?:(?:${of})\\s+)?(?<year>20\\d\\d)(?!\\d)|\\s*(?:${of}\\s+)?'(?<short>\\d\\d)(?!\\d)|\\s+(?:${of}\\s+)?(?<last>[23]\\d)(?=\\s*(?:$|[.;!?)])))|\\s+(?:(?<next>${nextYear})|${thisYear}))?(?:\\s+(?:${idle})(?!\\p{L})(?!\\s+(?:\\p{L}|\\d)))?`;
  // Short names are words too: "mar" is the sea.
  const alone = anyOf(
    locale === "en" ? months : months.map((names) => names.split("|", 1).join("")),
  );
  const month = `(?<month>${anyOf(months)})(?!\\p{L})\\.?`;
  const first = `(?<days>${day}(?:${range}${day}|${list}${day}${counts})*)`;
  const before = `(?<days>${day}(?:(?:${range}|${list})${day})*)`;
  const patterns = {
    monthFirst: new RegExp(`${BREAK_BEFORE}${month}\\s*(?:(?:${the})\\s+)?${first}${year}`, "giu"),
    dayFirst: new RegExp(
      `${BREAK_BEFORE}${before}\\s*(?:(?:${of})\\s+(?:mes de\\s+)?|-)?${month}(?:-(?<tail>20\\d\\d|\\d\\d)(?!\\d|\\s*\\p{L})|${year})(?!\\s*-?\\d)`,
      "giu",
    ),
    month: new RegExp(`${BREAK_BEFORE}(?<month>${alone})(?!\\p{L})\\.?${year}`, "giu"),
  };
  made.set(key, patterns);
  return patterns;
}

function findNamed(text: string, place: WrittenIn): readonly Found[] {
  const { monthFirst, dayFirst } = patternsFor(place);
  return [monthFirst, dayFirst].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index, groups = {} }): Found => {
      const month = indexIn(place.words.months, groups["month"]) + 1;
      const year = yearOf(groups, place.today);
      const isCounting =
        pattern === monthFirst && !place.isList && COUNTED.test(text.slice(index + words.length));
      const isWord = isCounting && (index === 0 || /^\p{Ll}/u.test(words));
      return {
        ...daysIn(groups["days"] ?? "", month, year, place),
        words,
        index,
        certainty: isWord ? "doubtful" : "sure",
        floats: year === undefined ? "year" : null,
      };
    }),
  );
}

/** "March 2 classes to the library": what follows is counted. */
const COUNTED = /^\s+\p{Ll}+s(?!\p{L})/u;

/** The year that was written; undefined when none was. */
function yearOf(
  { year, short, last, tail, next }: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
): number | undefined {
  if (next) return Number(today.slice(0, 4)) + 1;
  const written = year ?? tail ?? short ?? last;
  const digits = written?.length === 2 ? `20${written}` : written;
  return digits === undefined ? undefined : Number(digits);
}

/** "14", "14-16", "10, 17 and 24", in one month: the first of them, the end of a range, those beside it. */
function daysIn(
  written: string,
  month: number,
  year: number | undefined,
  { today, words }: WrittenIn,
): Pick<Found, "day" | "until" | "more"> {
  const numbers = [...written.matchAll(/\d+/gu)].map(({ 0: digits }) => Number(digits));
  const [first = 0, ...others] = numbers;
  const last = others.at(-1);
  const isRange =
    others.length === 1 && new RegExp(`\\d\\D{0,6}(?:-|\\s(?:${words.to})\\s)`, "iu").test(written);
  const on = (day: number): Day =>
    year === undefined ? comingDay(today, month, day) : dayOf(year, month, day);
  if (last === undefined) return { day: on(first) };
  const end = on(last);
  // What began before today is of the same year as its end.
  const inYearOf = (day: number): Day =>
    end === "impossible" ? end : dayOf(Number(end.slice(0, 4)), month, day);
  if (isRange) return { day: inYearOf(first), until: end };
  return { day: on(first), more: others.map(on) };
}

/** "May", "by May 2027", "in June next year": the month as a whole. */
function findMonths(text: string, place: WrittenIn): readonly Found[] {
  const { month: pattern } = patternsFor(place);
  const { words: language, today } = place;
  if (place.isList) return [];
  return [...text.matchAll(pattern)].flatMap(
    ({ 0: words, index, groups = {} }): readonly Found[] => {
      const month = indexIn(language.months, groups["month"]) + 1;
      const year = yearOf(groups, today);
      const before = text.slice(0, index);
      if (/^\s*\d{3}/u.test(text.slice(index + words.length))) return [];
      const first = year === undefined ? comingMonth(today, month) : dayOf(year, month, 1);
      if (first === "impossible") return [];
      const during = language.during.exec(before);
      const lasts = during !== null || text.trim() === words.trim();
      const from = during?.index ?? index;
      const since = first < today ? today : first;
      const whole = { since, day: endOfMonth(first) };
      return [
        {
          ...(lasts || first < today ? whole : { day: first }),
          words: text.slice(from, index + words.length),
          index: from,
          certainty: lasts ? "sure" : "doubtful",
          floats: null,
        },
      ];
    },
  );
}

const NUMBERED =
  /(?<![\p{N}/.:]|\p{L}-?|\d,)(?<a>\d{1,2})(?:\s?-\s?(?<to>\d{1,2}))?(?<sign>[/.-])(?<b>\d{1,2})(?:\k<sign>(?<year>\d{4}|\d{2}))?(?:\s?-\s?(?<until>\d{1,2})(?![\d/.]))?(?![\p{L}\d%/]|[.:]\d|-\d(?!\d?[/.-]\d))/gu;

/** "3/4/2027", "14.05.2027", "5/14-16": without a year only with strokes, for much else is written so. */
function findNumbered(
  text: string,
  { today, words: language, order }: WrittenIn,
): readonly Found[] {
  return [...text.matchAll(NUMBERED)].flatMap(
    ({ 0: words, index, groups = {} }): readonly Found[] => {
      const { a, b, sign, year, to, until } = groups;
      const isRange = to !== undefined || until !== undefined;
      if (sign !== "/" && (year === undefined || isRange)) return [];
      if (sign === "." && year?.length !== 4) return [];
      if (year === undefined && language.counted.test(text.slice(0, index))) return [];
      const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);
      const on = (month: string | undefined, day: string | undefined): Day =>
        full === undefined
          ? comingDay(today, Number(month), Number(day))
          : dayOf(full, Number(month), Number(day));
      const read = (way: DayOrder): Pick<Found, "day" | "until"> | undefined => {
        const [month, day] = way === "day first" ? [b, a] : [a, b];
        if (Number(month) < 1 || Number(month) > 12 || Number(day) > 31) return undefined;
        // A range of days has its month at its outer end.
        if (
          (to !== undefined && way === "month first") ||
          (until !== undefined && way === "day first")
        )
          return undefined;
        const [first, last] = to === undefined ? [day, until] : [a, to];
        if (last === undefined) return { day: on(month, first) };
        return { day: on(month, first), until: on(month, last) };
      };
      const ways = ([order, "day first", "month first"] as const).flatMap((way) =>
        way ? (read(way) ?? []) : [],
      );
      const [meant] = ways;
      if (!meant) return [];
      const other = (order ?? sign === ".") ? undefined : ways.find(({ day }) => day !== meant.day);
      return [
        {
          ...meant,
          ...(other && other.day !== "impossible" ? { other: other.day } : {}),
          words,
          index,
          certainty: year === undefined ? "doubtful" : "sure",
          floats: year === undefined ? "year" : null,
          isFraction: year === undefined && !isRange,
        },
      ];
    },
  );
}

const ISO =
  /(?<![\p{L}\p{N}/.-])(?<year>20\d\d)(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?:T[\d:.]+Z?)?(?![\p{L}\d])/gu;

const findIso = (text: string): readonly Found[] =>
  [...text.matchAll(ISO)].map(({ 0: words, index, groups = {} }) => ({
    day: dayOf(Number(groups["year"]), Number(groups["month"]), Number(groups["day"])),
    words,
    index,
    certainty: "sure",
    floats: null,
  }));
