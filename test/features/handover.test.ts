import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ChatEvent } from "../../src/ports.ts";
import { deliveryFeature } from "../../src/features/delivery.ts";
import { handoverFeature } from "../../src/features/handover/index.ts";
import { planFeature } from "../../src/features/plan/index.ts";
import { addressOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

let rig: Rig;

beforeEach(async () => {
  rig = await openLiaison({ features: [handoverFeature, planFeature, deliveryFeature] });
});
afterEach(async () => {
  await rig.close();
});

async function leave(personId: string): Promise<void> {
  const from = addressOf(personId);
  const event = {
    type: "person",
    change: "left",
    id: `left-${personId}`,
    tenant: from.split("/")[0],
    from,
    channel: null,
    via: "{}",
  } as ChatEvent;
  await rig.platform.deliver(event);
  await rig.liaison.idle();
}

describe("somebody who left", () => {
  test("is told of once, in one message, with the list of what was theirs", async () => {
    await leave("u-ab-it");

    const told = rig.messages({ to: addressOf("u-ab-lib") });
    expect(told.map(({ kind }) => kind)).toEqual(["handover"]);
    const [message] = told;
    if (!message) throw new Error("Nobody was told");
    expect(wordsOf(message.card)).toContain("is no longer reached at Alder Bend Elementary");
    expect(wordsOf(message.card)).toContain("Set up rooms 6 and 7\nstep a-24 · due Wed 10 March");
    expect(wordsOf(message.card)).toContain("Nobody else stands on their side.");
    const names = buttonsOf(message.card).map(({ label, about }) => `${label}: ${about ?? ""}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("leaves steps that a partner gives to somebody, who then has them", async () => {
    await leave("u-ab-it");
    const librarian = rig.as("u-ab-lib");

    const give = buttonsOf(librarian.card()).find(({ value }) => value === "a-24");
    await librarian.press(`${give?.label ?? ""}: ${give?.about ?? ""}`);
    await librarian.submit({ to: "u-ab-lib" });

    expect(await rig.stores.items.find("a-24")).toMatchObject({
      ownerId: "u-ab-lib",
      status: "open",
    });
    expect(librarian.words()).toContain("Set up rooms 6 and 7 is now with");
    await librarian.twice();
    expect(librarian.words()).toContain("has somebody already");
  });

  test("leaves goals that can be given on, too", async () => {
    await leave("u-ab-it");
    const librarian = rig.as("u-ab-lib");
    const goal = buttonsOf(librarian.card()).find(({ value }) => value.startsWith("g-"));

    await librarian.press(`${goal?.label ?? ""}: ${goal?.about ?? ""}`);
    await librarian.submit();

    expect((await rig.stores.goals.find(goal?.value ?? ""))?.ownerId).toBe("u-ab-lib");
  });

  test("is not handed over by somebody of another school (rule 3)", async () => {
    await leave("u-ab-it");
    const told = rig.platform.posted.findLast(({ kind }) => kind === "handover");

    await rig.as("u-tv-lib").press("handover.give", told);

    expect(rig.as("u-tv-lib").words()).toContain("I can't find");
  });

  test("makes no second list when the platform says it again", async () => {
    await leave("u-ab-it");
    await leave("u-ab-it");

    expect(rig.messages({ to: addressOf("u-ab-lib") })).toHaveLength(1);
  });
});
