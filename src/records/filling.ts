/** What the forms of a kind need to know of their surroundings: people, goals, whose language. */

import { isList, type Asking } from "../fields/draw.ts";
import type { Fields, FieldValue } from "../fields/field.ts";
import type { Reading } from "../fields/read.ts";
import type { Context } from "../feature.ts";
import { OPEN_GOAL } from "../goal/goal.ts";
import { shorten } from "../plain-text.ts";
import { addressIn } from "../team/person.ts";
import { localDate } from "../time/calendar.ts";
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

/** Where and for whom a form of a kind is read. */
export async function readingOf(
  part: Part,
  context: Context,
  standing: Standing,
): Promise<Reading> {
  const { texts, person, now, meet } = context;
  const goals = await goalsFor(part, context, standing);
  return {
    texts,
    today: localDate(now, person.timezone),
    timezone: person.timezone,
    goals: goals.map(([id]) => id),
    meet: async (addresses) => {
      const met = await Promise.all(addresses.map(async (address) => await meet(address)));
      return [...new Set(met.flatMap((each) => (each ? [each.id] : [])))];
    },
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
