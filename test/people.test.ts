import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { DeliveryError, type ChatEvent } from "../src/ports.ts";
import type { Address } from "../src/team/person.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "./rig/index.ts";

const TECHNICIAN = "u-ab-it";
const PROFILE = {
  name: "Technician, Alder Bend",
  locale: "fr",
  timezone: "America/Denver",
  active: true,
} as const;

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

let count = 0;
const tell = async (change: "left" | "changed") =>
  await liaison.platform.deliver({
    id: `person-${String(++count)}`,
    tenant: "slack:T0TAMARACK" as Address,
    from: addressOf(TECHNICIAN),
    channel: null,
    via: "{}",
    type: "person",
    change,
  } satisfies ChatEvent);
const technician = async () => await liaison.stores.people.find(TECHNICIAN);
const theirItems = async () =>
  (
    await liaison.stores.items.list({
      partnershipIds: ["p-ab"],
      ownerIds: [TECHNICIAN],
      statuses: ["open", "blocked", "snoozed"],
      page: { skip: 0, limit: 100 },
    })
  ).total;
const unreachable = () => ({
  fail: new DeliveryError("later", { message: "Slack answered HTTP 503" }),
});

describe("somebody who left", () => {
  test("leaves their steps to the others, also when the platform cannot be asked", async () => {
    liaison.platform.profile = () => Promise.reject(unreachable().fail);
    expect(await theirItems()).toBeGreaterThan(0);
    await tell("left");

    expect((await technician())?.active).toBe(false);
    expect(await theirItems()).toBe(0);
  });

  test("is followed up when the process died in the middle of it", async () => {
    await liaison.stores.people.update(TECHNICIAN, (known) => ({ ...known, active: false }));
    liaison.platform.profiles.set(addressOf(TECHNICIAN), { ...PROFILE, active: false });
    await tell("left");
    await tell("left");
    await liaison.liaison.idle();

    expect(await theirItems()).toBe(0);
    expect(liaison.messages({ kind: "handover", to: addressOf("u-ab-lib") })).toHaveLength(1);
  });

  test("and was found out by a message leaves their steps, too", async () => {
    liaison.platform.fail(
      addressOf(TECHNICIAN),
      new DeliveryError("refused", { message: "user_disabled", reason: "gone" }),
    );
    await liaison.as("u-ab-lib").say("goal done g-03");
    await liaison.liaison.idle();

    expect((await technician())?.active).toBe(false);
    expect(await theirItems()).toBe(0);
  });

  test("is served again as soon as they do something", async () => {
    await liaison.stores.people.update(TECHNICIAN, (known) => ({ ...known, active: false }));
    await liaison.as(TECHNICIAN).say("plan");
    expect(liaison.messages({ to: addressOf(TECHNICIAN) })).toEqual([]);

    liaison.platform.profiles.set(addressOf(TECHNICIAN), PROFILE);
    await liaison.as(TECHNICIAN).say("plan");
    expect(liaison.messages({ to: addressOf(TECHNICIAN) })).toHaveLength(1);
  });
});

test("a new name, language and zone are followed", async () => {
  liaison.platform.profiles.set(addressOf(TECHNICIAN), PROFILE);
  await tell("changed");

  expect(await technician()).toMatchObject(PROFILE);
});

test("a message that cannot be shown is not taken for a channel that is closed", async () => {
  liaison.platform.fail(
    channelOf("s-ab"),
    new DeliveryError("refused", { message: "invalid_blocks", reason: "invalid" }),
  );
  await liaison.as(TECHNICIAN).say("goal done g-12");
  await liaison.as("u-ab-lib").press("Yes, done");
  await liaison.liaison.idle();

  expect(liaison.messages({ kind: "goal.thanks" })).toEqual([]);
  expect(liaison.messages({ kind: "delivery.notice" })).toEqual([]);
});
