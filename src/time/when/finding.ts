/** Every day that a text names, with its place: what is written out, the phrases of schools, and what chrono-node reads. */

import type { Chrono, ParsedComponents, ParsedResult } from "chrono-node";
import * as chronoInEnglish from "chrono-node/en";
import * as chronoInSpanish from "chrono-node/es";
import * as chronoInFrench from "chrono-node/fr";
import { addDays, daysBetween, type LocalDate } from "../calendar.ts";
import type { Locale } from "../../team/person.ts";
import type { SchoolCalendar } from "../../team/school.ts";
import { english } from "./english.ts";
import type { Found } from "./found.ts";
import { french } from "./french.ts";
import { joined } from "./joining.ts";
import { withNeighbours } from "./neighbours.ts";
import type { DayOrder } from "./order.ts";
import { seen } from "./seen.ts";
import { spanish } from "./spanish.ts";
import { dayOf, type DateWords, type Day } from "./words.ts";
import { findWritten } from "./written.ts";

export const WORDS: Readonly<Record<Locale, DateWords>> = {
  en: english,
  es: spanish,
  fr: french,
};

/** Where and for what a text is read. */
export interface FindingIn {
  /** Days without a year are the next such ones from it on. */
  readonly today: LocalDate;
  readonly locale: Locale;
  readonly calendar?: SchoolCalendar | null;
  /** What comes first in 3/4; undefined where nobody knows. */
  readonly order?: DayOrder | undefined;
  /** A line of a calendar: days stand beside what they are called, not beside what they count. */
  readonly isList?: boolean;
}

/**
 * Parts of chrono that are left out: those that read times of day, "ago" and counts of days as dates,
 * those whose day schools mean otherwise, and all for dates that are written out: numbers behind a day
 * are years to it, and a range with a dash is half a range.
 */
const LEFT_OUT =
  /TimeExpression|CasualTime|SlashMonth|SlashDate|ISOFormat|YearMonth|EndOf|Ago|RelativeDateFormat|Unlikely|Timezone|MergeDate|YearSuffix|Forward|^(?:ES|FR)(?:TimeUnit|MonthName)/u;

const LIBRARY: Readonly<Record<Locale, Chrono>> = {
  en: configured(chronoInEnglish.casual),
  es: configured(chronoInSpanish.casual),
  fr: configured(chronoInFrench.casual),
};

function configured(casual: Chrono): Chrono {
  const chrono = casual.clone();
  const isKept = (part: object) => !LEFT_OUT.test(part.constructor.name);
  chrono.parsers = chrono.parsers.filter(isKept);
  chrono.refiners = chrono.refiners.filter(isKept);
  return chrono;
}

/** In the order of the text, and none overlapping another: of two that do, the longer is meant. */
export function findDays(typed: string, place: FindingIn): readonly Found[] {
  const { today, locale, calendar = null, order, isList = false } = place;
  const text = seen(typed);
  const words = WORDS[locale];
  const read = LIBRARY[locale]
    .parse(text, noonOf(today))
    .filter((result) => isUnbroken(text, result))
    .map((result) => judged(result, { typed: text, today, locale }))
    .filter((found) => found !== undefined);
  const all = [
    ...findPhrases(text, today, locale, calendar),
    ...findWritten(text, { today, locale, words, order, isList }),
    ...read,
  ];
  const apart = all
    .sort((a, b) => b.words.length - a.words.length)
    .reduce<readonly Found[]>(
      (kept, found) => (kept.some((other) => overlap(other, found)) ? kept : [...kept, found]),
      [],
    )
    .map((found) => withNeighbours(text, found, words));
  const rest = apart.filter((found) => !apart.some((other) => isInside(found, other)));
  return joined(text, rest, words).map((found) => ({
    ...found,
    words: typed.slice(found.index, found.index + found.words.length),
  }));
}

const isInside = (a: Found, b: Found): boolean =>
  a !== b &&
  b.index <= a.index &&
  a.index + a.words.length <= b.index + b.words.length &&
  a.words.length < b.words.length;

/** chrono counts in the machine's zone; noon there keeps every day whole. */
function noonOf(date: LocalDate): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day, 12);
}

function findPhrases(
  typed: string,
  today: LocalDate,
  locale: Locale,
  calendar: SchoolCalendar | null,
): readonly Found[] {
  return WORDS[locale].phrases.flatMap(({ pattern, day: dayFor, sure }) =>
    [...typed.matchAll(new RegExp(pattern, "giu"))].flatMap(({ 0: words, index, groups }) => {
      const read = dayFor(today, groups ?? {}, calendar);
      if (!read) return [];
      const days = typeof read === "string" ? { day: read } : read;
      return [
        { ...days, words, index, certainty: sure ? "sure" : "likely", floats: null } as const,
      ];
    }),
  );
}

const overlap = (a: Found, b: Found): boolean =>
  a.index < b.index + b.words.length && b.index < a.index + a.words.length;

/** chrono takes letters with accents for the ends of words: "mar" in "marée". */
function isUnbroken(typed: string, { index, text }: ParsedResult): boolean {
  return (
    !/\p{L}$/u.test(typed.slice(0, index)) && !/^\p{L}/u.test(typed.slice(index + text.length))
  );
}

interface Reading {
  readonly typed: string;
  readonly today: LocalDate;
  readonly locale: Locale;
}

/** The day that chrono's parts mean; undefined when they are no day after all, or are written out. */
function judged(result: ParsedResult, reading: Reading): Found | undefined {
  const { start } = result;
  const tags = [...start.tags()].join(" ");
  if (start.isCertain("hour")) return undefined;
  if (tags.includes("relativeDate")) return relative(result);
  if (tags.includes("casualReference")) return casual(result, reading);
  return start.isCertain("weekday") && !start.isCertain("day")
    ? weekday(result, reading)
    : undefined;
}

const plainDay = (parts: ParsedComponents): Day =>
  dayOf(parts.get("year") ?? 0, parts.get("month") ?? 0, parts.get("day") ?? 0);

/** "today", "tomorrow"; not "now". */
function casual({ start, index, text }: ParsedResult, { locale }: Reading): Found {
  const certainty = WORDS[locale].past.test(text) ? "doubtful" : "likely";
  return { day: plainDay(start), words: text, index, certainty, floats: null };
}

/** "in 3 weeks", "two weeks from now"; not "3 weeks after", whose start is not known. */
function relative({ start, index, text }: ParsedResult): Found | undefined {
  if (
    !/^(?:in|within|next)\s|\s(?:now|today)$|\d/iu.test(text) ||
    /\s(?:after|later)$/iu.test(text)
  )
    return undefined;
  return { day: plainDay(start), words: text, index, certainty: "sure", floats: null };
}

/** A bare weekday is the next one, today included; short names are often other words. */
function weekday({ start, index, text }: ParsedResult, reading: Reading): Found | undefined {
  const { typed, today, locale } = reading;
  const { past, coming, due, habit } = WORDS[locale];
  const name = text.trim().replace(/,$/u, "");
  const place = index + text.indexOf(name);
  const after = coming && new RegExp(`^\\s+(?:${coming.source})`, "iu");
  const words = name + (after?.exec(typed.slice(place + name.length))?.[0] ?? "");
  const read = plainDay(start);
  const isComing = coming?.test(words) === true;
  const length = (pattern: RegExp) => pattern.exec(typed.slice(0, place))?.[0].length ?? 0;
  const isHabit = !isComing && length(habit) > 0 && length(habit) >= length(due);
  const isOtherWord = locale !== "en" && name.length < 4;
  if (read === "impossible" || isHabit || isOtherWord || past.test(words)) return undefined;
  const days = daysBetween(today, read);
  const day = isComing
    ? addDays(today, modulo(days - 1, 7) + 1)
    : addDays(today, days < 0 ? modulo(days, 7) : days);
  const isBare = !isComing && !/\s/u.test(words.trim());
  return {
    day,
    words,
    index: place,
    certainty: words.length > 4 ? "likely" : "doubtful",
    floats: isBare ? "week" : null,
  };
}

const modulo = (n: number, cycle: number): number => ((n % cycle) + cycle) % cycle;
