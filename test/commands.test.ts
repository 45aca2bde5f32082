import { expect, test } from "@jest/globals";
import { goalsFeature } from "../src/features/goals/index.ts";
import { openLiaison } from "./rig/index.ts";

test.each([
  "/goal Label carts",
  "/liaison goal Label carts",
  "\u200bgoal Label carts",
  "\u200egoal Label carts",
  "goal: Label carts",
  "! goal Label carts",
  ", Goal: Label carts",
])("%j is the command goal", async (typed) => {
  const rig = await openLiaison({ features: [goalsFeature] });
  try {
    await rig.as("u-ab-lib").say(typed);

    expect(await rig.stores.goals.find("g-41")).toMatchObject({ title: "Label carts" });
  } finally {
    await rig.close();
  }
});
