/** Answers to the one question after a meeting; either partner gives them, in any order. */

import { checkInFor, notFound } from "../../access.ts";
import { quotes, type Block } from "../../card.ts";
import {
  answerHeld,
  discuss,
  keepForNext,
  startsAt,
  type CheckIn,
} from "../../check-in/check-in.ts";
import type { Context, EventOf } from "../../feature.ts";
import { lookTimer } from "../../meetings/search.ts";
import { isBlank } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { reviseShared } from "../../telling/share.ts";
import { afterGoalSheet } from "../meetings/empty-sheet.ts";
import { afterCard } from "./after-card.ts";
import { placeOf, whenOf, type Place } from "../../here/meeting.ts";
import { afterKey } from "./keys.ts";
import { refreshAnnouncement } from "./topics.ts";

/** More topics than this were not talked about in one meeting. */
const TOPICS_AT_ONCE = 100;

type Pressed = Context<EventOf<"action">>;

export interface Asked {
  readonly checkIn: CheckIn;
  readonly place: Place;
}

/** The meeting that a card asked about: begun, and not moved since. */
export async function askedAbout(
  context: Context,
  value: string,
): Promise<Asked | { readonly refusal: Outcome }> {
  const { texts, now } = context;
  const [id = "", date = ""] = value.split("|");
  const found = await checkInFor(context, id);
  if (!found) return { refusal: notFound(context, id) };
  const { checkIn } = found;
  const place = await placeOf(context, found.partnership);
  const isSame = checkIn.date === date && startsAt(checkIn, place.school.timezone) <= now;
  if (isSame) return { checkIn, place };
  const when = whenOf(checkIn, place.today, texts);
  return { refusal: { type: "reply", card: { title: texts.checkIn.moveDone(when), body: [] } } };
}

/** A refusal that gives back what somebody had written for the meeting that is no longer there. */
export const withWords = (refusal: Outcome, words: readonly string[]): Outcome =>
  refusal.type === "reply"
    ? { type: "reply", card: { ...refusal.card, body: [...refusal.card.body, ...quoted(words)] } }
    : refusal;

const quoted = (words: readonly string[]): readonly Block[] =>
  words.filter((each) => !isBlank(each)).flatMap(quotes);

export async function held(context: Pressed): Promise<Outcome> {
  const asked = await askedAbout(context, context.event.value);
  if ("refusal" in asked) return asked.refusal;
  await answered(context, asked, (checkIn) => answerHeld(checkIn, true, context.person.id));
  return await afterGoalSheet(context, asked.checkIn, asked.place.partnership);
}

export async function notHeld(context: Pressed): Promise<Outcome> {
  const asked = await askedAbout(context, context.event.value);
  if ("refusal" in asked) return asked.refusal;
  await answered(context, asked, (checkIn) => answerHeld(checkIn, false, context.person.id));
  return { type: "nothing" };
}

/**
 * Lets the topics follow an answer, stores it, and shows it in the message that asked. In this order,
 * so that a repeat finishes what a crash cut short, and leaves alone what was kept for next time.
 */
export async function answered(
  context: Context,
  { checkIn, place }: Asked,
  change: (checkIn: CheckIn) => CheckIn,
): Promise<void> {
  await takeAlong(context, checkIn, change(checkIn));
  const changed = await context.stores.checkIns.update(checkIn.id, change);
  if (changed) await showAnswers(context, changed, place);
  // Meeting 2 follows from Meeting 1, and one that did not take place is looked for anew.
  if (changed && changed.kind !== "check_in") {
    const { timers, stores, now } = context;
    await timers.set(lookTimer(changed.partnershipId, stores.districtId, now));
  }
}

async function takeAlong({ stores }: Context, before: CheckIn, after: CheckIn): Promise<void> {
  const { id: checkInId, partnershipId, status } = after;
  if (status !== "held") {
    for (const { id } of await stores.topics.discussedAt(after))
      await stores.topics.update(id, (topic) => keepForNext(topic, checkInId));
    return;
  }
  if (before.status === "held") return;
  const { rows } = await stores.topics.queued(partnershipId, { skip: 0, limit: TOPICS_AT_ONCE });
  for (const { id } of rows) await stores.topics.update(id, (topic) => discuss(topic, after));
}

async function showAnswers(context: Context, checkIn: CheckIn, place: Place): Promise<void> {
  const discussed = await context.stores.topics.discussedAt(checkIn);
  await reviseShared(context, place, afterKey(checkIn), (texts) =>
    afterCard(checkIn, discussed, place, texts),
  );
  await refreshAnnouncement(context, place);
}

export async function keepTopic(context: Pressed): Promise<Outcome> {
  const [id = "", topicId = ""] = context.event.value.split("|");
  const found = await checkInFor(context, id);
  if (!found) return notFound(context, topicId);
  await context.stores.topics.update(topicId, (topic) => keepForNext(topic, id));
  await showAnswers(context, found.checkIn, await placeOf(context, found.partnership));
  return { type: "nothing" };
}
