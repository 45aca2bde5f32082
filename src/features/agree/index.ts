/** The action plan as one text: read, completed, agreed on by both sides, frozen as versions. */

import { notFound } from "../../access.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { placeFor, showPlace } from "../../here/here.ts";
import { namesIn } from "../../cards/plan-lines.ts";
import { pageNumber } from "../../page-number.ts";
import { pressAgree } from "./press.ts";
import { askScope, saveScope } from "./scope.ts";
import { textCard } from "./text-card.ts";
import {
  listVersions,
  openVersion,
  pressCompare,
  turnVersion,
  typedCompare,
  typedVersion,
} from "./versions.ts";

export const agreeFeature: Feature = {
  name: "agree",
  commands: {
    "plan agree": {
      summary: ({ agree }) => agree.summary,
      situation: "plan",
      words: ({ commands }) => commands["plan agree"],
      run: async (context) => await show(context, ""),
    },
    "plan versions": {
      summary: ({ agree }) => agree.versionsSummary,
      situation: "plan",
      words: ({ commands }) => commands["plan versions"],
      hint: "[number]",
      run: typedVersion,
    },
    "plan compare": {
      summary: ({ agree }) => agree.compareSummary,
      situation: "plan",
      words: ({ commands }) => commands["plan compare"],
      menu: false,
      hint: "<number> <number>",
      run: typedCompare,
    },
  },
  actions: {
    "agree.show": async (context) => await show(context, context.event.value),
    "agree.turn": turn,
    "agree.press": pressAgree,
    "agree.change": askScope,
    "versions.show": async (context) => await listVersions(context, context.event.value),
    "versions.open": openVersion,
    "versions.turn": turnVersion,
    "versions.compare": pressCompare,
  },
  forms: { "agree.change": { submit: saveScope } },
};

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "agree.show", partnershipId, async (place) => {
    const names = await namesIn(context.stores, place.text.goals);
    return textCard({ place, names, page: 1 }, context.texts);
  });

async function turn(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [partnershipId = "", page = "1"] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  const names = await namesIn(context.stores, place.text.goals);
  const card = textCard({ place, names, page: pageNumber(page) }, context.texts);
  return { type: "replace", card };
}
