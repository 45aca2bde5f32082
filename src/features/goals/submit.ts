/** What happens when the form of a goal is sent, or changes while it is open. */

import { notFound, notPartner } from "../../access.ts";
import type { Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isOpen, type Goal } from "../../goal/goal.ts";
import {
  editGoal,
  goalProblems,
  guessHorizon,
  type DraftField,
  type GoalDraft,
} from "../../goal/goal-draft.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { FROM_CARD, closedCard, savedCard, shownGoal } from "./cards.ts";
import { goalForm, problemText } from "./form.ts";
import { save, withOtherDays } from "./log.ts";
import { tellOfEdit } from "./edited.ts";
import {
  NEW_GOAL,
  draftOf,
  editionOf,
  goalOrGone,
  settingOf,
  stateOf,
  valuesFrom,
  valuesOf,
  type FormState,
  type Setting,
  type Values,
} from "./setting.ts";

type Submitted = Context<EventOf<"form">>;

/** The form with its due date read again; the horizon follows it until somebody chose one. */
export async function redraw(context: Context<EventOf<"change">>): Promise<Form> {
  const state = stateOf(context.event.context);
  const typed = valuesFrom(context.event.answers);
  const goal = state.goalId ? await goalOrGone(context, state.goalId) : undefined;
  const setting = await settingOf(context, state.partnershipId || typed.school, goal);
  const { due } = draftOf(typed, setting, context);
  const guess = guessHorizon(due, setting.bounds.start);
  const isChosen = typed.horizon !== state.guess;
  const values = isChosen ? typed : { ...typed, horizon: guess };
  return goalForm({ ...state, guess: isChosen ? state.guess : guess }, values, setting, context);
}

/** Saves what was filled in, as a new goal or over the one it was opened from. */
export async function submit(context: Submitted): Promise<Outcome> {
  const state = stateOf(context.event.context);
  const values = valuesFrom(context.event.answers);
  return state.goalId
    ? await submitEdit(context, state, values)
    : await submitNew(context, state, values);
}

async function submitNew(context: Submitted, state: FormState, values: Values): Promise<Outcome> {
  const setting = await settingOf(context, state.partnershipId || values.school, undefined);
  if (setting.places.length === 0) return notPartner(context);
  const draft = draftOf(values, setting, context);
  const problems = problemsIn(draft, setting, context.texts);
  const { place } = setting;
  if (!place)
    return {
      type: "invalid",
      problems: { school: context.texts.common.chooseSchool, ...problems },
    };
  if (Object.keys(problems).length > 0) return { type: "invalid", problems };
  return await save(context, draft, setting, place, context.event.instance);
}

async function submitEdit(context: Submitted, state: FormState, values: Values): Promise<Outcome> {
  const { stores, person, now, texts } = context;
  const stored = await goalOrGone(context, state.goalId);
  if (!stored) return notFound(context, state.goalId);
  if (stored.deleted) return await askAsNew(context, stored, values);

  const setting = await settingOf(context, "", stored);
  const draft = draftOf(values, setting, context);
  const problems = problemsIn(draft, setting, texts);
  if (Object.keys(problems).length > 0) return { type: "invalid", problems };

  const goal = await stores.goals.update(stored.id, (current) =>
    isOpen(current) && editionOf(current) === state.edition
      ? editGoal(current, draft, person.id, now)
      : current,
  );
  if (!goal || goal.deleted) return await askAsNew(context, stored, values);
  if (editGoal(goal, draft, person.id, now) !== goal)
    return isOpen(goal)
      ? await askAgain(context, state, goal, values)
      : { type: "reply", card: closedCard(goal, texts) };
  await tellOfEdit(context, stored, goal);
  const words = draft.due.kind === "read" ? draft.due.words : "";
  const shown = await shownGoal(context, goal, isTyped(words, goal, texts) ? words : "");
  const card = savedCard(texts.goals.changed(goal.id), shown, person.id, texts);
  const schoolId = setting.place?.school.id;
  const whole = schoolId ? await withOtherDays(context, card, goal, schoolId) : card;
  return { type: state.from === FROM_CARD ? "replace" : "reply", card: whole };
}

/** Whether the words of a due date are the person's own, and not the ones I had put there. */
const isTyped = (words: string, { due }: Goal, { dates }: Texts): boolean =>
  due !== null && words !== dates.full(due);

function problemsIn(
  draft: GoalDraft,
  { bounds }: Setting,
  texts: Texts,
): Readonly<Partial<Record<DraftField, string>>> {
  return Object.fromEntries(
    Object.entries(goalProblems(draft, bounds)).map(([field, problem]) => [
      field,
      problemText(problem, texts),
    ]),
  );
}

/** The goal is gone: what was typed is offered as a new one. */
async function askAsNew(context: Submitted, gone: Goal, values: Values): Promise<Outcome> {
  const setting = await settingOf(context, gone.partnershipId, undefined);
  const state = { ...NEW_GOAL, guess: values.horizon, partnershipId: gone.partnershipId };
  const notes = [context.texts.goals.goneNote(gone.id)];
  return { type: "ask", form: goalForm(state, values, setting, context, notes) };
}

/** Somebody else changed it meanwhile: both texts are shown before one replaces the other. */
async function askAgain(
  context: Submitted,
  state: FormState,
  goal: Goal,
  values: Values,
): Promise<Outcome> {
  const { goals, common, dates } = context.texts;
  const [setting, shown] = await Promise.all([
    settingOf(context, "", goal),
    shownGoal(context, goal),
  ]);
  const theirs = valuesOf(goal, setting.place, context.texts);
  const due = goal.due ? goals.dueShort(dates.full(goal.due)) : common.noDate;
  const form = goalForm({ ...state, edition: editionOf(goal) }, values, setting, context, [
    goals.clashNote(shown.editor || shown.owner, goal.id),
    goals.theirText(shorten(theirs.title, 120), due),
  ]);
  return { type: "ask", form };
}
