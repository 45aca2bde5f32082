/** Plain text into Slack's text objects, and what people typed in Slack into plain text. */

import type { MrkdwnElement, PlainTextElement } from "@slack/types";
import type { Block, Card } from "../../src/card.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import { LIMITS, oneLine, printable, shorten } from "./limits.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Slack reads these as bold, italics, strike, code or a quotation; there is no way to escape them. */
const FORMATTING = /[*_~`]|^\s*>/mu;

/** Slack's three escapes; without them `<!channel>` in a title would ping everyone. */
export const escape = (text: string): string =>
  text.replace(/[&<>]/gu, (character) => ESCAPES[character] ?? character);

/** Takes the three escapes back, once: `&amp;lt;` is what somebody typed as `&lt;`. */
export const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Text that Slack shows exactly as it is. Never empty: Slack refuses that. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: "plain_text", text: shorten(text, max) || "…", emoji: true };
}

/**
 * A bold first line and ordinary text after it. When either holds something Slack would take for
 * formatting, all of it is plain, so that people see what was typed.
 */
export function emphasised(
  first: string,
  rest: string,
  max: number,
): MrkdwnElement | PlainTextElement {
  const strong = oneLine(first);
  if (!strong) return plain(rest, max);
  const whole = rest.trim() ? `${strong}\n${rest}` : strong;
  const bold = `*${escape(strong)}*`;
  if (FORMATTING.test(whole) || bold.length >= max) return plain(whole, max);
  const below = rest.trim() ? `\n${shorten(rest, max - bold.length - 1, escape)}` : "";
  return { type: "mrkdwn", text: `${bold}${below}`, verbatim: true };
}

/**
 * A card in words: what a notification, a search result and a screen reader's summary say. Escaped,
 * because Slack formats it.
 */
export function summary(card: Card): string {
  const colon = colonIn(card.locale ?? "en");
  const said = card.body.flatMap((block) => linesOf(block, colon));
  const lines = [card.title, ...said].map((line) => line.trim());
  return shorten(lines.filter(Boolean).join("\n"), LIMITS.messageText, escape) || "…";
}

function linesOf(block: Block, colon: string): readonly string[] {
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}${colon}${value}`);
    case "item":
      return [block.detail ? `${block.title} (${block.detail})` : block.title];
    case "columns":
      return [block.left.title, ...block.left.lines, block.right.title, ...block.right.lines];
    case "link":
      return [block.label];
    case "actions":
    case "divider":
      return [];
  }
}

/**
 * A message of Slack's as the person read it: links by their label, people by their name. In one pass, and no
 * sign of Slack's reaches over the next one: whatever is in it, the time is that of its length.
 */
export function readable(message: string): string {
  const shown = message.replace(/<([^<>]+)>/gu, (whole, sign: string) => inWordsOf(sign) ?? whole);
  return printable(unescape(shown)).replaceAll("\u00a0", " ");
}

/** What stands for one of Slack's signs, given without its brackets. */
function inWordsOf(sign: string): string | undefined {
  const bar = sign.indexOf("|");
  const [name, label] = bar < 0 ? [sign] : [sign.slice(0, bar), sign.slice(bar + 1)];
  if (name.startsWith("!date^") && label !== undefined) return label;
  if (name.startsWith("!subteam^")) return label === "" ? "@group" : (label ?? "@group");
  if (/^![a-z]+$/u.test(name)) return `@${name.slice(1)}`;
  if (/^[@#][A-Z0-9]+$/u.test(name))
    return label === undefined ? name : `${name.charAt(0)}${label}`;
  return name === "" ? undefined : (label ?? name.replace(/^(?:mailto|tel):/u, ""));
}

/** What was said to the bot alone, without its name in front: it is typed as in Teams, too. */
export const withoutName = (message: string): string =>
  message.replace(/^@?liaison(?=$|[\s:,])[\s:,]*/iu, "");

/** What was said to the bot, without its mention. */
export function withoutMention(message: string, bot: string): string {
  const mention = new RegExp(`<@${bot}(?:\\|[^<>]*)?>[\\s\\u00a0:,]*`, "gu");
  return readable(message.replace(mention, "")).trim();
}
