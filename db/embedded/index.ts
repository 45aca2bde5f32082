/** The embedded database: MongoDB's protocol over one SQLite file, for a bot with nothing installed. */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { codeOf, isDiskFull } from "./errors.ts";
import { USER } from "./login.ts";
import { type Ownership, takeOwnership } from "./owner.ts";
import type { Place } from "./server.ts";
import type { WorkerReport, WorkerSettings } from "./worker.ts";

export { checkDatabase } from "./check.ts";
export { currentOwner, FolderOwnedError } from "./owner.ts";

export const DATABASE_FILE = "liaison.db";

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
  /**
   * Listens on 127.0.0.1, with a password that is new at each start and part of the URI, instead of
   * on a socket in a private folder. On Windows, where sockets have no permissions, always.
   */
  readonly loopback?: boolean;
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
  const { dir, loopback = process.platform === "win32" } = options;
  const folder = path.resolve(dir);
  const ownership = await own(folder);
  const settings: WorkerSettings = {
    file: path.join(folder, DATABASE_FILE),
    place: loopback ? { port: 0 } : { path: ownership.socket },
    password: loopback ? randomBytes(24).toString("hex") : undefined,
  };
  try {
    return await supervise(settings, ownership);
  } catch (error) {
    ownership.release();
    if (isDiskFull(error, folder)) throw unusable(`The disk of ${folder} is full.`, error);
    const raw = error instanceof Error ? error.message : String(error);
    const damaged = /not a database|malformed|not valid BSON/.test(raw);
    const why = damaged ? `the file is damaged (${raw}). Put a backup in its place.` : raw;
    throw unusable(`The database in ${folder} cannot be opened: ${why}`, error);
  }
}

const unusable = (message: string, cause: unknown) => new DatabaseUnusableError(message, { cause });

const WHY: Readonly<Record<string, string>> = {
  EEXIST: "is not a folder. Choose another one.",
  ENOTDIR: "is not a folder. Choose another one.",
  EACCES: "cannot be written. Choose another one.",
  EPERM: "cannot be written. Choose another one.",
  EROFS: "cannot be written. Choose another one.",
  ENOSPC: "is on a disk that is full.",
  EDQUOT: "is on a disk that is full.",
};

async function own(dir: string): Promise<Ownership> {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    return await takeOwnership(dir);
  } catch (error) {
    const why = WHY[String(codeOf(error))];
    throw why === undefined ? error : unusable(`${dir} ${why}`, error);
  }
}

function uriOf(place: Place, password = ""): string {
  if ("path" in place) return `mongodb://${encodeURIComponent(place.path)}/liaison`;
  const options = "authSource=admin&authMechanism=PLAIN";
  return `mongodb://${USER}:${password}@127.0.0.1:${place.port}/liaison?${options}`;
}

async function supervise(given: WorkerSettings, ownership: Ownership): Promise<Embedded> {
  const listeners: ((exit: WorkerExit) => void)[] = [];
  let stopping = false;
  let restarting = Promise.resolve(false);
  const { worker: first, place } = await startWorker(given);
  let worker = first;
  const settings = { ...given, place };
  const uri = uriOf(place, given.password);
  ownership.publish(uri);

  /** Tells the listeners, and first starts another thread if `restarts` allows. */
  async function replace(reason: string, restarts: number): Promise<boolean> {
    const next = restarts > 0 ? await startWorker(settings).catch(() => undefined) : undefined;
    if (next !== undefined) {
      worker = next.worker;
      watch(restarts - 1);
    }
    for (const listener of listeners) listener({ restarted: next !== undefined, reason });
    return next !== undefined;
  }

  function watch(restarts: number): void {
    let reason = "its thread ended";
    worker.on("message", (report: WorkerReport) => {
      if ("failed" in report) reason = report.failed;
    });
    worker.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.once("exit", () => {
      if (!stopping) restarting = replace(reason, restarts);
    });
  }

  watch(1);
  return {
    uri,
    onExit: (listener) => listeners.push(listener),
    async stop() {
      if (stopping) return;
      stopping = true;
      await restarting;
      await new Promise((resolve) => {
        // A thread that has ended has the id -1.
        if (worker.threadId === -1) resolve(undefined);
        worker.once("exit", resolve);
        worker.postMessage("stop");
      });
      ownership.release();
    },
  };
}

/** From source the thread reads TypeScript; built, it is plain JavaScript. */
async function startWorker(settings: WorkerSettings): Promise<{ worker: Worker; place: Place }> {
  if ("path" in settings.place) fs.rmSync(settings.place.path, { force: true });
  const source = import.meta.url.endsWith(".ts");
  const file = new URL(source ? "worker-from-source.mjs" : "worker.js", import.meta.url);
  const worker = new Worker(file, { workerData: settings, execArgv: [] });
  const place = await new Promise<Place>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => {
      reject(new Error("its thread ended while it started"));
    });
    worker.once("message", (report: WorkerReport) => {
      if ("failed" in report) reject(new Error(report.failed));
      else resolve(report.listens);
    });
  });
  return { worker, place };
}
