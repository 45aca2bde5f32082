/** The form of a goal, drawn: with what stands in it, how its date was read, and what to mend. */

import type { Form, Input } from "../../card.ts";
import type { Context } from "../../feature.ts";
import {
  TITLE_LIMIT,
  dueProblem,
  type DraftBounds,
  type DraftProblem,
  type TypedDue,
} from "../../goal/goal-draft.ts";
import { shorten } from "../../plain-text.ts";
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

export const GOAL_FORM = "goal";

/** Chosen when a goal serves no school goal; a platform's option cannot be empty. */
const NO_SCHOOL_GOAL = "none";

/** How much of what was typed is said back in a hint. */
const WORDS_LIMIT = 60;

/** Draws the form. `notes` stand above the questions. */
export function goalForm(
  state: FormState,
  values: Values,
  setting: Setting,
  context: Pick<Context, "person" | "now" | "texts">,
  notes: readonly string[] = [],
): Form {
  const { texts } = context;
  const { goals, common } = texts;
  const { goal, bounds } = setting;
  return {
    form: GOAL_FORM,
    title: goal ? goals.formEdit(goal.id) : goals.formNew,
    submit: common.save,
    cancel: common.cancel,
    context: written(state),
    inputs: [
      ...notes.map((text): Input => ({ type: "note", text })),
      ...schoolInputs(state, setting, texts),
      {
        type: "text",
        id: "title",
        label: goals.formTitle,
        hint: goals.formTitleHint(TITLE_LIMIT),
        value: values.title,
      },
      {
        type: "text",
        id: "due",
        label: goals.formDue,
        hint: goals.formDueHint,
        ...dueReading(dueOf(values.due, bounds, context), bounds, texts),
        value: values.due,
        optional: true,
        live: true,
      },
      {
        type: "choice",
        id: "horizon",
        label: goals.horizon,
        hint: goals.formHorizonHint,
        value: values.horizon,
        options: (["short", "long"] as const).map((value) => ({
          label: goals.horizons[value],
          value,
        })),
        open: true,
      },
      {
        type: "text",
        id: "why",
        label: goals.why,
        value: values.why,
        multiline: true,
        optional: true,
      },
      {
        type: "text",
        id: "unit",
        label: goals.formMeasure,
        hint: goals.formMeasureHint,
        value: values.unit,
        optional: true,
      },
      {
        type: "text",
        id: "baseline",
        label: goals.formBaseline,
        value: values.baseline,
        optional: true,
      },
      { type: "text", id: "target", label: goals.formTarget, value: values.target, optional: true },
      ...servesInputs(values, setting, texts),
    ],
  };
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

function servesInputs(
  { serves }: Values,
  { place, goal }: Setting,
  { goals }: Texts,
): readonly Input[] {
  const choices = servesChoices(place, goal);
  if (choices.length === 0) return [];
  return [
    {
      type: "choice",
      id: "serves",
      label: goals.serves,
      value: choices.some(({ value }) => value === serves) ? serves : NO_SCHOOL_GOAL,
      options: [
        { label: goals.formNone, value: NO_SCHOOL_GOAL },
        ...choices.map(({ words, value }) => ({ label: words, value })),
      ],
      optional: true,
    },
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
export function problemText(problem: DraftProblem, { goals, dates, locale }: Texts): string {
  switch (problem.kind) {
    case "empty":
      return goals.empty;
    case "too_long":
      return goals.tooLong(problem.length, problem.max);
    case "unread":
      return goals.unreadOptional(shorten(problem.words, WORDS_LIMIT));
    case "impossible":
      return goals.impossible(shorten(problem.words, WORDS_LIMIT));
    case "several":
      return goals.several(new Intl.ListFormat(locale).format(problem.dates.map(dates.full)));
    case "past":
      return goals.past(dates.full(problem.date));
    case "before_start":
      return goals.beforeStart(dates.full(problem.date), dates.full(problem.start));
  }
}
