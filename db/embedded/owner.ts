/**
 * One process owns a database folder. The owner listens on a socket of its own and names it in
 * `owner.json`; the kernel closes that socket with the process, however it ends, so a lock whose
 * socket does not answer is stale and is taken over.
 */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const MOST_PATH_BYTES = 100;
const OWNER_FILE = "owner.json";

export class FolderOwnedError extends Error {
  readonly pid: number;

  constructor(dir: string, pid: number) {
    super(
      `The database in ${dir} is in use by process ${pid}. Stop that process, or set another folder or MONGODB_URI.`,
    );
    this.name = "FolderOwnedError";
    this.pid = pid;
  }
}

/** Node's name of a system error, as ENOSPC. */
export const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

export interface Owner {
  readonly pid: number;
  /** The private folder of its sockets. */
  readonly folder: string;
  readonly uri: string;
}

export interface Ownership extends Owner {
  /** Where the database is to listen; it ends in `.sock`, as drivers ask for. */
  readonly socket: string;
  release(): void;
}

/** Throws FolderOwnedError while another process, or this one, has the folder. */
export async function takeOwnership(dir: string): Promise<Ownership> {
  const { folder, server } = await privateFolder(dir);
  const socket = path.join(folder, "db.sock");
  const owner: Owner = {
    pid: process.pid,
    folder,
    uri: `mongodb://${encodeURIComponent(socket)}/liaison`,
  };
  const file = path.join(dir, OWNER_FILE);
  const release = () => {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    while (!create(file, owner)) await removeStale(dir, file);
  } catch (error) {
    release();
    throw error;
  }
  return {
    ...owner,
    socket,
    release: () => {
      fs.rmSync(file, { force: true });
      release();
    },
  };
}

/** Who serves the folder now; undefined when nobody does. */
export async function currentOwner(dir: string): Promise<Owner | undefined> {
  const owner = readOwner(path.join(dir, OWNER_FILE));
  return owner !== undefined && (await answers(lockSocket(owner.folder))) ? owner : undefined;
}

const lockSocket = (folder: string) => path.join(folder, "owner.sock");

/** A 0700 folder in `dir`, or in the system's own where `dir` is too deep or takes no sockets. */
async function privateFolder(dir: string): Promise<{ folder: string; server: net.Server }> {
  const fits = Buffer.byteLength(path.join(dir, "run-XXXXXX", "owner.sock")) < MOST_PATH_BYTES;
  for (const parent of fits ? [dir, os.tmpdir()] : [os.tmpdir(), "/tmp"]) {
    const folder = fs.mkdtempSync(path.join(parent, parent === dir ? "run-" : "liaison-"));
    const server = net.createServer((socket) => socket.destroy());
    const listening = await new Promise<boolean>((resolve) => {
      server.once("error", () => {
        resolve(false);
      });
      server.listen(lockSocket(folder), () => {
        resolve(true);
      });
    });
    server.unref();
    if (listening) return { folder, server };
    fs.rmSync(folder, { recursive: true, force: true });
  }
  throw new Error(`No folder for the database's socket could be made in ${dir} or ${os.tmpdir()}.`);
}

function create(file: string, owner: Owner): boolean {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  fs.writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    const { pid, folder, uri } = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Owner>;
    if (pid === undefined || folder === undefined || uri === undefined) return undefined;
    return { pid, folder, uri };
  } catch {
    return undefined;
  }
}

/** Moved away before it is removed: if meanwhile another process took over, its file goes back. */
async function removeStale(dir: string, file: string): Promise<void> {
  const stale = readOwner(file);
  if (stale !== undefined && (await answers(lockSocket(stale.folder))))
    throw new FolderOwnedError(dir, stale.pid);
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved?.folder !== stale?.folder) fs.linkSync(aside, file);
  else if (stale !== undefined) fs.rmSync(stale.folder, { recursive: true, force: true });
  fs.rmSync(aside, { force: true });
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = net.connect(socket);
    connection.once("connect", () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", () => {
      resolve(false);
    });
  });
