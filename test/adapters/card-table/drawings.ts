/** The card table, drawn by both renderers. */

import { renderForm as renderSlackForm } from "../../../adapters/slack/render-form.ts";
import { renderCard as renderSlackCard } from "../../../adapters/slack/render.ts";
import { renderForm as renderTeamsForm } from "../../../adapters/teams/render-form.ts";
import { renderCard as renderTeamsCard } from "../../../adapters/teams/render.ts";
import type { Card } from "../../../src/card.ts";
import type { Address, Locale } from "../../../src/team/person.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { CARDS } from "./cards.ts";
import { EVERYDAY_CARDS, EVERYDAY_FORMS } from "./everyday.ts";
import { type FormRow, FORMS } from "./forms.ts";

export interface Drawing {
  readonly name: string;
  readonly slack: object;
  readonly teams: object;
}

const CHANNELS = [
  { id: "19:a", name: "Library and Tech" },
  { id: "19:b", name: "WCE Partnership" },
];

export const DRAWINGS: readonly Drawing[] = [
  ...Object.entries(CARDS).map(([name, card]) => drawCard(name, card, "en")),
  ...EVERYDAY_CARDS.map(([name, { card, locale }]) => drawCard(name, card, locale)),
  ...Object.entries(FORMS).map(([name, row]) => drawForm(name, row, "en")),
  ...EVERYDAY_FORMS.map(([name, row]) => drawForm(name, row, row.locale)),
];

function drawCard(name: string, card: Card, locale: Locale): Drawing {
  return {
    name,
    slack: renderSlackCard(card, "message"),
    teams: renderTeamsCard(card, { texts: textsFor(locale, "UTC"), place: "message" }),
  };
}

/** Slack keeps the answers of a dialog, and shows problems in it by itself. */
function drawForm(name: string, row: FormRow, locale: Locale): Drawing {
  const { form, inChat, noChannels, ...filled } = row;
  return {
    name,
    slack: renderSlackForm(form, { origin: {}, instance: "i-1" }),
    teams: renderTeamsForm(form, {
      ...("answers" in filled ? { answers: filled.answers } : {}),
      ...("problems" in filled ? { problems: filled.problems } : {}),
      texts: textsFor(locale, "UTC"),
      place: inChat ? "message" : "dialog",
      instance: "i-1",
      note: "n-1",
      channels: noChannels ? [] : CHANNELS,
      idOf: (address: Address) => /^teams:t\/(.+)$/u.exec(address)?.[1],
    }),
  };
}
