import { afterEach, describe, expect, test } from "@jest/globals";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Screen, WorldState } from "../../playground/contract.ts";
import { startPlayground } from "../../playground/index.ts";
import { logGoal, type OpenPlayground, openPlayground, required } from "./open-playground.ts";

const CLOCK = "2027-03-02T15:00:00.000Z";

const opened: OpenPlayground[] = [];
async function open(...given: Parameters<typeof openPlayground>): Promise<OpenPlayground> {
  const playground = await openPlayground(...given);
  opened.push(playground);
  return playground;
}
afterEach(async () => {
  for (const playground of opened.splice(0)) await playground.remove();
});

describe("the bot", () => {
  test("is killed and started again on the same data and clock", async () => {
    const playground = await open();
    const message = await logGoal(playground, "Outlive a restart");
    await playground.control("/clock", { to: "next" });
    const before = playground.bot();

    const state = await playground.control<WorldState>("/restart", {});
    const moved = await playground.control<{ sent: { text: string }[] }>("/clock", { to: "next" });
    const pressed = await playground.control("/press", {
      as: "u-ab-it",
      message: message.id,
      button: "goal.done",
    });

    expect(before.signalCode).toBe("SIGKILL");
    expect(playground.lastStart()).toMatchObject({ fresh: false, now: state.now });
    expect(moved.sent.map(({ text }) => text)).toEqual(["Reminder 2"]);
    expect(pressed.messages[0]?.text).toBe("open Done.");
  }, 60_000);

  test("that dies by itself is started again once, then control calls say why not", async () => {
    const playground = await open();
    const { home } = await playground.control("/home", { as: "u-ab-lib" });
    const crash = { as: "u-ab-lib", message: required(home, "home").id, button: "Crash" };
    const first = playground.bot();

    await playground.refused("/press", crash);
    const second = playground.bot();
    const died = once(second, "exit");
    const down = await playground.refused("/press", crash);
    await died;
    const still = await playground.refused("/home", { as: "u-ab-lib" });
    await playground.control("/restart", {});
    const up = await playground.control("/home", { as: "u-ab-lib" });

    expect(second).not.toBe(first);
    expect(playground.log[0]).toContain("The bot died (exit code 5); starting it again");
    expect(down.status).toBe(503);
    expect(still.status).toBe(503);
    expect(still.body.error).toContain("was not started again");
    expect(up.home?.text).toBe("Your goals");
  }, 60_000);

  test("that cannot start stops the playground with a sentence", async () => {
    await expect(open({ env: { FAIL: "yes" } })).rejects.toThrow(
      "The bot could not be started: it ended with exit code 3.",
    );
  }, 60_000);

  test("that is to start over while it starts for the first time does so after that", async () => {
    let early: Promise<Response> | undefined;
    const playground = await open({
      onLaunch({ env }) {
        const reset = new URL("/control/reset", env["SLACK_API_URL"]);
        early ??= fetch(reset, { method: "POST", body: '{"data":"empty"}' });
      },
    });

    expect((await early)?.status).toBe(200);
    expect(playground.lastStart()).toMatchObject({ fresh: true, data: "empty" });
    expect((await playground.control("/home", { as: "u-ab-lib" })).home?.text).toBe("Your goals");
  }, 60_000);

  test("gets what it needs to reach the stand-in", async () => {
    const playground = await open();
    const { env, data, fresh, now, dataDir } = playground.lastStart();

    expect({ data, fresh, now }).toEqual({ data: "demo", fresh: true, now: CLOCK });
    expect(env["SLACK_API_URL"]).toBe(`${playground.url}/slack/api/`);
    expect(env).toMatchObject({ PORT: "0", DATA_DIR: dataDir });
  }, 60_000);
});

describe("the playground", () => {
  test("shows the same screen after it was started again", async () => {
    const first = await open();
    await logGoal(first, "Outlive the playground");
    await first.control("/home", { as: "u-ab-lib" });
    await first.control("/say", { as: "u-ab-lib", in: "dm", text: "/goal half done" });
    await first.control("/clock", { to: "next" });
    await first.control("/archive", { channel: "tvhs-library-tech", archived: true });
    const before = await first.control<Screen>("/screen?as=u-ab-lib");
    await first.stop();

    const second = await open({ dataDir: first.dataDir });
    const after = await second.control<Screen>("/screen?as=u-ab-lib");
    const refused = await second.refused("/say", {
      as: "u-tv-lib",
      in: "tvhs-library-tech",
      text: "x",
    });

    expect(before.form?.inputs[0]?.value).toBe("half done");
    expect(after).toEqual(before);
    expect(refused.body.error).toContain("is archived");
    expect(second.lastStart()).toMatchObject({ fresh: false, now: before.now });
  }, 60_000);

  test("forgets everything on reset, the bot's data too", async () => {
    const playground = await open();
    await logGoal(playground, "To be forgotten");
    const left = join(playground.lastStart().dataDir, "left.txt");
    writeFileSync(left, "x");

    const state = await playground.control<WorldState>("/reset", {
      data: "empty",
      now: "2027-05-01T07:00:00-05:00",
    });
    const screen = await playground.control<Screen>("/screen?as=u-ab-lib");

    expect(state.now).toBe("2027-05-01T12:00:00.000Z");
    expect(screen.channels[0]?.messages).toEqual([]);
    expect(existsSync(left)).toBe(false);
    expect(playground.lastStart()).toMatchObject({ data: "empty", fresh: true });
  }, 60_000);

  test("starts over when it is started with reset", async () => {
    const first = await open();
    await first.control("/clock", { to: "next" });
    await first.stop();

    const second = await open({ dataDir: first.dataDir, reset: true });

    expect((await second.control<WorldState>("/state")).now).toBe(CLOCK);
  }, 60_000);

  test("says so when its port is taken", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;

    const start = startPlayground({
      port,
      dataDir: mkdtempSync(join(tmpdir(), "playground-")),
      manifest: {},
      log: () => undefined,
      launchBot: () => {
        throw new Error("must not be started");
      },
    });

    await expect(start).rejects.toThrow(
      `Port ${port} is in use. Start on another one: PORT=${port + 1} npm start`,
    );
    other.close();
  });

  test("says so when another process has its folder", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "playground-"));
    writeFileSync(join(dataDir, "playground.lock"), String(process.ppid));

    await expect(open({ dataDir })).rejects.toThrow(`in use by process ${process.ppid}`);
  });
});
