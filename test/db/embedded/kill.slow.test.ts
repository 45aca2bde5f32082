/**
 * The database is killed with SIGKILL at random moments while eight writers write. No write that was
 * acknowledged is lost, unique indexes hold and the file stays whole. KILL_ROUNDS sets how often
 * (3 when left out, for every day's run).
 */
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Collection, MongoClient } from "mongodb";
import { checkDatabase, DATABASE_FILE } from "../../../db/embedded/index.ts";
import { SQLITES, type SqliteName } from "../../../db/embedded/sqlite.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

const PROGRAM = fileURLToPath(new URL("./programs/serve.ts", import.meta.url));
const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 3);
const WRITERS = 8;
const LONGEST_MS = 1500;

interface Row {
  _id: string;
  writer: number;
  slot?: string;
  n: number;
}
/** What each document's counter is at least, by the answers its writer got. */
type Acknowledged = Map<string, number>;

let dir: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "kill-"));
});
afterEach(() => {
  child?.kill("SIGKILL");
  fs.rmSync(dir, { recursive: true, force: true });
});

async function serve(library: SqliteName): Promise<string> {
  const args = [...TYPESCRIPT, PROGRAM, library, dir];
  child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("The server has no output.");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return line.toString().trim();
}

/** Inserts, counts up, fights over unique slots and writes in bulk until the server is gone. */
async function write(rows: Collection<Row>, writer: number, round: number, known: Acknowledged) {
  for (let i = 0; ; i++) {
    const _id = `${round}-${writer}-${i}`;
    await rows.insertOne({ _id, writer, n: 0 });
    known.set(_id, 0);
    await rows.findOneAndUpdate({ _id }, { $inc: { n: 1 } });
    known.set(_id, 1);
    await rows.bulkWrite([
      { insertOne: { document: { _id: `${_id}-b`, writer, n: 0 } } },
      { updateOne: { filter: { _id }, update: { $inc: { n: 1 } } } },
    ]);
    known.set(`${_id}-b`, 0).set(_id, 2);
    await rows
      .insertOne({ _id: `${_id}-s`, writer, slot: `${round}-${i}`, n: 0 })
      .then(() => known.set(`${_id}-s`, 0))
      .catch((error: unknown) => {
        if ((error as { code?: number }).code !== 11000) throw error;
      });
  }
}

test.each(SQLITES)(
  `${ROUNDS} kills lose no acknowledged write (%s)`,
  async (library) => {
    const known: Acknowledged = new Map();
    for (let round = 0; round < ROUNDS; round++) {
      const uri = await serve(library);
      const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 2500 }).connect();
      const rows = client.db("kill").collection<Row>("rows");
      await rows.createIndex({ slot: 1 }, { unique: true, sparse: true }, {});
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(rows, writer, round, known).catch(() => undefined),
      );
      const server = child;
      const gone = server && once(server, "exit");
      setTimeout(() => server?.kill("SIGKILL"), Math.random() * LONGEST_MS);
      await Promise.all([gone, ...writers]);
      await client.close();
    }

    const client = await new MongoClient(await serve(library)).connect();
    const found = new Map<string, number>();
    const slots: string[] = [];
    for await (const row of client.db("kill").collection<Row>("rows").find()) {
      found.set(row._id, row.n);
      if (row.slot !== undefined) slots.push(row.slot);
    }
    const lost = [...known].filter(([id, n]) => (found.get(id) ?? -1) < n);
    await client.close();
    child?.kill("SIGTERM");
    if (child?.exitCode === null) await once(child, "exit");

    process.stderr.write(
      `${ROUNDS} kills, ${known.size} acknowledged documents, ${lost.length} lost\n`,
    );
    expect(known.size).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    expect(new Set(slots).size).toBe(slots.length);
    expect(checkDatabase(path.join(dir, DATABASE_FILE), library).problems).toEqual([]);
  },
  60_000 + ROUNDS * 20_000,
);
