/** `npm run bench:db`: the embedded database's speed, beside raw SQLite doing the same work. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { type Collection, type Db, MongoClient, ObjectId } from "mongodb";
import { DATABASE_FILE, startEmbedded } from "../db/embedded/index.ts";
import { openSqlite, type Sqlite } from "../db/embedded/sqlite.ts";
import { openStore } from "../db/embedded/store.ts";
import { ending } from "./ending.ts";

const USAGE = `Usage: npm run bench:db

Measures the embedded database in a temporary folder, once, and says which targets are met. The
column "SQLite" is the same work by prepared statements in the same thread, without a protocol.
`;

interface Result {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  /** At most this. */
  readonly target?: number;
}
const results: Result[] = [];

function report(result: Result): void {
  results.push(result);
  const { what, value, unit, floor, target } = result;
  const verdict = target === undefined ? "" : value <= target ? "met" : "NOT MET";
  const columns = [
    what.padEnd(62),
    `${value.toFixed(2)} ${unit}`.padStart(14),
    (floor === undefined ? "" : `SQLite ${floor.toFixed(2)}`).padStart(16),
    target === undefined ? "" : `target ${target} ${unit}: ${verdict}`,
  ];
  process.stdout.write(`${columns.join("  ").trimEnd()}\n`);
}

/** Milliseconds each, the median of `times` calls. */
async function median(times: number, work: (i: number) => unknown): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work(i);
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const rss = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const document = (i: number) => ({
  email: `person-${i}@example.org`,
  n: i,
  title: "A goal that two people agreed on",
  at: new Date(1_700_000_000_000 + i),
});

interface Floors {
  readonly insert: number;
  readonly parallel: number;
  readonly id: number;
  readonly unique: number;
  readonly claimNone: number;
  readonly claimOne: number;
  readonly first: number;
  readonly names: number;
  readonly scan: number;
  readonly memory: number;
  readonly reopen: number;
}

const FLOOR_SCHEMA = `
  CREATE TABLE t(id INTEGER PRIMARY KEY, email TEXT UNIQUE, title TEXT, v BLOB);
  CREATE TABLE jobs(id INTEGER PRIMARY KEY, name TEXT, locked INTEGER, due INTEGER, v BLOB);
  CREATE INDEX claim ON jobs(name, locked, due);`;
const OPEN_DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000";

/** The same rows and keys by hand: typed columns and their own indexes, a commit for each write. */
async function floors(dir: string): Promise<Floors> {
  const file = path.join(dir, "floor.db");
  const before = rss();
  const sqlite = openSqlite(file);
  sqlite.exec(OPEN_DURABLE);
  sqlite.exec(FLOOR_SCHEMA);
  const put = sqlite.prepare("INSERT INTO t VALUES(?,?,?,?)");
  const byId = sqlite.prepare("SELECT v FROM t WHERE id=?");
  const byEmail = sqlite.prepare("SELECT v FROM t WHERE email=?");
  const bytes = Buffer.alloc(150, 1);
  const insert = (i: number) => put.run(i, document(i).email, document(i).title, bytes);
  const together = (from: number, count: number) => {
    sqlite.exec("BEGIN");
    for (let i = from; i < from + count; i++) insert(i);
    sqlite.exec("COMMIT");
  };
  const serial = await median(1000, insert);
  const parallel =
    (await median(200, (i) => {
      together(1000 + i * 16, 16);
    })) / 16;
  const id = await median(1000, (i) => byId.all(i));
  const unique = await median(1000, (i) => byEmail.all(document(i).email));
  const claims = claimFloors(sqlite);
  const [claimNone, claimOne] = [await median(200, claims.none), await median(100, claims.one)];
  const [first, names] = [await median(200, claims.first), await median(20, claims.names)];
  together(10_000, 100_000);
  const memory = rss() - before;
  const count = sqlite.prepare("SELECT count(*) FROM t WHERE title=?");
  const scan = await median(3, () => count.all("no such title"));
  sqlite.close();
  const reopen = await median(3, () => {
    const again = openSqlite(file);
    again.exec(OPEN_DURABLE);
    again.prepare("SELECT max(id) FROM t").all();
    again.close();
  });
  const jobs = { claimNone, claimOne, first, names };
  return { insert: serial, parallel, id, unique, ...jobs, scan, memory, reopen };
}

/** A job by its name that is not locked and due, locked in the same statement; and two finds. */
function claimFloors(sqlite: Sqlite) {
  const add = sqlite.prepare("INSERT INTO jobs VALUES(?,?,?,?,?)");
  const claim = sqlite.prepare(`UPDATE jobs SET locked=1 WHERE id=(SELECT id FROM jobs
    WHERE name=? AND locked=0 AND due<=? ORDER BY due LIMIT 1) RETURNING v`);
  const first = sqlite.prepare("SELECT v FROM jobs WHERE name=? ORDER BY locked, due LIMIT 1");
  const names = sqlite.prepare("SELECT DISTINCT name FROM jobs WHERE due>?");
  sqlite.exec("BEGIN");
  for (let i = 0; i < 10_000; i++) add.run(i, "work", 0, 1000 + i, Buffer.alloc(150, 1));
  sqlite.exec("COMMIT");
  return {
    first: () => first.all("work"),
    names: () => names.all(500),
    none: () => claim.all("work", 500),
    one: (i: number) => {
      add.run(20_000 + i, "work", 0, 400, Buffer.alloc(150, 1));
      if (claim.all("work", 500).length !== 1) throw new Error("The job was not claimed.");
    },
  };
}

async function basics(db: Db, floor: Floors): Promise<void> {
  const rows = db.collection("basics");
  await rows.createIndex({ email: 1 }, { unique: true }, {});
  const ids: ObjectId[] = [];
  const serial = await median(1000, async (i) => {
    ids.push((await rows.insertOne(document(i))).insertedId);
  });
  report({ what: "insert, serial (median)", value: serial, unit: "ms", floor: floor.insert });
  const start = performance.now();
  const writers = Array.from({ length: 16 }, async (_, w) => {
    for (let i = 0; i < 200; i++) await rows.insertOne(document(10_000 * (w + 1) + i));
  });
  await Promise.all(writers);
  const each = (performance.now() - start) / 3200;
  report({ what: "insert, 16 in parallel (each)", value: each, unit: "ms", floor: floor.parallel });
  const byId = await median(1000, (i) => rows.findOne({ _id: ids[i] ?? new ObjectId() }));
  report({ what: "find by _id (median)", value: byId, unit: "ms", floor: floor.id });
  const unique = await median(1000, (i) => rows.findOne({ email: document(i).email }));
  report({ what: "find by unique index (median)", value: unique, unit: "ms", floor: floor.unique });
}

/** Agenda's own claim, on its own index and one on `lockedAt`. */
async function claims(db: Db, floor: Floors): Promise<void> {
  const jobs = db.collection("jobs");
  const key = { name: 1, nextRunAt: 1, priority: -1, lockedAt: 1, disabled: 1 } as const;
  await jobs.createIndex(key, {}, {});
  await jobs.createIndex({ name: 1, lockedAt: 1 }, {}, {});
  const now = Date.now();
  const later = (i: number) => new Date(now + 3_600_000 + i);
  await jobs.insertMany(
    Array.from({ length: 10_000 }, (_, i) => ({
      name: "work",
      nextRunAt: later(i),
      priority: 0,
      lockedAt: null,
      data: { i },
    })),
  );
  const claim = () =>
    jobs.findOneAndUpdate(
      {
        name: "work",
        disabled: { $ne: true },
        $or: [
          { lockedAt: { $eq: null }, nextRunAt: { $lte: new Date(now) } },
          { lockedAt: { $lte: new Date(now - 600_000) } },
        ],
      },
      { $set: { lockedAt: new Date(now) } },
      { sort: { nextRunAt: 1, priority: -1 }, returnDocument: "after" },
    );
  const none = await median(200, claim);
  const noneDue = "Agenda claim of 10,000, none due";
  report({ what: noneDue, value: none, unit: "ms", floor: floor.claimNone, target: 3 });
  const first = await median(200, () =>
    jobs.findOne({ name: "work", lockedAt: null }, { sort: { nextRunAt: 1, priority: -1 } }),
  );
  const firstOf = "first of 10,000 in order (median)";
  report({ what: firstOf, value: first, unit: "ms", floor: floor.first, target: 3 });
  const names = await median(20, () =>
    jobs.distinct("name", { nextRunAt: { $gt: new Date(now) } }),
  );
  const namesOf = "different values among 10,000 (median)";
  report({ what: namesOf, value: names, unit: "ms", floor: floor.names, target: 3 });
  const claimed = await claimOneDue(jobs, claim, now);
  const oneDue = "Agenda claim of 10,000, one due (with its insert for SQLite)";
  report({ what: oneDue, value: claimed, unit: "ms", floor: floor.claimOne, target: 3 });
}

async function claimOneDue(
  jobs: Collection,
  claim: () => Promise<unknown>,
  now: number,
): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < 100; i++) {
    await jobs.insertOne({
      name: "work",
      nextRunAt: new Date(now - 1),
      priority: 0,
      lockedAt: null,
    });
    const start = performance.now();
    if ((await claim()) === null) throw new Error("The job that was due was not claimed.");
    all.push(performance.now() - start);
    await jobs.deleteOne({ name: "work", lockedAt: new Date(now) });
  }
  return all.sort((a, b) => a - b)[50] ?? 0;
}

async function large(db: Db, floor: Floors, empty: number): Promise<void> {
  const rows = db.collection("large");
  for (let i = 0; i < 100; i++)
    await rows.insertMany(Array.from({ length: 1000 }, (_, j) => document(i * 1000 + j)));
  const memory = rss() - empty;
  report({
    what: "memory at 100,000 documents, above empty",
    value: memory,
    unit: "MB",
    floor: floor.memory,
    target: 150,
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const found = await rows.countDocuments({ title: "no such title" });
  const scan = performance.now() - start;
  delay.disable();
  report({ what: `scan of 100,000 (${found} found)`, value: scan, unit: "ms", floor: floor.scan });
  const p99 = delay.percentile(99) / 1e6;
  // SQLite called in the bot's own thread holds it up for the whole scan.
  const delayed = "delay of the bot's loop meanwhile, p99";
  report({ what: delayed, value: p99, unit: "ms", floor: floor.scan, target: 15 });
}

async function main(): Promise<number> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "liaison-bench-"));
  const floor = await floors(dir);
  const embedded = await startEmbedded({ dir });
  const client = await new MongoClient(embedded.uri).connect();
  await client.db().command({ ping: 1 });
  const empty = rss();
  await basics(client.db(), floor);
  await claims(client.db(), floor);
  await large(client.db(), floor, empty);
  await client.close();
  await embedded.stop();
  const start = performance.now();
  openStore(path.join(dir, DATABASE_FILE)).close();
  const open = performance.now() - start;
  const reopened = "reopen and close with 100,000 documents";
  report({ what: reopened, value: open, unit: "ms", floor: floor.reopen, target: 300 });
  fs.rmSync(dir, { recursive: true, force: true });
  const missed = results.filter(({ value, target }) => target !== undefined && value > target);
  process.stdout.write(
    missed.length === 0
      ? "All targets are met.\n"
      : `Not met: ${missed.map(({ what }) => what).join("; ")}.\n`,
  );
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await ending(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help !== true) return await main();
  process.stdout.write(USAGE);
  return 0;
});
