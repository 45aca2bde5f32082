import { createServer } from "node:net";
import { expect, test } from "@jest/globals";
import { connect } from "../../db/connection.ts";
import { openDatabase } from "../../db/index.ts";
import { testDatabase } from "../setup/database.ts";
import { handClock } from "./hand-clock.ts";

test.each([
  ["mysql://db.school.example/x", "MONGODB_URI is not a MongoDB address"],
  ["mongodb://", "MONGODB_URI is not a MongoDB address"],
])("%s is named as no address of MongoDB", async (uri, sentence) => {
  await expect(connect(uri)).rejects.toThrow(sentence);
});

test("a server that is not there is named by host, and the password never", async () => {
  const port = await freePort();
  const uri = `mongodb://ada:s3cr%40t@127.0.0.1:${port}/liaison?serverSelectionTimeoutMS=200`;

  const failure = await connect(uri).catch((error: unknown) => error);

  expect(failure).toMatchObject({
    message: `MongoDB at 127.0.0.1:${port} cannot be reached. Is it running, and may this machine connect to it?`,
  });
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toMatch(/s3cr/u);
}, 20_000);

test("a database opens with its indexes, answers, and closes", async () => {
  const test = testDatabase();
  const clock = handClock();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const open = async () =>
    await openDatabase({ uri: test.uri, clock, wire: clock, log: silent, alone: true });
  const database = await open();

  await expect(database.ping()).resolves.toBeUndefined();
  expect(await database.stores.districts()).toStrictEqual([]);
  await database.close();
  await expect(database.ping()).rejects.toThrow();

  const again = await open();
  await again.close();
  await test.dispose();
}, 30_000);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("No port");
  return address.port;
}
