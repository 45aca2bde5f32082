/** A time on offer is picked, or a meeting stays where it is although somebody would rather move it. */

import { notFound } from "../../access.ts";
import { actions, text, type Card } from "../../card.ts";
import { moveProblem } from "../../check-in/when.ts";
import { whenOf } from "../../here/meeting.ts";
import type { Context, EventOf } from "../../feature.ts";
import {
  isAgreed,
  isSameTime,
  keepAsIs,
  pickSlot,
  type Slot,
  type SlotTime,
} from "../../meetings/search.ts";
import type { Outcome } from "../../ports.ts";
import { askSide, retell, tellSide } from "../../telling/tell.ts";
import { otherSide, partnersOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { answerButtons, roundCard, wishButtons } from "./cards.ts";
import { redraw } from "./redraw.ts";
import { watch } from "./renew.ts";
import { isOnOffer, roundFor, timeIn, type MyRound } from "./round.ts";
import { askedKey, settle, settledCard } from "./settle.ts";
import { line } from "../../fields/field.ts";

export type Pressed = Context<EventOf<"action">>;
export type Submitted = Context<EventOf<"form">>;

/** What somebody writes with an answer, in code points. */
export const WORDS = line(200);

/** As it stands now, to somebody whose press comes late. */
export const asItStands = (round: MyRound, texts: Texts, notice: string): Outcome => {
  const card = roundCard(round, texts);
  return {
    type: "reply",
    card: { title: notice, body: [text(card.title), ...card.body] },
  };
};

export async function pick(context: Pressed): Promise<Outcome> {
  const { event, texts, person, now } = context;
  const found = await roundFor(context, event.value);
  const time = timeIn(event.value);
  if (!found || !time) return notFound(context, event.value.split("|")[0] ?? "");
  const { round } = found;
  const { search, meeting, place } = round;
  if (meeting && search.status === "agreed" && isSameTime(meeting, time) && found.isCurrent)
    return { type: "reply", card: settledCard(round, meeting, undefined, texts) };
  if (!found.isCurrent || !isOnOffer(search, time))
    return asItStands(round, texts, texts.meetings.notOffered);
  const problem = problemWith(context, round, time);
  if (problem) return { type: "reply", card: { title: problem, body: [] } };
  const after = await context.stores.searches.update(search.id, (current) =>
    current.turn === search.turn
      ? pickSlot(current, time, { personId: person.id, side: round.side, at: now })
      : current,
  );
  const slot = after?.slots.find((each) => isSameTime(each, time));
  if (!after || !slot) return asItStands(round, texts, texts.meetings.notOffered);
  return await answered(context, { ...round, search: after }, slot, place.today);
}

/** A time that somebody of one side wants: settled when the other side does too, else they are asked. */
export async function answered(
  context: Context,
  round: MyRound,
  slot: Slot,
  today: SlotTime["date"],
): Promise<Outcome> {
  const { texts } = context;
  const { meetings: say } = texts;
  const { search, place, side } = round;
  if (isAgreed(slot)) {
    const before = search.status === "agreed" ? round.meeting : undefined;
    const { meeting, search: after } = await settle(context, round, slot);
    return meeting
      ? {
          type: "reply",
          card: settledCard({ search: after, place, meeting }, meeting, before, texts),
        }
      : asItStands(round, texts, say.notOffered);
  }
  await redraw(context, round);
  await watch(context, round);
  const heard = await askSide(
    context,
    place.partnership,
    otherSide(side),
    { key: askedKey(round, slot), kind: "meeting.asked" },
    (theirs) => askedCard(round, slot, context.person.name, theirs),
  );
  const when = whenOf(slot, today, texts);
  return {
    type: "reply",
    card: { title: say.picked(when), body: [text(say.pickedNext[otherSide(side)]), ...heard] },
  };
}

/** To the other side, privately: a partner has just asked them. */
function askedCard(round: MyRound, slot: Slot, by: string, texts: Texts): Card {
  const { search, place, meeting } = round;
  const { meetings: say } = texts;
  const name = say.names[search.kind];
  const when = whenOf(slot, place.today, texts);
  const buttons = wishButtons(search, slot, when, texts);
  if (search.status === "agreed" && meeting)
    return {
      title: say.askedMove(by, name, whenOf(meeting, place.today, texts), when),
      body: [
        ...(slot.reason ? [text(say.reason(slot.reason))] : []),
        text(say.askedMoveBody),
        actions(...buttons),
      ],
    };
  return {
    title: say.askedTitle(by, when, name),
    body: [text(say.askedBody), actions(...buttons.slice(0, 1), ...answerButtons(search, texts))],
  };
}

/** The meeting stays: the wish to move it is not taken up, and whoever had it hears so. */
export async function keep(context: Pressed): Promise<Outcome> {
  const { event, texts, person, stores } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { search, meeting, place, side } = round;
  if (!isCurrent || !meeting || search.status !== "agreed")
    return asItStands(round, texts, texts.meetings.over);
  const after = (await stores.searches.update(search.id, keepAsIs)) ?? search;
  await redraw(context, { ...round, search: after });
  for (const slot of search.slots) {
    const card = (theirs: Texts): Card => ({
      title: theirs.meetings.keptNews(
        person.name,
        theirs.meetings.names[search.kind],
        whenOf(meeting, place.today, theirs),
      ),
      body: [],
    });
    await retell(context, partnersOf(place.partnership), askedKey(round, slot), card);
    await tellSide(
      context,
      place.partnership,
      otherSide(side),
      { key: `${askedKey(round, slot)}/kept`, kind: "meeting.kept" },
      card,
    );
  }
  const name = texts.meetings.names[search.kind];
  const title = texts.meetings.kept(name, whenOf(meeting, place.today, texts));
  return { type: "reply", card: { title, body: [] } };
}

/** Why nobody can meet then; "" when they can. Asked again on each press: days close, people go away. */
export function problemWith({ now, texts }: Context, round: MyRound, time: SlotTime): string {
  const { weeks, school } = round.place;
  const setting = { now, timezone: school.timezone, weeks, next: null };
  const problem = moveProblem(time, setting);
  return problem && problem !== "after_next" ? texts.checkIn.moveProblems[problem] : "";
}
