import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { nudgeFeature } from "../../../src/features/nudge/index.ts";
import type { Address } from "../../../src/team/person.ts";
import { addressOf, openLiaison, type Rig } from "../../rig/index.ts";
import { createTestPlatform } from "../../rig/platform.ts";

const LIBRARIAN = addressOf("u-ab-lib");
/** Monday 8 March, 08:10 in Chicago, and what that Monday's do-not-disturb ends at. */
const [MONDAY, TEN] = ["2027-03-08T14:10:00Z", "2027-03-08T16:00:00Z"] as const;

let liaison: Rig;
const until = new Map<Address, Date>();
beforeEach(async () => {
  until.clear();
  const platform = createTestPlatform("slack");
  liaison = await openLiaison({
    features: [checkInFeature, nudgeFeature],
    platforms: [
      {
        ...platform,
        doNotDisturb: (addresses, now) =>
          Promise.resolve(
            new Map([...until].filter(([who, end]) => addresses.includes(who) && now < end)),
          ),
      },
    ],
  });
});
afterEach(async () => {
  await liaison.close();
});

const digests = () => liaison.messages({ kind: "nudge.digest", to: LIBRARIAN });

test("N-6: what is unasked waits until do-not-disturb ends, comes once, and why says so", async () => {
  until.set(LIBRARIAN, new Date(TEN));
  await liaison.advanceTo(MONDAY);
  const before = digests().length;
  expect(liaison.messages({ kind: "nudge.digest" }).length).toBeGreaterThan(before);
  await liaison.as("u-ab-lib").say("why");
  expect(liaison.as("u-ab-lib").words()).toMatch(/Mon 8 March, 10:00/u);
  await liaison.advanceTo("2027-03-08T15:59:59Z");
  expect(digests()).toHaveLength(before);
  await liaison.advanceTo(TEN);
  expect(digests()).toHaveLength(before + 1);
  await liaison.advanceTo("2027-03-09T20:00:00Z");

  expect(digests()).toHaveLength(before + 1);
});

test("N-6: do-not-disturb that ends at night gives way to the quiet hours", async () => {
  until.set(LIBRARIAN, new Date("2027-03-09T03:00:00Z"));
  await liaison.advanceTo("2027-03-09T14:09:59Z");
  expect(digests()).toHaveLength(0);
  await liaison.advanceTo("2027-03-09T14:10:00Z");

  expect(digests()).toHaveLength(1);
});
