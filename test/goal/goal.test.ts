import { describe, expect, test } from "@jest/globals";
import type { LocalDate } from "../../src/time/calendar.ts";
import { isOpen, undoGoal, type Goal } from "../../src/goal/goal.ts";

const goal = (changes: Partial<Goal> = {}): Goal => ({
  id: "g-41",
  partnershipId: "p-ab",
  ownerId: "u-ab-lib",
  department: "library",
  title: "Every fourth grader can cite a source",
  horizon: "short",
  why: "",
  measure: null,
  start: "2027-03-02" as LocalDate,
  due: null,
  servesSchoolGoal: null,
  scope: "department",
  status: "not_started",
  claim: null,
  doneOn: null,
  stoppedReason: null,
  origin: "event-1",
  deleted: false,
  createdAt: new Date("2027-03-02T15:00:00Z"),
  ...changes,
});

describe("taking a goal back", () => {
  test("removes one that nobody has worked on", () => {
    expect(undoGoal(goal()).deleted).toBe(true);
    expect(isOpen(undoGoal(goal()))).toBe(false);
  });

  test("a second time changes nothing", () => {
    const removed = undoGoal(goal());

    expect(undoGoal(removed)).toBe(removed);
  });

  test.each<[string, Partial<Goal>]>([
    ["on track", { status: "on_track" }],
    ["done", { status: "done" }],
    ["claimed", { claim: { byId: "u-ab-it", at: new Date("2027-03-02T15:00:00Z") } }],
  ])("is not possible once it is %s", (_, changes) => {
    const worked = goal(changes);

    expect(undoGoal(worked)).toBe(worked);
  });
});
