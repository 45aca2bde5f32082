/** Showing a goal, changing it, taking it back, and logging it again. */

import { notFound, notPartner, partnershipsMeant } from "../../access.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isOpen, undoGoal, type Goal } from "../../goal/goal.ts";
import { guessHorizon } from "../../goal/goal-draft.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { closedCard, goalCard, goneCard, shownGoal, undoneCard } from "./cards.ts";
import { goalForm } from "./form.ts";
import { openForm } from "./log.ts";
import { NEW_GOAL, editionOf, goalOrGone, settingOf, valuesOf } from "./setting.ts";

/** How much of a typed id is said back. */
const ID_LIMIT = 40;

/** The same for "not yours" and "does not exist"; strangers hear that goals are for partners. */
async function noSuchGoal(context: Context, typed: string): Promise<Outcome> {
  const isPartner = (await partnershipsMeant(context)).length > 0;
  return isPartner ? notFound(context, shorten(typed, ID_LIMIT)) : notPartner(context);
}

/** The goal's card, to one of its partners. */
export async function showGoal(context: Context, typed: string): Promise<Outcome> {
  const goal = await goalOrGone(context, typed);
  if (!goal) return await noSuchGoal(context, typed);
  const { texts } = context;
  const card = goal.deleted
    ? goneCard(goal, texts)
    : goalCard(await shownGoal(context, goal), context.person.id, texts);
  return { type: "reply", card };
}

/** The form with the goal in it; either side may change it. `from` is where Edit was pressed. */
export async function openEdit(context: Context, typed: string, from: string): Promise<Outcome> {
  const goal = await goalOrGone(context, typed);
  if (!goal) return await noSuchGoal(context, typed);
  const { texts } = context;
  if (goal.deleted) return { type: "reply", card: goneCard(goal, texts) };
  if (!isOpen(goal)) return { type: "reply", card: closedCard(goal, texts) };
  const setting = await settingOf(context, "", goal);
  const due = goal.due
    ? ({ kind: "read", date: goal.due, words: "" } as const)
    : ({ kind: "none" } as const);
  const state = {
    ...NEW_GOAL,
    goalId: goal.id,
    guess: guessHorizon(due, goal.start),
    edition: editionOf(goal),
    from,
  };
  const values = valuesOf(goal, setting.place, texts);
  return { type: "ask", form: goalForm(state, values, setting, context) };
}

/**
 * Takes a goal back, for who logged it and while nobody has worked on it. A second press finds it
 * gone and says the same.
 */
export async function undo(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, person, texts, event } = context;
  const goal = await goalOrGone(context, event.value);
  if (!goal) return await noSuchGoal(context, event.value);
  if (goal.ownerId !== person.id) {
    const { owner } = await shownGoal(context, goal);
    return {
      type: "reply",
      card: { title: texts.goals.undoOnlyLogger(goal.id, owner), body: [] },
    };
  }
  const undone = (await hasItems(context, goal))
    ? goal
    : await stores.goals.update(goal.id, undoGoal);
  return undone?.deleted
    ? { type: "replace", card: undoneCard(undone, texts) }
    : {
        type: "reply",
        card: {
          title: texts.goals.undoTooLate(goal.id),
          body: [{ type: "text", text: texts.goals.undoTooLateBody }],
        },
      };
}

async function hasItems({ stores }: Context, goal: Goal): Promise<boolean> {
  const { total } = await stores.items.list({
    partnershipIds: [goal.partnershipId],
    goalIds: [goal.id],
    page: { skip: 0, limit: 1 },
  });
  return total > 0;
}

/** The form for a new goal with the text of one that is gone or finished. */
export async function logAgain(context: Context<EventOf<"action">>): Promise<Outcome> {
  const goal = await goalOrGone(context, context.event.value);
  if (!goal) return await noSuchGoal(context, context.event.value);
  const { place } = await settingOf(context, "", goal);
  return await openForm(context, valuesOf(goal, place, context.texts));
}
