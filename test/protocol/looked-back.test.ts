import { describe, expect, test } from "@jest/globals";
import { newCycle, type Cycle } from "../../src/protocol/cycle.ts";
import { rowsAfter, takeUp } from "../../src/protocol/looked-back.ts";
import { lacksOf, planGoals, planText, type PlanGoal } from "../../src/protocol/plan-text.ts";
import type { Facts, ProtocolState } from "../../src/protocol/protocol.ts";
import type { Decision, JointColumn } from "../../src/reflection/reflection.ts";
import { aGoal, anItem, day, NOW } from "../contracts/entities.ts";

const goals = [
  { ...aGoal(), id: "g-01" },
  { ...aGoal({ title: "Another" }), id: "g-02" },
];
const rows: readonly PlanGoal[] = planGoals(goals, [], []);
const ID = "rf/g-01/2027-03-02";
const looked = (decision: Decision) => ({
  reflectionId: ID,
  goalId: "g-01",
  agreed: "Count at noon",
  decision,
  nextStep: "",
});
const joint: JointColumn = {
  agreed: "Count at noon",
  decision: "revise",
  nextStep: "",
  editedById: "u-1",
  confirmedByIds: ["u-1", "u-2"],
  confirmedAt: NOW,
  edition: 1,
};
const facts: Facts = {
  people: { library: 1, it: 1 },
  goals: { library: 1, it: 1 },
  incomplete: 1,
  kept: 2,
  agreed: [],
  goalSheetPlanned: false,
  goalSheetHeld: true,
  actionPlanPlanned: false,
  reflectionPlanned: false,
  meetsRegularly: true,
  reflectionsOpen: 0,
  reflectionsConfirmed: 1,
  undecided: 0,
  closingAgreed: [],
};
const year = (state: ProtocolState, changes: Partial<Cycle> = {}): Cycle => ({
  ...newCycle({ id: "p-1", cycle: "2026-27" }, NOW),
  state,
  reflecting: [ID, "rf/g-02/2027-03-02"],
  ...changes,
});
const text = planText("p-1/2026-27", "p-1", rowsAfter(rows, looked("revise")));

describe("the rows of a plan after both looked back on one", () => {
  test.each<[Decision, readonly string[]]>([
    ["continue", ["g-01", "g-02"]],
    ["revise", ["g-01", "g-02"]],
    ["retire", ["g-02"]],
    ["new", ["g-02"]],
  ])("%s keeps %j", (decision, kept) => {
    expect(rowsAfter(rows, looked(decision)).map(({ id }) => id)).toEqual(kept);
  });

  test("a row with its column lacks nothing, and the plan read anew is the same text", () => {
    const done = goals.map((goal) =>
      goal.id === "g-01" ? { ...goal, status: "done" as const, doneOn: day("2027-03-02") } : goal,
    );
    const now = planGoals(done, [], [], new Map([["g-01", looked("revise")]]));
    expect(planText("p-1/2026-27", "p-1", now).hash).toBe(text.hash);
    const lacks = lacksOf(now, { paired: [], schoolHasGoals: true });
    expect(lacks.map(({ goal }) => goal.id)).not.toContain("g-01");
  });

  test("the step that the column names is no promise beside it", () => {
    const step = { ...anItem({ goalId: "g-01", origin: `joint/${ID}` }), id: "a-01" };
    expect(planGoals(goals, [step], [])[0]?.promises).toEqual([]);
  });
});

describe("a joint column taken up", () => {
  const taken = (cycle: Cycle) => takeUp(cycle, looked("revise"), text, { joint, facts, at: NOW });

  test.each<ProtocolState>(["plan_active", "reflection_due", "reflection_scheduled", "reflected"])(
    "makes the next version by its own confirmations, from %s",
    (state) => {
      const cycle = taken(year(state));
      expect(cycle.state).toBe("plan_active");
      expect(cycle.versions).toMatchObject([
        { number: 1, hash: text.hash, reflectionId: ID, agreed: [{ personId: "u-1" }, {}] },
      ]);
      expect(cycle.reflecting).toEqual(["rf/g-02/2027-03-02"]);
      expect(cycle.lookedBack).toHaveLength(1);
    },
  );

  test("a second time changes nothing", () => {
    const once = taken(year("reflection_due"));
    expect(taken(once)).toBe(once);
  });

  test("of a plan without its row is only kept", () => {
    const cycle = takeUp(year("goal_sheet_held"), looked("new"), undefined, {
      joint,
      facts,
      at: NOW,
    });
    expect(cycle).toMatchObject({ state: "goal_sheet_held", versions: [] });
    expect(cycle.lookedBack).toHaveLength(1);
  });

  test("in a pause makes the version and leaves the pause", () => {
    const cycle = taken(year("paused", { before: "reflection_due" }));
    expect(cycle).toMatchObject({ state: "paused", before: "reflection_due" });
    expect(cycle.versions).toHaveLength(1);
  });
});
