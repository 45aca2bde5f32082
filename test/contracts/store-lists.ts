/** What every implementation of `Stores` promises of the lists of goals and items. */

import { expect, test } from "@jest/globals";
import { aGoal, anItem, day, idsOf } from "./entities.ts";
import type { DistrictStores, Stores } from "../../src/stores.ts";

const ALL = { skip: 0, limit: 100 };
const PAGE = { partnershipIds: ["p-1"], page: ALL };

export function storeListsContract(open: () => Stores): void {
  let used = 0;
  /** A district that no other test has. */
  const district = (): DistrictStores => open().of(`d-list-${++used}`);

  test("goals come by due date, those without one last, then by number", async () => {
    const { goals } = district();
    const due = [null, day("2027-05-14"), day("2027-03-05"), null, day("2027-03-05")];
    for (const [n, date] of due.entries())
      await goals.create(aGoal({ origin: `e-${n}`, due: date }));

    const { rows, total } = await goals.list({ ...PAGE, page: { skip: 1, limit: 3 } });

    expect(idsOf(rows)).toStrictEqual(["g-05", "g-02", "g-01"]);
    expect(total).toBe(5);
  });

  test("the total is that of the whole list, on a full page, the last one and one beyond it", async () => {
    const { goals } = district();
    for (let n = 1; n <= 5; n++) await goals.create(aGoal({ origin: `e-${n}` }));
    const totals = await Promise.all(
      [0, 2, 4, 6].map(async (skip) => {
        const { rows, total } = await goals.list({ ...PAGE, page: { skip, limit: 2 } });
        return [rows.length, total];
      }),
    );

    expect(totals).toStrictEqual([
      [2, 5],
      [2, 5],
      [1, 5],
      [0, 5],
    ]);
  });

  test("g-100 comes after g-99", async () => {
    const { goals } = district();
    for (let n = 1; n <= 101; n++) await goals.create(aGoal({ origin: `e-${n}` }));

    const { rows } = await goals.list({ ...PAGE, page: { skip: 98, limit: 3 } });

    expect(idsOf(rows)).toStrictEqual(["g-99", "g-100", "g-101"]);
  });

  test("goals are found by partnership, owner, status and when they were done", async () => {
    const { goals } = district();
    await goals.create(aGoal({ origin: "1" }));
    await goals.create(aGoal({ origin: "2", ownerId: "u-2", due: day("2027-04-01") }));
    await goals.create(aGoal({ origin: "3", status: "done", doneOn: day("2027-02-01") }));
    await goals.create(aGoal({ origin: "4", deleted: true }));
    await goals.create(aGoal({ origin: "5", partnershipId: "p-2", due: day("2027-03-01") }));
    const both = ["p-1", "p-2"];
    const listed = async (query: object): Promise<readonly string[]> =>
      idsOf((await goals.list({ ...PAGE, ...query })).rows);

    expect(await listed({})).toStrictEqual(["g-02", "g-01", "g-03"]);
    expect(await listed({ ownerId: "u-2" })).toStrictEqual(["g-02"]);
    expect(await listed({ statuses: ["not_started", "at_risk"] })).toStrictEqual(["g-02", "g-01"]);
    expect(await listed({ statuses: ["done"] })).toStrictEqual(["g-03"]);
    expect(await listed({ doneFrom: day("2027-02-02") })).toStrictEqual([]);
    expect(await listed({ doneFrom: day("2027-02-01") })).toStrictEqual(["g-03"]);
    expect(await listed({ partnershipIds: both })).toStrictEqual(["g-05", "g-02", "g-01", "g-03"]);
    expect(await listed({ partnershipIds: [] })).toStrictEqual([]);
    expect(await listed({ statuses: [] })).toStrictEqual([]);
    const page = { partnershipIds: both, page: { skip: 1, limit: 2 } };
    expect(await goals.list(page)).toMatchObject({
      total: 4,
      rows: [{ id: "g-02" }, { id: "g-01" }],
    });
  });

  test("a list follows every change of what it is sorted and filtered by", async () => {
    const { goals } = district();
    const { id } = await goals.create(aGoal({ due: day("2027-05-14") }));
    await goals.create(aGoal({ origin: "2", due: day("2027-04-01") }));

    await goals.update(id, (goal) => ({ ...goal, due: day("2027-03-01") }));
    expect(idsOf((await goals.list(PAGE)).rows)).toStrictEqual(["g-01", "g-02"]);

    await goals.update(id, (goal) => ({ ...goal, deleted: true }));
    expect(idsOf((await goals.list(PAGE)).rows)).toStrictEqual(["g-02"]);
  });

  test("items are found by owner, goal, direction, status and due date", async () => {
    const { items } = district();
    await items.create(anItem({ origin: "1", due: day("2027-03-05") }));
    await items.create(anItem({ origin: "2", ownerId: "u-2", direction: "it_supports_library" }));
    await items.create(anItem({ origin: "3", ownerId: null, due: day("2027-03-01") }));
    await items.create(
      anItem({ origin: "4", goalId: "g-02", status: "done", doneOn: day("2027-03-01") }),
    );
    const listed = async (query: object): Promise<readonly string[]> =>
      idsOf((await items.list({ ...PAGE, ...query })).rows);

    expect(await listed({})).toStrictEqual(["a-03", "a-01", "a-02", "a-04"]);
    expect(await listed({ ownerIds: ["u-1", "u-2"] })).toStrictEqual(["a-01", "a-02", "a-04"]);
    expect(await listed({ goalIds: ["g-01"] })).toStrictEqual(["a-03", "a-01", "a-02"]);
    expect(await listed({ goalIds: ["g-01", "g-02"], ownerIds: ["u-1"] })).toStrictEqual([
      "a-01",
      "a-04",
    ]);
    expect(await listed({ goalIds: ["g-01"], partnershipIds: ["p-2"] })).toStrictEqual([]);
    expect(await listed({ directions: ["it_supports_library"] })).toStrictEqual(["a-02"]);
    expect(await listed({ statuses: ["open", "blocked", "snoozed"] })).toHaveLength(3);
    expect(await listed({ dueBefore: day("2027-03-05") })).toStrictEqual(["a-03"]);
    expect(await listed({ dueBefore: day("2027-03-06") })).toStrictEqual(["a-03", "a-01"]);
    expect(await listed({ unowned: true })).toStrictEqual(["a-03"]);
    expect(await listed({ doneFrom: day("2027-03-01") })).toStrictEqual(["a-04"]);
    expect(await listed({ goalIds: [] })).toStrictEqual([]);
  });
}
