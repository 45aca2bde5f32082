/** What is done with a record by a press: another state, removed, put back. */

import { notFound } from "../access.ts";
import type { Form } from "../card.ts";
import { formOf } from "../fields/form.ts";
import { readForm } from "../fields/read.ts";
import type { Context, EventOf } from "../feature.ts";
import type { Outcome } from "../ports.ts";
import { askedOf, readingOf } from "./filling.ts";
import { pressFields } from "./kind.ts";
import { named, seenBy, type Part, type Seen } from "./part.ts";
import { moveTo, remove, upgraded, type KeptRecord } from "./record.ts";
import { may } from "./rights.ts";
import { recordCard } from "./show.ts";
import { setTimes } from "./times.ts";

type Press = Context<EventOf<"action">>;

/** `id|state`. A second press, and one on an old card, changes nothing and says how it stands. */
export async function move(part: Part, context: Press): Promise<Outcome> {
  const [id = "", to = ""] = context.event.value.split("|");
  const seen = await pressable(part, context, id, to);
  if (!seen) return notFound(context, id);
  const changed = await moved(part, context, seen.record, to);
  return changed ? await replaced(part, context, id) : await asItStands(part, context, id);
}

/** `id|state`, of a press that asks for something first. */
export async function askPress(part: Part, context: Press): Promise<Outcome> {
  const { event, texts } = context;
  const [id = "", to = ""] = event.value.split("|");
  const seen = await pressable(part, context, id, to);
  if (!seen) return notFound(context, id);
  if (part.kind.states?.[seen.record.state]?.[to] === undefined)
    return { type: "reply", card: await recordCard(part, context, seen, texts.records.unchanged) };
  return { type: "ask", form: await pressForm(part, context, seen, event.value, to) };
}

/** What a press asks for, with what stands in it now. @param about comes back with the answers. */
export async function pressForm(
  part: Part,
  context: Context,
  { record, standing }: Pick<Seen, "record" | "standing">,
  about: string,
  to: string,
): Promise<Form> {
  const { texts } = context;
  const fields = pressFields(part.kind, to);
  return formOf(texts, fields, {
    form: named(part, "press"),
    title: part.say(texts).asking?.[to] ?? texts.common.goOn,
    context: about,
    ask: await askedOf(part, context, standing, record.values, fields),
    values: record.values,
  });
}

export async function submitPress(part: Part, context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event } = context;
  const [id = "", to = ""] = event.context.split("|");
  const seen = await pressable(part, context, id, to);
  if (!seen) return notFound(context, id);
  const reading = await readingOf(part, context, seen.standing, event.answers);
  const read = readForm(pressFields(part.kind, to), context, reading);
  if (read.type === "invalid") return read;
  const changed = await moved(part, context, seen.record, to, read.values);
  return changed ? await replaced(part, context, id) : await asItStands(part, context, id);
}

/**
 * The record, when this person may see it and press it to that state now, or when it is there already, so
 * that a second press says so.
 */
export async function pressable(
  part: Part,
  context: Context,
  id: string,
  to: string,
): Promise<Seen | undefined> {
  const { kind } = part;
  const seen = await seenBy(part, context, id);
  if (!seen || seen.record.deleted) return undefined;
  const { record, standing, writer } = seen;
  const who = kind.states?.[record.state]?.[to];
  if (record.state !== to && who && !may(kind, who, record, standing, writer?.active === true))
    return undefined;
  return seen;
}

/** @returns what is stored now, or undefined when nothing had to change. */
export async function moved(
  part: Part,
  context: Context,
  { id }: Pick<KeptRecord, "id">,
  to: string,
  asked: KeptRecord["values"] = {},
): Promise<KeptRecord | undefined> {
  const { person, now } = context;
  const { kind } = part;
  const changed = await written(context, id, (current) =>
    moveTo(kind, upgraded(kind, current), { to, byId: person.id, at: now }, asked),
  );
  if (changed) await afterwards(part, context, changed);
  return changed;
}

export const take = async (part: Part, context: Press): Promise<Outcome> =>
  await setRemoved(part, context, true);

export const putBack = async (part: Part, context: Press): Promise<Outcome> =>
  await setRemoved(part, context, false);

async function setRemoved(part: Part, context: Press, deleted: boolean): Promise<Outcome> {
  const { event, now, person } = context;
  const seen = await seenBy(part, context, event.value);
  if (!seen?.mayChange) return notFound(context, event.value);
  const changed = await written(context, seen.record.id, (current) =>
    remove(current, deleted, { byId: person.id, at: now }),
  );
  if (!changed) return await asItStands(part, context, event.value);
  await afterwards(part, context, changed);
  return await replaced(part, context, event.value);
}

async function afterwards(part: Part, context: Context, changed: KeptRecord): Promise<void> {
  await setTimes(part, context, changed);
  await part.handlers.moved?.(context, changed);
}

/** @returns what is stored now, or undefined when nothing had to change. */
async function written(
  { stores }: Pick<Context, "stores">,
  id: string,
  change: (current: KeptRecord) => KeptRecord,
): Promise<KeptRecord | undefined> {
  const history: number[] = [];
  const saved = await stores.records.update(id, (current) => {
    const next = change(current);
    history.splice(0, 1, next.history.length - current.history.length);
    return history[0] === 0 ? current : next;
  });
  return history[0] === 0 ? undefined : saved;
}

async function replaced(part: Part, context: Context, id: string, said?: string): Promise<Outcome> {
  const seen = await seenBy(part, context, id);
  return seen
    ? { type: "replace", card: await recordCard(part, context, seen, said) }
    : notFound(context, id);
}

const asItStands = async (part: Part, context: Context, id: string): Promise<Outcome> =>
  await replaced(part, context, id, context.texts.records.unchanged);
