import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, channelOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { wordsOf } from "../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";

let rig: Rig;
let librarian: Actor;
beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as(LIBRARIAN);
});
afterEach(async () => {
  await rig.close();
});

const person = async (id = LIBRARIAN) => await rig.stores.people.find(id);
const said = (kind: string, to?: string): readonly string[] =>
  rig.messages({ kind, ...(to ? { to: addressOf(to) } : {}) }).map(({ card }) => wordsOf(card));

describe("being away", () => {
  test.each([
    ["away 10 March to 12 March", "2027-03-10", "2027-03-12"],
    ["away until Friday", "2027-03-02", "2027-03-05"],
    ["away tomorrow", "2027-03-03", "2027-03-03"],
  ])("%j is understood", async (typed, start, end) => {
    await librarian.say(typed);

    expect((await person())?.away).toEqual([{ start, end }]);
  });

  test.each(["away soonish", "away", "away 31 February"])(
    "%j opens the form with what was typed",
    async (typed) => {
      await librarian.say(typed);

      expect(librarian.form().form).toBe("absence.away");
      expect((await person())?.away).toBeUndefined();
    },
  );

  test("moves the check-in of those days, which the channel hears once and without a reason (CAL-8)", async () => {
    await rig.as(TECHNICIAN).say("away 10 March");

    expect(await rig.stores.checkIns.find("m-06")).toMatchObject({ date: "2027-03-11" });
    expect(said("check_in.calendar")).toEqual([
      "Moved: the check-in of Wed 10 March, 14:45 is now on Thu 11 March, 14:45\nWhy: not everyone works that day",
    ]);
  });

  test("lets messages wait until the first day back", async () => {
    await librarian.say("away 8 March to 9 March");
    await rig.as(TECHNICIAN).say("goal done g-12");
    await rig.advanceTo("2027-03-08T20:00:00Z");
    expect(said("nudge.digest", LIBRARIAN)).toEqual([]);

    await rig.advanceTo("2027-03-10T14:10:00Z");

    expect(said("nudge.digest", LIBRARIAN)).toHaveLength(1);
  });

  test("by the form, only the messages wait; why says so and nobody is told (CAL-19)", async () => {
    await librarian.say("away");
    await librarian.submit({ from: "8 March", to: "12 March", kind: "noContact" });
    expect(librarian.card().title).toBe("I write nothing to you Mon 8 March to Fri 12 March");

    await librarian.say("why");
    expect(librarian.words()).toContain(
      "Skipped Mon 8 March to Fri 12 March: you want no messages.",
    );
    expect(librarian.words()).toContain("Spring break");
    expect(await rig.stores.checkIns.find("m-06")).toMatchObject({ date: "2027-03-10" });
    expect(said("check_in.calendar")).toEqual([]);
  });

  test("is taken back with one press, and ended early with back", async () => {
    await librarian.say("away 8 March to 9 March");
    await librarian.press("Undo");
    expect((await person())?.away).toEqual([]);

    await librarian.say("away until 9 March");
    await rig.advanceTo("2027-03-08T20:00:00Z");
    await librarian.say("back");

    expect((await person())?.away).toEqual([{ start: "2027-03-02", end: "2027-03-07" }]);
    await rig.advanceTo("2027-03-09T14:10:00Z");
    expect(said("nudge.digest", LIBRARIAN)).toHaveLength(1);
  });
});

describe("somebody who stands in", () => {
  const cover = async (until: string, who = "u-ab-t4") => {
    await librarian.say(`cover ${until}`);
    await librarian.submit({ who: [addressOf(who)], until });
  };

  test("hears of it, gets the digest instead and may answer for the steps", async () => {
    await cover("19 March");
    expect(said("absence.cover", "u-ab-t4")[0]).toContain(
      "School librarian, Alder Bend asks you to stand in Tue 2 March to Fri 19 March",
    );
    await rig.advanceTo("2027-03-08T15:00:00Z");

    expect(said("nudge.digest", LIBRARIAN)).toEqual([]);
    expect(said("nudge.digest", "u-ab-t4")[0]).toContain("For School librarian, Alder Bend. a-10");
    await rig.as("u-ab-t4").press("Done: a-10 Book the last four classes");
    expect((await rig.stores.items.find("a-10"))?.status).toBe("done");
  });

  test("is asked what the other was asked, named for whom", async () => {
    await cover("19 March", "u-tv-lib");
    await rig.advanceTo("2027-03-03T15:00:00Z");
    await rig.as(TECHNICIAN).say("goal done g-12");
    await rig.advanceTo("2027-03-04T15:00:00Z");

    expect(rig.messages({ kind: "goal.confirm" }).map(({ to, card }) => [to, card.title])).toEqual([
      [
        addressOf("u-tv-lib"),
        "For School librarian, Alder Bend: Site technician, Alder Bend says g-12 is done. Is it?",
      ],
    ]);
    await rig.as("u-tv-lib").press("Yes, done", rig.messages({ kind: "goal.confirm" })[0]);
    expect((await rig.stores.goals.find("g-12"))?.status).toBe("done");
  });

  test("is over on the day after; what happened is handed back, and old buttons no longer count", async () => {
    await cover("9 March");
    await rig.advanceTo("2027-03-08T15:00:00Z");
    const [digest] = rig.messages({ kind: "nudge.digest", to: addressOf("u-ab-t4") });
    await rig.as("u-ab-t4").press("Done: a-10 Book the last four classes", digest);
    await rig.advanceTo("2027-03-10T14:10:00Z");

    const [back] = said("nudge.digest", LIBRARIAN);
    expect(back).toContain("Welcome back. Grade 4 team lead, Alder Bend stood in for you.");
    expect(back).toContain("“Book the last four classes” is done");
    await rig.as("u-ab-t4").press("Done: a-14 Draft quarter 3 page around the badge story", digest);
    expect((await rig.stores.items.find("a-14"))?.status).toBe("open");
  });

  test("can say that it does not suit, which the other is told", async () => {
    await cover("19 March");
    await rig.as("u-ab-t4").press("I can't");

    expect((await person())?.cover).toBeUndefined();
    expect(said("absence.cannot", LIBRARIAN)[0]).toContain("can't stand in for you");
  });

  test.each([
    ["oneself", LIBRARIAN, "who"],
    ["nobody", "u-nobody", "who"],
  ])("cannot be %s", async (_, who, field) => {
    await librarian.say("cover until 19 March");
    await librarian.submit({ who: [addressOf(who)], until: "19 March" });

    expect(Object.keys(librarian.problems())).toEqual([field]);
  });
});

describe("hours", () => {
  test("move the messages of a day to the planning period, and quiet hours hold them", async () => {
    await librarian.say("hours");
    await librarian.submit({ at: "10:20", from: "15:00", to: "08:00", days: "mon, tue, wed, thu" });
    expect(librarian.card().title).toBe("Your hours are saved");
    await rig.advanceTo("2027-03-08T16:19:00Z");
    expect(said("nudge.digest", LIBRARIAN)).toEqual([]);

    await rig.advanceTo("2027-03-08T16:20:00Z");

    expect(said("nudge.digest", LIBRARIAN)).toHaveLength(1);
    expect((await person())?.workingDays).toEqual(["mon", "tue", "wed", "thu"]);
  });

  test("in Spanish reads the names of the days", async () => {
    await rig.as(TECHNICIAN).say("hours");
    await rig.as(TECHNICIAN).submit({ days: "lunes, miércoles y viernes" });

    // "y" is no day, so the form says so instead of guessing.
    expect(Object.keys(rig.as(TECHNICIAN).problems())).toEqual(["days"]);
    await rig.as(TECHNICIAN).submit({ days: "lunes, miércoles, vie" });
    expect((await person(TECHNICIAN))?.workingDays).toEqual(["mon", "wed", "fri"]);
  });

  test("in which a message would come at a quiet time are refused", async () => {
    await librarian.say("hours");
    await librarian.submit({ at: "07:00" });

    expect(Object.keys(librarian.problems())).toEqual(["at"]);
  });
});

test("a check-in is put where both are there, and the channel is that of the school", async () => {
  await librarian.say("away 8 March to 12 March");

  expect(await rig.stores.checkIns.find("m-06")).toMatchObject({ status: "skipped" });
  expect(rig.messages({ kind: "check_in.calendar" }).map(({ to }) => to)).toContain(
    channelOf("s-ab"),
  );
});

test("who was not away is not welcomed back", async () => {
  await librarian.say("back");

  expect(librarian.words()).toBe("You are not marked as away. Nothing was changed.");
});
