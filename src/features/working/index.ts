/** The working agreement: written by either side, agreed to by both in the same words. */

import { notFound } from "../../access.ts";
import { actions, muted, quote, text, type Block, type Button, type Card } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import { lines } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import type { WorkingAgreement } from "../../protocol/cycle.ts";
import { bothSaid, sidesFor } from "../../protocol/one-text.ts";
import { placeFor, showPlace, type MyPlace } from "../../here/here.ts";
import { retell, tellPeople, askSide } from "../../telling/tell.ts";
import {
  FEWEST_LINES,
  MOST_LINES,
  agreeToWorking,
  linesOf,
  writeWorking,
} from "../../protocol/working.ts";
import { membersOf, otherSide } from "../../team/partnership.ts";
import type { Side } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";

export const workingFeature: Feature = {
  name: "working",
  commands: {
    agreement: {
      summary: ({ working }) => working.summary,
      situation: "help",
      words: ({ commands }) => commands.agreement,
      run: async (context) => await show(context, ""),
    },
  },
  actions: {
    "working.show": async (context) => await show(context, context.event.value),
    "working.write": ask,
    "working.agree": agree,
  },
  forms: { "working.write": { submit: write } },
};

const AGREEMENT = { lines: lines(1000) };

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "working.show", partnershipId, (place) =>
    workingCard(place, place.side, context.texts),
  );

function workingCard(place: MyPlace, side: Side, texts: Texts, title?: string): Card {
  const { working } = texts;
  const { working: held } = place.cycle;
  if (!held)
    return {
      title: working.none,
      body: [text(working.noneBody), actions(writeButton(working.write, place))],
    };
  return {
    title: title ?? working.title(place.school.name),
    body: [
      ...held.lines.map(quote),
      text(stateOf(held, place, texts)),
      actions(
        ...(sidesFor(held.agreeing, held.agreeing.hash, place.partnership).includes(side)
          ? []
          : [agreeButton(held, place, texts)]),
        writeButton(working.change, place),
      ),
    ],
  };
}

function stateOf({ agreeing }: WorkingAgreement, { partnership }: MyPlace, { working }: Texts) {
  const sides = sidesFor(agreeing, agreeing.hash, partnership);
  if (sides.length === 2) return working.accepted;
  return working.waits[sides.includes("library") ? "it" : "library"];
}

const writeButton = (label: string, { partnership, school }: MyPlace): Button => ({
  label,
  action: "working.write",
  value: partnership.id,
  about: school.name,
  asks: true,
});

const agreeButton = (
  { agreeing }: WorkingAgreement,
  { partnership, school }: MyPlace,
  { working }: Texts,
): Button => ({
  label: working.agree,
  action: "working.agree",
  value: `${partnership.id}|${agreeing.round}`,
  about: school.name,
  style: "primary",
});

async function ask(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const place = await placeFor(context, event.value);
  if (!place) return notFound(context, event.value);
  const { working } = texts;
  const form = formOf(texts, AGREEMENT, {
    form: "working.write",
    title: working.formTitle,
    context: place.partnership.id,
    ask: { lines: { label: working.label, hint: working.hint(FEWEST_LINES, MOST_LINES) } },
    values: { lines: place.cycle.working?.lines.join("\n") },
  });
  return { type: "ask", form };
}

const askKey = (cycleId: string, round: number): string => `working.ask/${cycleId}/${round}`;

async function write(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const place = await placeFor(context, event.context);
  if (!place) return notFound(context, event.context);
  const { working, protocol } = texts;
  const number = working.lines(FEWEST_LINES, MOST_LINES);
  const read = readForm(AGREEMENT, context, { missing: { lines: number } });
  if (read.type === "invalid") return read;
  const written = linesOf(read.values.lines);
  if (written.length < FEWEST_LINES || written.length > MOST_LINES)
    return { type: "invalid", problems: { lines: number } };
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    writeWorking(current, written, { personId: person.id, at: now }),
  );
  const cycle = saved ?? place.cycle;
  const held = cycle.working;
  if (!held) return notFound(context, event.context);
  const after = { ...place, cycle };
  if (bothSaid(held.agreeing, held.agreeing.hash, place.partnership))
    return {
      type: "reply",
      card: workingCard(after, place.side, texts, working.unchanged),
    };
  const side = otherSide(place.side);
  const heard = await askSide(
    context,
    place.partnership,
    side,
    { key: askKey(cycle.id, held.agreeing.round), kind: "working.ask" },
    (theirs) => {
      const card = workingCard(after, side, theirs, theirs.working.askTitle(person.name));
      return { ...card, body: [...card.body, muted(theirs.working.askWhy)] };
    },
  );
  const body: readonly Block[] = [
    ...written.map(quote),
    text(working.savedBody(protocol.sides[side])),
    ...heard,
  ];
  return { type: "reply", card: { title: working.saved, body } };
}

async function agree(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const [partnershipId = "", typed = "0"] = event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  const round = Number(typed);
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    agreeToWorking(current, round, { personId: person.id, at: now }),
  );
  const held = saved?.working;
  if (!saved || !held) return notFound(context, partnershipId);
  const after = { ...place, cycle: saved };
  if (held.agreeing.round !== round)
    return { type: "reply", card: workingCard(after, place.side, texts, texts.working.changed) };
  const isBoth = bothSaid(held.agreeing, held.agreeing.hash, place.partnership);
  if (!isBoth) return { type: "reply", card: workingCard(after, place.side, texts) };
  const card = ({ working }: Texts): Card => ({
    title: working.agreed,
    body: held.lines.map(quote),
  });
  await retell(context, membersOf(place.partnership, place.side), askKey(saved.id, round), card);
  await tellPeople(
    context,
    membersOf(place.partnership, otherSide(place.side)),
    { key: `working.agreed/${saved.id}/${round}`, kind: "working.agreed", manner: "answer" },
    card,
  );
  return { type: "replace", card: card(texts) };
}
