/** A form whose words take more room than there is says the same in fewer of them. */

import type { Answers, Form, Input } from "../../src/card.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";

/**
 * The form with no text and no list longer than that share of what is allowed. What stands in it is
 * kept, and so is the chosen option of every list.
 */
export function squeezed(form: Form, share: number, answers: Answers = {}): Form {
  const part = (max: number): number => Math.max(2, Math.floor(max / share));
  const short = (text: string, max: number): string => shorten(text, part(max));
  return {
    ...form,
    title: short(oneLine(form.title), LIMITS.title),
    submit: short(oneLine(form.submit), LIMITS.buttonLabel),
    cancel: short(oneLine(form.cancel), LIMITS.buttonLabel),
    inputs: form.inputs.slice(0, LIMITS.inputs).map((input): Input => {
      if (input.type === "note")
        return {
          ...input,
          text: short(input.text, LIMITS.text),
          ...(input.title ? { title: short(oneLine(input.title), LIMITS.title) } : {}),
        };
      const asked = {
        label: short(oneLine(input.label), LIMITS.inputLabel),
        ...(input.hint ? { hint: short(input.hint, LIMITS.inputHint) } : {}),
      };
      if (input.type !== "choice") return { ...input, ...asked };
      const chosen = answers[input.id] ?? input.value;
      const most = part(LIMITS.options);
      const options = input.options
        .filter(({ value }, index) => index < most || value === chosen)
        .map(({ label, value }) => ({ label: short(oneLine(label), LIMITS.optionLabel), value }));
      return { ...input, ...asked, options };
    }),
  };
}
