/** Making a pair: by form or in one typed line; refused in plain words when it is none (AC-05). */

import { notFound, notPartner, partnershipsMeant, shortId } from "../../access.ts";
import { answer, muted, quote, text, type Block, type Card, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { isBlank, lengthOf, oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  isAccepted,
  pairOf,
  writePair,
  type Intersection,
  type Pair,
  type PairRefusal,
} from "../../protocol/intersection.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";
import { askSide } from "../../telling/tell.ts";
import { otherSide } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { pairBlocks, pairLine, pairsCard } from "./card.ts";
import { line, pick } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

const PAIR = { one: pick, other: pick, common: line(200) };
const OPTION_LIMIT = 70;
/** What a platform lists in one choice. */
const MOST_OPTIONS = 100;

export function pairForm(
  place: MyPlace,
  texts: Texts,
  chosen: { readonly one?: string; readonly other?: string; readonly common?: string },
): Form {
  const { pairs, common } = texts;
  const options = (first: Goal["department"]) =>
    [...place.goals]
      .sort((a, b) => Number(b.department === first) - Number(a.department === first))
      .slice(0, MOST_OPTIONS)
      .map(({ id, title, department }) => ({
        label: shorten(texts.labelled(`${common[department]}, ${id}`, title), OPTION_LIMIT),
        value: id,
      }));
  const { one, other, common: sentence } = chosen;
  return formOf(texts, PAIR, {
    form: "pairs.pair",
    title: pairs.formTitle,
    context: place.partnership.id,
    ask: {
      one: { label: pairs.formOne, options: options("library") },
      other: { label: pairs.formOther, options: options("it") },
      common: { label: pairs.formCommon, hint: pairs.formCommonHint(PAIR.common.max) },
    },
    values: {
      ...standing(place, { one, other }),
      common: sentence && shorten(sentence, PAIR.common.max),
    },
  });
}

/** Goals that are offered no more stand in no choice. */
const standing = (
  { goals }: MyPlace,
  chosen: { readonly one?: string | undefined; readonly other?: string | undefined },
) => {
  const known = (id: string | undefined) => goals.find((goal) => goal.id === id)?.id;
  return { one: known(chosen.one), other: known(chosen.other) };
};

export async function submitPair(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const place = await placeFor(context, event.context);
  if (!place) return notFound(context, event.context);
  const read = readPair(place, answer(event.answers, "one"), answer(event.answers, "other"));
  const common = oneLine(answer(event.answers, "common"));
  const problem = read === undefined ? texts.pairs.unknownGoal : refusalText(read, texts);
  const sentence = commonProblem(common, texts);
  if (read === undefined || "kind" in read || sentence)
    return {
      type: "invalid",
      problems: {
        ...(problem ? { other: problem } : {}),
        ...(sentence ? { common: sentence } : {}),
      },
    };
  return await save(context, place, read, common, event.instance);
}

/** `pair g-01 g-08 A calm August`; without a sentence the form opens with the two goals in it. */
export async function typedPair(
  context: Context<EventOf<"command">>,
  rest: string,
): Promise<Outcome> {
  const { texts, event } = context;
  const meant = await partnershipsMeant(context);
  if (meant.length === 0) return notPartner(context);
  const [one = "", other = "", ...words] = rest.trim().split(/\s+/u);
  if (!one || !other) {
    const [first] = meant;
    const place = first && (await placeFor(context, first.partnership.id));
    return place && meant.length === 1 && !one
      ? { type: "ask", form: pairForm(place, texts, {}) }
      : { type: "reply", card: { title: texts.pairs.howTo, body: [] } };
  }
  const goal = await context.stores.goals.find(shortId("g", one));
  const place = goal && (await placeFor(context, goal.partnershipId));
  if (!place) return notFound(context, shortId("g", one));
  const read = readPair(place, shortId("g", one), shortId("g", other));
  if (read === undefined) return notFound(context, shorten(shortId("g", other), OPTION_LIMIT));
  if ("kind" in read) return { type: "reply", card: { title: refusalText(read, texts), body: [] } };
  const common = oneLine(words.join(" "));
  if (commonProblem(common, texts))
    return {
      type: "ask",
      form: pairForm(place, texts, { one: read.libraryGoalId, other: read.itGoalId, common }),
    };
  return await save(context, place, read, common, event.id);
}

function readPair(place: MyPlace, one: string, other: string): Pair | PairRefusal | undefined {
  const [first, second] = [one, other].map((id) => place.goals.find((goal) => goal.id === id));
  return first && second && pairOf(first, second);
}

function refusalText(read: Pair | PairRefusal, { pairs }: Texts): string {
  if (!("kind" in read)) return "";
  return read.kind === "same_goal" ? pairs.sameGoal : pairs.sameDepartment[read.department];
}

function commonProblem(common: string, { pairs, fields }: Texts): string {
  if (isBlank(common)) return pairs.writeCommon;
  const { max } = PAIR.common;
  return lengthOf(common) > max ? fields.tooLong(lengthOf(common), max) : "";
}

/** Keeps it as accepted by its writer, and asks the other side until they accept the same sentence. */
async function save(
  context: Context,
  place: MyPlace,
  pair: Pair,
  common: string,
  id: string,
): Promise<Outcome> {
  const { stores, person, texts, now } = context;
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    writePair(current, pair, { id, common, byId: person.id, at: now }),
  );
  const cycle = saved ?? place.cycle;
  const written = cycle.intersections.find(
    ({ libraryGoalId, itGoalId }) =>
      libraryGoalId === pair.libraryGoalId && itGoalId === pair.itGoalId,
  );
  if (!written) return { type: "reply", card: pairsCard({ ...place, cycle }, texts) };
  let heard: readonly Block[] = [];
  if (!isAccepted(written, place.partnership))
    heard = await askSide(
      context,
      place.partnership,
      otherSide(place.side),
      { key: askKey(place, written), kind: "pairs.asked" },
      (theirs) => askCard(theirs, { ...place, cycle }, written, person.name),
    );
  else await makeCommon(context, written);
  const waits = isAccepted(written, place.partnership)
    ? texts.pairs.acceptedDone
    : texts.pairs.savedWaits(texts.protocol.sides[otherSide(place.side)]);
  return {
    type: "reply",
    card: {
      title: texts.pairs.saved(pair.libraryGoalId, pair.itGoalId),
      body: [text(pairLine(pair, place, texts)), quote(common), text(waits), ...heard],
    },
  };
}

/** Goals that both sides agreed meet are common to both; a school-wide one stays so (systems, row 9). */
export async function makeCommon(
  { stores }: Pick<Context, "stores">,
  { libraryGoalId, itGoalId }: Pair,
): Promise<void> {
  for (const id of [libraryGoalId, itGoalId])
    await stores.goals.update(id, (goal) =>
      goal.scope === "department" ? { ...goal, scope: "common" } : goal,
    );
}

export const askKey = (place: MyPlace, { id, agreeing }: Intersection): string =>
  `pairs.asked/${place.cycle.id}/${id}/${agreeing.round}`;

/** As the other side reads it. */
function askCard(texts: Texts, place: MyPlace, written: Intersection, who: string): Card {
  const { pairs } = texts;
  const theirs = { ...place, side: otherSide(place.side) };
  return {
    title: pairs.askTitle(who, written.libraryGoalId, written.itGoalId),
    body: [text(pairs.askBody), ...pairBlocks(written, theirs, texts), muted(pairs.askWhy)],
  };
}
