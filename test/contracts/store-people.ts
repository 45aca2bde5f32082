/** What every implementation of `Stores` promises of people and partnerships on several platforms. */

import { expect, test } from "@jest/globals";
import {
  NOW,
  aCheckIn,
  aGoal,
  anItem,
  aPartnership,
  aPerson,
  aReflection,
  aTopic,
  at,
  day,
  idsOf,
} from "./entities.ts";
import { NO_ANSWERS } from "../../src/reflection/reflection.ts";
import type { DistrictStores, Stores } from "../../src/stores.ts";
import { TakenError } from "../../src/store.ts";

export function storePeopleContract(open: () => Stores): void {
  let used = 0;
  const district = (): DistrictStores => open().of(`d-people-${++used}`);

  test("a channel belongs to one partnership, whoever asks first", async () => {
    const { partnerships } = district();
    const [slack, teams] = [at("slack:T1/C1"), at("teams:t/19:c")];
    await partnerships.add(aPartnership({ channels: [slack, teams] }));
    await partnerships.add(aPartnership({ id: "p-2" }));
    await partnerships.add(aPartnership({ id: "p-3" }));

    expect((await partnerships.atChannel(teams))?.id).toBe("p-1");
    await expect(partnerships.add(aPartnership({ id: "p-4", channels: [slack] }))).rejects.toThrow(
      TakenError,
    );
    await expect(
      partnerships.update("p-2", (known) => ({ ...known, channels: [teams] })),
    ).rejects.toThrow(TakenError);
    expect((await partnerships.find("p-2"))?.channels).toStrictEqual([]);
    expect(await partnerships.find("p-4")).toBeUndefined();
  });

  test("of two who choose one channel at the same time, one gets it", async () => {
    const { partnerships } = district();
    const chosen = await Promise.allSettled(
      ["p-1", "p-2", "p-3"].map((id) =>
        partnerships.add(aPartnership({ id, channels: [at("slack:T1/C1")] })),
      ),
    );

    expect(chosen.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("people who are not in a workspace are found, those who left are not", async () => {
    const { people } = district();
    const teams = [at("teams:t/29:a")];
    await people.add(aPerson());
    await people.add(aPerson({ id: "u-2", name: "B", addresses: teams }));
    await people.add(aPerson({ id: "u-3", name: "A", addresses: [] }));
    await people.add(aPerson({ id: "u-4", addresses: [], active: false }));

    expect(idsOf(await people.outside(at("slack:T1")))).toStrictEqual(["u-3", "u-2"]);
  });

  test("a district knows its workspaces and tenants", async () => {
    const stores = open();
    await stores.link(at("teams:many"), "d-many");
    await stores.link(at("slack:TMANY"), "d-many");

    expect(await stores.of("d-many").tenants()).toStrictEqual(["slack:TMANY", "teams:many"]);
    expect(await stores.of("d-none").tenants()).toStrictEqual([]);
  });

  test("one person stands in for another wherever a row names them, and nowhere else", async () => {
    const mine = district();
    const theirs = district();
    const survey = { answers: NO_ANSWERS, sentAt: NOW };
    const joint = {
      agreed: "u-2",
      decision: "continue",
      nextStep: "",
      editedById: "u-2",
      confirmedByIds: ["u-1", "u-2"],
      confirmedAt: null,
      edition: 1,
    } as const;
    for (const stores of [mine, theirs]) {
      await stores.partnerships.add(aPartnership({ libraryIds: ["u-1", "u-2"], itIds: ["u-3"] }));
      await stores.goals.create(
        aGoal({ ownerId: "u-2", title: "u-2", claim: { byId: "u-2", at: NOW } }),
      );
      await stores.items.create(anItem({ ownerId: "u-2" }));
      await stores.topics.create(aTopic({ proposedById: "u-2" }));
      await stores.checkIns.add(aCheckIn({ answeredById: "u-2" }));
      await stores.thanks.add({
        id: "k-1",
        partnershipId: "p-1",
        fromId: "u-3",
        toId: "u-2",
        text: "u-2",
        visibility: "channel",
        on: day("2027-03-02"),
        origin: "e",
      });
      await stores.reflections.add(
        aReflection({ surveys: [{ personId: "u-2", ...survey }], joint }),
      );
    }
    await mine.replacePerson("u-2", "u-1");
    await mine.replacePerson("u-2", "u-1");

    expect(await mine.partnerships.find("p-1")).toMatchObject({ libraryIds: ["u-1"] });
    expect(await mine.partnerships.ofPartner("u-2")).toStrictEqual([]);
    expect(await mine.goals.find("g-01")).toMatchObject({
      ownerId: "u-1",
      title: "u-2",
      claim: { byId: "u-1" },
    });
    expect(await mine.items.find("a-01")).toMatchObject({ ownerId: "u-1" });
    expect(await mine.topics.find("t-01")).toMatchObject({ proposedById: "u-1" });
    expect(await mine.checkIns.find("m-1")).toMatchObject({ answeredById: "u-1" });
    expect(await mine.thanks.find("k-1")).toMatchObject({
      fromId: "u-3",
      toId: "u-1",
      text: "u-2",
    });
    expect(await mine.reflections.find("rf-g-01")).toMatchObject({
      surveys: [{ personId: "u-1" }],
      joint: { agreed: "u-2", editedById: "u-1", confirmedByIds: ["u-1"] },
    });
    expect(await theirs.goals.find("g-01")).toMatchObject({ ownerId: "u-2" });
  });
}
