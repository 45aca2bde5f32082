import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  DIRECTIONS,
  answerItem,
  hasOwnPlan,
  isOpenItem,
  isOverdue,
  isQuiet,
  quietAfter,
  untilIn,
  type ActionItem,
  type ItemAnswer,
} from "../../src/plan/action-item.ts";
import { day, item } from "./given.ts";

describe("an answer", () => {
  test.each<[string, Partial<ActionItem>, ItemAnswer, Partial<ActionItem>]>([
    [
      "Done keeps the day and ends the quiet",
      { status: "blocked", blockedReason: "parts", quietUntil: day("2027-03-10") },
      { type: "done", on: day("2027-03-08") },
      { status: "done", doneOn: day("2027-03-08"), blockedReason: null, quietUntil: null },
    ],
    [
      "a second Done keeps the first day",
      { status: "done", doneOn: day("2027-03-08") },
      { type: "done", on: day("2027-03-09") },
      { status: "done", doneOn: day("2027-03-08") },
    ],
    [
      "Blocked keeps the reason and the quiet",
      {},
      { type: "blocked", reason: "parts", quietUntil: day("2027-03-10") },
      { status: "blocked", blockedReason: "parts", quietUntil: day("2027-03-10") },
    ],
    [
      "Re-plan opens it again with a new count of digests",
      { status: "blocked", blockedReason: "parts", overdueNudges: 2 },
      { type: "replanned", plan: "Monday at my desk", due: day("2027-03-12"), byId: "p-lib" },
      {
        status: "open",
        blockedReason: null,
        plan: "Monday at my desk",
        plannedById: "p-lib",
        due: day("2027-03-12"),
        overdueNudges: 0,
      },
    ],
    [
      "Re-plan without words keeps the plan there was",
      {},
      { type: "replanned", plan: "", due: day("2027-03-12"), byId: "p-lib" },
      { plan: "At grade-level meeting", due: day("2027-03-12") },
    ],
    [
      "Snooze keeps it quiet",
      {},
      { type: "snoozed", until: day("2027-03-22") },
      { status: "snoozed", quietUntil: day("2027-03-22") },
    ],
    [
      "Snooze leaves a blocked one blocked, with its reason",
      { status: "blocked", blockedReason: "parts" },
      { type: "snoozed", until: day("2027-03-22") },
      { status: "blocked", blockedReason: "parts", quietUntil: day("2027-03-22") },
    ],
    [
      "Not mine from its owner leaves it without one, and wakes a snoozed one",
      { status: "snoozed", quietUntil: day("2027-03-22") },
      { type: "not_mine", byId: "lib" },
      { ownerId: null, status: "open", quietUntil: null },
    ],
    [
      "Not mine from somebody else changes nothing",
      {},
      { type: "not_mine", byId: "it" },
      { ownerId: "lib" },
    ],
    [
      "Take it gives it to the first who asks",
      { ownerId: null, overdueNudges: 2 },
      { type: "taken", byId: "it", direction: "it_supports_library" },
      {
        ownerId: "it",
        direction: "it_supports_library",
        overdueNudges: 0,
        plannedById: "",
      },
    ],
    [
      "Time-critical counts from its owner",
      {},
      { type: "time_critical", byId: "lib", on: true },
      { timeCritical: true },
    ],
    [
      "Time-critical from somebody else changes nothing",
      {},
      { type: "time_critical", byId: "it", on: true },
      {},
    ],
    [
      "Keep it stays after its goal",
      { afterGoal: "asked" },
      { type: "kept" },
      { afterGoal: "kept" },
    ],
    [
      "Drop it leaves the plan",
      { afterGoal: "asked", quietUntil: day("2027-03-22") },
      { type: "dropped" },
      { status: "dropped", quietUntil: null },
    ],
    [
      "Take it from its owner changes nothing",
      {},
      { type: "taken", byId: "it", direction: "it_supports_library" },
      { ownerId: "lib" },
    ],
  ])("%s", (_, before, answer, after) => {
    expect(answerItem(item(before), answer)).toEqual(item({ ...before, ...after }));
  });
});

test("whoever wrote when and where is remembered, whoever has it afterwards", () => {
  const own = item({});
  const left = answerItem(own, { type: "not_mine", byId: "lib" });
  const taken = answerItem(left, { type: "taken", byId: "it", direction: "it_supports_library" });
  const due = day("2027-03-12");
  const planned = answerItem(taken, { type: "replanned", plan: "At noon", due, byId: "it" });
  const given = item({ plannedById: "it" });

  expect([own, taken, planned, given].map(hasOwnPlan)).toEqual([true, false, true, false]);
});

const dates = fc
  .integer({ min: 1, max: 28 })
  .map((n) => day(`2027-03-${String(n).padStart(2, "0")}`));
const people = fc.constantFrom("lib", "it", "other");
const answers: fc.Arbitrary<ItemAnswer> = fc.oneof(
  fc.record({ type: fc.constant("done" as const), on: dates }),
  fc.record({
    type: fc.constant("blocked" as const),
    reason: fc.string({ minLength: 1 }),
    quietUntil: fc.option(dates),
  }),
  fc.record({
    type: fc.constant("replanned" as const),
    plan: fc.string(),
    due: dates,
    byId: people,
  }),
  fc.record({ type: fc.constant("snoozed" as const), until: dates }),
  fc.record({ type: fc.constant("not_mine" as const), byId: people }),
  fc.record({
    type: fc.constant("taken" as const),
    byId: people,
    direction: fc.constantFrom(...DIRECTIONS),
  }),
);

describe("whatever is pressed, in whatever order", () => {
  test("pressing the same twice is as pressing it once", () => {
    fc.assert(
      fc.property(fc.array(answers), answers, (before, answer) => {
        const now = before.reduce(answerItem, item());
        const once = answerItem(now, answer);

        expect(answerItem(once, answer)).toEqual(once);
      }),
    );
  });

  test("the first done date is never lost or changed", () => {
    fc.assert(
      fc.property(fc.array(answers), dates, fc.array(answers), (before, on, after) => {
        const finished = answerItem(before.reduce(answerItem, item()), { type: "done", on });

        const later = after.reduce(answerItem, finished);

        expect(later.status).toBe("done");
        expect(later.doneOn).toBe(finished.doneOn);
      }),
    );
  });

  test("a reason stands exactly while it is blocked, and a done date exactly when it is done", () => {
    fc.assert(
      fc.property(fc.array(answers), (pressed) => {
        const now = pressed.reduce(answerItem, item());

        expect(now.blockedReason !== null).toBe(now.status === "blocked");
        expect(now.doneOn !== null).toBe(now.status === "done");
        if (now.status === "open" || now.status === "done") expect(now.quietUntil).toBeNull();
      }),
    );
  });

  test("id, goal and title stay", () => {
    fc.assert(
      fc.property(fc.array(answers), (pressed) => {
        const { id, goalId, title, origin } = pressed.reduce(answerItem, item());

        expect({ id, goalId, title, origin }).toMatchObject({
          id: "a-01",
          goalId: "g-01",
          title: "Book the last four classes",
          origin: "test",
        });
      }),
    );
  });
});

describe("a removed item", () => {
  test("is closed to every answer", () => {
    const removed = item({ deleted: true });

    expect(isOpenItem(removed)).toBe(false);
    expect(answerItem(removed, { type: "done", on: day("2027-03-08") })).toBe(removed);
  });
});

describe("overdue and quiet", () => {
  test.each<[string, boolean]>([
    ["2027-03-04", false],
    ["2027-03-05", false],
    ["2027-03-06", true],
  ])("on %s something due on 5 March is overdue: %s", (today, expected) => {
    expect(isOverdue(item(), day(today))).toBe(expected);
  });

  test("parts until 9 March mean quiet until the 10th (AC-15)", () => {
    const blocked = item({ status: "blocked", quietUntil: quietAfter(day("2027-03-09")) });

    expect(isQuiet(blocked, day("2027-03-09"))).toBe(true);
    expect(isQuiet(blocked, day("2027-03-10"))).toBe(false);
  });
});

describe("until, in a reason", () => {
  test.each([
    ["parts until 9 March", "9 March"],
    ["Parts on back order until 9 March", "9 March"],
    ["till next Friday", "next Friday"],
    ["piezas hasta el 9 de marzo", "el 9 de marzo"],
    ["les pièces, jusqu'au 9 mars", "au 9 mars"],
    ["les pièces, jusqu’au 9 mars", "au 9 mars"],
    ["waits for the distillery hose", ""],
    ["the room key", ""],
    ["until", ""],
    ["", ""],
  ])("%j names %j", (reason, named) => {
    expect(untilIn(reason)).toBe(named);
  });
});
