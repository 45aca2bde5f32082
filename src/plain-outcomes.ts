/** What is answered without any feature: one sentence, in the language of whoever reads it. */

import type { Card } from "./card.ts";
import type { PageAnswer } from "./page.ts";
import type { Outcome } from "./ports.ts";
import type { Texts } from "./texts/index.ts";

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

export const onlyText = ({ locale, pages }: Texts, title: string): PageAnswer => ({
  type: "page",
  page: { title, locale, about: pages.about, body: [] },
});

export const notice = (sentence: string): Card => ({ title: sentence, body: [] });

export const outOfDate = ({ common }: Texts): Outcome => ({
  type: "reply",
  card: notice(common.outOfDate),
});
