/** What the forms of a kind need to know of their surroundings: people, goals, whose language. */

import { chosen, type Answers } from "../card.ts";
import { isList, type Asking } from "../fields/draw.ts";
import type { Field, Fields, FieldValue } from "../fields/field.ts";
import type { Reading } from "../fields/read.ts";
import type { Context } from "../feature.ts";
import { OPEN_GOAL } from "../goal/goal.ts";
import { shorten } from "../plain-text.ts";
import { addressIn, type Address } from "../team/person.ts";
import type { Part } from "./part.ts";
import type { KeptRecord } from "./record.ts";
import type { Standing } from "./rights.ts";

const MOST_OPTIONS = 100;
const OPTION_MAX = 70;

export type Filled = Readonly<Record<string, FieldValue | undefined>>;

/** How each of these fields is asked for. */
export async function askedOf(
  part: Part,
  context: Context,
  standing: Standing,
  values: Filled,
  fields: Fields,
): Promise<Readonly<Record<string, Asking>>> {
  const { stores, event, texts } = context;
  const say = part.say(texts);
  const people = await stores.people.findAll(namedIn(part, values));
  const goals = await goalsFor(part, context, standing);
  const live = part.handlers.judge?.live ?? [];
  return Object.fromEntries(
    Object.entries(fields).map(([id, field]) => {
      const hint = say.hints?.[id] ?? (field.type === "tags" ? texts.fields.tagsHint : "");
      const value = values[id];
      const asking: Asking = {
        label: say.fields[id] ?? id,
        ...(hint ? { hint } : {}),
        ...(live.includes(id) ? { live: true as const } : {}),
        ...("of" in field ? { options: say.options[id] ?? {} } : {}),
        ...(field.type === "goal" ? { options: Object.fromEntries(goals) } : {}),
        ...(field.type === "people"
          ? {
              addresses: people
                .filter((person) => isList(value) && value.includes(person.id))
                .flatMap((person) => addressIn(person, event.tenant) ?? []),
            }
          : {}),
      };
      return [id, asking];
    }),
  );
}

const namedIn = ({ kind }: Part, values: Filled): readonly string[] =>
  Object.entries(kind.fields).flatMap(([id, { type }]) => {
    const value = values[id];
    return type === "people" && isList(value) ? value : [];
  });

async function goalsFor(
  { kind }: Part,
  { stores, texts }: Context,
  { places }: Standing,
): Promise<readonly (readonly [id: string, label: string])[]> {
  if (!Object.values(kind.fields).some(({ type }) => type === "goal")) return [];
  const { rows } = await stores.goals.list({
    partnershipIds: places.map(({ partnership }) => partnership.id),
    statuses: OPEN_GOAL.filter((status) => status !== "draft"),
    page: { skip: 0, limit: MOST_OPTIONS },
  });
  return rows.map(({ id, title }) => [id, shorten(texts.labelled(id, title), OPTION_MAX)] as const);
}

/** What a form of a kind is read by. */
export async function readingOf(
  part: Part,
  context: Context,
  standing: Standing,
  answers: Answers,
): Promise<Reading> {
  const ids = (type: Field["type"]): readonly string[] =>
    Object.entries(part.kind.fields).flatMap(([id, field]) => (field.type === type ? [id] : []));
  const goals = await goalsFor(part, context, standing);
  const addresses = ids("people").flatMap((id) => chosen(answers, id)) as Address[];
  const met = await Promise.all(
    addresses.map(async (each) => [each, await context.meet(each)] as const),
  );
  return {
    offered: Object.fromEntries(ids("goal").map((id) => [id, goals.map(([goal]) => goal)])),
    met: new Map(met.flatMap(([address, person]) => (person ? [[address, person.id]] : []))),
  };
}

/** Whoever stood in it and cannot be picked on this platform stays in it. */
export async function withUnseen(
  { stores, event }: Context,
  { kind }: Part,
  before: KeptRecord,
  values: KeptRecord["values"],
): Promise<KeptRecord["values"]> {
  if (before.named.length === 0) return values;
  const people = await stores.people.findAll(before.named);
  const elsewhere = people.filter((person) => !addressIn(person, event.tenant));
  const kept = Object.entries(kind.fields).flatMap(([id, { type }]) => {
    const stood = before.values[id];
    const now = values[id];
    if (type !== "people" || !isList(stood ?? null) || !isList(now)) return [];
    const unseen = elsewhere.filter((each) => isList(stood) && stood.includes(each.id));
    return [[id, [...new Set([...now, ...unseen.map((each) => each.id)])]] as const];
  });
  return { ...values, ...Object.fromEntries(kept) };
}
