/** The survey as somebody answers it: left and resumed, sent once. */

import { notFound, reflectionFor } from "../../access.ts";
import { answer, type Answers, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { withdraw } from "../../telling/polite-outbox.ts";
import type { Partnership } from "../../team/partnership.ts";
import { manyLines } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  canAnswer,
  NO_ANSWERS,
  openWhenBothIn,
  surveyOf,
  writeSurvey,
  type Reflection,
  type SurveyAnswers,
} from "../../reflection/reflection.ts";
import { draftCard, sentCard, surveyForm, tooLateCard, SURVEY } from "./survey-cards.ts";
import { besideOf } from "./goal-beside.ts";
import { offerJoint } from "./joint.ts";
import { readForm } from "../../fields/read.ts";

const INVITING = ["survey.invitation", "survey.reminder"] as const;

export async function openSurvey(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const found = await reflectionFor(context, event.value);
  if (!found) return notFound(context, event.value);
  const { reflection } = found;
  if (surveyOf(reflection, person.id)?.sentAt) {
    const goal = await stores.goals.find(reflection.goalId);
    return { type: "reply", card: sentCard(texts, reflection, goal, texts.reflection.alreadySent) };
  }
  if (!canAnswer(reflection, person.id))
    return {
      type: "reply",
      card: { title: `${texts.reflection.windowOver} ${reflection.goalId}`, body: [] },
    };
  return { type: "ask", form: await formFor(context, reflection) };
}

async function formFor(
  context: Pick<Context, "stores" | "person" | "texts" | "now">,
  reflection: Reflection,
): Promise<Form> {
  const written = surveyOf(reflection, context.person.id)?.answers ?? NO_ANSWERS;
  const beside = await besideOf(context, reflection);
  return surveyForm(context.texts, reflection, beside, written);
}

/** Everything typed so far is kept each time a choice is made in the open form. */
export async function keepDraft(context: Context<EventOf<"change">>): Promise<Form | undefined> {
  const { stores, event, person } = context;
  const found = await reflectionFor(context, event.context);
  if (!found) return undefined;
  const stored = await stores.reflections.update(found.reflection.id, (current) =>
    writeSurvey(current, person.id, answersIn(event.answers), null),
  );
  return await formFor(context, stored ?? found.reflection);
}

export async function submitSurvey(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const found = await reflectionFor(context, event.context);
  if (!found) return notFound(context, event.context);
  if (surveyOf(found.reflection, person.id)?.sentAt)
    return await afterSending(context, found.partnership, found.reflection);
  const read = readForm(SURVEY, context);
  if (read.type === "invalid") return read;
  const answers = answersIn(event.answers);
  const draft = read.values.finish === "draft";
  if (!draft && answers.met === "")
    return { type: "invalid", problems: { met: texts.reflection.needQ1 } };
  const reflection = await stores.reflections.update(found.reflection.id, (current) =>
    openWhenBothIn(writeSurvey(current, person.id, answers, draft ? null : now), found.partnership),
  );
  if (!reflection) return notFound(context, event.context);
  if (reflection.status !== "survey_open" && !surveyOf(reflection, person.id)?.sentAt)
    return { type: "replace", card: tooLateCard(texts, reflection.goalId, answers) };
  if (draft) {
    const goal = await stores.goals.find(reflection.goalId);
    return { type: "replace", card: draftCard(texts, reflection, goal) };
  }
  return await afterSending(context, found.partnership, reflection);
}

/** Says what comes next; offers the joint column when this answer was the second. Repeatable. */
async function afterSending(
  context: Context<EventOf<"form">>,
  partnership: Partnership,
  reflection: Reflection,
): Promise<Outcome> {
  const { stores, texts, person } = context;
  const goal = await stores.goals.find(reflection.goalId);
  const keys = INVITING.map((kind) => `${kind}/${reflection.id}/${person.id}`);
  await withdraw(context, keys);
  if (reflection.status === "answers_open" && goal)
    await offerJoint(context, goal, partnership, reflection);
  return { type: "replace", card: sentCard(texts, reflection, goal, texts.reflection.sent) };
}

function answersIn(answers: Answers): SurveyAnswers {
  const met = answer(answers, "met");
  const relied = answer(answers, "relied");
  const words = (id: string): string => manyLines(answer(answers, id));
  return {
    met: met === "met" || met === "partly" || met === "not" ? met : "",
    measureNow: words("measureNow"),
    helped: words("helped"),
    gotInTheWay: words("gotInTheWay"),
    improve: words("improve"),
    need: words("need"),
    offer: words("offer"),
    keep: words("keep"),
    change: words("change"),
    relied: RELIED.find((value) => value === relied) ?? "",
  };
}

const RELIED = ["1", "2", "3", "4", "5"] as const;
