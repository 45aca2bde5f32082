/** Where goals meet, drawn: the pairs with their sentence, then what is worth a look. */

import {
  actions,
  heading,
  item as row,
  muted,
  quote,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import { shorten } from "../../plain-text.ts";
import {
  isAccepted,
  suggestions,
  type Intersection,
  type Pair,
} from "../../protocol/intersection.ts";
import { sidesFor } from "../../protocol/one-text.ts";
import type { MyPlace, Place } from "../../here/here.ts";
import { sideOf } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";

const TITLE_BESIDE = 80;
const SHOWN = 10;

export function pairsCard(place: MyPlace, texts: Texts): Card {
  const { pairs } = texts;
  const made = place.cycle.intersections.slice(-SHOWN);
  return {
    title: pairs.title(place.school.name),
    body: [
      columns(place, texts),
      ...(made.length > 0
        ? [heading(pairs.made), ...made.flatMap((each) => pairBlocks(each, place, texts))]
        : [text(pairs.none), ...noneYet(place, texts)]),
      ...worthALook(place, texts),
      actions(
        {
          label: pairs.newPair,
          action: "pairs.new",
          value: place.partnership.id,
          style: "primary",
          asks: true,
        },
        ...(made.length === 0
          ? [{ label: pairs.sayNone, action: "pairs.none", value: place.partnership.id }]
          : []),
      ),
    ],
  };
}

/** Open goals of both sides that are in no pair, beside each other. */
function columns({ open, cycle }: MyPlace, { common, sheet, labelled }: Texts): Block {
  const paired = cycle.intersections.flatMap((each) => [each.libraryGoalId, each.itGoalId]);
  const lines = (side: "library" | "it"): readonly string[] => {
    const free = open.filter(({ id, department }) => department === side && !paired.includes(id));
    return free.length > 0
      ? free.slice(0, SHOWN).map(({ id, title }) => labelled(id, shorten(title, TITLE_BESIDE)))
      : [sheet.none];
  };
  return {
    type: "columns",
    left: { title: common.library, lines: lines("library") },
    right: { title: common.it, lines: lines("it") },
  };
}

function noneYet(
  { cycle, partnership }: MyPlace,
  { pairs, protocol, locale }: Texts,
): readonly Block[] {
  const sides = cycle.noneYet.flatMap(({ personId }) => sideOf(partnership, personId) ?? []);
  if (sides.length === 0) return [];
  const named = [...new Set(sides)].map((side) => protocol.sides[side]);
  return [muted(pairs.noneYet(new Intl.ListFormat(locale).format(named)))];
}

const titleOf = ({ goals, open }: Place, id: string): string =>
  shorten([...goals, ...open].find((goal) => goal.id === id)?.title ?? "", TITLE_BESIDE);

/** The two goals, their sentence, how far it is accepted, and what can be pressed. */
export function pairBlocks(each: Intersection, place: MyPlace, texts: Texts): readonly Block[] {
  return [
    text(pairLine(each, place, texts)),
    quote(each.common),
    muted(stateOf(each, place, texts)),
    actions(...pairButtons(each, place, texts)),
  ];
}

export const pairLine = (
  { libraryGoalId, itGoalId }: Pair,
  place: Place,
  { labelled }: Texts,
): string => [libraryGoalId, itGoalId].map((id) => labelled(id, titleOf(place, id))).join("\n");

function stateOf(each: Intersection, { partnership }: MyPlace, { pairs }: Texts): string {
  if (isAccepted(each, partnership)) return pairs.accepted;
  const sides = sidesFor(each.agreeing, each.agreeing.hash, partnership);
  if (sides.length === 0) return pairs.waitsBoth;
  return pairs.waits[sides.includes("library") ? "it" : "library"];
}

function pairButtons(each: Intersection, place: MyPlace, { pairs }: Texts): readonly Button[] {
  const { agreeing, id, libraryGoalId, itGoalId } = each;
  const about = `${libraryGoalId} ${itGoalId}`;
  const value = `${place.partnership.id}|${id}`;
  const isMine = sidesFor(agreeing, agreeing.hash, place.partnership).includes(place.side);
  return [
    ...(isMine
      ? []
      : [
          {
            label: pairs.accept,
            action: "pairs.accept",
            value: `${value}|${agreeing.round}`,
            about,
            style: "primary" as const,
          },
        ]),
    { label: pairs.change, action: "pairs.change", value, about, asks: true },
    { label: pairs.unpair, action: "pairs.unpair", value, about },
  ];
}

function worthALook(place: MyPlace, texts: Texts): readonly Block[] {
  const { pairs, dates } = texts;
  const found = suggestions(place.open, place.cycle.intersections);
  if (found.length === 0) return [];
  return [
    heading(pairs.suggestions),
    ...found.map(({ because, ...pair }) =>
      row(
        pairLine(pair, place, texts),
        because.kind === "school_goal"
          ? pairs.bothServe(because.schoolGoal)
          : pairs.bothDue(
              dates.day(because.library, place.today),
              dates.day(because.it, place.today),
            ),
        {
          label: pairs.pairThem,
          action: "pairs.new",
          value: `${place.partnership.id}|${pair.libraryGoalId}|${pair.itGoalId}`,
          about: `${pair.libraryGoalId} ${pair.itGoalId}`,
          asks: true,
        },
      ),
    ),
  ];
}
