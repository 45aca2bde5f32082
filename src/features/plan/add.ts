/** A new action item: asked for, and what becomes of it. */

import { goalFor, notPartner } from "../../access.ts";
import { actions, text, type Card } from "../../card.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { isOpen } from "../../goal/goal.ts";
import { readSentence } from "../../goal/goal-draft.ts";
import { lengthOf, oneLine } from "../../plain-text.ts";
import { DIRECTIONS, newItem } from "../../plan/action-item.ts";
import { dueWarning, settledDue } from "./due-advice.ts";
import type { Outcome } from "../../ports.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import {
  type Adding,
  type Filled,
  type Suggested,
  addForm,
  offerFor,
  ownerFor,
  readFilled,
  readingPlace,
  suggestedIn,
  suggestion,
  ITEM,
} from "./add-form.ts";
import { tellOwner } from "./given.ts";
import { itemCard } from "./item-card.ts";
import { MENDED_IN_FORM, givenBackCard } from "../too-long.ts";
import { readForm } from "../../fields/read.ts";
import { STEP } from "./item-fields.ts";

/**
 * Opens the form. `asked` is `goal` or `goal|gap`: "" leaves the goal open, and a gap of the plan says
 * whose step is missing. `sentence` may hold a title and a date.
 */
export async function add(
  context: Context<EventOf<"action" | "command">>,
  asked: string,
  sentence = "",
): Promise<Outcome> {
  const { texts } = context;
  const [goalId = "", gap = ""] = asked.split("|");
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
  const { title, rest, due } = readSentence(sentence, await readingPlace(context, chosen));
  const whole = rest === "" ? title : oneLine(sentence);
  if (lengthOf(whole) > MENDED_IN_FORM)
    return { type: "reply", card: tooLongCard(sentence, chosen.id, texts) };
  const ownerId = ownerFor(context.person.id, chosen, offer, gap);
  const filled = {
    goal: chosen.id,
    title: whole,
    owner: ownerId,
    direction: "",
    plan: "",
    due: due.kind === "read" ? due.words : "",
    meant: "",
  };
  return {
    type: "ask",
    form: await addForm(context, offer, filled, { asked: goalId, gap, ownerId }),
  };
}

const tooLongCard = (typed: string, goalId: string, texts: Texts): Card =>
  givenBackCard(
    typed,
    STEP.max,
    { label: texts.plan.addAction, action: "item.add", value: goalId, style: "primary" },
    texts,
  );

/** A direction that was only suggested is none. */
const chosenIn = ({ direction }: Pick<Filled, "direction">, suggested: Suggested): string =>
  direction === suggested.direction ? "" : direction;

export const addFeature: FormFeature = {
  /** What was only suggested follows the goal and the owner; what was chosen stays. */
  async change(context) {
    const { event, person } = context;
    const suggested = suggestedIn(event.context);
    const offer = await offerFor(context, suggested.asked);
    if (!offer) return undefined;
    const typed = readFilled(event.answers);
    const goal = offer.goals.find(({ id }) => id === typed.goal);
    const ownerId = goal ? ownerFor(person.id, goal, offer, suggested.gap) : suggested.ownerId;
    const filled = {
      ...typed,
      direction: chosenIn(typed, suggested),
      owner: typed.owner === suggested.ownerId ? ownerId : typed.owner,
    };
    return await addForm(context, offer, filled, { ...suggested, ownerId });
  },
  submit,
};

/** Stores it once, however often the form arrives. Whose step it is hears of it when another gave it. */
async function submit(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, now } = context;
  const { plan } = texts;
  const filled = readFilled(event.answers);
  const found = filled.goal ? await goalFor(context, filled.goal) : undefined;
  const place = await readingPlace(context, found?.goal, filled.owner);
  const isThere = found !== undefined && isOpen(found.goal);
  const read = readForm(ITEM, context, {
    timezone: place.timezone,
    calendar: place.calendar,
    offered: {
      goal: isThere ? [found.goal.id] : [],
      owner: found ? partnersOf(found.partnership) : [filled.owner],
    },
    missing: { goal: plan.chooseGoal, title: plan.writeTitle, owner: plan.chooseOwner },
  });
  if (read.type === "invalid" || !found)
    return read.type === "invalid" ? read : notPartner(context);
  const { title, owner, plan: when, due } = read.values;
  const settled = due ? settledDue(due, event.answers, place, texts) : { date: null };
  const suggested = suggestedIn(event.context);
  if (settled === "ask") {
    const offer = await offerFor(context, suggested.asked);
    if (offer) return { type: "ask", form: await addForm(context, offer, filled, suggested) };
  }
  const date = settled === "ask" ? due : settled.date;
  const { goal, partnership, side } = found;
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  const item = await stores.items.create(
    newItem({
      partnershipId: partnership.id,
      goalId: goal.id,
      direction:
        DIRECTIONS.find((each) => each === chosenIn(filled, suggested)) ??
        suggestion(goal, [partnership], owner),
      ownerId: owner,
      title,
      plan: when,
      plannedById: context.person.id,
      due: date,
      origin: event.instance,
      createdAt: now,
    }),
  );
  const shown = { item, goal, partnership, side, school, today: place.today };
  const warning = item.due ? dueWarning(item.due, place, texts) : "";
  const told = await tellOwner(context, item);
  const sentence = [plan.added(item.id), told, warning].filter(Boolean).join(" ");
  const card = await itemCard(context, shown, sentence);
  return { type: "reply", card: { ...card, body: [...card.body, planLink(context)] } };
}

const planLink = ({ texts }: Adding) =>
  actions({ label: texts.plan.showPlan, action: "plan.show", value: "" });
