/** What stands in a message of Teams: its words and its Adaptive Cards. */

type Json = Readonly<Record<string, unknown>>;

const CARD = "application/vnd.microsoft.card.adaptive";

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The words above the cards; people's are plain, the bot's may be formatted. */
export function wordsOf(raw: unknown): { readonly text: string; readonly formatted: boolean } {
  const activity = isJson(raw) ? raw : {};
  const text = typeof activity["text"] === "string" ? activity["text"] : "";
  return {
    text: text.replaceAll("\u00a0", " "),
    formatted: activity["textFormat"] !== "plain",
  };
}

/** The cards of a message, in order. */
export function cardsOf(raw: unknown): readonly Json[] {
  return listOf(isJson(raw) ? raw["attachments"] : undefined).flatMap((attachment) => {
    const content = attachment["contentType"] === CARD ? attachment["content"] : undefined;
    return isJson(content) ? [content] : [];
  });
}

/** The card of a dialog; null when it only says something. */
export function cardOfForm(raw: unknown): Json | null {
  return isJson(raw) && raw["type"] === "AdaptiveCard" ? raw : null;
}
