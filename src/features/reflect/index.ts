/** After a goal is done: each side answers a short survey, then both agree on one joint column. */

import { goalFor, notFound, partnershipsMeant } from "../../access.ts";
import { lineItem } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import type { Outcome } from "../../ports.ts";
import { canAnswer, canWriteJoint, sidesConfirmed } from "../../reflection/reflection.ts";
import { waitingClaims } from "../finish/waiting.ts";
import { atCheckIn } from "./again.ts";
import { confirm, openJoint, readAnswers, show, type Found } from "./joint.ts";
import { offerCard } from "./joint-cards.ts";
import { addStep, promiseOffer } from "./next-step.ts";
import { keepDraft, openSurvey, submitSurvey } from "./survey.ts";
import { closeSurvey, remind, sendInvitations, setMissingTimers } from "./survey-window.ts";
import { invitationCard, sentCard } from "./survey-cards.ts";
import { edit, saveJoint } from "./write-joint.ts";
import { sideOf } from "../../team/partnership.ts";

export const reflectFeature: Feature = {
  name: "reflect",
  commands: {
    reflect: {
      summary: ({ reflection }) => reflection.reflectSummary,
      situation: "plan",
      words: ({ commands }) => commands.reflect,
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
    "joint.step": addStep,
    "answers.promise": promiseOffer,
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
    "joint.again": atCheckIn,
  },
  home: { order: 10, lines: waitingForMe },
  reconcile: setMissingTimers,
};

async function reflectOn(context: Context<EventOf<"command">>, rest: string): Promise<Outcome> {
  const { stores } = context;
  if (!rest) return await listWaiting(context);
  const found = await goalFor(context, rest);
  const [latest] = found ? await stores.reflections.ofGoal(found.goal.id) : [];
  if (!found || !latest) return notFound(context, rest);
  return await whereItStands(context, { ...found, reflection: latest });
}

/** What Meeting 3 is about: every goal that is still to be looked back on. */
async function listWaiting(context: Context<EventOf<"command">>): Promise<Outcome> {
  const { reflection } = context.texts;
  const lines = await waitingLines(context);
  return {
    type: "reply",
    card:
      lines.length > 0
        ? { title: reflection.meetingTitle, body: lines.map(lineItem) }
        : { title: reflection.whichReflect, body: [] },
  };
}

/** The questions while they are open, then the offer to write, at last the text that both confirmed. */
async function whereItStands(context: Context<EventOf<"command">>, mine: Found): Promise<Outcome> {
  const { goal, reflection } = mine;
  const { person, texts } = context;
  const { reflection: words } = texts;
  if (reflection.status === "joint_done") return await show(context, mine);
  const card = canAnswer(reflection, person.id)
    ? invitationCard(texts, goal, reflection, { title: words.inviteTitle(goal.id) })
    : reflection.status === "survey_open"
      ? sentCard(texts, reflection, goal, words.alreadySent)
      : offerCard(texts, goal, reflection);
  return { type: "reply", card };
}

/** Everything about finishing that waits for this person: the claims first, they are about today. */
async function waitingForMe(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  return [...(await waitingClaims(context)), ...(await waitingLines(context))];
}

const LISTED = 10;

/** Surveys of mine to answer, and joint texts that my side has not confirmed. */
async function waitingLines(context: Context): Promise<readonly HomeLine[]> {
  const { stores, person, texts } = context;
  const mine = await partnershipsMeant(context);
  const waiting = await stores.reflections.waiting(mine.map(({ partnership }) => partnership.id));
  const goals = await stores.goals.findAll(waiting.map(({ goalId }) => goalId));
  const lines = waiting.flatMap((reflection): readonly HomeLine[] => {
    const found = mine.find(({ partnership }) => partnership.id === reflection.partnershipId);
    if (!found) return [];
    const { goalId, id, joint } = reflection;
    const title = goals.find((goal) => goal.id === goalId)?.title ?? "";
    // Who stands in for somebody answers no survey for them.
    if (sideOf(found.partnership, person.id) && canAnswer(reflection, person.id))
      return [
        {
          title: texts.reflection.homeSurvey(goalId, title),
          button: {
            label: texts.reflection.answer,
            action: "survey.open",
            value: id,
            about: goalId,
          },
        },
      ];
    const confirmed = joint ? sidesConfirmed(joint, found.partnership) : [];
    if (!canWriteJoint(reflection) || confirmed.includes(found.side)) return [];
    return [
      {
        title: texts.reflection.homeJoint(goalId, title),
        button: {
          label: joint ? texts.reflection.open : texts.reflection.write,
          action: joint ? "joint.open" : "joint.edit",
          value: id,
          about: goalId,
        },
      },
    ];
  });
  return lines.slice(0, LISTED);
}
