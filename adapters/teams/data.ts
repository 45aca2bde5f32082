/**
 * What a press carries to Teams and back. It went through the client, so it is a request and never a
 * right; what cannot be read is nothing of ours.
 *
 * A form's buttons carry the form, without what stands in it: Teams forgets a dialog that was answered,
 * and its answer has to draw it again.
 */

import { z } from "zod";
import type { Answers, Form, Input } from "../../src/card.ts";
import { type Address, LOCALES } from "../../src/team/person.ts";
import type { Brief } from "../../src/texts/brief.ts";
import { id } from "./activity.ts";
import { readPlace } from "./address.ts";

export type Carried =
  | { readonly kind: "action"; readonly action: string; readonly value: string }
  /** A form was submitted, or wants to be read along before it is. */
  | {
      readonly kind: "submit" | "change";
      readonly form: Form;
      /** The same for every submission of the one form that was opened. */
      readonly instance: string;
      /** The adapter's own note on where the form came from. */
      readonly note: string;
    }
  /** A form that stands in the chat is no longer wanted. */
  | { readonly kind: "cancel"; readonly note: string };

/** A form that came back. */
export type CarriedForm = Extract<Carried, { readonly kind: "submit" | "change" }>;

/** `data` of an action. What stands in the inputs is laid beside it under their ids. */
export interface ActionData {
  readonly liaison: Carried;
  /** Opens a dialog: the press arrives as `task/fetch`. */
  readonly msteams?: { readonly type: "task/fetch" };
}

/** Stands for "" in a choice, where "" means that none was made. */
export const NO_VALUE = "liaison.none";

/** Where the second day of two stands; the first one stands under the id of the input. */
export const endOf = (id: string): string => `${id}~end`;

const question = {
  id: z.string(),
  label: z.string(),
  hint: z.string().exactOptional(),
  optional: z.literal(true).exactOptional(),
  live: z.literal(true).exactOptional(),
};
const input: z.ZodType<Input> = z.discriminatedUnion("type", [
  z.object({
    ...question,
    type: z.literal("text"),
    multiline: z.literal(true).exactOptional(),
    maxLength: z.number().exactOptional(),
  }),
  z.object({
    ...question,
    type: z.literal("choice"),
    options: z.array(z.object({ label: z.string(), value: z.string() })),
    open: z.literal(true).exactOptional(),
  }),
  z.object({
    ...question,
    type: z.literal("choices"),
    options: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  z.object({ ...question, type: z.literal("money") }),
  z.object({ ...question, type: z.literal("days"), endLabel: z.string() }),
  z.object({
    ...question,
    type: z.literal("people"),
    unseen: z.array(z.string()).exactOptional(),
  }),
  z.object({ ...question, type: z.literal("channel") }),
  z.object({ type: z.literal("note"), text: z.string(), title: z.string().exactOptional() }),
]);
/** Ours was; one that was forged is cut where it is drawn. */
const brief = z.custom<Brief>((text) => typeof text === "string");
/** Knows no `value` and no `reading` of one, and leaves out what it does not know. */
const form: z.ZodType<Form> = z.object({
  form: z.string(),
  title: brief,
  submit: brief,
  cancel: brief,
  context: z.string(),
  inputs: z.array(input),
  locale: z.enum(LOCALES).exactOptional(),
});
const carried: z.ZodType<Carried> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("action"), action: z.string(), value: z.string() }),
  z.object({ kind: z.enum(["submit", "change"]), form, instance: z.string(), note: z.string() }),
  z.object({ kind: z.literal("cancel"), note: z.string() }),
]);
const envelope = z.object({ liaison: carried });

/** @param data of a press: `value.action.data`, `value.data`, or a message's `value`. */
export function readData(data: unknown): Carried | undefined {
  const read = envelope.safeParse(data);
  return read.success ? read.data.liaison : undefined;
}

/** A form as it is carried: what stands in it comes with the press, and may be read otherwise then. */
export const bare = (whole: Form): Form =>
  form.parse({
    ...whole,
    inputs: whole.inputs.filter((each) => each.type !== "note" || each.reading !== true),
  });

const NAMES = z.record(z.string(), z.unknown());

/** Each who is not known yet is asked for on the network. */
const MOST_PEOPLE = 100;

/** The ids of the people chosen in a form, as Teams names them there (Entra object ids). */
export function chosenPeople(form: Form, data: unknown): readonly string[] {
  const values = NAMES.safeParse(data).data ?? {};
  const named = form.inputs.flatMap((input) =>
    input.type === "people" ? namesIn(values[input.id]).filter(isId) : [],
  );
  return [...new Set(named)].slice(0, MOST_PEOPLE);
}

/**
 * What stands in a form's inputs, each of them.
 * @param people addresses by the ids that `chosenPeople` gave; who is not among them keeps that id.
 * @param address of a channel or person by such an id, in the verified tenant.
 */
export function readAnswers(
  form: Form,
  data: unknown,
  people: ReadonlyMap<string, Address>,
  address: (id: string) => Address,
): Answers {
  const values = NAMES.safeParse(data).data ?? {};
  const read = (input: Exclude<Input, { type: "note" }>): string | readonly string[] => {
    const value = values[input.id];
    if (input.type === "people") {
      const picked = namesIn(value).filter(isId);
      // A form that came back may be forged: nobody of elsewhere gets in by it.
      const unseen = (input.unseen ?? []).filter((each) => {
        const place = readPlace(each as Address);
        return place !== undefined && address(place.id) === each;
      });
      return [...picked.map((id) => people.get(id) ?? address(id)), ...unseen];
    }
    if (input.type === "choices") return namesIn(value).map((one) => (one === NO_VALUE ? "" : one));
    if (input.type === "days") return [value, values[endOf(input.id)]].map(stringOr);
    if (input.type === "money") return typeof value === "number" ? String(value) : stringOr(value);
    if (typeof value !== "string" || value === NO_VALUE) return "";
    if (input.type === "channel") return isId(value) ? address(value) : "";
    return value;
  };
  return Object.fromEntries(
    form.inputs.flatMap((input) => (input.type === "note" ? [] : [[input.id, read(input)]])),
  );
}

const isId = (typed: string): boolean => id.safeParse(typed).success;

const stringOr = (value: unknown): string => (typeof value === "string" ? value : "");

/** Several chosen ones come joined by commas. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "string") return [];
  const names = value.split(",").map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}
