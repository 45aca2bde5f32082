/** What the bot says unasked: looked at on time, explained on request, paused and resumed. */

import type { Feature } from "../../feature.ts";
import { chooseCadence } from "./cadence.ts";
import { reconcileLooks, ringFirst, ringWave } from "./look.ts";
import { showMeasures, weeklyForAll } from "./measures.ts";
import { more, openNotice } from "./notices.ts";
import { askPause, pauseFeature, pauseTyped, resume } from "./pause.ts";
import { ringLine, setLines, turnLine } from "./shared-line.ts";
import { askThanks, sayThanks } from "./thanks.ts";
import { why } from "./why.ts";

export const nudgeFeature: Feature = {
  name: "nudge",
  commands: {
    why: {
      summary: ({ nudge }) => nudge.whySummary,
      situation: "me",
      words: ({ commands }) => commands.why,
      for: ["anyone"],
      run: async (context) => await why(context, ""),
    },
    pause: {
      summary: ({ nudge }) => nudge.pauseSummary,
      situation: "me",
      words: ({ commands }) => commands.pause,
      for: ["anyone"],
      hint: "[2 weeks | until <date>]",
      asks: true,
      run: async (context, rest) => await pauseTyped(context, rest),
    },
    measures: {
      summary: ({ nudge }) => nudge.measuresSummary,
      situation: "district",
      words: ({ commands }) => commands.measures,
      for: ["district"],
      run: async (context) => await showMeasures(context),
    },
    resume: {
      summary: ({ nudge }) => nudge.resumeSummary,
      situation: "me",
      words: ({ commands }) => commands.resume,
      for: ["anyone"],
      run: async (context) => ({ type: "reply", card: await resume(context) }),
    },
  },
  actions: {
    "nudge.measures": showMeasures,
    "nudge.for_all": weeklyForAll,
    "nudge.why": async (context) => await why(context, context.event.value),
    "nudge.pause": askPause,
    "nudge.resume": async (context) => ({ type: "replace", card: await resume(context) }),
    "nudge.cadence": chooseCadence,
    "nudge.thank": askThanks,
    "nudge.line": turnLine,
    "digest.more": more,
    "notice.open": openNotice,
  },
  asks: ["nudge.pause", "nudge.thank"],
  forms: { pause: pauseFeature, "nudge.thanks": { submit: sayThanks } },
  timers: { "nudge.wave": ringWave, "nudge.weekly": ringFirst, "nudge.line": ringLine },
  reconcile: async (services) => {
    await reconcileLooks(services);
    await setLines(services);
  },
};
