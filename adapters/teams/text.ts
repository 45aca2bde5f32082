/** Plain text into what Teams draws. Text runs know no markdown, so what people type stays as it is. */

import type { Block, Card } from "../../src/card.ts";
import type { Locale } from "../../src/team/person.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import type { Container, Element, RichTextBlock, TextBlock, TextRun } from "./adaptive-card.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";

/** What a text block may take for markdown, an entity, a link, a mention or a date to be filled in. */
const FORMATTING =
  /[*_`[\]\\<]|~~|\p{L}(?:\.\p{L}{2}|:[\p{L}/])|\{\{|&(?:#|\w+;)|^\s*(?:[-+=>#]|\d+[.)])/u;
/** Clients put a date in the place of `{{DATE(…)}}`, in text runs too. */
const FILLED_IN = /\{(?=\{\s*(?:DATE|TIME)\s*\()/giu;
const WORD_JOINER = "\u2060";
/**
 * The texts name commands as they are typed in Slack. Teams has no slash commands, and opens a menu of its
 * own when a message begins with a slash. What begins with the bot's name is understood in every place.
 */
const COMMAND = /(?<![\p{L}\p{N}/.:])\/(goal|liaison)(?![\p{L}\p{N}/-])/gu;
const RIGHT_TO_LEFT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const FIRST_LETTER = /\p{L}/u;

/** With commands as they are typed in Teams. */
export const typable = (text: string): string =>
  text.replace(COMMAND, (_, word: string) => (word === "goal" ? "@Liaison goal" : "@Liaison"));

/** Shown as it is, but for the names of commands. Never empty: clients leave such an element out, or refuse the card. */
export const plain = (text: string, max: number): string =>
  shorten(typable(text), max).replace(FILLED_IN, `{${WORD_JOINER}`) || "…";

export const run = (
  text: string,
  max: number,
  look: Omit<TextRun, "type" | "text"> = {},
): TextRun => ({ type: "TextRun", text: plain(text, max), ...look });

export const paragraph = (...inlines: readonly TextRun[]): RichTextBlock => ({
  type: "RichTextBlock",
  inlines,
});

/**
 * A heading on one line. Only a text block is a heading to screen readers, but its text is markdown: what
 * could be taken for that stands in a bold run instead.
 */
export function headingBlock(
  content: string,
  size: "Medium" | "Large",
): TextBlock | RichTextBlock | Container {
  const text = plain(oneLine(content), LIMITS.title);
  const element = FORMATTING.test(text)
    ? paragraph({ type: "TextRun", text, weight: "Bolder", size })
    : ({ type: "TextBlock", text, wrap: true, weight: "Bolder", size, style: "heading" } as const);
  return inItsDirection(text, element);
}

/** Text that begins in Arabic or Hebrew starts at the right. */
export function inItsDirection<E extends Element>(text: string, element: E): E | Container {
  const [first = ""] = FIRST_LETTER.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(first) ? { type: "Container", rtl: true, items: [element] } : element;
}

/** Beside other text: a name in Arabic does not carry its neighbours to its other side. */
export function runBeside(text: string, max: number): TextRun {
  const words = run(text, max);
  return RIGHT_TO_LEFT.test(words.text) ? { ...words, text: `\u2068${words.text}\u2069` } : words;
}

/** All of a card in words, for clients that cannot draw it. */
export function inWords(card: Card, locale: Locale): string {
  const lines = [card.title, ...card.body.flatMap((block) => linesOf(block, colonIn(locale)))];
  return plain(joined(lines), LIMITS.fallbackText);
}

/** What a notification says of a card: its beginning. */
export function summary(card: Card, locale: Locale): string {
  return plain(inWords(card, locale).replace(/\n+/gu, " · "), LIMITS.summary);
}

/** Lines one below the other, without those that say nothing. */
export const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");

function linesOf(block: Block, between: string): readonly string[] {
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}${between}${value}`);
    case "item":
      return [block.detail ? `${block.title} (${block.detail})` : block.title];
    case "columns":
      return [block.left.title, ...block.left.lines, block.right.title, ...block.right.lines];
    case "link":
      return [`${block.label}${between}${block.url}`];
    case "actions":
    case "divider":
      return [];
  }
}
