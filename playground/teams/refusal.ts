/** What the connector answers when it does not do what it is asked. */
import type { Response } from "express";

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export function refusal(status: number, code: string, message: string): Refusal {
  return { status, code, message };
}

/** Nobody may write there now: the person blocked or removed the app, or the team is archived. */
export function writesBlocked(details: string): Refusal {
  const message = JSON.stringify({ subCode: "MessageWritesBlocked", details });
  return refusal(403, "ServiceError", message);
}

export const NOT_IN_ROSTER = refusal(
  403,
  "BotNotInConversationRoster",
  "The bot is not part of the conversation roster.",
);
export const NO_CONVERSATION = refusal(404, "ConversationNotFound", "Conversation not found.");
export const NO_ACTIVITY = refusal(
  404,
  "ActivityNotFoundInConversation",
  "The activity was not found in the conversation.",
);

export function send(response: Response, { status, code, message }: Refusal): void {
  response.status(status).json({ error: { code, message } });
}

/** Seconds to wait are left out where Teams does not say. */
export function throttle(response: Response, seconds: number | null): void {
  if (seconds !== null) response.set("retry-after", String(seconds));
  send(response, refusal(429, "Throttled", "API calls quota exceeded."));
}
