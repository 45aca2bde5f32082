/** What changed from one text of the plan to another, goal by goal. Pure. */

import type { PlanGoal, PlanPromise, PlanText } from "./plan-text.ts";

export type Change = "added" | "removed" | "changed";

/** The words of one field on either side; "" where it says nothing. */
export interface FieldChange<F extends string> {
  readonly field: F;
  readonly before: string;
  readonly after: string;
}

export type GoalField =
  | "title"
  | "why"
  | "horizon"
  | "measure"
  | "due"
  | "serves"
  | "scope"
  | "common"
  | "owner"
  | "agreed"
  | "decision"
  | "nextStep";
export type PromiseField = "title" | "plan" | "due" | "owner" | "direction";

export interface PromiseChange {
  readonly change: Change;
  /** As it is now; as it was, when it was taken out. */
  readonly promise: PlanPromise;
  readonly fields: readonly FieldChange<PromiseField>[];
}

export interface GoalChange {
  readonly change: Change;
  readonly goal: PlanGoal;
  readonly fields: readonly FieldChange<GoalField>[];
  readonly promises: readonly PromiseChange[];
}

/** Goals that differ, in the order of the later text; those that were taken out come last. */
export function changesBetween(
  before: Pick<PlanText, "goals">,
  after: Pick<PlanText, "goals">,
): readonly GoalChange[] {
  const kept = after.goals.flatMap((goal): readonly GoalChange[] => {
    const earlier = before.goals.find(({ id }) => id === goal.id);
    if (!earlier) return [{ change: "added", goal, fields: [], promises: [] }];
    const fields = differing(fieldsOf(earlier), fieldsOf(goal));
    const promises = promisesBetween(earlier.promises, goal.promises);
    return fields.length + promises.length > 0
      ? [{ change: "changed", goal, fields, promises }]
      : [];
  });
  const gone = before.goals
    .filter(({ id }) => !after.goals.some((goal) => goal.id === id))
    .map((goal) => ({ change: "removed" as const, goal, fields: [], promises: [] }));
  return [...kept, ...gone];
}

function promisesBetween(
  before: readonly PlanPromise[],
  after: readonly PlanPromise[],
): readonly PromiseChange[] {
  const kept = after.flatMap((promise): readonly PromiseChange[] => {
    const earlier = before.find(({ id }) => id === promise.id);
    if (!earlier) return [{ change: "added", promise, fields: [] }];
    const fields = differing(partsOf(earlier), partsOf(promise));
    return fields.length > 0 ? [{ change: "changed", promise, fields }] : [];
  });
  const gone = before
    .filter(({ id }) => !after.some((promise) => promise.id === id))
    .map((promise) => ({ change: "removed" as const, promise, fields: [] }));
  return [...kept, ...gone];
}

const fieldsOf = (goal: PlanGoal): Readonly<Record<GoalField, string>> => ({
  title: goal.title,
  why: goal.why,
  horizon: goal.horizon,
  measure: goal.measure
    ? [goal.measure.unit, goal.measure.baseline, goal.measure.target].filter(Boolean).join(" · ")
    : "",
  due: goal.due ?? "",
  serves: goal.servesSchoolGoal ?? "",
  scope: goal.scope,
  common: (goal.common ?? []).join(" · "),
  owner: goal.ownerId,
  agreed: goal.joint?.agreed ?? "",
  decision: goal.joint?.decision ?? "",
  nextStep: goal.joint?.nextStep ?? "",
});

const partsOf = (promise: PlanPromise): Readonly<Record<PromiseField, string>> => ({
  title: promise.title,
  plan: promise.plan,
  due: promise.due ?? "",
  owner: promise.ownerId ?? "",
  direction: promise.direction,
});

function differing<F extends string>(
  before: Readonly<Record<F, string>>,
  after: Readonly<Record<F, string>>,
): readonly FieldChange<F>[] {
  return (Object.keys(after) as F[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
