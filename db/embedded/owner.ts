/**
 * One process owns a database folder. It listens on a socket of its own in a folder there, `run-` and
 * its process id; the kernel closes that socket with the process, however it ends, so a `run-` folder
 * whose socket does not answer is stale. Whoever wants to own first listens and then looks for others:
 * of two that start together at most one finds itself alone.
 */
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const MOST_PATH_BYTES = 100;
const isWindows = process.platform === "win32";

export class FolderOwnedError extends Error {
  constructor(dir: string, pid: number) {
    super(
      `The database in ${dir} is in use by process ${pid}. Stop that process, or set another folder or MONGODB_URI.`,
    );
    this.name = "FolderOwnedError";
  }
}

export interface Owner {
  readonly pid: number;
  readonly uri: string;
}

export interface Ownership {
  /** Where the database is to listen; it ends in `.sock`, as drivers ask for. */
  readonly socket: string;
  /** Lets other processes of the same user know the address. */
  publish(uri: string): void;
  release(): void;
}

/** Throws FolderOwnedError while another process, or this one, has the folder. */
export async function takeOwnership(dir: string): Promise<Ownership> {
  const run = makeRun(dir);
  const server = net.createServer((socket) => socket.destroy());
  const release = () => {
    server.close();
    remove(run);
  };
  try {
    server.listen(lockOf(run));
    await once(server, "listening");
    server.unref();
    for (const other of runsIn(dir).filter((name) => name !== run)) {
      if (await answers(other)) throw new FolderOwnedError(dir, pidOf(other));
      remove(other);
    }
  } catch (error) {
    release();
    throw error;
  }
  return {
    socket: path.join(realPath(run), "db.sock"),
    publish: (uri) => {
      fs.writeFileSync(addressOf(run), uri, { mode: 0o600 });
    },
    release,
  };
}

/** Who serves the folder now; undefined when nobody does. Throws FolderOwnedError while it starts. */
export async function currentOwner(dir: string): Promise<Owner | undefined> {
  for (const run of runsIn(dir))
    if (await answers(run)) {
      if (!fs.existsSync(addressOf(run))) throw new FolderOwnedError(dir, pidOf(run));
      return { pid: pidOf(run), uri: fs.readFileSync(addressOf(run), "utf8") };
    }
  return undefined;
}

const runsIn = (dir: string): string[] =>
  fs.existsSync(dir)
    ? fs.readdirSync(dir).flatMap((name) => (name.startsWith("run-") ? [path.join(dir, name)] : []))
    : [];

/** A 0700 folder in `dir`, or, where the path is too long for a socket, a link to one elsewhere. */
function makeRun(dir: string): string {
  const run = fs.mkdtempSync(path.join(dir, `run-${process.pid}-`));
  if (isWindows || Buffer.byteLength(lockOf(run)) < MOST_PATH_BYTES) return run;
  const isShort = Buffer.byteLength(os.tmpdir()) < MOST_PATH_BYTES / 2;
  const elsewhere = fs.mkdtempSync(path.join(isShort ? os.tmpdir() : "/tmp", "liaison-"));
  fs.rmdirSync(run);
  fs.symlinkSync(elsewhere, run);
  return run;
}

function remove(run: string): void {
  for (const folder of [realPath(run), run]) fs.rmSync(folder, { recursive: true, force: true });
}

const realPath = (run: string): string => {
  const target = fs.lstatSync(run, { throwIfNoEntry: false });
  return target?.isSymbolicLink() === true ? fs.readlinkSync(run) : run;
};
/** On Windows a pipe, which likewise ends with its process. */
const lockOf = (run: string): string =>
  isWindows ? `\\\\.\\pipe\\liaison-${path.basename(run)}` : path.join(realPath(run), "owner.sock");
const addressOf = (run: string): string => path.join(realPath(run), "address");

const pidOf = (run: string): number => Number(path.basename(run).split("-")[1]);

async function answers(run: string): Promise<boolean> {
  const connection = net.connect(lockOf(run));
  try {
    await once(connection, "connect");
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
