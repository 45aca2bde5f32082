import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createStores } from "../../db/stores.ts";
import { aPartnership, aPerson } from "../contracts/entities.ts";
import { storeListsContract } from "../contracts/store-lists.ts";
import { storePeopleContract } from "../contracts/store-people.ts";
import { storesContract } from "../contracts/stores.ts";
import { openStores } from "./open-stores.ts";
import type { DistrictStores } from "../../src/stores.ts";

const { stores, connection } = openStores({ alone: true });

describe("stores of a process that is alone keep what stores promise", () => {
  storesContract(stores);
  storeListsContract(stores);
  storePeopleContract(stores);
});

describe("where a process is alone with its database", () => {
  let used = 0;
  /** A district of the lasting stores, and the same one as somebody else would write to it. */
  function district(): { readonly mine: DistrictStores; readonly behind: DistrictStores } {
    const id = `d-lasting-${++used}`;
    return { mine: stores().of(id), behind: createStores(connection()).of(id) };
  }
  const named = (name: string) => (person: ReturnType<typeof aPerson>) => ({ ...person, name });

  test("what was read once is not read again, by id, by address or in a list", async () => {
    const { mine, behind } = district();
    await mine.people.add(aPerson());
    await mine.partnerships.add(aPartnership());
    const [address = ""] = aPerson().addresses;
    const read = async () => ({
      byId: (await mine.people.find("u-1"))?.name,
      byIds: (await mine.people.findAll(["u-1", "u-9"])).map(({ name }) => name),
      byAddress: (await mine.people.at(address as never))?.name,
      partnerships: (await mine.partnerships.ofPartner("u-1")).map(({ itIds }) => itIds),
    });
    const before = await read();
    await behind.people.update("u-1", named("Changed behind its back"));
    await behind.partnerships.update("p-1", (each) => ({ ...each, itIds: ["u-7"] }));

    expect(await read()).toEqual(before);
  });

  test("who is missing is not looked for again, until somebody is added", async () => {
    const { mine, behind } = district();
    expect(await mine.people.find("u-1")).toBeUndefined();
    await behind.people.add(aPerson());
    expect(await mine.people.find("u-1")).toBeUndefined();

    await mine.people.add(aPerson({ id: "u-2", addresses: [] }));

    expect((await mine.people.find("u-1"))?.id).toBe("u-1");
  });

  test("one's own writes are seen by every later read, also of other events", async () => {
    const { mine } = district();
    await mine.partnerships.add(aPartnership());
    await mine.people.add(aPerson());
    await mine.partnerships.ofPartner("u-1");
    await mine.people.find("u-1");

    await mine.people.update("u-1", named("Renamed"));
    await mine.partnerships.add(aPartnership({ id: "p-2" }));

    expect((await mine.people.find("u-1"))?.name).toBe("Renamed");
    expect((await mine.partnerships.ofPartner("u-1")).map(({ id }) => id)).toEqual(["p-1", "p-2"]);
  });

  test("a write in one district leaves what is known of another", async () => {
    const [one, other] = [district(), district()];
    await one.mine.people.add(aPerson());
    await one.mine.people.find("u-1");
    await one.behind.people.update("u-1", named("Changed behind its back"));

    await other.mine.people.add(aPerson());

    expect((await one.mine.people.find("u-1"))?.name).toBe(aPerson().name);
  });

  test("whoever changes rows in another way says so, and everything is read anew", async () => {
    const { mine, behind } = district();
    await mine.people.add(aPerson());
    await mine.people.find("u-1");
    await behind.people.update("u-1", named("Put back"));

    stores().forget();

    expect((await mine.people.find("u-1"))?.name).toBe("Put back");
  });

  test("a change starts from what is stored", async () => {
    const { mine, behind } = district();
    await mine.people.add(aPerson());
    await mine.people.find("u-1");
    await behind.people.update("u-1", (person) => ({ ...person, contractMonths: 10 }));

    await mine.people.update("u-1", named("Renamed"));

    expect(await behind.people.find("u-1")).toMatchObject({ name: "Renamed", contractMonths: 10 });
  });

  test("what is handed out is shared, so nobody can change it in place", async () => {
    const { mine } = district();
    await mine.people.add(aPerson());
    const person = await mine.people.find("u-1");

    expect(() => {
      (person as { name: string }).name = "Scribbled over";
    }).toThrow(TypeError);
    expect(() => (person?.addresses as unknown[]).push("another")).toThrow(TypeError);
  });

  test("however reads and writes cross each other, later reads find what is stored", async () => {
    const step = fc.record({
      person: fc.constantFrom("u-1", "u-2", "u-3"),
      act: fc.constantFrom("find", "list", "rename", "add"),
      ticks: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const { mine, behind } = district();
        for (const id of ["u-1", "u-2"]) await mine.people.add(aPerson({ id, addresses: [] }));
        const running: Promise<unknown>[] = [];
        for (const [n, { person, act, ticks }] of steps.entries()) {
          for (let tick = 0; tick < ticks; tick++)
            await new Promise((resolve) => setImmediate(resolve));
          if (act === "find") running.push(mine.people.find(person));
          else if (act === "list") running.push(mine.people.findAll(["u-1", "u-2", "u-3"]));
          else if (act === "rename")
            running.push(mine.people.update(person, named(`Name ${String(n)}`)));
          else
            running.push(
              mine.people.add(aPerson({ id: person, name: `New ${String(n)}`, addresses: [] })),
            );
        }
        await Promise.allSettled(running);

        for (const id of ["u-1", "u-2", "u-3"])
          expect(await mine.people.find(id)).toEqual(await behind.people.find(id));
      }),
      { numRuns: 60 },
    );
  });
});
