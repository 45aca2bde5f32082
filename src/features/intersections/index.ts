/** Where the goals of the two sides meet: people pair them, and both accept the common goal. */

import { notFound } from "../../access.ts";
import { muted, quote, text, type Card } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import {
  acceptPair,
  isAccepted,
  sayNoneYet,
  unpair,
  type Intersection,
} from "../../protocol/intersection.ts";
import { placeFor, showPlace, type MyPlace } from "../../here/here.ts";
import { retell, tellPeople } from "../../telling/tell.ts";
import { membersOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { pairBlocks, pairLine, pairsCard } from "./card.ts";
import { askKey, makeCommon, pairForm, submitPair, typedPair } from "./pair.ts";

export const intersectionsFeature: Feature = {
  name: "intersections",
  commands: {
    pairs: {
      summary: ({ pairs }) => pairs.summary,
      situation: "plan",
      words: ({ commands }) => commands.pairs,
      run: async (context) => await show(context, ""),
    },
    pair: {
      summary: ({ pairs }) => pairs.pairSummary,
      situation: "plan",
      words: ({ commands }) => commands.pair,
      menu: false,
      hint: "<number> <number> [common goal]",
      run: typedPair,
    },
  },
  actions: {
    "pairs.show": async (context) => await show(context, context.event.value),
    "pairs.new": askPair,
    "pairs.change": changeWords,
    "pairs.accept": accept,
    "pairs.unpair": takeApart,
    "pairs.none": noneYet,
  },
  forms: { "pairs.pair": { submit: submitPair } },
};

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "pairs.show", partnershipId, (place) => pairsCard(place, context.texts));

async function askPair(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [partnershipId = "", one = "", other = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  return place
    ? { type: "ask", form: pairForm(place, context.texts, { one, other }) }
    : notFound(context, partnershipId);
}

interface Found {
  readonly place: MyPlace;
  readonly pair: Intersection;
  readonly round: number;
}

/** The pair of a press `partnership|pair|round`, to one of its partners. */
async function found(context: Context<EventOf<"action">>): Promise<Found | undefined> {
  const [partnershipId = "", id = "", round = "0"] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const pair = place?.cycle.intersections.find((each) => each.id === id);
  return place && pair && { place, pair, round: Number(round) };
}

async function changeWords(context: Context<EventOf<"action">>): Promise<Outcome> {
  const mine = await found(context);
  if (!mine) return notFound(context, context.event.value);
  const { libraryGoalId: one, itGoalId: other, common } = mine.pair;
  return { type: "ask", form: pairForm(mine.place, context.texts, { one, other, common }) };
}

/** Accepts the sentence that was read; one that was changed since is shown instead. */
async function accept(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts, person, now } = context;
  const mine = await found(context);
  if (!mine) return notFound(context, context.event.value);
  const { place, round } = mine;
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    acceptPair(current, mine.pair.id, round, { personId: person.id, at: now }),
  );
  const pair = saved?.intersections.find(({ id }) => id === mine.pair.id);
  if (!pair) return notFound(context, context.event.value);
  if (pair.agreeing.round !== round)
    return {
      type: "reply",
      card: { title: texts.pairs.changed, body: pairBlocks(pair, place, texts) },
    };
  if (!isAccepted(pair, place.partnership))
    return { type: "reply", card: pairsCard({ ...place, cycle: saved ?? place.cycle }, texts) };
  await makeCommon(context, pair);
  const card = ({ pairs }: Texts, title = pairs.acceptedDone): Card => ({
    title,
    body: [text(pairLine(pair, place, texts)), quote(pair.common)],
  });
  const own = membersOf(place.partnership, place.side);
  await retell(context, own, askKey(place, pair), card);
  await tellPeople(
    context,
    pair.writtenById === person.id ? [] : [pair.writtenById],
    {
      key: `pairs.accepted/${place.cycle.id}/${pair.id}/${round}`,
      kind: "pairs.accepted",
      manner: "answer",
    },
    (theirs) => card(theirs, theirs.pairs.acceptedNews(person.name)),
  );
  return { type: "replace", card: card(texts) };
}

async function takeApart(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts } = context;
  const [partnershipId = "", id = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  await stores.cycles.update(place.cycle.id, (current) => unpair(current, id));
  return {
    type: "reply",
    card: { title: texts.pairs.unpaired, body: [muted(texts.pairs.unpairedBody)] },
  };
}

async function noneYet(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts, person, now } = context;
  const place = await placeFor(context, context.event.value);
  if (!place) return notFound(context, context.event.value);
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    sayNoneYet(current, { personId: person.id, at: now }),
  );
  const { pairs } = texts;
  const isTooLate = (saved ?? place.cycle).intersections.length > 0;
  return {
    type: "reply",
    card: isTooLate
      ? { title: pairs.hasPairs, body: [] }
      : { title: pairs.saidNone, body: [text(pairs.saidNoneBody)] },
  };
}
