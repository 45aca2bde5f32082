/** What people typed in Teams, as plain text. */

import type { TeamsActivity } from "./activity.ts";
import { printable } from "./limits.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** Takes Teams' escapes back, once: `&amp;lt;` is what somebody typed as `&lt;`. */
const unescape = (text: string): string =>
  text.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity);

const readable = (text: string): string => printable(unescape(text)).replaceAll("\u00a0", " ");

/** Whether the bot itself is mentioned. */
export const mentionsBot = (activity: TeamsActivity): boolean =>
  (activity.entities ?? []).some((entity) => isOfBot(entity, activity));

type Entity = NonNullable<TeamsActivity["entities"]>[number];

const isOfBot = ({ type, mentioned }: Entity, { recipient }: TeamsActivity): boolean =>
  type === "mention" && mentioned?.id === recipient.id;

/** Some clients send what was typed as HTML alone. */
function writtenIn({ text, attachments = [] }: TeamsActivity): string {
  if (text?.trim()) return text;
  const html = attachments.find(({ contentType }) => contentType === "text/html")?.content;
  return typeof html === "string" ? asText(html) : (text ?? "");
}

/** A message as the person read it: other people's mentions by their names, the bot's left out. */
export function spoken(activity: TeamsActivity): string {
  const withoutBot = (activity.entities ?? [])
    .filter((entity) => isOfBot(entity, activity))
    .reduce(
      (text, entity) => (entity.text ? text.replaceAll(entity.text, " ") : text),
      writtenIn(activity),
    );
  const named = withoutBot.replace(/<at(?:\s[^>]*)?>(.*?)<\/at>/gsu, "@$1");
  return readable(named)
    .replace(/^[\s:,]+/u, "")
    .trimEnd();
}

/** The command in what was typed: `/goal list`, `goal list` and `@Liaison goal list` are all one. */
export const commandIn = (text: string): string =>
  text
    .replace(/^\//u, "")
    .replace(/^@?liaison(?=$|[\s:,])[\s:,]*/iu, "")
    .trim();

/** The text of a message that an extension was used on. */
export function quoted(content: string, contentType: "html" | "text" | undefined): string {
  if (contentType === "text") return printable(content).replaceAll("\u00a0", " ").trim();
  return readable(asText(content).replace(/<\/?at[^>]*>/gu, ""))
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** HTML without its elements but for mentions, which are read as in plain messages. */
const asText = (html: string): string =>
  html
    .replace(/\s+/gu, " ")
    .replace(/<(?:br|hr)\s*\/?>|<\/(?:p|div|li|h\d|tr|blockquote)>/giu, "\n")
    .replace(/<(?!\/?at(?:\s[^>]*)?>)[^>]*>/gu, "");
