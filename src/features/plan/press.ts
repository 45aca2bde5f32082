/** One press on an item: it is answered, and the message that was pressed shows it (N-4). */

import { notFound } from "../../access.ts";
import { answerItem, isOpenItem, type ItemAnswer } from "../../plan/action-item.ts";
import { localDate } from "../../time/calendar.ts";
import { digestCard } from "../../nudge/digest-card.ts";
import { digestView, hoursOf, workplacesOf } from "../../nudge/digest-facts.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readItemPress } from "../../plan/item-lines.ts";
import { nextDigestAt } from "../../nudge/nudge.ts";
import type { Outcome } from "../../ports.ts";
import { findItem, findMyItem, type FoundItem } from "./found.ts";
import { itemCard } from "./item-card.ts";

type Pressed = Context<EventOf<"action">>;
type Answering = Pressed | Context<EventOf<"form">>;

export async function done(context: Pressed): Promise<Outcome> {
  return await answerMine(context, context.event.value, ({ today }) => ({
    answer: { type: "done", on: today },
    sentence: context.texts.plan.nowDone,
  }));
}

/** Quiet until this person's next weekly message; a date can be picked afterwards. */
export async function snooze(context: Pressed): Promise<Outcome> {
  const { person, now, texts } = context;
  const hours = hoursOf(person, await workplacesOf(context, person));
  const { pausedUntil } = person;
  const from = pausedUntil && pausedUntil > now ? pausedUntil : now;
  const until = localDate(nextDigestAt(from, hours), person.timezone);
  return await answerMine(context, context.event.value, ({ today }) => ({
    answer: { type: "snoozed", until },
    sentence: texts.plan.nowSnoozed(texts.dates.day(until, today)),
  }));
}

export async function notMine(context: Pressed): Promise<Outcome> {
  const { person, texts } = context;
  return await answerMine(context, context.event.value, ({ item }) => ({
    answer: { type: "not_mine", byId: person.id },
    sentence:
      item.ownerId === null || item.ownerId === person.id
        ? texts.plan.nowNotMine
        : texts.plan.notYours,
  }));
}

/** Any partner may take what nobody owns; the first one has it. */
export async function take(context: Pressed): Promise<Outcome> {
  const { stores, person, texts, event } = context;
  const { id } = readItemPress(event.value);
  const found = await findItem(context, id);
  if (!found) return notFound(context, id);
  const item = await stores.items.update(found.item.id, (current) =>
    answerItem(current, { type: "taken", byId: person.id }),
  );
  if (!item) return notFound(context, id);
  const owner = item.ownerId === null ? undefined : await stores.people.find(item.ownerId);
  const sentence =
    item.ownerId === person.id ? texts.plan.nowTaken : texts.plan.takenBefore(owner?.name ?? "");
  return await shown(context, event.value, { ...found, item }, sentence);
}

/** Answers an item for somebody who may; everyone else is told what they are told of any id. */
export async function answerMine(
  context: Answering,
  value: string,
  decide: (found: FoundItem) => { readonly answer: ItemAnswer; readonly sentence: string },
): Promise<Outcome> {
  const { stores, texts } = context;
  const { id } = readItemPress(value);
  const found = await findMyItem(context, id);
  if (!found) return notFound(context, id);
  const { answer, sentence } = decide(found);
  const item = await stores.items.update(found.item.id, (current) => answerItem(current, answer));
  if (!item) return notFound(context, id);
  return await shown(
    context,
    value,
    { ...found, item },
    isOpenItem(found.item) ? sentence : texts.plan.alreadyClosed,
  );
}

/** The pressed message as it is now: the whole digest when it was one of theirs, else the item. */
export async function shown(
  context: Answering,
  value: string,
  found: FoundItem,
  sentence: string,
): Promise<Outcome> {
  const { stores, person, texts, now } = context;
  const { digestId } = readItemPress(value);
  const known = digestId ? await stores.digests.find(digestId) : undefined;
  if (known?.personId !== person.id)
    return { type: "replace", card: await itemCard(context, found, sentence) };
  const digest = await stores.digests.update(known.id, (current) =>
    current.pressedAt ? current : { ...current, pressedAt: now },
  );
  return {
    type: "replace",
    card: digestCard(await digestView(context, person, digest ?? known), texts),
  };
}
