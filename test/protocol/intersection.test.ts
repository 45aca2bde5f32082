import { describe, expect, test } from "@jest/globals";
import type { Goal } from "../../src/goal/goal.ts";
import { pairOf, suggestions } from "../../src/protocol/intersection.ts";
import { carriedGoal, endGoal, nextLabel } from "../../src/protocol/year-end.ts";
import { NOW, aGoal, day } from "../contracts/entities.ts";

const goal = (id: string, changes: Partial<Goal> = {}): Goal => ({ ...aGoal(), id, ...changes });

describe("a pair", () => {
  test("has one goal of each side, in whatever order they are named (AC-05)", () => {
    const [library, it] = [goal("g-01"), goal("g-08", { department: "it" })];
    const pair = { libraryGoalId: "g-01", itGoalId: "g-08" };

    expect(pairOf(library, it)).toEqual(pair);
    expect(pairOf(it, library)).toEqual(pair);
    expect(pairOf(library, goal("g-02"))).toEqual({
      kind: "same_department",
      department: "library",
    });
    expect(pairOf(library, library)).toEqual({ kind: "same_goal" });
  });
});

describe("a suggestion", () => {
  const it = (id: string, changes: Partial<Goal>) => goal(id, { ...changes, department: "it" });

  test("names the school goal both serve before a date they share", () => {
    const found = suggestions(
      [
        goal("g-01", { due: day("2027-03-10") }),
        goal("g-02", { servesSchoolGoal: "Readers" }),
        it("g-08", { servesSchoolGoal: "Readers" }),
        it("g-09", { due: day("2027-03-17") }),
      ],
      [],
    );

    expect(found).toEqual([
      {
        libraryGoalId: "g-02",
        itGoalId: "g-08",
        because: { kind: "school_goal", schoolGoal: "Readers" },
      },
      {
        libraryGoalId: "g-01",
        itGoalId: "g-09",
        because: { kind: "due", library: "2027-03-10", it: "2027-03-17" },
      },
    ]);
  });

  test("is never made of words alone, of a date over a week off, or of a pair there is", () => {
    const goals = [
      goal("g-01", { title: "Carts charged", due: day("2027-03-10") }),
      it("g-08", { title: "Carts charged", due: day("2027-03-18") }),
    ];
    expect(suggestions(goals, [])).toEqual([]);
    const near = [goals[0], it("g-08", { due: day("2027-03-12") })].filter((each) => !!each);
    expect(suggestions(near, [{ libraryGoalId: "g-01", itGoalId: "g-08" }])).toEqual([]);
  });
});

describe("a goal at the end of the year", () => {
  const decision = { goalId: "g-01", reason: "", byId: "u-1", carriedTo: null };

  test("ends as decided, unless it ended before", () => {
    const on = day("2027-05-28");
    expect(endGoal(goal("g-01"), { ...decision, outcome: "closed" }, on)).toMatchObject({
      status: "done",
      doneOn: on,
    });
    const stopped = goal("g-01", { status: "stopped", stoppedReason: "The budget ended" });
    expect(endGoal(stopped, { ...decision, outcome: "carried_over" }, on)).toBe(stopped);
  });

  test("goes on without a date that has passed", () => {
    const next = { origin: "carried/1", start: day("2027-05-28"), now: NOW };
    expect(carriedGoal(goal("g-01", { due: day("2027-03-01") }), next).due).toBeNull();
    expect(carriedGoal(goal("g-01", { due: day("2027-09-01") }), next)).toMatchObject({
      due: "2027-09-01",
      status: "not_started",
      origin: "carried/1",
    });
  });

  test.each([
    ["2026-27", "2027-28"],
    ["2027", "2028"],
    ["2026/2027", "2027/2028"],
    ["2098-99", "2099-00"],
    ["first", "first +1"],
  ])("the year after %s is %s", (label, next) => {
    expect(nextLabel(label)).toBe(next);
  });
});
