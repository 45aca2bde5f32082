/** What both confirmed as the next step, and what somebody offered, become steps with one press. */

import { notFound } from "../../access.ts";
import { actions, facts, text, type Fact } from "../../card.ts";
import { RUN_COMMAND } from "../../commands.ts";
import type { Context, EventOf } from "../../feature.ts";
import { newItem, usualDirection, type ActionItem } from "../../plan/action-item.ts";
import { TITLE_LIMIT } from "../../goal/goal-draft.ts";
import { oneLine, shorten } from "../../plain-text.ts";
import { jointStepOrigin } from "../../protocol/plan-text.ts";
import { surveyOf } from "../../reflection/reflection.ts";
import { sideOf } from "../../team/partnership.ts";
import type { Outcome } from "../../ports.ts";
import { tellOwner } from "../plan/given.ts";
import { found, type Found } from "./joint.ts";

/** A second press shows the step of the first one. */
export async function addStep(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { joint, status, id } = mine.reflection;
  if (status !== "joint_done" || !joint?.nextStep)
    return { type: "reply", card: { title: texts.reflection.noStep, body: [] } };
  return await stepFrom(context, mine, {
    ownerId: joint.nextOwnerId ?? person.id,
    title: joint.nextStep,
    plan: joint.nextPlan ?? "",
    due: joint.nextDue ?? null,
    origin: jointStepOrigin(id),
  });
}

/** Somebody's own offer, once the answers are open, becomes their promise (systems, row 19). */
export async function promiseOffer(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { reflection } = mine;
  const offer = surveyOf(reflection, person.id)?.answers.offer ?? "";
  if (reflection.status === "survey_open" || offer === "")
    return { type: "reply", card: { title: texts.reflection.noOffer, body: [] } };
  return await stepFrom(context, mine, {
    ownerId: person.id,
    title: shorten(oneLine(offer), TITLE_LIMIT),
    plan: "",
    due: null,
    origin: `offered/${reflection.id}/${person.id}`,
  });
}

async function stepFrom(
  context: Context,
  { goal, partnership, side }: Found,
  step: Pick<ActionItem, "title" | "plan" | "due" | "origin"> & { readonly ownerId: string },
): Promise<Outcome> {
  const { stores, texts, person, now } = context;
  const item = await stores.items.create({
    ...newItem({
      ...step,
      partnershipId: partnership.id,
      goalId: goal.id,
      direction: usualDirection(sideOf(partnership, step.ownerId) ?? side, goal.department),
      plannedById: person.id,
      createdAt: now,
    }),
    // Its goal is finished, and it is wanted all the same.
    afterGoal: "kept",
  });
  const told = await tellOwner(context, item);
  const { plan, reflection: words, dates } = texts;
  const owner = item.ownerId === null ? undefined : await stores.people.find(item.ownerId);
  const lines: readonly Fact[] = [
    { label: words.nextOwner, value: owner?.name ?? plan.needsOwner },
    ...whenOf(item, texts, dates),
  ];
  return {
    type: "reply",
    card: {
      title: words.stepAdded(texts.labelled(item.id, item.title)),
      body: [
        facts(...lines),
        ...(told ? [text(told)] : []),
        actions({
          label: words.openStep,
          action: RUN_COMMAND,
          value: `item ${item.id}`,
          about: item.id,
        }),
      ],
    },
  };
}

const whenOf = (
  { plan, due }: ActionItem,
  { reflection }: Context["texts"],
  dates: Context["texts"]["dates"],
): readonly Fact[] => [
  ...(plan ? [{ label: reflection.nextPlan, value: plan }] : []),
  ...(due ? [{ label: reflection.nextDue, value: dates.full(due) }] : []),
];
