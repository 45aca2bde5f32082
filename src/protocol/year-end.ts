/** The end of a school year: what becomes of each open goal, decided one by one. Pure. */

import type { Goal } from "../goal/goal.ts";
import type { LocalDate } from "../time/local-time.ts";
import { hashOf } from "./one-text.ts";
import { PLAN_GOAL } from "./plan-text.ts";

export type YearOutcome = "carried_over" | "stopped" | "closed";

export interface YearDecision {
  readonly goalId: string;
  readonly outcome: YearOutcome;
  /** A thing, not a person; "" unless it is stopped. */
  readonly reason: string;
  readonly byId: string;
  /** The goal it goes on as in the next year; null unless it was carried over. */
  readonly carriedTo: string | null;
}

interface Held {
  readonly decisions: readonly YearDecision[];
}

/** Decides about one goal, over what was decided before. */
export function decide<C extends Held>(cycle: C, decision: YearDecision): C {
  const known = cycle.decisions.find(({ goalId }) => goalId === decision.goalId);
  if (known?.outcome === decision.outcome && known.reason === decision.reason) return cycle;
  const others = cycle.decisions.filter((each) => each !== known);
  return { ...cycle, decisions: [...others, decision] };
}

/** What both sides say yes to: the decisions on the goals that are still open. */
export const hashOfDecisions = ({ decisions }: Held, open: readonly Pick<Goal, "id">[]): string =>
  hashOf(
    open
      .map(({ id }) => {
        const decision = decisions.find(({ goalId }) => goalId === id);
        return [id, decision?.outcome ?? null, decision?.reason ?? ""];
      })
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

export const undecided = <G extends Pick<Goal, "id">>(
  { decisions }: Held,
  open: readonly G[],
): readonly G[] => open.filter(({ id }) => !decisions.some(({ goalId }) => goalId === id));

/** The goal once the year is closed. One that is no longer open stays as it is. */
export function endGoal(goal: Goal, { outcome, reason }: YearDecision, on: LocalDate): Goal {
  if (goal.deleted || !PLAN_GOAL.includes(goal.status)) return goal;
  switch (outcome) {
    case "carried_over":
      return { ...goal, status: "carried_over", claim: null };
    case "stopped":
      return { ...goal, status: "stopped", stoppedReason: reason, claim: null };
    case "closed":
      return { ...goal, status: "done", doneOn: on };
  }
}

/** The same goal in the next year, as a new one that nobody has worked on; it keeps what it means. */
export function carriedGoal(
  goal: Goal,
  {
    origin,
    start,
    now,
  }: { readonly origin: string; readonly start: LocalDate; readonly now: Date },
): Omit<Goal, "id"> {
  return {
    partnershipId: goal.partnershipId,
    ownerId: goal.ownerId,
    department: goal.department,
    title: goal.title,
    horizon: goal.horizon,
    why: goal.why,
    measure: goal.measure,
    servesSchoolGoal: goal.servesSchoolGoal,
    scope: goal.scope,
    start,
    due: goal.due !== null && goal.due >= start ? goal.due : null,
    status: "not_started",
    claim: null,
    doneOn: null,
    stoppedReason: null,
    origin,
    deleted: false,
    createdAt: now,
  };
}

/** The label after this one, in the school's own way of writing it: "2026-27", "2027", "2026/2027". */
export function nextLabel(label: string): string {
  const grown = label.replace(/\d+/gu, (digits) =>
    String((Number(digits) + 1) % 10 ** Math.max(digits.length, 2)).padStart(digits.length, "0"),
  );
  return grown === label ? `${label} +1` : grown;
}
