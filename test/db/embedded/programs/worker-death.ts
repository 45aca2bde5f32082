/**
 * Ends the database's thread twice and prints what its owner is told and what is still there:
 * `worker-death.ts LIBRARY DIR`.
 */
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { MongoClient, MongoServerError } from "mongodb";
import { startEmbedded, type WorkerExit } from "../../../../db/embedded/index.ts";
import type { SqliteName } from "../../../../db/embedded/sqlite.ts";

const [library, dir] = process.argv.slice(2) as [SqliteName, string];
const workers: Worker[] = [];
process.on("worker", (worker) => {
  // What reads TypeScript has threads too; the database's says where it listens.
  worker.once("message", () => workers.push(worker));
});
const embedded = await startEmbedded({ dir, library });
const exits: WorkerExit[] = [];
let told: () => void = () => undefined;
embedded.onExit((exit) => {
  exits.push(exit);
  told();
});
const nextExit = () =>
  new Promise<void>((resolve) => {
    told = resolve;
  });

const client = await new MongoClient(embedded.uri).connect();
const rows = client.db().collection("rows");
await rows.insertOne({ n: 1 });
const others = client.db().collection("others");
await others.insertMany(Array.from({ length: 5 }, (_, n) => ({ n })));
const cursor = others.find().batchSize(2);
await cursor.next();
await cursor.next();
const first = nextExit();
await workers[0]?.terminate();
await first;
await rows.insertOne({ n: 2 });
// It must not be given the new thread's results for its own.
const another = others.find().batchSize(2);
await another.next();
const stale = await cursor.next().then(
  () => 0,
  (error: unknown) => (error instanceof MongoServerError ? error.code : error),
);
await another.close();
const found = await rows.countDocuments();
const second = nextExit();
const [, last] = workers;
if (last !== undefined) await Promise.all([once(last, "exit"), last.terminate()]);
await second;
await embedded.stop();
const restarted = exits.map((exit) => exit.restarted);
process.stdout.write(JSON.stringify({ found, stale, restarted }));
// Not by closing the client, which may wait for the server that is gone.
process.exit();
