/** One playground on a data folder: the second would write into the first one's journal. */
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** Takes the folder, or throws a sentence that says why it cannot be used. Answers the release. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, "playground.lock");
  usable(dataDir, () => {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  });
  const holder = holderOf(file);
  if (holder !== null) {
    throw new CannotStart(
      `The data folder ${dataDir} is in use by process ${holder}. Stop it, or start with another folder: DATA_DIR=… npm start`,
    );
  }
  usable(dataDir, () => {
    writeFileSync(file, String(process.pid));
  });
  return () => {
    rmSync(file, { force: true });
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: "is not a folder",
  ENOTDIR: "is not a folder",
  ENOENT: "cannot be made",
  EACCES: "cannot be written",
  EPERM: "cannot be written",
  EROFS: "cannot be written",
  ENOSPC: "is on a disk that is full",
  EDQUOT: "is on a disk that is full",
};

function usable(dataDir: string, use: () => void): void {
  try {
    use();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = REASONS[code];
    if (reason === undefined) throw error;
    throw new CannotStart(
      `The data folder ${dataDir} ${reason}. Start with another one: DATA_DIR=… npm start`,
      { cause: error },
    );
  }
}

/** The living process named in the lock file; a dead one's lock does not count. */
function holderOf(file: string): number | null {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return null;
    process.kill(holder, 0);
    return holder;
  } catch (error) {
    const isAlive = error instanceof Error && "code" in error && error.code === "EPERM";
    return isAlive ? Number(readFileSync(file, "utf8")) : null;
  }
}
