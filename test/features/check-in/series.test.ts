import { afterEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");

let liaison: Rig;
const open = async (data: "demo" | "empty") => {
  liaison = await openLiaison({ features: [checkInFeature], data });
};
afterEach(async () => {
  await liaison.close();
});

const upcoming = async () =>
  await liaison.stores.checkIns.upcoming("p-ab", "2027-03-02" as never, 5);

describe("setting up the check-in", () => {
  test("asks for rhythm, day, time and length, and shows the first date while it is typed", async () => {
    await open("empty");
    const technician = liaison.as(TECHNICIAN);
    await technician.say("checkin");
    await technician.change({ every: "2", weekday: "thu", start: "14h45" });

    expect(technician.form().inputs.map((input) => ("id" in input ? input.id : "note"))).toEqual([
      "every",
      "weekday",
      "start",
      "minutes",
      "note",
    ]);
    expect(technician.form().inputs.at(-1)).toMatchObject({
      text: "La próxima: jue 4 de marzo, 14:45",
    });
  });

  test("plans the first one, tells the channel once and shows what was set", async () => {
    await open("empty");
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("check-in");
    await librarian.submit({ every: "2", weekday: "wed", start: "2:45 pm", minutes: "30" });
    await librarian.twice();

    expect(await upcoming()).toMatchObject([
      { id: "m/p-ab/2027-03-03", date: "2027-03-03", start: "14:45", minutes: 30 },
    ]);
    const news = liaison.messages({ kind: "check_in.series", to: CHANNEL });
    expect(news.map(({ card }) => wordsOf(card))).toEqual([
      "School librarian, Alder Bend set the regular check-in\nEvery 2 weeks on Wednesday at 14:45.\nThe next one: Wed 3 March, 14:45.",
    ]);
    expect(librarian.words()).toContain("Every 2 weeks on Wednesday at 14:45");
  });

  test("lets the sides take turns as hosts, in the announcement too", async () => {
    await open("empty");
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).submit({ every: "1", weekday: "wed", start: "14:45" });
    await liaison.advanceTo("2027-03-11T15:00:00Z");

    const recent = await liaison.stores.checkIns.recent("p-ab", 4);
    const hosts = recent.flatMap(({ host }) => host ?? []);
    expect(hosts).toEqual(["library", "it", "library"]);
    const announced = liaison.messages({ kind: "check_in.announcement", to: CHANNEL });
    expect(announced.map(({ card }) => /(\w+) hosts/u.exec(wordsOf(card))?.[1])).toEqual([
      "library",
      "IT",
    ]);
  });

  test("for tomorrow announces it at once: the working day before has begun", async () => {
    await open("empty");
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).submit({ weekday: "wed", start: "14:45" });

    expect(
      liaison
        .messages({ kind: "check_in.announcement", to: CHANNEL })
        .map(({ card }) => card.title),
    ).toEqual(["Check-in Wed 3 March, 14:45"]);
  });

  test.each([
    ["", /Write the time/u],
    ["after lunch", /after lunch/u],
    ["2:45", /Did you mean 14:45/u],
    ["23:30", /between 06:00 and 21:00/u],
  ])("refuses the time %j and says what to write", async (start, sentence) => {
    await open("empty");
    await liaison.as(LIBRARIAN).say("checkin");
    await liaison.as(LIBRARIAN).submit({ start });

    expect(liaison.as(LIBRARIAN).problems()["start"]).toMatch(sentence);
    expect(await upcoming()).toEqual([]);
  });

  test("is for partners", async () => {
    await open("empty");
    await liaison.as("u-ab-t4").say("checkin");

    expect(liaison.as("u-ab-t4").words()).toMatch(/for the partners of a library and IT team/u);
  });
});

describe("changing the series", () => {
  test("moves the one that was not announced yet, in step with those before", async () => {
    await open("demo");
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("checkin");
    await librarian.press("Change");
    await librarian.submit({ every: "1", weekday: "thu", start: "08:00" });

    expect(await upcoming()).toMatchObject([{ id: "m-06", date: "2027-03-04", start: "08:00" }]);
    await liaison.advanceTo("2027-03-04T16:00:00Z");
    expect(await upcoming()).toMatchObject([{ id: "m-06" }, { date: "2027-03-11" }]);
  });

  test("leaves an announced one as it is, says so, and applies from the next", async () => {
    await open("demo");
    await liaison.advanceTo("2027-03-09T14:10:00Z");
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("checkin");
    await librarian.press("Change");
    await librarian.change({ every: "2", weekday: "tue", start: "10:00" });
    expect(librarian.form().inputs.slice(-2)).toMatchObject([
      { text: "Wed 10 March, 14:45 was announced already and stays as it is." },
      { text: "The next one: Tue 23 March, 10:00" },
    ]);
    await librarian.submit({ every: "2", weekday: "tue", start: "10:00" });
    await liaison.advanceTo("2027-03-10T22:00:00Z");

    expect(await liaison.stores.checkIns.find("m-06")).toMatchObject({
      date: "2027-03-10",
      start: "14:45",
    });
    expect(await liaison.stores.checkIns.upcoming("p-ab", "2027-03-11" as never, 5)).toMatchObject([
      { date: "2027-03-23", start: "10:00" },
    ]);
  });
});

describe("looking at the check-in", () => {
  test("shows the next one with its topics and everything that can be done", async () => {
    await open("demo");
    await liaison.as(TECHNICIAN).say("checkin");
    const card = liaison.as(TECHNICIAN).card();

    expect(card.title).toBe("Reunión de seguimiento del mié 10 de marzo, 14:45");
    expect(wordsOf(card)).toContain("t-03 · Web page faults: half an hour together?");
    expect(buttonsOf(card).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["topic.add", "check_in.move", "check_in.skip", "check_in.set_up"]),
    );
  });

  test("changed twice, still plans the next one on the day it had first", async () => {
    await open("demo");
    const librarian = liaison.as(LIBRARIAN);
    const change = async (answers: Readonly<Record<string, string>>) => {
      await librarian.say("checkin");
      await librarian.press("check_in.set_up");
      await librarian.submit(answers);
    };
    await liaison.advanceTo("2027-03-11T16:00:00Z");
    await change({ every: "1", weekday: "fri" });
    await change({ every: "2", weekday: "wed" });
    await liaison.advanceTo("2027-03-24T14:00:00Z");

    expect(
      liaison
        .messages({ kind: "check_in.announcement", to: CHANNEL })
        .map(({ card }) => card.title),
    ).toEqual([
      "Check-in Wed 10 March, 14:45",
      "Check-in Fri 12 March, 14:45",
      "Check-in Wed 24 March, 14:45",
    ]);
  });

  test("asks which school is meant of somebody who serves two, unless the channel tells", async () => {
    await open("demo");
    await liaison.stores.partnerships.update("p-tv", (current) => ({
      ...current,
      itIds: [...current.itIds, TECHNICIAN],
    }));
    const technician = liaison.as(TECHNICIAN);
    await technician.say("checkin");
    expect(buttonsOf(technician.card()).map(({ about }) => about)).toEqual([
      "Alder Bend Elementary",
      "Tamarack Valley High",
    ]);
    await technician.say("checkin", CHANNEL);

    expect(technician.card().title).toBe("Reunión de seguimiento del mié 10 de marzo, 14:45");
  });

  test("home has the next one with one button", async () => {
    await open("demo");
    const home = await liaison.as(LIBRARIAN).home();

    expect(home.body).toContainEqual({
      type: "item",
      title: "Check-in Wed 10 March, 14:45",
      detail: "Alder Bend Elementary · 2 topics",
      button: {
        label: "Add topic",
        action: "topic.add",
        value: "m-06",
        about: "Check-in Wed 10 March, 14:45",
        asks: true,
      },
    });
  });

  test("home offers to set one up where there is none", async () => {
    await open("empty");
    const librarian = liaison.as(LIBRARIAN);
    const home = await librarian.home();

    expect(buttonsOf(home).map(({ action, value }) => [action, value])).toEqual([
      ["check_in.set_up", "p-ab"],
      ["menu.more", ""],
    ]);
  });
});
