/** The Slack adapter on its stand-in, with a core that a test tells what to decide. */

import { createSlackPlatform, type SlackPlatform } from "../../../adapters/slack/platform.ts";
import type { ChatEvent, Log, Outcome, Reception } from "../../../src/ports.ts";
import { openStandIn, type StandIn } from "./stand-in.ts";

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

export interface Slack extends StandIn {
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
      port: 0,
      host: "127.0.0.1",
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
