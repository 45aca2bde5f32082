/** More than a district ever sends, on a machine that does other things: everything is answered and kept. */

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { load } from "../../scripts/bench/load.ts";
import { slashCommand } from "../../scripts/bench/slash-command.ts";
import { openStandIn, type StandIn } from "../adapters/slack/stand-in.ts";
import { fillFolder, goalsOf, startBot, until, type RealBot } from "./real-bot.ts";

const PER_SECOND = 200;
const SECONDS = 10;

let folder: string;
let standIn: StandIn;
let bot: RealBot;
let others: readonly ChildProcess[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "liaison-busy-"));
  await fillFolder(folder);
  standIn = await openStandIn();
  // One person sends it all.
  bot = await startBot(standIn, folder, { PERSON_BURST: "0" });
  others = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"]),
  );
});
afterEach(async () => {
  for (const other of others) other.kill();
  bot.child.kill("SIGKILL");
  await bot.ended;
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("each of 2,000 commands is acknowledged, and kept once", async () => {
  const sent = PER_SECOND * SECONDS;
  const { signingSecret = "", apiUrl = "" } = standIn.settings;
  const responseUrl = new URL("/response", apiUrl).href;
  const acknowledged = await load(
    slashCommand({ port: bot.port, signingSecret, responseUrl }),
    PER_SECOND,
    SECONDS,
  );
  for (const other of others) other.kill();

  expect(acknowledged).toHaveLength(sent);
  expect(acknowledged.filter((time) => time === undefined)).toEqual([]);
  // Deciding goes on behind the acknowledgements, as long as it takes.
  for (let before = -1, kept = 0; kept < sent && kept > before;) {
    before = kept;
    await until(async () => (kept = (await goalsOf(folder)).length) >= sent);
  }
  const kept = await goalsOf(folder);
  expect(kept).toHaveLength(sent);
  expect(new Set(kept).size).toBe(sent);
}, 180_000);
