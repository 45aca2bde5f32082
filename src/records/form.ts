/** The form of a kind: to add a record, to change one, and what is done when it comes back. */

import { notFound } from "../access.ts";
import { answer, chosen, type Form, type Input } from "../card.ts";
import { isList, type Asking } from "../fields/draw.ts";
import type { Field, FieldValue } from "../fields/field.ts";
import { formOf } from "../fields/form.ts";
import { readForm, type Reading } from "../fields/read.ts";
import type { Context, EventOf } from "../feature.ts";
import { OPEN_GOAL } from "../goal/goal.ts";
import { lengthOf, oneLine, shorten } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { addressIn, type Address } from "../team/person.ts";
import { localDate } from "../time/calendar.ts";
import { named, seenBy, type Part } from "./part.ts";
import { newRecord, refill, type KeptRecord } from "./record.ts";
import { setReminder } from "./remind.ts";
import { scopesOf, standingOf, type Standing } from "./rights.ts";
import { recordCard } from "./show.ts";

const MOST_OPTIONS = 100;
const OPTION_MAX = 70;
/** The input that asks whose it is, where there is more than one answer. */
const SCOPE = "scope";

type Filled = Readonly<Record<string, FieldValue | undefined>>;

/** A scope that somebody may add to, with its name. */
interface Place {
  readonly id: string;
  readonly name: string;
}

export async function askNew(part: Part, context: Context, title = ""): Promise<Outcome> {
  const standing = await standingOf(context, context.person);
  const places = await placesFor(part, context, standing);
  if (places.length === 0)
    return { type: "reply", card: { title: context.texts.records.mayNot, body: [] } };
  return {
    type: "ask",
    form: await formFor(part, context, standing, {
      context: "",
      places,
      values: { ...startOf(part, context), [part.kind.title]: title },
    }),
  };
}

export async function askEdit(part: Part, context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event } = context;
  const seen = await seenBy(part, context, event.value);
  if (!seen || seen.record.deleted || !seen.mayChange) return notFound(context, event.value);
  const { record, standing } = seen;
  return {
    type: "ask",
    form: await formFor(part, context, standing, {
      context: record.id,
      places: [],
      values: record.values,
    }),
  };
}

/** Adds one from the words behind the command, where its title is all that it needs. */
export async function addTyped(
  part: Part,
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> {
  const { kind } = part;
  const title = oneLine(typed);
  const field = kind.fields[kind.title];
  const max = field && "max" in field ? field.max : 0;
  const needsMore = Object.entries(kind.fields).some(
    ([id, each]) => id !== kind.title && !each.optional,
  );
  const standing = await standingOf(context, context.person);
  const [place, ...others] = await placesFor(part, context, standing);
  if (!title || !place || others.length > 0 || needsMore || lengthOf(title) > max)
    return await askNew(part, context, shorten(title, max));
  return await keep(part, context, context.event.id, {
    scopeId: place.id,
    values: { [kind.title]: title },
  });
}

export async function submit(part: Part, context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, stores, texts, now } = context;
  const { kind } = part;
  const before = event.context ? await seenBy(part, context, event.context) : undefined;
  if (event.context && (!before?.mayChange || before.record.deleted))
    return notFound(context, event.context);
  const standing = before?.standing ?? (await standingOf(context, context.person));
  const places = before ? [] : await placesFor(part, context, standing);
  const wanted = answer(event.answers, SCOPE);
  const [only, ...others] = places;
  const place = places.find(({ id }) => id === wanted) ?? (others.length === 0 ? only : undefined);
  if (!before && places.length === 0)
    return { type: "reply", card: { title: texts.records.mayNot, body: [] } };
  const read = readForm(kind.fields, context, await readingOf(part, context, standing));
  const problems = {
    ...(before || place ? {} : { [SCOPE]: texts.chat.chooseOne }),
    ...(read.type === "invalid" ? read.problems : {}),
  };
  if (read.type === "invalid" || Object.keys(problems).length > 0)
    return { type: "invalid", problems };
  if (!before)
    return await keep(part, context, event.instance, {
      scopeId: place?.id ?? "",
      values: read.values,
    });
  const values = await withUnseen(context, part, before.record, read.values);
  const saved = await stores.records.update(before.record.id, (current) =>
    refill(kind, current, values, now),
  );
  return saved ? await told(part, context, saved) : notFound(context, event.context);
}

/** Once, however often the event arrives. */
async function keep(
  part: Part,
  context: Context,
  origin: string,
  { scopeId, values }: { readonly scopeId: string; readonly values: KeptRecord["values"] },
): Promise<Outcome> {
  const { stores, person, now } = context;
  const made = newRecord(part.kind, {
    scopeId,
    byId: person.id,
    values,
    origin: `${part.kind.name}/${origin}`,
    at: now,
  });
  const record = await stores.records.create(part.kind.prefix, made);
  return await told(part, context, record);
}

async function told(part: Part, context: Context, record: KeptRecord): Promise<Outcome> {
  await setReminder(part, context, record);
  await part.handlers.kept?.(context, record);
  const seen = await seenBy(part, context, record.id);
  const title = part.say(context.texts).saved(record.id);
  return {
    type: "reply",
    card: seen ? await recordCard(part, context, seen, title) : { title, body: [] },
  };
}

/** What stands in a new one: a day that is past is mostly today. */
function startOf({ kind }: Part, { now, person }: Context): Filled {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([id, field]) =>
      field.type === "day" && field.past ? [[id, localDate(now, person.timezone)]] : [],
    ),
  );
}

/** Where this person may add one; that of the channel alone, where they are in one. */
async function placesFor(
  { kind }: Part,
  { stores, event, texts }: Context,
  standing: Standing,
): Promise<readonly Place[]> {
  const { person, places } = standing;
  if (kind.of === "person") return [{ id: person.id, name: person.name }];
  const scopes = scopesOf(kind, kind.may.add, standing);
  if (kind.of === "district")
    return scopes === "all" || scopes.length > 0
      ? [{ id: standing.districtId, name: texts.common.everyone }]
      : [];
  const all =
    scopes === "all"
      ? await stores.partnerships.all()
      : places.map(({ partnership }) => partnership);
  const here = all.filter(
    ({ channels }) => event.channel !== null && channels.includes(event.channel),
  );
  const meant = here.length > 0 ? here : all;
  const schools = await stores.schools.findAll([...new Set(meant.map((each) => each.schoolId))]);
  const named = meant.map(({ id, schoolId }) => ({
    id: kind.of === "school" ? schoolId : id,
    name: schools.find((school) => school.id === schoolId)?.name ?? id,
  }));
  return [...new Map(named.map((each) => [each.id, each])).values()]
    .filter(({ id }) => scopes === "all" || scopes.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function formFor(
  part: Part,
  context: Context,
  standing: Standing,
  {
    context: about,
    places,
    values,
  }: { readonly context: string; readonly places: readonly Place[]; readonly values: Filled },
): Promise<Form> {
  const { texts } = context;
  const say = part.say(texts);
  return formOf(texts, part.kind.fields, {
    form: named(part, "form"),
    title: say.add,
    context: about,
    before: places.length > 1 ? [scopeInput(places, texts.common.chooseSchool)] : [],
    ask: await askedOf(part, context, standing, values),
    values,
  });
}

const scopeInput = (places: readonly Place[], label: string): Input => ({
  type: "choice",
  id: SCOPE,
  label,
  options: places
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => ({ label: shorten(name, OPTION_MAX), value: id })),
});

async function askedOf(
  part: Part,
  context: Context,
  standing: Standing,
  values: Filled,
): Promise<Readonly<Record<string, Asking>>> {
  const { stores, event, texts } = context;
  const say = part.say(texts);
  const people = await stores.people.findAll(namedIn(part, values));
  const goals = await goalsFor(part, context, standing);
  return Object.fromEntries(
    Object.entries(part.kind.fields).map(([id, field]) => {
      const hint = say.hints?.[id] ?? (field.type === "tags" ? texts.fields.tagsHint : "");
      const value = values[id];
      const asking: Asking = {
        label: say.fields[id] ?? id,
        ...(hint ? { hint } : {}),
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

async function readingOf(
  part: Part,
  context: Context<EventOf<"form">>,
  standing: Standing,
): Promise<Reading> {
  const ids = (type: Field["type"]): readonly string[] =>
    Object.entries(part.kind.fields).flatMap(([id, field]) => (field.type === type ? [id] : []));
  const goals = await goalsFor(part, context, standing);
  const addresses = ids("people").flatMap((id) => chosen(context.event.answers, id)) as Address[];
  const met = await Promise.all(
    addresses.map(async (each) => [each, await context.meet(each)] as const),
  );
  return {
    offered: Object.fromEntries(ids("goal").map((id) => [id, goals.map(([goal]) => goal)])),
    met: new Map(met.flatMap(([address, person]) => (person ? [[address, person.id]] : []))),
  };
}

/** Whoever stood in it and cannot be picked on this platform stays in it. */
async function withUnseen(
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
