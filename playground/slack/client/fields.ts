/** The inputs of a dialog: what stands in them, and how an answer becomes Slack's value for it. */
import { type Bag, bagsAt, flagAt, isBag, lengthOf, listAt, stringAt, textAt } from "../../bag.ts";
import type { SeenInput } from "../../contract.ts";
import { Refused } from "../../refused.ts";
import { type Held, heldBy, slotOf } from "../inputs.ts";
import type { View, World } from "../world.ts";
import { optionsOf } from "./buttons.ts";

export type Answer = string | readonly string[] | null;

const KINDS: Readonly<Record<string, SeenInput["kind"]>> = {
  plain_text_input: "text",
  email_text_input: "text",
  url_text_input: "text",
  number_input: "number",
  static_select: "choice",
  radio_buttons: "choice",
  multi_static_select: "choices",
  checkboxes: "choices",
  users_select: "people",
  multi_users_select: "people",
  channels_select: "channel",
  multi_channels_select: "channel",
  conversations_select: "channel",
  multi_conversations_select: "channel",
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "date",
};

export interface Field extends Held {
  readonly id: string;
  readonly label: string;
  readonly kind: SeenInput["kind"];
  readonly optional: boolean;
  /** The app hears of every change. */
  readonly live: boolean;
}

export function fieldsOf(view: View): readonly Field[] {
  return heldBy(bagsAt(view.view, "blocks")).map((held) => ({
    ...held,
    id: held.isInput ? held.blockId : held.actionId,
    label:
      textAt(held.block, "label") ??
      textAt(held.block, "text") ??
      textAt(held.element, "placeholder") ??
      held.actionId,
    kind: KINDS[stringAt(held.element, "type") ?? ""] ?? "text",
    optional: !held.isInput || flagAt(held.block, "optional"),
    live: !held.isInput || flagAt(held.block, "dispatch_action"),
  }));
}

export function seenInput(world: World, view: View, field: Field): SeenInput {
  const state = view.values[field.blockId]?.[field.actionId];
  return {
    id: field.id,
    label: field.label,
    kind: field.kind,
    hint: textAt(field.block, "hint") ?? null,
    optional: field.optional,
    value: shown(world, field, state),
    options: optionsFor(world, view, field),
    problem: view.problems[field.blockId] ?? null,
    live: field.live,
  };
}

function shown(world: World, field: Field, state: Bag | undefined): Answer {
  const slot = slotOf(field.element);
  if (!slot || !state) return null;
  const one = (value: unknown): string => {
    if (isBag(value)) return stringAt(value, "value") ?? "";
    const text = String(value);
    return field.kind === "people" ? (world.person(text)?.id ?? text) : text;
  };
  if (slot.many) return listAt(state, slot.key).map(one);
  const value = state[slot.key];
  return value === null || value === undefined ? null : one(value);
}

function optionsFor(world: World, view: View, field: Field): SeenInput["options"] {
  switch (field.kind) {
    case "choice":
    case "choices":
      return optionsOf(field.element).map((option) => ({
        label: textAt(option, "text") ?? "",
        value: stringAt(option, "value") ?? "",
      }));
    case "people":
      return world.demo.people
        .filter((person) => person.team === view.team)
        .map((person) => ({ label: person.name, value: person.id }));
    case "channel":
      return world
        .channels()
        .filter((channel) => channel.team === view.team && !channel.direct)
        .map((channel) => ({ label: `#${channel.name}`, value: channel.id }));
    case "text":
    case "date":
    case "time":
    case "number":
      return null;
  }
}

/** Slack's state of a field after an answer. Refuses what the control on screen could not hold. */
export function stateOf(world: World, view: View, field: Field, answer: Answer): Bag {
  const slot = slotOf(field.element);
  const type = field.element["type"];
  if (!slot) return { type };
  const given = answer === null ? [] : typeof answer === "string" ? [answer] : answer;
  if (!slot.many && given.length > 1) {
    throw new Refused(400, `“${field.label}” takes one value.`);
  }
  const values = given.filter((one) => one !== "").map((one) => valueOf(world, view, field, one));
  return { type, [slot.key]: slot.many ? values : (values[0] ?? null) };
}

function valueOf(world: World, view: View, field: Field, given: string): unknown {
  switch (field.kind) {
    case "text":
    case "number":
      return given;
    case "date":
      return field.element["type"] === "datetimepicker" ? instant(field, given) : day(field, given);
    case "time":
      if (/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) return given;
      throw new Refused(400, `“${field.label}” takes a time such as 14:45.`);
    case "choice":
    case "choices":
    case "people":
    case "channel": {
      const known = optionsFor(world, view, field) ?? [];
      const found = known.find(({ value }) => value === given) ?? byLabel(known, given);
      if (!found) {
        const names = known.map(({ label }) => label).join(", ");
        throw new Refused(404, `“${field.label}” has no “${given}”. It offers: ${names}.`);
      }
      return slackValue(world, field, found.value);
    }
  }
}

function byLabel(
  known: readonly { readonly label: string; readonly value: string }[],
  given: string,
): { readonly label: string; readonly value: string } | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/^[#@]/, "").trim();
  return known.find(({ label }) => plain(label) === plain(given));
}

function slackValue(world: World, field: Field, value: string): unknown {
  if (field.kind === "people") {
    return world.demo.people.find((person) => person.id === value)?.user ?? value;
  }
  if (field.kind === "channel") return value;
  return optionsOf(field.element).find((option) => stringAt(option, "value") === value);
}

function day(field: Field, given: string): string {
  const date = new Date(`${given}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && exists) return given;
  throw new Refused(400, `“${field.label}” takes a date of the calendar such as 2027-05-14.`);
}

function instant(field: Field, given: string): number {
  const at = Date.parse(given);
  if (Number.isNaN(at)) {
    throw new Refused(400, `“${field.label}” takes an instant such as 2027-05-14T14:45:00Z.`);
  }
  return Math.floor(at / 1000);
}

/** What Slack's own form says before it sends anything; by block id. */
export function missing(view: View): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const field of fieldsOf(view)) {
    const state = view.values[field.blockId]?.[field.actionId];
    const problem = field.isInput ? problemOf(field, state) : null;
    if (problem !== null) problems[field.blockId] = problem;
  }
  return problems;
}

function problemOf(field: Field, state: Bag | undefined): string | null {
  const slot = slotOf(field.element);
  const value = slot ? state?.[slot.key] : null;
  const empty = value === null || value === undefined || value === "" || isEmptyList(value);
  if (empty) return field.optional ? null : "Please complete this required field.";
  if (typeof value !== "string") return null;
  const most = Number(field.element["max_length"] ?? 3000);
  const least = Number(field.element["min_length"] ?? 0);
  const length = lengthOf(value);
  if (field.kind === "text" && length > most) {
    return `Please shorten this by ${length - most} characters.`;
  }
  if (field.kind === "text" && length < least) return `Please use at least ${least} characters.`;
  return field.kind === "number" ? numberProblem(field.element, value) : null;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function numberProblem(element: Bag, value: string): string | null {
  const number = Number(value);
  const whole = !flagAt(element, "is_decimal_allowed");
  if (value.trim() === "" || Number.isNaN(number)) return "Please enter a number.";
  if (whole && !Number.isInteger(number)) return "Please enter a whole number.";
  const least = stringAt(element, "min_value");
  const most = stringAt(element, "max_value");
  if (least !== undefined && number < Number(least)) return `Please enter at least ${least}.`;
  if (most !== undefined && number > Number(most)) return `Please enter at most ${most}.`;
  return null;
}

/** The field that an answer means, by input id or label. */
export function findField(view: View, name: string): Field {
  const fields = fieldsOf(view);
  const plain = name.trim().toLowerCase();
  const found =
    fields.find((field) => field.id === name || field.actionId === name) ??
    fields.find((field) => field.label.trim().toLowerCase() === plain);
  if (found) return found;
  const known = fields.map((field) => `${field.id} (“${field.label}”)`).join(", ");
  const title = textAt(view.view, "title") ?? view.id;
  throw new Refused(
    404,
    fields.length === 0
      ? `The form “${title}” has no inputs.`
      : `The form “${title}” has no input “${name}”. It has: ${known}.`,
  );
}
