/** The first minute of somebody who has just installed Node, whichever it is. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { nodeRemedy } from "../../src/node-release.ts";

const MINUTES = 60_000;
const scripts = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };

test(
  "npm start works without a warning, and names what to install on a Node that has ended",
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "liaison-start-"));
    const [, ...argv] = scripts.scripts.start.split(" ");
    const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0" };
    const program = spawn(process.execPath, argv, { env: { ...env, DATA_DIR: dataDir } });
    const [said, warned]: string[][] = [[], []];
    program.stdout.on("data", (chunk: Buffer) => said?.push(chunk.toString()));
    program.stderr.on("data", (chunk: Buffer) => warned?.push(chunk.toString()));
    const ended = once(program, "close");
    const ready = new Promise<void>((resolve) => {
      program.stdout.on("data", () => {
        if (said?.join("").includes("Press Ctrl+C")) resolve();
      });
    });
    await Promise.race([ready, ended]);
    expect([program.exitCode, warned]).toEqual([null, []]);
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said?.join("") ?? "")?.[0] ?? "";
    const answer = await fetch(`${url}/control/say`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: "u-ab-lib", in: "dm", text: "/goal list" }),
    });
    program.kill("SIGTERM");
    const [code] = (await ended) as [number];
    rmSync(dataDir, { recursive: true, force: true });

    expect(warned).toEqual([]);
    expect([answer.status, code]).toEqual([200, 0]);
    const lines = said?.join("").split("\n") ?? [];
    const remedy = nodeRemedy(process.versions.node);
    expect(lines.filter((line) => line.includes("Node"))).toEqual(
      remedy === undefined ? [] : [`  Node.js     ${remedy}`],
    );
  },
  5 * MINUTES,
);
