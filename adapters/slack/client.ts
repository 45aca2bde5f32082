/** The connection to Slack's Web API, and who we are there. */

import type { Logger } from "@slack/bolt";
import { LogLevel, WebClient } from "@slack/web-api";
import { type Dispatcher, request } from "undici";
import { DeliveryError, type Log } from "../../src/ports.ts";
import { codeOf, deliveryError, remedyFor } from "./errors.ts";
import type { Installation } from "./events.ts";

const SLACK_API = "https://slack.com/api/";
const REQUEST_TIMEOUT_MS = 10_000;

export interface Connection {
  readonly web: WebClient;
  /** Who the token belongs to; asked once. @throws DeliveryError when Slack refuses it. */
  identity(): Promise<Installation & { readonly botId: string }>;
  /** Posts to a response URL. @throws DeliveryError. */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<void>;
}

/** One try per call: repeating is the outbox's, which knows what may be repeated. */
export function connect(botToken: string, apiUrl: string | undefined, log: Log): Connection {
  const slackApiUrl = apiUrl ?? SLACK_API;
  const web = new WebClient(botToken, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    logger: boltLogger(log),
  });
  let known: ReturnType<Connection["identity"]> | undefined;

  async function ask(): ReturnType<Connection["identity"]> {
    try {
      const { team_id: team, user_id: bot, bot_id: botId } = await web.auth.test();
      if (!team || !bot || !botId)
        throw new DeliveryError("refused", {
          message:
            "SLACK_BOT_TOKEN is not the token of a bot in one workspace. Copy the Bot User OAuth Token, which begins with xoxb-.",
          reason: "not_allowed",
        });
      return { team, bot, botId };
    } catch (error) {
      known = undefined;
      const code = codeOf(error);
      if (!code) throw deliveryError(error, true);
      throw new DeliveryError("refused", {
        message: `Slack does not accept SLACK_BOT_TOKEN (${code}). ${remedyFor(code) ?? "Copy it again from OAuth & Permissions."}`,
        reason: "not_allowed",
        cause: error,
      });
    }
  }

  return {
    web,
    identity: () => (known ??= ask()),
    async respond(url, body) {
      if (!isSlack(url, slackApiUrl))
        throw new DeliveryError("refused", {
          message: "A response URL that is not Slack's",
          reason: "not_allowed",
        });
      let response: Dispatcher.ResponseData;
      try {
        response = await request(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
          headersTimeout: REQUEST_TIMEOUT_MS,
          bodyTimeout: REQUEST_TIMEOUT_MS,
        });
      } catch (error) {
        throw deliveryError(error, false);
      }
      // The status says what became of it, however the rest of the answer ends.
      await response.body.dump().catch(() => undefined);
      const { statusCode } = response;
      if (statusCode < 200 || statusCode > 299) throw responseError(response);
    },
  };
}

function responseError({ statusCode, headers }: Dispatcher.ResponseData): DeliveryError {
  const message = `The response URL answered HTTP ${String(statusCode)}`;
  if (statusCode === 429) {
    const seconds = Number(headers["retry-after"]) || 1;
    return new DeliveryError("later", { message, retryAfterMs: seconds * 1000 });
  }
  return statusCode >= 500
    ? new DeliveryError("uncertain", { message })
    : new DeliveryError("refused", { message, reason: "closed" });
}

/** Nothing is sent to an address that somebody could have made up. */
function isSlack(url: string, apiUrl: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === "https:" && /(^|\.)slack(-gov)?\.com$/u.test(hostname);
}

/** Bolt's own words, without its details: those may hold what people wrote. */
export function boltLogger(log: Log): Logger {
  const nothing = () => undefined;
  const first = (words: readonly unknown[]) => (typeof words[0] === "string" ? words[0] : "Bolt");
  return {
    debug: nothing,
    info: nothing,
    warn: (...words: unknown[]) => {
      log.warn({ source: "bolt" }, first(words));
    },
    error: (...words: unknown[]) => {
      log.error({ source: "bolt" }, first(words));
    },
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
