/** Turns what people type into a goal, and says what is wrong with it before anything is stored. */

import { daysBetween, type LocalDate } from "../time/calendar.ts";
import type { Goal, Horizon, Measure } from "./goal.ts";
import type { Side } from "../team/person.ts";
import type { SchoolCalendar } from "../team/school.ts";
import { cutAt, isBlank, lengthOf, manyLines, oneLine } from "../plain-text.ts";
import { readDate, splitDue, type DateReading, type ReadingPlace } from "../time/when.ts";

/** In code points. */
export const TITLE_LIMIT = 200;
export const WHY_LIMIT = 2000;
export const MEASURE_LIMIT = 100;

/** A short-term goal is finished within about 12 weeks (rules, section 2). */
const SHORT_HORIZON_DAYS = 12 * 7;

/** A due date as it was typed; `unread` also when something is there but no date in it. */
export type TypedDue = DateReading;

/** A goal as somebody wants it, cleaned, not yet checked. */
export interface GoalDraft {
  readonly title: string;
  readonly why: string;
  readonly horizon: Horizon;
  readonly measure: Omit<Measure, "current">;
  readonly due: TypedDue;
  readonly servesSchoolGoal: string | null;
}

export type DraftField = "title" | "why" | "unit" | "baseline" | "target" | "due";

export type DraftProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "too_long"; readonly max: number; readonly length: number }
  | { readonly kind: "unread" | "impossible"; readonly words: string }
  | { readonly kind: "several"; readonly dates: readonly LocalDate[] }
  | { readonly kind: "past"; readonly date: LocalDate }
  | { readonly kind: "before_start"; readonly date: LocalDate; readonly start: LocalDate };

export interface DraftBounds {
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
  readonly start: LocalDate;
  /** What school days are counted by, and due dates are judged by. */
  readonly calendar?: SchoolCalendar | null;
  /** The due date it has already: one that has passed since may stay. */
  readonly due?: LocalDate | null;
}

/** Everything that keeps a draft from being stored, by field; empty when it is fine. */
export function goalProblems(
  draft: GoalDraft,
  bounds: DraftBounds,
): Readonly<Partial<Record<DraftField, DraftProblem>>> {
  const { title, why, measure, due } = draft;
  const found: readonly (readonly [DraftField, DraftProblem | undefined])[] = [
    ["title", isBlank(title) ? { kind: "empty" } : tooLong(title, TITLE_LIMIT)],
    ["why", tooLong(why, WHY_LIMIT)],
    ["unit", tooLong(measure.unit, MEASURE_LIMIT)],
    ["baseline", tooLong(measure.baseline, MEASURE_LIMIT)],
    ["target", tooLong(measure.target, MEASURE_LIMIT)],
    ["due", dueProblem(due, bounds)],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined));
}

function tooLong(typed: string, max: number): DraftProblem | undefined {
  const length = lengthOf(typed);
  return length > max ? { kind: "too_long", max, length } : undefined;
}

/** What is wrong with a due date; undefined when there is none or it can be met. */
export function dueProblem(due: TypedDue, bounds: DraftBounds): DraftProblem | undefined {
  switch (due.kind) {
    case "none":
      return undefined;
    case "unread":
    case "impossible":
      return { kind: due.kind, words: due.words };
    case "several":
      return { kind: "several", dates: due.dates };
    case "read":
      if (due.date === bounds.due) return undefined;
      if (due.date < bounds.today) return { kind: "past", date: due.date };
      if (due.date < bounds.start)
        return { kind: "before_start", date: due.date, start: bounds.start };
      return undefined;
  }
}

/** The text of a due date field, read; "" is no date. */
export function readDue(typed: string, reading: ReadingPlace): TypedDue {
  const words = oneLine(typed);
  if (isBlank(words)) return { kind: "none" };
  const read = readDate(words, reading);
  return read.kind === "none" ? { kind: "unread", words } : read;
}

/** Short until 12 weeks from `from`, and while there is no date; long after that. */
export function guessHorizon(due: TypedDue, from: LocalDate): Horizon {
  return due.kind === "read" && daysBetween(from, due.date) > SHORT_HORIZON_DAYS ? "long" : "short";
}

/** A sentence typed after `/goal`, or the text of a message, taken apart. */
export interface ReadSentence {
  readonly title: string;
  /** What did not fit into the title; "" when everything did. */
  readonly rest: string;
  readonly due: DateReading;
  /** Code points of the whole. */
  readonly length: number;
}

/** Further than this nobody states a due date, and reading on would take time. */
const READ_DATES_IN = 1000;

/**
 * Takes a due date out of a sentence: "Every class can cite by May 14" is the title without its end.
 * One that is too long for a title is cut where a word ends and loses nothing.
 */
export function readSentence(typed: string, reading: ReadingPlace): ReadSentence {
  const whole = manyLines(typed);
  const line = oneLine(typed);
  const length = lengthOf(whole);
  if (length <= TITLE_LIMIT + READ_DATES_IN) {
    const { title, due } = splitDue(line, reading);
    const isOnlyDate = splitDue(`Goal ${line}`, reading).title === "Goal";
    if (lengthOf(title) <= TITLE_LIMIT)
      return { title: isOnlyDate ? "" : oneLine(title), rest: "", due, length };
  }
  const [first] = whole.split("\n");
  const [title, rest] =
    first !== undefined && lengthOf(first) <= TITLE_LIMIT
      ? [first, whole.slice(first.length).trim()]
      : cutAt(line, TITLE_LIMIT);
  return { title, rest, due: readDate(line.slice(0, READ_DATES_IN), reading), length };
}

export interface Logging {
  readonly partnershipId: string;
  readonly ownerId: string;
  readonly side: Side;
  /** Id of the event or form that made it. */
  readonly origin: string;
  readonly today: LocalDate;
  readonly now: Date;
}

/** The goal that a draft without problems becomes. It starts today, not started (AC-01). */
export function newGoal(draft: GoalDraft, logging: Logging): Omit<Goal, "id"> {
  return {
    partnershipId: logging.partnershipId,
    ownerId: logging.ownerId,
    department: logging.side,
    ...contentOf(draft, null),
    start: logging.today,
    scope: "department",
    status: "not_started",
    claim: null,
    doneOn: null,
    stoppedReason: null,
    origin: logging.origin,
    deleted: false,
    createdAt: logging.now,
  };
}

/**
 * The goal with a draft's content and the name of who changed it. The same object when nothing
 * differs, so that a repeated change writes nothing.
 */
export function editGoal(goal: Goal, draft: GoalDraft, byId: string, at: Date): Goal {
  const content = contentOf(draft, goal.measure);
  return goalContent(goal) === goalContent({ ...goal, ...content })
    ? goal
    : { ...goal, ...content, lastEdit: { byId, at } };
}

/** Everything of a goal that the form can change, as one text; equal texts are equal contents. */
export function goalContent(goal: Goal): string {
  const { title, horizon, why, measure, due, servesSchoolGoal } = goal;
  const counted = measure && [measure.unit, measure.baseline, measure.target];
  return JSON.stringify([title, horizon, why, counted, due, servesSchoolGoal]);
}

type Content = Pick<Goal, "title" | "why" | "horizon" | "measure" | "due" | "servesSchoolGoal">;

function contentOf(draft: GoalDraft, before: Measure | null): Content {
  const { title, why, horizon, due, servesSchoolGoal } = draft;
  const { unit, baseline, target } = draft.measure;
  const isCounted = [unit, baseline, target].some((part) => part !== "");
  return {
    title,
    why,
    horizon,
    measure: isCounted ? { unit, baseline, target, current: before?.current ?? baseline } : null,
    due: due.kind === "read" ? due.date : null,
    servesSchoolGoal,
  };
}
