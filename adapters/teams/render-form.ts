/** Forms as Adaptive Cards: in a dialog, or in the chat where none can be opened. */

import type { Form, Input } from "../../src/card.ts";
import type { Texts } from "../../src/texts/index.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import type { Action, ActionSet, AdaptiveCard, Element } from "./adaptive-card.ts";
import { bare, type Carried } from "./data.ts";
import { sizeOf } from "./fit.ts";
import { LIMITS, oneLine } from "./limits.ts";
import { adaptiveCard, isFramed } from "./render.ts";
import { named, type Place, pressed, rows, submit } from "./render-button.ts";
import { type FilledIn, renderInput } from "./render-input.ts";
import { squeezed } from "./squeeze.ts";
import { headingBlock, joined, paragraph, plain, run } from "./text.ts";

export interface FormOptions extends FilledIn {
  readonly place: Place;
  /** The same for every submission of this opening of the form, however often it is drawn. */
  readonly instance: string;
  /** The adapter's own note on where the form came from; comes back with the answers. */
  readonly note: string;
  /** Marks the note as the bot's own for this form, as it is carried. */
  readonly seal?: ((form: Form) => string) | undefined;
}

/** By what the limits of a form are divided until it fits. */
const SHARES = [1.25, 1.5, 2, 3, 4, 8, 16, 32];

/**
 * @throws RangeError when the form's context, the note or an option's value is longer than a card
 *   should carry.
 */
export function renderForm(form: Form, options: FormOptions): AdaptiveCard {
  if (form.context.length > LIMITS.context || options.note.length > LIMITS.context)
    throw new RangeError(`The form "${form.form}" carries more context than Teams takes`);
  const { texts, answers } = options;
  let card = draw(squeezed(form, 1, texts, answers), options);
  for (const share of SHARES) {
    if (sizeOf(card) <= LIMITS.cardCharacters) break;
    card = draw(squeezed(form, share, texts, answers), options);
  }
  return card;
}

function draw(form: Form, options: FormOptions): AdaptiveCard {
  const { texts, place, problems = {} } = options;
  const body = [
    ...(isFramed(form.title, place) ? [] : [headingBlock(form.title, "Large")]),
    ...renderProblems(form, problems, texts),
    ...form.inputs.flatMap((input) => renderInput(input, form.inputs, options)),
    ...renderEnd(form, options),
  ];
  return adaptiveCard(body, inWords(form), texts);
}

/** A question that ends with a sign of its own takes no colon. */
const labelled = (label: string, locale: Texts["locale"]): string =>
  /[?!.:…]$/u.test(label.trim()) ? `${label.trim()} ` : `${label}${colonIn(locale)}`;

/** First of all, so that nobody has to look for what was wrong; each with the question it is about. */
function renderProblems(
  { inputs }: Form,
  problems: Readonly<Record<string, string>>,
  { chat, locale }: Texts,
): readonly Element[] {
  const list = Object.entries(problems).map(([id, sentence]) => {
    const asked = inputs.find((input) => input.type !== "note" && input.id === id);
    const label = asked && asked.type !== "note" ? labelled(asked.label, locale) : "";
    return `• ${oneLine(`${label}${sentence}`)}`;
  });
  if (list.length === 0) return [];
  const look = { color: "Attention" as const };
  return [
    paragraph(
      run(chat.needsChange, LIMITS.title, { ...look, weight: "Bolder" }),
      run(`\n${chat.needsChangeBody}\n${list.join("\n")}`, LIMITS.text, look),
    ),
  ];
}

/**
 * A form with live inputs has a button that reads it along, since Teams tells nothing while somebody
 * types. A dialog has its own way out; in the chat there is a button for that.
 */
function renderEnd(
  form: Form,
  { texts, place, instance, note, seal }: FormOptions,
): readonly ActionSet[] {
  const { chat, locale } = texts;
  const whole = bare(form);
  const sealed = seal?.(whole) ?? note;
  const carried = (kind: "submit" | "change"): { liaison: Carried } => ({
    liaison: { kind, form: whole, instance, note: sealed },
  });
  const save = submit({ ...named(form.submit, locale), style: "positive" }, carried("submit"));
  const check = submit(named(chat.check, locale, chat.checkAbout), carried("change"));
  const cancel = submit(
    { ...named(form.cancel, locale), associatedInputs: "none" },
    { liaison: { kind: "cancel", note } },
  );
  const actions: readonly Action[] = [
    pressed(save, place),
    ...(form.inputs.some(isLive) ? [pressed(check, place)] : []),
    ...(place === "message" ? [pressed(cancel, place)] : []),
  ];
  return rows(actions).map((row) => ({ ...row, spacing: "Large" as const }));
}

const isLive = (input: Input): boolean => input.type !== "note" && input.live === true;

/** For clients that cannot draw it, and so cannot answer it. */
function inWords({ title, inputs }: Form): string {
  const lines = inputs.map((input) =>
    input.type === "note" ? joined([input.title ?? "", input.text]) : input.label,
  );
  return plain(joined([title, ...lines]), LIMITS.fallbackText);
}
