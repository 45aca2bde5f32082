import { describe, expect, test } from "@jest/globals";
import type { Core } from "../src/assembly/core.ts";
import { assembleFront } from "../src/assembly/front.ts";
import {
  DeliveryError,
  type ChatEvent,
  type ChatPlatform,
  type Log,
  type Outcome,
} from "../src/ports.ts";
import { recover, type Inbox } from "../src/reception.ts";
import { createTestPlatform } from "./rig/platform.ts";

const event = {
  id: "1",
  tenant: "slack:T1",
  via: "{}",
  type: "command",
  text: "help",
} as ChatEvent;
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const noWork = (): void => undefined;

async function recoverWith(perform: ChatPlatform["perform"]): Promise<readonly ChatEvent[]> {
  const finished: ChatEvent[] = [];
  const inbox: Inbox = {
    accept: () => Promise.resolve(true),
    finish: (one) => {
      finished.push(one);
      return Promise.resolve();
    },
    abandoned: () => Promise.resolve([event]),
  };
  await recover(0, {
    inbox,
    decide: () => Promise.resolve({ type: "nothing" }),
    platformOf: () => ({ perform }) as unknown as ChatPlatform,
    log,
  });
  return finished;
}

test("what a platform could not show yet is kept for another time", async () => {
  const later = new DeliveryError("later", { message: "Wait" });

  expect(await recoverWith(() => Promise.reject(later))).toEqual([]);
});

test("what can never be shown does not come back for ever", async () => {
  expect(await recoverWith(() => Promise.reject(new RangeError("Too long")))).toEqual([event]);
});

/** As the database keeps them: claimed once, oldest first. */
function inboxWith(
  unfinished: readonly ChatEvent[],
  taken: ReadonlyMap<string, number> = new Map(),
) {
  const left = [...unfinished];
  const counts = new Map(taken);
  const finished: string[] = [];
  const inbox: Inbox = {
    accept: () => Promise.resolve(true),
    finish({ id }) {
      finished.push(id);
      return Promise.resolve();
    },
    abandoned: (_, most = left.length) => Promise.resolve(left.splice(0, most)),
    timesTaken: ({ id }) => counts.get(id) ?? 0,
    takeUp({ id }) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      return Promise.resolve();
    },
  };
  return { inbox, finished, counts };
}
const from = (person: string, n: number): ChatEvent =>
  ({ ...event, from: `slack:T1/${person}`, id: `${person}-${String(n)}` }) as ChatEvent;

describe("what 500 events left unfinished", () => {
  const many = Array.from({ length: 499 }, (_, n) => from("many", n));

  test("is done with people in turn, each one's in its order", async () => {
    const decided: string[] = [];
    const { inbox, finished } = inboxWith([
      ...many.slice(0, 90),
      from("one", 0),
      ...many.slice(90),
    ]);
    await recover(0, {
      inbox,
      async decide({ id }) {
        await new Promise(setImmediate);
        decided.push(id);
        return { type: "nothing" };
      },
      platformOf: () => undefined,
      log,
    });

    expect(decided.indexOf("one-0")).toBeLessThan(5);
    expect(decided.filter((id) => id.startsWith("many"))).toEqual(many.map(({ id }) => id));
    expect(finished).toHaveLength(500);
  });

  test("holds up neither the start nor who acts now", async () => {
    const { inbox, finished } = inboxWith(many);
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const platform = createTestPlatform("slack");
    const core = {
      start: () => Promise.resolve(),
      idle: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      async decide({ id }: ChatEvent): Promise<Outcome> {
        if (id.startsWith("many")) await held;
        return { type: "nothing" };
      },
    } as unknown as Core;
    const liaison = assembleFront({
      core,
      platforms: [platform],
      inbox: { ...inbox, start: noWork, stop: noWork, idle: () => Promise.resolve() },
      log,
      alone: true,
    });
    await liaison.start();
    expect(await platform.deliver(from("one", 1))).toEqual({ type: "nothing" });
    expect(finished).toEqual(["one-1"]);

    goOn();
    await liaison.idle();
    expect(finished).toHaveLength(500);
    await liaison.stop();
  });
});

test("what was taken up three times without an end is set aside, last and named, and its writer told", async () => {
  const suspect = { ...from("anna", 1), from: "slack:T1/U1" } as ChatEvent;
  const { inbox, finished } = inboxWith([suspect, from("ben", 1)], new Map([["anna-1", 3]]));
  const decided: string[] = [];
  const told: Outcome[] = [];
  const logged: object[] = [];
  await recover(0, {
    inbox,
    decide({ id }) {
      decided.push(id);
      return Promise.resolve({ type: "nothing" });
    },
    platformOf: () =>
      ({
        profile: () =>
          Promise.resolve({ name: "Anna", locale: "fr", timezone: "UTC", active: true }),
        perform: ({ id }: ChatEvent, outcome: Outcome) => {
          if (id === "anna-1") told.push(outcome);
          return Promise.resolve();
        },
      }) as unknown as ChatPlatform,
    log: { ...log, error: (fields) => logged.push(fields) },
  });

  expect(decided).toEqual(["ben-1"]);
  expect(finished).toEqual(["ben-1", "anna-1"]);
  expect(told).toMatchObject([{ type: "reply", card: { locale: "fr" } }]);
  expect(logged).toMatchObject([{ id: "anna-1", type: "command", times: 3 }]);
});
