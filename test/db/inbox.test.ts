import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Connection } from "mongoose";
import { connect, driverOf } from "../../db/connection.ts";
import { createInbox, indexInbox } from "../../db/inbox.ts";
import { anEvent, inboxContract } from "../contracts/inbox.ts";
import { testDatabase } from "../setup/database.ts";
import { handClock } from "./hand-clock.ts";

const database = testDatabase();
let connection: Connection;

beforeAll(async () => {
  connection = await connect(database.uri);
}, 30_000);

afterAll(async () => {
  await connection.close();
  await database.dispose();
});

async function open() {
  await driverOf(connection).collection("inbox").deleteMany({});
  await indexInbox(connection);
  const wire = handClock();
  return { process: () => createInbox({ connection, wire }), pass: wire.pass };
}

inboxContract(open);

test("a finished event keeps its id for a while and nothing of what it said", async () => {
  const inbox = (await open()).process();
  await inbox.accept(anEvent("e-1"));

  await inbox.finish(anEvent("e-1"));

  const rows = await driverOf(connection).collection("inbox").find().toArray();
  expect(rows).toStrictEqual([
    { _id: "slack:T1 e-1", storedAt: expect.any(Date), finishedAt: expect.any(Date) },
  ]);
});

test("an event that could not be stored is a fault, and nobody works on it", async () => {
  const closed = await connect(database.uri);
  const inbox = createInbox({ connection: closed, wire: handClock() });
  await closed.close();

  await expect(inbox.accept(anEvent("e-9"))).rejects.toThrow();
  expect(inbox.pending()).toBe(0);
});
