/** The weekly message: sent on its day, explained on request, paused and resumed. */

import type { Feature } from "../../feature.ts";
import { askPause, pauseFeature, pauseTyped, resume } from "./pause.ts";
import { reconcileWeekly, ringWeekly } from "./weekly.ts";
import { more, why } from "./why.ts";

export const nudgeFeature: Feature = {
  name: "nudge",
  commands: {
    why: {
      summary: ({ nudge }) => nudge.whySummary,
      run: async (context) => await why(context, ""),
    },
    pause: {
      summary: ({ nudge }) => nudge.pauseSummary,
      hint: "[2 weeks | until <date>]",
      asks: true,
      run: async (context, rest) => await pauseTyped(context, rest),
    },
    resume: {
      summary: ({ nudge }) => nudge.resumeSummary,
      run: async (context) => ({ type: "reply", card: await resume(context) }),
    },
  },
  actions: {
    "nudge.why": async (context) => await why(context, context.event.value),
    "nudge.pause": askPause,
    "nudge.resume": async (context) => ({ type: "replace", card: await resume(context) }),
    "digest.more": more,
  },
  asks: ["nudge.pause"],
  forms: { pause: pauseFeature },
  timers: { "nudge.weekly": ringWeekly },
  reconcile: reconcileWeekly,
};
