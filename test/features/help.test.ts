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

test.each(["hola", "frobnicate", "thanks", "hi", "fly me", "x"])(
  "%s is spelled like no command, so only help is offered",
  async (typed) => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say(typed);
    expect(buttonsOf(librarian.card()).map(({ value }) => value)).toEqual(["help"]);
  },
);
