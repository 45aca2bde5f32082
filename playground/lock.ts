/** One playground on a data folder: the second would write into the first one's journal. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** Takes the folder, or throws a sentence that names the process that has it. Answers the release. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, "playground.lock");
  mkdirSync(dataDir, { recursive: true });
  const holder = holderOf(file);
  if (holder !== null) {
    throw new CannotStart(
      `The data folder ${dataDir} is in use by process ${holder}. Stop it, or start with another folder: DATA_DIR=… npm start`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => {
    rmSync(file, { force: true });
  };
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
