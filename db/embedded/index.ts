/** The embedded database: MongoDB's protocol over one SQLite file, for a bot with nothing installed. */
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { codeOf, type Ownership, takeOwnership } from "./owner.ts";
import type { WorkerReport, WorkerSettings } from "./worker.ts";

export { checkDatabase } from "./check.ts";
export { currentOwner, FolderOwnedError } from "./owner.ts";

export const DATABASE_FILE = "liaison.db";
const EXPIRE_EVERY_MS = 60_000;

/** The folder or the file in it cannot be used; the message is a sentence for the installer. */
export class DatabaseUnusableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseUnusableError";
  }
}

export interface EmbeddedOptions {
  /** Made, with its parents, if missing. */
  readonly dir: string;
  /** How often TTL indexes are swept, in milliseconds; a minute when left out, as in MongoDB. */
  readonly expireEveryMs?: number;
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
export async function startEmbedded({ dir, expireEveryMs }: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === "win32")
    throw new DatabaseUnusableError(
      "The embedded database does not run on Windows. Set MONGODB_URI to a MongoDB server's address.",
    );
  const folder = path.resolve(dir);
  const ownership = await own(folder);
  const settings: WorkerSettings = {
    file: path.join(folder, DATABASE_FILE),
    socket: ownership.socket,
    expireEveryMs: expireEveryMs ?? EXPIRE_EVERY_MS,
  };
  try {
    return await supervise(settings, ownership);
  } catch (error) {
    ownership.release();
    const raw = error instanceof Error ? error.message : String(error);
    const damaged = /not a database|malformed|not valid BSON/.test(raw);
    const why = damaged ? `the file is damaged (${raw}). Put a backup in its place.` : raw;
    throw new DatabaseUnusableError(`The database in ${folder} cannot be opened: ${why}`, {
      cause: error,
    });
  }
}

async function own(dir: string): Promise<Ownership> {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    fs.accessSync(dir, fs.constants.W_OK);
    return await takeOwnership(dir);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST" || code === "ENOTDIR")
      throw new DatabaseUnusableError(`${dir} is not a folder. Choose another one.`, {
        cause: error,
      });
    if (code === "EACCES" || code === "EROFS" || code === "EPERM")
      throw new DatabaseUnusableError(`The folder ${dir} cannot be written. Choose another one.`, {
        cause: error,
      });
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new DatabaseUnusableError(`The disk of ${dir} is full.`, { cause: error });
    throw error;
  }
}

async function supervise(settings: WorkerSettings, ownership: Ownership): Promise<Embedded> {
  const listeners: ((exit: WorkerExit) => void)[] = [];
  const tell = (exit: WorkerExit) => {
    for (const listener of listeners) listener(exit);
  };
  let stopping = false;
  let restarting = Promise.resolve();
  let worker: Worker | undefined = await startWorker(settings);

  function watch(watched: Worker, restartsLeft: number): void {
    let reason = "its thread ended";
    watched.on("message", (report: WorkerReport) => {
      if (report.kind === "failed") reason = report.message;
    });
    watched.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    watched.once("exit", () => {
      worker = undefined;
      if (stopping) return;
      if (restartsLeft === 0) tell({ restarted: false, reason });
      else restarting = restart(restartsLeft - 1, () => reason);
    });
  }

  async function restart(restartsLeft: number, reason: () => string): Promise<void> {
    try {
      worker = await startWorker(settings);
      watch(worker, restartsLeft);
      tell({ restarted: true, reason: reason() });
    } catch {
      tell({ restarted: false, reason: reason() });
    }
  }

  watch(worker, 1);
  return {
    uri: ownership.uri,
    onExit: (listener) => listeners.push(listener),
    async stop() {
      if (stopping) return;
      stopping = true;
      await restarting;
      const last = worker;
      if (last !== undefined)
        await new Promise<void>((resolve) => {
          last.once("exit", () => {
            resolve();
          });
          last.postMessage("stop");
        });
      ownership.release();
    },
  };
}

/** From source the thread reads TypeScript; built, it is plain JavaScript. */
async function startWorker(settings: WorkerSettings): Promise<Worker> {
  fs.rmSync(settings.socket, { force: true });
  const source = import.meta.url.endsWith(".ts");
  const file = new URL(source ? "worker-from-source.mjs" : "worker.js", import.meta.url);
  const worker = new Worker(file, { workerData: settings, execArgv: [] });
  await new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (report: WorkerReport) => {
      if (report.kind === "ready") resolve();
      else reject(new Error(report.kind === "failed" ? report.message : "it stopped"));
    });
  });
  return worker;
}
