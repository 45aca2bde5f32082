/** Forms cut to what Teams takes; one that takes more room than there is says itself in fewer words. */

import type { Answers, Form, Input } from "../../src/card.ts";
import type { Brief } from "../../src/texts/brief.ts";
import type { Texts } from "../../src/texts/index.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";
import { joined } from "./text.ts";

type Choice = Extract<Input, { type: "choice" | "choices" }>;

/**
 * The form with no text and no list longer than its limit divided by `share`. What stands in it is
 * kept, and so is the chosen option of every list; a list that was cut says so in its hint.
 */
export function squeezed(form: Form, share: number, texts: Texts, answers: Answers = {}): Form {
  const part = (max: number): number => Math.max(2, Math.floor(max / share));
  const line = (text: string, max: number): string => shorten(oneLine(text), part(max));
  const lines = (text: string, max: number): string => shorten(text.trim(), part(max));

  function squeeze(input: Input): Input {
    if (input.type === "note")
      return {
        type: "note",
        text: lines(input.text, LIMITS.text),
        ...(input.title ? { title: line(input.title, LIMITS.title) } : {}),
        ...(input.reading ? { reading: input.reading } : {}),
      };
    const { left, options } = "options" in input ? offered(input) : { left: 0, options: [] };
    const cut = left > 0 ? texts.chat.andMore(left) : "";
    const below = (words = "") => joined([lines(words, LIMITS.inputHint), cut]);
    const hint = below(input.hint);
    const asked = {
      label: line(input.label, LIMITS.inputLabel),
      ...(hint ? { hint } : {}),
      ...(input.reading ? { reading: below(input.reading) } : {}),
    };
    if (input.type === "days")
      return { ...input, ...asked, endLabel: line(input.endLabel, LIMITS.inputLabel) };
    return "options" in input ? { ...input, ...asked, options } : { ...input, ...asked };
  }

  function offered(input: Choice): { readonly options: Choice["options"]; readonly left: number } {
    const chosen = [answers[input.id] ?? input.value ?? []].flat();
    const options = listed(input.options, part(LIMITS.options), ({ value }) =>
      chosen.includes(value),
    );
    return {
      left: input.options.length - options.length,
      options: options.map(({ label, value }) => ({
        label: line(label, LIMITS.optionLabel),
        value,
      })),
    };
  }

  return {
    ...form,
    title: line(form.title, LIMITS.title) as Brief,
    submit: line(form.submit, LIMITS.buttonLabel) as Brief,
    cancel: line(form.cancel, LIMITS.buttonLabel) as Brief,
    inputs: form.inputs.slice(0, LIMITS.inputs).map(squeeze),
  };
}

/** The first ones of a list; those that are chosen are always among them, as far as they fit. */
export function listed<T>(
  all: readonly T[],
  most: number,
  isChosen: (one: T) => boolean,
): readonly T[] {
  const kept = all.filter(isChosen).slice(0, most);
  const others = all.filter((one) => !isChosen(one)).slice(0, most - kept.length);
  const shown = new Set([...kept, ...others]);
  return all.filter((one) => shown.has(one));
}
