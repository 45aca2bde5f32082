/**
 * What Slack sends to the app: signed HTTP requests, or envelopes over Socket Mode while the app is
 * connected that way. Three seconds to acknowledge; events are sent again, the rest is not.
 */
import { randomBytes } from "node:crypto";
import { type Bag, parseJson } from "../bag.ts";
import { APP_ID } from "./app-id.ts";
import { signature } from "./sign.ts";
import type { SocketMode } from "./socket-mode.ts";
import type { Workspace } from "../demo.ts";

const ACK_WITHIN_MS = 3000;
/** After the first failure at once, then a minute, then five minutes later. */
const EVENT_RETRIES_MS = [0, 60_000, 300_000] as const;

/** What came back. `reply` is the parsed body: JSON, a text, or undefined when it was empty. */
export type Ack =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly error: "operation_timeout" | "dispatch_failed" };

export interface Deliver {
  /** A slash command: flat fields. */
  command(fields: Readonly<Record<string, string>>): Promise<Ack>;
  /** A button, dialog or shortcut: one JSON payload. */
  interaction(payload: Bag): Promise<Ack>;
  /** Answers after the first attempt, or after the first retry when that one failed. */
  event(workspace: Workspace, event: Bag): Promise<void>;
  stop(): void;
}

interface Failure {
  readonly reason: "http_timeout" | "connection_failed" | "http_error";
  readonly noRetry: boolean;
}

type Answer = { readonly reply: unknown } | Failure;

export interface DeliverOptions {
  /** Where the app listens; waits while it is being restarted. */
  readonly url: () => Promise<string>;
  readonly secret: () => string;
  readonly sockets: SocketMode;
  /** Names of the events the app subscribed to; null delivers all. */
  readonly subscribed: ReadonlySet<string> | null;
  readonly log: (sentence: string) => void;
}

export function createDeliver(options: DeliverOptions): Deliver {
  const timers = new Set<NodeJS.Timeout>();

  async function post(
    body: string,
    contentType: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const url = await options.url();
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(ACK_WITHIN_MS),
        headers: {
          "content-type": contentType,
          "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
          ...signature(options.secret(), body, Math.floor(Date.now() / 1000)),
          ...headers,
        },
      });
      const text = await response.text();
      if (!response.ok) {
        const noRetry = response.headers.get("x-slack-no-retry") === "1";
        return { reason: "http_error", noRetry };
      }
      return { reply: text === "" ? undefined : (parseJson(text) ?? text) };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      return { reason: timedOut ? "http_timeout" : "connection_failed", noRetry: false };
    }
  }

  async function form(fields: Readonly<Record<string, string>>): Promise<Ack> {
    const body = new URLSearchParams(fields).toString();
    return asAck(await post(body, "application/x-www-form-urlencoded", {}));
  }

  async function socket(type: string, payload: Bag, retry?: Bag): Promise<Answer> {
    const reply = await options.sockets.send(type, payload, ACK_WITHIN_MS, retry);
    return reply === "timeout" ? { reason: "http_timeout", noRetry: false } : reply;
  }

  async function attempt(body: Bag, number: number, reason: string): Promise<Answer> {
    if (options.sockets.connected()) {
      return socket("events_api", body, { retry_attempt: number, retry_reason: reason });
    }
    const headers: Record<string, string> =
      number === 0 ? {} : { "x-slack-retry-num": String(number), "x-slack-retry-reason": reason };
    return post(JSON.stringify(body), "application/json", headers);
  }

  async function attempts(body: Bag, number: number, reason: string): Promise<void> {
    const answer = await attempt(body, number, reason);
    if ("reply" in answer || answer.noRetry) return;
    const wait = EVENT_RETRIES_MS[number];
    if (wait === undefined) {
      options.log(`Slack's stand-in gave up on an event: ${answer.reason}.`);
      return;
    }
    if (wait === 0) {
      await attempts(body, number + 1, answer.reason);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      attempts(body, number + 1, answer.reason).catch((error: unknown) => {
        options.log(`Slack's stand-in could not repeat an event: ${String(error)}`);
      });
    }, wait);
    timer.unref();
    timers.add(timer);
  }

  return {
    command: async (fields) =>
      options.sockets.connected() ? asAck(await socket("slash_commands", fields)) : form(fields),
    interaction: async (payload) =>
      options.sockets.connected()
        ? asAck(await socket("interactive", payload))
        : form({ payload: JSON.stringify(payload) }),
    event: async (workspace, event) => {
      const name = subscriptionOf(event);
      if (options.subscribed && !options.subscribed.has(name)) return;
      await attempts(envelope(workspace, event), 0, "");
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function asAck(answer: Answer): Ack {
  if ("reply" in answer) return { ok: true, reply: answer.reply };
  const error = answer.reason === "http_timeout" ? "operation_timeout" : "dispatch_failed";
  return { ok: false, error };
}

/** `message` events are subscribed to by the kind of the channel. */
function subscriptionOf(event: Bag): string {
  const type = String(event["type"]);
  if (type !== "message") return type;
  return event["channel_type"] === "im" ? "message.im" : "message.channels";
}

function envelope(workspace: Workspace, event: Bag): Bag {
  return {
    token: "playground",
    team_id: workspace.team,
    api_app_id: APP_ID,
    event,
    type: "event_callback",
    event_id: `Ev${randomBytes(5).toString("hex").toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: workspace.bot,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}
