/** Posts and cards as a screen reader reads them: all their text, none of their markup. */
import { type Bag, bagsAt, listAt, stringAt } from "../bag.ts";
import { inside } from "./card.ts";

/** What an activity says by itself, without its cards. */
export function readText(activity: Bag): string {
  const text = stringAt(activity, "text") ?? "";
  const format = stringAt(activity, "textFormat") ?? "markdown";
  if (format === "plain") return withoutMentions(text);
  return withoutMarkdown(withoutTags(withoutMentions(text)));
}

/** A whole post. The text above the cards is left out when they say the same. */
export function readPost(text: string, cards: readonly Bag[]): string {
  const cardText = lines(cards.map(readCard));
  if (cardText === "" || flat(cardText).includes(flat(text))) {
    return cardText === "" ? text : cardText;
  }
  return lines([text, cardText]);
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The text of a card in reading order; buttons and inputs do not count, nor what is hidden. */
export function readCard(card: Bag): string {
  return readElement({ ...card, type: "AdaptiveCard" });
}

function readElement(element: Bag): string {
  if (element["isVisible"] === false) return "";
  switch (stringAt(element, "type") ?? "") {
    case "TextBlock":
      return withoutMarkdown(stringAt(element, "text") ?? "");
    case "RichTextBlock":
      return listAt(element, "inlines")
        .map((run) => (typeof run === "string" ? run : (stringAt(run as Bag, "text") ?? "")))
        .join("");
    case "FactSet":
      return lines(
        bagsAt(element, "facts").map(
          (fact) =>
            `${withoutMarkdown(stringAt(fact, "title") ?? "")}: ${withoutMarkdown(stringAt(fact, "value") ?? "")}`,
        ),
      );
    case "Image":
    case "Media":
      return stringAt(element, "altText") ?? "";
    case "TableRow":
      return inside(element).map(readElement).join(" | ");
    default:
      return lines(inside(element).map(readElement));
  }
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== "").join("\n");
}

/** `<at>Liaison</at>` is read as `@Liaison`. */
function withoutMentions(text: string): string {
  return text.replace(/<at[^>]*>(.*?)<\/at>/gi, "@$1").replaceAll("\u00a0", " ");
}

function withoutTags(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The subset that Teams formats: bold, italic, strike, code, links, lists and headings. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(^|[^\p{L}\p{N}\\])([*_])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])/gu, "$1$3")
    .replace(/~~(?=\S)([\s\S]*?\S)~~/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^#{1,6} /gm, "")
    .replace(/\\([\\*_[\]()~`#>-])/g, "$1");
}
