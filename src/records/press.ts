/** What is done with a record by a press: another state, removed, put back. */

import { notFound } from "../access.ts";
import type { Context, EventOf } from "../feature.ts";
import type { Outcome } from "../ports.ts";
import { seenBy, type Part } from "./part.ts";
import { moveTo, remove, upgraded, type KeptRecord } from "./record.ts";
import { setReminder } from "./remind.ts";
import { may } from "./rights.ts";
import { recordCard } from "./show.ts";

type Press = Context<EventOf<"action">>;

/** `id|state`. A second press, and one on an old card, changes nothing and says how it stands. */
export async function move(part: Part, context: Press): Promise<Outcome> {
  const { event, person, now } = context;
  const { kind } = part;
  const [id = "", to = ""] = event.value.split("|");
  const seen = await seenBy(part, context, id);
  if (!seen || seen.record.deleted) return notFound(context, id);
  const { record, standing, writer } = seen;
  const who = kind.states?.[record.state]?.[to];
  if (record.state !== to && who && !may(kind, who, record, standing, writer?.active === true))
    return notFound(context, id);
  const changed = await written(context, record, (current) =>
    moveTo(kind, upgraded(kind, current), { to, byId: person.id, at: now }),
  );
  if (!changed) return await asItStands(part, context, id);
  await setReminder(part, context, changed);
  await part.handlers.moved?.(context, changed);
  return await replaced(part, context, id);
}

export const take = async (part: Part, context: Press): Promise<Outcome> =>
  await setRemoved(part, context, true);

export const putBack = async (part: Part, context: Press): Promise<Outcome> =>
  await setRemoved(part, context, false);

async function setRemoved(part: Part, context: Press, deleted: boolean): Promise<Outcome> {
  const { event, now, person } = context;
  const seen = await seenBy(part, context, event.value);
  if (!seen?.mayChange) return notFound(context, event.value);
  const changed = await written(context, seen.record, (current) =>
    remove(current, deleted, { byId: person.id, at: now }),
  );
  if (!changed) return await asItStands(part, context, event.value);
  await setReminder(part, context, changed);
  await part.handlers.moved?.(context, changed);
  return await replaced(part, context, event.value);
}

/** @returns what is stored now, or undefined when nothing had to change. */
async function written(
  { stores }: Press,
  { id }: KeptRecord,
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

async function replaced(part: Part, context: Press, id: string, said?: string): Promise<Outcome> {
  const seen = await seenBy(part, context, id);
  return seen
    ? { type: "replace", card: await recordCard(part, context, seen, said) }
    : notFound(context, id);
}

const asItStands = async (part: Part, context: Press, id: string): Promise<Outcome> =>
  await replaced(part, context, id, context.texts.records.unchanged);
