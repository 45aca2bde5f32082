import { expect, test } from "@jest/globals";
import { openArrivals } from "../../db/arrivals.ts";
import { assembleFront } from "../../src/assembly/front.ts";
import { startCoreThread } from "../../src/assembly/thread.ts";
import type { Log } from "../../src/ports.ts";
import { systemClock } from "../../src/time/clock.ts";
import { createActor } from "../rig/actor.ts";
import { addressOf } from "../rig/demo.ts";
import { createTestPlatform } from "../rig/platform.ts";
import { testDatabase } from "../setup/database.ts";

const NOW = new Date("2027-03-02T15:00:00Z");
const HANGING = new URL("hanging-core.mjs", import.meta.url);

test("a thread that thinks without an end is replaced, others are served, and what kept it busy is set aside", async () => {
  const database = testDatabase();
  const logged: string[] = [];
  const write = (fields: object, message: string): void => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const log: Log = { info: write, warn: write, error: write };
  const platform = createTestPlatform("slack");
  const ended: Error[] = [];
  const arrivals = await openArrivals({
    uri: database.uri,
    name: database.name,
    wire: systemClock,
  });
  const thread = startCoreThread((error) => ended.push(error), {
    watch: { everyMs: 200, patience: 10 },
    file: HANGING,
  });
  const core = await thread.open(
    {
      uri: database.uri,
      databaseName: database.name,
      alone: true,
      logLevel: "silent",
      publicUrl: undefined,
      virtualFrom: NOW,
    },
    {
      platforms: [platform],
      preparation: { type: "demo", mode: "demo" },
      log,
      now: () => NOW,
    },
  );
  const liaison = assembleFront({
    core,
    onRestart: core.onRestart,
    platforms: [platform],
    inbox: arrivals.inbox,
    log,
    alone: true,
  });
  await liaison.start();
  const settled = async (): Promise<void> => {
    await liaison.idle();
  };
  let events = 0;
  const world = { settle: () => Promise.resolve(), nextId: () => `lost-${String(++events)}` };
  const anna = createActor(addressOf("u-tv-lib"), platform, world);
  const ben = createActor(addressOf("u-tv-it"), platform, world);

  const hanging = anna.say("goal endless secret words").catch((error: unknown) => error);
  const other = ben.say("help").catch((error: unknown) => error);
  await Promise.all([hanging, other]);
  await settled();

  expect(ben.words()).toMatch(/De quoi s’agit-il/u);
  expect(core.isWell()).toBe(true);
  expect(await core.ready()).toBe(true);
  expect(anna.words()).toMatch(/I could not finish what you asked for/u);
  expect(logged.filter((line) => line.includes("set aside"))).toEqual([
    expect.stringMatching(/"type":"command".*"times":3/u),
  ]);
  expect(logged.join("\n")).not.toContain("secret words");
  expect(ended).toEqual([]);
  await liaison.stop();
  await arrivals.close();
  await database.dispose();
});
