/** What every implementation of `Stores` promises. */

import { expect, test } from "@jest/globals";
import { newAttention } from "../../src/nudge/attention.ts";
import {
  NOW,
  aCheckIn,
  aGoal,
  anItem,
  aPartnership,
  aPerson,
  aReflection,
  aStranger,
  aTopic,
  at,
  day,
  idsOf,
} from "./entities.ts";
import type { DistrictStores, Stores } from "../../src/stores.ts";

const ALL = { skip: 0, limit: 100 };
const PAGE = { partnershipIds: ["p-1"], page: ALL };

export function storesContract(open: () => Stores): void {
  let used = 0;
  /** A district that no other test has. */
  const district = (): DistrictStores => open().of(`d-${++used}`);

  test("what is stored comes back as it was: nulls, dates, left-out and empty things", async () => {
    const { goals, checkIns, partnerships } = district();
    const created = await goals.create(
      aGoal({
        measure: { unit: "faults", baseline: "23", target: "0", current: "" },
        claim: { byId: "u-1", at: NOW },
        lastEdit: { byId: "u-2", at: NOW },
      }),
    );
    const checkIn = aCheckIn({ needs: { it: "A spare outlet" } });
    const series = { everyWeeks: 2, weekday: "wed", start: checkIn.start, minutes: 25 } as const;
    await checkIns.add(checkIn);
    await partnerships.add(aPartnership({ series }));

    expect(await goals.find(created.id)).toStrictEqual(created);
    expect(await checkIns.find("m-1")).toStrictEqual(checkIn);
    expect(await partnerships.find("p-1")).toStrictEqual(aPartnership({ series }));
    expect(await goals.find("g-99")).toBeUndefined();
  });

  test("a goal without an edit has no such key", async () => {
    const { goals } = district();
    const { id } = await goals.create(aGoal());

    expect(await goals.find(id)).toStrictEqual({ ...aGoal(), id });
  });

  test("one district never sees another's rows", async () => {
    const [mine, theirs] = [district(), district()];
    const { id } = await mine.goals.create(aGoal());
    await theirs.goals.create(aGoal({ title: "Theirs" }));
    await mine.people.add(aPerson());

    expect((await mine.goals.find(id))?.title).not.toBe("Theirs");
    expect((await theirs.goals.list(PAGE)).rows).toHaveLength(1);
    expect(await theirs.people.at(at("slack:T1/U1"))).toBeUndefined();
    expect(await theirs.people.find("u-1")).toBeUndefined();
  });

  test("numbers are short, count up per district, and are given out once", async () => {
    const { goals, items, topics } = district();

    const created = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => await goals.create(aGoal({ origin: `e-${n}` }))),
    );

    expect(new Set(idsOf(created)).size).toBe(12);
    expect(idsOf(created)).toContain("g-01");
    expect((await items.create(anItem())).id).toBe("a-01");
    expect((await topics.create(aTopic())).id).toBe("t-01");
  });

  test("one delivery makes one entity, also when it comes many times at once", async () => {
    const { goals } = district();

    const created = await Promise.all(
      Array.from({ length: 8 }, async () => await goals.create(aGoal())),
    );

    expect(new Set(idsOf(created)).size).toBe(1);
    expect((await goals.list(PAGE)).total).toBe(1);
  });

  test("adding an id that exists changes nothing and returns what is stored", async () => {
    const { checkIns } = district();
    await checkIns.add(aCheckIn());

    const stored = await checkIns.add(aCheckIn({ note: "Another" }));

    expect(stored.note).toBe("");
  });

  test("no change is lost when many write at once", async () => {
    const { items } = district();
    const { id } = await items.create(anItem());

    await Promise.all(
      Array.from({ length: 12 }, async () => {
        await items.update(id, (item) => ({ ...item, overdueNudges: item.overdueNudges + 1 }));
      }),
    );

    expect((await items.find(id))?.overdueNudges).toBe(12);
  });

  test("a change that returns the same object writes nothing, and one on nothing finds nothing", async () => {
    const { items } = district();
    const item = await items.create(anItem());

    expect(await items.update(item.id, (current) => current)).toStrictEqual(item);
    expect(await items.update("a-77", (current) => current)).toBeUndefined();
  });

  test("findAll leaves unknown ids out", async () => {
    const { people } = district();
    await people.add(aPerson());

    expect(idsOf(await people.findAll(["u-1", "u-2"]))).toStrictEqual(["u-1"]);
    expect(await people.findAll([])).toStrictEqual([]);
  });

  test("check-ins come as they are asked for: planned ones ahead, or the latest", async () => {
    const { checkIns } = district();
    await checkIns.add(aCheckIn({ id: "m-1", date: day("2027-02-24"), status: "held" }));
    await checkIns.add(aCheckIn({ id: "m-2", date: day("2027-03-24") }));
    await checkIns.add(aCheckIn({ id: "m-3", date: day("2027-03-10") }));
    await checkIns.add(aCheckIn({ id: "m-4", date: day("2027-03-11"), status: "skipped" }));
    await checkIns.add(aCheckIn({ id: "m-5", partnershipId: "p-2" }));

    const upcoming = await checkIns.upcoming("p-1", day("2027-03-10"), 5);
    expect(idsOf(upcoming)).toStrictEqual(["m-3", "m-2"]);
    expect(idsOf(await checkIns.recent("p-1", 3))).toStrictEqual(["m-2", "m-4", "m-3"]);
  });

  test("the topics of one check-in come oldest first, and no other's", async () => {
    const { topics } = district();
    const discussed = { status: "discussed", checkInId: "m-1" } as const;
    await topics.create(aTopic({ ...discussed, origin: "1", proposedOn: day("2027-03-02") }));
    await topics.create(aTopic({ ...discussed, origin: "2", proposedOn: day("2027-02-22") }));
    await topics.create(aTopic({ ...discussed, origin: "3", checkInId: "m-2" }));
    await topics.create(aTopic({ origin: "4", checkInId: "m-1" }));

    const found = await topics.discussedAt({ id: "m-1", partnershipId: "p-1" });
    expect(found.map(({ origin }) => origin)).toEqual(["2", "1"]);
  });

  test("queued topics come oldest first", async () => {
    const { topics } = district();
    await topics.create(aTopic({ origin: "1" }));
    await topics.create(aTopic({ origin: "2", proposedOn: day("2027-02-22") }));
    await topics.create(aTopic({ origin: "3", status: "discussed" }));

    const { rows, total } = await topics.queued("p-1", ALL);

    expect(idsOf(rows)).toStrictEqual(["t-02", "t-01"]);
    expect(total).toBe(2);
  });

  test("reflections that wait come oldest first, those of a goal latest first", async () => {
    const { reflections } = district();
    const later = new Date(NOW.getTime() + 1);
    await reflections.add(aReflection({ id: "rf-2", startedAt: later, status: "answers_open" }));
    await reflections.add(aReflection({ id: "rf-1" }));
    await reflections.add(aReflection({ id: "rf-3", status: "lapsed", goalId: "g-02" }));

    expect(idsOf(await reflections.waiting(["p-1"]))).toStrictEqual(["rf-1", "rf-2"]);
    expect(await reflections.waiting([])).toStrictEqual([]);
    expect(idsOf(await reflections.ofGoal("g-01"))).toStrictEqual(["rf-2", "rf-1"]);
  });

  test("digests come latest first", async () => {
    const { digests } = district();
    for (const date of ["2027-03-01", "2027-03-08", "2027-02-22"])
      await digests.add({
        id: `digest/u-1/${date}`,
        personId: "u-1",
        date: day(date),
        entries: [],
        more: 0,
        pressedAt: null,
      });

    const recent = await digests.recent("u-1", 2);
    const since = await digests.since(day("2027-03-01"));

    expect(since.map(({ date }) => date)).toStrictEqual(["2027-03-01", "2027-03-08"]);
    expect(recent.map(({ date }) => date)).toStrictEqual(["2027-03-08", "2027-03-01"]);
  });

  test("who muted since a day is found, and nobody else", async () => {
    const { attentions } = district();
    for (const [id, mutedOn] of [
      ["u-1", "2027-03-01"],
      ["u-2", "2027-02-28"],
    ] as const)
      await attentions.add({ ...newAttention(id), mutedOn: day(mutedOn) });
    await attentions.add(newAttention("u-3"));

    expect(idsOf(await attentions.mutedSince(day("2027-03-01")))).toStrictEqual(["u-1"]);
  });

  test("a person is found where they are reached, and enrolled there once", async () => {
    const { people } = district();
    await people.add(aPerson());
    await people.add(aPerson({ id: "u-2", addresses: [] }));
    await people.add(aPerson({ id: "u-3", addresses: [] }));
    const stranger = aStranger(at("slack:T1/U9"));

    const enrolled = await Promise.all(
      Array.from({ length: 6 }, async () => await people.enrol(stranger)),
    );

    expect(new Set(idsOf(enrolled)).size).toBe(1);
    expect((await people.at(at("slack:T1/U9")))?.id).toBe(enrolled[0]?.id);
    expect((await people.enrol({ ...stranger, addresses: [at("slack:T1/U1")] })).id).toBe("u-1");
  });

  test("somebody new at an address that its first owner gave up is another person", async () => {
    const { people } = district();
    const stranger = aStranger(at("slack:T1/U1"));
    const first = await people.enrol(stranger);
    await people.update(first.id, (person) => ({ ...person, addresses: [at("slack:T1/U7")] }));

    const second = await people.enrol(stranger);

    expect(second.id).not.toBe(first.id);
  });

  test("everyone active who is a partner somewhere is listed for the sweep", async () => {
    const { people, partnerships } = district();
    await partnerships.add(aPartnership({ itIds: ["u-2", "u-3"], supervisorIds: ["u-4"] }));
    for (const n of [1, 2, 3, 4])
      await people.add(aPerson({ id: `u-${n}`, addresses: [], active: n !== 3 }));

    expect([...idsOf(await people.all())].sort()).toStrictEqual(["u-1", "u-2"]);
  });

  test("partnerships are found by partner on either side and by channel", async () => {
    const { partnerships } = district();
    await partnerships.add(aPartnership({ channels: [at("slack:T1/C1")], supervisorIds: ["u-9"] }));
    await partnerships.add(aPartnership({ id: "p-2", libraryIds: ["u-2"], itIds: ["u-3"] }));

    expect(idsOf(await partnerships.ofPartner("u-2"))).toStrictEqual(["p-1", "p-2"]);
    expect(await partnerships.ofPartner("u-9")).toStrictEqual([]);
    expect((await partnerships.atChannel(at("slack:T1/C1")))?.id).toBe("p-1");
    expect(await partnerships.atChannel(at("slack:T1/C2"))).toBeUndefined();

    await partnerships.update("p-2", (current) => ({ ...current, itIds: ["u-4"] }));
    expect(await partnerships.ofPartner("u-3")).toStrictEqual([]);
    expect(idsOf(await partnerships.ofPartner("u-4"))).toStrictEqual(["p-2"]);
    expect(await partnerships.all()).toHaveLength(2);
  });

  test("a workspace leads to its district", async () => {
    const stores = open();
    const district = { id: "d-x", name: "X", timezone: "UTC", locales: ["en"] } as const;
    await stores.of("d-x").saveDistrict(district);
    await stores.of("d-x").saveDistrict({ ...district, name: "Y" });
    await stores.link(at("slack:T1"), "d-x");
    await stores.link(at("slack:T1"), "d-x");

    expect(await stores.districtOf(at("slack:T1"))).toBe("d-x");
    expect(await stores.districtOf(at("slack:T2"))).toBeUndefined();
    expect(await stores.of("d-x").district()).toStrictEqual({ ...district, name: "Y" });
    expect(await stores.of("d-y").district()).toBeUndefined();
    expect(idsOf(await stores.districts())).toStrictEqual(["d-x"]);
  });
}
