/** One action item with everything that can be done with it now. */

import { isOpenItem, isQuiet, mayAnswer } from "../../plan/action-item.ts";
import { actions, facts, text, type Block, type Button, type Card } from "../../card.ts";
import type { Context } from "../../feature.ts";
import { itemButton, itemButtons, itemState, undoButtons } from "../../cards/item-lines.ts";
import { atStart, shorten } from "../../plain-text.ts";
import type { FoundItem } from "./found.ts";

/** Longer titles are shortened where they stand beside something, and written out below. */
const TITLE_BESIDE = 120;

/** The item as it stands, under a sentence on what the last press did. */
export async function itemCard(
  { stores, person, texts }: Pick<Context, "stores" | "person" | "texts">,
  { item, goal, partnership, side, today }: FoundItem,
  sentence = "",
): Promise<Card> {
  const { plan, common, dates, locale } = texts;
  const owner = item.ownerId === null ? undefined : await stores.people.find(item.ownerId);
  const short = shorten(item.title, TITLE_BESIDE);
  const listed = [
    { label: plan.goal, value: goal ? texts.labelled(goal.id, goal.title) : item.goalId },
    { label: plan.owner, value: owner?.name ?? item.ownerId ?? atStart(plan.needsOwner, locale) },
    { label: plan.direction, value: plan.directions[item.direction] },
    { label: plan.whenWhere, value: item.plan },
    { label: plan.due, value: atStart(item.due ? dates.full(item.due) : common.noDate, locale) },
    { label: plan.state, value: atStart(itemState(item, today, texts), locale) },
  ];
  return {
    title: texts.labelled(item.id, short),
    body: [
      ...(sentence ? [text(sentence)] : []),
      ...(short === item.title ? [] : [text(item.title)]),
      facts(...listed.filter(({ value }) => value !== "")),
      ...buttons(),
    ],
  };

  function buttons(): readonly Block[] {
    const undo = undoButtons(item, person.id, texts);
    if (!isOpenItem(item)) return undo.length > 0 ? [actions(...undo)] : [];
    const may = mayAnswer(item, partnership, goal, { personId: person.id, side });
    const pickDate =
      item.status === "snoozed" && isQuiet(item, today)
        ? [itemButton(plan.pickDate, "item.snooze_until", item)]
        : [];
    const answers: readonly Button[] = may
      ? itemButtons(item, today, texts, { viewerId: person.id })
      : [];
    const take: readonly Button[] =
      item.ownerId === null
        ? [{ ...itemButton(plan.take, "item.take", item), style: "primary" }]
        : [];
    const critical =
      item.ownerId === person.id && item.due !== null
        ? [
            itemButton(
              item.timeCritical === true ? plan.markOrdinary : plan.markCritical,
              "item.time_critical",
              item,
            ),
          ]
        : [];
    const all = [...undo, ...take, ...answers, ...pickDate, ...critical].map((button, index) =>
      index > 0 && take.length > 0 ? plain(button) : button,
    );
    return all.length > 0 ? [actions(...all)] : [];
  }
}

/** A card has one obvious button. */
function plain({ label, action, value, about }: Button): Button {
  return { label, action, value, ...(about ? { about } : {}) };
}
