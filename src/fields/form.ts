/** A form of fields, as it is asked: drawn here, read by `readForm` when it comes back. */

import { answer, type Answers, type Form, type Input } from "../card.ts";
import type { Brief } from "../texts/brief.ts";
import type { Texts } from "../texts/index.ts";
import { inputsOf, type Asking } from "./draw.ts";
import type { Fields, FieldValue } from "./field.ts";

export interface Asked<F extends Fields> {
  /** Names the handler that receives the answers. */
  readonly form: string;
  readonly title: Brief;
  /** "Save" where nothing else is said. */
  readonly submit?: Brief;
  readonly context?: string;
  /** How each field is asked for, a bare text being its label; those left out are not in the form. */
  readonly ask: { readonly [K in keyof F]?: Asking | string };
  /** What stands in them: read before, or as it was typed. */
  readonly values?: { readonly [K in keyof F]?: FieldValue | undefined };
  /** To read above the questions, and below them. */
  readonly before?: readonly Input[];
  readonly after?: readonly Input[];
}

export function formOf<const F extends Fields>(
  texts: Texts,
  fields: F,
  { form, title, submit, context = "", ask, values = {}, before = [], after = [] }: Asked<F>,
): Form {
  const asked = Object.entries<Asking | string | undefined>(ask).map(
    ([id, how]) => [id, typeof how === "string" ? { label: how } : how] as const,
  );
  return {
    form,
    title,
    submit: submit ?? texts.common.save,
    cancel: texts.common.cancel,
    context,
    inputs: [...before, ...inputsOf(fields, Object.fromEntries(asked), values, texts), ...after],
  };
}

/** What was typed or chosen, as it stands, to draw the form again. */
export const typedIn = <const F extends Fields>(
  fields: F,
  answers: Answers,
): { readonly [K in keyof F]: string } =>
  Object.fromEntries(Object.keys(fields).map((id) => [id, answer(answers, id)])) as {
    readonly [K in keyof F]: string;
  };
