/** The action plan: what each side promised the other, and the one press that answers a step. */

import { looksLikeId, notFound } from "../../access.ts";
import { OPEN_ITEM, answerItem, type ActionItem } from "../../plan/action-item.ts";
import type { Context, EventOf, Feature, Services } from "../../feature.ts";
import { readItemPress } from "../../cards/item-lines.ts";
import { reachedAt, unreachableAt, type Person } from "../../team/person.ts";
import type { Outcome } from "../../ports.ts";
import { pageNumber } from "../../page-number.ts";
import { add, addFeature } from "./add.ts";
import { askBlocked, askSnooze, blockedFeature, snoozeFeature } from "./ask.ts";
import { pressPlan, showPlan, turnPlan } from "./board.ts";
import { findItem } from "./found.ts";
import { fine } from "./given.ts";
import { myItemsPage, myLines } from "./home.ts";
import { itemCard } from "./item-card.ts";
import { askReplan, replanFeature } from "./replan.ts";
import { done, drop, keep, notMine, snooze, take, timeCritical, undo } from "./press.ts";

export const planFeature: Feature = {
  name: "plan",
  commands: {
    plan: {
      summary: ({ plan }) => plan.summary,
      situation: "plan",
      words: ({ commands }) => commands.plan,
      hint: "[page]",
      accepts: (rest) => /^\d*$/u.test(rest),
      run: async (context, rest) => await showPlan(context, rest),
    },
    item: {
      summary: ({ plan }) => plan.itemSummary,
      situation: "plan",
      words: ({ commands }) => commands.item,
      hint: "[number | what will be done by date]",
      asks: true,
      run: async (context, rest) => {
        if (!rest) return await myItemsPage(context, 1);
        return looksLikeId("a", rest)
          ? await showItem(context, rest)
          : await add(context, "", rest);
      },
    },
    "item add": {
      summary: ({ plan }) => plan.addSummary,
      situation: "plan",
      words: ({ commands }) => commands["item add"],
      fill: async (context, sentence) => await add(context, "", sentence),
      hint: "[title] [by date]",
      asks: true,
      run: async (context, rest) => await add(context, "", rest),
    },
  },
  actions: {
    "plan.show": pressPlan,
    "plan.turn": turnPlan,
    "items.mine": async (context) => await myItemsPage(context, pageNumber(context.event.value)),
    "items.turn": turnItems,
    "item.add": async (context) => await add(context, context.event.value),
    "item.show": async (context) => await showItem(context, context.event.value),
    "item.done": done,
    "item.blocked": askBlocked,
    "item.replan": askReplan,
    "item.snooze": snooze,
    "item.snooze_until": askSnooze,
    "item.fine": fine,
    "item.not_mine": notMine,
    "item.take": take,
    "item.keep": keep,
    "item.drop": drop,
    "item.time_critical": timeCritical,
    "item.undo": undo,
  },
  asks: ["item.add", "item.blocked", "item.replan", "item.snooze_until"],
  forms: {
    item: addFeature,
    "item.blocked": blockedFeature,
    "item.replan": replanFeature,
    "item.snooze": snoozeFeature,
  },
  home: { order: 20, lines: myLines },
  personLeft: leaveItems,
  /** An account that is gone is found out by a message, too; its owner may have another one. */
  async refused(context) {
    const { stores, delivery, reason } = context;
    const person = reason === "gone" ? await stores.people.at(delivery.to) : undefined;
    if (person && !reachedAt(unreachableAt(person, delivery.to)))
      await leaveItems({ ...context, person });
  },
};

async function showItem(
  context: Context<EventOf<"action" | "command">>,
  typed: string,
): Promise<Outcome> {
  const found = await findItem(context, readItemPress(typed).id);
  return found ? { type: "reply", card: await itemCard(context, found) } : notFound(context, typed);
}

async function turnItems(context: Context<EventOf<"action">>): Promise<Outcome> {
  const outcome = await myItemsPage(context, pageNumber(context.event.value));
  return outcome.type === "reply" ? { type: "replace", card: outcome.card } : outcome;
}

const AT_ONCE = 200;

/** Steps of somebody who left need an owner again: the plan and the others' homes offer them. */
async function leaveItems({
  stores,
  person,
}: Services & { readonly person: Person }): Promise<void> {
  const partnerships = await stores.partnerships.ofPartner(person.id);
  if (partnerships.length === 0) return;
  for (;;) {
    const { rows } = await stores.items.list({
      partnershipIds: partnerships.map(({ id }) => id),
      ownerIds: [person.id],
      statuses: OPEN_ITEM,
      page: { skip: 0, limit: AT_ONCE },
    });
    for (const { id } of rows)
      await stores.items.update(id, (item: ActionItem) =>
        answerItem(item, { type: "not_mine", byId: person.id }),
      );
    if (rows.length < AT_ONCE) return;
  }
}
