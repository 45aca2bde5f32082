/** Forms as dialogs. An input's block carries its id, so that answers and problems find each other. */

import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import { amountIn, type Answers, type Form, type Input } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import { readPlace } from "./address.ts";
import { endOf, NO_VALUE } from "./answers.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";
import { emphasised, plain } from "./text.ts";
import { type DialogNote, type Origin, writeNote } from "./via.ts";

type Choice = Extract<Input, { type: "choice" | "choices" }>;
type Question = Exclude<Input, { type: "note" }>;
type Element = InputBlock["element"];

/** What stands in the dialog that a form replaces, and under which ids. */
export interface Shown {
  readonly answers: Answers;
  /** Of the elements, by input id. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * @param shown the open dialog that this one replaces. Slack keeps what stands there over what the
 *   form says, unless the element gets another id.
 * @throws RangeError when the form's context or an option's value is longer than Slack carries.
 */
export function renderForm(form: Form, note: DialogNote, shown?: Shown): ModalView {
  const blocks = form.inputs
    .slice(0, LIMITS.viewBlocks)
    .flatMap((input) => renderInput(input, form.form, shown))
    .slice(0, LIMITS.viewBlocks);
  return {
    type: "modal",
    callback_id: form.form,
    private_metadata: metadata({ ...note, context: form.context }, form.form),
    title: plain(oneLine(form.title), LIMITS.modalTitle),
    submit: plain(oneLine(form.submit), LIMITS.modalButton),
    close: plain(oneLine(form.cancel), LIMITS.modalButton),
    blocks: blocks.length > 0 ? blocks : [section(form.title)],
  };
}

/** The way back is left out when it does not fit; the answer then comes as a direct message. */
function metadata(note: DialogNote, form: string): string {
  const whole = writeNote(note);
  if (whole.length <= LIMITS.privateMetadata) return whole;
  const short = writeNote({ ...note, origin: withoutResponseUrl(note.origin) });
  if (short.length <= LIMITS.privateMetadata) return short;
  throw new RangeError(`The form "${form}" carries more context than Slack takes`);
}

function withoutResponseUrl(origin: Origin): Origin {
  const kept = Object.entries(origin).filter(([name]) => name !== "responseUrl");
  return Object.fromEntries(kept);
}

const section = (text: string): KnownBlock => ({
  type: "section",
  text: plain(text, LIMITS.text),
});

function renderInput(input: Input, form: string, shown: Shown | undefined): readonly KnownBlock[] {
  if (input.type === "note")
    return [{ type: "section", text: emphasised(input.title ?? "", input.text, LIMITS.text) }];
  const below = (input.reading ?? input.hint)?.trim() ?? "";
  if ("options" in input && input.options.length === 0)
    return [{ type: "section", text: emphasised(input.label, below, LIMITS.text) }];
  const asked = (id: string, label: string, hint: string, element: Element): KnownBlock => ({
    type: "input",
    block_id: id,
    label: plain(oneLine(label), LIMITS.inputLabel),
    element,
    optional: input.optional ?? false,
    ...(hint ? { hint: plain(hint, LIMITS.inputHint) } : {}),
    ...(input.live ? { dispatch_action: true } : {}),
  });
  if (input.type !== "days")
    return [
      asked(input.id, input.label, below, renderElement(input, actionId(input, form, shown))),
    ];
  const [start = "", end = ""] = input.value ?? [];
  return [
    asked(input.id, input.label, "", dayPicker(start, actionId(input, form, shown))),
    asked(
      endOf(input.id),
      input.endLabel,
      below,
      dayPicker(end, endOf(actionId(input, form, shown))),
    ),
  ];
}

const dayPicker = (day: string, action_id: string): Element => ({
  type: "datepicker",
  action_id,
  ...(day ? { initial_date: day } : {}),
});

function renderElement(input: Exclude<Question, { type: "days" }>, action_id: string): Element {
  switch (input.type) {
    case "text": {
      const value = shorten(input.value ?? "", LIMITS.inputText);
      // Slack counts units, people count characters: what stands there always fits.
      const max_length = Math.max(
        1,
        value.length,
        Math.min(input.maxLength ?? LIMITS.inputText, LIMITS.inputText),
      );
      return {
        type: "plain_text_input",
        action_id,
        max_length,
        ...(input.multiline ? { multiline: true } : {}),
        ...(value ? { initial_value: value } : {}),
        // Every letter would be a round trip that races with the next one.
        ...(input.live
          ? { dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] } }
          : {}),
      };
    }
    case "choice":
      return renderChoice(input, action_id);
    case "choices":
      return renderChoices(input, action_id);
    case "money": {
      const amount = amountIn(input.value);
      return {
        type: "number_input",
        action_id,
        is_decimal_allowed: true,
        min_value: "0",
        ...(amount === undefined ? {} : { initial_value: String(amount) }),
      };
    }
    case "people": {
      const initial = idsOf(input.value ?? []);
      return {
        type: "multi_users_select",
        action_id,
        ...(initial.length > 0 ? { initial_users: initial } : {}),
      };
    }
    case "channel": {
      const [initial] = idsOf(input.value ? [input.value] : []);
      return {
        type: "conversations_select",
        action_id,
        filter: { include: ["public", "private"], exclude_bot_users: true },
        ...(initial ? { initial_conversation: initial } : {}),
      };
    }
  }
}

function renderChoice(input: Extract<Input, { type: "choice" }>, action_id: string): Element {
  const open = input.open && input.options.length <= LIMITS.radioOptions;
  const options = offered(input);
  const initial = options.find(
    ({ value }) => value === (input.value === "" ? NO_VALUE : input.value),
  );
  return {
    type: open ? "radio_buttons" : "static_select",
    action_id,
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

/** All of them open to be ticked where they are few. */
function renderChoices(input: Extract<Input, { type: "choices" }>, action_id: string): Element {
  const options = offered(input);
  const { value: chosen = [] } = input;
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  return {
    type: input.options.length <= LIMITS.radioOptions ? "checkboxes" : "multi_static_select",
    action_id,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}

/** As many options as Slack lists; the chosen ones are always among them. */
function offered(input: Choice): PlainTextOption[] {
  const chosen = [input.value ?? []].flat();
  const kept = input.options.filter(({ value }) => chosen.includes(value));
  const others = input.options.filter(({ value }) => !chosen.includes(value));
  const listed = new Set([...kept, ...others.slice(0, LIMITS.selectOptions - kept.length)]);
  return input.options
    .filter((option) => listed.has(option))
    .slice(0, LIMITS.selectOptions)
    .map(({ label, value }) => {
      if (value.length > LIMITS.optionValue)
        throw new RangeError(`An option of "${input.id}" carries more than Slack takes`);
      return { text: plain(oneLine(label), LIMITS.optionLabel), value: value || NO_VALUE };
    });
}

/**
 * The element's id. It names the form, so that the next form of a dialog does not inherit what stood
 * in this one; and it is a new one when the form says something else than what stands there. Derived
 * from what it says, so that drawing the same form again changes nothing.
 */
function actionId(input: Question, form: string, shown: Shown | undefined): string {
  const before = shown?.answers[input.id];
  const same = input.value === undefined || String(before ?? "") === String(input.value);
  if (same || before === undefined) return shown?.ids[input.id] ?? `${form}.${input.id}`;
  return `${form}.${input.id}~${revision(String(input.value))}`;
}

/** A short number for a text; two texts seldom share it. */
function revision(text: string): string {
  let hash = 5381;
  for (const character of text) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return String(hash);
}

const idsOf = (addresses: readonly string[]): string[] =>
  addresses.flatMap((address) => readPlace(address as Address)?.id ?? []);
