/** When people are there: away from–to, somebody who stands in, hours and quiet hours. */

import type { Feature } from "../../feature.ts";
import { askAway, askAwayWith, awayFeature, awayTyped, comeBack, takeBack } from "./away.ts";
import { askCover, coverFeature, coverTyped, uncover } from "./cover.ts";
import { hoursFeature, hoursForm } from "./hours.ts";

export const absenceFeature: Feature = {
  name: "absence",
  commands: {
    away: {
      summary: ({ absence }) => absence.awaySummary,
      situation: "me",
      words: ({ commands }) => commands.away,
      fill: (context, sentence) => Promise.resolve(askAwayWith(context, sentence)),
      hint: "[<from> to <until>]",
      asks: true,
      run: awayTyped,
    },
    back: {
      summary: ({ absence }) => absence.backSummary,
      situation: "me",
      words: ({ commands }) => commands.back,
      run: comeBack,
    },
    cover: {
      summary: ({ absence }) => absence.coverSummary,
      situation: "me",
      words: ({ commands }) => commands.cover,
      hint: "[until <date>]",
      asks: true,
      run: (context, rest) => Promise.resolve(coverTyped(context, rest)),
    },
    hours: {
      summary: ({ absence }) => absence.hoursSummary,
      situation: "me",
      words: ({ commands }) => commands.hours,
      asks: true,
      run: async (context) => ({ type: "ask", form: await hoursForm(context) }),
    },
  },
  actions: {
    "absence.away": (context) => Promise.resolve(askAway(context)),
    "absence.take_back": takeBack,
    "absence.cover": (context) => Promise.resolve(askCover(context)),
    "absence.uncover": uncover,
    "absence.hours": async (context) => ({ type: "ask", form: await hoursForm(context) }),
  },
  asks: ["absence.away", "absence.cover", "absence.hours"],
  forms: {
    "absence.away": awayFeature,
    "absence.cover": coverFeature,
    "absence.hours": hoursFeature,
  },
};
