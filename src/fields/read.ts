/** What was filled in, read field by field: limits, blanks, days, amounts and people in one place. */

import { amountIn, answer, chosen, type Answers } from "../card.ts";
import { isBlank, lengthOf, manyLines, oneLine, shorten } from "../plain-text.ts";
import type { SchoolCalendar } from "../team/school.ts";
import type { Texts } from "../texts/index.ts";
import { localDate, parseLocalDate, parseTime, type LocalDate } from "../time/calendar.ts";
import { readDate } from "../time/when.ts";
import {
  blankOf,
  DAY_MAX,
  MONEY_MAX,
  MOST_TAGS,
  TAG_MAX,
  type Field,
  type Fields,
  type FieldValue,
  type Values,
} from "./field.ts";
import { daySentence } from "./day-sentence.ts";
import { isList } from "./draw.ts";
import { meetingTimeProblem } from "./meeting-time.ts";
import { addressParts, LINK_MAX, readAddress, type AddressReading } from "./web-address.ts";

/** A form that came back, with what it is read by. */
export interface Filled {
  readonly event: { readonly answers: Answers };
  readonly texts: Texts;
  readonly now: Date;
  readonly person: { readonly timezone: string };
}

/** What reading it needs beside that. */
export interface Reading {
  /** IANA zone of the place that days and "today" are of; else the person's own. */
  readonly timezone?: string;
  /** What school days are counted by. */
  readonly calendar?: SchoolCalendar | null | undefined;
  /** What was offered to be picked, by field. */
  readonly offered?: Readonly<Record<string, readonly string[]>>;
  /** Ids of the people behind addresses that were chosen. */
  readonly met?: ReadonlyMap<string, string>;
  /** What to say, by field, where nothing was written or chosen. */
  readonly missing?: Readonly<Record<string, string>>;
}

type Problems = Readonly<Record<string, string>>;

export type ReadForm<F extends Fields> =
  | { readonly type: "read"; readonly values: Values<F> }
  | { readonly type: "invalid"; readonly problems: Problems };

/** How much of what was typed is said back. */
const WORDS_LIMIT = 60;

type Read = { readonly value: FieldValue } | { readonly problem: string };

/** All of a form, or one sentence for each field that cannot be taken as it is. */
export function readForm<const F extends Fields>(
  fields: F,
  filled: Filled,
  reading: Reading = {},
): ReadForm<F> {
  const read = Object.entries(fields).map(
    ([id, field]) => [id, readField(field, id, filled, reading)] as const,
  );
  const problems = read.flatMap(([id, each]) =>
    "problem" in each ? [[id, each.problem] as const] : [],
  );
  if (problems.length > 0) return { type: "invalid", problems: Object.fromEntries(problems) };
  const values = read.flatMap(([id, each]) => ("value" in each ? [[id, each.value] as const] : []));
  return { type: "read", values: Object.fromEntries(values) as Values<F> };
}

function readField(field: Field, id: string, filled: Filled, reading: Reading): Read {
  const { texts, event } = filled;
  const { fields: say, chat, common } = texts;
  const typed = answer(event.answers, id);
  const missing = (sentence: string): Read =>
    field.optional ? { value: blankOf(field) } : { problem: reading.missing?.[id] ?? sentence };
  const found = (value: FieldValue | undefined, sentence: string): Read =>
    value === undefined || (isList(value) && value.length === 0) ? missing(sentence) : { value };
  if (typed === "" && WRITTEN.has(field.type)) return missing(common.empty);
  switch (field.type) {
    case "line":
    case "lines": {
      const value = field.type === "line" ? oneLine(typed) : manyLines(typed);
      return isBlank(value) ? missing(common.empty) : fitting(value, field.max, texts);
    }
    case "day":
      return readDay(field, oneLine(typed), filled, reading);
    case "time": {
      const value = parseTime(typed);
      const problem = field.meeting ? meetingTimeProblem(typed, texts) : value ? "" : say.time;
      return value && !problem ? { value } : { problem };
    }
    case "days": {
      const picked = chosen(event.answers, id);
      return picked.length === 0 ? missing(common.empty) : readDays(picked, texts);
    }
    case "count": {
      const number = /^\d{1,9}$/u.test(typed) ? Number(typed) : Number.NaN;
      return number <= field.max ? { value: number } : { problem: say.count(field.max) };
    }
    case "money": {
      const amount = amountIn(typed);
      return amount !== undefined && amount <= MONEY_MAX
        ? { value: Math.round(amount * 100) }
        : { problem: say.money };
    }
    case "one":
      return found(
        field.of.find((option) => option === typed),
        chat.chooseOne,
      );
    case "some": {
      const picked = chosen(event.answers, id);
      return found(
        field.of.filter((option) => picked.includes(option)),
        chat.chooseOne,
      );
    }
    case "pick":
    case "goal":
      return found(
        reading.offered?.[id]?.find((value) => value === typed),
        chat.chooseOne,
      );
    case "people": {
      const met = chosen(event.answers, id).flatMap((each) => reading.met?.get(each) ?? []);
      return found([...new Set(met)], chat.choosePeople);
    }
    case "link":
      return readLink(oneLine(typed), texts);
    case "address":
      return readOneAddress(typed, texts);
    case "addresses": {
      const parts = addressParts(typed);
      return parts.length === 0 ? missing(common.empty) : readAddresses(parts, field.max, texts);
    }
    case "tags": {
      const value = tagsIn(typed);
      return value.length === 0 ? missing(common.empty) : fittingTags(value, texts);
    }
  }
}

/** Types that somebody writes: nothing written is nothing. */
const WRITTEN: ReadonlySet<Field["type"]> = new Set([
  "day",
  "time",
  "count",
  "money",
  "link",
  "address",
]);

const fitting = (value: string, max: number, { fields: say }: Texts): Read =>
  lengthOf(value) > max ? { problem: say.tooLong(lengthOf(value), max) } : { value };

function readDay(
  field: Extract<Field, { type: "day" }>,
  typed: string,
  { texts, now, person }: Filled,
  { timezone = person.timezone, calendar = null }: Reading,
): Read {
  if (lengthOf(typed) > DAY_MAX) return fitting(typed, DAY_MAX, texts);
  const today = localDate(now, timezone);
  const read = readDate(typed, { today, timezone, locale: texts.locale, calendar });
  if (read.kind !== "read") return { problem: daySentence(read, typed, texts, field) };
  if (field.ahead && read.date < today)
    return { problem: texts.goals.past(texts.dates.full(read.date)) };
  const isComing = field.past && read.date > today && !/\d{4}/u.test(typed);
  return { value: isComing ? yearBefore(read.date) : read.date };
}

const yearBefore = (date: LocalDate): LocalDate =>
  parseLocalDate(`${String(Number(date.slice(0, 4)) - 1)}${date.slice(4)}`) ?? date;

function readDays([first = "", last = ""]: readonly string[], { fields: say }: Texts): Read {
  const start = parseLocalDate(first);
  const end = parseLocalDate(last);
  if (!start || !end) return { problem: say.bothDays };
  return end < start ? { problem: say.endsFirst } : { value: { start, end } };
}

function readLink(typed: string, texts: Texts): Read {
  const whole = /^[a-z][a-z\d+.-]*:(?!\d)/iu.test(typed) ? typed : `https://${typed}`;
  if (whole.length > LINK_MAX) return fitting(whole, LINK_MAX, texts);
  const reading = readAddress(whole);
  return reading.kind === "read" ? { value: whole } : { problem: addressSentence(reading, texts) };
}

function readOneAddress(typed: string, texts: Texts): Read {
  const reading = readAddress(typed);
  return reading.kind === "read"
    ? { value: reading.address.shown }
    : { problem: addressSentence(reading, texts) };
}

/** Each once; the first that cannot be kept is named. */
function readAddresses(parts: readonly string[], max: number, texts: Texts): Read {
  const value: string[] = [];
  for (const part of parts) {
    const reading = readAddress(part);
    if (reading.kind === "refused")
      return {
        problem: texts.labelled(shorten(part, WORDS_LIMIT), addressSentence(reading, texts)),
      };
    value.push(reading.address.shown);
  }
  const each = [...new Set(value)];
  return each.length > max ? { problem: texts.fields.mostAddresses(max) } : { value: each };
}

const addressSentence = (
  { because, words }: Extract<AddressReading, { kind: "refused" }>,
  { fields: say }: Texts,
): string => say.address[because](shorten(words, WORDS_LIMIT));

function fittingTags(value: readonly string[], { fields: say }: Texts): Read {
  if (value.length > MOST_TAGS) return { problem: say.mostTags(MOST_TAGS) };
  const long = value.find((tag) => lengthOf(tag) > TAG_MAX);
  return long === undefined ? { value } : { problem: say.tagTooLong(TAG_MAX) };
}

/** "Rivers, #maps" as "rivers" and "maps". */
export const tagsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/u)
      .map((tag) =>
        oneLine(tag)
          .replace(/^#+\s*/u, "")
          .toLowerCase(),
      )
      .filter((tag) => !isBlank(tag)),
  ),
];
