import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";

let rig: Rig;
let librarian: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [goalsFeature] });
  librarian = rig.as("u-ab-lib");
});
afterEach(async () => {
  await rig.close();
});

const due = async () => (await rig.stores.goals.find("g-41"))?.due;

describe("a typed due date that the calendar speaks against (CAL-9, CAL-11)", () => {
  test.each([
    [
      "by May 31",
      "Mon 31 May is after the last day of school, Fri 28 May.",
      "Fri 28 May",
      "2027-05-28",
    ],
    [
      "by March 16",
      "Tue 16 March is in Spring break: nobody is there.",
      "Fri 12 March",
      "2027-03-12",
    ],
  ])(
    "%s is saved with a word, and another day can be picked",
    async (typed, word, label, picked) => {
      await librarian.say(`goal Weed the 600s ${typed}`);

      expect(librarian.words()).toContain(word);
      await librarian.press(label);
      expect(await due()).toBe(picked);
      expect(librarian.words()).not.toContain(word);
    },
  );

  test("inside tests is kept unless another day is picked", async () => {
    await librarian.say("goal Weed the 600s by April 28");
    await librarian.press("Keep Wed 28 April");

    expect(await due()).toBe("2027-04-28");
  });

  test("on a school day brings no word", async () => {
    await librarian.say("goal Weed the 600s by May 14");

    expect(librarian.words()).not.toContain("Another day");
  });

  test("that can be read as several days is asked about, with all of them", async () => {
    await librarian.say("goal Book fair May 14–16");

    expect(await rig.stores.goals.find("g-41")).toBeUndefined();
    expect(librarian.form().inputs).toContainEqual(
      expect.objectContaining({ id: "due", value: "Fri 14 May 2027 / Sun 16 May 2027" }),
    );
  });
});
