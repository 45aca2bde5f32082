/** The form of a goal, drawn: with what stands in it, how its date was read, and what to mend. */

import type { Form, Input, Option } from "../../card.ts";
import type { Context } from "../../feature.ts";
import {
  MEASURE_LIMIT,
  TITLE_LIMIT,
  WHY_LIMIT,
  dueProblem,
  type DraftBounds,
  type DraftProblem,
  type TypedDue,
} from "../../goal/goal-draft.ts";
import type { Texts } from "../../texts/index.ts";
import {
  dueOf,
  servesChoices,
  written,
  type FormState,
  type Place,
  type Setting,
  type Values,
} from "./setting.ts";
import { line, lines, one, pick, optional, spell } from "../../fields/field.ts";
import { daySentence } from "../../fields/day-sentence.ts";
import { formOf } from "../../fields/form.ts";

export const GOAL_FORM = "goal";
/** Read by `goal-draft.ts`, as a typed sentence is. */
const GOAL = {
  title: line(TITLE_LIMIT),
  due: optional(spell),
  horizon: one("short", "long"),
  why: optional(lines(WHY_LIMIT)),
  unit: optional(line(MEASURE_LIMIT)),
  baseline: optional(line(MEASURE_LIMIT)),
  target: optional(line(MEASURE_LIMIT)),
  serves: optional(pick),
};

/** Chosen when a goal serves no school goal; a platform's option cannot be empty. */
const NO_SCHOOL_GOAL = "none";

/** Draws the form. `notes` stand above the questions. */
export function goalForm(
  state: FormState,
  values: Values,
  setting: Setting,
  context: Pick<Context, "person" | "now" | "texts">,
  notes: readonly string[] = [],
): Form {
  const { texts } = context;
  const { goals } = texts;
  const { goal, bounds } = setting;
  const reading = dueReading(dueOf(values.due, bounds, context), bounds, texts);
  const serves = servesOptions(setting, texts);
  return formOf(texts, GOAL, {
    form: GOAL_FORM,
    title: goal ? goals.formEdit(goal.id) : goals.formNew,
    context: written(state),
    before: [
      ...notes.map((text): Input => ({ type: "note", text })),
      ...schoolInputs(state, setting, texts),
    ],
    ask: {
      title: { label: goals.formTitle, hint: goals.formTitleHint(GOAL.title.max) },
      due: { label: goals.formDue, hint: goals.formDueHint, ...reading, live: true },
      horizon: { label: goals.horizon, hint: goals.formHorizonHint, options: goals.horizons },
      why: goals.why,
      unit: { label: goals.formMeasure, hint: goals.formMeasureHint },
      baseline: goals.formBaseline,
      target: goals.formTarget,
      ...(serves.length > 0 ? { serves: { label: goals.serves, options: serves } } : {}),
    },
    values: {
      ...values,
      serves: serves.some(({ value }) => value === values.serves) ? values.serves : NO_SCHOOL_GOAL,
    },
  });
}

/** Which school it is for: asked when I cannot tell, said when I can. */
function schoolInputs(
  state: FormState,
  { place, places, goal }: Setting,
  { goals, common }: Texts,
): readonly Input[] {
  const isAsked = state.goalId === "" && state.partnershipId === "" && places.length > 1;
  if (!isAsked)
    return place
      ? [
          {
            type: "note",
            text: goals.formFor(place.school.name, common[goal?.department ?? place.side]),
          },
        ]
      : [];
  return [
    {
      type: "choice",
      id: "school",
      label: common.chooseSchool,
      options: places.map((each) => ({
        label: schoolName(each, places),
        value: each.partnership.id,
      })),
      live: true,
      ...(place ? { value: place.partnership.id } : {}),
    },
  ];
}

/** Two partnerships of one school are told apart by their id. */
function schoolName({ school, partnership }: Place, places: readonly Place[]): string {
  const namesakes = places.filter((other) => other.school.name === school.name);
  return namesakes.length > 1 ? `${school.name} (${partnership.id})` : school.name;
}

function servesOptions({ place, goal }: Setting, { goals }: Texts): readonly Option[] {
  const choices = servesChoices(place, goal);
  if (choices.length === 0) return [];
  return [
    { label: goals.formNone, value: NO_SCHOOL_GOAL },
    ...choices.map(({ words, value }) => ({ label: words, value })),
  ];
}

/** How the due date was read, or what is wrong with it; nothing when there is none. */
function dueReading(
  due: TypedDue,
  bounds: DraftBounds,
  texts: Texts,
): { readonly reading?: string } {
  const problem = dueProblem(due, bounds);
  if (problem) return { reading: problemText(problem, texts) };
  return due.kind === "read"
    ? { reading: texts.goals.formDueRead(texts.dates.full(due.date)) }
    : {};
}

/** What is wrong, and how to mend it. */
export function problemText(problem: DraftProblem, texts: Texts): string {
  const { goals, dates } = texts;
  switch (problem.kind) {
    case "empty":
      return goals.empty;
    case "too_long":
      return texts.fields.tooLong(problem.length, problem.max);
    case "unread":
    case "impossible":
    case "several":
      return daySentence(problem, "words" in problem ? problem.words : "", texts, {
        optional: true,
      });
    case "past":
      return goals.past(dates.full(problem.date));
    case "before_start":
      return goals.beforeStart(dates.full(problem.date), dates.full(problem.start));
  }
}
