import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  PROTOCOL_STATES,
  TRANSITIONS,
  diagram,
  follow,
  step,
  type Facts,
  type Protocol,
  type ProtocolEvent,
  type ProtocolState,
} from "../../src/protocol/protocol.ts";

const READY: Facts = {
  people: { library: 1, it: 1 },
  goals: { library: 2, it: 1 },
  incomplete: 0,
  kept: 3,
  agreed: ["library", "it"],
  goalSheetPlanned: true,
  goalSheetHeld: false,
  actionPlanPlanned: true,
  reflectionPlanned: true,
  meetsRegularly: true,
  reflectionsOpen: 1,
  reflectionsConfirmed: 0,
  undecided: 0,
  closingAgreed: ["library", "it"],
};

const at = (state: ProtocolState, before: ProtocolState | null = null): Protocol => ({
  state,
  before,
});

describe("a step of the protocol", () => {
  test.each<[ProtocolState, ProtocolEvent, ProtocolState]>([
    ["not_started", "invite", "invited"],
    ["invited", "plan_goal_sheet", "goal_sheet_scheduled"],
    ["goal_sheet_scheduled", "finish_goal_sheet", "goal_sheet_held"],
    ["goal_sheet_held", "plan_action_plan", "action_plan_scheduled"],
    ["action_plan_scheduled", "agree", "plan_agreed"],
    ["plan_agreed", "start", "plan_active"],
    ["plan_active", "goal_done", "reflection_due"],
    ["reflection_due", "plan_reflection", "reflection_scheduled"],
    ["reflected", "agree", "plan_active"],
    ["plan_active", "agree", "plan_active"],
    ["plan_active", "close", "cycle_closed"],
  ])("leads from %s by %s to %s", (from, event, to) => {
    expect(step(at(from), event, READY)).toMatchObject({ type: "moved", to: { state: to } });
  });

  test.each<[string, ProtocolState, ProtocolEvent, Partial<Facts>, object]>([
    [
      "an empty IT sheet keeps Meeting 1 open (AC-04)",
      "goal_sheet_scheduled",
      "finish_goal_sheet",
      { goals: { library: 2, it: 0 } },
      { kind: "empty_sheet", side: "it" },
    ],
    [
      "a goal without support keeps the plan from being agreed (AC-06)",
      "action_plan_scheduled",
      "agree",
      { incomplete: 1 },
      { kind: "incomplete", count: 1 },
    ],
    [
      "one side alone agrees on nothing (AC-07)",
      "action_plan_scheduled",
      "agree",
      { agreed: ["library"] },
      { kind: "not_agreed", side: "it" },
    ],
    [
      "a goal without a decision keeps the year open",
      "plan_active",
      "close",
      { undecided: 2 },
      { kind: "undecided", count: 2 },
    ],
    [
      "a pause lasts until both sides have somebody",
      "paused",
      "resume",
      { people: { library: 1, it: 0 } },
      { kind: "nobody", side: "it" },
    ],
    ["nothing agrees before Meeting 1", "invited", "agree", {}, { kind: "not_now" }],
  ])("%s", (_, from, event, changes, refusal) => {
    expect(step(at(from), event, { ...READY, ...changes })).toEqual({ type: "refused", refusal });
  });

  test("a pause leads back to where it began", () => {
    const paused = step(at("reflection_due"), "pause", READY);
    expect(paused).toEqual({ type: "moved", to: at("paused", "reflection_due") });

    expect(step(at("paused", "reflection_due"), "resume", READY)).toEqual({
      type: "moved",
      to: at("reflection_due"),
    });
  });
});

const count = fc.integer({ min: 0, max: 2 });
const sides = fc.subarray(["library", "it"] as const);
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  people: fc.record({ library: count, it: count }),
  goals: fc.record({ library: count, it: count }),
  incomplete: count,
  kept: count,
  agreed: sides,
  goalSheetPlanned: fc.boolean(),
  goalSheetHeld: fc.boolean(),
  actionPlanPlanned: fc.boolean(),
  reflectionPlanned: fc.boolean(),
  meetsRegularly: fc.boolean(),
  reflectionsOpen: count,
  reflectionsConfirmed: count,
  undecided: count,
  closingAgreed: sides,
});
const events = [...new Set(TRANSITIONS.map(({ event }) => event))];
const anyEvent = fc.constantFrom(...events, "follow" as const);

describe("whatever happens", () => {
  test("no state is entered that its guards forbid, and a refusal moves nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, anyFacts), { maxLength: 40 }), (history) => {
        let current = at("not_started");
        for (const [event, facts] of history) {
          const before = current;
          if (event === "follow") current = follow(before, facts);
          else {
            const taken = step(before, event, facts);
            current = taken.type === "moved" ? taken.to : before;
          }
          if (current.state === before.state) continue;
          const entered = (state: ProtocolState): boolean => current.state === state;
          // Meeting 2 called off leads back to what was held before, whatever became of its goals.
          if (
            entered("goal_sheet_held") &&
            !["paused", "action_plan_scheduled"].includes(before.state)
          )
            expect([facts.goals.library > 0, facts.goals.it > 0]).toEqual([true, true]);
          if (entered("plan_agreed") && before.state !== "paused")
            expect([facts.incomplete, facts.agreed.length]).toEqual([0, 2]);
          if (entered("reflected") && before.state !== "paused")
            expect(facts.reflectionsConfirmed).toBeGreaterThan(0);
          if (entered("cycle_closed"))
            expect([facts.undecided, facts.closingAgreed.length]).toEqual([0, 2]);
          expect(current.before === null).toBe(!entered("paused"));
        }
      }),
    );
  });

  test("following the facts ends, and a second time changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROTOCOL_STATES), anyFacts, (state, facts) => {
        const once = follow(at(state), facts);
        expect(follow(once, facts)).toBe(once);
      }),
    );
  });

  test("every state but the closed one has a way forward, and all can be reached", () => {
    const reached = new Set<ProtocolState>(["not_started"]);
    for (const round of PROTOCOL_STATES) {
      expect(PROTOCOL_STATES).toContain(round);
      for (const { from, to } of TRANSITIONS)
        if (to !== "before" && from.some((state) => reached.has(state))) reached.add(to);
    }
    const stuck = PROTOCOL_STATES.filter(
      (state) => !TRANSITIONS.some(({ from, to }) => from.includes(state) && to !== state),
    );
    expect([...reached].sort()).toEqual([...PROTOCOL_STATES].sort());
    expect(stuck).toEqual(["cycle_closed"]);
  });
});

test("the documentation shows the machine as it is", () => {
  const file = new URL("../../docs/protocol.md", import.meta.url);
  expect(readFileSync(file, "utf8")).toContain(`\n${diagram()}\n`);
});
