/** A form's inputs, drawn from its fields; what stands in them is what was read, or nothing yet. */

import type { Answers, Input, Option } from "../card.ts";
import type { Dates } from "../texts/dates.ts";
import type { Texts } from "../texts/index.ts";
import { lengthOf } from "../plain-text.ts";
import { parseLocalDate, type LocalTime } from "../time/calendar.ts";
import {
  DAY_MAX,
  MOST_TAGS,
  TAG_MAX,
  TIME_MAX,
  type Field,
  type Fields,
  type FieldValue,
} from "./field.ts";
import { LINK_MAX } from "./web-address.ts";

/** How a field is asked for. */
export interface Asking {
  readonly label: string;
  readonly hint?: string;
  /** What the second of two days is called. */
  readonly endLabel?: string;
  /** What may be chosen: the words by the value, or in an order of their own. */
  readonly options?: Readonly<Record<string, string>> | readonly Option[];
  /** Options of a `pick` that stand open; those of `one` do where they are few. */
  readonly open?: true;
  /** Of people, who stands in it: their addresses where the form is shown. */
  readonly addresses?: readonly string[];
  readonly live?: true;
  /** How what stands in it is read, in the hint's place. */
  readonly reading?: string;
  /** Of a line that came from elsewhere: so much may stand there until it is shortened. */
  readonly room?: number;
}

/** As much as every platform takes in one input. */
const LONGEST = 3000;
/** So many options stand open to be chosen at once. */
const OPEN_OPTIONS = 5;

/**
 * @param asked how each field is asked for; those without words are not in the form.
 * @param values as they were read, or days, times and lines as they were typed.
 */
export function inputsOf(
  fields: Fields,
  asked: Readonly<Record<string, Asking | undefined>>,
  values: Readonly<Record<string, FieldValue | undefined>>,
  texts: Texts,
): readonly Input[] {
  return Object.entries(fields).flatMap(([id, field]) => {
    const asking = asked[id];
    return asking ? [inputOf(field, id, asking, values[id], texts)] : [];
  });
}

function inputOf(
  field: Field,
  id: string,
  asking: Asking,
  value: FieldValue | undefined,
  texts: Texts,
): Input {
  const question = {
    id,
    label: asking.label,
    ...(asking.hint ? { hint: asking.hint } : {}),
    ...(field.optional ? { optional: true as const } : {}),
    ...(asking.live ? { live: asking.live } : {}),
    ...(asking.reading ? { reading: asking.reading } : {}),
  };
  const written = writtenOf(field, value, texts);
  const line = (maxLength: number) =>
    ({ type: "text", ...question, maxLength, ...written }) as const;
  switch (field.type) {
    case "line":
      return asking.room !== undefined && lengthOf(written.value ?? "") > field.max
        ? { ...line(asking.room), multiline: true }
        : line(field.max);
    case "lines":
      return { type: "text", ...question, multiline: true, maxLength: field.max, ...written };
    case "day":
      return line(DAY_MAX);
    case "time":
      return line(TIME_MAX);
    case "link":
    case "address":
      return line(LINK_MAX);
    case "addresses": {
      const lines = isList(value) ? { value: value.join("\n") } : {};
      const maxLength = Math.min(field.max * (LINK_MAX + 1), LONGEST);
      return { type: "text", ...question, multiline: true, maxLength, ...lines };
    }
    case "tags":
      return line(MOST_TAGS * (TAG_MAX + 2));
    case "count":
      return line(String(field.max).length);
    case "money":
      return { type: "money", ...question, ...written };
    case "days": {
      const range = value !== null && typeof value === "object" && "start" in value ? value : null;
      return {
        type: "days",
        ...question,
        endLabel: asking.endLabel ?? texts.fields.until,
        ...(range ? { value: [range.start, range.end] as const } : {}),
      };
    }
    case "one":
    case "pick":
    case "goal": {
      const options = optionsOf(asking);
      const isFew = field.type === "one" && options.length <= OPEN_OPTIONS;
      return {
        type: "choice",
        ...question,
        options,
        ...(typeof value === "string" ? { value } : {}),
        ...(isFew || asking.open ? { open: true as const } : {}),
      };
    }
    case "some":
      return {
        type: "choices",
        ...question,
        options: optionsOf(asking),
        ...(isList(value) ? { value } : {}),
      };
    case "people":
      return { type: "people", ...question, value: asking.addresses ?? [] };
  }
}

const optionsOf = ({ options = {} }: Asking): readonly Option[] =>
  isOptions(options)
    ? options
    : Object.entries(options).map(([value, label]) => ({ label, value }));

const isOptions = (options: NonNullable<Asking["options"]>): options is readonly Option[] =>
  Array.isArray(options);

export const isList = (value: FieldValue | undefined): value is readonly string[] =>
  Array.isArray(value);

const dayWords = (value: string, dates: Dates): string => {
  const date = parseLocalDate(value);
  return date ? dates.full(date) : value;
};

/** Kept as `14:45`; anything else was typed. */
const timeWords = (value: string, dates: Dates): string =>
  /^\d\d:\d\d$/u.test(value) ? dates.time(value as LocalTime) : value;

/** As it stands in a line to be typed into. */
function writtenOf(
  field: Field,
  value: FieldValue | undefined,
  { dates }: Texts,
): { readonly value?: string } {
  if (value === undefined || value === null || value === "") return {};
  if (field.type === "day" && typeof value === "string") return { value: dayWords(value, dates) };
  if (field.type === "time" && typeof value === "string") return { value: timeWords(value, dates) };
  if (field.type === "money") return { value: (Number(value) / 100).toFixed(2) };
  if (isList(value)) return value.length > 0 ? { value: value.join(", ") } : {};
  return typeof value === "object" ? {} : { value: String(value) };
}

/** What a form would be sent with as it stands. */
export const standsIn = (inputs: readonly Input[]): Answers =>
  Object.fromEntries(
    inputs.flatMap((input) =>
      input.type === "note" || input.value === undefined ? [] : [[input.id, input.value] as const],
    ),
  );

/** With what somebody filled in, whether or not it can be read. */
export function withAnswer(input: Input, answers: Answers): Input {
  const answered = "id" in input ? answers[input.id] : undefined;
  if (answered === undefined) return input;
  switch (input.type) {
    case "note":
      return input;
    case "text":
    case "choice":
    case "channel":
    case "money":
      return typeof answered === "string" && answered !== ""
        ? { ...input, value: answered }
        : input;
    case "people":
    case "choices":
      return { ...input, value: [answered].flat() };
    case "days": {
      const [start = "", end = ""] = [answered].flat();
      return { ...input, value: [start, end] };
    }
  }
}
