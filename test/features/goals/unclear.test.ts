import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { openLiaison, type Rig } from "../../rig/index.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openLiaison({ features: [goalsFeature] });
});
afterEach(async () => {
  await rig.close();
});

const total = async () =>
  (await rig.stores.goals.list({ partnershipIds: ["p-ab"], page: { skip: 0, limit: 1 } })).total;

test("what may be a command is logged as a goal once, however often that is pressed", async () => {
  const librarian = rig.as("u-ab-lib");
  const before = await total();
  await librarian.say("goal edit banana");
  await librarian.press("Log it as a goal");
  const saved = librarian.card().title;
  await librarian.twice();

  expect(saved).toContain("edit banana");
  expect(librarian.card().title).toBe(saved);
  expect(await total()).toBe(before + 1);
});

test("asking twice for the same words makes two goals", async () => {
  const librarian = rig.as("u-ab-lib");
  const before = await total();
  await librarian.say("goal edit banana");
  await librarian.press("Log it as a goal");
  await librarian.say("goal edit banana");
  await librarian.press("Log it as a goal");

  expect(await total()).toBe(before + 2);
});
