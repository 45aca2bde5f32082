import { describe, expect, test } from "@jest/globals";
import type { Goal } from "../../src/goal/goal.ts";
import type { ActionItem } from "../../src/plan/action-item.ts";
import { changesBetween } from "../../src/protocol/plan-change.ts";
import { hashOfPlan, lacksOf, planGoals, planText } from "../../src/protocol/plan-text.ts";
import { aGoal, anItem, day } from "../contracts/entities.ts";

const goal = (changes: Partial<Goal> = {}): Goal => ({ ...aGoal(), id: "g-01", ...changes });
const support = (changes: Partial<ActionItem> = {}): ActionItem => ({
  ...anItem({ direction: "it_supports_library", ownerId: "it", due: day("2027-04-01") }),
  id: "a-01",
  ...changes,
});
const own = (changes: Partial<ActionItem> = {}): ActionItem => ({
  ...anItem({ direction: "own_work", due: day("2027-04-01") }),
  id: "a-02",
  ...changes,
});
const SCHOOL = { paired: [], schoolHasGoals: true };

describe("what is agreed on", () => {
  test.each<[string, Partial<ActionItem>]>([
    ["done", { status: "done", doneOn: day("2027-03-03") }],
    ["blocked", { status: "blocked", blockedReason: "parts" }],
    ["snoozed", { status: "snoozed", quietUntil: day("2027-03-09") }],
    ["shown in a digest", { overdueNudges: 2 }],
  ])("is the same text when a step is %s", (_, changes) => {
    expect(hashOfPlan(planGoals([goal()], [support(changes), own()], []))).toBe(
      hashOfPlan(planGoals([goal()], [own(), support()], [])),
    );
  });

  test.each<[string, Partial<Goal>, Partial<ActionItem>]>([
    ["a title", { title: "Another" }, {}],
    ["a goal's due date", { due: day("2027-05-14") }, {}],
    ["a scope", { scope: "common" }, {}],
    ["a step's due date", {}, { due: day("2027-04-02") }],
    ["an owner", {}, { ownerId: null }],
    ["a when-and-where", {}, { plan: "At my desk" }],
    ["a dropped step", {}, { status: "dropped" }],
    ["a deleted step", {}, { deleted: true }],
    ["a finished goal", { status: "done" }, {}],
  ])("is another text after %s", (_, changed, step) => {
    expect(hashOfPlan(planGoals([goal(changed)], [support(step), own()], []))).not.toBe(
      hashOfPlan(planGoals([goal()], [support(), own()], [])),
    );
  });

  test("holds no draft, nothing deleted and nothing left out", () => {
    const goals = [
      goal({ status: "draft" }),
      goal({ id: "g-02", deleted: true }),
      goal({ id: "g-03" }),
    ];
    expect(planGoals(goals, [], ["g-03"])).toEqual([]);
  });
});

describe("what a plan lacks", () => {
  test.each<[string, Partial<Goal>, readonly ActionItem[], readonly string[]]>([
    ["nothing, with both", {}, [support(), own()], []],
    ["the partner's promise (AC-06)", {}, [own()], ["support"]],
    ["its own step", {}, [support()], ["own"]],
    ["an owner of the promise", {}, [support({ ownerId: null }), own()], ["support_open"]],
    ["a date of its own step", {}, [support(), own({ due: null })], ["own_open"]],
    ["the school goal of a common one", { scope: "common" }, [support(), own()], ["school_goal"]],
    [
      "nothing, when the common one names it",
      { scope: "common", servesSchoolGoal: "Readers" },
      [support(), own()],
      [],
    ],
  ])("%s", (_, changes, items, lacks) => {
    const found = lacksOf(planGoals([goal(changes)], items, []), SCHOOL);
    expect(found.map(({ what }) => what)).toEqual(lacks);
  });

  test("a pair is shared too; a school without goals asks for none", () => {
    const goals = planGoals([goal()], [support(), own()], []);
    expect(lacksOf(goals, { ...SCHOOL, paired: ["g-01"] })).toHaveLength(1);
    expect(lacksOf(goals, { paired: ["g-01"], schoolHasGoals: false })).toEqual([]);
  });
});

describe("what changed", () => {
  const text = (goals: readonly Goal[], items: readonly ActionItem[]) =>
    planText("p-1/2026-27", "p-1", planGoals(goals, items, []));

  test("names fields with the words before and after, and steps that came and went", () => {
    const before = text([goal()], [support(), own()]);
    const after = text([goal({ title: "Another" })], [support({ due: null }), own({ id: "a-03" })]);

    expect(changesBetween(before, after)).toMatchObject([
      {
        change: "changed",
        fields: [
          { field: "title", before: "Every fourth grader can cite a source", after: "Another" },
        ],
        promises: [
          {
            change: "changed",
            promise: { id: "a-01" },
            fields: [{ field: "due", before: "2027-04-01", after: "" }],
          },
          { change: "added", promise: { id: "a-03" } },
          { change: "removed", promise: { id: "a-02" } },
        ],
      },
    ]);
  });

  test("goals that came stand before those that went; equal texts differ in nothing", () => {
    const one = text([goal()], []);
    const other = text([goal({ id: "g-02" })], []);
    expect(changesBetween(one, other).map(({ change }) => change)).toEqual(["added", "removed"]);
    expect(changesBetween(one, one)).toEqual([]);
  });
});
