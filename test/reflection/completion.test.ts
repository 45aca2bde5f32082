import { describe, expect, test } from "@jest/globals";
import {
  claimDone,
  claimId,
  confirmDone,
  confirmingSide,
  notYetDone,
} from "../../src/reflection/completion.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import type { Goal, GoalStatus } from "../../src/goal/goal.ts";
import type { Partnership } from "../../src/team/partnership.ts";

const NOW = new Date("2027-03-03T04:30:00Z");
const LATER = new Date("2027-03-05T04:30:00Z");

const goal: Goal = {
  id: "g-12",
  partnershipId: "p-1",
  ownerId: "lib",
  department: "library",
  title: "Borrow on day one",
  horizon: "short",
  why: "",
  measure: null,
  start: "2027-01-01" as LocalDate,
  due: null,
  servesSchoolGoal: null,
  scope: "department",
  status: "on_track",
  claim: null,
  doneOn: null,
  stoppedReason: null,
  origin: "e1",
  deleted: false,
  createdAt: NOW,
};
const partnership: Partnership = {
  id: "p-1",
  schoolId: "s-1",
  libraryIds: ["lib", "lib2"],
  itIds: ["it"],
  supervisorIds: [],
  channels: [],
  closed: [],
  series: null,
  cycle: "2026-27",
};

describe("finishing a goal", () => {
  test("a claim asks the other side", () => {
    const claimed = claimDone(goal, "lib2", NOW);
    expect(claimed.status).toBe("awaiting_confirmation");
    expect(confirmingSide(claimed, partnership)).toBe("it");
  });

  test("a second claim keeps the first date and the first person", () => {
    const claimed = claimDone(goal, "lib", NOW);
    expect(claimDone(claimed, "it", LATER)).toBe(claimed);
  });

  test("confirmed, it is done on the day it was said to be, in the school's zone", () => {
    const done = confirmDone(claimDone(goal, "lib", NOW), "America/Chicago");
    expect(done).toMatchObject({ status: "done", doneOn: "2027-03-02" });
    expect(confirmDone(done, "America/Chicago")).toBe(done);
  });

  test("not yet brings it back on track; a new claim has another name", () => {
    const claimed = claimDone(goal, "lib", NOW);
    const back = notYetDone(claimed, "u-lib");
    expect(back).toMatchObject({ status: "on_track", claim: null });
    expect(claimId(claimDone(back, "lib", LATER))).not.toBe(claimId(claimed));
  });

  test.each<GoalStatus>(["done", "stopped", "carried_over"])("%s cannot be claimed", (status) => {
    const closed = { ...goal, status };
    expect(claimDone(closed, "lib", NOW)).toBe(closed);
  });

  test("nothing but a waiting claim can be confirmed or sent back", () => {
    expect(confirmDone(goal, "UTC")).toBe(goal);
    expect(notYetDone(goal, "u-lib")).toBe(goal);
  });
});
