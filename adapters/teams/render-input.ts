/** One question of a form: its input, the hint below it, and what is to be mended. */

import { amountIn, type Answers, type Input } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import type { Texts } from "../../src/texts/index.ts";
import type { Element, InputChoiceSet, InputElement } from "./adaptive-card.ts";
import { endOf, NO_VALUE } from "./data.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";
import { listed } from "./squeeze.ts";
import { inItsDirection, paragraph, plain, run } from "./text.ts";

type Question = Exclude<Input, { type: "note" }>;
type Choice = Extract<Input, { type: "choice" | "choices" }>;

/** What stands in a form, and what it offers. */
export interface FilledIn {
  readonly texts: Texts;
  /** What stands in it, over the form's own values. */
  readonly answers?: Answers;
  /** Sentences by input id. */
  readonly problems?: Readonly<Record<string, string>>;
  /** The channels to choose from; Teams has no input for them. */
  readonly channels: readonly ChannelChoice[];
  /** How Teams calls a person (Entra object id) or channel (conversation id) in an input. */
  readonly idOf: (address: Address) => string | undefined;
}

export interface ChannelChoice {
  /** The conversation id. */
  readonly id: string;
  readonly name: string;
}

export function renderInput(
  input: Input,
  all: readonly Input[],
  options: FilledIn,
): readonly Element[] {
  if (input.type === "note") return renderNote(input);
  if (isWithoutChoice(input, options)) return renderNote(withoutInput(input, options));
  const problem = options.problems?.[input.id];
  const unseen = input.type === "people" ? (input.unseen ?? []).length : 0;
  const hint = [
    (input.reading ?? input.hint)?.trim() ?? "",
    unseen > 0 ? options.texts.chat.unseenPeople(unseen) : "",
  ]
    .filter(Boolean)
    .join(" ");
  return [
    { ...renderElement(input, all, options), spacing: "Medium" },
    ...(input.type === "days" ? [{ ...renderEnd(input, options), spacing: "Small" as const }] : []),
    ...(hint ? [below(run(hint, LIMITS.inputHint, { isSubtle: true, size: "Small" }))] : []),
    ...(problem
      ? [below(run(problem, LIMITS.text, { color: "Attention", weight: "Bolder" }))]
      : []),
  ];
}

const below = (words: ReturnType<typeof run>): Element => ({
  ...paragraph(words),
  spacing: "Small",
});

function renderNote({ title, text }: Omit<Extract<Input, { type: "note" }>, "type">) {
  const strong = oneLine(title ?? "");
  const words = text.trim();
  if (!strong && !words) return [];
  const runs = [
    ...(strong ? [run(words ? `${strong}\n` : strong, LIMITS.title, { weight: "Bolder" })] : []),
    ...(words ? [run(words, LIMITS.text)] : []),
  ];
  return [{ ...inItsDirection(strong || words, paragraph(...runs)), spacing: "Medium" as const }];
}

const isWithoutChoice = (input: Question, { channels }: FilledIn): boolean =>
  ("options" in input && input.options.length === 0) ||
  (input.type === "channel" && channels.length === 0);

const withoutInput = ({ type, label, hint }: Question, { texts }: FilledIn) => ({
  title: label,
  text: type === "channel" ? texts.chat.noChannels : (hint ?? ""),
});

const askedFor = (
  { id, label, optional }: Pick<Question, "id" | "label" | "optional">,
  missing: string,
) => ({
  id: checkedId(id),
  label: plain(oneLine(label), LIMITS.inputLabel),
  ...(optional ? {} : { isRequired: true as const, errorMessage: plain(missing, LIMITS.title) }),
});

/** The second of two days. */
function renderEnd(
  input: Extract<Input, { type: "days" }>,
  { texts, answers }: FilledIn,
): InputElement {
  const [, end] = listIn(answers, input.id) ?? input.value ?? [];
  const asked = { ...input, id: endOf(input.id), label: input.endLabel };
  return {
    type: "Input.Date",
    ...askedFor(asked, texts.common.empty),
    ...(end ? { value: end } : {}),
  };
}

function renderElement(input: Question, all: readonly Input[], options: FilledIn): InputElement {
  const { chat, common } = options.texts;
  const asked = (missing: string) => askedFor(input, missing);
  switch (input.type) {
    case "text": {
      const value = shorten(
        stringIn(options.answers, input.id) ?? input.value ?? "",
        longest(undefined, all),
      );
      // Teams counts units, people count characters: what stands there always fits.
      const maxLength = Math.max(value.length, longest(input.maxLength, all));
      return {
        type: "Input.Text",
        ...asked(common.empty),
        maxLength,
        ...(input.multiline ? { isMultiline: true } : {}),
        ...(value ? { value } : {}),
      };
    }
    case "choice":
      return { ...asked(chat.chooseOne), ...renderChoice(input, options) };
    case "choices": {
      const chosen = listIn(options.answers, input.id) ?? input.value ?? [];
      const choices = choicesOf(input);
      const known = chosen.filter((one) => input.options.some(({ value }) => value === one));
      return {
        type: "Input.ChoiceSet",
        ...asked(chat.chooseOne),
        isMultiSelect: true,
        ...(choices.length <= LIMITS.openOptions
          ? { style: "expanded" as const, wrap: true as const }
          : { style: "compact" as const, placeholder: plain(chat.chooseOne, LIMITS.title) }),
        choices,
        ...(known.length > 0 ? { value: known.map((one) => one || NO_VALUE).join(",") } : {}),
      };
    }
    case "money": {
      const stood = amountIn(stringIn(options.answers, input.id) ?? input.value);
      return {
        type: "Input.Number",
        ...asked(common.empty),
        min: 0,
        ...(stood === undefined ? {} : { value: stood }),
      };
    }
    case "days": {
      const [start] = listIn(options.answers, input.id) ?? input.value ?? [];
      return { type: "Input.Date", ...asked(common.empty), ...(start ? { value: start } : {}) };
    }
    case "people": {
      const stood = options.answers?.[input.id];
      const chosen = typeof stood === "object" ? stood : (input.value ?? []);
      const ids = chosen.flatMap((address) => options.idOf(address as Address) ?? []);
      return {
        type: "Input.ChoiceSet",
        ...askedFor(input.unseen?.length ? { ...input, optional: true } : input, chat.choosePeople),
        isMultiSelect: true,
        choices: [],
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
        ...(ids.length > 0 ? { value: ids.join(",") } : {}),
      };
    }
    case "channel": {
      const stood = stringIn(options.answers, input.id) ?? input.value;
      const id = stood ? options.idOf(stood as Address) : undefined;
      const offered = listed(options.channels, LIMITS.options, (channel) => channel.id === id);
      return {
        type: "Input.ChoiceSet",
        ...asked(chat.chooseOne),
        style: "compact",
        placeholder: plain(chat.chooseOne, LIMITS.title),
        choices: offered.map((channel) => ({
          title: plain(oneLine(channel.name), LIMITS.optionLabel),
          value: channel.id,
        })),
        ...(id && offered.some((channel) => channel.id === id) ? { value: id } : {}),
      };
    }
  }
}

const choicesOf = (input: Choice): InputChoiceSet["choices"] =>
  input.options.map(({ label, value }) => {
    if (value.length > LIMITS.optionValue || (input.type === "choices" && value.includes(",")))
      throw new RangeError(`An option of "${input.id}" carries more than Teams takes`);
    return { title: plain(oneLine(label), LIMITS.optionLabel), value: value || NO_VALUE };
  });

/** Every option at once where that was asked for and is short; otherwise a list to open. */
function renderChoice(
  input: Extract<Input, { type: "choice" }>,
  { answers, texts }: FilledIn,
): Omit<InputChoiceSet, "id" | "label"> {
  const stood = stringIn(answers, input.id) ?? input.value;
  const isOpen = input.open === true && input.options.length <= LIMITS.openOptions;
  return {
    type: "Input.ChoiceSet",
    style: isOpen ? "expanded" : "compact",
    ...(isOpen ? { wrap: true } : { placeholder: plain(texts.chat.chooseOne, LIMITS.title) }),
    choices: choicesOf(input),
    ...(stood !== undefined && input.options.some(({ value }) => value === stood)
      ? { value: stood || NO_VALUE }
      : {}),
  };
}

/** All texts of a form have to go into one card, however much is written into each. */
function longest(asked: number | undefined, all: readonly Input[]): number {
  const texts = all.filter(({ type }) => type === "text").length;
  const share = Math.floor(LIMITS.writtenCharacters / Math.max(1, texts));
  return Math.max(1, Math.min(asked ?? LIMITS.inputText, LIMITS.inputText, share));
}

/** @throws RangeError for a name that the card needs for itself. */
function checkedId(id: string): string {
  if (id === "liaison" || id === "msteams")
    throw new RangeError(`An input cannot be named "${id}"`);
  return id;
}

function stringIn(answers: Answers | undefined, id: string): string | undefined {
  const value = answers?.[id];
  return typeof value === "string" ? value : undefined;
}

function listIn(answers: Answers | undefined, id: string): readonly string[] | undefined {
  const value = answers?.[id];
  return typeof value === "object" ? value : undefined;
}
