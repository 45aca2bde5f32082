/** The answer to an invoke, in the shape that its kind wants. */

import type { AdaptiveCard } from "./adaptive-card.ts";
import type { TeamsActivity } from "./activity.ts";
import type { Answer } from "./connector.ts";
import { typable } from "./text.ts";

/** What is shown, drawn. */
export type Shown =
  | { readonly type: "dialog"; readonly title: string; readonly card: AdaptiveCard }
  | { readonly type: "card"; readonly card: AdaptiveCard }
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "close" };

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
const MESSAGE_TYPE = "application/vnd.microsoft.activity.message";

/** An empty answer closes a dialog, and does nothing elsewhere. */
export function answerOf({ type, name }: TeamsActivity, shown: Shown): Answer {
  if (type !== "invoke") return { status: 200 };
  return name === "adaptiveCard/action" ? inPlace(shown) : inDialog(name, shown);
}

function inPlace(shown: Shown): Answer {
  const said = (type: string, value: unknown): Answer => ({
    status: 200,
    body: JSON.stringify({ statusCode: 200, type, value }),
  });
  switch (shown.type) {
    case "card":
    case "dialog":
      return said(CARD_TYPE, shown.card);
    case "notice":
      return said(MESSAGE_TYPE, typable(shown.text));
    case "close":
      return said(MESSAGE_TYPE, "");
  }
}

function inDialog(name: string | undefined, shown: Shown): Answer {
  const task = (content: object): Answer => ({
    status: 200,
    body: JSON.stringify({ task: content }),
  });
  switch (shown.type) {
    case "dialog":
      return task({
        type: "continue",
        value: {
          title: shown.title,
          width: "medium",
          height: "large",
          card: { contentType: CARD_TYPE, content: shown.card },
        },
      });
    case "card":
      return task({
        type: "continue",
        value: { title: "", card: { contentType: CARD_TYPE, content: shown.card } },
      });
    case "notice":
      return task({ type: "message", value: typable(shown.text) });
    case "close":
      return name?.startsWith("composeExtension/") ? { status: 200, body: "{}" } : { status: 200 };
  }
}
