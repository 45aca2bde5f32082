/** Slack's and the network's failures, as what the outbox needs to know: what became of the message. */

import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { DeliveryError, type Refusal } from "../../src/ports.ts";

/** What each of Slack's refusals means for whoever was to read it. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  user_disabled: "gone",
  user_not_found: "gone",
  users_not_found: "gone",
  is_archived: "closed",
  channel_not_found: "closed",
  channel_is_archived: "closed",
  cannot_dm_bot: "blocked",
  restricted_action: "blocked",
  restricted_action_read_only_channel: "blocked",
  restricted_action_thread_only_channel: "blocked",
  restricted_action_non_threadable_channel: "blocked",
  messages_tab_disabled: "blocked",
  not_in_channel: "not_allowed",
  missing_scope: "not_allowed",
  not_allowed_token_type: "not_allowed",
  access_denied: "not_allowed",
  no_permission: "not_allowed",
  ekm_access_denied: "not_allowed",
  team_access_not_granted: "not_allowed",
  invalid_auth: "not_allowed",
  not_authed: "not_allowed",
  token_revoked: "not_allowed",
  token_expired: "not_allowed",
  account_inactive: "not_allowed",
  org_login_required: "not_allowed",
};

/** Slack could not say whether it did it. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
]);

const REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: "Copy the Bot User OAuth Token from OAuth & Permissions into SLACK_BOT_TOKEN.",
  not_authed: "Copy the Bot User OAuth Token from OAuth & Permissions into SLACK_BOT_TOKEN.",
  token_revoked: "Install the app again and copy its new token into SLACK_BOT_TOKEN.",
  token_expired: "Install the app again and copy its new token into SLACK_BOT_TOKEN.",
  account_inactive: "Install the app again and copy its new token into SLACK_BOT_TOKEN.",
  missing_scope: "Bring the app's manifest up to date (npm run manifest) and install it again.",
  not_in_channel: "Invite the bot to the channel: /invite @Liaison",
  org_login_required: "The workspace is moving to an organisation; try again when it is done.",
};

/** Nothing was connected, so nothing can have arrived. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Tokens that no longer work; every delivery fails until somebody acts. */
export const isTokenRefused = (error: unknown): boolean =>
  ["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"].includes(
    codeOf(error) ?? "",
  );

/** Slack's own word for its refusal: `expired_trigger_id`. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof DeliveryError ? codeOf(error.cause) : undefined;
}

/** What an operator should do about a refusal, when there is something. */
export const remedyFor = (code: string): string | undefined => REMEDIES[code];

/**
 * @param repeatable nothing is said twice when the call is made again, so it need not be uncertain.
 */
export function deliveryError(error: unknown, repeatable: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const unknown = repeatable ? "later" : "uncertain";
  if (error instanceof WebAPIRateLimitedError)
    return new DeliveryError("later", {
      message: "Slack asks to wait",
      retryAfterMs: error.retryAfter * 1000,
      cause: error,
    });
  if (error instanceof WebAPIPlatformError) return platformError(error, unknown);
  if (error instanceof WebAPIHTTPError) return httpError(error, unknown);
  const original = error instanceof WebAPIRequestError ? error.original : error;
  // A 429 without a time to wait reaches us as a plain error.
  const limited = String(partOf(original, "message")).startsWith("Retry header");
  const fate = limited || NEVER_SENT.has(networkCode(original) ?? "") ? "later" : unknown;
  return new DeliveryError(fate, { message: "Slack could not be reached", cause: error });
}

function platformError(error: WebAPIPlatformError, unknown: "later" | "uncertain"): DeliveryError {
  const code = error.data.error;
  if (code === "ratelimited" || code === "rate_limited")
    return new DeliveryError("later", { message: "Slack asks to wait", cause: error });
  if (UNCERTAIN.has(code))
    return new DeliveryError(unknown, { message: `Slack answered ${code}`, cause: error });
  const remedy = remedyFor(code);
  return new DeliveryError("refused", {
    message: `Slack answered ${code}.${remedy ? ` ${remedy}` : ""}`,
    reason: REFUSALS[code] ?? "invalid",
    cause: error,
  });
}

function httpError(error: WebAPIHTTPError, unknown: "later" | "uncertain"): DeliveryError {
  const message = `Slack answered HTTP ${String(error.statusCode)}`;
  return error.statusCode >= 500 || error.statusCode === 408
    ? new DeliveryError(unknown, { message, cause: error })
    : new DeliveryError("refused", { message, reason: "invalid", cause: error });
}

/** Of the innermost failure: `ECONNREFUSED`. */
function networkCode(error: unknown): string | undefined {
  const code = partOf(error, "code");
  if (typeof code === "string") return code;
  const [first] = (partOf(error, "errors") ?? []) as readonly unknown[];
  const inner = first ?? partOf(error, "cause");
  return inner === undefined ? undefined : networkCode(inner);
}

function partOf(error: unknown, name: string): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  return (error as Readonly<Record<string, unknown>>)[name];
}
