/** What a test platform was given, drawn by both real renderers and looked over as the platforms do. */

import { renderForm as slackForm } from "../../adapters/slack/render-form.ts";
import { renderCard as slackCard } from "../../adapters/slack/render.ts";
import { renderForm as teamsForm } from "../../adapters/teams/render-form.ts";
import { renderCard as teamsCard } from "../../adapters/teams/render.ts";
import { checkMessageBlocks, checkView } from "../../playground/slack/block-kit.ts";
import { checkCard } from "../../playground/teams/card-check.ts";
import type { Card, Form } from "../../src/card.ts";
import { textsFor } from "../../src/texts/index.ts";

const texts = textsFor("en", "UTC");

/** What Slack or Teams would refuse of it; nothing in a good one. */
export const faultsOf = (card: Card): readonly string[] => [
  ...checkMessageBlocks(slackCard(card, "message")),
  ...checkCard(teamsCard(card, { texts, place: "message" })),
];

/** The same of a form; and what a renderer had to cut of the texts that stand in it. */
export function formFaults(form: Form): readonly string[] {
  const view = slackForm(form, { origin: {}, instance: "i" });
  const card = teamsForm(form, {
    texts,
    place: "dialog",
    instance: "i",
    note: "n",
    channels: [],
    idOf: (address) => address,
  });
  const drawn = JSON.stringify([view, card]);
  const cut = form.inputs.flatMap((input) =>
    input.type === "text" && input.value && drawn.split(JSON.stringify(input.value)).length < 3
      ? [`${input.id} is cut`]
      : [],
  );
  return [...checkView({ ...view }), ...checkCard(card), ...cut];
}
