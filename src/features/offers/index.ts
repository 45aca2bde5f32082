/** Offers of help: parked in Meeting 1 without a date, promised or dropped one by one in Meeting 2. */

import { notFound } from "../../access.ts";
import { actions, item as row, muted, quote, text, type Card } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { parkOffer, parkedOffers, settleOffer, type Offer } from "../../protocol/offer.ts";
import { placeFor, showPlace, type MyPlace } from "../../here/here.ts";
import type { Texts } from "../../texts/index.ts";
import { askPromise, redrawPromise, submitPromise } from "./promise.ts";
import { line, pick, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

export const offersFeature: Feature = {
  name: "offers",
  commands: {
    offers: {
      summary: ({ offers }) => offers.summary,
      situation: "help",
      words: ({ commands }) => commands.offers,
      run: async (context) => await show(context, ""),
    },
  },
  actions: {
    "offers.show": async (context) => await show(context, context.event.value),
    "offers.add": askOffer,
    "offers.open": open,
    "offers.promise": askPromise,
    "offers.drop": drop,
  },
  forms: {
    "offers.add": { submit: park },
    "offers.promise": { submit: submitPromise, change: redrawPromise },
  },
};

const OFFER = { goal: optional(pick), words: line(200) };
const TITLE_BESIDE = 70;
const SHOWN = 12;
const MOST_OPTIONS = 100;
const NO_GOAL = "none";

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "offers.show", partnershipId, (place) =>
    offersCard(place, context.texts),
  );

function offersCard(place: MyPlace, texts: Texts): Card {
  const { offers } = texts;
  const parked = parkedOffers(place.cycle);
  const count = (status: Offer["status"]): number =>
    place.cycle.offers.filter((offer) => offer.status === status).length;
  return {
    title: offers.title(place.school.name),
    body: [
      ...(parked.length > 0
        ? [
            text(offers.body),
            ...parked.slice(0, SHOWN).map((offer, n) => offerRow(offer, n + 1, place, texts)),
          ]
        : [text(offers.none), text(offers.noneBody)]),
      ...(parked.length < place.cycle.offers.length
        ? [muted(offers.settled(count("promised"), count("dropped")))]
        : []),
      actions({
        label: offers.add,
        action: "offers.add",
        value: place.partnership.id,
        style: "primary",
        asks: true,
      }),
    ],
  };
}

const offerRow = (offer: Offer, number: number, place: MyPlace, texts: Texts) =>
  row(offer.words, offerDetail(offer, place, texts), {
    label: texts.offers.settle,
    action: "offers.open",
    value: `${place.partnership.id}|${offer.id}`,
    about: `${number}. ${shorten(offer.words, TITLE_BESIDE)}`,
  });

function offerDetail({ side, goalId }: Offer, place: MyPlace, { offers }: Texts): string {
  const goal = place.goals.find(({ id }) => id === goalId);
  const whatFor = goal
    ? offers.forGoal(goal.id, shorten(goal.title, TITLE_BESIDE))
    : offers.forNone;
  return `${offers.from[side]} · ${whatFor}`;
}

async function askOffer(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const place = await placeFor(context, event.value);
  if (!place) return notFound(context, event.value);
  const { offers } = texts;
  const theirs = [...place.open].sort(
    (a, b) => Number(a.department === place.side) - Number(b.department === place.side),
  );
  const goals = theirs.slice(0, MOST_OPTIONS - 1).map(({ id, title }) => ({
    label: shorten(texts.labelled(id, title), TITLE_BESIDE),
    value: id,
  }));
  const form = formOf(texts, OFFER, {
    form: "offers.add",
    title: offers.addTitle,
    context: place.partnership.id,
    ask: {
      goal: {
        label: offers.addGoal,
        options: [{ label: offers.addNone, value: NO_GOAL }, ...goals],
      },
      words: { label: offers.addWords, hint: offers.addHint(OFFER.words.max) },
    },
    values: { goal: NO_GOAL },
  });
  return { type: "ask", form };
}

/** Kept once, however often the form arrives. Nobody is written to: Meeting 2 looks at them. */
async function park(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person } = context;
  const place = await placeFor(context, event.context);
  if (!place) return notFound(context, event.context);
  const { offers } = texts;
  const read = readForm(OFFER, context, {
    offered: { goal: place.open.map(({ id }) => id) },
    missing: { words: offers.write },
  });
  if (read.type === "invalid") return read;
  const { goal: goalId, words } = read.values;
  await stores.cycles.update(place.cycle.id, (current) =>
    parkOffer(current, {
      id: event.instance,
      side: place.side,
      byId: person.id,
      goalId,
      words,
    }),
  );
  return {
    type: "reply",
    card: {
      title: offers.added,
      body: [
        quote(words),
        text(offers.addedBody),
        actions(
          { label: offers.add, action: "offers.add", value: place.partnership.id, asks: true },
          {
            label: texts.protocol.showOffers,
            action: "offers.show",
            value: place.partnership.id,
          },
        ),
      ],
    },
  };
}

/** The offer of a press `partnership|offer`, to one of its partners. */
async function found(context: Context<EventOf<"action">>) {
  const [partnershipId = "", id = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const offer = place?.cycle.offers.find((each) => each.id === id);
  return place && offer && { place, offer };
}

async function open(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const mine = await found(context);
  if (!mine) return notFound(context, event.value);
  const { offers } = texts;
  const { offer, place } = mine;
  if (offer.status !== "parked")
    return { type: "reply", card: { title: offers.settledBefore, body: [quote(offer.words)] } };
  const about = shorten(offer.words, TITLE_BESIDE);
  return {
    type: "reply",
    card: {
      title: offer.words,
      body: [
        text(offerDetail(offer, place, texts)),
        actions(
          {
            label: offers.promise,
            action: "offers.promise",
            value: event.value,
            about,
            style: "primary",
            asks: true,
          },
          { label: offers.drop, action: "offers.drop", value: event.value, about },
        ),
      ],
    },
  };
}

async function drop(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context);
  if (!mine) return notFound(context, event.value);
  const saved = await stores.cycles.update(mine.place.cycle.id, (current) =>
    settleOffer(current, mine.offer.id, { status: "dropped" }),
  );
  const now = saved?.offers.find(({ id }) => id === mine.offer.id);
  const { offers } = texts;
  return now?.status === "dropped"
    ? {
        type: "replace",
        card: { title: offers.dropped, body: [quote(mine.offer.words), muted(offers.droppedBody)] },
      }
    : { type: "reply", card: { title: offers.settledBefore, body: [quote(mine.offer.words)] } };
}
