/** What is answered whatever the feature, and how an answer says its language. */

import type { Card } from "./card.ts";
import type { PageAnswer } from "./page.ts";
import type { Outcome } from "./ports.ts";
import type { Texts } from "./texts/index.ts";

/** With the language that its cards and forms are written in. */
export function inLanguageOf({ locale }: Texts, outcome: Outcome): Outcome {
  if (outcome.type === "files")
    return {
      ...outcome,
      card: { ...outcome.card, locale },
      otherwise: { ...outcome.otherwise, locale },
    };
  if ("card" in outcome) return { ...outcome, card: { ...outcome.card, locale } };
  return "form" in outcome ? { ...outcome, form: { ...outcome.form, locale } } : outcome;
}

/** A page of one sentence. */
export const onlyText = ({ locale, pages }: Texts, title: string): PageAnswer => ({
  type: "page",
  page: { title, locale, about: pages.about, body: [] },
});

/** A card of one sentence. */
export const notice = (sentence: string): Card => ({ title: sentence, body: [] });

/** To a press, form or shortcut that nobody declares any more. */
export const outOfDate = ({ common }: Texts): Outcome => ({
  type: "reply",
  card: notice(common.outOfDate),
});
