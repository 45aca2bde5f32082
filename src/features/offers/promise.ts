/** An offer becomes an action item: with a goal, an owner, a when-and-where and a date. */

import { notFound } from "../../access.ts";
import { quote, text, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readDue } from "../../goal/goal-draft.ts";
import { readNote } from "../../cards/due-words.ts";
import { newItem, usualDirection } from "../../plan/action-item.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { settleOffer, type Offer } from "../../protocol/offer.ts";
import { nameOf, placeFor, type MyPlace } from "../../here/here.ts";
import { membersOf } from "../../team/partnership.ts";
import { tellOwner } from "../plan/given.ts";
import { dayAhead, pick } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { STEP, WHEN_AND_WHERE } from "../plan/item-fields.ts";

const OPTION_LIMIT = 70;
const MOST_OPTIONS = 100;

const PROMISE = { goal: pick, title: STEP, owner: pick, plan: WHEN_AND_WHERE, due: dayAhead };

type Filled = Readonly<Record<keyof typeof PROMISE, string>>;

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
  return mine && promiseForm(context, event.context, mine, typedIn(PROMISE, event.answers));
}

function promiseForm(
  { texts, person }: Pick<Context, "texts" | "person">,
  value: string,
  { place, offer }: Found,
  filled: Filled,
): Form {
  const { offers, plan } = texts;
  const goals = place.open.slice(0, MOST_OPTIONS).map(({ id, title }) => ({
    label: shorten(texts.labelled(id, title), OPTION_LIMIT),
    value: id,
  }));
  const owners = membersOf(place.partnership, offer.side).map((id) => ({
    label: shorten(nameOf(place, id), OPTION_LIMIT),
    value: id,
  }));
  const due = readDue(filled.due, {
    today: place.today,
    timezone: place.school.timezone,
    locale: person.locale,
  });
  return formOf(texts, PROMISE, {
    form: "offers.promise",
    title: offers.promiseTitle,
    context: value,
    ask: {
      goal: { label: offers.promiseGoal, options: goals },
      title: offers.promiseWhat,
      owner: { label: plan.formOwner, options: owners },
      plan: { label: plan.formPlan, hint: plan.formPlanHint },
      due: { label: plan.formDue, hint: plan.formDueHint, live: true },
    },
    values: filled,
    after: readNote(due, texts),
  });
}

/** The item first, under an origin that names the offer; then the offer: repeating it repairs it. */
export async function submitPromise(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { place, offer } = mine;
  const { offers, plan } = texts;
  if (offer.status === "dropped")
    return { type: "reply", card: { title: offers.settledBefore, body: [quote(offer.words)] } };
  const { school, partnership } = place;
  const owners = membersOf(partnership, offer.side);
  const read = readForm(PROMISE, context, {
    timezone: school.timezone,
    offered: { goal: place.open.map(({ id }) => id), owner: owners },
    missing: {
      goal: plan.chooseGoal,
      title: plan.writeTitle,
      owner: plan.chooseOwner,
      due: plan.needDue,
    },
  });
  if (read.type === "invalid") return read;
  const { values: filled } = read;
  const goal = place.open.find(({ id }) => id === filled.goal);
  if (!goal) throw new Error(`${filled.goal} was offered`);
  const item = await stores.items.create(
    newItem({
      partnershipId: partnership.id,
      goalId: goal.id,
      direction: usualDirection(offer.side, goal.department),
      ownerId: filled.owner,
      title: filled.title,
      plan: filled.plan,
      plannedById: person.id,
      due: filled.due,
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
