import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Connection } from "mongoose";
import { connect, driverOf } from "../../db/connection.ts";
import { createTimers, indexTimers, retryDelay } from "../../db/timers.ts";
import type { Log } from "../../src/ports.ts";
import { aTimer, START, timersContract, type TimersWorld } from "../contracts/timers.ts";
import { testDatabase } from "../setup/database.ts";
import { nobodyWaitsForAgenda } from "./agenda-timeouts.ts";
import { signal } from "./signal.ts";
import type { Clock } from "../../src/time/clock.ts";
import type { Timer } from "../../src/time/timer.ts";

nobodyWaitsForAgenda();
const database = testDatabase();
let connection: Connection;

beforeAll(async () => {
  connection = await connect(database.uri);
}, 30_000);

afterAll(async () => {
  await connection.close();
  await database.dispose();
});

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const system: Clock = { now: () => new Date() };

async function fresh(): Promise<void> {
  await driverOf(connection).collection("timers").deleteMany({});
  await indexTimers(connection);
}

function world(): TimersWorld {
  let now = START;
  let run: (timer: Timer) => Promise<void> = () => Promise.resolve();
  const rung: { key: string; at: string }[] = [];
  const timers = createTimers({
    connection,
    clock: { now: () => now },
    log: silent,
    ring: async (timer) => {
      rung.push({ key: timer.key, at: now.toISOString() });
      await run(timer);
    },
  });
  return {
    timers,
    rung,
    step: (at) => Promise.resolve(void (now = at)),
    onRing(next) {
      run = next;
    },
    restart: world,
  };
}

timersContract(async () => {
  await fresh();
  return world();
});

/** Two processes that poll by the system's clock, and what each of them rang. */
function polling(count: number, ring: (timer: Timer, process: number) => Promise<void>) {
  return Array.from({ length: count }, (_, process) =>
    createTimers({
      connection,
      clock: system,
      log: silent,
      ring: async (timer) => {
        await ring(timer, process);
      },
      polling: { every: 50, lock: 2_000 },
    }),
  );
}

test("what came due while nobody ran rings at start, and two processes ring it once", async () => {
  await fresh();
  const rung: string[] = [];
  const all = signal();
  const processes = polling(2, (timer) => {
    rung.push(timer.key);
    if (rung.length === 20) all.resolve();
    return Promise.resolve();
  });
  const past = new Date(Date.now() - 60_000);
  for (let n = 0; n < 20; n++) await processes[0]?.set({ ...aTimer(`k-${n}`, 0), at: past });

  for (const timers of processes) await timers.start();
  await all.promise;
  for (const timers of processes) await timers.stop();

  expect(new Set(rung).size).toBe(20);
  expect(rung).toHaveLength(20);
  expect(await driverOf(connection).collection("timers").countDocuments()).toBe(0);
});

test("stopping waits for what is ringing", async () => {
  await fresh();
  const begun = signal();
  const end = signal();
  let isOver = false;
  const [timers] = polling(1, async () => {
    begun.resolve();
    await end.promise;
    isOver = true;
  });
  await timers?.start();
  await timers?.set({ ...aTimer("a", 0), at: new Date() });
  await begun.promise;

  const stopped = timers?.stop();
  end.resolve();
  await stopped;

  expect(isOver).toBe(true);
});

test("retries come after ten seconds, forty, … and at most a day", () => {
  expect([1, 2, 3, 7, 8, 500].map(retryDelay)).toStrictEqual([
    10_000, 40_000, 160_000, 40_960_000, 86_400_000, 86_400_000,
  ]);
});
