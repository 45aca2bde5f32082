/**
 * The action plan as a text that two sides can agree on: what is promised, without how far it is.
 * Done, Blocked and Snooze change no word of it; another date, owner or wording does (AC-07). Pure.
 */

import type { Goal, Horizon } from "../goal/goal.ts";
import { supportFor, type ActionItem, type Direction } from "../plan/action-item.ts";
import type { Decision } from "../reflection/reflection.ts";
import type { Side } from "../team/person.ts";
import type { LocalDate } from "../time/local-time.ts";
import { hashOf } from "./one-text.ts";
import type { Store } from "../store.ts";

/** Whose goal it is, as the plan tags it (systems, rows 9 and 24). */
export type PlanScope = "common" | "library" | "it" | "school_wide";

export interface PlanPromise {
  readonly id: string;
  readonly direction: Direction;
  readonly ownerId: string | null;
  readonly title: string;
  readonly plan: string;
  readonly due: LocalDate | null;
}

/** What both sides agreed on when they looked back on a goal: the fourth page's column. */
export interface JointWords {
  readonly agreed: string;
  readonly decision: Decision;
  readonly nextStep: string;
}

/** The same, as the year in which they agreed on it keeps it. */
export interface LookedBack extends JointWords {
  readonly reflectionId: string;
  readonly goalId: string;
}

export interface PlanGoal {
  readonly id: string;
  readonly department: Side;
  readonly ownerId: string;
  readonly title: string;
  readonly why: string;
  readonly horizon: Horizon;
  readonly measure: {
    readonly unit: string;
    readonly baseline: string;
    readonly target: string;
  } | null;
  readonly due: LocalDate | null;
  readonly servesSchoolGoal: string | null;
  readonly scope: PlanScope;
  readonly promises: readonly PlanPromise[];
  /** What both agreed it has in common with a goal of the other side; absent where they agreed on nothing. */
  readonly common?: readonly string[];
  /** Once both sides looked back on it. For the partners alone (rules, section 9.3). */
  readonly joint?: JointWords;
}

/** One text somebody said yes to, kept for good under the name of what it says. */
export interface PlanText {
  /** `<cycle>/<hash>`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly cycleId: string;
  readonly hash: string;
  readonly goals: readonly PlanGoal[];
}

export const scopeOf = ({ scope, department }: Pick<Goal, "scope" | "department">): PlanScope =>
  scope === "department" ? department : scope;

/** Goals the plan can keep: those somebody still works on, but for drafts, which are private. */
export const PLAN_GOAL: readonly Goal["status"][] = [
  "not_started",
  "on_track",
  "at_risk",
  "awaiting_confirmation",
];

/** Words that both confirmed together are no promise beside them once they are a step. */
export const jointStepOrigin = (reflectionId: string): string => `joint/${reflectionId}`;
const isJointStep = ({ origin }: Pick<ActionItem, "origin">): boolean =>
  origin.startsWith(jointStepOrigin(""));

/**
 * The plan's goals with their promises, in an order that does not depend on how they were read.
 * `goingOn` has what was agreed about finished goals whose row goes on, by goal; `met` the pairs that
 * both sides accepted.
 */
export function planGoals(
  goals: readonly Goal[],
  items: readonly ActionItem[],
  leftOut: readonly string[],
  goingOn: ReadonlyMap<string, JointWords> = new Map(),
  met: readonly CommonGoal[] = [],
): readonly PlanGoal[] {
  const isKept = ({ id, status }: Goal): boolean =>
    PLAN_GOAL.includes(status) || (status === "done" && goingOn.has(id));
  const itemsOf = new Map<string, ActionItem[]>();
  for (const item of items) {
    const known = itemsOf.get(item.goalId);
    if (known) known.push(item);
    else itemsOf.set(item.goalId, [item]);
  }
  return goals
    .filter((goal) => !goal.deleted && isKept(goal) && !leftOut.includes(goal.id))
    .map((goal) => ({
      ...rowOf(goal, itemsOf.get(goal.id) ?? []),
      ...commonOf(goal.id, met),
      ...jointOf(goingOn.get(goal.id)),
    }))
    .sort(byId);
}

/** An accepted pair of goals, with the sentence of both. */
export interface CommonGoal {
  readonly libraryGoalId: string;
  readonly itGoalId: string;
  readonly common: string;
}

function commonOf(goalId: string, met: readonly CommonGoal[]): Pick<PlanGoal, "common"> {
  const common = met
    .filter(({ libraryGoalId, itGoalId }) => libraryGoalId === goalId || itGoalId === goalId)
    .map((each) => each.common)
    .sort();
  return common.length > 0 ? { common } : {};
}

const jointOf = (joint: JointWords | undefined): Pick<PlanGoal, "joint"> =>
  joint
    ? { joint: { agreed: joint.agreed, decision: joint.decision, nextStep: joint.nextStep } }
    : {};

/** One goal's row, whatever its status. */
export const rowOf = (goal: Goal, items: readonly ActionItem[]): PlanGoal => ({
  id: goal.id,
  department: goal.department,
  ownerId: goal.ownerId,
  title: goal.title,
  why: goal.why,
  horizon: goal.horizon,
  measure: goal.measure && {
    unit: goal.measure.unit,
    baseline: goal.measure.baseline,
    target: goal.measure.target,
  },
  due: goal.due,
  servesSchoolGoal: goal.servesSchoolGoal,
  scope: scopeOf(goal),
  promises: items
    .filter(
      (item) =>
        item.goalId === goal.id && !item.deleted && item.status !== "dropped" && !isJointStep(item),
    )
    .map(({ id, direction, ownerId, title, plan, due }) => ({
      id,
      direction,
      ownerId,
      title,
      plan,
      due,
    }))
    .sort(byId),
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.localeCompare(b.id, "en", { numeric: true });

export const hashOfPlan = (goals: readonly PlanGoal[]): string => hashOf(goals);

export function planText(
  cycleId: string,
  partnershipId: string,
  goals: readonly PlanGoal[],
): PlanText {
  const hash = hashOfPlan(goals);
  return { id: textId(cycleId, hash), partnershipId, cycleId, hash, goals };
}

export const textId = (cycleId: string, hash: string): string => `${cycleId}/${hash}`;

/** The promise of the other side, and what the goal's own side does. */
export const isSupport = (goal: Pick<PlanGoal, "department">, promise: PlanPromise): boolean =>
  promise.direction === supportFor(goal.department);

export interface Lack {
  readonly goal: PlanGoal;
  /** What is missing: nothing of it, or only somebody who does it on a day. */
  readonly what: "support" | "support_open" | "own" | "own_open" | "school_goal";
}

/** Somebody does it, and there is a day for it. */
const isWhole = ({ ownerId, due }: PlanPromise): boolean => ownerId !== null && due !== null;

/**
 * What keeps a plan from being agreed (AC-06): for each goal one promise of the partner and one step
 * of its own side, both with an owner and a date; for a shared goal the school goal that it serves,
 * where the school has any (systems, row 30).
 */
export function lacksOf(
  goals: readonly PlanGoal[],
  {
    paired,
    schoolHasGoals,
  }: { readonly paired: readonly string[]; readonly schoolHasGoals: boolean },
): readonly Lack[] {
  // What both looked back on is agreed in the column's own words.
  const open = goals.filter(({ joint }) => joint === undefined);
  return open.flatMap((goal): readonly Lack[] => {
    const lack = (isTheirs: boolean, none: Lack["what"], open: Lack["what"]): readonly Lack[] => {
      const given = goal.promises.filter((promise) => isSupport(goal, promise) === isTheirs);
      if (given.length === 0) return [{ goal, what: none }];
      return given.some(isWhole) ? [] : [{ goal, what: open }];
    };
    const isShared =
      goal.scope === "common" || goal.scope === "school_wide" || paired.includes(goal.id);
    const isAligned = !schoolHasGoals || !isShared || goal.servesSchoolGoal !== null;
    return [
      ...lack(true, "support", "support_open"),
      ...lack(false, "own", "own_open"),
      ...(isAligned ? [] : [{ goal, what: "school_goal" as const }]),
    ];
  });
}

/** Texts of the plan, kept under what they say: none is ever changed. */
export type PlanTextStore = Pick<Store<PlanText>, "find" | "findAll" | "add">;
