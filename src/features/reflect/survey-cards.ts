import { actions, facts, muted, text, type Card, type Fact, type Form } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Reflection, SurveyAnswers } from "../../reflection/reflection.ts";
import type { Texts } from "../../texts/index.ts";
import { goalNotes, type Beside } from "./goal-beside.ts";
import { line, lines, one, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

const SAID = optional(line(1000));
export const SURVEY = {
  met: optional(one("met", "partly", "not")),
  measureNow: SAID,
  helped: SAID,
  gotInTheWay: SAID,
  improve: optional(lines(SAID.max)),
  need: SAID,
  offer: SAID,
  keep: SAID,
  change: SAID,
  relied: optional(one("1", "2", "3", "4", "5")),
  finish: one("send", "draft"),
};

/** Unasked, it says why it comes and what may follow; who asked for it knows. */
export function invitationCard(
  { reflection, dates }: Texts,
  goal: Goal,
  { id, closesOn }: Reflection,
  { title, why }: { readonly title: string; readonly why?: string },
): Card {
  return {
    title,
    body: [
      text(goal.title),
      text(reflection.inviteBody(dates.full(closesOn))),
      muted(reflection.privacy),
      actions({
        label: reflection.answer,
        action: "survey.open",
        value: id,
        about: goal.title,
        style: "primary",
      }),
      ...(why ? [muted(why)] : []),
    ],
  };
}

export function draftCard(
  { reflection, dates }: Texts,
  { id, goalId, closesOn }: Reflection,
  goal: Goal | undefined,
): Card {
  return {
    title: reflection.draftKept,
    body: [
      text(named(goalId, goal)),
      text(reflection.draftNext(dates.full(closesOn))),
      actions({
        label: reflection.goOn,
        action: "survey.open",
        value: id,
        about: goalId,
        style: "primary",
      }),
    ],
  };
}

/** Several surveys may wait at once: each card says which goal it is about. */
const named = (goalId: string, goal: Goal | undefined): string =>
  goal ? `${goalId} ${goal.title}` : goalId;

export function sentCard(
  { reflection }: Texts,
  { id, goalId, status }: Reflection,
  goal: Goal | undefined,
  title: string,
): Card {
  const open = status !== "survey_open";
  return {
    title,
    body: [
      text(named(goalId, goal)),
      text(open ? reflection.sentBoth : reflection.sentWait),
      ...(open
        ? [actions({ label: reflection.read, action: "answers.read", value: id, about: goalId })]
        : []),
    ],
  };
}

/** The original goal and its plan row stand above the questions; Q1–Q6 as in rules, section 6. */
export function surveyForm(
  texts: Texts,
  { id }: Reflection,
  beside: Beside,
  written: SurveyAnswers,
): Form {
  const { reflection } = texts;
  return formOf(texts, SURVEY, {
    form: "survey",
    title: reflection.formTitle,
    submit: reflection.send,
    context: id,
    before: [{ type: "note", text: reflection.privacy }, ...goalNotes(texts, beside)],
    ask: {
      met: { label: reflection.q1, options: reflection.met, live: true },
      measureNow: reflection.q1Measure,
      helped: reflection.q2Helped,
      gotInTheWay: reflection.q2Way,
      improve: reflection.q3,
      need: reflection.q4Need,
      offer: reflection.q4Offer,
      keep: reflection.q5Keep,
      change: reflection.q5Change,
      relied: { label: reflection.q6, options: reflection.relied, live: true },
      finish: {
        label: reflection.finish,
        options: { send: reflection.sendNow, draft: reflection.keepDraft },
      },
    },
    values: { ...written, finish: "send" },
  });
}

/** The questions that were answered, with the answers. */
export function givenAnswers(
  reflection: Texts["reflection"],
  answers: SurveyAnswers,
): readonly Fact[] {
  return [
    { label: reflection.q1, value: answers.met && reflection.met[answers.met] },
    { label: reflection.q1Measure, value: answers.measureNow },
    { label: reflection.q2Helped, value: answers.helped },
    { label: reflection.q2Way, value: answers.gotInTheWay },
    { label: reflection.q3, value: answers.improve },
    { label: reflection.q4Need, value: answers.need },
    { label: reflection.q4Offer, value: answers.offer },
    { label: reflection.q5Keep, value: answers.keep },
    { label: reflection.q5Change, value: answers.change },
    { label: reflection.q6, value: answers.relied && reflection.relied[answers.relied] },
  ].filter(({ value }) => value !== "");
}

/** The window ended while the form was open: what was written goes back to its writer. */
export function tooLateCard({ reflection }: Texts, goalId: string, answers: SurveyAnswers): Card {
  const given = givenAnswers(reflection, answers);
  return {
    title: `${reflection.windowOver} ${goalId}`,
    body: given.length > 0 ? [facts(...given)] : [],
  };
}
