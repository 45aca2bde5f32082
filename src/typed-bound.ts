/** The one bound for what people type, before any of it is read: reading may cost more than linear time. */

import { quotes, text, type Answers, type Input } from "./card.ts";
import { lengthOf, shorten } from "./plain-text.ts";
import type { ChatEvent, Outcome } from "./ports.ts";
import type { Texts } from "./texts/index.ts";

/** In UTF-16 units; several times what any sentence, list or note here may hold. */
export const MOST_TYPED = 8_000;
/** Of people or choices in one input. */
const MOST_CHOSEN = 500;

/**
 * The event as it may be read; or what is said instead, with what was typed given back. A message that
 * somebody points at, or writes below ours, stays where it is, and is read as far as the bound.
 */
export function boundTyped<E extends ChatEvent>(
  event: E,
  texts: Texts,
): { readonly event: E } | { readonly outcome: Outcome } {
  switch (event.type) {
    case "command":
      return event.text.length > MOST_TYPED ? { outcome: givenBack(event.text, texts) } : { event };
    case "action":
      return event.value.length > MOST_TYPED ? { event: { ...event, value: "" } } : { event };
    case "shortcut":
    case "said":
      return { event: { ...event, text: event.text.slice(0, MOST_TYPED) } };
    case "form": {
      const problems = tooLong(event.answers, texts);
      return Object.keys(problems).length > 0
        ? { outcome: { type: "invalid", problems } }
        : { event };
    }
    case "change":
      return Object.keys(tooLong(event.answers, texts)).length > 0
        ? { outcome: { type: "nothing" } }
        : { event };
    case "home":
    case "person":
    case "channel":
    case "installed":
    case "uninstalled":
      return { event };
  }
}

/**
 * A form as its inputs can hold it. What a command carried and an input has no room for is given back whole;
 * no client sends more than an input takes, so what a change carried beyond that is left out.
 */
export function boundAsked(event: ChatEvent, outcome: Outcome, texts: Texts): Outcome {
  if (outcome.type !== "ask") return outcome;
  const over = outcome.form.inputs.find(isOverfull);
  if (!over) return outcome;
  if (event.type === "command" && over.type === "text")
    return givenBack(event.text, texts, over.maxLength);
  return { ...outcome, form: { ...outcome.form, inputs: outcome.form.inputs.map(filled) } };
}

const isOverfull = (input: Input): boolean =>
  input.type === "text" &&
  input.maxLength !== undefined &&
  lengthOf(input.value ?? "") > input.maxLength;

const filled = (input: Input): Input =>
  input.type === "text" && input.maxLength !== undefined && isOverfull(input)
    ? { ...input, value: shorten(input.value ?? "", input.maxLength) }
    : input;

function givenBack(typed: string, { common }: Texts, most = MOST_TYPED): Outcome {
  const body = [text(common.givenBackBody(most)), ...quotes(typed)];
  return { type: "reply", card: { title: common.givenBack(lengthOf(typed)), body } };
}

function tooLong(answers: Answers, { common }: Texts): Readonly<Record<string, string>> {
  const long = Object.entries(answers).filter(([, answer]) =>
    typeof answer === "string" ? answer.length > MOST_TYPED : answer.length > MOST_CHOSEN,
  );
  return Object.fromEntries(long.map(([id]) => [id, common.tooLong(MOST_TYPED)]));
}
