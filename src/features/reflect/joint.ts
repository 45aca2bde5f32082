/** The joint column: offered in the thread, written by either side, confirmed by both (AC-25). */

import type { ActionItem } from "../../plan/action-item.ts";
import { notFound, reflectionFor } from "../../access.ts";
import { answer, text, type Card } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { isBlank, lengthOf, manyLines, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  canWriteJoint,
  confirmJoint,
  sidesConfirmed,
  writeJoint,
  type Decision,
  type JointColumn,
  type Reflection,
} from "../../reflection/reflection.ts";
import { schoolDays } from "../../team/school-days.ts";
import { reviseShared, share, teamOf } from "../../team/share.ts";
import type { Texts } from "../../texts/index.ts";
import {
  AGREED_LIMIT,
  STEP_LIMIT,
  answersCard,
  confirmedCard,
  jointCard,
  jointForm,
  offerCard,
  stateCard,
} from "./joint-cards.ts";

const DECISIONS: readonly Decision[] = ["continue", "revise", "retire", "new"];

/** The steps that were promised for the goal, shown beside the questions. */
export async function planOf(
  stores: Services["stores"],
  { partnershipId, goalId }: Reflection,
): Promise<readonly ActionItem[]> {
  const { rows } = await stores.items.list({
    partnershipIds: [partnershipId],
    goalIds: [goalId],
    page: { skip: 0, limit: 10 },
  });
  return rows;
}

/** Offers the joint column once, in the thread of the thanks; in private where there is no channel. */
export async function offerJoint(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  reflection: Reflection,
): Promise<void> {
  await shareInThread(services, partnership, reflection, "joint.offer", "", (texts) =>
    offerCard(texts, goal, reflection),
  );
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

interface Found {
  readonly reflection: Reflection;
  readonly partnership: Partnership;
  readonly goal: Goal;
}

async function found(context: Context, typed: string): Promise<Found | undefined> {
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
  return { type: "reply", card: answersCard(texts, goal, reflection, people) };
}

export async function edit(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { reflection, goal } = mine;
  if (reflection.status === "survey_open")
    return { type: "reply", card: { title: texts.reflection.notOpenYet, body: [] } };
  if (!canWriteJoint(reflection)) return show(texts, goal, reflection);
  return {
    type: "ask",
    form: jointForm(texts, reflection, goal, await planOf(stores, reflection)),
  };
}

export async function openJoint(context: Context<EventOf<"action">>): Promise<Outcome> {
  const mine = await found(context, context.event.value);
  if (!mine) return notFound(context, context.event.value);
  return show(context.texts, mine.goal, mine.reflection);
}

function show(texts: Texts, goal: Goal, reflection: Reflection, notice?: string): Outcome {
  return {
    type: "reply",
    card: reflection.joint
      ? jointCard(texts, goal, reflection, reflection.joint, notice)
      : { title: texts.reflection.nothingYet, body: [] },
  };
}

export async function saveJoint(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const [id = "", edition = "0"] = event.context.split("|");
  const mine = await found(context, id);
  if (!mine) return notFound(context, id);
  const agreed = manyLines(answer(event.answers, "agreed"));
  const nextStep = oneLine(answer(event.answers, "nextStep"));
  if (isBlank(agreed))
    return { type: "invalid", problems: { agreed: texts.reflection.needAgreed } };
  const problems = {
    ...(lengthOf(agreed) > AGREED_LIMIT ? { agreed: texts.common.tooLong(AGREED_LIMIT) } : {}),
    ...(lengthOf(nextStep) > STEP_LIMIT ? { nextStep: texts.common.tooLong(STEP_LIMIT) } : {}),
  };
  if (Object.keys(problems).length > 0) return { type: "invalid", problems };
  const chosen = answer(event.answers, "decision");
  const written = {
    agreed,
    decision: DECISIONS.find((value) => value === chosen) ?? "continue",
    nextStep,
  };
  const sameAs = (joint: JointColumn | null) =>
    joint?.agreed === written.agreed &&
    joint.decision === written.decision &&
    joint.nextStep === written.nextStep;
  const stale = (current: Reflection) =>
    (current.joint?.edition ?? 0) !== Number(edition) && !sameAs(current.joint);
  if (stale(mine.reflection))
    return { type: "invalid", problems: { agreed: overtaken(texts, mine.reflection.joint) } };
  const reflection = await stores.reflections.update(id, (current) =>
    stale(current) ? current : writeJoint(current, written, person.id),
  );
  if (!reflection?.joint) return notFound(context, id);
  if (!sameAs(reflection.joint))
    return { type: "invalid", problems: { agreed: overtaken(texts, reflection.joint) } };
  await announceEdition(context, mine.goal, mine.partnership, reflection, reflection.joint);
  return show(texts, mine.goal, reflection, texts.reflection.jointSaved(mine.goal.id));
}

/** Shows the newer text in the refusal, so that neither of the two is lost. */
const overtaken = ({ reflection }: Texts, joint: JointColumn | null): string =>
  reflection.overtaken(joint?.agreed ?? "");

async function announceEdition(
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
    return show(texts, goal, reflection, texts.reflection.changed);
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

const missingSide = (joint: JointColumn, partnership: Partnership) =>
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
  await shareInThread(services, partnership, reflection, "joint.confirmed", "", (texts) =>
    confirmedCard(texts, goal, reflection),
  );
}
