/** A new action item: its form, which reads along, and what becomes of it. */

import { goalFor, notPartner, partnershipsMeant } from "../../access.ts";
import {
  DIRECTIONS,
  usualDirection,
  type ActionItem,
  type Direction,
} from "../../plan/action-item.ts";
import { actions, answer, text, type Answers, type Form, type Option } from "../../card.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { OPEN_GOAL, isOpen, type Goal } from "../../goal/goal.ts";
import { TITLE_LIMIT, readDue, readSentence } from "../../goal/goal-draft.ts";
import { partnersOf, sideOf, type Partnership } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import { isBlank, lengthOf, oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { PLAN_LIMIT } from "./ask.ts";
import { dueSentence } from "../../goal/due-words.ts";
import { workWeekOf } from "../../team/work-week.ts";
import {
  dueInputs,
  duePlace,
  dueWarning,
  meantIn,
  settledDue,
  type DuePlace,
} from "../../plan/due-advice.ts";
import { itemCard } from "./item-card.ts";

type Adding = Context<EventOf<"action" | "command" | "form" | "change">>;

/** As many as a choice can hold on any platform; the nearest due ones. */
const MOST_GOALS = 100;
const TITLE_BESIDE = 60;

/** What the form offers: goals that are open, and the people who can own a step of them. */
interface Offer {
  readonly goals: readonly Goal[];
  readonly partnerships: readonly Partnership[];
  readonly people: readonly Person[];
}

interface Filled {
  readonly goalId: string;
  readonly title: string;
  readonly ownerId: string;
  readonly direction: string;
  readonly plan: string;
  readonly due: string;
  /** The day that is meant where the calendar speaks against the one typed. */
  readonly meant: string;
}

/** Opens the form; `goalId` "" leaves the goal open, `sentence` may hold a title and a date. */
export async function add(
  context: Context<EventOf<"action" | "command">>,
  goalId: string,
  sentence = "",
): Promise<Outcome> {
  const { person, texts } = context;
  const offer = await offerFor(context, goalId);
  if (!offer) return notPartner(context);
  const [first] = offer.goals;
  if (!first)
    return {
      type: "reply",
      card: {
        title: texts.plan.noGoals,
        body: [
          text(texts.plan.noGoalsBody),
          actions({ label: texts.plan.logGoal, action: "goal.new", value: "", style: "primary" }),
        ],
      },
    };
  const chosen = offer.goals.find(({ id }) => id === goalId) ?? first;
  const { title, due } = readSentence(sentence, await readingPlace(context, chosen));
  const filled = {
    goalId: chosen.id,
    title,
    ownerId: person.id,
    direction: "",
    plan: "",
    due: due.kind === "read" ? due.words : "",
    meant: "",
  };
  return { type: "ask", form: await addForm(context, offer, filled, goalId) };
}

/** Undefined for somebody who is in no partnership. */
async function offerFor(context: Adding, goalId: string): Promise<Offer | undefined> {
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
async function readingPlace(
  context: Adding,
  goal: Goal | undefined,
  ownerId = context.person.id,
): Promise<DuePlace> {
  const { stores, texts, now, person } = context;
  const partnership = goal && (await stores.partnerships.find(goal.partnershipId));
  const owner = await stores.people.find(ownerId);
  if (partnership) return await duePlace(context, partnership.schoolId, owner);
  const { timezone } = person;
  const week = workWeekOf(owner ?? person, null);
  return { today: localDate(now, timezone), timezone, locale: texts.locale, week };
}

/** `asked` is the goal that was pressed, if one was; the context remembers the suggested direction. */
async function addForm(
  context: Adding,
  { goals, partnerships, people }: Offer,
  filled: Filled,
  asked: string,
): Promise<Form> {
  const { texts } = context;
  const { plan, common } = texts;
  const goal = goals.find(({ id }) => id === filled.goalId);
  const suggested = suggestion(goal, partnerships, filled.ownerId);
  const place = await readingPlace(context, goal, filled.ownerId);
  return {
    form: "item",
    title: plan.formAdd,
    submit: common.save,
    cancel: common.cancel,
    context: `${asked}|${suggested}`,
    inputs: [
      {
        type: "choice",
        id: "goal",
        label: plan.formGoal,
        value: filled.goalId,
        options: goals.map(({ id, title }) => option(id, `${id} ${title}`)),
        live: true,
      },
      {
        type: "text",
        id: "title",
        label: plan.formTitle,
        hint: plan.formTitleHint(TITLE_LIMIT),
        value: filled.title,
        maxLength: TITLE_LIMIT,
      },
      {
        type: "choice",
        id: "owner",
        label: plan.formOwner,
        value: filled.ownerId,
        options: people.map(({ id, name }) => option(id, name)),
        live: true,
      },
      {
        type: "choice",
        id: "direction",
        label: plan.direction,
        value: filled.direction || suggested,
        options: DIRECTIONS.map((value) => ({ label: plan.directions[value], value })),
        open: true,
      },
      {
        type: "text",
        id: "plan",
        label: plan.formPlan,
        hint: plan.formPlanHint,
        value: filled.plan,
        optional: true,
        maxLength: PLAN_LIMIT,
      },
      {
        type: "text",
        id: "due",
        label: plan.formDue,
        hint: plan.formDueHint,
        value: filled.due,
        optional: true,
        live: true,
      },
      ...dueInputs(readDue(filled.due, place), place, filled.meant, texts),
    ],
  };
}

const option = (value: string, label: string): Option => ({
  label: shorten(label, TITLE_BESIDE),
  value,
});

function suggestion(
  goal: Goal | undefined,
  partnerships: readonly Partnership[],
  ownerId: string,
): Direction {
  const partnership = partnerships.find(({ id }) => id === goal?.partnershipId);
  const ownerSide = partnership && sideOf(partnership, ownerId);
  return goal && ownerSide ? usualDirection(ownerSide, goal.department) : "own_work";
}

function readFilled(answers: Answers): Filled {
  return {
    goalId: answer(answers, "goal"),
    title: answer(answers, "title"),
    ownerId: answer(answers, "owner"),
    direction: answer(answers, "direction"),
    plan: answer(answers, "plan"),
    due: answer(answers, "due"),
    meant: meantIn(answers),
  };
}

export const addFeature: FormFeature = {
  /** A direction that was only suggested follows the owner and the goal; a chosen one stays. */
  async change(context) {
    const [asked = "", suggested = ""] = context.event.context.split("|");
    const offer = await offerFor(context, asked);
    if (!offer) return undefined;
    const filled = readFilled(context.event.answers);
    const direction = filled.direction === suggested ? "" : filled.direction;
    return await addForm(context, offer, { ...filled, direction }, asked);
  },
  submit,
};

/** Stores it once, however often the form arrives. Nobody is written to: home and digest tell (N-2). */
async function submit(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, now } = context;
  const { plan } = texts;
  const filled = readFilled(event.answers);
  const found = filled.goalId ? await goalFor(context, filled.goalId) : undefined;
  const place = await readingPlace(context, found?.goal, filled.ownerId);
  const title = oneLine(filled.title);
  const when = oneLine(filled.plan);
  const due = readDue(filled.due, place);
  const owner = found && partnersOf(found.partnership).find((id) => id === filled.ownerId);
  const problem = dueSentence(due, { today: place.today, start: place.today }, texts);
  const problems = {
    ...(found && isOpen(found.goal) ? {} : { goal: plan.chooseGoal }),
    ...(isBlank(title) ? { title: plan.writeTitle } : {}),
    ...(lengthOf(title) > TITLE_LIMIT ? { title: plan.tooLong(lengthOf(title), TITLE_LIMIT) } : {}),
    ...((owner ?? !found) ? {} : { owner: plan.chooseOwner }),
    ...(lengthOf(when) > PLAN_LIMIT ? { plan: plan.tooLong(lengthOf(when), PLAN_LIMIT) } : {}),
    ...(problem ? { due: problem } : {}),
  };
  if (Object.keys(problems).length > 0 || !found || !owner) return { type: "invalid", problems };
  const settled =
    due.kind === "read" ? settledDue(due.date, event.answers, place, texts) : { date: null };
  const [asked = ""] = event.context.split("|");
  if (settled === "ask") {
    const offer = await offerFor(context, asked);
    if (offer) return { type: "ask", form: await addForm(context, offer, filled, asked) };
  }
  const typed = due.kind === "read" ? due.date : null;
  const date = settled === "ask" ? typed : settled.date;
  const { goal, partnership, side } = found;
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  const item = await stores.items.create(
    newItem({
      partnershipId: partnership.id,
      goalId: goal.id,
      direction:
        DIRECTIONS.find((each) => each === filled.direction) ??
        suggestion(goal, [partnership], owner),
      ownerId: owner,
      title,
      plan: when,
      due: date,
      origin: event.instance,
      createdAt: now,
    }),
  );
  const shown = { item, goal, partnership, side, school, today: place.today };
  const warning = item.due ? dueWarning(item.due, place, texts) : "";
  const sentence = [plan.added(item.id), warning].filter(Boolean).join(" ");
  const card = await itemCard(context, shown, sentence);
  return { type: "reply", card: { ...card, body: [...card.body, planLink(context)] } };
}

const planLink = ({ texts }: Adding) =>
  actions({ label: texts.plan.showPlan, action: "plan.show", value: "" });

type Born = Pick<
  ActionItem,
  "partnershipId" | "goalId" | "direction" | "ownerId" | "title" | "plan" | "origin" | "createdAt"
> & { readonly due: LocalDate | null };

const newItem = (born: Born): Omit<ActionItem, "id"> => ({
  ...born,
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  deleted: false,
});
