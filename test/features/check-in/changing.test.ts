import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");
const ANNOUNCED = "2027-03-09T14:10:00Z";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [checkInFeature] });
});
afterEach(async () => {
  await liaison.close();
});

const inChannel = (kind: string) => liaison.messages({ kind, to: CHANNEL });
const meeting = async () => await liaison.stores.checkIns.find("m-06");

describe("moving a check-in", () => {
  test("before it was announced tells the channel once and announces the new day", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("checkin");
    await librarian.press("Move");
    await librarian.submit({ date: "March 11", start: "10:30", reason: "Assembly" });

    expect(librarian.card().title).toBe("The check-in is now on Thu 11 March, 10:30");
    const [said, ...more] = inChannel("check_in.changed");
    expect(more).toEqual([]);
    expect(said && wordsOf(said.card)).toBe(
      "Moved: the check-in of Wed 10 March, 14:45 is now on Thu 11 March, 10:30\nWhy: Assembly\nBy School librarian, Alder Bend (school librarian)",
    );
    await liaison.advanceTo("2027-03-11T22:00:00Z");
    expect(inChannel("check_in.announcement").map(({ card }) => card.title)).toEqual([
      "Check-in Thu 11 March, 10:30",
    ]);
    expect(inChannel("check_in.after").map(({ card }) => card.title)).toEqual([
      "How was the check-in of Thu 11 March?",
    ]);
  });

  test("after it was announced changes the announcement and adds a line to its thread", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const [first] = inChannel("check_in.announcement");
    await liaison.as(TECHNICIAN).press("check_in.move", first);
    await liaison.as(TECHNICIAN).submit({ date: "jueves", reason: "Cambio de red" });

    expect(first?.card.title).toBe(
      "Moved: the check-in of Wed 10 March, 14:45 is now on Thu 11 March, 14:45",
    );
    expect(inChannel("check_in.changed").map(({ thread }) => thread)).toEqual([first?.message]);
    await liaison.advanceTo("2027-03-12T15:00:00Z");
    expect(inChannel("check_in.announcement").map(({ card }) => card.title)).toEqual([
      "Moved: the check-in of Wed 10 March, 14:45 is now on Thu 11 March, 14:45",
      "Check-in Thu 11 March, 14:45",
    ]);
  });

  test("to another hour of the day keeps the one announcement", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const [first] = inChannel("check_in.announcement");
    await liaison.as(LIBRARIAN).press("check_in.move", first);
    await liaison.as(LIBRARIAN).submit({ date: "March 10", start: "3:30 pm", reason: "Bus duty" });
    await liaison.advanceTo("2027-03-10T20:00:00Z");

    expect(inChannel("check_in.announcement").map(({ card }) => card.title)).toEqual([
      "Check-in Wed 10 March, 15:30",
    ]);
  });

  test("and back to the day it was announced for puts the announcement right again", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const [first] = inChannel("check_in.announcement");
    const librarian = liaison.as(LIBRARIAN);
    for (const date of ["March 11", "March 10"]) {
      await librarian.say("checkin");
      await librarian.press("Move");
      await librarian.submit({ date, reason: "Assembly" });
    }

    expect(first?.card.title).toBe("Check-in Wed 10 March, 14:45");
    expect(inChannel("check_in.announcement")).toHaveLength(1);
  });

  test("leaves the next one where the series has it", async () => {
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).press("Move");
    await liaison.as(LIBRARIAN).submit({ date: "March 12", reason: "Assembly" });
    await liaison.advanceTo("2027-03-12T22:00:00Z");

    expect(await liaison.stores.checkIns.upcoming("p-ab", "2027-03-13" as never, 5)).toMatchObject([
      { date: "2027-03-24" },
    ]);
  });

  test("submitted twice says it once", async () => {
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).press("Move");
    await liaison.as(LIBRARIAN).submit({ date: "March 11", reason: "Assembly" });
    await liaison.as(LIBRARIAN).twice();

    expect(inChannel("check_in.changed")).toHaveLength(1);
  });

  test("shows how the date is read while it is typed", async () => {
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).press("Move");
    await liaison.as(LIBRARIAN).change({ date: "3/11", start: "10 am" });

    expect(liaison.as(LIBRARIAN).form().inputs.at(-1)).toMatchObject({
      text: "New: Thu 11 March, 10:00",
    });
  });

  test.each([
    [{ date: "", reason: "Assembly" }, "date", /Write the day/u],
    [
      { date: "soon", reason: "Assembly" },
      "date",
      /“soon”\. Write it like May 14 or in 3 weeks\.$/u,
    ],
    [{ date: "31 February", reason: "Assembly" }, "date", /31 February/u],
    [{ date: "March 11 or 12 March", reason: "Assembly" }, "date", /11 March.*12 March/u],
    [{ date: "March 1, 2027", reason: "Assembly" }, "date", /has passed/u],
    [{ date: "Saturday", reason: "Assembly" }, "date", /Not everyone works/u],
    [{ date: "March 17", reason: "Assembly" }, "date", /Not everyone works/u],
    [{ date: "March 24", reason: "Assembly" }, "date", /Wed 24 March/u],
    [{ date: "March 11", start: "2:45", reason: "Assembly" }, "start", /14:45/u],
    [{ date: "March 11", start: "lunch", reason: "Assembly" }, "start", /lunch/u],
    [{ date: "March 11", reason: "  " }, "reason", /few words/u],
  ])("refuses %j and keeps the meeting", async (answers, field, sentence) => {
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).press("Move");
    await liaison.as(LIBRARIAN).submit(answers);

    expect(liaison.as(LIBRARIAN).problems()[field]).toMatch(sentence);
    expect(await meeting()).toMatchObject({ date: "2027-03-10", start: "14:45" });
  });
});

describe("skipping a check-in", () => {
  test("says why and when the next one is, and asks nothing afterwards", async () => {
    await liaison.advanceTo(ANNOUNCED);
    const [first] = inChannel("check_in.announcement");
    await liaison.as(LIBRARIAN).press("check_in.skip", first);
    await liaison.as(LIBRARIAN).submit({ reason: "Field day" });

    const skipped =
      "Skipped: the check-in of Wed 10 March, 14:45\nWhy: Field day\nNext: Wed 24 March, 14:45.\nBy School librarian, Alder Bend (school librarian)";
    expect(first && wordsOf(first.card)).toBe(skipped);
    expect(inChannel("check_in.changed").map(({ card }) => wordsOf(card))).toEqual([skipped]);
    expect(liaison.as(LIBRARIAN).words()).toContain("Next: Wed 24 March, 14:45.");
    await liaison.advanceTo("2027-03-12T15:00:00Z");
    expect(inChannel("check_in.after")).toHaveLength(0);
  });

  test("is said before what the calendar makes of the next one, and is not offered again", async () => {
    const librarian = liaison.as("u-tv-lib");
    await librarian.say("checkin");
    await librarian.press("Skip");
    await librarian.submit({ reason: "Field day" });

    const said = liaison.messages({ to: channelOf("s-tv") });
    expect(said.map(({ card }) => card.title)).toEqual([
      "Skipped: the check-in of Thu 4 March, 07:50",
      "No check-in on Thu 18 March (Spring break). Next: Thu 1 April, 07:50",
    ]);
    expect(said.map(({ card }) => wordsOf(card))[0]).toContain("Next: Thu 1 April, 07:50.");
    const offered = said.flatMap(({ card }) => buttonsOf(card).map(({ label }) => label));
    expect(offered).not.toContain("Meet on Thu 4 March");
  });

  test("needs a reason", async () => {
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).press("Skip");
    await liaison.as(LIBRARIAN).submit({ reason: "" });

    expect(liaison.as(LIBRARIAN).problems()["reason"]).toMatch(/few words/u);
    expect(await meeting()).toMatchObject({ status: "planned" });
  });

  test("by both partners at once is said once, with the first reason", async () => {
    for (const person of [LIBRARIAN, TECHNICIAN]) {
      await liaison.as(person).say("checkin");
      await liaison.as(person).press("check_in.skip");
    }
    await liaison.as(LIBRARIAN).submit({ reason: "Field day" });
    await liaison.as(TECHNICIAN).submit({ reason: "Examen" });

    expect(inChannel("check_in.changed")).toHaveLength(1);
    expect(await meeting()).toMatchObject({ reason: "Field day" });
    expect(liaison.as(TECHNICIAN).card().title).toMatch(/ya no está prevista/u);
  });

  test("cannot be pressed any more once it has begun", async () => {
    await liaison.advanceTo("2027-03-10T20:50:00Z");
    const [first] = inChannel("check_in.announcement");
    await liaison.as(LIBRARIAN).press("check_in.skip", first);

    expect(liaison.as(LIBRARIAN).card().title).toMatch(/no longer planned/u);
  });
});
