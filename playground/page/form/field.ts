/** One input of a dialog, whatever element the bot used for it. */
import type { InputBlock } from "@slack/types";
import type { SeenForm, SeenInput } from "../../contract.ts";

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

export type Control =
  | { readonly as: "line"; readonly max: number | null; readonly mode: "text" | "number" }
  | { readonly as: "lines"; readonly max: number | null }
  | { readonly as: "date" | "time" }
  /** One of several: a list that folds or, as radio buttons, one that is open. */
  | { readonly as: "select" | "radio"; readonly choices: readonly Choice[] }
  | { readonly as: "checks"; readonly choices: readonly Choice[] };

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly placeholder: string | null;
  readonly optional: boolean;
  readonly live: boolean;
  readonly problem: string | null;
  readonly value: FieldValue;
  readonly control: Control;
}

export type FieldValue = string | readonly string[] | null;
export type Answers = Readonly<Record<string, FieldValue>>;

/** People and channels that a picker offers. */
export interface Pool {
  readonly people: readonly Choice[];
  readonly channels: readonly Choice[];
}

type Element = InputBlock["element"];

function choicesOf(element: Element): readonly Choice[] {
  const flat = "options" in element ? element.options : undefined;
  const grouped = "option_groups" in element ? element.option_groups : undefined;
  const options = flat ?? grouped?.flatMap((group) => group.options) ?? [];
  return options.map((option) => ({
    label: option.text.text,
    value: option.value ?? option.text.text,
    ...(option.description === undefined ? {} : { detail: option.description.text }),
  }));
}

function controlOf(element: Element, seen: SeenInput, pool: Pool): Control {
  const offered = seen.options ?? choicesOf(element);
  const detailed = choicesOf(element);
  const choices = detailed.length === offered.length ? detailed : offered;
  switch (element.type) {
    case "plain_text_input": {
      const max = element.max_length ?? null;
      return element.multiline === true ? { as: "lines", max } : { as: "line", max, mode: "text" };
    }
    case "number_input":
      return { as: "line", max: null, mode: "number" };
    case "datepicker":
      return { as: "date" };
    case "timepicker":
      return { as: "time" };
    case "radio_buttons":
      return { as: "radio", choices };
    case "static_select":
    case "external_select":
      return { as: "select", choices };
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { as: "checks", choices };
    case "users_select":
      return { as: "select", choices: seen.options ?? pool.people };
    case "multi_users_select":
      return { as: "checks", choices: seen.options ?? pool.people };
    case "channels_select":
    case "conversations_select":
      return { as: "select", choices: seen.options ?? pool.channels };
    case "multi_channels_select":
    case "multi_conversations_select":
      return { as: "checks", choices: seen.options ?? pool.channels };
    case "email_text_input":
    case "url_text_input":
    case "datetimepicker":
    case "file_input":
    case "rich_text_input":
      return { as: "line", max: null, mode: "text" };
  }
}

function controlOfKind(seen: SeenInput, pool: Pool): Control {
  switch (seen.kind) {
    case "text":
      return { as: "line", max: null, mode: "text" };
    case "number":
      return { as: "line", max: null, mode: "number" };
    case "date":
    case "time":
      return { as: seen.kind };
    case "choice":
      return { as: "select", choices: seen.options ?? [] };
    case "choices":
      return { as: "checks", choices: seen.options ?? [] };
    case "people":
      return { as: "checks", choices: seen.options ?? pool.people };
    case "channel":
      return { as: "select", choices: seen.options ?? pool.channels };
  }
}

/** The input of the form that a block is; found by id, or else by its label. */
export function seenOf(form: SeenForm, block: InputBlock): SeenInput | undefined {
  const ids = [block.block_id, block.element.action_id];
  return (
    form.inputs.find(({ id }) => ids.includes(id)) ??
    form.inputs.find(({ label }) => label === block.label.text)
  );
}

/** Without a block (another platform) the kind of the input decides how it is drawn. */
export function fieldOf(seen: SeenInput, block: InputBlock | null, pool: Pool): Field {
  const element = block?.element ?? null;
  const placeholder =
    element !== null && "placeholder" in element ? element.placeholder.text : undefined;
  return {
    id: seen.id,
    label: seen.label,
    hint: seen.hint,
    placeholder: placeholder ?? null,
    optional: seen.optional,
    live: seen.live,
    problem: seen.problem,
    value: seen.value,
    control: element === null ? controlOfKind(seen, pool) : controlOf(element, seen, pool),
  };
}

/** Whether two answers say the same; an empty field equals none. */
export function sameAnswer(one: FieldValue, other: FieldValue): boolean {
  const flat = (value: FieldValue) =>
    value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const text = (value: FieldValue) => (flat(value) === "[]" ? "" : flat(value));
  return text(one) === text(other);
}

/** What a person changed since the bot drew the form: only that is sent. */
export function changed(form: SeenForm, answers: Answers): Answers {
  return Object.fromEntries(
    form.inputs
      .filter(({ id, value }) => {
        const answer = answers[id];
        return answer !== undefined && !sameAnswer(answer, value);
      })
      .map(({ id }) => [id, answers[id] ?? null]),
  );
}

/**
 * What to keep of the typed answers when the bot has drawn the form again: everything, except where
 * the bot itself put something else into an input. An echo of what it was told is not that.
 */
export function stillTyped(
  typed: Answers,
  told: Answers,
  before: SeenForm,
  after: SeenForm,
): Answers {
  const valueIn = (form: SeenForm, id: string) =>
    form.inputs.find((input) => input.id === id)?.value ?? null;
  return Object.fromEntries(
    Object.entries(typed).filter(([id]) => {
      if (!after.inputs.some((input) => input.id === id)) return false;
      const now = valueIn(after, id);
      const echo = told[id] !== undefined && sameAnswer(told[id], now);
      return echo || sameAnswer(valueIn(before, id), now);
    }),
  );
}
