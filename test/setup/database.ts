/**
 * A database for the tests: MongoDB where MONGODB_URI names one, else one embedded server for the
 * whole run, of each SQLite that this Node has. A test file takes a database of its own with
 * `testDatabase`.
 */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { MongoClient } from "mongodb";
import { type Embedded, startEmbedded } from "../../db/embedded/index.ts";
import { SQLITES } from "../../db/embedded/sqlite.ts";

const VARIABLE = "LIAISON_TEST_DATABASE";
/** Where Linux keeps files in memory: most tests ask what is stored, not whether a disk has it. */
const MEMORY = "/dev/shm";
const running: { embedded: Embedded; dir: string }[] = [];

/** Once for the run, before Jest starts its workers; they inherit the variable. */
export async function startTestServer(): Promise<void> {
  const given = process.env["MONGODB_URI"];
  const servers: Record<string, string> = {};
  if (given !== undefined && given !== "") servers["MongoDB"] = given;
  else
    for (const library of SQLITES) {
      const dir = fs.mkdtempSync(
        path.join(fs.existsSync(MEMORY) ? MEMORY : os.tmpdir(), "liaison-test-"),
      );
      const embedded = await startEmbedded({ dir, library });
      running.push({ embedded, dir });
      servers[library] = embedded.uri;
    }
  process.env[VARIABLE] = JSON.stringify(servers);
}

export async function stopTestServer(): Promise<void> {
  for (const { embedded, dir } of running.splice(0)) {
    await embedded.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

const servers = JSON.parse(process.env[VARIABLE] ?? "{}") as Readonly<Record<string, string>>;

/** By name; the first is the one that `testDatabase` takes unless told otherwise. */
export const TEST_SERVERS: readonly string[] = Object.keys(servers);

export interface TestDatabase {
  /** Names the database too, so that `mongoose.connect(uri)` needs nothing else. */
  readonly uri: string;
  readonly name: string;
  /** Drops it. */
  dispose(): Promise<void>;
}

/** An empty database that no other test file has. */
export function testDatabase(server = TEST_SERVERS[0] ?? ""): TestDatabase {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(servers[server] ?? "");
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
