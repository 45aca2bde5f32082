/** "Did I understand?": a partner's goal in one's own words, and the answer of its side. */

import { notFound } from "../../access.ts";
import { actions, muted, quote, text, type Block, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Goal } from "../../goal/goal.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";
import { retell, tellPeople, askSide } from "../../telling/tell.ts";
import {
  answerRestatement,
  mayRestate,
  restate,
  type Understanding,
} from "../../protocol/understanding.ts";
import { membersOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { answerButtons } from "./card.ts";

const RESTATEMENT = { words: lines(500) };
const NOT_QUITE = { note: optional(lines(300)) };
const TITLE_BESIDE = 150;

interface Found {
  readonly place: MyPlace;
  readonly goal: Goal;
}

/** The goal of a press `partnership|goal`, when it stands on the sheet of one's partnership. */
export async function goalOnSheet(context: Context, value: string): Promise<Found | undefined> {
  const [partnershipId = "", goalId = ""] = value.split("|");
  const place = await placeFor(context, partnershipId);
  const goal = place?.goals.find(({ id }) => id === goalId);
  return place && goal && { place, goal };
}

export async function askRestatement(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, person } = context;
  const found = await goalOnSheet(context, event.value);
  if (!found) return notFound(context, event.value);
  const { place, goal } = found;
  const { sheet } = texts;
  if (!mayRestate(goal, place.partnership, person.id))
    return { type: "reply", card: { title: sheet.ownGoal, body: [] } };
  const earlier = place.cycle.understandings.find(
    ({ goalId, byId }) => goalId === goal.id && byId === person.id,
  );
  const whole = [goal.title, goal.why].filter(Boolean).join("\n");
  const form = formOf(texts, RESTATEMENT, {
    form: "sheet.restate",
    title: sheet.formTitle,
    context: event.value,
    before: [{ type: "note", title: goal.id, text: whole }],
    ask: { words: { label: sheet.formLabel, hint: sheet.formHint } },
    values: { words: earlier?.words },
  });
  return { type: "ask", form };
}

export async function saveRestatement(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person } = context;
  const found = await goalOnSheet(context, event.context);
  if (!found) return notFound(context, event.context);
  const { place, goal } = found;
  const { sheet } = texts;
  if (!mayRestate(goal, place.partnership, person.id))
    return { type: "reply", card: { title: sheet.ownGoal, body: [] } };
  const read = readForm(RESTATEMENT, context, { missing: { words: sheet.write } });
  if (read.type === "invalid") return read;
  const { words } = read.values;
  const id = event.instance;
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    restate(current, { id, goalId: goal.id, byId: person.id, words }),
  );
  const said = saved?.understandings.find((each) => each.id === id);
  let heard: readonly Block[] = [];
  if (said)
    heard = await askSide(
      context,
      place.partnership,
      goal.department,
      { key: askKey(id), kind: "sheet.restated" },
      (theirs) => askCard(theirs, place, goal, said, person.name),
    );
  return {
    type: "reply",
    card: {
      title: sheet.saved(goal.id),
      body: [quote(words), text(sheet.savedBody(texts.protocol.sides[goal.department])), ...heard],
    },
  };
}

const askKey = (id: string): string => `sheet.restated/${id}`;

const askCard = (
  texts: Texts,
  place: MyPlace,
  goal: Goal,
  said: Understanding,
  who: string,
): Card => ({
  title: texts.sheet.askTitle(who, goal.id),
  body: [
    text(shorten(goal.title, TITLE_BESIDE)),
    quote(said.words),
    actions(...answerButtons(said, place, texts)),
    muted(texts.sheet.askWhy),
  ],
});

interface Asked extends Found {
  readonly said: Understanding;
}

/** What was said back, for somebody of the goal's side, who answers for it. */
async function askedOf(context: Context, value: string): Promise<Asked | undefined> {
  const [partnershipId = "", id = ""] = value.split("|");
  const place = await placeFor(context, partnershipId);
  const said = place?.cycle.understandings.find((each) => each.id === id);
  const goal = said && place?.goals.find((each) => each.id === said.goalId);
  return place && said && goal?.department === place.side ? { place, goal, said } : undefined;
}

export async function answerRight(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await askedOf(context, context.event.value);
  return found
    ? await settle(context, found, { right: true, note: "" })
    : notFound(context, context.event.value);
}

export async function askNotQuite(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const found = await askedOf(context, event.value);
  if (!found) return notFound(context, event.value);
  const { sheet } = texts;
  if (found.said.status !== "asked")
    return { type: "reply", card: { title: sheet.answeredBefore, body: [] } };
  const form = formOf(texts, NOT_QUITE, {
    form: "sheet.not_quite",
    title: sheet.notTitle,
    context: event.value,
    before: [{ type: "note", text: found.said.words }],
    ask: { note: sheet.notLabel },
  });
  return { type: "ask", form };
}

export async function saveNotQuite(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event } = context;
  const found = await askedOf(context, event.context);
  if (!found) return notFound(context, event.context);
  const read = readForm(NOT_QUITE, context);
  if (read.type === "invalid") return read;
  return await settle(context, found, { right: false, note: read.values.note });
}

/** Keeps the first answer, redraws the question for everyone who was asked, and tells who asked. */
async function settle(
  context: Context,
  { place, goal, said }: Asked,
  given: { readonly right: boolean; readonly note: string },
): Promise<Outcome> {
  const { stores, texts, person } = context;
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    answerRestatement(current, said.id, { byId: person.id, ...given }),
  );
  const now = saved?.understandings.find((each) => each.id === said.id) ?? said;
  const isMine = now.answeredById === person.id && (now.status === "understood") === given.right;
  if (!isMine) return { type: "reply", card: { title: texts.sheet.answeredBefore, body: [] } };
  const settled = ({ sheet }: Texts): Card => ({
    title: given.right ? sheet.rightDone(goal.id) : sheet.notDone(goal.id),
    body: [quote(said.words), ...(given.note ? [text(given.note)] : [])],
  });
  await retell(context, membersOf(place.partnership, goal.department), askKey(said.id), settled);
  await tellPeople(
    context,
    [said.byId],
    { key: `sheet.answered/${said.id}`, kind: "sheet.answered", manner: "answer" },
    ({ sheet }) => ({
      title: given.right
        ? sheet.rightNews(person.name, goal.id)
        : sheet.notNews(person.name, goal.id),
      body: [
        text(shorten(goal.title, TITLE_BESIDE)),
        ...(given.note ? [quote(given.note)] : []),
        ...(given.right
          ? []
          : [
              actions({
                label: sheet.sayAgain,
                action: "sheet.restate",
                value: `${place.partnership.id}|${goal.id}`,
                about: goal.id,
                asks: true as const,
              }),
            ]),
      ],
    }),
  );
  return { type: "replace", card: settled(texts) };
}
