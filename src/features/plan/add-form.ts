/** The form of a new action item: what it offers, how it reads along, what was filled in. */

import { goalFor, partnershipsMeant } from "../../access.ts";
import type { Answers, Form, Option } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { OPEN_GOAL, isOpen, type Goal } from "../../goal/goal.ts";
import { readDue } from "../../goal/goal-draft.ts";
import { shorten } from "../../plain-text.ts";
import { DIRECTIONS, usualDirection, type Direction } from "../../plan/action-item.ts";
import { dueInputs, duePlace, meantIn, type DuePlace } from "./due-advice.ts";
import {
  membersOf,
  otherSide,
  partnersOf,
  sideOf,
  type Partnership,
} from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import { workWeekOf } from "../../team/work-week.ts";
import { localDate } from "../../time/calendar.ts";
import { lengthNotes, MENDED_IN_FORM } from "../too-long.ts";
import { one, dayAhead, pick, optional } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { STEP, WHEN_AND_WHERE } from "./item-fields.ts";

export type Adding = Context<EventOf<"action" | "command" | "form" | "change">>;

/** As many as a choice can hold on any platform; the nearest due ones. */
const MOST_GOALS = 100;
const TITLE_BESIDE = 60;

/** What the form offers: goals that are open, and the people who can own a step of them. */
export interface Offer {
  readonly goals: readonly Goal[];
  readonly partnerships: readonly Partnership[];
  readonly people: readonly Person[];
}

export const ITEM = {
  goal: pick,
  title: STEP,
  owner: pick,
  direction: one(...DIRECTIONS),
  plan: WHEN_AND_WHERE,
  due: optional(dayAhead),
};

/** The answers, as they were typed. */
export type Filled = Readonly<Record<keyof typeof ITEM, string>> & {
  /** The day that is meant where the calendar speaks against the one typed. */
  readonly meant: string;
};

/** Undefined for somebody who is in no partnership. */
export async function offerFor(context: Adding, goalId: string): Promise<Offer | undefined> {
  const { stores, person } = context;
  const chosen = goalId ? await goalFor(context, goalId) : undefined;
  const meant = chosen ? [chosen] : await partnershipsMeant(context);
  const partnerships = meant.map(({ partnership }) => partnership);
  if (partnerships.length === 0) return undefined;
  const [open, people] = await Promise.all([
    stores.goals.list({
      partnershipIds: partnerships.map(({ id }) => id),
      statuses: OPEN_GOAL,
      page: { skip: 0, limit: MOST_GOALS },
    }),
    stores.people.findAll([...new Set(partnerships.flatMap(partnersOf))]),
  ]);
  const mine = open.rows.filter(
    ({ status, ownerId }) => status !== "draft" || ownerId === person.id,
  );
  const goal = chosen && isOpen(chosen.goal) ? chosen.goal : undefined;
  const goals = goal ? [goal, ...mine.filter(({ id }) => id !== goal.id)] : mine;
  return {
    goals: goals.slice(0, MOST_GOALS),
    partnerships,
    people: people.filter(({ active }) => active),
  };
}

/** What dates are read against: the goal's school, the person's language, the owner's working week. */
export async function readingPlace(
  context: Adding,
  goal: Goal | undefined,
  ownerId = context.person.id,
): Promise<DuePlace> {
  const { stores, texts, now, person } = context;
  const partnership = goal && (await stores.partnerships.find(goal.partnershipId));
  const owner = await stores.people.find(ownerId);
  if (partnership) return await duePlace(context, partnership.schoolId, owner, "step");
  const { timezone } = person;
  const week = workWeekOf(owner ?? person, null);
  return { today: localDate(now, timezone), timezone, locale: texts.locale, week, of: "step" };
}

/** What the form itself filled in, so that a person's own choice is told from it. */
export interface Suggested {
  /** The goal that was pressed, if one was. */
  readonly asked: string;
  /** Whose step the plan lacks there; "" where none was named. */
  readonly gap: string;
  readonly ownerId: string;
  readonly direction: string;
}

export function suggestedIn(context: string): Suggested {
  const [asked = "", direction = "", gap = "", ownerId = ""] = context.split("|");
  return { asked, direction, gap, ownerId };
}

/** The form remembers what it suggested. */
export async function addForm(
  context: Adding,
  { goals, partnerships, people }: Offer,
  filled: Filled,
  { asked, gap, ownerId }: Omit<Suggested, "direction">,
): Promise<Form> {
  const { texts } = context;
  const { plan } = texts;
  const goal = goals.find(({ id }) => id === filled.goal);
  const suggested = suggestion(goal, partnerships, filled.owner);
  const place = await readingPlace(context, goal, filled.owner);
  return formOf(texts, ITEM, {
    form: "item",
    title: plan.formAdd,
    context: [asked, suggested, gap, ownerId].join("|"),
    before: lengthNotes(filled.title, STEP.max, texts),
    ask: {
      goal: {
        label: plan.formGoal,
        options: goals.map(({ id, title }) => option(id, `${id} ${title}`)),
        live: true,
      },
      title: { label: plan.formTitle, hint: plan.formTitleHint(STEP.max), room: MENDED_IN_FORM },
      owner: {
        label: plan.formOwner,
        options: people.map(({ id, name }) => option(id, name)),
        live: true,
      },
      direction: { label: plan.direction, options: plan.directions },
      plan: { label: plan.formPlan, hint: plan.formPlanHint },
      due: { label: plan.formDue, hint: plan.formDueHint, live: true },
    },
    values: { ...filled, direction: filled.direction || suggested },
    after: dueInputs(readDue(filled.due, place), place, filled.meant, texts),
  });
}

/**
 * Who a new step is for: where the plan lacks the partner's support, or the goal's own step, somebody of
 * that side, the person themself if they stand there; else the person.
 */
export function ownerFor(
  personId: string,
  goal: Pick<Goal, "partnershipId" | "department" | "ownerId">,
  { partnerships, people }: Offer,
  gap: string,
): string {
  const partnership = partnerships.find(({ id }) => id === goal.partnershipId);
  if (!partnership || (gap !== "support" && gap !== "own")) return personId;
  const side = gap === "own" ? goal.department : otherSide(goal.department);
  const theirs = membersOf(partnership, side).filter((id) =>
    people.some((person) => person.id === id),
  );
  const [first] = theirs;
  return (
    theirs.find((id) => id === personId) ??
    theirs.find((id) => id === goal.ownerId) ??
    first ??
    personId
  );
}

const option = (value: string, label: string): Option => ({
  label: shorten(label, TITLE_BESIDE),
  value,
});

/** The direction that the owner's side and the goal's department speak for. */
export function suggestion(
  goal: Goal | undefined,
  partnerships: readonly Partnership[],
  ownerId: string,
): Direction {
  const partnership = partnerships.find(({ id }) => id === goal?.partnershipId);
  const ownerSide = partnership && sideOf(partnership, ownerId);
  return goal && ownerSide ? usualDirection(ownerSide, goal.department) : "own_work";
}

export const readFilled = (answers: Answers): Filled => ({
  ...typedIn(ITEM, answers),
  meant: meantIn(answers),
});
