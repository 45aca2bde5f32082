/** What is shown of one goal: after it was logged, on its own, and once it is gone. */

import {
  actions,
  facts,
  muted,
  quotes,
  text,
  type Block,
  type Button,
  type Card,
  type Fact,
} from "../../card.ts";
import { RUN_COMMAND } from "../../commands.ts";
import type { LocalDate } from "../../time/calendar.ts";
import type { Context } from "../../feature.ts";
import { canClaim, canUndo, isOpen, type Goal } from "../../goal/goal.ts";
import { TITLE_LIMIT } from "../../goal/goal-draft.ts";
import { atStart, shorten } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";

/** Longer titles are shortened where they stand beside something, and written out below. */
const TITLE_BESIDE = 120;

/** Said after a button's id: the press came from a private card, which may be replaced. */
export const FROM_CARD = "card";

/** A goal with the names it mentions. */
export interface ShownGoal {
  readonly goal: Goal;
  readonly owner: string;
  readonly school: string;
  /** Name of who changed it last; "" when nobody did. */
  readonly editor: string;
  /** What its due date was read from, right after it was typed. */
  readonly words?: string;
}

/** Looks up the names that a goal's card mentions. */
export async function shownGoal(
  { stores }: Pick<Context, "stores">,
  goal: Goal,
  words?: string,
): Promise<ShownGoal> {
  const partnership = await stores.partnerships.find(goal.partnershipId);
  const [school, owner, editor] = await Promise.all([
    partnership && stores.schools.find(partnership.schoolId),
    stores.people.find(goal.ownerId),
    goal.lastEdit && stores.people.find(goal.lastEdit.byId),
  ]);
  return {
    goal,
    owner: owner?.name ?? goal.ownerId,
    school: school?.name ?? "",
    editor: editor?.name ?? "",
    ...(words ? { words } : {}),
  };
}

/** The private confirmation: what was saved, how the date was read, and how to take it back. */
export function savedCard(saved: string, shown: ShownGoal, viewerId: string, texts: Texts): Card {
  const { goal } = shown;
  const { goals } = texts;
  // Beside "is changed", Undo would be read as taking back the change.
  const takeBack = goal.lastEdit ? goals.remove : goals.undo;
  return {
    title: texts.labelled(saved, shorten(goal.title, TITLE_BESIDE)),
    body: [
      ...wholeTitle(goal),
      facts(...goalFacts(shown, texts)),
      actions(
        button(goals.edit, "goal.edit", goal, FROM_CARD),
        ...undoButtons(takeBack, goal, viewerId),
        button(goals.addAction, "item.add", goal),
      ),
      muted(goals.seenBy),
    ],
  };
}

/** One goal with everything that can be done with it now. */
export function goalCard(shown: ShownGoal, viewerId: string, texts: Texts): Card {
  const { goal, editor } = shown;
  const { goals } = texts;
  return {
    title: texts.labelled(goal.id, shorten(goal.title, TITLE_BESIDE)),
    body: [
      ...wholeTitle(goal),
      facts(...goalFacts(shown, texts)),
      ...(goal.lastEdit
        ? [muted(goals.changedBy(editor, texts.dates.moment(goal.lastEdit.at)))]
        : []),
      ...(isOpen(goal)
        ? [
            actions(
              ...doneButtons(goal, viewerId, texts),
              button(goals.edit, "goal.edit", goal, FROM_CARD),
              button(goals.addAction, "item.add", goal),
              ...undoButtons(goals.remove, goal, viewerId),
            ),
          ]
        : []),
    ],
  };
}

/** Says that it is done; once somebody did, whoever else looks at it is asked. */
function doneButtons(
  goal: Goal,
  viewerId: string,
  { goals, reflection }: Texts,
): readonly Button[] {
  const isAsked = goal.status === "awaiting_confirmation" && goal.claim?.byId !== viewerId;
  if (!canClaim(goal) && !isAsked) return [];
  const label = isAsked ? reflection.answer : goals.done;
  return [{ ...button(label, "goal.done", goal), style: "primary" }];
}

/** For who logged it, while it can be taken back. */
const undoButtons = (label: string, goal: Goal, viewerId: string): readonly Button[] =>
  canUndo(goal) && goal.ownerId === viewerId ? [button(label, "goal.undo", goal)] : [];

function goalFacts({ goal, owner, school, words }: ShownGoal, texts: Texts): readonly Fact[] {
  const { goals, common, dates, locale } = texts;
  const { due, measure } = goal;
  const date = atStart(due ? dates.full(due) : common.noDate, locale);
  return [
    { label: goals.due, value: due && words ? goals.dueRead(date, words) : date },
    { label: goals.horizon, value: goals.horizons[goal.horizon] },
    { label: goals.owner, value: owner },
    { label: goals.school, value: school },
    { label: goals.status, value: atStart(goals.statuses[goal.status], locale) },
    { label: goals.why, value: goal.why },
    {
      label: goals.measure,
      value: measure
        ? goals.measured(measure.unit, measure.baseline, measure.current, measure.target)
        : "",
    },
    { label: goals.serves, value: goal.servesSchoolGoal ?? "" },
  ].filter(({ value }) => value !== "");
}

const wholeTitle = ({ title }: Goal): readonly Block[] =>
  shorten(title, TITLE_BESIDE) === title ? [] : [text(title)];

/** After Undo, and for every later press of it. */
export function undoneCard(goal: Goal, texts: Texts): Card {
  return {
    title: texts.goals.undone(goal.id),
    body: [text(texts.goals.undoneBody(goal.title)), actions(againButton(goal, texts.goals))],
  };
}

/** To a partner who comes too late to change it. */
export function goneCard(goal: Goal, texts: Texts): Card {
  return {
    title: texts.goals.gone(goal.id),
    body: [text(texts.goals.goneBody(goal.title)), actions(againButton(goal, texts.goals))],
  };
}

const againButton = (goal: Goal, goals: Texts["goals"]): Button =>
  button(goals.again, "goal.again", goal);

/** Something finished stays as the two of them finished it. */
export function closedCard(goal: Goal, { goals }: Texts): Card {
  return {
    title: goals.editTooLate(goal.id, goals.statuses[goal.status]),
    body: [
      text(goal.title),
      muted(goals.editTooLateBody),
      actions(button(goals.open, "goal.show", goal), againButton(goal, goals)),
    ],
  };
}

/** Gives back a text that is too long even for the form. */
export const tooLongCard = (typed: string, length: number, { goals }: Texts): Card => ({
  title: goals.longTitle(length),
  body: [text(goals.longBody(TITLE_LIMIT)), ...quotes(typed), actions(newButton(goals.logOne))],
});

/**
 * Asks back when one word may be a command or a title. `origin` names what was typed, so that logging
 * it twice makes one goal.
 */
export function unclearCard(typed: string, meant: string, origin: string, { goals }: Texts): Card {
  return {
    title: goals.unclear(shorten(typed, TITLE_BESIDE)),
    body: [
      text(goals.unclearBody),
      actions(
        { label: `/${meant}`, action: RUN_COMMAND, value: meant, style: "primary" },
        { label: goals.logAs, action: "goal.log_as", value: `${origin}|${typed}` },
      ),
    ],
  };
}

/** Everything one can do with goals. */
export function goalHelpCard({ goals }: Texts): Card {
  return {
    title: goals.helpTitle,
    body: [
      ...goals.helpLines.map(text),
      actions(newButton(goals.logOne), {
        label: goals.showAll,
        action: "goal.browse",
        value: "open",
      }),
    ],
  };
}

export const newButton = (label: string): Button => ({
  label,
  action: "goal.new",
  value: "",
  style: "primary",
});

/** A button about one goal, named after it. */
export const button = (label: string, action: string, goal: Goal, from = ""): Button => ({
  label,
  action,
  value: from ? `${goal.id}|${from}` : goal.id,
  about: `${goal.id} ${goal.title}`,
});

/** A line of a list: number, due date and state. */
export function goalLine(goal: Goal, today: LocalDate, { goals, common, dates }: Texts): string {
  const state = goals.statuses[goal.status];
  if (goal.status === "done" && goal.doneOn)
    return `${goal.id} · ${goals.doneOn(dates.day(goal.doneOn, today))}`;
  if (!goal.due) return `${goal.id} · ${common.noDate} · ${state}`;
  const date = dates.day(goal.due, today);
  if (!isOpen(goal) || goal.due >= today) return `${goal.id} · ${goals.dueShort(date)} · ${state}`;
  // "On track" would contradict a date that has passed.
  const late = `${goal.id} · ${goals.wasDue(date)}`;
  return goal.status === "on_track" ? late : `${late} · ${state}`;
}
