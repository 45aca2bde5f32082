import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { nudgeFeature } from "../../../src/features/nudge/index.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");
/** Tuesday 9 March, 08:10 in Chicago: the working day before m-06. */
const ANNOUNCED = "2027-03-09T14:10:00Z";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [checkInFeature, nudgeFeature] });
});
afterEach(async () => {
  await liaison.close();
});

const announced = () => liaison.messages({ kind: "check_in.announcement", to: CHANNEL });
function announcement(): Posted {
  const [posted] = announced();
  if (!posted) throw new Error("Nothing was announced");
  return posted;
}

describe("the announcement", () => {
  test("comes at 08:10 on the working day before, once, also after a restart", async () => {
    await liaison.advanceTo("2027-03-09T14:09:59Z");
    expect(announced()).toHaveLength(0);
    await liaison.advanceTo(ANNOUNCED);
    expect(announced()).toHaveLength(1);

    await liaison.restart();
    await liaison.advanceTo("2027-03-10T20:00:00Z");

    expect(announced()).toHaveLength(1);
  });

  test("says date, time, topics and open steps, and names nobody who is late but counts all", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const words = wordsOf(announcement().card);

    expect(announcement().card.title).toBe("Check-in Wed 10 March, 14:45");
    expect(words).toContain("t-03 · Web page faults: half an hour together?");
    expect(words).toContain("8 open items");
    expect(words).toContain("Set up rooms 6 and 7 · due Wed 10 March");
    expect(words).toContain("And 4 more");
    // a-10, due 5 March, is the librarian's and overdue.
    expect(words).not.toMatch(/Book the last four classes|overdue|was due|librarian|technician/iu);
  });

  test("its buttons can be told apart by ear", async () => {
    await liaison.advanceTo(ANNOUNCED);

    expect(buttonsOf(announcement().card).map(({ label, about }) => [label, about])).toEqual([
      ["Add topic", "Check-in Wed 10 March, 14:45"],
      ["Move", "Check-in Wed 10 March, 14:45"],
      ["Skip", "Check-in Wed 10 March, 14:45"],
      ["Add to calendar", "Check-in Wed 10 March, 14:45"],
    ]);
  });

  test("shows a topic that comes later, and not one that was taken back", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const technician = liaison.as(TECHNICIAN);

    await technician.press("topic.add", announcement());
    await technician.submit({ title: "Cables para el carrito 5" });
    expect(wordsOf(announcement().card)).toContain("t-33 · Cables para el carrito 5");
    await technician.press("Quitar");

    expect(wordsOf(announcement().card)).not.toContain("t-33");
    expect(announced()).toHaveLength(1);
  });

  test("goes to each partner in their language where there is no channel", async () => {
    await liaison.stores.partnerships.update("p-ab", (current) => ({ ...current, channels: [] }));
    await liaison.advanceTo(ANNOUNCED);
    const titleFor = (id: string) =>
      liaison
        .messages({ kind: "check_in.announcement", to: addressOf(id) })
        .map(({ card }) => card.title);

    expect(announced()).toHaveLength(0);
    expect(titleFor(LIBRARIAN)).toEqual(["Check-in Wed 10 March, 14:45"]);
    expect(titleFor(TECHNICIAN)).toEqual(["Reunión de seguimiento del mié 10 de marzo, 14:45"]);
  });

  test("cannot be pressed by a reader of the channel who is no partner", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const teacher = liaison.as("u-ab-t4");

    await teacher.press("topic.add", announcement());
    const refused = teacher.words();
    await teacher.press("check_in.move", announcement());

    expect(teacher.words()).toBe(refused);
    expect(() => teacher.form()).toThrow();
  });
});

describe("a day that is closed after the meeting was planned", () => {
  const close = async (kind: "holiday" | "closure", start: string, end = start) => {
    await liaison.stores.calendars.update("cal-tv-2026", (current) => ({
      ...current,
      days: [...current.days, { kind, title: "Snow", start: start as never, end: end as never }],
    }));
  };
  const news = () => liaison.messages({ kind: "check_in.calendar", to: CHANNEL });

  test("moves it to the nearest working day of its week, says so once and announces that day", async () => {
    await close("holiday", "2027-03-10");
    await liaison.advanceTo("2027-03-10T15:00:00Z");

    expect(news().map(({ card }) => card.title)).toEqual([
      "Moved: the check-in of Wed 10 March, 14:45 is now on Thu 11 March, 14:45",
    ]);
    expect(announced().map(({ card }) => card.title)).toEqual(["Check-in Thu 11 March, 14:45"]);
  });

  test("is not made up for after a closure when the next one is within two weeks (CAL-15)", async () => {
    await close("closure", "2027-03-10");
    await liaison.advanceTo("2027-03-10T22:00:00Z");

    expect(news().map(({ card }) => card.title)).toEqual([
      "Skipped: the check-in of Wed 10 March, 14:45",
    ]);
    expect(announced()).toHaveLength(0);
    expect(liaison.messages({ kind: "check_in.after", to: CHANNEL })).toHaveLength(0);
    expect(await liaison.stores.checkIns.find("m/p-ab/2027-03-24")).toMatchObject({
      status: "planned",
    });
  });

  test("before an early meeting leaves half an hour before it to announce it", async () => {
    await liaison.stores.checkIns.update("m-06", (known) => ({
      ...known,
      start: "07:50" as never,
    }));
    await close("closure", "2027-03-09");
    await liaison.advanceTo("2027-03-10T13:19:59Z");
    expect(announced()).toHaveLength(0);
    await liaison.advanceTo("2027-03-10T13:20:00Z");

    expect(announced().map(({ card }) => card.title)).toEqual(["Check-in Wed 10 March, 07:50"]);
  });

  test("skips it when the whole week is closed", async () => {
    await close("holiday", "2027-03-08", "2027-03-12");
    await liaison.advanceTo("2027-03-10T22:00:00Z");

    expect(news()).toHaveLength(1);
    expect(await liaison.stores.checkIns.find("m-06")).toMatchObject({
      status: "skipped",
      reason: "Snow",
    });
  });
});

describe("the next one is planned when a meeting is over", () => {
  test("in step with the series", async () => {
    await liaison.advanceTo("2027-03-10T22:00:00Z");

    expect(await liaison.stores.checkIns.upcoming("p-ab", "2027-03-11" as never, 5)).toMatchObject([
      { id: "m/p-ab/2027-03-24", date: "2027-03-24", start: "14:45", minutes: 25 },
    ]);
  });

  test("past a break, which is said once with an offer of an earlier day", async () => {
    await liaison.advanceTo("2027-03-05T15:00:00Z");
    const [posted, ...more] = liaison.messages({
      kind: "check_in.calendar",
      to: channelOf("s-tv"),
    });

    expect(more).toEqual([]);
    expect(posted?.card.title).toBe(
      "No check-in on Thu 18 March (Spring break). Next: Thu 1 April, 07:50",
    );
    expect(posted && buttonsOf(posted.card).map(({ label }) => label)).toEqual([
      "Meet on Thu 25 March",
      "Find an earlier day",
    ]);
    await liaison.as("u-tv-lib").press("Find an earlier day", posted);
    await liaison.as("u-tv-lib").submit({ date: "March 24", reason: "Long gap" });

    expect(await liaison.stores.checkIns.find("m/p-tv/2027-04-01")).toMatchObject({
      date: "2027-03-24",
    });
  });

  test("on the offered day after one press, said once in the channel (CAL-8)", async () => {
    await liaison.advanceTo("2027-03-05T15:00:00Z");
    const [posted] = liaison.messages({ kind: "check_in.calendar", to: channelOf("s-tv") });
    await liaison.as("u-tv-it").press("check_in.meet_on", posted);
    await liaison.as("u-tv-it").twice();

    expect(await liaison.stores.checkIns.find("m/p-tv/2027-04-01")).toMatchObject({
      date: "2027-03-25",
      reason: "so that not too long passes without one",
    });
    expect(liaison.messages({ kind: "check_in.changed", to: channelOf("s-tv") })).toHaveLength(1);
  });

  test("past weeks of tests, and stays where it is when it was put there by hand (CAL-9)", async () => {
    await liaison.stores.checkIns.update("m-06", (known) => ({
      ...known,
      date: "2027-04-21" as never,
      plannedFor: "2027-04-21" as never,
    }));
    await liaison.restart();
    await liaison.advanceTo("2027-04-20T13:10:00Z");
    const [announcement] = announced().slice(-1);
    expect(announcement && wordsOf(announcement.card)).toMatch(
      /falls inside State assessments, until Fri 7 May/u,
    );

    await liaison.advanceTo("2027-04-21T21:00:00Z");

    expect(await liaison.stores.checkIns.upcoming("p-ab", "2027-04-22" as never, 5)).toMatchObject([
      { date: "2027-05-19" },
    ]);
  });

  test("and is offered a day outside the tests of another school that its IT serves (CAL-9)", async () => {
    await liaison.stores.partnerships.update("p-tv", (current) => ({
      ...current,
      itIds: [...current.itIds, TECHNICIAN],
    }));
    await liaison.stores.calendars.add({
      id: "cal-other",
      name: "Other",
      sessions: [],
      days: [
        {
          kind: "testing_window",
          title: "Finals",
          start: "2027-03-09" as never,
          end: "2027-03-10" as never,
        },
      ],
    });
    await liaison.stores.schools.update("s-tv", (school) => ({
      ...school,
      calendarId: "cal-other",
    }));
    await liaison.advanceTo(ANNOUNCED);

    expect(wordsOf(announcement().card)).toMatch(
      /At Tamarack Valley High, where IT works too, Finals runs until Wed 10 March/u,
    );
    await liaison.as(LIBRARIAN).press("Meet on Thu 11 March", announcement());

    expect(await liaison.stores.checkIns.find("m-06")).toMatchObject({
      date: "2027-03-11",
      reason: "Finals",
    });
  });

  test("keeps the clock time of the school when the clocks change", async () => {
    await liaison.advanceTo("2027-03-23T13:09:59Z");
    const before = announced().length;
    await liaison.advanceTo("2027-03-23T13:10:00Z");

    expect(announced().length).toBe(before + 1);
  });

  test("after a night in which the bot came back, in the morning", async () => {
    await liaison.liaison.stop();
    liaison.clock.moveTo(new Date("2027-03-10T04:00:00Z"));
    await liaison.restart();
    await liaison.advanceTo("2027-03-10T14:09:59Z");
    expect(announced()).toHaveLength(0);
    await liaison.advanceTo("2027-03-10T14:10:00Z");

    expect(announced()).toHaveLength(1);
  });

  test("after the bot was away for weeks, without asking about what is long over", async () => {
    await liaison.liaison.stop();
    liaison.clock.moveTo(new Date("2027-04-13T15:00:00Z"));
    await liaison.restart();

    expect(await liaison.stores.checkIns.find("m-06")).toMatchObject({ status: "unknown" });
    expect(liaison.messages({ kind: "check_in.after" })).toHaveLength(0);
    expect(await liaison.stores.checkIns.upcoming("p-ab", "2027-04-13" as never, 5)).toMatchObject([
      { date: "2027-05-19" },
    ]);
  });
});
