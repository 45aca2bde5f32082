/** What was filled in, read field by field: limits, blanks, days, amounts and people in one place. */

import { amountIn, answer, chosen, type Answers } from "../card.ts";
import { isBlank, lengthOf, manyLines, oneLine, shorten } from "../plain-text.ts";
import type { Address } from "../team/person.ts";
import type { Texts } from "../texts/index.ts";
import { parseLocalDate, parseTime, type LocalDate } from "../time/calendar.ts";
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
import { addressParts, LINK_MAX, readAddress, type AddressReading } from "./web-address.ts";

/** Where and for whom a form is read. */
export interface Reading {
  readonly texts: Texts;
  /** The day it is where the form is filled in, and the IANA zone of it. */
  readonly today: LocalDate;
  readonly timezone: string;
  /** Ids of those among these addresses whom somebody knows. */
  readonly meet: (addresses: readonly Address[]) => Promise<readonly string[]>;
  /** Ids of the goals that the form offered. */
  readonly goals?: readonly string[];
}

export type ReadForm<F extends Fields> =
  { readonly values: Values<F> } | { readonly problems: Readonly<Record<string, string>> };

/** How much of what was typed is said back. */
const WORDS_LIMIT = 60;

type Read = { readonly value: FieldValue } | { readonly problem: string };

/** All of a form, or one sentence for each field that cannot be taken as it is. */
export async function readForm<const F extends Fields>(
  fields: F,
  answers: Answers,
  reading: Reading,
): Promise<ReadForm<F>> {
  const read = await Promise.all(
    Object.entries(fields).map(
      async ([id, field]) => [id, await readField(field, id, answers, reading)] as const,
    ),
  );
  const problems = read.flatMap(([id, each]) =>
    "problem" in each ? [[id, each.problem] as const] : [],
  );
  if (problems.length > 0) return { problems: Object.fromEntries(problems) };
  const values = read.flatMap(([id, each]) => ("value" in each ? [[id, each.value] as const] : []));
  return { values: Object.fromEntries(values) as Values<F> };
}

async function readField(
  field: Field,
  id: string,
  answers: Answers,
  reading: Reading,
): Promise<Read> {
  const { texts } = reading;
  const { fields: say, chat } = texts;
  const typed = answer(answers, id);
  switch (field.type) {
    case "line":
      return readText(field, oneLine(typed), reading.texts);
    case "lines":
      return readText(field, manyLines(typed), reading.texts);
    case "day":
      return readDay(field, oneLine(typed), reading);
    case "days":
      return readDays(field, chosen(answers, id), reading.texts);
    case "count": {
      if (typed === "") return missing(field, texts.common.empty);
      const number = /^\d{1,9}$/u.test(typed) ? Number(typed) : Number.NaN;
      return number <= field.max ? { value: number } : { problem: say.count(field.max) };
    }
    case "money": {
      if (typed === "") return missing(field, texts.common.empty);
      const amount = amountIn(typed);
      return amount !== undefined && amount <= MONEY_MAX
        ? { value: Math.round(amount * 100) }
        : { problem: say.money };
    }
    case "one": {
      const found = field.of.find((option) => option === typed);
      return found === undefined ? missing(field, chat.chooseOne) : { value: found };
    }
    case "some": {
      const picked = chosen(answers, id);
      const value = field.of.filter((option) => picked.includes(option));
      return value.length > 0 ? { value } : missing(field, chat.chooseOne);
    }
    case "goal": {
      const found = reading.goals?.find((goal) => goal === typed);
      return found === undefined ? missing(field, chat.chooseOne) : { value: found };
    }
    case "people": {
      const value = await reading.meet(chosen(answers, id) as readonly Address[]);
      return value.length > 0 ? { value } : missing(field, chat.choosePeople);
    }
    case "link":
      return readLink(field, oneLine(typed), texts);
    case "address":
      return readOneAddress(field, typed, texts);
    case "addresses":
      return readAddresses(field, typed, texts);
    case "time":
      return readTime(field, oneLine(typed), texts);
    case "tags":
      return readTags(field, typed, reading.texts);
  }
}

/** Left out, where it may be. */
const missing = (field: Field, problem: string): Read =>
  field.optional ? { value: blankOf(field) } : { problem };

function readText(field: Field & { readonly max: number }, value: string, texts: Texts): Read {
  if (isBlank(value)) return missing(field, texts.common.empty);
  return lengthOf(value) > field.max
    ? { problem: texts.fields.tooLong(lengthOf(value), field.max) }
    : { value };
}

function readDay(
  field: Extract<Field, { type: "day" }>,
  typed: string,
  { texts, today, timezone }: Reading,
): Read {
  if (typed === "") return missing(field, texts.common.empty);
  if (lengthOf(typed) > DAY_MAX) return { problem: texts.fields.tooLong(lengthOf(typed), DAY_MAX) };
  const read = readDate(typed, { today, timezone, locale: texts.locale });
  if (read.kind !== "read") return { problem: daySentence(read, typed, texts) };
  const isComing = field.past && read.date > today && !/\d{4}/u.test(typed);
  return { value: isComing ? yearBefore(read.date) : read.date };
}

const yearBefore = (date: LocalDate): LocalDate =>
  parseLocalDate(`${String(Number(date.slice(0, 4)) - 1)}${date.slice(4)}`) ?? date;

function readDays(
  field: Field,
  [first = "", last = ""]: readonly string[],
  { fields: say, common }: Texts,
): Read {
  if (first === "" && last === "") return missing(field, common.empty);
  const start = parseLocalDate(first);
  const end = parseLocalDate(last);
  if (!start || !end) return { problem: say.bothDays };
  return end < start ? { problem: say.endsFirst } : { value: { start, end } };
}

function readLink(field: Field, typed: string, texts: Texts): Read {
  if (isBlank(typed)) return missing(field, texts.common.empty);
  const whole = /^[a-z][a-z\d+.-]*:(?!\d)/iu.test(typed) ? typed : `https://${typed}`;
  if (whole.length > LINK_MAX) return { problem: texts.fields.tooLong(whole.length, LINK_MAX) };
  const reading = readAddress(whole);
  return reading.kind === "read" ? { value: whole } : { problem: addressSentence(reading, texts) };
}

function readOneAddress(field: Field, typed: string, texts: Texts): Read {
  if (isBlank(typed)) return missing(field, texts.common.empty);
  const reading = readAddress(typed);
  return reading.kind === "read"
    ? { value: reading.address.shown }
    : { problem: addressSentence(reading, texts) };
}

/** Each once; the first that cannot be kept is named. */
function readAddresses(
  field: Extract<Field, { type: "addresses" }>,
  typed: string,
  texts: Texts,
): Read {
  const parts = addressParts(typed);
  if (parts.length === 0) return missing(field, texts.common.empty);
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
  return each.length > field.max
    ? { problem: texts.fields.mostAddresses(field.max) }
    : { value: each };
}

const addressSentence = (
  { because, words }: Extract<AddressReading, { kind: "refused" }>,
  { fields: say }: Texts,
): string => say.address[because](shorten(words, WORDS_LIMIT));

function readTime(field: Field, typed: string, { fields: say, common }: Texts): Read {
  if (typed === "") return missing(field, common.empty);
  const value = parseTime(typed);
  return value ? { value } : { problem: say.time };
}

function readTags(field: Field, typed: string, { fields: say, common }: Texts): Read {
  const value = tagsIn(typed);
  if (value.length === 0) return missing(field, common.empty);
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
