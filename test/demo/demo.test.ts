import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Connection } from "mongoose";
import { connect } from "../../db/connection.ts";
import { loadDemo } from "../../demo/index.ts";
import { createStores, type StoredStores } from "../../db/stores.ts";
import { tenantOf, type Address } from "../../src/team/person.ts";
import { aGoal } from "../contracts/entities.ts";
import { testDatabase } from "../setup/database.ts";
import type { DistrictStores } from "../../src/stores.ts";

const file = new URL("../../playground/demo-data.json", import.meta.url);
const data: unknown = JSON.parse(readFileSync(file, "utf8"));
const ALL = { skip: 0, limit: 200 };

async function load(mode: "demo" | "empty") {
  const database = testDatabase();
  const connection: Connection = await connect(database.uri);
  const stores = createStores(connection);
  await stores.createIndexes();
  await loadDemo(stores, data, { mode });
  return {
    stores,
    close: async () => {
      await connection.close();
      await database.dispose();
    },
  };
}

describe("the demo data", () => {
  let opened: Awaited<ReturnType<typeof load>>;
  let stores: StoredStores;
  let tv: DistrictStores;
  let wc: DistrictStores;

  beforeAll(async () => {
    opened = await load("demo");
    ({ stores } = opened);
    [tv, wc] = [stores.of("d-tv"), stores.of("d-wc")];
  }, 30_000);
  afterAll(async () => {
    await opened.close();
  });

  test("two districts are there, and the workspace leads to its own", async () => {
    expect(await stores.districts()).toMatchObject([{ id: "d-tv" }, { id: "d-wc" }]);
    expect(await stores.districtOf("slack:T0TAMARACK" as Address)).toBe("d-tv");
  });

  test("people are reached in the workspace or tenant of their district, some in both", async () => {
    expect(await tv.people.find("u-ab-it")).toStrictEqual({
      id: "u-ab-it",
      schoolId: "s-ab",
      name: "Site technician, Alder Bend",
      role: "it_technician",
      locale: "es",
      timezone: "America/Chicago",
      addresses: ["slack:T0TAMARACK/U0ABIT000"],
      unreachable: [],
      chosen: [],
      workingDays: ["mon", "tue", "wed", "thu", "fri"],
      contractMonths: 12,
      pausedUntil: null,
      active: true,
    });
    expect(await wc.people.find("u-wc-lib")).toMatchObject({
      addresses: ["teams:7d1c3f2a-5b6e-4c7d-8e9f-0a1b2c3d4e5f/29:1bbLJl-XMs7rJRzk8RWo6CllI"],
      timezone: "Australia/Melbourne",
    });
    expect((await tv.people.find("u-tv-lib"))?.addresses.map(tenantOf)).toStrictEqual([
      "slack:T0TAMARACK",
      "teams:2f8a6c1e-9d3b-4e5a-b7c6-1d2e3f4a5b6c",
    ]);
  });

  test("a partnership has its channel and its series", async () => {
    expect(await tv.partnerships.find("p-tv")).toMatchObject({
      libraryIds: ["u-tv-lib"],
      itIds: ["u-tv-its", "u-tv-it"],
      channels: [
        "slack:T0TAMARACK/C0TV00000",
        "teams:2f8a6c1e-9d3b-4e5a-b7c6-1d2e3f4a5b6c/19:04a6faf57b591b95dc5bee3b62df67f6@thread.tacv2",
      ],
      series: { everyWeeks: 2, weekday: "thu", start: "07:50", minutes: 25 },
    });
    expect((await wc.partnerships.find("p-wc"))?.channels).toStrictEqual([
      "teams:7d1c3f2a-5b6e-4c7d-8e9f-0a1b2c3d4e5f/19:04249b70a0b6bab7a685f01f2ee17f5b@thread.tacv2",
    ]);
  });

  test("a freeze that starts before its tests is a day entry of its own", async () => {
    const calendar = await tv.calendars.find("cal-tv-2026");

    expect(calendar?.sessions).toHaveLength(7);
    expect(calendar?.days).toContainEqual({
      kind: "change_freeze",
      title: "State assessments",
      start: "2027-04-05",
      end: "2027-05-07",
    });
    expect(await wc.calendars.find("cal-wc-2026")).toBeDefined();
  });

  test("every goal and item is there, and overdue ones are open with a date that has passed", async () => {
    const goals = await tv.goals.list({ partnershipIds: ["p-ab", "p-tv"], page: ALL });
    const items = await tv.items.list({ partnershipIds: ["p-ab", "p-tv"], page: ALL });

    expect([goals.total, items.total]).toStrictEqual([28, 56]);
    expect(await tv.goals.find("g-04")).toMatchObject({ status: "on_track", due: "2027-02-26" });
    expect(await tv.items.find("a-07")).toMatchObject({
      status: "open",
      due: "2027-02-05",
      overdueNudges: 2,
    });
    expect(await tv.goals.find("g-01")).toMatchObject({
      status: "done",
      doneOn: "2026-08-26",
      measure: { baseline: "71", target: "98", current: "99" },
      servesSchoolGoal: "Every child reads to learn by grade 4",
    });
    expect((await wc.goals.find("g-38"))?.stoppedReason).toMatch(/^Vendor date slipped/u);
  });

  test("an item blocked until 9 March stays quiet on that day too", async () => {
    expect(await tv.items.find("a-18")).toMatchObject({
      status: "blocked",
      blockedReason: "Parts on back order until 9 March",
      quietUntil: "2027-03-10",
    });
  });

  test("a cancelled meeting was skipped, for the reason that was noted", async () => {
    expect(await tv.checkIns.find("m-11")).toMatchObject({
      status: "skipped",
      reason: expect.stringMatching(/^Snow closure/u),
    });
    expect(await tv.checkIns.find("m-06")).toMatchObject({ status: "planned", reason: null });
  });

  test("only check-in topics are taken, with what they are about", async () => {
    const queued = await tv.topics.queued("p-ab", ALL);

    expect(queued.rows.map(({ id }) => id)).toStrictEqual(["t-03", "t-04"]);
    expect(await tv.topics.find("t-01")).toMatchObject({ checkInId: "m-05", status: "discussed" });
    expect(await tv.topics.find("t-03")).toMatchObject({
      linkedItemIds: ["a-07", "a-08"],
      checkInId: null,
    });
    expect(await tv.topics.find("t-13")).toBeUndefined();
  });

  test("private and public thanks are told apart", async () => {
    expect(await tv.thanks.find("k-13")).toMatchObject({
      partnershipId: "p-tv",
      fromId: "u-tv-lib",
      toId: "u-tv-it",
      visibility: "private",
    });
  });

  test("the answers about one goal are one reflection", async () => {
    const [done] = await tv.reflections.ofGoal("g-01");
    const [open] = await tv.reflections.ofGoal("g-13");
    const [both] = await tv.reflections.ofGoal("g-23");
    const [lapsed] = await tv.reflections.ofGoal("g-11");

    expect(done).toMatchObject({
      status: "joint_done",
      surveys: [
        {
          personId: "u-ab-lib",
          answers: { met: "met", relied: "5", need: "A heads-up when codes change" },
        },
        { personId: "u-ab-it" },
      ],
      joint: { decision: "revise", confirmedByIds: ["u-ab-lib", "u-ab-it"] },
    });
    expect(done?.joint?.agreed).toContain("Library: earlier trial");
    expect(open).toMatchObject({ status: "survey_open", surveys: [], closesOn: "2027-03-11" });
    expect(both).toMatchObject({ status: "answers_open", joint: null });
    expect(both?.surveys).toHaveLength(2);
    expect(lapsed).toMatchObject({ status: "lapsed", surveys: [] });
    expect(await tv.reflections.ofGoal("g-03")).toStrictEqual([]);
  });

  test("the next goal is numbered after the highest in the file, and loading again changes nothing", async () => {
    await tv.items.update("a-10", (item) => ({ ...item, status: "done" }));

    await loadDemo(stores, data, { mode: "demo" });

    expect((await tv.items.find("a-10"))?.status).toBe("done");
    expect((await tv.goals.create(aGoal())).id).toBe("g-41");
    expect((await wc.goals.create(aGoal())).id).toBe("g-41");
  });
});

test("empty holds people and places, and partnerships that still have to set up their check-in", async () => {
  const { stores, close } = await load("empty");
  const tv = stores.of("d-tv");

  expect(await tv.people.find("u-ab-lib")).toBeDefined();
  expect(await tv.calendars.find("cal-tv-2026")).toBeDefined();
  expect(await tv.partnerships.find("p-ab")).toMatchObject({
    series: null,
    channels: ["slack:T0TAMARACK/C0AB00000"],
  });
  expect((await tv.goals.create(aGoal())).id).toBe("g-01");
  expect(await tv.checkIns.recent("p-ab", 5)).toStrictEqual([]);
  await close();
});

test("data of another shape is refused with the place where it is wrong", async () => {
  const { stores, close } = await load("empty");

  await expect(loadDemo(stores, { districts: [] }, { mode: "demo" })).rejects.toThrow("goals");
  await close();
});
