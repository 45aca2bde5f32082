/** The inputs of a card: what stands in them, how an answer becomes a value, what the client checks. */
import { type Bag, bagAt, bagsAt, flagAt, lengthOf, stringAt } from "../../bag.ts";
import type { SeenInput } from "../../contract.ts";
import { Refused } from "../../refused.ts";
import { allInputs, walk } from "../card.ts";
import { objectId } from "../ids.ts";
import type { Filled, TeamsWorld, Values } from "../world.ts";

export type Answer = string | readonly string[] | null;
interface Option {
  readonly label: string;
  readonly value: string;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: SeenInput["kind"];
  readonly optional: boolean;
  readonly many: boolean;
  readonly element: Bag;
  readonly options: readonly Option[] | null;
}

/** Whose card it is: people pick from their own tenant. */
export interface Reader {
  readonly world: TeamsWorld;
  readonly tenant: string;
}

const REQUIRED = "This field is required.";

function fieldsOf(reader: Reader, cards: readonly Bag[]): readonly Field[] {
  return cards.flatMap(allInputs).map((element) => {
    const kind = kindOf(element);
    return {
      id: stringAt(element, "id") ?? "",
      label: labelOf(element),
      kind,
      optional: !flagAt(element, "isRequired"),
      many: flagAt(element, "isMultiSelect"),
      element,
      options: optionsFor(reader, element, kind),
    };
  });
}

function labelOf(element: Bag): string {
  const names = ["label", "title", "placeholder", "id"].map((key) => stringAt(element, key));
  return names.find((name) => name !== undefined && name !== "") ?? "";
}

function kindOf(element: Bag): SeenInput["kind"] {
  switch (stringAt(element, "type") ?? "") {
    case "Input.Number":
      return "number";
    case "Input.Date":
      return "date";
    case "Input.Time":
      return "time";
    case "Input.Toggle":
      return "choice";
    case "Input.ChoiceSet":
      if (picksPeople(element)) return "people";
      return flagAt(element, "isMultiSelect") ? "choices" : "choice";
    default:
      return "text";
  }
}

function picksPeople(element: Bag): boolean {
  const dataset = stringAt(bagAt(element, "choices.data"), "dataset") ?? "";
  return dataset.startsWith("graph.microsoft.com/users");
}

function optionsFor(
  { world, tenant }: Reader,
  element: Bag,
  kind: SeenInput["kind"],
): readonly Option[] | null {
  if (element["type"] === "Input.Toggle") {
    return [
      { label: "On", value: stringAt(element, "valueOn") ?? "true" },
      { label: "Off", value: stringAt(element, "valueOff") ?? "false" },
    ];
  }
  if (kind !== "choice" && kind !== "choices" && kind !== "people") return null;
  const fixed = bagsAt(element, "choices").map((choice) => ({
    label: stringAt(choice, "title") ?? "",
    value: stringAt(choice, "value") ?? "",
  }));
  if (kind !== "people") return fixed;
  const people = world.demo.people
    .filter(({ team, user }) => team === tenant && !world.isDeactivated(user))
    .map(({ id, name }) => ({ label: name, value: id }));
  return [...fixed, ...people];
}

/** What stands in the inputs of cards that nobody has filled in yet. */
export function startValues(cards: readonly Bag[]): Values {
  return Object.fromEntries(
    cards.flatMap(allInputs).flatMap((element): readonly (readonly [string, string])[] => {
      const id = stringAt(element, "id") ?? "";
      const value = stringAt(element, "value");
      if (value !== undefined) return [[id, value]];
      return element["type"] === "Input.Text" ? [[id, ""]] : [];
    }),
  );
}

export function seenInputs(
  reader: Reader,
  cards: readonly Bag[],
  filled: Filled,
): readonly SeenInput[] {
  return fieldsOf(reader, cards).map((field) => {
    const below = cards.map((card) => textsBelow(card, field.id)).find(({ found }) => found);
    return {
      id: field.id,
      label: field.label,
      kind: field.kind,
      hint: below?.hint ?? null,
      optional: field.optional,
      value: shown(reader, field, filled.values[field.id]),
      options: field.options,
      problem: filled.problems[field.id] ?? below?.problem ?? null,
      live: false,
    };
  });
}

/** What the bot wrote under an input: subtle text is a hint, text that calls for a look a problem. */
function textsBelow(
  card: Bag,
  id: string,
): { readonly found: boolean; readonly hint: string | null; readonly problem: string | null } {
  const elements = walk({ ...card, type: "AdaptiveCard" });
  const at = elements.findIndex((element) => isInput(element) && stringAt(element, "id") === id);
  const after = at < 0 ? [] : elements.slice(at + 1);
  const end = after.findIndex((element) => isInput(element) || element["type"] === "ActionSet");
  const runs = (end < 0 ? after : after.slice(0, end)).flatMap((element) =>
    element["type"] === "TextBlock" ? [element] : bagsAt(element, "inlines"),
  );
  const text = (run: Bag | undefined): string | null => stringAt(run, "text") ?? null;
  return {
    found: at >= 0,
    hint: text(runs.find((run) => flagAt(run, "isSubtle"))),
    problem: text(runs.find((run) => stringAt(run, "color")?.toLowerCase() === "attention")),
  };
}

function isInput(element: Bag): boolean {
  return (stringAt(element, "type") ?? "").startsWith("Input.");
}

function shown(reader: Reader, field: Field, value: string | undefined): Answer {
  const one = (text: string): string =>
    field.kind === "people" ? (personId(reader, text) ?? text) : text;
  if (field.many) return value === undefined || value === "" ? [] : value.split(",").map(one);
  return value === undefined ? null : one(value);
}

/** People stand in a card by Entra object id or Teams id. */
function personId({ world }: Reader, id: string): string | undefined {
  return world.demo.people.find(({ user }) => user === id || objectId(user) === id)?.id;
}

/** The values after these answers. Refuses what the control on screen could not hold. */
export function fillIn(
  reader: Reader,
  cards: readonly Bag[],
  before: Values,
  answers: Readonly<Record<string, Answer>>,
): Values {
  const values: Record<string, string> = { ...before };
  for (const [name, answer] of Object.entries(answers)) {
    const field = findField(fieldsOf(reader, cards), name);
    const given = answer === null ? [] : typeof answer === "string" ? [answer] : answer;
    if (!field.many && given.length > 1) {
      throw new Refused(400, `“${field.label}” takes one value.`);
    }
    values[field.id] = given
      .filter((one) => one !== "")
      .map((one) => valueOf(reader, field, one))
      .join(",");
  }
  return values;
}

function valueOf({ world }: Reader, field: Field, given: string): string {
  switch (field.kind) {
    case "text":
    case "number":
      return given;
    case "date": {
      const date = new Date(`${given}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
      if (/^\d{4}-\d{2}-\d{2}$/.test(given) && exists) return given;
      throw new Refused(400, `“${field.label}” takes a date of the calendar such as 2027-05-14.`);
    }
    case "time":
      if (/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) return given;
      throw new Refused(400, `“${field.label}” takes a time such as 14:45.`);
    case "choice":
    case "choices":
    case "people":
    case "channel": {
      const known = field.options ?? [];
      const plain = (text: string): string => text.toLowerCase().replace(/^[#@]/, "").trim();
      const found =
        known.find(({ value }) => value === given) ??
        known.find(({ label }) => plain(label) === plain(given));
      if (!found) {
        const names = known.map(({ label }) => label).join(", ");
        throw new Refused(404, `“${field.label}” has no “${given}”. It offers: ${names}.`);
      }
      const person = world.demo.people.find(({ id }) => id === found.value);
      return field.kind === "people" && person ? objectId(person.user) : found.value;
    }
  }
}

function findField(fields: readonly Field[], name: string): Field {
  const plain = name.trim().toLowerCase();
  const found =
    fields.find(({ id }) => id === name) ??
    fields.find(({ label }) => label.trim().toLowerCase() === plain);
  if (found) return found;
  const known = fields.map(({ id, label }) => `${id} (“${label}”)`).join(", ");
  throw new Refused(
    404,
    known === ""
      ? "There are no inputs here."
      : `There is no input “${name}”. There are: ${known}.`,
  );
}

/** What Teams' client says before it sends anything; by input id. */
export function missing(cards: readonly Bag[], values: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cards.flatMap(allInputs).flatMap((element): readonly (readonly [string, string])[] => {
      const id = stringAt(element, "id") ?? "";
      const problem = problemOf(element, values[id] ?? "");
      return problem === null ? [] : [[id, problem]];
    }),
  );
}

function problemOf(element: Bag, value: string): string | null {
  const said = stringAt(element, "errorMessage") ?? REQUIRED;
  if (value === "") return flagAt(element, "isRequired") ? said : null;
  const most = Number(element["maxLength"] ?? Infinity);
  if (element["type"] === "Input.Text" && lengthOf(value) > most) {
    return `Please shorten this by ${lengthOf(value) - most} characters.`;
  }
  const pattern = stringAt(element, "regex");
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return said;
  if (element["type"] === "Input.Number" && Number.isNaN(Number(value))) return said;
  const isOutside = ["min", "max"].some((edge) => {
    const limit = stringAt(element, edge);
    if (limit === undefined) return false;
    const order =
      element["type"] === "Input.Number"
        ? Number(value) - Number(limit)
        : value.localeCompare(limit);
    return edge === "min" ? order < 0 : order > 0;
  });
  return isOutside ? said : null;
}

/** Whether a card asks for anything. */
export function hasInputs(cards: readonly Bag[]): boolean {
  return cards.some((card) => allInputs(card).length > 0);
}

/** What an action sends: its own data with what stands in the inputs laid beside it. */
export function sentData(action: Bag, cards: readonly Bag[], values: Values): Bag {
  const own = bagAt(action, "data") ?? {};
  if (action["associatedInputs"] === "none") return own;
  const ids = new Set(cards.flatMap(allInputs).map((element) => stringAt(element, "id")));
  const inputs = Object.entries(values).filter(([id]) => ids.has(id));
  return { ...own, ...Object.fromEntries(inputs) };
}
