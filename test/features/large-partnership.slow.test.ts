import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addGoalsAndItems } from "../../scripts/bench/large-partnership.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import { DEMO_NOW, addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const TODAY = "2027-03-02" as LocalDate;
const MINUTES = 60_000;

let rig: Rig;
let librarian: Actor;

describe("with 1,000 goals and 5,000 items in one partnership", () => {
  beforeAll(async () => {
    rig = await openLiaison();
    librarian = rig.as("u-ab-lib");
    await addGoalsAndItems(rig.stores, {
      partnershipId: "p-ab",
      librarian: "u-ab-lib",
      technician: "u-ab-it",
      today: TODAY,
      now: DEMO_NOW,
    });
  }, 5 * MINUTES);
  afterAll(async () => {
    await rig.close();
  });

  test.each(["goal list", "goal list all 126", "plan", "item", "checkin", "why"])(
    "/liaison %s is a page of it",
    async (typed) => {
      await librarian.say(typed);

      expect(buttonsOf(librarian.card()).length).toBeLessThanOrEqual(25);
    },
  );

  test("the home is drawn, and the rest is one press away", async () => {
    const labels = buttonsOf(await librarian.home()).map(({ label }) => label);

    expect(labels.length).toBeLessThanOrEqual(8);
    expect(labels.at(-1)).toBe("More…");
  });

  test("the weekly message holds three things", async () => {
    await rig.advanceTo("2027-03-08T14:10:00Z");

    const [digest] = rig.messages({ kind: "nudge.digest", to: addressOf("u-ab-lib") });
    const words = wordsOf(digest?.card ?? { title: "", body: [] });
    expect(words.match(/^\d\. /gmu)).toEqual(["1. ", "2. ", "3. "]);
  });
});
