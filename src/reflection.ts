/** What happens after a goal is done: two short private answers, then one joint column. */

import type { LocalDate } from "./calendar.ts";

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
  readonly editedById: string;
  /** Ids of the people who confirmed this very text. */
  readonly confirmedByIds: readonly string[];
  /** Null until both sides confirmed. */
  readonly confirmedAt: Date | null;
  /** Counts edits, so that a press on an older text can be told from one on this. */
  readonly edition: number;
}

/** The reflection on one goal. */
export interface Reflection {
  /** `rf-<goal id>`-like, one per finishing of a goal. */
  readonly id: string;
  readonly partnershipId: string;
  readonly goalId: string;
  readonly status: "survey_open" | "answers_open" | "joint_done" | "lapsed";
  readonly surveys: readonly Survey[];
  /** The answers open to both when both sides sent theirs or the window ends on this day. */
  readonly closesOn: LocalDate;
  readonly joint: JointColumn | null;
  readonly startedAt: Date;
}
