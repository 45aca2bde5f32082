/** The embedded database: MongoDB's protocol over one SQLite file, for a bot with nothing installed. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { isDiskFull } from "./errors.ts";
import { USER } from "./login.ts";
import { FolderOwnedError, type Ownership, takeOwnership } from "./owner.ts";
import type { Place } from "./server.ts";
import { type SqliteName, SQLITES, unlock } from "./sqlite.ts";
import type { WorkerSettings } from "./worker.ts";

export { checkDatabase } from "./check.ts";
export { currentOwner, FolderOwnedError } from "./owner.ts";

export const DATABASE_FILE = "liaison.db";

/** The folder or the file in it cannot be used; the message is a sentence for the installer. */
export class DatabaseUnusableError extends Error {
  override readonly name = "DatabaseUnusableError";
}

export interface EmbeddedOptions {
  /** Made, with its parents, if missing. */
  readonly dir: string;
  /**
   * Listens on 127.0.0.1, with a password that is new at each start and part of the URI, instead of
   * on a socket in a private folder. On Windows, where sockets have no permissions, always.
   */
  readonly loopback?: boolean;
  /** The best of this Node unless given. */
  readonly library?: SqliteName;
}

/** The database's thread ended by itself; `restarted` tells whether a new one serves the same URI. */
export interface WorkerExit {
  readonly restarted: boolean;
  readonly reason: string;
}

export interface Embedded {
  /** For any MongoDB driver in this process or, of the same user, another. */
  readonly uri: string;
  /** Resolves when all is on disk and the folder is free. */
  stop(): Promise<void>;
  onExit(listener: (exit: WorkerExit) => void): void;
}

/**
 * Starts the database in a thread of its own. Throws FolderOwnedError while another process has
 * the folder, DatabaseUnusableError when it cannot be written or the file is damaged or newer.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dir, loopback = process.platform === "win32", library = SQLITES[0] } = options;
  const folder = path.resolve(dir);
  let ownership: Ownership | undefined;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    ownership = await takeOwnership(folder);
    const settings: WorkerSettings = {
      file: path.join(folder, DATABASE_FILE),
      library,
      place: loopback ? { port: 0 } : { path: ownership.socket },
      password: loopback ? randomBytes(24).toString("hex") : undefined,
    };
    return await supervise(settings, ownership);
  } catch (error) {
    ownership?.release();
    if (error instanceof FolderOwnedError) throw error;
    const raw = error instanceof Error ? error.message : String(error);
    const why = WHY.find(([signs]) => signs.test(raw))?.[1] ?? raw;
    const message = isDiskFull(error, folder)
      ? `The disk of ${folder} is full.`
      : `The database in ${folder} cannot be opened: ${why}`;
    throw new DatabaseUnusableError(message, { cause: error });
  }
}

const WHY: readonly (readonly [signs: RegExp, why: string])[] = [
  [/^(EEXIST|ENOTDIR)/, "that is not a folder. Choose another one."],
  [/^(EACCES|EPERM|EROFS)/, "the folder cannot be written. Choose another one."],
  [/database is locked/, "another program has its file open. Close that one first."],
  [/not a database|malformed|not valid BSON/, "the file is damaged. Put a backup in its place."],
];

function uriOf(place: Place, password = ""): string {
  if ("path" in place) return `mongodb://${encodeURIComponent(place.path)}/liaison`;
  const options = "authSource=admin&authMechanism=SCRAM-SHA-256";
  return `mongodb://${USER}:${password}@127.0.0.1:${place.port}/liaison?${options}`;
}

async function supervise(given: WorkerSettings, ownership: Ownership): Promise<Embedded> {
  const listeners: ((exit: WorkerExit) => void)[] = [];
  let { place } = given;
  let isStopping = false;
  const nothing = Promise.resolve(undefined);
  let running: Promise<Worker | undefined> = nothing;

  /** The thread; where it ends by itself another takes its place, as often as `restarts` says. */
  async function start(restarts: number): Promise<Worker> {
    const started = await startWorker({ ...given, place }, (reason) => {
      if (isStopping) return;
      running = restarts > 0 ? start(restarts - 1).catch(() => undefined) : nothing;
      void running.then((next) => {
        for (const listener of listeners) listener({ restarted: next !== undefined, reason });
      });
    });
    ({ place } = started);
    return started.worker;
  }

  await (running = start(1));
  const uri = uriOf(place, given.password);
  ownership.publish(uri);
  return {
    uri,
    onExit: (listener) => listeners.push(listener),
    async stop() {
      if (isStopping) return;
      isStopping = true;
      const worker = await running;
      // A thread that has ended has the id -1.
      if (worker !== undefined && worker.threadId !== -1) {
        worker.postMessage("stop");
        await once(worker, "exit");
      }
      ownership.release();
    },
  };
}

/**
 * Resolves when the thread listens; afterwards `ended` is told why it no longer does. From source it
 * reads TypeScript; built, it is plain JavaScript.
 */
function startWorker(
  settings: WorkerSettings,
  ended: (reason: string) => void,
): Promise<{ worker: Worker; place: Place }> {
  if ("path" in settings.place) fs.rmSync(settings.place.path, { force: true });
  unlock(settings.file);
  const source = import.meta.url.endsWith(".ts");
  const file = new URL(source ? "worker-from-source.mjs" : "worker.js", import.meta.url);
  const worker = new Worker(file, { workerData: settings, execArgv: [] });
  return new Promise((resolve, reject) => {
    let reason = "its thread ended";
    let isUp = false;
    worker.once("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.once("message", (place: Place) => {
      isUp = true;
      resolve({ worker, place });
    });
    worker.once("exit", () => {
      if (isUp) ended(reason);
      else reject(new Error(reason));
    });
  });
}
