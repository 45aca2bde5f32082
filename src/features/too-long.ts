/** What was typed after a command and is too long for what it is meant to be: it is never cut. */

import { actions, quotes, text, type Button, type Card, type Input } from "../card.ts";
import { lengthOf, manyLines } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";

/** In code points: more than this is not mended in an input, but given back to copy from. */
export const MENDED_IN_FORM = 2000;

/** Too long even for a form: the person gets their words back, and the button that asks anew. */
export function givenBackCard(typed: string, max: number, button: Button, { common }: Texts): Card {
  const words = manyLines(typed);
  return {
    title: common.givenBack(lengthOf(words)),
    body: [text(common.givenBackBody(max)), ...quotes(words), actions(button)],
  };
}

/** Says why a form came where a command was typed; nothing when all fits. */
export const lengthNotes = (value: string, max: number, { common }: Texts): readonly Input[] =>
  lengthOf(value) > max ? [{ type: "note", text: common.mustShorten(lengthOf(value), max) }] : [];
