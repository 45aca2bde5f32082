/**
 * Dates as people type them, in their language: "May 14", "dans 3 semaines", "el próximo viernes".
 * A reading is always said back, because many dates can be read in two ways. Times are ignored.
 */

import type { LocalDate } from "./calendar.ts";
import { LOCALES, type Locale } from "../team/person.ts";
import type { SchoolCalendar } from "../team/school.ts";
import { findDays, WORDS, type Found } from "./when/finding.ts";

export type DateReading =
  | { readonly kind: "none" }
  /** `words` is what was read, without "by" or "before". */
  | { readonly kind: "read"; readonly date: LocalDate; readonly words: string }
  /** There is no such day: 31 February. */
  | { readonly kind: "impossible"; readonly words: string }
  | {
      readonly kind: "several";
      readonly dates: readonly LocalDate[];
      readonly words: readonly string[];
    };

export interface ReadingPlace {
  /** The day it is where the text was typed. */
  readonly today: LocalDate;
  /** The IANA zone of `today`. */
  readonly timezone: string;
  readonly locale: Locale;
  /** What school days are counted by; only weekends are left out without one. */
  readonly calendar?: SchoolCalendar | null;
}

/** A found day with what stands around it. */
interface Placed extends Found {
  /** "by the", with its blanks; "" when nothing says that something is due. */
  readonly link: string;
  /** "every", "since": nothing is due then. */
  readonly isBarred: boolean;
  /** "or", "to": it goes with another day. */
  readonly isJoined: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * The day a text names for something to be done by. Without a year it is the next one; a written
 * year may make it a past day, which is for the caller to judge.
 */
export function readDate(typed: string, place: ReadingPlace): DateReading {
  return asReading(dueDays(typed, place));
}

/**
 * The same where people mix languages, as behind a command: read in the person's own language, else in
 * the first of the bot's in which it is a date.
 */
export function readDateInAny(typed: string, place: ReadingPlace): DateReading {
  const readings = [place.locale, ...LOCALES].map((locale) =>
    readDate(typed, { ...place, locale }),
  );
  return readings.find(({ kind }) => kind !== "none") ?? { kind: "none" };
}

/**
 * A sentence parted into what is to be done and by when. Words that link the date go with it; a
 * date in the middle without such a word stays in the title as well, and so does everything when no
 * single day was read.
 */
export function splitDue(
  sentence: string,
  place: ReadingPlace,
): { readonly title: string; readonly due: DateReading } {
  const days = dueDays(sentence, place);
  const due = asReading(days);
  const [only] = days;
  const title = only && due.kind === "read" ? withoutDate(sentence, only) : sentence;
  return { title: /[\p{L}\p{N}]/u.test(title) ? title.trim() : sentence.trim(), due };
}

function dueDays(typed: string, place: ReadingPlace): readonly Placed[] {
  const days = accepted(typed, place);
  if (days.length > 0 || place.locale === "en") return days;
  return accepted(typed, { ...place, locale: "en" }).filter(namesMonthInWords);
}

/** Many who write Spanish or French at school also write "by May 14". */
const namesMonthInWords = ({ words, certainty }: Placed): boolean =>
  certainty === "sure" && /\p{L}{3}/u.test(words) && /\d/u.test(words) && !SAYS_WHEN.test(words);

/** Needs no other word to say that something is due then. */
const SAYS_WHEN = /^(?:in|within|during|en|dentro|durante|dans|d['’]ici|pendant|courant)\s/iu;

function accepted(
  typed: string,
  { today, locale, calendar = null }: ReadingPlace,
): readonly Placed[] {
  const found = findDays(typed, today, locale, calendar).map((each) => placed(typed, each, locale));
  const isRange = found.some(({ isBarred }, n) => isBarred && found[n + 1]?.isJoined === true);
  const hasChoice = (day: Placed, n = found.indexOf(day)): boolean => {
    const next = found[n + 1];
    return !day.isBarred && !!next && isChoice(typed, day, next) && counts(next, n + 1);
  };
  const counts = (day: Placed, n: number): boolean =>
    isDue(day) || (isRange && day.isBarred) || hasChoice(day, n);
  const days = found.filter(counts);
  const linked = days.filter(({ link }) => link !== "");
  const isAside = (day: Placed) =>
    day.link === "" && !day.isLast && !day.isJoined && !hasChoice(day);
  const others = days.filter((day) => !linked.includes(day));
  return linked.length === 1 && !isRange && others.every(isAside) ? linked : days;
}

/** "tomorrow or Friday": only a word or a stroke between, so the first is meant as much as the other. */
function isChoice(typed: string, day: Found, next: Placed): boolean {
  const between = typed.slice(day.index + day.words.length, next.index - next.link.length);
  return next.isJoined && /^\s*(?:\p{L}+|[/&])\s*$/u.test(between);
}

function placed(typed: string, found: Found, locale: Locale): Placed {
  const { due, notDue, joins } = WORDS[locale];
  const before = typed.slice(0, found.index);
  const link = due.exec(before)?.[0] ?? "";
  const isBarred = (notDue.exec(before)?.[0].length ?? 0) > link.length && !found.until;
  return {
    ...found,
    link: isBarred ? "" : link,
    isBarred,
    isJoined: joins.test(before),
    isFirst: !HAS_WORDS.test(before),
    isLast: !HAS_WORDS.test(typed.slice(found.index + found.words.length)),
  };
}

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** The less certain a date is, the more must point to it. */
function isDue({ certainty, link, isBarred, isFirst, isLast }: Placed): boolean {
  if (isBarred) return false;
  if (link !== "" || (isFirst && isLast)) return true;
  return certainty === "sure" || (certainty === "likely" && isLast);
}

function asReading(days: readonly Placed[]): DateReading {
  const ends = days.flatMap(({ day, until }) => (until ? [day, until] : [day]));
  const words = days.map((day) => day.words.trim());
  const dates = [...new Set(ends.filter((day): day is LocalDate => day !== "impossible"))];
  const [date] = dates;
  const impossible = days.find(({ day, until }) => day === "impossible" || until === "impossible");
  if (impossible) return { kind: "impossible", words: impossible.words.trim() };
  if (!date) return { kind: "none" };
  return dates.length > 1
    ? { kind: "several", dates, words }
    : { kind: "read", date, words: words.join(", ") };
}

/** Cuts the date and its link out, with the signs that only they needed. */
function withoutDate(sentence: string, { index, link, words, isFirst, isLast }: Placed): string {
  const before = sentence.slice(0, index - link.length);
  const after = sentence.slice(index + words.length);
  if (link === "" && !isFirst && !isLast && !SAYS_WHEN.test(words)) return sentence;
  const left = before.replace(/[\s,;:(–—-]+$/u, "");
  const right = after.replace(/^[\s,;:)–—-]+/u, "");
  if (/^[.!?]/u.test(after.trimStart()) || left === "") return `${left}${right}`;
  const isListed = /,\s*$/u.test(before) && !/^\s*,/u.test(after);
  return `${left}${isListed && right !== "" ? "," : ""} ${right}`;
}
