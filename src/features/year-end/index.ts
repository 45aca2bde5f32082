/** The end of a school year: each open goal is carried over, stopped or closed; then the next begins. */

import { notFound } from "../../access.ts";
import { muted, text, type Card } from "../../card.ts";
import type { Context, EventOf, Feature, Services } from "../../feature.ts";
import { line, one, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import { agreeToClose } from "../../protocol/close-year.ts";
import { cycleId, type Cycle } from "../../protocol/cycle.ts";
import { placeFor, placeMeant, type MyPlace } from "../../here/here.ts";
import { step } from "../../protocol/protocol.ts";
import { retell, askSide } from "../../telling/tell.ts";
import { decide, hashOfDecisions, type YearOutcome } from "../../protocol/year-end.ts";
import { otherSide, partnersOf } from "../../team/partnership.ts";
import { share, teamOf } from "../../telling/share.ts";
import { addDays } from "../../time/calendar.ts";
import { schoolYearAt } from "../../time/sessions.ts";
import type { Texts } from "../../texts/index.ts";
import { outcomeLine, yearCard } from "./card.ts";
import { listYears, openYear } from "./past.ts";
import { carryOut } from "./carry-out.ts";

export const yearEndFeature: Feature = {
  name: "year-end",
  commands: {
    year: {
      summary: ({ year }) => year.summary,
      situation: "plan",
      words: ({ commands }) => commands.year,
      run: async (context) => await show(context, ""),
    },
    "year past": {
      summary: ({ year }) => year.pastSummary,
      situation: "plan",
      words: ({ commands }) => commands["year past"],
      run: async (context) => await listYears(context, ""),
    },
  },
  actions: {
    "year.show": async (context) => await show(context, context.event.value),
    "year.decide": askDecision,
    "year.close": pressClose,
    "year.past": async (context) => await listYears(context, context.event.value),
    "year.open": openYear,
  },
  seasons: [
    {
      name: "year-end",
      days: ({ calendar }, today) => {
        const year = schoolYearAt(today, calendar);
        return year && { from: addDays(year.end, -WEEKS_BEFORE * 7), to: year.end };
      },
      line: ({ finding }) => finding.yearSeason,
      command: "year",
    },
  ],
  forms: { "year.decide": { submit: saveDecision } },
  reconcile: finishClosedYears,
};

/** Time enough to talk about each goal at a check-in. */
const WEEKS_BEFORE = 3;
const OUTCOMES = ["carried_over", "stopped", "closed"] as const satisfies readonly YearOutcome[];
const DECISION = { outcome: one(...OUTCOMES), reason: optional(line(200)) };
const BOTH = ["library", "it"] as const;

/** Whether the year can end from where the protocol stands, the goals and yeses left aside. */
const canEnd = (place: MyPlace): boolean =>
  step(place.cycle, "close", { ...place.facts, undecided: 0, closingAgreed: BOTH }).type ===
  "moved";

async function show(context: Context, partnershipId: string): Promise<Outcome> {
  const found = await placeMeant(context, "year.show", partnershipId);
  if ("instead" in found) return found.instead;
  return { type: "reply", card: cardOf(found.place, context.texts) };
}

const cardOf = (place: MyPlace, texts: Texts, notice?: string): Card =>
  canEnd(place)
    ? yearCard(place, texts, notice)
    : { title: texts.year.notYet, body: [text(texts.protocol.next[place.cycle.state])] };

async function askDecision(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const [partnershipId = "", goalId = ""] = event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const goal = place?.open.find(({ id }) => id === goalId);
  if (!place || !goal) return notFound(context, goalId);
  const { year } = texts;
  const known = place.cycle.decisions.find((each) => each.goalId === goalId);
  const form = formOf(texts, DECISION, {
    form: "year.decide",
    title: year.formTitle,
    context: event.value,
    before: [{ type: "note", title: goal.id, text: goal.title }],
    ask: {
      outcome: { label: year.label, options: year.options },
      reason: { label: year.reason, hint: year.reasonHint },
    },
    values: { outcome: known?.outcome, reason: known?.reason },
  });
  return { type: "ask", form };
}

async function saveDecision(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person } = context;
  const [partnershipId = "", goalId = ""] = event.context.split("|");
  const place = await placeFor(context, partnershipId);
  const goal = place?.open.find(({ id }) => id === goalId);
  if (!place || !goal) return notFound(context, goalId);
  const { year } = texts;
  const read = readForm(DECISION, context, { missing: { outcome: year.choose } });
  if (read.type === "invalid") return read;
  const { outcome } = read.values;
  const reason = outcome === "stopped" ? read.values.reason : "";
  if (outcome === "stopped" && reason === "")
    return { type: "invalid", problems: { reason: year.needReason } };
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    current.state === "cycle_closed"
      ? current
      : decide(current, { goalId, outcome, reason, byId: person.id, carriedTo: null }),
  );
  const card = cardOf(
    { ...place, cycle: saved ?? place.cycle },
    texts,
    texts.labelled(goalId, outcomeLine({ outcome, reason }, texts)),
  );
  return { type: "replace", card };
}

/** `partnership|cycle|hash`: yes to these decisions and no others; the second side's closes the year. */
async function pressClose(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const [partnershipId = "", id = "", hash = ""] = event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  const { year, protocol } = texts;
  const asked = place.cycle.id === id ? place.cycle : await stores.cycles.find(id);
  if (asked?.partnershipId !== partnershipId) return notFound(context, partnershipId);
  if (asked.state === "cycle_closed") return await finish(context, place, asked);
  if (asked.id !== place.cycle.id || !canEnd(place))
    return { type: "reply", card: cardOf(place, texts) };
  if (place.facts.undecided > 0)
    return { type: "reply", card: yearCard(place, texts, year.missing) };
  if (hash !== hashOfDecisions(place.cycle, place.open))
    return { type: "reply", card: yearCard(place, texts, year.changedSince) };
  const saved = await stores.cycles.update(id, (current) =>
    agreeToClose(
      current,
      hash,
      { personId: person.id, at: now },
      { partnership: place.partnership, facts: place.facts },
    ),
  );
  const cycle = saved ?? place.cycle;
  if (cycle.state === "cycle_closed") return await finish(context, place, cycle);
  const side = otherSide(place.side);
  const heard = await askSide(
    context,
    place.partnership,
    side,
    { key: askKey(cycle), kind: "year.ask" },
    (theirs) => {
      const title = theirs.year.askTitle(person.name, cycle.label);
      const card = yearCard({ ...place, cycle }, theirs, title);
      return { ...card, body: [...card.body, muted(theirs.year.askWhy)] };
    },
  );
  return {
    type: "replace",
    card: { title: year.agreed, body: [text(year.agreedBody(protocol.sides[side])), ...heard] },
  };
}

const askKey = ({ id, closing }: Cycle): string => `year.ask/${id}/${closing?.round ?? 0}`;

/** Carries out what was decided, and tells everybody once. Repeating it repairs it. */
async function finish(context: Context, place: MyPlace, closed: Cycle): Promise<Outcome> {
  const { stores, texts } = context;
  const { partnership, school } = place;
  const { cycle, next } = await carryOut(context, closed);
  const card = (theirs: Texts): Card => ({
    title: theirs.year.closed(cycle.label),
    body: [text(theirs.year.closedBody(next))],
  });
  await retell(context, partnersOf(partnership), askKey(cycle), card);
  await share(
    context,
    await teamOf(stores, partnership, school),
    { key: `year.closed/${cycle.id}`, kind: "year.closed", manner: "answer" },
    card,
  );
  const lines = cycle.decisions.flatMap(({ goalId, carriedTo }) =>
    carriedTo ? [text(texts.year.carriedAs(goalId, carriedTo))] : [],
  );
  const told = card(texts);
  return { type: "replace", card: { ...told, body: [...told.body, ...lines] } };
}

/** A year that was closed while the process stopped: its decisions are carried out on start. */
async function finishClosedYears(services: Services): Promise<void> {
  const { stores } = services;
  const partnerships = await stores.partnerships.all();
  const cycles = await stores.cycles.findAll(partnerships.map(cycleId));
  for (const cycle of cycles) if (cycle.state === "cycle_closed") await carryOut(services, cycle);
}
