/** The survey: sent next working morning, left and resumed, sent once, closed with the window. */

import { notFound, reflectionFor } from "../../access.ts";
import {
  addDays,
  addWorkingDays,
  instantAt,
  localDate,
  nextWorkingDay,
  type LocalDate,
  type LocalTime,
} from "../../time/calendar.ts";
import { answer, type Answers, type Card } from "../../card.ts";
import type { Context, EventOf, Services, TimerContext } from "../../feature.ts";
import type { Form } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import { withdraw } from "../../telling/polite-outbox.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt } from "../../team/person.ts";
import { manyLines } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  canAnswer,
  closeWindow,
  NO_ANSWERS,
  openWhenBothIn,
  surveyOf,
  writeSurvey,
  type Reflection,
  type SurveyAnswers,
} from "../../reflection/reflection.ts";
import { schoolDays, type SchoolDays } from "../../here/school-days.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import {
  draftCard,
  invitationCard,
  sentCard,
  surveyForm,
  tooLateCard,
  SURVEY,
} from "./survey-cards.ts";
import { waitForCheckIn } from "./again.ts";
import { besideOf } from "./goal-beside.ts";
import { offerJoint } from "./joint.ts";
import type { Timer } from "../../time/timer.ts";
import { readForm } from "../../fields/read.ts";

const MORNING = "08:10" as LocalTime;
const INVITING = ["survey.invitation", "survey.reminder"] as const;
/** One gentle reminder, never a second (rules, section 6). */
const REMIND_ON_WORKING_DAY = 4;

interface Case {
  readonly reflection: Reflection;
  readonly goal: Goal;
  readonly partnership: Partnership;
}

async function caseOf({ stores, id }: TimerContext): Promise<Case | undefined> {
  const reflection = await stores.reflections.find(id);
  const goal = reflection && (await stores.goals.find(reflection.goalId));
  const partnership = reflection && (await stores.partnerships.find(reflection.partnershipId));
  return reflection && goal && partnership && !goal.deleted
    ? { reflection, goal, partnership }
    : undefined;
}

export async function sendInvitations(context: TimerContext): Promise<void> {
  const found = await caseOf(context);
  if (found?.reflection.status !== "survey_open") return;
  const { reflection, partnership } = found;
  const { school, week } = await schoolDays(context.stores, partnership.schoolId);
  await invite(context, found, "survey.invitation", (texts, goal) =>
    invitationCard(texts, goal, reflection, {
      title: texts.reflection.inviteTitle(goal.id),
      why: texts.reflection.inviteWhy,
    }),
  );
  for (const timer of windowTimers(reflection, { school, week }, context.stores.districtId))
    await context.timers.set(timer);
}

/** The one reminder, and the end of the window. */
function windowTimers(
  { id, startedAt, closesOn }: Reflection,
  { school, week }: Pick<SchoolDays, "school" | "week">,
  districtId: string,
): readonly Timer[] {
  const sentOn = nextWorkingDay(localDate(startedAt, school.timezone), week);
  const timer = (name: string, day: LocalDate): Timer => ({
    key: `${name}/${id}`,
    at: instantAt(day, MORNING, school.timezone),
    name,
    districtId,
    id,
  });
  return [
    timer("survey.remind", addWorkingDays(sentOn, REMIND_ON_WORKING_DAY, week)),
    timer("survey.close", nextWorkingDay(closesOn, week)),
  ];
}

/** Every open survey keeps its reminder, while that lies ahead, and its end. */
export async function setMissingTimers({ stores, timers, now }: Services): Promise<void> {
  for (const partnership of await stores.partnerships.all()) {
    const days = await schoolDays(stores, partnership.schoolId);
    for (const reflection of await stores.reflections.waiting([partnership.id])) {
      if (reflection.status !== "survey_open") continue;
      for (const timer of windowTimers(reflection, days, stores.districtId))
        if (timer.at > now || timer.name === "survey.close") await timers.ensure(timer);
    }
  }
}

export async function remind(context: TimerContext): Promise<void> {
  const found = await caseOf(context);
  if (found?.reflection.status !== "survey_open") return;
  const { reflection } = found;
  await invite(context, found, "survey.reminder", (texts, goal) =>
    invitationCard(texts, goal, reflection, {
      title: texts.reflection.reminderTitle(goal.id),
      why: texts.reflection.reminderWhy,
    }),
  );
}

/** Asks those who have not sent theirs. */
async function invite(
  { stores, outbox }: TimerContext,
  { reflection, goal, partnership }: Case,
  kind: string,
  card: (texts: Texts, goal: Goal) => Card,
): Promise<void> {
  for (const partner of await stores.people.findAll(partnersOf(partnership))) {
    const to = reachedAt(partner);
    if (partner.active && to && canAnswer(reflection, partner.id))
      await outbox.post({
        key: `${kind}/${reflection.id}/${partner.id}`,
        kind,
        to,
        card: card(textsFor(partner.locale, partner.timezone), goal),
        // Who finished a goal was told that questions follow; a reminder is one more message.
        personal: true,
        manner: kind === "survey.invitation" ? "expected" : "news",
        expires: instantAt(addDays(reflection.closesOn, 1), MORNING, partner.timezone),
      });
  }
}

/** The window ends: what is in opens; nothing in lapses and becomes a topic, without blame (AC-23). */
export async function closeSurvey(context: TimerContext): Promise<void> {
  const { stores, now } = context;
  const found = await caseOf(context);
  if (!found) return;
  const { goal, partnership } = found;
  const reflection = await stores.reflections.update(found.reflection.id, closeWindow);
  if (!reflection || reflection.status === "survey_open") return;
  const { school } = await schoolDays(stores, partnership.schoolId);
  if (reflection.status === "lapsed") {
    await waitForCheckIn(context, reflection, school);
    await stores.topics.create({
      partnershipId: partnership.id,
      proposedById: goal.ownerId,
      title: textsFor(school.locale, school.timezone).reflection.lapsedTopic(goal.id),
      status: "queued",
      linkedItemIds: [],
      checkInId: null,
      origin: `lapsed/${reflection.id}`,
      proposedOn: localDate(now, school.timezone),
    });
  }
  await offerJoint(context, goal, partnership, reflection);
}

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
