/** What is answered whatever the feature, and how an answer says its language. */

import type { Card, Form, Input } from "./card.ts";
import type { PageAnswer } from "./page.ts";
import type { Outcome } from "./ports.ts";
import type { Texts } from "./texts/index.ts";

/** So many questions are seen at once, on a phone too. */
const SEEN_AT_ONCE = 4;

/** With the language that its cards and forms are written in, and a long form with what it needs. */
export function inLanguageOf(texts: Texts, outcome: Outcome): Outcome {
  const { locale } = texts;
  if (outcome.type === "files")
    return {
      ...outcome,
      card: { ...outcome.card, locale },
      otherwise: { ...outcome.otherwise, locale },
    };
  if ("card" in outcome) return { ...outcome, card: { ...outcome.card, locale } };
  return "form" in outcome
    ? { ...outcome, form: { ...withNeeds(outcome.form, texts), locale } }
    : outcome;
}

/** Says above the questions what has to be filled in, where some of that is not seen without scrolling. */
function withNeeds(form: Form, { common, labelled }: Texts): Form {
  const questions = form.inputs.filter((input) => input.type !== "note");
  const needed = questions.filter(isNeeded);
  if (!questions.slice(SEEN_AT_ONCE).some(isNeeded)) return form;
  const list = needed.map(({ label }) => label).join(" · ");
  return {
    ...form,
    inputs: [{ type: "note", text: labelled(common.needed, list) }, ...form.inputs],
  };
}

const isNeeded = ({ optional, value = "" }: Exclude<Input, { type: "note" }>): boolean =>
  !optional && [value].flat().every((each) => each === "");

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
