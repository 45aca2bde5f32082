/** What surrounds the form of a goal: where it belongs, what stands in it, and the draft it makes. */

import { createHash } from "node:crypto";
import { goalFor, partnershipFor, partnershipsMeant, shortId, type Mine } from "../../access.ts";
import { localDate } from "../../time/calendar.ts";
import { answer, type Answers } from "../../card.ts";
import type { Context } from "../../feature.ts";
import type { Goal, Horizon } from "../../goal/goal.ts";
import {
  goalContent,
  readDue,
  type DraftBounds,
  type GoalDraft,
  type TypedDue,
} from "../../goal/goal-draft.ts";
import { manyLines, oneLine } from "../../plain-text.ts";
import { schoolDays } from "../../here/school-days.ts";
import type { School } from "../../team/school.ts";
import type { Texts } from "../../texts/index.ts";

/** What the form carries along, joined by `|`: ids and a guess, never a right. */
export interface FormState {
  /** "" for a new goal. */
  readonly goalId: string;
  /** Where a new goal belongs; "" while the person has to choose. */
  readonly partnershipId: string;
  /** The horizon that I last proposed, so that a person's own choice is left alone. */
  readonly guess: Horizon;
  /** Which text of the goal was on screen when the form was opened. */
  readonly edition: string;
  /** Where Edit was pressed. */
  readonly from: string;
}

export const NEW_GOAL: FormState = {
  goalId: "",
  partnershipId: "",
  guess: "short",
  edition: "",
  from: "",
};

export const written = (state: FormState): string =>
  [state.goalId, state.partnershipId, state.guess, state.edition, state.from].join("|");

export function stateOf(context: string): FormState {
  const [goalId = "", partnershipId = "", guess, edition = "", from = ""] = context.split("|");
  return { goalId, partnershipId, guess: horizonOf(guess), edition, from };
}

const horizonOf = (typed: string | undefined): Horizon => (typed === "long" ? "long" : "short");

/** Names the text of a goal: it differs as soon as anybody changed it. */
export const editionOf = (goal: Goal): string =>
  createHash("sha256").update(goalContent(goal)).digest("hex").slice(0, 12);

/**
 * A goal of the person's partnerships, even one that was removed: what comes too late gets a clear
 * answer. Undefined for "not yours" and for "does not exist".
 */
export async function goalOrGone(
  asked: Pick<Context, "stores" | "person" | "now">,
  typed: string,
): Promise<Goal | undefined> {
  const mine = await goalFor(asked, typed);
  if (mine) return mine.goal;
  const gone = await asked.stores.goals.find(shortId("g", typed));
  if (!gone?.deleted) return undefined;
  return (await partnershipFor(asked, gone.partnershipId)) ? gone : undefined;
}

/** A partnership that a goal can belong to, with what its form needs to know. */
export type Place = Mine<{ readonly school: School }>;

/** Everything around a form: where the goal may belong, where it does, and the dates it can have. */
export interface Setting {
  readonly places: readonly Place[];
  /** Undefined while the person has to choose. */
  readonly place: Place | undefined;
  readonly goal: Goal | undefined;
  readonly bounds: DraftBounds;
}

/**
 * The setting of a new goal, or of one that exists. `chosen` is the partnership named by the form;
 * one that is not the person's counts as none.
 */
export async function settingOf(
  context: Context,
  chosen: string,
  goal: Goal | undefined,
): Promise<Setting> {
  const { stores, now, person } = context;
  const wanted = goal?.partnershipId ?? chosen;
  // A form says itself where it belongs, whatever channel its answers arrive from.
  const event = wanted ? { ...context.event, channel: null } : context.event;
  const mine = await partnershipsMeant({ stores, person, event, now });
  const schools = await stores.schools.findAll(mine.map(({ partnership }) => partnership.schoolId));
  const places = mine.flatMap(({ partnership, side }): readonly Place[] => {
    const school = schools.find(({ id }) => id === partnership.schoolId);
    return school ? [{ partnership, side, school }] : [];
  });
  const place = wanted
    ? places.find(({ partnership }) => partnership.id === wanted)
    : places.length === 1
      ? places[0]
      : undefined;
  const today = localDate(now, place?.school.timezone ?? person.timezone);
  const calendar = place ? (await schoolDays(stores, place.school.id)).calendar : null;
  return {
    places,
    place,
    goal,
    bounds: { today, start: goal?.start ?? today, calendar, ...(goal ? { due: goal.due } : {}) },
  };
}

/** What stands in the inputs. */
export interface Values {
  readonly school: string;
  readonly title: string;
  readonly due: string;
  readonly horizon: Horizon;
  readonly why: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly serves: string;
}

export const NO_VALUES: Values = {
  school: "",
  title: "",
  due: "",
  horizon: "short",
  why: "",
  unit: "",
  baseline: "",
  target: "",
  serves: "",
};

/** The inputs as they stand when a goal is edited, or logged again. */
export function valuesOf(goal: Goal, place: Place | undefined, { dates }: Texts): Values {
  return {
    school: goal.partnershipId,
    title: goal.title,
    due: goal.due ? dates.full(goal.due) : "",
    horizon: goal.horizon,
    why: goal.why,
    unit: goal.measure?.unit ?? "",
    baseline: goal.measure?.baseline ?? "",
    target: goal.measure?.target ?? "",
    serves:
      servesChoices(place, goal).find(({ words }) => words === goal.servesSchoolGoal)?.value ?? "",
  };
}

/** The inputs as they were filled in. */
export function valuesFrom(answers: Answers): Values {
  return {
    school: answer(answers, "school"),
    title: answer(answers, "title"),
    due: answer(answers, "due"),
    horizon: horizonOf(answer(answers, "horizon")),
    why: answer(answers, "why"),
    unit: answer(answers, "unit"),
    baseline: answer(answers, "baseline"),
    target: answer(answers, "target"),
    serves: answer(answers, "serves"),
  };
}

/** The draft that the inputs stand for. */
export function draftOf(
  values: Values,
  { place, goal, bounds }: Setting,
  context: Pick<Context, "person" | "now" | "texts">,
): GoalDraft {
  return {
    title: oneLine(values.title),
    why: manyLines(values.why),
    horizon: values.horizon,
    measure: {
      unit: oneLine(values.unit),
      baseline: oneLine(values.baseline),
      target: oneLine(values.target),
    },
    due: dueOf(values.due, bounds, context),
    servesSchoolGoal:
      servesChoices(place, goal).find(({ value }) => value === values.serves)?.words ?? null,
  };
}

/** A due date that was left as it stood is not read again. */
export function dueOf(
  typed: string,
  { due, calendar }: DraftBounds,
  { person, now, texts }: Pick<Context, "person" | "now" | "texts">,
): TypedDue {
  if (due && oneLine(typed) === oneLine(texts.dates.full(due)))
    return { kind: "read", date: due, words: typed };
  return readDue(typed, readingOf({ person, now }, calendar));
}

/** Dates are read as the person means them: in their language, from their today. */
export const readingOf = (
  { person, now }: Pick<Context, "person" | "now">,
  calendar: DraftBounds["calendar"] = null,
) => ({
  today: localDate(now, person.timezone),
  timezone: person.timezone,
  locale: person.locale,
  calendar,
});

interface SchoolGoal {
  readonly value: string;
  readonly words: string;
}

/** School goals to choose from; one that the school has dropped since stays while a goal serves it. */
export function servesChoices(
  place: Place | undefined,
  goal: Goal | undefined,
): readonly SchoolGoal[] {
  const listed = place?.school.learningGoals ?? [];
  const kept = goal?.servesSchoolGoal;
  const words = kept && !listed.includes(kept) ? [...listed, kept] : listed;
  return words.map((each, index) => ({
    value: `${place?.partnership.id ?? ""}/${String(index)}`,
    words: each,
  }));
}
