/**
 * The thread the database runs in, so that a scan never holds up the bot's own loop. What it cannot
 * go on after it does not catch: that ends it, and the file stays as it was at the last commit.
 */
import { parentPort, workerData } from "node:worker_threads";
import { CommandError } from "./errors.ts";
import { createEngine } from "./engine.ts";
import { type Place, serve } from "./server.ts";
import type { SqliteName } from "./sqlite.ts";
import { openStore } from "./store.ts";

export interface WorkerSettings {
  readonly file: string;
  readonly library: SqliteName;
  readonly place: Place;
  /** Whoever connects has to log in with it. */
  readonly password: string | undefined;
}

/** How often TTL indexes are swept, as in MongoDB. */
const EXPIRE_EVERY_MS = 60_000;

const { file, library, place, password } = workerData as WorkerSettings;
const store = openStore(file, library);
const engine = createEngine(store, password);
const onFailure = (error: unknown): never => {
  throw error;
};
const server = await serve({ engine, place, onFailure });
const expiry = setInterval(() => {
  try {
    engine.expire(Date.now());
    store.commit();
    store.flush();
  } catch (error) {
    if (!store.isFull(error) && !(error instanceof CommandError)) throw error;
    store.rollback();
  }
}, EXPIRE_EVERY_MS);
parentPort?.once("message", () => {
  clearInterval(expiry);
  void server.close().then(() => {
    store.close();
    parentPort?.close();
  });
});
parentPort?.postMessage(server.place);
