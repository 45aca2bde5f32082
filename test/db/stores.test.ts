import { expect, test } from "@jest/globals";
import { connect, driverOf } from "../../db/connection.ts";
import { createStores } from "../../db/stores.ts";
import type { Address } from "../../src/team/person.ts";
import { aGoal, aPartnership } from "../contracts/entities.ts";
import { storeListsContract } from "../contracts/store-lists.ts";
import { storePeopleContract } from "../contracts/store-people.ts";
import { storesContract } from "../contracts/stores.ts";
import { testDatabase } from "../setup/database.ts";
import { openStores } from "./open-stores.ts";

const { connection, stores } = openStores();

storesContract(stores);
storeListsContract(stores);
storePeopleContract(stores);

test("partnerships from when they had one channel or none keep it, and it stays theirs alone", async () => {
  const older = testDatabase();
  const at = await connect(older.uri);
  const rest = Object.fromEntries(
    Object.entries(aPartnership()).filter(([name]) => name !== "channels" && name !== "closed"),
  );
  const row = (id: string, channel: string | null) => ({
    ...rest,
    _id: `d-1/${id}`,
    district: "d-1",
    id,
    channel,
    partnerIds: ["u-1", "u-2"],
    version: 3,
  });
  const rows = driverOf(at).collection<{ _id: string }>("partnerships");
  await rows.insertMany([
    row("p-1", "slack:T1/C1"),
    row("p-2", null),
    row("p-3", null),
    row("p-4", "slack:T1/C1"),
  ]);
  const upgraded = createStores(at);
  await upgraded.createIndexes();
  await upgraded.createIndexes();
  const { partnerships } = upgraded.of("d-1");

  expect((await partnerships.all()).map(({ id, channels }) => ({ id, channels }))).toStrictEqual([
    { id: "p-1", channels: ["slack:T1/C1"] },
    { id: "p-2", channels: [] },
    { id: "p-3", channels: [] },
    { id: "p-4", channels: [] },
  ]);
  expect(await partnerships.atChannel("slack:T1/C1" as Address)).toMatchObject({ id: "p-1" });
  await at.close();
  await older.dispose();
});

test("creating the indexes again does nothing", async () => {
  await expect(stores().createIndexes()).resolves.toBeUndefined();
});

test("a row of another shape is a fault that names the row and the field", async () => {
  const { goals } = stores().of("d-old");
  const { id } = await goals.create(aGoal());
  await driverOf(connection())
    .collection<{ _id: string }>("goals")
    .updateOne({ _id: `d-old/${id}` }, { $set: { due: "next Friday" } });

  await expect(goals.find(id)).rejects.toThrow("The row d-old/g-01 of goals cannot be read: due");
});

test("something of another shape is not stored", async () => {
  const { goals } = stores().of("d-new");

  await expect(goals.create(aGoal({ due: "Friday" as never }))).rejects.toThrow("is no date");
});

test("a change that others keep overtaking is given up with a fault", async () => {
  const { goals } = stores().of("d-crowd");
  const { id } = await goals.create(aGoal());
  const rows = driverOf(connection()).collection<{ _id: string }>("goals");
  let overtaken: Promise<unknown> = Promise.resolve();

  const update = goals.update(id, (goal) => {
    overtaken = rows.updateOne({ _id: `d-crowd/${id}` }, { $inc: { version: 1 } });
    return { ...goal, title: "Mine" };
  });

  await expect(update).rejects.toThrow("this change was not written");
  await overtaken;
});

test("data that comes with its own numbers moves the counter on, never back", async () => {
  const { goals } = stores().of("d-import");
  await goals.add({ ...aGoal({ origin: "import" }), id: "g-40" });
  await stores().counters.atLeast("d-import", "g", 40);
  await stores().counters.atLeast("d-import", "g", 3);

  expect((await goals.create(aGoal())).id).toBe("g-41");
});
