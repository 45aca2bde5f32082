/** What can go wrong with the process, its folder and the wire: nothing acknowledged is lost. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { signature } from "../../playground/slack/sign.ts";
import { openStandIn, type StandIn } from "../adapters/slack/stand-in.ts";
import {
  fillFolder,
  goalsOf,
  refusalOf,
  run,
  slackSettings,
  startBot,
  until,
  type RealBot,
} from "./real-bot.ts";

const LIBRARIAN = "u-ab-lib";
const MINUTES = 60_000;
const COMMANDS = 24;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-faults-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function inUse(): Promise<{ port: string; free: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: String(typeof address === "object" ? address?.port : ""),
    free: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("a program that cannot start says what to do, and nothing else", () => {
  test("with wrong and misspelled settings, all of them at once", async () => {
    const { code, said } = await refusalOf(join(folder, "data"), {
      PORT: "three",
      LOG_LEVLE: "info",
      SLACK_SIGNIN_SECRET: "0123456789abcdef",
      MONGODB_URI: "localhost",
    });

    expect(code).toBe(1);
    expect(said.trim().split("\n")).toEqual([
      "Some settings need a change, in .env or in the environment:",
      "  - LOG_LEVLE is not a setting. Did you mean LOG_LEVEL?",
      "  - SLACK_SIGNIN_SECRET is not a setting. Did you mean SLACK_SIGNING_SECRET?",
      "  - PORT: Use a port number, for example 3000.",
      "  - MONGODB_URI: Begin it with mongodb:// or mongodb+srv://.",
      "docs/connect-slack.md and docs/connect-teams.md say where each value is found; .env.example lists them all.",
    ]);
  });

  test("on a port in use", async () => {
    const { port, free } = await inUse();

    const { code, said } = await refusalOf(join(folder, "data"), { PORT: port });

    await free();
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is in use. Start on another one: PORT=${String(Number(port) + 1)} npm start\n`,
    );
  });

  test("in a place that is a file", async () => {
    writeFileSync(join(folder, "data"), "");

    const { code, said } = await refusalOf(join(folder, "data"));

    expect(code).toBe(1);
    expect(said).toBe(
      `The data folder ${join(folder, "data")} is not a folder. Start with another one: DATA_DIR=… npm start\n`,
    );
  });
});

describe("the bot of a workspace", () => {
  let standIn: StandIn;
  let dataDir: string;
  let bot: RealBot;

  beforeAll(async () => {
    standIn = await openStandIn();
    dataDir = mkdtempSync(join(tmpdir(), "liaison-bot-"));
    await fillFolder(dataDir);
    bot = await startBot(standIn, dataDir);
  }, 2 * MINUTES);
  afterAll(async () => {
    bot.child.kill("SIGTERM");
    await bot.ended;
    await standIn.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const say = (text: string) => standIn.control("say", { as: LIBRARIAN, in: "dm", text });
  const stored = async (title: string) =>
    (await goalsOf(dataDir)).filter((known) => known === title).length;

  async function post(body: string, type: string, seconds = Date.now() / 1000, secret?: string) {
    const signed = signature(secret ?? standIn.signingSecret, body, Math.floor(seconds));
    return await fetch(`http://127.0.0.1:${String(bot.port)}/slack/events`, {
      method: "POST",
      body,
      headers: { "content-type": type, ...signed },
    });
  }
  const command = (text: string, trigger: string) =>
    new URLSearchParams({
      command: "/goal",
      text,
      team_id: "T0TAMARACK",
      user_id: "U0ABLIB00",
      channel_id: "C0AB00000",
      trigger_id: trigger,
    }).toString();
  const FORM = "application/x-www-form-urlencoded";

  test.each([
    ["a wrong signature", 0, "f".repeat(32)],
    ["a time stamp of six minutes ago", -360, undefined],
    ["a time stamp of six minutes from now", 360, undefined],
  ])("turns %s away, and nothing is saved", async (title, seconds, secret) => {
    const { status } = await post(command(title, title), FORM, Date.now() / 1000 + seconds, secret);

    expect(status).toBe(401);
    expect(await stored(title)).toBe(0);
  });

  test("takes Slack's retries of one delivery as one", async () => {
    const event = JSON.stringify({
      type: "event_callback",
      event_id: "EvRetried",
      team_id: "T0TAMARACK",
      event: {
        type: "message",
        channel_type: "im",
        channel: "D0ABLIB00",
        user: "U0ABLIB00",
        text: "goal An event came three times",
        ts: "1.2",
      },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) {
      statuses.push((await post(event, "application/json")).status);
      statuses.push((await post(command("A command came three times", "retried"), FORM)).status);
    }

    expect(new Set(statuses)).toEqual(new Set([200]));
    const told = async () =>
      (await standIn.messages(LIBRARIAN)).filter(({ text }) => text.includes("came three times"));
    await expect(until(async () => (await told()).length >= 2)).resolves.toBe(true);
    expect(await stored("An event came three times")).toBe(1);
    expect(await stored("A command came three times")).toBe(1);
    expect(await told()).toHaveLength(2);
  });

  test("that stalled until the trigger expired offers the form by a button", async () => {
    bot.child.kill("SIGSTOP");
    const seen = await say("/goal");
    standIn.later(1_000);
    bot.child.kill("SIGCONT");

    expect(seen.notice).toContain("/goal failed");
    const offered = async () =>
      (await standIn.messages(LIBRARIAN)).find(({ text }) =>
        text.includes('The form "Log a goal" is ready for you'),
      );
    await expect(until(async () => (await offered()) !== undefined)).resolves.toBe(true);
    const card = await offered();
    await standIn.control("press", {
      as: LIBRARIAN,
      message: card?.id,
      button: card?.buttons[0]?.action,
    });
    await expect(until(async () => (await standIn.screen(LIBRARIAN)).form !== null)).resolves.toBe(
      true,
    );
  });

  test("keeps its folder from a second process, which is told who has it", async () => {
    const second = run({ ...slackSettings(standIn), DATA_DIR: dataDir });

    expect(await second.ended).toBe(1);
    expect(second.said()).toBe(
      `The database in ${join(dataDir, "db")} is in use by process ${String(bot.child.pid)}. Stop that process, or set another folder or MONGODB_URI.\n`,
    );
    await say("/goal The first process goes on");
    await expect(
      until(async () => (await stored("The first process goes on")) === 1),
    ).resolves.toBe(true);
  });

  test.each(["SIGTERM", "SIGKILL"] as const)(
    "ended by %s in the middle of work has everything it acknowledged exactly once",
    async (signal) => {
      const titles = Array.from({ length: COMMANDS }, (_, n) => `${signal} number ${String(n)}.`);
      const acknowledged: string[] = [];

      await Promise.all(
        titles.map(async (title) => {
          const { notice } = await say(`/goal ${title}`);
          if (notice !== undefined) return;
          if (acknowledged.push(title) === COMMANDS / 3) bot.child.kill(signal);
        }),
      );
      const how = await bot.ended;
      bot = await startBot(standIn, dataDir);

      expect(how).toBe(signal === "SIGTERM" ? 0 : signal);
      expect(acknowledged.length).toBeGreaterThanOrEqual(COMMANDS / 3);
      const unsaid = async () => {
        const told = (await standIn.messages(LIBRARIAN)).map(({ text }) => text).join("\n");
        return acknowledged.filter((title) => !told.includes(title));
      };
      // It is ready before all that was left behind is taken up.
      await until(async () => (await unsaid()).length === 0);
      expect(await unsaid()).toEqual([]);
      const kept = (await goalsOf(dataDir)).filter((title) => title.startsWith(signal));
      expect(kept).toEqual([...new Set(kept)]);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
    },
    2 * MINUTES,
  );
});
