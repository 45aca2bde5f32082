/** Work that one gives to another: its owner hears of it once, and the giver hears when (N-2). */

import { notFound } from "../../access.ts";
import { actions, facts, muted, text, type Block } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { ActionItem } from "../../plan/action-item.ts";
import { itemButton } from "../../cards/item-lines.ts";
import { isOpenItem } from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import { tellPeople } from "../../telling/tell.ts";
import { reachedAt } from "../../team/person.ts";
import { whenTold } from "../../telling/when-told.ts";
import { localDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { findItem } from "./found.ts";
import { itemCard } from "./item-card.ts";

const keyOf = ({ id, ownerId }: ActionItem): string => `item.given/${id}/${ownerId ?? ""}`;

/**
 * Tells its owner of a step that somebody else put on their name, once however often it is repeated.
 * @returns what the giver is told of it; "" for a step of one's own, or without an owner.
 */
export async function tellOwner(context: Context, item: ActionItem): Promise<string> {
  const { stores, person, texts, now } = context;
  if (item.ownerId === null || item.ownerId === person.id) return "";
  const [owner, goal] = await Promise.all([
    stores.people.find(item.ownerId),
    stores.goals.find(item.goalId),
  ]);
  if (!owner) return "";
  if (!owner.active || !reachedAt(owner)) return texts.plan.ownerNotReached(owner.name);
  await tellPeople(
    context,
    [owner.id],
    { key: keyOf(item), kind: "item.given", manner: "question" },
    (theirs) => ({
      title: theirs.plan.givenTitle(person.name),
      body: givenBody(item, goal && theirs.labelled(goal.id, goal.title), theirs, {
        today: localDate(now, owner.timezone),
      }),
    }),
  );
  const told = await whenTold(context, `${keyOf(item)}/${owner.id}`);
  switch (told.when) {
    case "now":
    case "unknown":
      return texts.plan.ownerTold(owner.name);
    case "later":
      return texts.plan.ownerToldAt(owner.name, texts.dates.moment(told.at));
    case "never":
      return texts.plan.ownerToldLater(owner.name);
  }
}

function givenBody(
  item: ActionItem,
  goal: string | undefined,
  { plan, dates, common, labelled }: Texts,
  { today }: { readonly today: ReturnType<typeof localDate> },
): readonly Block[] {
  const due = item.due ? dates.day(item.due, today) : common.noDate;
  return [
    text(labelled(item.id, item.title)),
    facts(
      ...(goal ? [{ label: plan.goal, value: goal }] : []),
      ...(item.plan ? [{ label: plan.whenWhere, value: item.plan }] : []),
      { label: plan.due, value: due },
    ),
    actions(
      { ...itemButton(plan.fine, "item.fine", item), style: "primary" },
      itemButton(plan.anotherDate, "item.replan", item),
      itemButton(plan.notMine, "item.not_mine", item),
    ),
    muted(plan.givenWhy),
  ];
}

/** Its owner is fine with it: the question becomes the step, with what can be done with it. */
export async function fine(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, person } = context;
  const found = await findItem(context, event.value);
  if (!found) return notFound(context, event.value);
  const { item } = found;
  const sentence = !isOpenItem(item)
    ? texts.plan.alreadyClosed
    : item.ownerId === person.id
      ? texts.plan.nowFine
      : "";
  return { type: "replace", card: await itemCard(context, found, sentence) };
}
