import { expect, test } from "@jest/globals";
import { newCycle, type Cycle } from "../../src/protocol/cycle.ts";
import type { PlanShare } from "../../src/protocol/plan-share.ts";
import { planGoals, planText } from "../../src/protocol/plan-text.ts";
import { NOW, aGoal, anItem, day } from "../contracts/entities.ts";
import { openStores } from "./open-stores.ts";

const { stores } = openStores();

const yes = { personId: "u-1", at: NOW };
const agreeing = { hash: "0123", round: 2, said: [yes] };
const full: Cycle = {
  ...newCycle({ id: "p-1", cycle: "2026-27" }, NOW),
  state: "paused",
  before: "plan_active",
  goalSheetOn: day("2026-08-19"),
  understandings: [
    {
      id: "form-1",
      goalId: "g-01",
      byId: "u-2",
      words: "They want fewer tickets",
      status: "not_quite",
      answeredById: "u-1",
      note: "",
    },
  ],
  notes: [{ goalId: "g-01", leftOut: "Families offline", beliefs: "" }],
  intersections: [
    {
      id: "x-1",
      libraryGoalId: "g-01",
      itGoalId: "g-08",
      common: "A calm August",
      writtenById: "u-1",
      agreeing,
    },
  ],
  noneYet: [yes],
  offers: [
    {
      id: "form-2",
      side: "it",
      byId: "u-2",
      goalId: null,
      words: "An hour a week",
      status: "promised",
      itemId: "a-81",
    },
  ],
  working: { lines: ["One", "Two", "Three"], writtenById: "u-1", agreeing },
  leftOut: ["g-03"],
  agreeing,
  versions: [{ number: 1, textId: "p-1/2026-27/0123", hash: "0123", agreed: [yes], at: NOW }],
  reflecting: ["rf/g-01/2027-01-01"],
  decisions: [
    {
      goalId: "g-01",
      outcome: "stopped",
      reason: "The budget ended",
      byId: "u-1",
      carriedTo: null,
    },
  ],
  closing: agreeing,
  closedAt: NOW,
};

test("a school year comes back as it was, the latest first, and only in its own district", async () => {
  const { cycles } = stores().of("d-1");
  await cycles.add(full);
  const later = newCycle({ id: "p-1", cycle: "2027-28" }, new Date(NOW.getTime() + 1));
  await cycles.add(later);

  expect(await cycles.find("p-1/2026-27")).toStrictEqual(full);
  expect(await cycles.ofPartnership("p-1")).toStrictEqual([later, full]);
  expect(await stores().of("d-2").cycles.find("p-1/2026-27")).toBeUndefined();
});

test("a text of the plan is kept once and for good", async () => {
  const { planTexts } = stores().of("d-1");
  const goals = planGoals(
    [{ ...aGoal({ due: day("2027-05-14") }), id: "g-01" }],
    [{ ...anItem({ ownerId: null }), id: "a-01" }],
    [],
  );
  const text = planText("p-1/2026-27", "p-1", goals);
  await planTexts.add(text);
  await planTexts.add({ ...text, goals: [] });

  expect(await planTexts.find(text.id)).toStrictEqual(text);
});

test("a share keeps its own version through every write, and is found by its readers once sent", async () => {
  const { planShares } = stores().of("d-1");
  const share: PlanShare = {
    id: "form-3",
    partnershipId: "p-1",
    cycleId: "p-1/2026-27",
    planVersion: 1,
    textId: "p-1/2026-27/0123",
    readerIds: ["u-9"],
    benefits: { learning: "", time: "Two hours", access: "" },
    agreeing,
    sentAt: null,
    reactions: [],
    proposedById: "u-1",
    proposedAt: NOW,
  };
  await planShares.add(share);
  expect(await planShares.sentTo("u-9")).toEqual([]);
  await planShares.update("form-3", (current) => ({ ...current, sentAt: NOW }));

  expect(await planShares.sentTo("u-9")).toStrictEqual([{ ...share, sentAt: NOW }]);
  expect(await planShares.ofPartnership("p-1")).toHaveLength(1);
});

test("the log lists the latest first, and the first entry of an id stays", async () => {
  const { audit } = stores().of("d-1");
  const entry = (id: string, at: Date) => ({
    id,
    kind: "plan.shared" as const,
    partnershipId: "p-1",
    planVersion: 1,
    readerId: "u-9",
    consents: [yes],
    at,
  });
  await audit.add(entry("one", NOW));
  await audit.add({ ...entry("one", NOW), readerId: "u-8" });
  await audit.add(entry("two", new Date(NOW.getTime() + 1)));

  const { rows, total } = await audit.ofPartnership("p-1", "plan.shared", { skip: 0, limit: 1 });
  expect([total, rows.map(({ id }) => id)]).toEqual([2, ["two"]]);
  const all = await audit.ofPartnership("p-1", "plan.shared", { skip: 1, limit: 5 });
  expect(all.rows).toStrictEqual([entry("one", NOW)]);
});
