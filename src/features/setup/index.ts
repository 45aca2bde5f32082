/** A partnership is started or changed: who stands on each side, and where shared things are posted. */

import { actions } from "../../card.ts";
import { notFound, partnershipFor, partnershipsMeant } from "../../access.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { accept, askAgain, askRole, decline, later, saveRole } from "./answer.ts";
import { setupForm } from "./form.ts";
import { askFounders, askIn, found } from "./found.ts";
import { save } from "./save.ts";

export const setupFeature: Feature = {
  name: "setup",
  commands: {
    setup: {
      summary: ({ setup }) => setup.summary,
      situation: "me",
      words: ({ commands }) => commands.setup,
      for: ["anyone"],
      asks: true,
      run: setUp,
    },
  },
  actions: {
    "setup.open": openSetup,
    "setup.ask_in": askIn,
    "setup.ask_founders": askFounders,
    "setup.accept": accept,
    "setup.decline": decline,
    "setup.later": later,
    "setup.role": askRole,
  },
  asks: ["setup.open", "setup.role"],
  forms: { setup: { submit: save }, "setup.role": { submit: saveRole } },
  timers: { "setup.again": askAgain },
};

/** The team of the channel, or a person's only one; else they choose, also to start another. */
async function setUp(context: Context<EventOf<"command">>): Promise<Outcome> {
  const { stores, texts, event } = context;
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  const [first] = meant;
  const isHere = event.channel === null || first?.channels.includes(event.channel);
  if (!first || (meant.length === 1 && isHere))
    return first ? { type: "ask", form: await setupForm(context, first) } : await found(context);
  const schools = await stores.schools.findAll(meant.map(({ schoolId }) => schoolId));
  const buttons = meant.map(({ id, schoolId }) => ({
    label: schools.find((school) => school.id === schoolId)?.name ?? id,
    action: "setup.open",
    value: id,
  }));
  const another = { label: texts.setup.another, action: "setup.open", value: "" };
  return {
    type: "reply",
    card: { title: texts.common.chooseSchool, body: [actions(...buttons, another)] },
  };
}

async function openSetup(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { value } = context.event;
  if (value === "") return await found(context, true);
  const mine = await partnershipFor(context, value);
  return mine
    ? { type: "ask", form: await setupForm(context, mine.partnership) }
    : notFound(context, value);
}
