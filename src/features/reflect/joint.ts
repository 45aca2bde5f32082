/** The joint column: offered in the thread, written by either side, confirmed by both (AC-25). */

import { notFound, reflectionFor } from "../../access.ts";
import { text, type Card } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Outcome } from "../../ports.ts";
import { intoPlan } from "./into-plan.ts";
import { sharingMeeting } from "../../reflection/bundle.ts";
import {
  confirmJoint,
  sidesConfirmed,
  type JointColumn,
  type Reflection,
} from "../../reflection/reflection.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { schoolDays } from "../../here/school-days.ts";
import { reviseShared, share, teamOf } from "../../telling/share.ts";
import type { Side } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { besideOf } from "./goal-beside.ts";
import { answersCard } from "./answers-card.ts";
import { confirmedCard, jointCard, offerCard, stateCard } from "./joint-cards.ts";

/** Offers the joint column once, in the thread of the thanks; in private where there is no channel. */
export async function offerJoint(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  reflection: Reflection,
): Promise<void> {
  const together = await sharedGoals(services, reflection);
  await shareInThread(services, partnership, reflection, "joint.offer", "", (texts) =>
    offerCard(texts, goal, reflection, { together }),
  );
}

/** The same, once more, as something that there is room for today: nobody is asked why not before. */
export async function offerAgain(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  reflection: Reflection,
): Promise<void> {
  const together = await sharedGoals(services, reflection);
  await shareInThread(services, partnership, reflection, "joint.again", "", (texts) =>
    offerCard(texts, goal, reflection, {
      together,
      title: texts.reflection.offerAgain(goal.id),
    }),
  );
}

/** Ids of the goals that are looked back on in the same meeting. */
async function sharedGoals(
  { stores }: Pick<Services, "stores">,
  reflection: Reflection,
): Promise<readonly string[]> {
  const waiting = await stores.reflections.waiting([reflection.partnershipId]);
  return sharingMeeting(waiting, reflection).map(({ goalId }) => goalId);
}

/**
 * Posts under one key per rule and edition. No word of the answers or of the joint text stands in
 * it: the channel may have readers who are not partners (rules, section 9.3).
 */
async function shareInThread(
  services: Services,
  partnership: Partnership,
  reflection: Reflection,
  kind: string,
  suffix: string,
  card: (texts: Texts) => Card,
): Promise<void> {
  const { school } = await schoolDays(services.stores, partnership.schoolId);
  await share(
    services,
    await teamOf(services.stores, partnership, school),
    { key: `${kind}/${reflection.id}${suffix}`, kind, thread: reflection.thanksKey },
    card,
  );
}

export interface Found {
  readonly reflection: Reflection;
  readonly partnership: Partnership;
  readonly side: Side;
  readonly goal: Goal;
}

export async function found(context: Context, typed: string): Promise<Found | undefined> {
  const mine = await reflectionFor(context, typed);
  const goal = mine && (await context.stores.goals.find(mine.reflection.goalId));
  return goal && { ...mine, goal };
}

/** Opens the answers to a partner, never before both are in or the window ended (AC-22). */
export async function readAnswers(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { reflection, goal, partnership } = mine;
  if (reflection.status === "survey_open")
    return { type: "reply", card: { title: texts.reflection.notOpenYet, body: [] } };
  const people = await stores.people.findAll(partnersOf(partnership));
  const beside = await besideOf(context, reflection);
  return {
    type: "reply",
    card: answersCard(texts, goal, reflection, { people, beside, viewerId: context.person.id }),
  };
}

export async function openJoint(context: Context<EventOf<"action">>): Promise<Outcome> {
  const mine = await found(context, context.event.value);
  if (!mine) return notFound(context, context.event.value);
  return await show(context, mine);
}

/** The text as it stands, or that there is none yet. */
export async function show(
  { stores, texts, person }: Pick<Context, "stores" | "texts" | "person">,
  { goal, reflection, partnership }: Found,
  notice?: string,
): Promise<Outcome> {
  const { joint } = reflection;
  if (!joint) return { type: "reply", card: { title: texts.reflection.nothingYet, body: [] } };
  const owner = joint.nextOwnerId ? await stores.people.find(joint.nextOwnerId) : undefined;
  const isWaiting = joint.confirmedByIds.includes(person.id);
  const shown = {
    goal,
    reflection,
    joint,
    owner: owner?.name,
    ...(isWaiting ? { waitsFor: missingSide(joint, partnership) } : {}),
  };
  return { type: "reply", card: jointCard(texts, shown, notice) };
}

export async function announceEdition(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  reflection: Reflection,
  joint: JointColumn,
): Promise<void> {
  const partners = await services.stores.people.findAll(partnersOf(partnership));
  await shareInThread(
    services,
    partnership,
    reflection,
    "joint.text",
    `/${String(joint.edition)}`,
    (texts) => stateCard(texts, goal, partnership, reflection, joint, partners),
  );
}

export async function confirm(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const [id = "", edition = ""] = event.value.split("|");
  const mine = await found(context, id);
  if (!mine) return notFound(context, id);
  const { goal, partnership } = mine;
  const reflection = await stores.reflections.update(id, (current) =>
    confirmJoint(current, partnership, person.id, Number(edition), now),
  );
  if (!reflection?.joint) return notFound(context, id);
  if (reflection.joint.edition !== Number(edition))
    return await show(context, { ...mine, reflection }, texts.reflection.changed);
  await afterConfirming(context, goal, partnership, reflection, reflection.joint);
  return {
    type: "replace",
    card: {
      title: texts.reflection.confirmedJoint,
      body: [
        text(goal.title),
        ...(reflection.status === "joint_done"
          ? [text(texts.reflection.jointDone(goal.id))]
          : [
              text(
                texts.reflection.waitingFor(
                  texts.common[missingSide(reflection.joint, partnership)],
                ),
              ),
            ]),
      ],
    },
  };
}

const missingSide = (joint: JointColumn, partnership: Partnership): Side =>
  sidesConfirmed(joint, partnership).includes("library") ? "it" : "library";

/** Redraws the state in the thread, and says so once when both have confirmed. Repeatable. */
async function afterConfirming(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  reflection: Reflection,
  joint: JointColumn,
): Promise<void> {
  const { stores } = services;
  const partners = await stores.people.findAll(partnersOf(partnership));
  const { school } = await schoolDays(stores, partnership.schoolId);
  await reviseShared(
    services,
    await teamOf(stores, partnership, school),
    `joint.text/${reflection.id}/${String(joint.edition)}`,
    (texts) => stateCard(texts, goal, partnership, reflection, joint, partners),
  );
  if (reflection.status !== "joint_done") return;
  const taken = await intoPlan(services, { partnership, goal }, reflection, joint);
  await shareInThread(services, partnership, reflection, "joint.confirmed", "", (texts) =>
    confirmedCard(texts, goal, { reflection, joint, ...taken }),
  );
}
