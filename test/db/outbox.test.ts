import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Connection } from "mongoose";
import { connect, driverOf } from "../../db/connection.ts";
import { createOutbox, type SendingOutbox } from "../../db/outbox.ts";
import { indexOutboxRows } from "../../db/outbox-rows.ts";
import { indexLanes } from "../../db/pacing.ts";
import { outboxContract } from "../contracts/outbox.ts";
import { outboxFaultsContract } from "../contracts/outbox-faults.ts";
import { outboxThreadsContract } from "../contracts/outbox-threads.ts";
import { aCard, message, send, titlesOf, type OutboxWorld } from "../contracts/outbox-world.ts";
import { testDatabase } from "../setup/database.ts";
import { handClock } from "./hand-clock.ts";
import { channel, refused, scriptedPlatform } from "./scripted-platform.ts";

const database = testDatabase();
let connection: Connection;
/** Those that hang in a send are left to die with the test. */
const running: SendingOutbox[] = [];
const lines: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = [];

beforeAll(async () => {
  connection = await connect(database.uri);
  await indexOutboxRows(connection);
  await indexLanes(connection);
}, 30_000);

afterEach(() => {
  for (const outbox of running.splice(0)) void outbox.stop();
});

afterAll(async () => {
  await connection.close();
  await database.dispose();
});

async function open(platform = scriptedPlatform()): Promise<OutboxWorld> {
  for (const name of ["outbox", "outbox_lanes"])
    await driverOf(connection).collection(name).deleteMany({});
  lines.length = 0;
  const wire = handClock();
  const refusals: OutboxWorld["refusals"] = [];
  let failures = 0;
  let isConnected = true;
  const line = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ level, fields, message });
  return {
    platform,
    refusals,
    failTelling(times) {
      failures = times;
    },
    connected(is) {
      isConnected = is;
    },
    pass: wire.pass,
    async process(options) {
      const outbox = createOutbox({
        connection,
        wire,
        platforms: () => (isConnected ? platform : undefined),
        log: { info: line("info"), warn: line("warn"), error: line("error") },
        onRefused: (district, { key }, reason) => {
          if (failures-- > 0) return Promise.reject(new Error("No owner to tell"));
          refusals.push({ district, key, reason });
          return Promise.resolve();
        },
      });
      running.push(outbox);
      await outbox.start(options);
      return outbox;
    },
  };
}

outboxContract(open);
outboxFaultsContract(open);
outboxThreadsContract(open);

test("a platform that does not say how fast it takes messages is written to with care", async () => {
  const world = await open(scriptedPlatform(null));
  const outbox = await world.process();
  await send(outbox, message("a"), message("b"), message("c"));
  expect(titlesOf(world)).toStrictEqual(["a"]);

  world.pass(1000);
  await outbox.wake();
  expect(titlesOf(world)).toStrictEqual(["a", "b"]);
});

test("the log names the message and its fate, and never what it says", async () => {
  const world = await open();
  const outbox = await world.process();
  world.platform.script("a", refused());

  await outbox.of("d-1").post({ key: "a", kind: "test", to: channel("C1"), card: aCard("secret") });
  await outbox.wake();

  expect(lines).toMatchObject([{ level: "warn", fields: { key: "a", reason: "closed" } }]);
  expect(JSON.stringify(lines)).not.toContain("secret");
});

test("a message that was sent is forgotten after ninety days, one that waits is not", async () => {
  const world = await open();
  const outbox = await world.process();
  const rows = driverOf(connection).collection("outbox");
  const post = { kind: "test", to: channel("C1"), card: aCard("x") };
  await outbox.of("d-1").post({ ...post, key: "sent" });
  await outbox.wake();
  await outbox.stop();
  await outbox.of("d-1").post({ ...post, key: "waits" });

  const closed = await rows.find({ closedAt: { $exists: true } }).toArray();

  expect(closed.map((row) => String(row["key"]))).toStrictEqual(["sent"]);
  const kept = (await rows.indexes()).find(({ key }) => "closedAt" in key);
  expect(kept?.expireAfterSeconds).toBe(90 * 24 * 3600);
});
