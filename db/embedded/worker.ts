/** The thread the database runs in, so that a scan never holds up the bot's own loop. */
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createEngine } from "./engine.ts";
import { isDiskFull } from "./errors.ts";
import { type Place, serve } from "./server.ts";
import { openStore } from "./store.ts";

export interface WorkerSettings {
  readonly file: string;
  readonly place: Place;
  /** Whoever connects has to log in with it. */
  readonly password: string | undefined;
}
/** Where it listens, or why it ended. */
export type WorkerReport = { readonly listens: Place } | { readonly failed: string };

/** How often TTL indexes are swept, as in MongoDB. */
const EXPIRE_EVERY_MS = 60_000;

const { file, place, password } = workerData as WorkerSettings;
const report = (message: WorkerReport): void => parentPort?.postMessage(message);

/** Ends the thread without another answer; the file stays as it was at the last commit. */
function fail(error: unknown): void {
  report({ failed: error instanceof Error ? error.message : String(error) });
  setImmediate(() => process.exit(1));
}

try {
  const dir = path.dirname(file);
  const store = openStore(file);
  const engine = createEngine(store, password);
  const server = await serve({ engine, place, dir, onFailure: fail });
  const expiry = setInterval(() => {
    try {
      engine.expire(Date.now());
      store.commit();
      store.flush();
    } catch (error) {
      if (isDiskFull(error, dir)) store.rollback();
      else fail(error);
    }
  }, EXPIRE_EVERY_MS);
  parentPort?.once("message", () => {
    clearInterval(expiry);
    void server.close().then(() => {
      store.close();
      parentPort?.close();
    });
  });
  report({ listens: server.place });
} catch (error) {
  fail(error);
}
