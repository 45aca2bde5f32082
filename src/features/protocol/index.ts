/** The three-meeting protocol: where a partnership stands, its next step, and its pauses. */

import { notFound } from "../../access.ts";
import { actions, muted, text } from "../../card.ts";
import type { Context, EventOf, Feature, Services } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import { lookTimer } from "../../meetings/search.ts";
import type { Outcome } from "../../ports.ts";
import { cycleId } from "../../protocol/cycle.ts";
import { emptyLine, emptySide } from "../../protocol/empty-side.ts";
import { placeFor, readPlace, showPlace, type MyPlace } from "../../here/here.ts";
import { step, type ProtocolEvent } from "../../protocol/protocol.ts";
import { tellPeople } from "../../telling/tell.ts";
import { partnersOf, sideOf } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { BEFORE_SHEET, nextLine, protocolCard, refusalCard, statusCard, titleOf } from "./card.ts";

export const protocolFeature: Feature = {
  name: "protocol",
  commands: {
    protocol: {
      summary: ({ protocol }) => protocol.summary,
      situation: "plan",
      words: ({ commands }) => commands.protocol,
      run: async (context) => await show(context, ""),
    },
    status: {
      summary: ({ protocol }) => protocol.statusSummary,
      situation: "plan",
      words: ({ commands }) => commands.status,
      menu: false,
      run: async (context) =>
        await showPlace(context, "protocol.status", "", (place) =>
          statusCard(place, context.texts),
        ),
    },
  },
  actions: {
    "protocol.show": async (context) => await show(context, context.event.value),
    "protocol.status": async (context) =>
      await showPlace(context, "protocol.status", context.event.value, (place) =>
        statusCard(place, context.texts),
      ),
    "protocol.finish": finishSheet,
    "protocol.pause": async (context) => await interrupt(context, "pause"),
    "protocol.resume": async (context) => await interrupt(context, "resume"),
  },
  home: { order: 5, lines },
  personLeft: pauseWithoutSide,
};

async function show(context: Context, partnershipId: string): Promise<Outcome> {
  const { stores, texts } = context;
  return await showPlace(context, "protocol.show", partnershipId, async (place) => {
    const years = await stores.cycles.ofPartnership(place.partnership.id);
    return protocolCard(place, texts, years.length > 1);
  });
}

/** Takes a step with its guards as they are now. @returns the place after it, or what refuses it. */
async function take(
  context: Context,
  place: MyPlace,
  event: ProtocolEvent,
): Promise<{ readonly moved: MyPlace } | { readonly refused: Outcome }> {
  const taken = step(place.cycle, event, place.facts);
  if (taken.type === "refused")
    return { refused: { type: "reply", card: refusalCard(taken.refusal, context.texts) } };
  const cycle = await context.stores.cycles.update(place.cycle.id, (current) => {
    const next = step(current, event, place.facts);
    return next.type === "moved" ? next.to : current;
  });
  return { moved: { ...place, cycle: cycle ?? taken.to } };
}

/** Counts only with a goal of each side (AC-04). A second press says that it was done before. */
async function finishSheet(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, person } = context;
  const place = await placeFor(context, event.value);
  if (!place) return notFound(context, event.value);
  const { protocol } = texts;
  const before = [...BEFORE_SHEET, "not_started", "paused"];
  if (!before.includes(place.cycle.state))
    return { type: "reply", card: { title: protocol.finishedBefore, body: [] } };
  const empty = emptySide(place);
  if (empty && place.cycle.state === "not_started")
    return { type: "reply", card: { title: emptyLine(place, empty, texts), body: [] } };
  const taken = await take(context, place, "finish_goal_sheet");
  if ("refused" in taken) return taken.refused;
  const to = { value: place.partnership.id, about: place.school.name };
  const card = (theirs: Texts, title: string) => ({
    title,
    body: [
      text(theirs.protocol.finishedNext),
      actions(
        {
          ...to,
          label: theirs.protocol.showPairs,
          action: "pairs.show",
          style: "primary" as const,
        },
        { ...to, label: theirs.protocol.showOffers, action: "offers.show" },
      ),
    ],
  });
  await tellPeople(
    context,
    partnersOf(place.partnership).filter((id) => id !== person.id),
    { key: `protocol.sheet/${place.cycle.id}`, kind: "protocol.sheet" },
    (theirs) => {
      const told = card(theirs, theirs.protocol.finishedNews(person.name));
      return { ...told, body: [...told.body, muted(theirs.protocol.newsWhy)] };
    },
  );
  const { timers, stores, now } = context;
  await timers.set(lookTimer(place.partnership.id, stores.districtId, now));
  return { type: "reply", card: card(texts, protocol.finished) };
}

async function interrupt(
  context: Context<EventOf<"action">>,
  event: "pause" | "resume",
): Promise<Outcome> {
  const { texts, person } = context;
  const place = await placeFor(context, context.event.value);
  if (!place) return notFound(context, context.event.value);
  const isPaused = place.cycle.state === "paused";
  if (isPaused !== (event === "pause")) {
    const taken = await take(context, place, event);
    if ("refused" in taken) return taken.refused;
    if (event === "pause") {
      await tellPeople(
        context,
        partnersOf(place.partnership).filter((id) => id !== person.id),
        { key: `protocol.paused/${place.cycle.id}/${context.event.id}`, kind: "protocol.paused" },
        (theirs) => pausedCard(theirs, place, theirs.protocol.pausedBy(person.name)),
      );
      return { type: "reply", card: pausedCard(texts, place, texts.protocol.paused) };
    }
    return {
      type: "reply",
      card: { title: texts.protocol.resumed, body: [text(nextLine(taken.moved, texts))] },
    };
  }
  return await show(context, place.partnership.id);
}

const pausedCard = ({ protocol }: Texts, { partnership, school }: MyPlace, title: string) => ({
  title,
  body: [
    text(protocol.pausedBody),
    actions({
      label: protocol.resume,
      action: "protocol.resume",
      value: partnership.id,
      about: school.name,
    }),
  ],
});

/** Where each of a person's partnerships stands, and its next step. */
async function lines(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  const { stores, person, texts } = context;
  const { protocol } = texts;
  const mine = await stores.partnerships.ofPartner(person.id);
  const [cycles, schools] = await Promise.all([
    stores.cycles.findAll(mine.map(cycleId)),
    stores.schools.findAll(mine.map(({ schoolId }) => schoolId)),
  ]);
  return mine.flatMap((partnership): readonly HomeLine[] => {
    const cycle = cycles.find(({ id }) => id === cycleId(partnership));
    const school = schools.find(({ id }) => id === partnership.schoolId);
    if (!cycle || !school) return [];
    return [
      {
        title: titleOf({ school, cycle }, texts),
        detail: protocol.next[cycle.state],
        button: {
          label: protocol.show,
          action: "protocol.show",
          value: partnership.id,
          about: school.name,
        },
      },
    ];
  });
}

/** A side that nobody active stands on any more: the protocol waits, nothing is lost. */
async function pauseWithoutSide(services: Services & { readonly person: Person }): Promise<void> {
  const { stores, person } = services;
  for (const partnership of await stores.partnerships.ofPartner(person.id)) {
    const side = sideOf(partnership, person.id);
    const place = await readPlace(services, partnership);
    if (!side || place.facts.people[side] > 0) continue;
    const paused = await stores.cycles.update(place.cycle.id, (current) => {
      const next = step(current, "pause", place.facts);
      return next.type === "moved" ? next.to : current;
    });
    if (paused?.state !== "paused") continue;
    await tellPeople(
      services,
      partnersOf(partnership).filter((id) => id !== person.id),
      {
        key: `protocol.left/${place.cycle.id}/${person.id}`,
        kind: "protocol.paused",
        manner: "answer",
      },
      ({ protocol }) => ({
        title: protocol.pausedLeft(protocol.sides[side]),
        body: [text(protocol.pausedLeftBody), muted(protocol.newsWhy)],
      }),
    );
  }
}
