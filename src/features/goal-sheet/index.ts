/** The goal sheet of Meeting 1: the partner's goals first, said back until they are understood. */

import { notFound } from "../../access.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { placeFor, showPlace } from "../../here/here.ts";
import { pageNumber } from "../../page-number.ts";
import { sheetCard } from "./card.ts";
import { askPrompts, savePrompts } from "./prompts.ts";
import {
  answerRight,
  askNotQuite,
  askRestatement,
  saveNotQuite,
  saveRestatement,
} from "./restate.ts";

export const goalSheetFeature: Feature = {
  name: "goal-sheet",
  commands: {
    sheet: {
      summary: ({ sheet }) => sheet.summary,
      situation: "plan",
      words: ({ commands }) => commands.sheet,
      run: async (context) => await show(context, ""),
    },
  },
  actions: {
    "sheet.show": async (context) => await show(context, context.event.value),
    "sheet.turn": turn,
    "sheet.restate": askRestatement,
    "sheet.right": answerRight,
    "sheet.not_quite": askNotQuite,
    "sheet.prompts": askPrompts,
  },
  forms: {
    "sheet.restate": { submit: saveRestatement },
    "sheet.not_quite": { submit: saveNotQuite },
    "sheet.prompts": { submit: savePrompts },
  },
};

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "sheet.show", partnershipId, (place) =>
    sheetCard(place, context.texts, 1),
  );

async function turn(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [id = "", page = "1"] = context.event.value.split("|");
  const place = await placeFor(context, id);
  return place
    ? { type: "replace", card: sheetCard(place, context.texts, pageNumber(page)) }
    : notFound(context, id);
}
