/** What storing costs at least on this disk, whatever the program: what cannot be faster than this is not slow. */

import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { latencies, type Latencies } from "./load.ts";

/** About what one event adds to the database's log. */
const BYTES = Buffer.alloc(16_384, 1);
const EVERY_MS = 10;

/** Appends to a file in `folder` a hundred times a second, and waits each time until it is on the disk. */
export async function diskFlush(folder: string, seconds: number): Promise<Latencies> {
  const file = openSync(join(folder, "flushed"), "a");
  const times: number[] = [];
  for (let count = 0; count < (seconds * 1000) / EVERY_MS; count++) {
    await wait(EVERY_MS);
    writeSync(file, BYTES);
    const start = performance.now();
    fdatasyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return latencies(times);
}
