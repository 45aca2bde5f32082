/** Cards as Block Kit, cut and counted so that Slack never refuses one. */

import type { ActionsBlock, Button as SlackButton, KnownBlock, SectionBlock } from "@slack/types";
import type { Block, Button, Card, Column } from "../../src/card.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import { LIMITS, oneLine, shorten } from "./limits.ts";
import { emphasised, escape, plain } from "./text.ts";

export type Surface = "message" | "modal" | "home";

/** A card's blocks. On a dialog the title is in its frame, and here only if it is too long for it. */
export function renderCard(card: Card, surface: Surface): KnownBlock[] {
  const framed = surface === "modal" && oneLine(card.title).length <= LIMITS.modalTitle;
  const colon = colonIn(card.locale ?? "en");
  const rows = [
    ...(framed ? [] : renderTitle(card.title)),
    ...card.body.flatMap((block) => renderBlock(block, surface, colon)),
  ];
  const blocks = fit(numbered(rows), surface);
  return blocks.length > 0 ? blocks : [{ type: "section", text: plain(card.title, LIMITS.text) }];
}

function renderBlock(block: Block, surface: Surface, colon: string): KnownBlock[] {
  switch (block.type) {
    case "heading":
      return surface === "message" ? renderHeading(block.text) : renderTitle(block.text);
    case "text":
      return block.text.trim() ? [renderText(block.text, block.tone)] : [];
    case "facts":
      return inSections(
        block.facts.map(({ label, value }) => emphasised(label, value, LIMITS.field)),
      );
    case "item": {
      const text = emphasised(block.title, block.detail ?? "", LIMITS.text);
      return [
        {
          type: "section",
          text,
          ...(block.button ? { accessory: renderButton(block.button, colon) } : {}),
        },
      ];
    }
    case "columns":
      return [{ type: "section", fields: [renderColumn(block.left), renderColumn(block.right)] }];
    case "actions":
      return chunks(block.buttons, LIMITS.buttonsInRow).map((buttons) => ({
        type: "actions",
        elements: buttons.map((button) => renderButton(button, colon)),
      }));
    case "link": {
      const label = escape(shorten(oneLine(block.label), LIMITS.field)).replaceAll("|", " ");
      return [
        {
          type: "section",
          text: { type: "mrkdwn", text: `<${escape(block.url)}|${label}>`, verbatim: true },
        },
      ];
    }
    case "divider":
      return [{ type: "divider" }];
  }
}

/** A header holds 150 characters; a longer text stands below it in full. */
function renderTitle(text: string): KnownBlock[] {
  const title = oneLine(text);
  if (!title) return [];
  const header: KnownBlock = { type: "header", text: plain(title, LIMITS.header) };
  return title.length <= LIMITS.header ? [header] : [header, renderText(text, undefined)];
}

function renderHeading(text: string): KnownBlock[] {
  return oneLine(text) ? [{ type: "section", text: emphasised(text, "", LIMITS.text) }] : [];
}

function renderText(text: string, tone: "muted" | "quote" | undefined): KnownBlock {
  if (tone === "muted") return { type: "context", elements: [plain(text, LIMITS.context)] };
  if (tone === undefined) return { type: "section", text: plain(text, LIMITS.text) };
  const content = { type: "text" as const, text: shorten(text, LIMITS.text) };
  return { type: "rich_text", elements: [{ type: "rich_text_quote", elements: [content] }] };
}

/** One field per column, so that a screen reader reads the left one to its end first. */
function renderColumn({ title, lines }: Column) {
  return emphasised(title, lines.map((line) => `• ${oneLine(line)}`).join("\n"), LIMITS.field);
}

function inSections(fields: NonNullable<SectionBlock["fields"]>): KnownBlock[] {
  return chunks(fields, LIMITS.fieldsInSection).map((some) => ({ type: "section", fields: some }));
}

/**
 * @throws RangeError when its value or action is longer than Slack carries: a cut one would come
 *   back as another.
 */
function renderButton({ label, action, value, about, style }: Button, colon: string): SlackButton {
  if (value.length > LIMITS.buttonValue || action.length > LIMITS.id - 5)
    throw new RangeError(`The button "${action}" carries more than Slack takes`);
  const name = oneLine(label);
  return {
    type: "button",
    text: plain(name, LIMITS.buttonLabel),
    action_id: action,
    ...(value ? { value } : {}),
    ...(about && oneLine(about)
      ? { accessibility_label: shorten(`${name}${colon}${oneLine(about)}`, LIMITS.accessibleName) }
      : {}),
    ...(style ? { style } : {}),
  };
}

/** Gives each button an id of its own: `goal.done:3`; Slack wants them unique within a block. */
function numbered(blocks: readonly KnownBlock[]): KnownBlock[] {
  let count = 0;
  const number = (button: SlackButton): SlackButton => ({
    ...button,
    action_id: `${button.action_id ?? ""}:${String(count++)}`,
  });
  return blocks.map((block): KnownBlock => {
    if (block.type === "actions")
      return {
        ...block,
        elements: block.elements.map((one) => (isButton(one) ? number(one) : one)),
      };
    if (block.type === "section" && block.accessory && isButton(block.accessory))
      return { ...block, accessory: number(block.accessory) };
    return block;
  });
}

const isButton = (element: { readonly type: string }): element is SlackButton =>
  element.type === "button";

/** The action's name in an id that `numbered` made. */
export const actionOf = (actionId: string): string => actionId.replace(/:\d+$/u, "");

/**
 * As many blocks as Slack takes. When that is not all of them, the last row of buttons is kept, so
 * that "More" is still there, and "…" stands for what is not.
 */
function fit(blocks: readonly KnownBlock[], surface: Surface): KnownBlock[] {
  const most = surface === "message" ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  const room = surface === "message" ? LIMITS.messageCharacters : LIMITS.viewCharacters;
  const sizes = blocks.map(charactersIn);
  if (blocks.length <= most && sum(sizes) <= room) return [...blocks];
  const last = blocks.at(-1);
  const tail = last?.type === "actions" ? [withinRoom(last, room / 2)] : [];
  let left = room - sum(tail.map(charactersIn));
  const kept: KnownBlock[] = [];
  for (const [index, block] of blocks.slice(0, blocks.length - tail.length).entries()) {
    left -= sizes[index] ?? 0;
    if (left < 0 || kept.length >= most - 1 - tail.length) break;
    kept.push(block);
  }
  return [...kept, { type: "context", elements: [plain("…", 1)] }, ...tail];
}

function withinRoom(row: ActionsBlock, room: number): ActionsBlock {
  const elements = row.elements.filter(
    (_, index) => charactersIn(row.elements.slice(0, index + 1)) <= room,
  );
  return { ...row, elements: elements.length > 0 ? elements : row.elements.slice(0, 1) };
}

/** Of everything in it that is said or carried; ids and types are not counted. */
function charactersIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  return sum(
    Object.entries(part).map(([key, value]: [string, unknown]) =>
      typeof value === "string" && (key === "text" || key === "value")
        ? value.length
        : charactersIn(value),
    ),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
