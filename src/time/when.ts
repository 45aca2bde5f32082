/**
 * Dates as people type them, in their language: "May 14", "dans 3 semaines", "el próximo viernes".
 * A reading is always said back, because many dates can be read in two ways. Times are ignored.
 */

import type { LocalDate } from "./calendar.ts";
import type { Locale } from "../team/person.ts";
import type { SchoolCalendar } from "../team/school.ts";
import { findDays, WORDS, type FindingIn } from "./when/finding.ts";
import type { Found } from "./when/found.ts";
import { usualOrder, type DayOrder } from "./when/order.ts";
import { seen } from "./when/seen.ts";

export { usualOrder, type DayOrder };

export type DateReading =
  | { readonly kind: "none" }
  /** `words` is what was read, without "by" or "before". */
  | { readonly kind: "read"; readonly date: LocalDate; readonly words: string }
  /** There is no such day: 31 February. */
  | { readonly kind: "impossible"; readonly words: string }
  /** More is said of the day than was understood: "May 14, 15 or later". */
  | { readonly kind: "unread"; readonly words: string }
  | {
      readonly kind: "several";
      readonly dates: readonly LocalDate[];
      readonly words: readonly string[];
    };

export interface ReadingPlace {
  /** The day it is where the text was typed. */
  readonly today: LocalDate;
  /** The IANA zone of `today`: its country decides what 3/4 is (CAL-6). */
  readonly timezone: string;
  readonly locale: Locale;
  /** What school days are counted by; only weekends are left out without one. */
  readonly calendar?: SchoolCalendar | null;
  /** Where a table or somebody said what comes first in 3/4. */
  readonly order?: DayOrder;
}

const findingIn = ({ today, locale, timezone, calendar, order }: ReadingPlace): FindingIn => ({
  today,
  locale,
  calendar: calendar ?? null,
  order: order ?? usualOrder(locale, timezone),
});

/** A found day with what stands around it. */
interface Placed extends Found {
  /** "by the", with its blanks; "" when nothing says that something is due. */
  readonly link: string;
  /** "every", "since": nothing is due then. */
  readonly isBarred: boolean;
  /** "or", "to": it goes with another day. */
  readonly isJoined: boolean;
  /** What follows makes more of it than was read: "May 14, 15". */
  readonly isOpen: boolean;
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
  const title = only && due.kind === "read" ? unwrapped(withoutDate(sentence, only)) : sentence;
  return { title: /[\p{L}\p{N}]/u.test(title) ? title.trim() : sentence.trim(), due };
}

/** Signs around everything that was typed belong to nothing in it. */
const unwrapped = (title: string): string =>
  /^\s*["“«*_~`]+([^"“”«»*_~`]+)["”»*_~`]+\s*$/u.exec(title)?.[1] ?? title;

function dueDays(typed: string, place: ReadingPlace): readonly Placed[] {
  const days = accepted(typed, place);
  if (place.locale === "en" || days.some(({ link }) => link !== "")) return days;
  const english = accepted(typed, { ...place, locale: "en" }).filter(namesMonthInWords);
  return days.length === 0 || english.some(({ link }) => link !== "") ? english : days;
}

/** Many who write Spanish or French at school also write "by May 14". */
const namesMonthInWords = ({ words, certainty }: Placed): boolean =>
  certainty === "sure" && /\p{L}{3}/u.test(words) && /\d/u.test(words) && !SAYS_WHEN.test(words);

/** Needs no other word to say that something is due then. */
const SAYS_WHEN = /^(?:in|within|during|en|dentro|durante|dans|d['’]ici|pendant|courant)\s/iu;

function accepted(typed: string, place: ReadingPlace): readonly Placed[] {
  const text = seen(typed);
  const found = findDays(typed, findingIn(place))
    .map((each) => placed(text, each, place.locale))
    .filter((each) => !isOtherNumber(text, each));
  const isRange = found.some(({ isBarred }, n) => isBarred && found[n + 1]?.isJoined === true);
  const hasChoice = (day: Placed, n = found.indexOf(day)): boolean => {
    const next = found[n + 1];
    return !day.isBarred && !!next && isChoice(text, day, next) && counts(next, n + 1);
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

/** "on 24/4 kiosks": two numbers before a word are a date only behind a word that wants one. */
const isOtherNumber = (text: string, { isFraction, link, index, words }: Placed): boolean =>
  isFraction === true &&
  /^\s*\p{L}/u.test(text.slice(index + words.length)) &&
  (link === "" || /^(?:on|el|le)\s/iu.test(link));

/** "tomorrow or Friday": only a word or a stroke between, so the first is meant as much as the other. */
function isChoice(typed: string, day: Found, next: Placed): boolean {
  const between = typed.slice(day.index + day.words.length, next.index - next.link.length);
  return next.isJoined && /^\s*(?:\p{L}+|[/&])\s*$/u.test(between);
}

function placed(text: string, found: Found, locale: Locale): Placed {
  const { due, notDue, notDueAfter, joins, partOf } = WORDS[locale];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found.words.length);
  const link = due.exec(before)?.[0] ?? "";
  const isAfterBar = (notDue.exec(before)?.[0].length ?? 0) > link.length && !found.until;
  const isBarred = isAfterBar || notDueAfter.test(after);
  const part = partOf.exec(before)?.[0] ?? "";
  const wanted = part === "" ? "" : (due.exec(before.slice(0, -part.length))?.[0] ?? "");
  return {
    ...found,
    link: isBarred ? "" : link || (wanted && wanted + part),
    isBarred,
    isJoined: joins.test(before),
    isOpen: OPEN.test(after) || part !== "",
    isFirst: !HAS_WORDS.test(before),
    isLast: !HAS_WORDS.test(after),
  };
}

/** Numbers right behind a date that say more of it. */
const OPEN =
  /^(?:\s*[-&+/]\s*\d|\s*,\s*\d{1,2}(?!\d|\s*[\p{L}%])|\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th))(?!\p{L})/iu;

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** The less certain a date is, the more must point to it. */
function isDue({ certainty, link, isBarred, isFirst, isLast }: Placed): boolean {
  if (isBarred) return false;
  if (link !== "" || (isFirst && isLast)) return true;
  return certainty === "sure" || (certainty === "likely" && isLast);
}

function asReading(days: readonly Placed[]): DateReading {
  const ends = days.flatMap(({ day, until, more = [], other }) => [
    day,
    ...(until ? [until] : []),
    ...more,
    ...(other ? [other] : []),
  ]);
  const words = days.map((day) => day.words.trim());
  const dates = [...new Set(ends.filter((day): day is LocalDate => day !== "impossible"))];
  const [date] = dates;
  const impossible = days.find(({ day, until, more = [] }) =>
    [day, until, ...more].includes("impossible"),
  );
  if (impossible) return { kind: "impossible", words: impossible.words.trim() };
  if (!date) return { kind: "none" };
  if (dates.length > 1) return { kind: "several", dates, words };
  return days.some(({ isOpen }) => isOpen)
    ? { kind: "unread", words: words.join(", ") }
    : { kind: "read", date, words: words.join(", ") };
}

/** Cuts the date and its link out, with the signs that only they needed. */
function withoutDate(sentence: string, { index, link, words, isFirst, isLast }: Placed): string {
  const before = sentence.slice(0, index - link.length);
  const isMarked = /[*_~`"“«]/u.test(sentence.slice(index - link.length, index));
  const rest = sentence.slice(index + words.length);
  const after = isMarked ? rest.replace(/^\s*[*_~`"”»]+/u, "") : rest;
  if (link === "" && !isFirst && !isLast && !SAYS_WHEN.test(words)) return sentence;
  // "before Friday's assembly", "by the May 14 fair": the date only tells which one is meant.
  if (
    /^'s(?!\p{L})/u.test(after.replace("’", "'")) ||
    (/\sthe\s*$/iu.test(link) && /^\s+\p{L}/u.test(after))
  )
    return sentence;
  const left = before.replace(/[\s,;:(–—-]+$/u, "");
  const right = after.replace(/^(?:[\s,;)–—-]|:(?![\w+-]+:))+/u, "");
  if (/^[.!?]/u.test(after.trimStart()) || left === "") return `${left}${right}`;
  const isListed = /,\s*$/u.test(before) && !/^\s*,/u.test(after);
  return `${left}${isListed && right !== "" ? "," : ""}${CLOSING.test(right) ? "" : " "}${right}`;
}

/** What only closes what was opened before it. */
const CLOSING = /^["”’»*_~`\]]+\s*$/u;
