import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf } from "../rig/platform.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

test.each(["frobnicate", "fly me", "x"])(
  "%s is spelled like no command, so only help is offered",
  async (typed) => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say(typed);
    expect(buttonsOf(librarian.card()).map(({ value }) => value)).toEqual(["help"]);
  },
);

test("what was typed behind a misspelled command is still there, to be copied", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("topik Where do the *old* carts go?");

  expect(librarian.words()).toContain("Did you mean /liaison topic?\nWhere do the *old* carts go?");
  expect(buttonsOf(librarian.card()).map(({ value }) => value)).toEqual(["topic", "help"]);
});

test("words that are no command at all are still there, too", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("Somebody please look at the carts in room seven");

  expect(librarian.words()).toContain("Somebody please look at the carts in room seven");
});
