/** Every day that a text names, with its place: read by chrono-node, and by the phrases of schools. */

import type { Chrono, ParsedComponents, ParsedResult } from "chrono-node";
import * as chronoInEnglish from "chrono-node/en";
import * as chronoInSpanish from "chrono-node/es";
import * as chronoInFrench from "chrono-node/fr";
import { addDays, daysBetween, type LocalDate } from "../calendar.ts";
import type { Locale } from "../../team/person.ts";
import type { SchoolCalendar } from "../../team/school.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { spanish } from "./spanish.ts";
import { comingDay, comingMonth, dayOf, endOfMonth, type DateWords, type Day } from "./words.ts";

export interface Found {
  readonly day: Day;
  /** The other end of a range. */
  readonly until?: Day;
  readonly words: string;
  readonly index: number;
  /** How little it needs around it to be taken for a day that something is due by. */
  readonly certainty: "sure" | "likely" | "doubtful";
}

export const WORDS: Readonly<Record<Locale, DateWords>> = {
  en: english,
  es: spanish,
  fr: french,
};

/**
 * Parts of chrono that are left out: those that read times of day, "ago" and counts of days as
 * dates, those whose day schools mean otherwise, and the filter of days that do not exist.
 */
const LEFT_OUT =
  /TimeExpression|CasualTime|SlashMonth|EndOf|Ago|RelativeDateFormat|Unlikely|Timezone|MergeDateTime|Forward|^(?:ES|FR)TimeUnit/u;

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
export function findDays(
  typed: string,
  today: LocalDate,
  locale: Locale,
  calendar: SchoolCalendar | null = null,
): readonly Found[] {
  const read = LIBRARY[locale]
    .parse(typed, noonOf(today))
    .filter((result) => isUnbroken(typed, result))
    .map((result) => judged(result, { typed, today, locale }))
    .filter((found) => found !== undefined);
  return [...findPhrases(typed, today, locale, calendar), ...read]
    .sort((a, b) => b.words.length - a.words.length)
    .reduce<readonly Found[]>(
      (kept, found) => (kept.some((other) => overlap(other, found)) ? kept : [...kept, found]),
      [],
    )
    .map((found) => withNeighbours(typed, found))
    .sort((a, b) => a.index - b.index);
}

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
      const days = typeof read === "string" ? { day: read } : { day: read[0], until: read[1] };
      return [{ ...days, words, index, certainty: sure ? "sure" : "likely" } as const];
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

/** The day that chrono's parts mean; undefined when they are no day after all. */
function judged(result: ParsedResult, reading: Reading): Found | undefined {
  const { start } = result;
  const tags = [...start.tags()].join(" ");
  if (start.isCertain("hour") && !ISO_INSTANT.test(result.text)) return undefined;
  if (tags.includes("relativeDate")) return relative(result);
  if (tags.includes("casualReference")) return casual(result, reading);
  if (start.isCertain("day")) return explicit(result, reading);
  if (start.isCertain("weekday")) return weekday(result, reading);
  return start.isCertain("month") ? month(result, reading) : undefined;
}

const ISO_INSTANT = /^\d{4}-\d{1,2}-\d{1,2}T/u;

const plainDay = (parts: ParsedComponents): Day =>
  dayOf(parts.get("year") ?? 0, parts.get("month") ?? 0, parts.get("day") ?? 0);

/** "today", "tomorrow"; not "now". */
function casual({ start, index, text }: ParsedResult, { locale }: Reading): Found {
  const certainty = WORDS[locale].past.test(text) ? "doubtful" : "likely";
  return { day: plainDay(start), words: text, index, certainty };
}

/** "in 3 weeks", "two weeks from now"; not "3 weeks after", whose start is not known. */
function relative({ start, index, text }: ParsedResult): Found | undefined {
  if (
    !/^(?:in|within|next)\s|\s(?:now|today)$|\d/iu.test(text) ||
    /\s(?:after|later)$/iu.test(text)
  )
    return undefined;
  return { day: plainDay(start), words: text, index, certainty: "sure" };
}

/** "May 14", "14.05.2027", "3/4": without a year the next one. */
function explicit({ start, end, index, text }: ParsedResult, reading: Reading): Found {
  const { typed, today, locale } = reading;
  const isFraction = /^\d{1,2}\/\d{1,2}$/u.test(text);
  const isVerb =
    WORDS[locale].verbs?.test(text) === true &&
    (index === 0 ? COUNTED.test(typed.slice(text.length)) : /^\p{Ll}/u.test(text));
  const found: Found = {
    day: nextDay(start, today),
    ...(end ? { until: nextDay(end, today) } : {}),
    words: text,
    index,
    certainty: isFraction || isVerb ? "doubtful" : "sure",
  };
  return end || start.isCertain("year") ? found : withPair(found, start, reading);
}

/** "March 2 classes to the library": what follows is counted. */
const COUNTED = /^\s+\p{Ll}+s(?!\p{L})/u;

/** "11 or 12 March", "March 11 and 12": the month belongs to both days. */
function withPair(found: Found, parts: ParsedComponents, { typed, today, locale }: Reading): Found {
  const { and } = WORDS[locale];
  const { index, words } = found;
  const dayOfPair = (digits: string | undefined): Day =>
    comingDay(today, parts.get("month") ?? 0, Number(digits));
  const before = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er)?\\s+(?:${and})\\s+$`, "iu");
  const after = new RegExp(
    `^\\s+(?:${and})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\s*[\\p{L}\\p{N}%])`,
    "iu",
  );
  const first = /^\d/u.test(words) ? before.exec(typed.slice(0, index)) : null;
  if (first)
    return {
      ...found,
      day: dayOfPair(first[1]),
      until: found.day,
      words: typed.slice(first.index, index + words.length),
      index: first.index,
    };
  const second = /\p{L}\.? \d/u.test(words) ? after.exec(typed.slice(index + words.length)) : null;
  return second ? { ...found, until: dayOfPair(second[1]), words: words + second[0] } : found;
}

function nextDay(parts: ParsedComponents, today: LocalDate): Day {
  if (parts.isCertain("year")) return plainDay(parts);
  return comingDay(today, parts.get("month") ?? 0, parts.get("day") ?? 0);
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
  return { day, words, index: place, certainty: words.length > 4 ? "likely" : "doubtful" };
}

const modulo = (n: number, cycle: number): number => ((n % cycle) + cycle) % cycle;

/** "by May" is its first day, "in May" its last; "32 May" and "May 32" are no days. */
function month({ start, index, text }: ParsedResult, reading: Reading): Found {
  const words = text.trim();
  const before = reading.typed.slice(0, index);
  const day = /(?<number>\d{1,3})(?:st|nd|rd|th|er|º)?\s+(?:(?:of|de)\s+)?$/iu.exec(before);
  if (day || /\D\d{1,2}$/u.test(words)) {
    const from = day?.index ?? index;
    const whole = reading.typed.slice(from, index + words.length);
    return { day: "impossible", words: whole, index: from, certainty: "doubtful" };
  }
  const first = start.isCertain("year")
    ? plainDay(start)
    : comingMonth(reading.today, start.get("month") ?? 0);
  if (first === "impossible") return { day: first, words, index, certainty: "doubtful" };
  const during = WORDS[reading.locale].during.exec(before);
  const isWhole = reading.typed.trim() === words;
  const lasts = during !== null || isWhole;
  const from = during?.index ?? index;
  return {
    day: lasts || first < reading.today ? endOfMonth(first) : first,
    words: reading.typed.slice(from, index + words.length),
    index: from,
    certainty: lasts ? "sure" : "doubtful",
  };
}

/** A time of day beside a date belongs to it, though only the day counts: "May 14 at 3 pm". */
const BELONGS_AFTER =
  /^(?:['’] time|,?\s*(?:at |@\s?|a las? |à )?(?:\d{1,2}:\d{2}(?:\s?[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?\s?m\.?|\d{1,2}\s?h(?:\s?\d{2})?))(?![\p{L}\d])/iu;
/** As dates are written in French: "mer. 10 mars". */
const BELONGS_BEFORE = /(?<!\p{L})\p{L}{3}\.\s$/u;

function withNeighbours(typed: string, found: Found): Found {
  const after = BELONGS_AFTER.exec(typed.slice(found.index + found.words.length))?.[0] ?? "";
  const before = /^\d/u.test(found.words)
    ? (BELONGS_BEFORE.exec(typed.slice(0, found.index))?.[0] ?? "")
    : "";
  return { ...found, words: before + found.words + after, index: found.index - before.length };
}
