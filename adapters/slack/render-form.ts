/** Forms as dialogs. An input's block carries its id, so that answers and problems find each other. */

import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Answers, Form, Input } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import { readPlace } from "./address.ts";
import { NO_VALUE } from "./answers.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";
import { emphasised, plain } from "./text.ts";
import { type DialogNote, type Origin, writeNote } from "./via.ts";

type Choice = Extract<Input, { type: "choice" }>;
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
    .map((input) => renderInput(input, form.form, shown));
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

function renderInput(input: Input, form: string, shown: Shown | undefined): KnownBlock {
  if (input.type === "note")
    return { type: "section", text: emphasised(input.title ?? "", input.text, LIMITS.text) };
  const below = (input.reading ?? input.hint)?.trim() ?? "";
  if (input.type === "choice" && input.options.length === 0)
    return { type: "section", text: emphasised(input.label, below, LIMITS.text) };
  return {
    type: "input",
    block_id: input.id,
    label: plain(oneLine(input.label), LIMITS.inputLabel),
    element: renderElement(input, actionId(input, form, shown)),
    optional: input.optional ?? false,
    ...(below ? { hint: plain(below, LIMITS.inputHint) } : {}),
    ...(input.live ? { dispatch_action: true } : {}),
  };
}

function renderElement(input: Exclude<Input, { type: "note" }>, action_id: string): Element {
  switch (input.type) {
    case "text": {
      const max_length = Math.max(
        1,
        Math.min(input.maxLength ?? LIMITS.inputText, LIMITS.inputText),
      );
      const value = shorten(input.value ?? "", max_length);
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

function renderChoice(input: Choice, action_id: string): Element {
  const open = input.open && input.options.length <= LIMITS.radioOptions;
  const options = offered(input).map(({ label, value }): PlainTextOption => {
    if (value.length > LIMITS.optionValue)
      throw new RangeError(`An option of "${input.id}" carries more than Slack takes`);
    return { text: plain(oneLine(label), LIMITS.optionLabel), value: value || NO_VALUE };
  });
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

/** As many options as Slack lists; the chosen one is always among them. */
function offered({ options, value }: Choice): Choice["options"] {
  const first = options.slice(0, LIMITS.selectOptions);
  const chosen = options.find((option) => option.value === value);
  if (!chosen || first.includes(chosen)) return first;
  return [...first.slice(0, -1), chosen];
}

/**
 * The element's id. It names the form, so that the next form of a dialog does not inherit what stood
 * in this one; and it is a new one when the form says something else than what stands there. Derived
 * from what it says, so that drawing the same form again changes nothing.
 */
function actionId(
  input: Exclude<Input, { type: "note" }>,
  form: string,
  shown: Shown | undefined,
): string {
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
