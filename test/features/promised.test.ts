/** What I say will happen is what happens: a sentence about a day is compared with the day it came. */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "date-fns";
import { textsFor } from "../../src/texts/index.ts";
import { addWorkingDays, localDate } from "../../src/time/calendar.ts";
import { schoolDays } from "../../src/here/school-days.ts";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const ZONE = "America/Chicago";
const GOAL = "g-12";

let liaison: Rig;
let librarian: Actor;
let technician: Actor;
beforeEach(async () => {
  liaison = await openLiaison();
  librarian = liaison.as(LIBRARIAN);
  technician = liaison.as(TECHNICIAN);
});
afterEach(async () => {
  await liaison.close();
});

const toldOn = async (key: string) => (await liaison.stores.notices.find(key))?.toldOn ?? null;
const dayOf = (date: string | null) => {
  const day = date as Parameters<ReturnType<typeof textsFor>["dates"]["day"]>[0] | null;
  return day && textsFor("en", ZONE).dates.day(day, day);
};

async function confirmed(): Promise<string> {
  await technician.say(`goal done ${GOAL}`);
  await librarian.say(`goal done ${GOAL}`);
  await librarian.press("Yes, done");
  const [reflection] = await liaison.stores.reflections.ofGoal(GOAL);
  return reflection?.id ?? "";
}

/** Over tests and busy weeks, breaks and weekends of the demo's spring. */
test.each([
  "2027-03-04",
  "2027-03-05",
  "2027-03-06",
  "2027-03-08",
  "2027-03-11",
  "2027-03-12",
  "2027-03-19",
  "2027-03-25",
  "2027-04-01",
  "2027-04-09",
  "2027-04-16",
  "2027-05-07",
])("a goal confirmed on %s: the survey comes on the day that is said", async (day) => {
  await liaison.advanceTo(`${day}T16:00:00Z`);
  const id = await confirmed();
  const said = /A short survey comes on (?<day>[^,.]+)/u.exec(librarian.words())?.groups?.["day"];

  await liaison.advanceTo(addDays(liaison.clock.now(), 35));

  expect(dayOf(await toldOn(`survey.invitation/${id}/${LIBRARIAN}`))).toBe(said);
});

test("a survey that tests and busy weeks hold back has its whole window from the day it comes", async () => {
  await liaison.advanceTo("2027-05-07T16:00:00Z");
  const id = await confirmed();
  await liaison.advanceTo("2027-06-01T16:00:00Z");

  const reflection = await liaison.stores.reflections.find(id);
  const told = await toldOn(`survey.invitation/${id}/${LIBRARIAN}`);
  const { week } = await schoolDays(liaison.stores, "s-ab");
  expect(reflection?.status).toBe("survey_open");
  expect(told && reflection && addWorkingDays(told, 10, week) <= reflection.closesOn).toBe(true);
  expect(await liaison.stores.notices.find(`survey.reminder/${id}/${LIBRARIAN}`)).toBeUndefined();
});

test("who was asked later than others is reminded later, and each once", async () => {
  await liaison.advanceTo("2027-03-04T16:00:00Z");
  await technician.say("away March 5 to March 12");
  const id = await confirmed();
  await liaison.advanceTo("2027-04-20T16:00:00Z");

  const { week } = await schoolDays(liaison.stores, "s-ab");
  for (const person of [LIBRARIAN, TECHNICIAN]) {
    const asked = await toldOn(`survey.invitation/${id}/${person}`);
    const reminder = await liaison.stores.notices.find(`survey.reminder/${id}/${person}`);
    const arisen = reminder && localDate(reminder.arisenAt, ZONE);
    expect(asked && arisen && addWorkingDays(asked, 4, week) <= arisen).toBe(true);
  }
});

describe("whoever asks is told when the others hear of it", () => {
  const WHEN = /They hear of it on (?<when>.+?)\.$/mu;

  test.each(["2027-03-04", "2027-03-06", "2027-03-07", "2027-03-25"])(
    "a goal that is said to be done on %s",
    async (day) => {
      await liaison.advanceTo(`${day}T16:00:00Z`);
      await librarian.say("goal done g-05");
      const said = WHEN.exec(librarian.words())?.groups?.["when"];
      const notice = await claimed();
      if (said === undefined) expect(notice?.toldOn).toBe(day);
      else {
        expect(notice?.state).toBe("held");
        await liaison.advanceTo(addDays(liaison.clock.now(), 21));
        const after = await claimed();
        expect(said).toContain(dayOf(after?.toldOn ?? null));
      }
    },
  );

  const claimed = async () => {
    const rows = (await liaison.rowsNaming("goal.confirm/g-05/")).join("\n");
    const key = /goal\.confirm\/g-05\/[^/"]+\/u-ab-it/u.exec(rows)?.[0] ?? "";
    return await liaison.stores.notices.find(key);
  };
});
