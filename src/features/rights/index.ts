/** Rights over what is others' are given by somebody who may, never by what people say of themselves. */

import type { Feature } from "../../feature.ts";
import { giveByButton, giveByForm, askWhom, leaveIt, takeBack } from "./give.ts";
import { layDown, typeAdmin } from "./first.ts";
import { turnOverview } from "./overview.ts";

export const rightsFeature: Feature = {
  name: "rights",
  commands: {
    admin: {
      summary: ({ rights }) => rights.summary,
      situation: "district",
      words: ({ commands }) => commands.admin,
      for: ["district"],
      hint: "[code]",
      run: typeAdmin,
    },
  },
  actions: {
    "rights.give": askWhom,
    "rights.confirm": giveByButton,
    "rights.no": leaveIt,
    "rights.take": takeBack,
    "rights.turn": turnOverview,
  },
  asks: ["rights.give"],
  forms: { "rights.give": { submit: giveByForm } },
  personLeft: layDown,
};
