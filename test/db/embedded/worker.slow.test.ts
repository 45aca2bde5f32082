/** The database's thread, apart from the process that owns it. */
import { expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SQLITES } from "../../../db/embedded/sqlite.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

const run = promisify(execFile);

test.each(SQLITES)(
  "on %s a thread that dies is restarted once and loses nothing; the second time the owner is told",
  async (library) => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "worker-"));
    const program = fileURLToPath(new URL("./programs/worker-death.ts", import.meta.url));

    const { stdout } = await run(process.execPath, [...TYPESCRIPT, program, library, dir]);

    expect(JSON.parse(stdout)).toEqual({ found: 2, stale: 43, restarted: [true, false] });
    fs.rmSync(dir, { recursive: true, force: true });
  },
  60_000,
);
