/**
 * Somebody left: their partners get one message with what was theirs and is open, and give each thing
 * to somebody in one form. It comes before the plan frees the steps, so that it can name them.
 */

import type { Context, EventOf, Feature, Services } from "../../feature.ts";
import { goalFor, itemFor, notFound } from "../../access.ts";
import { answer } from "../../card.ts";
import { isOpen, OPEN_GOAL, type Goal } from "../../goal/goal.ts";
import {
  answerItem,
  directionWhenTaken,
  isOpenItem,
  OPEN_ITEM,
  type ActionItem,
} from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import { membersOf, partnersOf, sideOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt, unreachableAt, type Person } from "../../team/person.ts";
import { textsFor } from "../../texts/index.ts";
import { localDate } from "../../time/calendar.ts";
import { handoverCard, toldCard, type OpenThing } from "./cards.ts";
import { pick } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

export const handoverFeature: Feature = {
  name: "handover",
  personLeft: handOver,
  /** An account that is gone is found out by a message, too; its owner may have another one. */
  async refused(context) {
    const { stores, delivery, reason } = context;
    const person = reason === "gone" ? await stores.people.at(delivery.to) : undefined;
    if (person && !reachedAt(unreachableAt(person, delivery.to)))
      await handOver({ ...context, person });
  },
  actions: { "handover.give": askGive },
  asks: ["handover.give"],
  forms: { "handover.give": { submit: give } },
};

/** Enough for a message; the plan and the goal list have the rest. */
const MOST_READ = 200;

async function handOver(services: Services & { readonly person: Person }): Promise<void> {
  const { stores, person } = services;
  for (const partnership of await stores.partnerships.ofPartner(person.id)) {
    const school = await stores.schools.find(partnership.schoolId);
    const others = partnersOf(partnership).filter((id) => id !== person.id);
    const people = (await stores.people.findAll(others)).filter(({ active }) => active);
    const things = await openThings(services, partnership, person.id);
    const side = sideOf(partnership, person.id);
    const isLast =
      side !== undefined && !people.some(({ id }) => membersOf(partnership, side).includes(id));
    for (const other of people)
      await tell(services, other, { partnership, school, things, isLast });
  }
}

async function openThings(
  { stores }: Services,
  { id }: Partnership,
  ownerId: string,
): Promise<readonly OpenThing[]> {
  const page = { skip: 0, limit: MOST_READ };
  const [goals, items] = await Promise.all([
    stores.goals.list({ partnershipIds: [id], ownerId, statuses: OPEN_GOAL, page }),
    stores.items.list({ partnershipIds: [id], ownerIds: [ownerId], statuses: OPEN_ITEM, page }),
  ]);
  return [
    // A draft was nobody's business but theirs (rules, section 9.3).
    ...goals.rows
      .filter(({ status }) => status !== "draft")
      .map((goal): OpenThing => ({ kind: "goal", id: goal.id, title: goal.title, due: goal.due })),
    ...items.rows.map((item): OpenThing => ({
      kind: "item",
      id: item.id,
      title: item.title,
      due: item.due,
    })),
  ];
}

async function tell(
  { outbox, person, now }: Services & { readonly person: Person },
  other: Person,
  about: {
    readonly partnership: Partnership;
    readonly school: { readonly name: string; readonly timezone: string } | undefined;
    readonly things: readonly OpenThing[];
    readonly isLast: boolean;
  },
): Promise<void> {
  const to = reachedAt(other);
  const { partnership, school, things, isLast } = about;
  if (!to || !school) return;
  const today = localDate(now, school.timezone);
  const texts = textsFor(other.locale, other.timezone);
  await outbox.post({
    key: `handover/${person.id}/${partnership.id}/${today.slice(0, 7)}/${other.id}`,
    kind: "handover",
    manner: "answer",
    to,
    card: handoverCard({ name: person.name, school: school.name, things, isLast, today }, texts),
  });
}

type Found =
  | { readonly kind: "goal"; readonly goal: Goal; readonly partnership: Partnership }
  | { readonly kind: "item"; readonly item: ActionItem; readonly partnership: Partnership };

/** The thing, for a partner, while it is open and whoever has it left. */
async function findThing(context: Context, id: string): Promise<Found | "not open" | undefined> {
  const { stores } = context;
  const goal = await goalFor(context, id);
  const item = goal ? undefined : await itemFor(context, id);
  const partnership = goal?.partnership ?? item?.partnership;
  if (!partnership) return undefined;
  const ownerId = goal ? goal.goal.ownerId : (item?.item.ownerId ?? null);
  const owner = ownerId === null ? undefined : await stores.people.find(ownerId);
  const isHeld = owner?.active === true && partnersOf(partnership).includes(owner.id);
  if (goal)
    return isHeld || !isOpen(goal.goal)
      ? "not open"
      : { kind: "goal", goal: goal.goal, partnership };
  if (item)
    return isHeld || !isOpenItem(item.item)
      ? "not open"
      : { kind: "item", item: item.item, partnership };
  return undefined;
}

const GIVE = { to: pick };

async function askGive(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts, event, person } = context;
  const found = await findThing(context, event.value);
  if (!found) return notFound(context, event.value);
  if (found === "not open") return said(texts.handover.taken(event.value));
  const people = await stores.people.findAll(partnersOf(found.partnership));
  const options = people
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ label: name, value: id }));
  const thing = found.kind === "goal" ? found.goal : found.item;
  const form = formOf(texts, GIVE, {
    form: "handover.give",
    title: texts.handover.formTitle,
    submit: texts.handover.hand,
    context: thing.id,
    before: [{ type: "note", title: thing.id, text: thing.title }],
    ask: { to: { label: texts.handover.toWhom, options } },
    values: { to: person.id },
  });
  return { type: "ask", form };
}

async function give(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, texts, event, person } = context;
  const id = event.context;
  const found = await findThing(context, id);
  if (!found) return notFound(context, id);
  if (found === "not open") return said(texts.handover.taken(id));
  const to = await stores.people.find(answer(event.answers, "to"));
  if (!to?.active || !partnersOf(found.partnership).includes(to.id)) return notFound(context, id);
  const thing = found.kind === "goal" ? found.goal : found.item;
  if (found.kind === "goal")
    await stores.goals.update(id, (goal) => owned(goal, found.goal.ownerId, to.id));
  else {
    const { item, partnership } = found;
    const side = sideOf(partnership, to.id) ?? "library";
    const goal = await stores.goals.find(item.goalId);
    const direction = directionWhenTaken(item, partnership, goal, side);
    await stores.items.update(id, (current) =>
      current.ownerId === item.ownerId
        ? answerItem({ ...current, ownerId: null }, { type: "taken", byId: to.id, direction })
        : current,
    );
  }
  await tellTaker(context, to, thing);
  return said(texts.handover.given(thing.title, to.id === person.id ? person.name : to.name));
}

/** The first who gives it away has done so. */
const owned = (goal: Goal, from: string, to: string): Goal =>
  goal.ownerId === from ? { ...goal, ownerId: to } : goal;

async function tellTaker(
  { outbox, person, now }: Context,
  to: Person,
  { id, title }: Pick<Goal, "id" | "title">,
): Promise<void> {
  const address = reachedAt(to);
  if (!address || to.id === person.id) return;
  await outbox.post({
    key: `handover.told/${id}/${to.id}/${localDate(now, to.timezone)}`,
    kind: "handover.told",
    manner: "news",
    to: address,
    card: toldCard(person.name, id, title, textsFor(to.locale, to.timezone)),
  });
}

const said = (title: string): Outcome => ({ type: "reply", card: { title, body: [] } });
