/** Ends the database's thread twice and prints what its owner is told and what is still there. */
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { MongoClient } from "mongodb";
import { startEmbedded, type WorkerExit } from "../../../../db/embedded/index.ts";

const workers: Worker[] = [];
process.on("worker", (worker) => workers.push(worker));
const embedded = await startEmbedded({ dir: process.argv[2] ?? "" });
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
const first = nextExit();
await workers[0]?.terminate();
await first;
await rows.insertOne({ n: 2 });
const found = await rows.countDocuments();
const second = nextExit();
const [, last] = workers;
if (last !== undefined) await Promise.all([once(last, "exit"), last.terminate()]);
await second;
await client.close(true);
await embedded.stop();
process.stdout.write(JSON.stringify({ found, restarted: exits.map((exit) => exit.restarted) }));
