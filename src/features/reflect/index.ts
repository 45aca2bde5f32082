/** After a goal is done: each side answers a short survey, then both agree on one joint column. */

import { goalFor, notFound, partnershipsMeant } from "../../access.ts";
import { heading, item, type Block, type Card } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Outcome } from "../../ports.ts";
import {
  canAnswer,
  canWriteJoint,
  sidesConfirmed,
  type Reflection,
} from "../../reflection/reflection.ts";
import { confirm, edit, openJoint, readAnswers, saveJoint } from "./joint.ts";
import { jointCard, offerCard } from "./joint-cards.ts";
import {
  closeSurvey,
  keepDraft,
  openSurvey,
  remind,
  sendInvitations,
  setMissingTimers,
  submitSurvey,
} from "./survey.ts";
import { invitationCard, sentCard } from "./survey-cards.ts";

export const reflectFeature: Feature = {
  name: "reflect",
  commands: {
    reflect: {
      summary: ({ reflection }) => reflection.reflectSummary,
      hint: "<number>",
      run: reflectOn,
    },
  },
  actions: {
    "survey.open": openSurvey,
    "answers.read": readAnswers,
    "joint.edit": edit,
    "joint.open": openJoint,
    "joint.confirm": confirm,
  },
  asks: ["survey.open", "joint.edit"],
  forms: {
    survey: { submit: submitSurvey, change: keepDraft },
    joint: { submit: saveJoint },
  },
  timers: {
    "survey.send": sendInvitations,
    "survey.remind": remind,
    "survey.close": closeSurvey,
  },
  home: { order: 6, section: waitingReflections },
  reconcile: setMissingTimers,
};

async function reflectOn(context: Context<EventOf<"command">>, rest: string): Promise<Outcome> {
  const { stores, texts } = context;
  if (!rest) return { type: "reply", card: { title: texts.reflection.whichReflect, body: [] } };
  const found = await goalFor(context, rest);
  const [latest] = found ? await stores.reflections.ofGoal(found.goal.id) : [];
  if (!found || !latest) return notFound(context, rest);
  return { type: "reply", card: whereItStands(context, found.goal, latest) };
}

/** The questions while they are open, then the offer to write, at last the text that both confirmed. */
function whereItStands(
  { person, texts }: Context<EventOf<"command">>,
  goal: Goal,
  reflection: Reflection,
): Card {
  const { reflection: words } = texts;
  if (canAnswer(reflection, person.id))
    return invitationCard(texts, goal, reflection, words.inviteTitle(goal.id));
  if (reflection.status === "survey_open")
    return sentCard(texts, reflection, goal, words.alreadySent);
  if (reflection.status === "joint_done" && reflection.joint)
    return jointCard(texts, goal, reflection, reflection.joint, undefined);
  return offerCard(texts, goal, reflection);
}

/** Surveys of mine to answer, and joint texts that my side has not confirmed. */
async function waitingReflections({
  stores,
  person,
  event,
  texts,
}: Context<EventOf<"home">>): Promise<readonly Block[]> {
  const mine = await partnershipsMeant({ stores, person, event });
  const waiting = await stores.reflections.waiting(mine.map(({ partnership }) => partnership.id));
  const goals = await stores.goals.findAll(waiting.map(({ goalId }) => goalId));
  const lines = waiting.flatMap((reflection) => {
    const found = mine.find(({ partnership }) => partnership.id === reflection.partnershipId);
    if (!found) return [];
    const { goalId, id, joint } = reflection;
    const title = goals.find((goal) => goal.id === goalId)?.title ?? "";
    if (canAnswer(reflection, person.id))
      return item(texts.reflection.homeSurvey(goalId, title), undefined, {
        label: texts.reflection.answer,
        action: "survey.open",
        value: id,
        about: goalId,
      });
    const confirmed = joint ? sidesConfirmed(joint, found.partnership) : [];
    if (!canWriteJoint(reflection) || confirmed.includes(found.side)) return [];
    return item(texts.reflection.homeJoint(goalId, title), undefined, {
      label: joint ? texts.reflection.open : texts.reflection.write,
      action: joint ? "joint.open" : "joint.edit",
      value: id,
      about: goalId,
    });
  });
  return lines.length === 0 ? [] : [heading(texts.reflection.homeTitle), ...lines.slice(0, 10)];
}
