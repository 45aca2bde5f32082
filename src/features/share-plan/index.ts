/** An agreed version, or a joint column, goes to chosen supervisors after both consents; they can thank, ask, and no more. */

import type { Feature } from "../../feature.ts";
import { askAnswer, sendAnswer } from "./answer.ts";
import { pressConsent, showLog } from "./consent.ts";
import { askJointReaders, submitJoint } from "./joint.ts";
import { pressNew, submitReaders, turnPreview, typedShare } from "./propose.ts";
import {
  askQuestion,
  listShared,
  openShared,
  sendQuestion,
  sharedLines,
  thank,
  turnShared,
} from "./reader.ts";

export const sharePlanFeature: Feature = {
  name: "share-plan",
  commands: {
    "plan share": {
      summary: ({ sharing }) => sharing.summary,
      situation: "principal",
      words: ({ commands }) => commands["plan share"],
      run: typedShare,
    },
    "plan shared": {
      summary: ({ sharing }) => sharing.logSummary,
      situation: "principal",
      words: ({ commands }) => commands["plan shared"],
      run: async (context) => await showLog(context, ""),
    },
    shared: {
      summary: ({ sharing }) => sharing.sharedSummary,
      situation: "principal",
      words: ({ commands }) => commands.shared,
      for: ["reader"],
      run: listShared,
    },
  },
  actions: {
    "sharing.new": pressNew,
    "sharing.joint": askJointReaders,
    "sharing.turn": turnPreview,
    "sharing.consent": pressConsent,
    "sharing.log": async (context) => await showLog(context, context.event.value),
    "shared.open": openShared,
    "shared.turn": turnShared,
    "shared.thank": thank,
    "shared.ask": askQuestion,
    "sharing.answer": askAnswer,
  },
  forms: {
    "sharing.propose": { submit: submitReaders },
    "sharing.joint": { submit: submitJoint },
    "shared.ask": { submit: sendQuestion },
    "sharing.answer": { submit: sendAnswer },
  },
  home: { order: 15, lines: sharedLines },
};
