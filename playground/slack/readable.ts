/** Messages, dialogs and homes as a screen reader reads them: all their text, none of their markup. */
import { type Bag, bagAt, bagsAt, listAt, stringAt, textAt } from "../bag.ts";
import { dateText } from "./slack-date.ts";

/** Who reads: names are looked up for them and dates are put in their zone. */
export interface Reader {
  readonly zone: string;
  readonly locale: string;
  readonly userName: (user: string) => string | undefined;
  readonly channelName: (channel: string) => string | undefined;
}

/** A whole message. Text at the top is left out when the blocks say the same. */
export function readMessage(reader: Reader, text: string, blocks: readonly Bag[] | null): string {
  const top = plain(reader, text);
  if (!blocks) return top;
  const inside = readBlocks(reader, blocks);
  if (inside === "" || flat(inside).includes(flat(top))) return inside === "" ? top : inside;
  return top === "" ? inside : `${top}\n${inside}`;
}

function flat(text: string): string {
  return text
    .replace(/[*_~`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The text of blocks in reading order: fields count, buttons and inputs do not. */
export function readBlocks(reader: Reader, blocks: readonly Bag[]): string {
  return blocks
    .map((block) => readBlock(reader, block))
    .filter((text) => text !== "")
    .join("\n");
}

function readBlock(reader: Reader, block: Bag): string {
  switch (stringAt(block, "type") ?? "") {
    case "section":
      return lines([
        readText(reader, bagAt(block, "text")),
        ...bagsAt(block, "fields").map((field) => readText(reader, field)),
      ]);
    case "header":
      return readText(reader, bagAt(block, "text"));
    case "context":
      return bagsAt(block, "elements")
        .map((e) => (e["type"] === "image" ? (stringAt(e, "alt_text") ?? "") : readText(reader, e)))
        .filter((text) => text !== "")
        .join(" ");
    case "image":
      return lines([textAt(block, "title") ?? "", stringAt(block, "alt_text") ?? ""]);
    case "markdown":
      return withoutMarkdown(stringAt(block, "text") ?? "");
    case "rich_text":
      return lines(bagsAt(block, "elements").map((element) => readRich(reader, element)));
    case "table":
      return lines(
        listAt(block, "rows").map((row) =>
          bagsAt({ row }, "row")
            .map((cell) =>
              cell["type"] === "rich_text"
                ? readBlock(reader, cell)
                : (stringAt(cell, "text") ?? ""),
            )
            .join(" | "),
        ),
      );
    default:
      return "";
  }
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}

/** A text object, plain or marked up. */
function readText(reader: Reader, object: Bag | undefined): string {
  const text = stringAt(object, "text") ?? "";
  return object?.["type"] === "mrkdwn" ? plain(reader, text) : text;
}

function readRich(reader: Reader, element: Bag): string {
  const inside = bagsAt(element, "elements");
  switch (stringAt(element, "type") ?? "") {
    case "rich_text_list":
      return lines(inside.map((item) => `• ${readRich(reader, item)}`));
    case "rich_text_section":
    case "rich_text_quote":
    case "rich_text_preformatted":
      return inside.map((part) => readRichPart(reader, part)).join("");
    default:
      return readRichPart(reader, element);
  }
}

function readRichPart(reader: Reader, part: Bag): string {
  switch (stringAt(part, "type") ?? "") {
    case "user":
      return `@${reader.userName(stringAt(part, "user_id") ?? "") ?? "somebody"}`;
    case "channel":
      return `#${reader.channelName(stringAt(part, "channel_id") ?? "") ?? "channel"}`;
    case "emoji":
      return `:${stringAt(part, "name") ?? ""}:`;
    case "broadcast":
      return `@${stringAt(part, "range") ?? "here"}`;
    case "link":
      return stringAt(part, "text") ?? stringAt(part, "url") ?? "";
    case "date": {
      const seconds = Number(part["timestamp"]);
      return dateText(seconds, stringAt(part, "format") ?? "{date}", reader.zone, reader.locale);
    }
    default:
      return stringAt(part, "text") ?? "";
  }
}

/** Slack's markup as plain text: mentions by name, dates as dates, no formatting characters. */
function plain(reader: Reader, mrkdwn: string): string {
  return unescape(withoutFormatting(withoutAngles(reader, mrkdwn)));
}

/** What Slack escaped, as it was typed. */
export function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function withoutAngles(reader: Reader, text: string): string {
  return text.replace(/<([^<>]+)>/g, (_whole, inside: string) => {
    const [target, label] = splitLabel(inside);
    if (target.startsWith("@"))
      return `@${reader.userName(target.slice(1)) ?? label ?? "somebody"}`;
    if (target.startsWith("#")) return `#${label ?? reader.channelName(target.slice(1)) ?? ""}`;
    if (target.startsWith("!date^")) {
      const [, seconds = "", format = ""] = target.split("^");
      const readable = Number.isFinite(Number(seconds)) && seconds !== "";
      return readable
        ? dateText(Number(seconds), format, reader.zone, reader.locale)
        : (label ?? "");
    }
    if (target.startsWith("!subteam^")) return label ?? "@group";
    if (target.startsWith("!")) return `@${target.slice(1)}`;
    return label ?? target.replace(/^mailto:/, "");
  });
}

function splitLabel(inside: string): readonly [string, string | undefined] {
  const bar = inside.indexOf("|");
  return bar < 0 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)];
}

/** Drops `*`, `_`, `~` and backticks where Slack would format, and quote marks at line starts. */
function withoutFormatting(text: string): string {
  return text
    .replace(/```([\s\S]*?)```/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/(^|[^\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu, "$1$2")
    .replace(/(^|[^\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])/gu, "$1$2")
    .replace(/(^|[^\p{L}\p{N}~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])/gu, "$1$2")
    .replace(/^(?:>|&gt;)+ ?/gm, "");
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/^#{1,6} /gm, "")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}
