/**
 * What Teams sends to the bot: activities with a signed token. A message has fifteen seconds and is
 * sent once. An invoke has five; a client that hears nothing in time asks again twice, and what
 * comes later is ignored.
 */
import { randomUUID } from "node:crypto";
import { type Bag, parseJson } from "../bag.ts";
import type { Identity } from "./identity.ts";

const MESSAGE_WITHIN_MS = 15_000;
const INVOKE_WITHIN_MS = 5000;
const INVOKE_ATTEMPTS = 3;

/** What the bot answered: a status with a body, or why there is none. */
export type Answer =
  { readonly status: number; readonly body: unknown } | "timeout" | "unreachable";

export interface Deliver {
  /** False when the bot did not take it. */
  activity(activity: Bag): Promise<boolean>;
  invoke(activity: Bag): Promise<Answer>;
}

export interface DeliverOptions {
  /** Where the bot listens, without a path; waits while it is being restarted. */
  readonly bot: () => Promise<string>;
  readonly identity: Identity;
  readonly log: (sentence: string) => void;
  /** How long an invoke may take; five seconds when left out. */
  readonly invokeWithinMs?: number;
}

export function createDeliver({
  bot,
  identity,
  log,
  invokeWithinMs = INVOKE_WITHIN_MS,
}: DeliverOptions): Deliver {
  async function post(activity: Bag, withinMs: number): Promise<Answer> {
    const url = `${await bot()}/api/messages`;
    const signal = AbortSignal.timeout(withinMs);
    try {
      const response = await fetch(url, {
        method: "POST",
        body: JSON.stringify(activity),
        redirect: "manual",
        signal,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
          authorization: `Bearer ${identity.activityToken()}`,
        },
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (parseJson(text) ?? text) };
    } catch {
      return signal.aborted ? "timeout" : "unreachable";
    }
  }

  return {
    activity: async (activity) => {
      const answer = await post(activity, MESSAGE_WITHIN_MS);
      const taken = typeof answer === "object" && answer.status < 300;
      if (!taken) {
        const how = typeof answer === "object" ? `status ${answer.status}` : answer;
        log(`The bot did not take an activity of Teams (${String(activity["type"])}): ${how}.`);
      }
      return taken;
    },
    invoke: async (activity) => {
      let answer: Answer = "timeout";
      for (let attempt = 0; attempt < INVOKE_ATTEMPTS; attempt += 1) {
        // The client makes a new request, so the same press arrives under another id.
        const again = attempt === 0 ? activity : { ...activity, id: `f:${randomUUID()}` };
        answer = await post(again, invokeWithinMs);
        if (typeof answer === "object" && answer.status < 500) return answer;
      }
      return answer;
    },
  };
}
