/** Logging a goal: at once from a sentence, or by the form. */

import { notFound, notPartner } from "../../access.ts";
import { actions, muted, text, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import {
  TITLE_LIMIT,
  WHY_LIMIT,
  goalProblems,
  guessHorizon,
  newGoal,
  readSentence,
  type GoalDraft,
  type ReadSentence,
} from "../../goal/goal-draft.ts";
import { dueOffers, dueWarning, duePlace } from "../plan/due-advice.ts";
import { isOpen, type Goal } from "../../goal/goal.ts";
import { lengthOf, manyLines } from "../../plain-text.ts";
import { parseLocalDate } from "../../time/calendar.ts";
import type { Outcome } from "../../ports.ts";
import { goalForm } from "./form.ts";
import { closedCard, savedCard, shownGoal, tooLongCard, undoneCard } from "./cards.ts";
import {
  NEW_GOAL,
  NO_VALUES,
  draftOf,
  goalOrGone,
  readingOf,
  settingOf,
  type Place,
  type Setting,
  type Values,
} from "./setting.ts";

/** The empty form, or one with `values` in it. */
export async function openForm(
  context: Context,
  values: Values = NO_VALUES,
  notes: readonly string[] = [],
): Promise<Outcome> {
  const setting = await settingOf(context, values.school, undefined);
  if (setting.places.length === 0) return notPartner(context);
  const state = {
    ...NEW_GOAL,
    guess: values.horizon,
    partnershipId: setting.place?.partnership.id ?? "",
  };
  return { type: "ask", form: goalForm(state, values, setting, context, notes) };
}

/**
 * Saves a typed sentence as a goal, once for each `origin`. What cannot be saved as it stands is never
 * lost and never guessed at: it is asked for in the form, with the text in it.
 */
export async function logSentence(
  context: Context<EventOf<"command">> | Context<EventOf<"action">>,
  sentence: string,
  origin: string,
): Promise<Outcome> {
  const setting = await settingOf(context, "", undefined);
  if (setting.places.length === 0) return notPartner(context);
  const read = readSentence(sentence, readingOf(context, setting.bounds.calendar));
  if (lengthOf(read.rest) > WHY_LIMIT) return giveBack(context, sentence, read);
  const values = valuesRead(context, read, setting);
  const draft = { ...draftOf(values, setting, context), due: read.due };
  const problems = goalProblems(draft, setting.bounds);
  if (!setting.place || read.rest !== "" || Object.keys(problems).length > 0)
    return await openForm(context, values, notesOn(context, read, problems));
  return await save(context, draft, setting, setting.place, origin);
}

/** Opens the form with the text of a message as the goal; empty for a shortcut without one. */
export const logMessage = async (context: Context<EventOf<"shortcut">>): Promise<Outcome> =>
  await openWith(context, context.event.text);

/** The form with a text as the goal. */
export async function openWith(context: Context, text: string): Promise<Outcome> {
  const setting = await settingOf(context, "", undefined);
  const read = readSentence(text, readingOf(context, setting.bounds.calendar));
  return lengthOf(read.rest) > WHY_LIMIT
    ? giveBack(context, text, read)
    : await openForm(context, valuesRead(context, read, setting), notesOn(context, read, {}));
}

/** Too long even for the form: the person gets their text back to copy from. */
const giveBack = ({ texts }: Context, typed: string, { length }: ReadSentence): Outcome => ({
  type: "reply",
  card: tooLongCard(manyLines(typed), length, texts),
});

function valuesRead(
  { texts }: Pick<Context, "texts">,
  { title, rest, due }: ReadSentence,
  { bounds }: Setting,
): Values {
  return {
    ...NO_VALUES,
    title,
    why: rest,
    due: wordsOf(due, texts),
    horizon: guessHorizon(due, bounds.today),
  };
}

/** The words of a due date, for its field; several are written out until one is chosen. */
function wordsOf(due: ReadSentence["due"], { dates }: Context["texts"]): string {
  switch (due.kind) {
    case "none":
      return "";
    case "read":
    case "unread":
    case "impossible":
      return due.words;
    case "several":
      return due.dates.map(dates.full).join(" / ");
  }
}

function notesOn(
  { texts }: Pick<Context, "texts">,
  read: ReadSentence,
  problems: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (read.rest !== "") return [texts.goals.cutNote(read.length, TITLE_LIMIT)];
  return Object.keys(problems).length > 0 ? [texts.goals.mendNote] : [];
}

/** Stores a draft without problems and confirms it; a repeated `origin` makes no second goal. */
export async function save(
  context: Context,
  draft: GoalDraft,
  { bounds }: Setting,
  place: Place,
  origin: string,
): Promise<Outcome> {
  const { stores, person, texts, now } = context;
  const { partnership, side } = place;
  const goal = await stores.goals.create(
    newGoal(draft, {
      partnershipId: partnership.id,
      ownerId: person.id,
      side,
      origin,
      today: bounds.today,
      now,
    }),
  );
  if (goal.deleted) return { type: "reply", card: undoneCard(goal, texts) };
  const words = draft.due.kind === "read" ? draft.due.words : "";
  const shown = await shownGoal(context, goal, words);
  const card = savedCard(texts.goals.logged(goal.id), shown, person.id, texts);
  return { type: "reply", card: await withOtherDays(context, card, goal, place.school.id) };
}

/** The card with what the calendar has against the due date, and the days that may be meant instead. */
export async function withOtherDays(
  context: Context,
  card: Card,
  goal: Goal,
  schoolId: string,
): Promise<Card> {
  const { person, texts } = context;
  if (!goal.due) return card;
  const place = await duePlace(context, schoolId, person, "goal");
  const warning = dueWarning(goal.due, place, texts);
  if (!warning) return card;
  const offers = dueOffers(goal.due, place, texts).map(({ label, value }) => ({
    label,
    action: "goal.due",
    value: `${goal.id}|${value}`,
    about: `${goal.id} ${goal.title}`,
  }));
  return {
    ...card,
    body: [text(warning), muted(texts.goals.dueOtherDay), actions(...offers), ...card.body],
  };
}

/** The day that somebody picked for their goal; the one that they had typed stays when they keep it. */
export async function pickDue(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, person, texts, now, event } = context;
  const [id = "", day = ""] = event.value.split("|");
  const stored = await goalOrGone(context, id);
  const due = parseLocalDate(day);
  if (stored?.ownerId !== person.id || !due) return notFound(context, id);
  if (stored.deleted) return { type: "reply", card: undoneCard(stored, texts) };
  const goal = await stores.goals.update(stored.id, (current) =>
    isOpen(current) && current.due !== due
      ? { ...current, due, lastEdit: { byId: person.id, at: now } }
      : current,
  );
  if (!goal) return notFound(context, id);
  if (!isOpen(goal)) return { type: "reply", card: closedCard(goal, texts) };
  const shown = await shownGoal(context, goal);
  return {
    type: "replace",
    card: savedCard(texts.goals.logged(goal.id), shown, person.id, texts),
  };
}
