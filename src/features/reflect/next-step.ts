/** The next step that both sides confirmed becomes a step of the plan with one press. */

import { notFound } from "../../access.ts";
import { actions, facts, type Fact } from "../../card.ts";
import { RUN_COMMAND } from "../../commands.ts";
import type { Context, EventOf } from "../../feature.ts";
import { usualDirection, type ActionItem } from "../../plan/action-item.ts";
import { jointStepOrigin } from "../../protocol/plan-text.ts";
import { sideOf } from "../../team/partnership.ts";
import type { Outcome } from "../../ports.ts";
import { found } from "./joint.ts";

/** A second press shows the step of the first one. */
export async function addStep(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { reflection, goal, partnership } = mine;
  const { joint, status } = reflection;
  if (status !== "joint_done" || !joint?.nextStep)
    return { type: "reply", card: { title: texts.reflection.noStep, body: [] } };
  const ownerId = joint.nextOwnerId ?? person.id;
  const side = sideOf(partnership, ownerId) ?? mine.side;
  const item = await stores.items.create({
    partnershipId: partnership.id,
    goalId: goal.id,
    direction: usualDirection(side, goal.department),
    ownerId,
    title: joint.nextStep,
    plan: joint.nextPlan ?? "",
    due: joint.nextDue ?? null,
    status: "open",
    blockedReason: null,
    quietUntil: null,
    doneOn: null,
    overdueNudges: 0,
    origin: jointStepOrigin(reflection.id),
    deleted: false,
    createdAt: now,
    // Its goal is finished, and both want it done all the same.
    afterGoal: "kept",
  });
  const { plan, reflection: words, dates } = texts;
  const owner = item.ownerId === null ? undefined : await stores.people.find(item.ownerId);
  const lines: readonly Fact[] = [
    { label: words.nextOwner, value: owner?.name ?? plan.needsOwner },
    ...whenOf(item, texts, dates),
  ];
  return {
    type: "reply",
    card: {
      title: words.stepAdded(plan.named(item.id, item.title)),
      body: [
        facts(...lines),
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
