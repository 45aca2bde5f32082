import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { channelOf, openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { wordsOf } from "../../rig/platform.ts";
import { instantAt } from "../../../src/time/calendar.ts";

const CHANNEL = channelOf("s-ab");
const NOTHING = { title: "", body: [] };

let rig: Rig;
let librarian: Actor;
let technician: Actor;
beforeEach(async () => {
  rig = await openLiaison({ data: "empty" });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
  await librarian.say("goal Every class borrows weekly");
  await librarian.say("meet");
  const offered = rig.messages({ kind: "meeting.time", to: CHANNEL }).at(-1);
  await librarian.press("Pick", offered);
  await technician.press("Pick", offered);
});
afterEach(async () => {
  await rig.close();
});

const meeting = async () => await rig.stores.checkIns.find("m/p-ab/2026-27/goal_sheet/1");
const asked = () => rig.messages({ kind: "meeting.sheet" });

async function held(): Promise<void> {
  const { date } = (await meeting()) ?? {};
  await rig.advanceTo(`${date ?? ""}T23:30:00Z`);
  const question = rig.messages({ kind: "check_in.after", to: CHANNEL }).at(-1);
  await librarian.press("check_in.held", question);
}

test("the side without a goal hears so the day before Meeting 1, and the other side nothing of it", async () => {
  const { date } = (await meeting()) ?? {};
  await rig.advanceTo(`${date ?? ""}T12:00:00Z`);

  expect(asked().map(({ to }) => to)).toEqual([technician.address]);
  expect(wordsOf(asked()[0]?.card ?? NOTHING)).toMatch(/tu hoja de metas está vacía/u);
});

test("“Yes, held” says what is missing, and a late goal lets Meeting 2 be looked for", async () => {
  await held();
  expect(librarian.words()).toMatch(/Meeting 1 is not finished yet: the IT sheet is empty/u);

  await technician.say("goal Menos solicitudes repetidas");
  const { date } = (await meeting()) ?? {};
  await rig.advanceTo(new Date(new Date(`${date ?? ""}T23:30:00Z`).getTime() + 5 * 86_400_000));

  expect((await rig.stores.cycles.find("p-ab/2026-27"))?.state).toBe("goal_sheet_held");
  expect((await rig.stores.searches.find("p-ab/2026-27/action_plan"))?.status).toBe("open");
});

test("with a goal of each side nobody is asked, and held is held", async () => {
  await technician.say("goal Menos solicitudes repetidas");
  await held();

  expect(asked()).toEqual([]);
  expect((await rig.stores.cycles.find("p-ab/2026-27"))?.state).toBe("goal_sheet_held");
});

test("the weekly message calls Meeting 1 by its name", async () => {
  await technician.say("goal Menos solicitudes repetidas");
  const { date } = (await meeting()) ?? {};
  await rig.advanceTo(`${date ?? ""}T23:00:00Z`);

  const weekly = rig.messages({ to: librarian.address }).map(({ card }) => wordsOf(card));
  const naming = weekly.filter((words) => words.includes("Meeting 1 (Goal Sheet): "));
  expect(naming.length).toBeGreaterThan(0);
  expect(weekly.join("\n")).not.toMatch(/Check-in (?:Mon|Tue|Wed|Thu|Fri|today|tomorrow)/u);
});

test("as Meeting 1 begins the team has goal sheet, meeting points and offers one press away", async () => {
  const planned = await meeting();
  if (!planned) throw new Error("Meeting 1 has a day");
  const at = instantAt(planned.date, planned.start, "America/Chicago");
  await rig.advanceTo(new Date(at.getTime() - 60_000));
  expect(rig.messages({ kind: "meeting.begin" })).toEqual([]);

  await rig.advanceTo(new Date(at.getTime() + 60_000));

  const begins = rig.messages({ kind: "meeting.begin" });
  expect(begins.map(({ to }) => to)).toEqual([CHANNEL]);
  expect(wordsOf(begins[0]?.card ?? NOTHING)).not.toContain("Every class borrows weekly");
  await technician.press("sheet.show", begins[0]);
  expect(technician.words()).toContain("Every class borrows weekly");
});
