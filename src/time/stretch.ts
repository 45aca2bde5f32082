/**
 * Days that are named and nothing else: days off, a day that a school is closed, a cell of a table. Each
 * word of it has to be understood; what is not is asked about.
 */

import { addDays, daysBetween, parseLocalDate, type DayRange, type LocalDate } from "./calendar.ts";
import type { ReadingPlace } from "./when.ts";
import { findDays, WORDS, type FindingIn } from "./when/finding.ts";
import type { Found } from "./when/found.ts";
import { usualOrder } from "./when/order.ts";
import { seen } from "./when/seen.ts";
import type { Day } from "./when/words.ts";
import { LOCALES } from "../team/person.ts";

export type StretchReading =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly range: DayRange }
  /** There is no such day: 31 February. */
  | { readonly kind: "impossible" }
  /** Days that do not follow each other, or a day that can be read in two ways. */
  | { readonly kind: "unsure"; readonly readings: readonly DayRange[] };

/** The days that a text names, in the person's own language or else in another of the bot's. */
export function readStretch(typed: string, place: ReadingPlace): StretchReading {
  for (const locale of new Set([place.locale, ...LOCALES])) {
    const order = place.order ?? usualOrder(place.locale, place.timezone);
    const read = stretchIn(seen(typed).trim(), { ...place, locale, order });
    if (read.kind !== "none") return read;
  }
  return { kind: "none" };
}

/** A first and a last day that were asked for apart; they may be named by each other: "March 1" to "30". */
export const readEnds = (from: string, to: string, place: ReadingPlace): StretchReading => {
  const whole = readStretch(`${from} - ${to}`, place);
  const [first, last] = [readStretch(from, place), readStretch(to, place)];
  const isTurned =
    first.kind === "read" && last.kind === "read" && last.range.end < first.range.start;
  // December to January goes over the new year; 12 March to 10 March was typed the wrong way round.
  if (
    whole.kind === "read" &&
    !(isTurned && daysBetween(whole.range.start, whole.range.end) > HALF_A_YEAR)
  )
    return whole;
  return first.kind === "read" && last.kind === "read"
    ? { kind: "read", range: { start: first.range.start, end: last.range.end } }
    : whole;
};

const HALF_A_YEAR = 183;

/** In UTF-16 units: what is longer is more than days, and is not searched for any. */
const LONGEST = 200;

function stretchIn(text: string, place: FindingIn): StretchReading {
  if (text.length > LONGEST) return { kind: "none" };
  const { lasting, until, from } = WORDS[place.locale];
  const length = lasting.exec(text);
  if (length) return lastingFrom(text.slice(0, length.index), length.groups ?? {}, place);
  const found = findDays(text, place).filter(({ floats }) => !place.isList || floats !== "week");
  if (HAS_WORDS.test(withoutAll(text, found, place))) return { kind: "none" };
  const ranges = rangesOf(found);
  if (ranges === "impossible") return { kind: "impossible" };
  const other = found.find((each) => each.other)?.other;
  const [range, ...others] = other ? [...ranges, { start: other, end: other }] : merged(ranges);
  if (!range) return { kind: "none" };
  if (others.length > 0) return { kind: "unsure", readings: [range, ...others] };
  if (new RegExp(`^(?:${until})\\s`, "iu").test(text))
    return { kind: "read", range: { start: place.today, end: range.end } };
  const isOpen =
    found[0]?.index !== 0 && new RegExp(`^(?:${from})\\s`, "iu").test(text) && STARTS.test(text);
  return isOpen && range.start === range.end ? { kind: "none" } : { kind: "read", range };
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
/** Says when something begins and not when it ends. */
const STARTS = /^(?:from|starting|desde|del?|d[eè]s|du|de)\s/iu;

function lastingFrom(
  before: string,
  { count = "", weeks }: Readonly<Record<string, string | undefined>>,
  place: FindingIn,
): StretchReading {
  const n = WORDS[place.locale].numbers[count.toLowerCase()] ?? Number(count);
  const first = before.trim().replace(new RegExp(`^(?:${WORDS[place.locale].from})\\s+`, "iu"), "");
  const start: StretchReading =
    first === ""
      ? { kind: "read", range: { start: place.today, end: place.today } }
      : stretchIn(first, place);
  if (start.kind !== "read" || !Number.isInteger(n) || n < 1) return { kind: "none" };
  const end = addDays(start.range.start, n * (weeks ? 7 : 1) - 1);
  return { kind: "read", range: { start: start.range.start, end } };
}

/** What is left of a text without its days and the words that only hold them together. */
function withoutAll(text: string, found: readonly Found[], { locale }: FindingIn): string {
  const { from, to, and, the, until } = WORDS[locale];
  const rest = [...found]
    .sort((a, b) => b.index - a.index)
    .reduce(
      (left, { index, words }) => `${left.slice(0, index)} ${left.slice(index + words.length)}`,
      text,
    );
  return rest.replaceAll(
    new RegExp(`(?<!\\p{L})(?:${from}|${to}|${and}|${the}|${until}|in|en)(?!\\p{L})`, "giu"),
    " ",
  );
}

/** The stretches of days that were found, in their order; a weekday follows the one before it. */
export function rangesOf(found: readonly Found[]): readonly DayRange[] | "impossible" {
  const ranges: DayRange[] = [];
  for (const { day, until, since, more = [], floats } of found) {
    if (isNone(day) || isNone(until) || more.some(isNone)) return "impossible";
    const before = ranges.at(-1)?.end;
    const start = since ?? (day as LocalDate);
    const moved = floats === "week" && before && start <= before ? later(start, before) : start;
    ranges.push({ start: moved, end: (until ?? (since ? day : moved)) as LocalDate });
    ranges.push(...more.map((one) => ({ start: one as LocalDate, end: one as LocalDate })));
  }
  return ranges;
}

const isNone = (day: Day | undefined): boolean => day === "impossible";

const later = (date: LocalDate, after: LocalDate): LocalDate =>
  date > after ? date : later(addDays(date, 7), after);

/** Days that follow each other are one stretch. */
function merged(ranges: readonly DayRange[]): readonly DayRange[] {
  const result: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const before = result.at(-1);
    if (before && range.start <= addDays(before.end, 1))
      result.splice(-1, 1, {
        start: before.start,
        end: range.end > before.end ? range.end : before.end,
      });
    else result.push(range);
  }
  return result;
}

/** A cell or field of a table: the days in it, which need not follow each other; none when it is no days. */
export function daysInCell(
  written: string,
  place: FindingIn,
): { readonly ranges: readonly DayRange[]; readonly isInDoubt: boolean } {
  const text = seen(written)
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)(?:T\d+Z?)?$/u, "$1-$2-$3");
  // As programs write days, which is read at once.
  const day = parseLocalDate(text);
  if (day) return { ranges: [{ start: day, end: day }], isInDoubt: false };
  for (const locale of new Set([place.locale, ...LOCALES])) {
    const read = stretchIn(text, { ...place, locale, isList: true });
    const isInDoubt = findDays(text, { ...place, locale, isList: true }).some(({ other }) => other);
    if (read.kind === "read") return { ranges: [read.range], isInDoubt };
    if (read.kind === "unsure")
      return { ranges: isInDoubt ? read.readings.slice(0, 1) : read.readings, isInDoubt };
  }
  return { ranges: [], isInDoubt: false };
}
