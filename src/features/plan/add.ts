/** A new action item: asked for, and what becomes of it. */

import { goalFor, notPartner } from "../../access.ts";
import { actions, text, type Card } from "../../card.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { isOpen } from "../../goal/goal.ts";
import { TITLE_LIMIT, readDue, readSentence } from "../../goal/goal-draft.ts";
import { dueSentence } from "../../cards/due-words.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import { DIRECTIONS, newItem } from "../../plan/action-item.ts";
import { dueWarning, settledDue } from "./due-advice.ts";
import type { Outcome } from "../../ports.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import type { LocalDate } from "../../time/calendar.ts";
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
} from "./add-form.ts";
import { PLAN_LIMIT } from "./ask.ts";
import { tellOwner } from "./given.ts";
import { itemCard } from "./item-card.ts";
import { MENDED_IN_FORM, givenBackCard } from "../too-long.ts";

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
    goalId: chosen.id,
    title: whole,
    ownerId,
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
    TITLE_LIMIT,
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
    const goal = offer.goals.find(({ id }) => id === typed.goalId);
    const ownerId = goal ? ownerFor(person.id, goal, offer, suggested.gap) : suggested.ownerId;
    const filled = {
      ...typed,
      direction: chosenIn(typed, suggested),
      ownerId: typed.ownerId === suggested.ownerId ? ownerId : typed.ownerId,
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
  const suggested = suggestedIn(event.context);
  if (settled === "ask") {
    const offer = await offerFor(context, suggested.asked);
    if (offer) return { type: "ask", form: await addForm(context, offer, filled, suggested) };
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
