/** An offer becomes an action item: with a goal, an owner, a when-and-where and a date. */

import { notFound } from "../../access.ts";
import { answer, quote, text, type Answers, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { TITLE_LIMIT, readDue } from "../../goal/goal-draft.ts";
import { dueSentence, readNote } from "../../cards/due-words.ts";
import { newItem, usualDirection } from "../../plan/action-item.ts";
import { isBlank, lengthOf, oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { settleOffer, type Offer } from "../../protocol/offer.ts";
import { nameOf, placeFor, type MyPlace } from "../../here/here.ts";
import { membersOf } from "../../team/partnership.ts";
import { tellOwner } from "../plan/given.ts";

const OPTION_LIMIT = 70;
const PLAN_LIMIT = 500;
const MOST_OPTIONS = 100;

type Filled = Readonly<Record<"goal" | "title" | "owner" | "plan" | "due", string>>;

interface Found {
  readonly place: MyPlace;
  readonly offer: Offer;
}

async function found(context: Context, value: string): Promise<Found | undefined> {
  const [partnershipId = "", id = ""] = value.split("|");
  const place = await placeFor(context, partnershipId);
  const offer = place?.cycle.offers.find((each) => each.id === id);
  return place && offer && { place, offer };
}

export async function askPromise(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, person } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { offer, place } = mine;
  if (offer.status !== "parked")
    return {
      type: "reply",
      card: { title: texts.offers.settledBefore, body: [quote(offer.words)] },
    };
  const owners = membersOf(place.partnership, offer.side);
  return {
    type: "ask",
    form: promiseForm(context, event.value, mine, {
      goal: offer.goalId ?? "",
      title: offer.words,
      owner: owners.includes(person.id) ? person.id : (owners[0] ?? ""),
      plan: "",
      due: "",
    }),
  };
}

export async function redrawPromise(
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const { event } = context;
  const mine = await found(context, event.context);
  return mine && promiseForm(context, event.context, mine, readFilled(event.answers));
}

function promiseForm(
  { texts, person }: Pick<Context, "texts" | "person">,
  value: string,
  { place, offer }: Found,
  filled: Filled,
): Form {
  const { offers, plan, common } = texts;
  const goals = place.open.slice(0, MOST_OPTIONS).map(({ id, title }) => ({
    label: shorten(texts.labelled(id, title), OPTION_LIMIT),
    value: id,
  }));
  const owners = membersOf(place.partnership, offer.side).map((id) => ({
    label: shorten(nameOf(place, id), OPTION_LIMIT),
    value: id,
  }));
  const chosen = (options: typeof goals, id: string) =>
    options.some((option) => option.value === id) ? { value: id } : {};
  return {
    form: "offers.promise",
    title: offers.promiseTitle,
    submit: common.save,
    cancel: common.cancel,
    context: value,
    inputs: [
      {
        type: "choice",
        id: "goal",
        label: offers.promiseGoal,
        options: goals,
        ...chosen(goals, filled.goal),
      },
      { type: "text", id: "title", label: offers.promiseWhat, value: filled.title },
      {
        type: "choice",
        id: "owner",
        label: plan.formOwner,
        options: owners,
        ...chosen(owners, filled.owner),
      },
      {
        type: "text",
        id: "plan",
        label: plan.formPlan,
        hint: plan.formPlanHint,
        value: filled.plan,
        optional: true,
      },
      {
        type: "text",
        id: "due",
        label: plan.formDue,
        hint: plan.formDueHint,
        value: filled.due,
        live: true,
      },
      ...readNote(
        readDue(filled.due, {
          today: place.today,
          timezone: place.school.timezone,
          locale: person.locale,
        }),
        texts,
      ),
    ],
  };
}

const readFilled = (answers: Answers): Filled => ({
  goal: answer(answers, "goal"),
  title: oneLine(answer(answers, "title")),
  owner: answer(answers, "owner"),
  plan: oneLine(answer(answers, "plan")),
  due: answer(answers, "due"),
});

/** The item first, under an origin that names the offer; then the offer: repeating it repairs it. */
export async function submitPromise(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { place, offer } = mine;
  const { offers, plan } = texts;
  if (offer.status === "dropped")
    return { type: "reply", card: { title: offers.settledBefore, body: [quote(offer.words)] } };
  const filled = readFilled(event.answers);
  const { today, school, partnership } = place;
  const due = readDue(filled.due, { today, timezone: school.timezone, locale: person.locale });
  const goal = place.open.find(({ id }) => id === filled.goal);
  const owner = membersOf(partnership, offer.side).find((id) => id === filled.owner);
  const badDue = dueSentence(due, { today, start: today }, texts, { mayBeEmpty: false });
  const problems = {
    ...(goal ? {} : { goal: plan.chooseGoal }),
    ...(isBlank(filled.title) ? { title: plan.writeTitle } : {}),
    ...(lengthOf(filled.title) > TITLE_LIMIT
      ? { title: plan.tooLong(lengthOf(filled.title), TITLE_LIMIT) }
      : {}),
    ...(owner ? {} : { owner: plan.chooseOwner }),
    ...(lengthOf(filled.plan) > PLAN_LIMIT
      ? { plan: plan.tooLong(lengthOf(filled.plan), PLAN_LIMIT) }
      : {}),
    ...(due.kind === "read" && !badDue ? {} : { due: badDue || plan.needDue }),
  };
  if (Object.keys(problems).length > 0 || !goal || !owner || due.kind !== "read")
    return { type: "invalid", problems };
  const item = await stores.items.create(
    newItem({
      partnershipId: partnership.id,
      goalId: goal.id,
      direction: usualDirection(offer.side, goal.department),
      ownerId: owner,
      title: filled.title,
      plan: filled.plan,
      plannedById: person.id,
      due: due.date,
      origin: `offer/${offer.id}`,
      createdAt: now,
    }),
  );
  await stores.cycles.update(place.cycle.id, (current) =>
    settleOffer(current, offer.id, { status: "promised", itemId: item.id }),
  );
  const told = await tellOwner(context, item);
  return {
    type: "reply",
    card: {
      title: offers.promised(item.id),
      body: [quote(item.title), text([offers.promisedBody, told].filter(Boolean).join(" "))],
    },
  };
}
