/** The Slack adapter on its stand-in, with a core that a test tells what to decide. */

import { createWeb } from "../../../adapters/http.ts";
import { createSlackPlatform, type SlackPlatform } from "../../../adapters/slack/platform.ts";
import type { ChatEvent, Log, Outcome, Reception } from "../../../src/ports.ts";
import type { Seen } from "../../../playground/contract.ts";
import { CHANNEL, openStandIn, type StandIn } from "./stand-in.ts";

export interface Core extends Reception {
  /** What was taken in, in order. */
  readonly accepted: readonly ChatEvent[];
  readonly finished: readonly string[];
  /** Decides so from now on. */
  on(decide: (event: ChatEvent) => Outcome | Promise<Outcome>): void;
  /** Nothing can be stored until this is called with null. */
  failWith(error: Error | null): void;
}

export interface Logged {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export function createCore(): Core {
  const accepted: ChatEvent[] = [];
  const finished: string[] = [];
  let decide: (event: ChatEvent) => Outcome | Promise<Outcome> = () => ({ type: "nothing" });
  let failure: Error | null = null;
  return {
    accepted,
    finished,
    on(next) {
      decide = next;
    },
    failWith(error) {
      failure = error;
    },
    accept(event) {
      if (failure) return Promise.reject(failure);
      const isNew = !accepted.some(({ id }) => id === event.id);
      if (isNew) accepted.push(event);
      return Promise.resolve(isNew);
    },
    decide: async (event) => await decide(event),
    finish(event) {
      finished.push(event.id);
      return Promise.resolve();
    },
  };
}

export function createMemoryLog(): Log & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const write = (level: Logged["level"]) => (fields: Logged["fields"], message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: write("info"), warn: write("warn"), error: write("error") };
}

/** What one person does in the playground's stand-in. */
export interface Actor {
  /** Types; in the library's channel unless told otherwise. */
  say(text: string, place?: string): Promise<Seen>;
  press(message: string | undefined, button: string): Promise<Seen>;
  submit(form: string | undefined, answers: object): Promise<Seen>;
}

export interface Slack extends StandIn {
  as(person: string): Actor;
  /** The event that was taken in as the n-th, from 0. */
  event(n: number): ChatEvent;
  readonly platform: SlackPlatform;
  readonly core: Core;
  readonly log: { readonly lines: readonly Logged[] };
  /** Starts another adapter on the same workspace, as after a crash. */
  restart(): Promise<SlackPlatform>;
}

/** `transport`: how Slack reaches the adapter. */
export async function openSlack(transport: "http" | "socket" = "http"): Promise<Slack> {
  const standIn = await openStandIn();
  const core = createCore();
  const log = createMemoryLog();
  const begin = async (): Promise<SlackPlatform> => {
    const platform = createSlackPlatform({
      ...standIn.settings,
      ...(transport === "socket" ? { appToken: standIn.appToken } : {}),
      web: createWeb({ port: 0, host: "127.0.0.1" }),
      log,
    });
    await platform.start(core);
    standIn.connect(platform);
    return platform;
  };
  let current = await begin();
  return {
    ...standIn,
    platform: current,
    as: (as) => ({
      say: async (text, place = CHANNEL) => await standIn.control("say", { as, in: place, text }),
      press: async (message, button) => await standIn.control("press", { as, message, button }),
      submit: async (form, answers) => await standIn.control("submit", { as, form, answers }),
    }),
    event(n) {
      const event = core.accepted[n];
      if (!event) throw new Error(`Only ${String(core.accepted.length)} events were taken in`);
      return event;
    },
    core,
    log,
    async restart() {
      await current.stop();
      current = await begin();
      return current;
    },
    async stop() {
      await current.stop();
      await standIn.stop();
    },
  };
}
