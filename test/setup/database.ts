/**
 * A database for the tests: MongoDB where MONGODB_URI names one, else one embedded server for the
 * whole run. A test file takes a database of its own with `testDatabase`.
 */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { MongoClient } from "mongodb";
import { type Embedded, startEmbedded } from "../../db/embedded/index.ts";

const VARIABLE = "LIAISON_TEST_DATABASE";
/** Where Linux keeps files in memory: most tests ask what is stored, not whether a disk has it. */
const MEMORY = "/dev/shm";
let running: { embedded: Embedded; dir: string } | undefined;

/** Once for the run, before Jest starts its workers; they inherit the variable. */
export async function startTestServer(): Promise<void> {
  const given = process.env["MONGODB_URI"];
  if (given !== undefined && given !== "") {
    process.env[VARIABLE] = given;
    return;
  }
  const dir = fs.mkdtempSync(
    path.join(fs.existsSync(MEMORY) ? MEMORY : os.tmpdir(), "liaison-test-"),
  );
  const embedded = await startEmbedded({ dir });
  running = { embedded, dir };
  process.env[VARIABLE] = embedded.uri;
}

export async function stopTestServer(): Promise<void> {
  if (running === undefined) return;
  await running.embedded.stop();
  fs.rmSync(running.dir, { recursive: true, force: true });
  running = undefined;
}

export interface TestDatabase {
  /** Names the database too, so that `mongoose.connect(uri)` needs nothing else. */
  readonly uri: string;
  readonly name: string;
  /** Drops it. */
  dispose(): Promise<void>;
}

/** An empty database that no other test file has. */
export function testDatabase(): TestDatabase {
  const server = process.env[VARIABLE];
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(server ?? "");
  if (parts === null) throw new Error("The test server was not started; run the tests with Jest.");
  const name = `test-${randomBytes(6).toString("hex")}`;
  const uri = `${parts[1] ?? ""}/${name}${parts[2] ?? ""}`;
  return {
    uri,
    name,
    async dispose() {
      const client = await new MongoClient(uri).connect();
      await client.db(name).dropDatabase();
      await client.close();
    },
  };
}
