import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { nudgeFeature } from "../../../src/features/nudge/index.ts";
import type { LocalDate } from "../../../src/time/calendar.ts";
import { addressOf, openLiaison, type Rig } from "../../rig/index.ts";

const [COORDINATOR, LIBRARIAN] = ["u-d-coord", "u-ab-lib"] as const;

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [nudgeFeature] });
});
afterEach(async () => {
  await liaison.close();
});

const cadences = async () =>
  (await liaison.stores.schools.findAll(["s-ab", "s-tv"])).map(({ nudging }) => nudging?.cadence);
const news = () => liaison.messages({ kind: "nudge.guardrail" });

describe("N-13: too many people mute", () => {
  beforeEach(async () => {
    // Five people are partners of the demo's two schools.
    await liaison.stores.schools.update("s-ab", (school) => ({
      ...school,
      nudging: { mutePeople: 5 },
    }));
  });

  test("so messages come one step less often, and who runs the bot hears of it once, without names", async () => {
    await liaison.as(LIBRARIAN).say("pause 2 weeks");
    await liaison.as(LIBRARIAN).twice();
    await liaison.as("u-tv-lib").say("pause 1 week");
    await liaison.advanceTo("2027-03-03T20:00:00Z");

    expect(await cadences()).toEqual(["fortnightly", "fortnightly"]);
    expect(
      news()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([addressOf(COORDINATOR), addressOf("u-d-itdir")].sort());
    expect(news()[0]?.card.title).toBe(
      "Messages now come every two weeks, unless people chose otherwise",
    );
    expect(news()[0]?.card.locale).toBe("en");
    expect(JSON.stringify(news())).not.toMatch(/Alder Bend|librarian/iu);
  });

  test("again after a while, so they come another step less often; one press brings them back", async () => {
    await liaison.as(LIBRARIAN).say("pause 1 week");
    await liaison.advanceTo("2027-03-10T20:00:00Z");
    await liaison.as("u-tv-lib").say("pause 1 week");
    expect(await cadences()).toEqual(["monthly", "monthly"]);

    const [posted] = news().slice(-1);
    await liaison.as("u-ab-t4").press("nudge.for_all", posted);
    expect(await cadences()).toEqual(["monthly", "monthly"]);
    await liaison.as(COORDINATOR).press("nudge.for_all", posted);

    expect(await cadences()).toEqual(["weekly", "weekly"]);
  });
});

test("N-13: of fewer people than that, one who mutes changes nothing", async () => {
  await liaison.as(LIBRARIAN).say("pause 2 weeks");

  expect(await cadences()).toEqual([undefined, undefined]);
  expect(news()).toEqual([]);
});

test("N-13: the numbers are for who runs the bot, and for nobody else", async () => {
  await liaison.advanceTo("2027-03-08T16:00:00Z");
  await liaison
    .as(LIBRARIAN)
    .press("nudge.why", ...liaison.messages({ to: addressOf(LIBRARIAN) }).slice(-1));
  await liaison.as("u-tv-lib").say("pause 1 week");
  await liaison.stores.items.update("a-10", (item) => ({
    ...item,
    status: "done",
    doneOn: "2027-03-05" as LocalDate,
  }));
  await liaison.advanceTo("2027-03-12T20:00:00Z");
  await liaison.as(COORDINATOR).say("measures");
  const words = liaison.as(COORDINATOR).words();
  await liaison.as(LIBRARIAN).say("measures");

  expect(words).toMatch(/My messages in the last 30 days/u);
  expect(words).toMatch(/People who paused or turned off.*1 of 5 \(20/su);
  expect(words).toMatch(/Messages that were pressed.*1 of \d/su);
  expect(words).not.toMatch(/Alder|Tamarack/u);
  expect(liaison.as(LIBRARIAN).words()).toMatch(/^These numbers are for the library coordinator/u);
});
