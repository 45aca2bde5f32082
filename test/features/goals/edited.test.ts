/** A goal that a partner changed: its owner hears what it said before (rules, section 9.3). */

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
  await rig.advanceTo("2027-03-04T16:00:00Z");
});
afterEach(async () => {
  await rig.close();
});

const told = () => rig.messages({ kind: "goal.edited" });

test("a partner's change reaches its owner once, with the former words and the way to edit", async () => {
  await technician.say("goal edit g-03");
  await technician.submit({ title: "Makerspace open at five lunches a week" });
  await technician.twice();
  await rig.advanceTo("2027-03-08T15:00:00Z");

  const heard = rig.messages({ to: librarian.address }).map(({ card }) => wordsOf(card));
  expect(heard.filter((words) => words.includes("changed your goal g-03"))).toHaveLength(1);
  const [alone] = told();
  if (alone) {
    expect(wordsOf(alone.card)).toMatch(
      /Makerspace open at four lunches a week[^]*at five lunches/u,
    );
    expect(buttonsOf(alone.card).map(({ action }) => action)).toEqual(["goal.show", "goal.edit"]);
  }
});

test("its owner's own change, and one that changes nothing, tells nobody", async () => {
  await librarian.say("goal edit g-03");
  await librarian.submit({ title: "Makerspace open every day" });
  await technician.say("goal edit g-04");
  await technician.submit();

  await rig.advanceTo("2027-03-08T15:00:00Z");
  expect(told()).toEqual([]);
});
