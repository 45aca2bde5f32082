import { describe, expect, test } from "@jest/globals";
import { aGoal, aPartnership, aPerson } from "../contracts/entities.ts";
import { storeListsContract } from "../contracts/store-lists.ts";
import { storePeopleContract } from "../contracts/store-people.ts";
import { storesContract } from "../contracts/stores.ts";
import { openStores } from "./open-stores.ts";

const { stores } = openStores();

describe("stores for one event keep what stores promise", () => {
  const forEvents = () => ({ ...stores(), of: (id: string) => stores().forOneEvent(id) });

  storesContract(forEvents);
  storeListsContract(forEvents);
  storePeopleContract(forEvents);
});

describe("for one event", () => {
  test("what was read once is not read again, however it was found", async () => {
    const others = stores().of("d-read");
    await others.people.add(aPerson());
    const { id } = await others.goals.create(aGoal());
    const mine = stores().forOneEvent("d-read");
    const page = { skip: 0, limit: 10 };
    await mine.goals.list({ partnershipIds: ["p-1"], page });
    await mine.people.find("u-1");

    await others.goals.update(id, (goal) => ({ ...goal, title: "Changed meanwhile" }));
    await others.people.update("u-1", (person) => ({ ...person, name: "Somebody else" }));

    expect((await mine.goals.find(id))?.title).toBe(aGoal().title);
    expect((await mine.people.findAll(["u-1"])).map(({ name }) => name)).toEqual([aPerson().name]);
    expect((await stores().forOneEvent("d-read").goals.find(id))?.title).toBe("Changed meanwhile");
  });

  test("a page and a count are asked for once, until something is changed here", async () => {
    const others = stores().of("d-page");
    await others.goals.create(aGoal());
    const mine = stores().forOneEvent("d-page");
    const titles = async () =>
      (await mine.goals.list({ partnershipIds: ["p-1"], page: { skip: 0, limit: 1 } })).rows.map(
        ({ title }) => title,
      );
    const first = await mine.goals.list({ partnershipIds: ["p-1"], page: { skip: 0, limit: 1 } });
    const [goal] = first.rows;
    await others.goals.update(goal?.id ?? "", (each) => ({ ...each, title: "Changed meanwhile" }));
    await others.goals.create(aGoal({ origin: "another" }));

    expect(await mine.goals.list({ partnershipIds: ["p-1"], page: { skip: 0, limit: 1 } })).toEqual(
      first,
    );
    await mine.goals.create(aGoal({ origin: "mine" }));
    expect(await titles()).toEqual(["Changed meanwhile"]);
  });

  test("one's own changes are seen, and start from what is stored", async () => {
    const others = stores().of("d-change");
    await others.partnerships.add(aPartnership());
    const mine = stores().forOneEvent("d-change");
    expect(await mine.partnerships.find("p-2")).toBeUndefined();
    await mine.partnerships.find("p-1");
    await others.partnerships.update("p-1", (each) => ({ ...each, itIds: ["u-9"] }));

    await mine.partnerships.update("p-1", (each) => ({ ...each, supervisorIds: ["u-8"] }));
    await mine.partnerships.add(aPartnership({ id: "p-2" }));

    expect(await mine.partnerships.find("p-1")).toMatchObject({
      itIds: ["u-9"],
      supervisorIds: ["u-8"],
    });
    expect(await mine.partnerships.find("p-2")).toMatchObject({ id: "p-2" });
  });

  test("somebody who is named anew is named anew in what was read before", async () => {
    await stores()
      .of("d-person")
      .partnerships.add(aPartnership({ libraryIds: ["u-old"] }));
    const mine = stores().forOneEvent("d-person");
    await mine.partnerships.find("p-1");

    await mine.replacePerson("u-old", "u-new");

    expect((await mine.partnerships.find("p-1"))?.libraryIds).toEqual(["u-new"]);
  });
});
