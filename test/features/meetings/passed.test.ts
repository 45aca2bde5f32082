import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { addDays } from "date-fns";
import { channelOf, openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";
import { localDate } from "../../../src/time/calendar.ts";

const CHANNEL = channelOf("s-ab");
const ZONE = "America/Chicago";

let rig: Rig;
let librarian: Actor;
beforeEach(async () => {
  rig = await openLiaison({ data: "empty" });
  librarian = rig.as("u-ab-lib");
  await librarian.say("meet");
});
afterEach(async () => {
  await rig.close();
});

const search = async () => await rig.stores.searches.find("p-ab/2026-27/goal_sheet");
const days = async () => (await search())?.slots.map(({ date }) => date) ?? [];
const today = () => localDate(rig.clock.now(), ZONE);

test("times that nobody picked make room for others as they pass, and none is ever shown as past", async () => {
  const first = await days();
  for (let n = 0; n < 30; n++) {
    await rig.advanceTo(addDays(rig.clock.now(), 1));
    const offered = await days();
    expect(offered).toHaveLength(3);
    expect(offered.every((day) => day >= today())).toBe(true);
  }
  expect((await days()).every((day) => !first.includes(day))).toBe(true);
  await librarian.say("meet");
  const shown = buttonsOf(librarian.card()).flatMap(({ action, value }) =>
    action === "meeting.pick" ? [value.split("|")[2] ?? ""] : [],
  );
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.every((day) => day >= today())).toBe(true);
});

test("the team is reminded once, with the new times, and can pick one of them there", async () => {
  await rig.advanceTo(addDays(rig.clock.now(), 40));
  const again = rig.messages({ kind: "meeting.again", to: CHANNEL });
  expect(again).toHaveLength(1);
  expect(wordsOf(again[0]?.card ?? { title: "", body: [] })).toMatch(/for Meeting 1/u);

  await librarian.say("meet");
  const offered = rig.messages({ kind: "meeting.time", to: CHANNEL }).at(-1);
  await librarian.press("Pick", offered);
  await rig.as("u-ab-it").press("Pick", offered);

  expect((await search())?.status).toBe("agreed");
  expect(JSON.stringify(again[0]?.card)).not.toContain("meeting.pick");
});

test("a wish to move the meeting that passed unanswered is gone, and the meeting stays", async () => {
  const offered = rig.messages({ kind: "meeting.time", to: CHANNEL }).at(-1);
  await librarian.press("Pick", offered);
  await rig.as("u-ab-it").press("Pick", offered);
  const found = await search();
  expect(found?.status).toBe("agreed");
  await librarian.say("meet");
  await librarian.press("Move");
  await librarian.submit({ date: "March 4", start: "13:00", reason: "A visit" });
  expect(await days()).toEqual(["2027-03-04"]);

  await rig.advanceTo("2027-03-05T12:00:00Z");

  expect(await days()).toEqual([]);
  expect((await search())?.status).toBe("agreed");
});

test("a question that could not be put before its time passed is not put any more", async () => {
  await rig.as("u-ab-it").say("pause until March 31");
  const offered = rig.messages({ kind: "meeting.time", to: CHANNEL }).at(-1);
  const [slot] = (await search())?.slots ?? [];
  await rig.advanceTo("2027-03-02T23:30:00Z");
  await librarian.press("Pick", offered);
  await rig.advanceTo(addDays(new Date(`${slot?.date ?? ""}T23:00:00Z`), 40));

  const told = rig.messages({ kind: "meeting.asked" }).map(({ card }) => wordsOf(card));
  expect(new Set(told).size).toBe(told.length);
  const id = `meeting.time/p-ab/2026-27/goal_sheet/1/asked/${slot?.date ?? ""}/${slot?.start ?? ""}`;
  const notice = await rig.stores.notices.find(`${id}/u-ab-it`);
  expect(notice?.state).not.toBe("held");
});

test("where no time could be found, another look is taken each week, and when somebody asks", async () => {
  const bare = async () =>
    await rig.stores.searches.update("p-ab/2026-27/goal_sheet", (known) => ({
      ...known,
      slots: [],
    }));
  await bare();
  await librarian.say("meet");
  expect(await days()).toHaveLength(3);

  await bare();
  await rig.restart();
  await rig.advanceTo(addDays(rig.clock.now(), 8));
  expect(await days()).toHaveLength(3);
});

test("a team in Teams alone is reminded there, once, and settles one of the new times", async () => {
  await rig.close();
  rig = await openLiaison({ data: "empty", platforms: ["slack", "teams"] });
  const [lead, technician] = [rig.as("u-tv-lib@teams"), rig.as("u-tv-it@teams")];
  const there = channelOf("s-tv", "teams");
  await lead.say("meet");

  await rig.advanceTo(addDays(rig.clock.now(), 20));
  const again = rig.messages({ kind: "meeting.again", to: there });
  expect(again).toHaveLength(1);
  await lead.press("meeting.pick", again[0]);
  await technician.press("meeting.pick", again[0]);

  expect((await rig.stores.searches.find("p-tv/2026-27/goal_sheet"))?.status).toBe("agreed");
});
