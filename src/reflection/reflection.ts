/** What happens after a goal is done: two short private answers, then one joint column. */

import type { LocalDate } from "../time/calendar.ts";
import { hashOf } from "../protocol/one-text.ts";
import { sideOf, type Partnership } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";
import type { Store } from "../store.ts";

/** Answers to Q1–Q6 (rules, section 6), exactly as written; "" when left out. */
export interface SurveyAnswers {
  readonly met: "met" | "partly" | "not" | "";
  readonly measureNow: string;
  readonly helped: string;
  readonly gotInTheWay: string;
  readonly improve: string;
  readonly need: string;
  readonly offer: string;
  readonly keep: string;
  readonly change: string;
  readonly relied: "1" | "2" | "3" | "4" | "5" | "";
}

export interface Survey {
  readonly personId: string;
  readonly answers: SurveyAnswers;
  /** Null while it is a draft that only its writer can read. */
  readonly sentAt: Date | null;
}

export type Decision = "continue" | "revise" | "retire" | "new";

/** The joint column. Any edit clears the confirmations; both sides must confirm the same text. */
export interface JointColumn {
  readonly agreed: string;
  readonly decision: Decision;
  readonly nextStep: string;
  /** Who does the next step; left out while nobody was named. */
  readonly nextOwnerId?: string;
  /** When and where; left out when nothing was said. */
  readonly nextPlan?: string;
  readonly nextDue?: LocalDate;
  readonly editedById: string;
  /** Ids of the people who confirmed this very text. */
  readonly confirmedByIds: readonly string[];
  /** Null until both sides confirmed. */
  readonly confirmedAt: Date | null;
  /** Counts edits, so that a press on an older text can be told from one on this. */
  readonly edition: number;
}

/** What is written of it; the rest says who wrote and confirmed it. */
export type JointText = Pick<
  JointColumn,
  "agreed" | "decision" | "nextStep" | "nextOwnerId" | "nextPlan" | "nextDue"
>;

/** Whether two say the same. */
export const isSameJoint = (one: JointText | null, other: JointText): boolean =>
  one !== null && hashOf(wordsOf(one)) === hashOf(wordsOf(other));

const wordsOf = ({
  agreed,
  decision,
  nextStep,
  nextOwnerId,
  nextPlan,
  nextDue,
}: JointText): JointText => ({
  agreed,
  decision,
  nextStep,
  ...(nextOwnerId ? { nextOwnerId } : {}),
  ...(nextPlan ? { nextPlan } : {}),
  ...(nextDue ? { nextDue } : {}),
});

/** The reflection on one goal. */
export interface Reflection {
  /** `rf-<goal id>`-like, one per finishing of a goal. */
  readonly id: string;
  readonly partnershipId: string;
  readonly goalId: string;
  /** `taken_back`: the goal is not done after all; nobody was asked yet. */
  readonly status: "survey_open" | "answers_open" | "joint_done" | "lapsed" | "taken_back";
  readonly surveys: readonly Survey[];
  /** The answers open to both when both sides sent theirs or the window ends on this day. */
  readonly closesOn: LocalDate;
  /** Outbox key of the thanks in the channel, whose thread the joint column is offered in. */
  readonly thanksKey: string;
  readonly joint: JointColumn | null;
  readonly startedAt: Date;
  /** The reflection whose Meeting 3 it shares; left out when it has one of its own. */
  readonly meetsWith?: string;
}

export const NO_ANSWERS: SurveyAnswers = {
  met: "",
  measureNow: "",
  helped: "",
  gotInTheWay: "",
  improve: "",
  need: "",
  offer: "",
  keep: "",
  change: "",
  relied: "",
};

/** What a person wrote so far, sent or not. */
export function surveyOf(reflection: Reflection, personId: string): Survey | undefined {
  return reflection.surveys.find((survey) => survey.personId === personId);
}

/** Whether the answers can still be written: the window is open and theirs are not sent. */
export function canAnswer(reflection: Reflection, personId: string): boolean {
  return reflection.status === "survey_open" && !surveyOf(reflection, personId)?.sentAt;
}

/** The goal is not done after all. As it is once anybody has written an answer, or it was closed. */
export const takeBackReflection = (reflection: Reflection): Reflection =>
  reflection.status === "survey_open" && reflection.surveys.length === 0
    ? { ...reflection, status: "taken_back" }
    : reflection;

/** Keeps a draft, or sends it. What was sent once stays as it was sent. */
export function writeSurvey(
  reflection: Reflection,
  personId: string,
  answers: SurveyAnswers,
  sentAt: Date | null,
): Reflection {
  if (!canAnswer(reflection, personId)) return reflection;
  const others = reflection.surveys.filter((survey) => survey.personId !== personId);
  return { ...reflection, surveys: [...others, { personId, answers, sentAt }] };
}

/** The answers open to the partners once each side sent one (rules, section 6). */
export function openWhenBothIn(reflection: Reflection, partnership: Partnership): Reflection {
  const sent = reflection.surveys.filter((survey) => survey.sentAt);
  const sides = new Set(sent.map((survey) => sideOf(partnership, survey.personId)));
  return reflection.status === "survey_open" && sides.has("library") && sides.has("it")
    ? { ...reflection, status: "answers_open" }
    : reflection;
}

/** Of the survey, from the day on which it reaches somebody (rules, section 6). */
export const SURVEY_WORKING_DAYS = 10;

/** The window ends: what was sent opens; with nothing sent it lapses, without blame (AC-23). */
export function closeWindow(reflection: Reflection): Reflection {
  if (reflection.status !== "survey_open") return reflection;
  const anySent = reflection.surveys.some((survey) => survey.sentAt);
  return { ...reflection, status: anySent ? "answers_open" : "lapsed" };
}

/** Whether the joint column can be written: not while answers are private, not after both confirmed. */
export const canWriteJoint = (reflection: Reflection): boolean =>
  reflection.status === "answers_open" || reflection.status === "lapsed";

/** Writes or edits the joint column. Any change clears the confirmations (AC-25). */
export function writeJoint(
  reflection: Reflection,
  text: JointText,
  editedById: string,
): Reflection {
  const current = reflection.joint;
  if (!canWriteJoint(reflection) || isSameJoint(current, text)) return reflection;
  return {
    ...reflection,
    joint: {
      ...wordsOf(text),
      editedById,
      confirmedByIds: [],
      confirmedAt: null,
      edition: (current?.edition ?? 0) + 1,
    },
  };
}

/** One person confirms the edition they read; once each side has, the reflection is done. */
export function confirmJoint(
  reflection: Reflection,
  partnership: Partnership,
  personId: string,
  edition: number,
  now: Date,
): Reflection {
  const { joint } = reflection;
  if (joint?.edition !== edition || !canWriteJoint(reflection)) return reflection;
  if (!sideOf(partnership, personId) || joint.confirmedByIds.includes(personId)) return reflection;
  const confirmedByIds = [...joint.confirmedByIds, personId];
  const both = sidesConfirmed({ ...joint, confirmedByIds }, partnership).length === 2;
  return {
    ...reflection,
    status: both ? "joint_done" : reflection.status,
    joint: { ...joint, confirmedByIds, confirmedAt: both ? now : null },
  };
}

/** The sides that confirmed the text as it stands. */
export function sidesConfirmed(joint: JointColumn, partnership: Partnership): readonly Side[] {
  const sides = joint.confirmedByIds.flatMap((id) => sideOf(partnership, id) ?? []);
  return [...new Set(sides)];
}

export interface ReflectionStore extends Store<Reflection> {
  /** Those that still wait for somebody, oldest first. */
  waiting(partnershipIds: readonly string[]): Promise<readonly Reflection[]>;
  /** Of one goal, latest first, but for what was taken back. */
  ofGoal(goalId: string): Promise<readonly Reflection[]>;
}
