/** Cards as Adaptive Cards, cut and counted so that Teams never refuses one. */

import type { Block, Card, Column as List } from "../../src/card.ts";
import type { Texts } from "../../src/texts/index.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import type { AdaptiveCard, Column, Element } from "./adaptive-card.ts";
import { fit } from "./fit.ts";
import { LIMITS, oneLine, printable } from "./limits.ts";
import { type Place, renderButton, renderButtons } from "./render-button.ts";
import { headingBlock, inItsDirection, inWords, paragraph, plain, run, runBeside } from "./text.ts";

export interface CardOptions {
  /** In the language of who reads it. */
  readonly texts: Texts;
  /** In a dialog the title is in the frame, and on the card only if it is too long for that. */
  readonly place: Place;
}

export function renderCard(card: Card, { texts, place }: CardOptions): AdaptiveCard {
  const body = [
    ...(isFramed(card.title, place) ? [] : [headingBlock(card.title, "Large")]),
    ...separated(card.body, (block) => renderBlock(block, texts, place)),
  ];
  const fallbackText = inWords(card, texts.locale);
  return fit(
    (elements) => adaptiveCard(elements, fallbackText, texts),
    body.length > 0 ? body : [headingBlock(card.title, "Large")],
    paragraph(run(texts.chat.cut, LIMITS.text, { isSubtle: true })),
  );
}

/** A dialog's title, in its frame. */
export const dialogTitle = (title: string): string => plain(oneLine(title), LIMITS.dialogTitle);

export const isFramed = (title: string, place: Place): boolean =>
  place === "dialog" && oneLine(title).length <= LIMITS.dialogTitle;

export const adaptiveCard = (
  body: readonly Element[],
  fallbackText: string,
  { locale }: Texts,
): AdaptiveCard => ({
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
  type: "AdaptiveCard",
  version: "1.5",
  lang: locale,
  fallbackText,
  body,
});

/** A divider is a line above what comes after it. */
function separated(
  blocks: readonly Block[],
  render: (block: Exclude<Block, { type: "divider" }>) => readonly Element[],
): readonly Element[] {
  let isDue = false;
  return blocks.flatMap((block) => {
    if (block.type === "divider") {
      isDue = true;
      return [];
    }
    const [first, ...rest] = render(block);
    if (!first) return [];
    const isBelowLine = isDue;
    isDue = false;
    return [isBelowLine ? { ...first, separator: true, spacing: "Medium" } : first, ...rest];
  });
}

function renderBlock(
  block: Exclude<Block, { type: "divider" }>,
  texts: Texts,
  place: Place,
): readonly Element[] {
  switch (block.type) {
    case "heading":
      return oneLine(block.text)
        ? [{ ...headingBlock(block.text, "Medium"), spacing: "Medium" }]
        : [];
    case "text":
      return printable(block.text).trim() ? [renderText(block.text.trim(), block.tone)] : [];
    case "facts":
      return block.facts.map(({ label, value }, index) => ({
        ...paragraph(
          run(`${oneLine(label)}${colonIn(texts.locale)}`, LIMITS.field, { weight: "Bolder" }),
          runBeside(value, LIMITS.field),
        ),
        ...(index > 0 ? { spacing: "Small" as const } : {}),
      }));
    case "item":
      return renderItem(block, texts, place);
    case "columns":
      return [
        {
          type: "ColumnSet",
          columns: [renderColumn(block.left, texts), renderColumn(block.right, texts)],
        },
      ];
    case "link": {
      const title = plain(oneLine(block.label), LIMITS.buttonLabel);
      const selectAction = { type: "Action.OpenUrl" as const, title, url: block.url };
      return [paragraph(run(oneLine(block.label), LIMITS.field, { selectAction }))];
    }
    case "actions":
      return renderButtons(block.buttons, texts.locale, place);
  }
}

function renderText(text: string, tone: "muted" | "quote" | undefined): Element {
  const look = tone === "muted" ? { isSubtle: true as const, size: "Small" as const } : {};
  const element = inItsDirection(text, paragraph(run(text, LIMITS.text, look)));
  return tone === "quote" ? { type: "Container", style: "emphasis", items: [element] } : element;
}

/** The button stands beside its line when it leaves room for it, else below. */
function renderItem(
  { title, detail, button }: Extract<Block, { type: "item" }>,
  { locale }: Texts,
  place: Place,
): readonly Element[] {
  const words = inItsDirection(
    title,
    paragraph(
      run(oneLine(title), LIMITS.field, { weight: "Bolder" }),
      ...(detail?.trim() ? [run("\n", 1), runBeside(detail.trim(), LIMITS.field)] : []),
    ),
  );
  const row: Element = { ...words, spacing: "Medium" };
  if (!button) return [row];
  const action = { type: "ActionSet" as const, actions: [renderButton(button, locale, place)] };
  if (oneLine(button.label).length > LIMITS.labelBeside) return [row, action];
  return [
    {
      type: "ColumnSet",
      spacing: "Medium",
      columns: [
        { type: "Column", width: "stretch", verticalContentAlignment: "Center", items: [words] },
        { type: "Column", width: "auto", verticalContentAlignment: "Center", items: [action] },
      ],
    },
  ];
}

function renderColumn({ title, lines: all }: List, { chat }: Texts): Column {
  const lines = all.map(oneLine).filter(Boolean);
  const shown = lines.length > LIMITS.columnLines ? LIMITS.columnLines - 1 : lines.length;
  const left = lines.length - shown;
  const listed = lines
    .slice(0, shown)
    .map((line) => inItsDirection(line, paragraph(run(`• ${line}`, LIMITS.columnLine))));
  const rows: readonly Element[] =
    left > 0 ? [...listed, paragraph(run(chat.andMore(left), LIMITS.columnLine))] : listed;
  const heading = oneLine(title)
    ? [paragraph(run(oneLine(title), LIMITS.field, { weight: "Bolder" }))]
    : [];
  return {
    type: "Column",
    width: "stretch",
    items: [...heading, ...rows.map((line) => ({ ...line, spacing: "Small" as const }))],
  };
}
