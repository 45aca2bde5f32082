/** One press on an item: it is answered, and the message that was pressed shows it (N-4). */

import { notFound } from "../../access.ts";
import {
  answerItem,
  directionWhenTaken,
  isOpenItem,
  pressItem,
  type ItemAnswer,
} from "../../plan/action-item.ts";
import { canTakeBack, takeBack } from "../../last-press.ts";
import { addDays, localDate } from "../../time/calendar.ts";
import { digestCard } from "../../telling/digest-card.ts";
import { digestView } from "../../telling/digest-facts.ts";
import { plan } from "../../nudge/policy.ts";
import { readPerson } from "../../telling/reading.ts";
import { pressed } from "../../telling/press.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readItemPress } from "../../cards/item-lines.ts";
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

/** Somebody who gets no digests sees it in the plan again after a week. */
const WITHOUT_DIGEST_DAYS = 7;

/** Quiet until this person's next weekly message; a date can be picked afterwards. */
export async function snooze(context: Pressed): Promise<Outcome> {
  const { person, now, texts } = context;
  const known = await readPerson(context, person.id);
  const next = known && plan(known.facts).nextDigest;
  const until = next
    ? localDate(next, person.timezone)
    : addDays(localDate(now, person.timezone), WITHOUT_DIGEST_DAYS);
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
    answerItem(current, {
      type: "taken",
      byId: person.id,
      direction: directionWhenTaken(current, found.partnership, found.goal, found.side),
    }),
  );
  if (!item) return notFound(context, id);
  const owner = item.ownerId === null ? undefined : await stores.people.find(item.ownerId);
  const sentence =
    item.ownerId === person.id ? texts.plan.nowTaken : texts.plan.takenBefore(owner?.name ?? "");
  return await shown(context, event.value, { ...found, item }, sentence);
}

/** Stays in the plan although its goal is finished. */
export const keep = async (context: Pressed): Promise<Outcome> =>
  await answerMine(context, context.event.value, () => ({
    answer: { type: "kept" },
    sentence: context.texts.nudge.answeredKept,
  }));

/** Leaves the plan: its goal is finished without it. */
export const drop = async (context: Pressed): Promise<Outcome> =>
  await answerMine(context, context.event.value, () => ({
    answer: { type: "dropped" },
    sentence: context.texts.plan.nowDropped,
  }));

/** Whoever closed it or gave it away takes that back, until somebody does something else with it. */
export async function undo(context: Pressed): Promise<Outcome> {
  const { stores, person, texts, event } = context;
  const { id } = readItemPress(event.value);
  const found = await findItem(context, id);
  if (!found) return notFound(context, id);
  const could = canTakeBack(found.item, person.id);
  const item = await stores.items.update(found.item.id, (current) => takeBack(current, person.id));
  if (!item) return notFound(context, id);
  const sentence = could ? texts.plan.nowBack : texts.common.undoTooLate;
  return await shown(context, event.value, { ...found, item }, sentence);
}

/** Its owner wants to hear of it the working day before, also in busy weeks (N-2); or no longer. */
export async function timeCritical(context: Pressed): Promise<Outcome> {
  const { person, texts } = context;
  return await answerMine(context, context.event.value, ({ item }) => ({
    answer: { type: "time_critical", byId: person.id, on: item.timeCritical !== true },
    sentence: item.timeCritical === true ? texts.plan.nowOrdinary : texts.plan.nowCritical,
  }));
}

/** Answers an item for somebody who may; everyone else is told what they are told of any id. */
export async function answerMine(
  context: Answering,
  value: string,
  decide: (found: FoundItem) => { readonly answer: ItemAnswer; readonly sentence: string },
): Promise<Outcome> {
  const { stores, texts, person, now } = context;
  const { id } = readItemPress(value);
  const found = await findMyItem(context, id);
  if (!found) return notFound(context, id);
  const { answer, sentence } = decide(found);
  const item = await stores.items.update(found.item.id, (current) =>
    pressItem(current, answer, { byId: person.id, at: now }),
  );
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
  const { person, texts } = context;
  const digest = await pressed(context, readItemPress(value).digestId);
  const view = digest && (await digestView(context, person, digest));
  return {
    type: "replace",
    card: view ? digestCard(view, texts) : await itemCard(context, found, sentence),
  };
}
