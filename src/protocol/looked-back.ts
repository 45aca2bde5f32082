/**
 * Reflect for Revision in the plan: the joint column that both sides confirmed stands in the goal's
 * row, and the next version shows the row with it (systems, row 20; AC-25). Pure.
 */

import type { JointColumn, Reflection } from "../reflection/reflection.ts";
import { latestVersion, type Cycle } from "./cycle.ts";
import type { JointWords, LookedBack, PlanGoal, PlanText } from "./plan-text.ts";
import { step, type Facts } from "./protocol.ts";

export const lookedBackOf = (
  { id, goalId }: Pick<Reflection, "id" | "goalId">,
  { agreed, decision, nextStep }: JointColumn,
): LookedBack => ({ reflectionId: id, goalId, agreed, decision, nextStep });

/** A row goes on with what was agreed about it; it ends with the goal when both retire or replace it. */
export const goesOn = ({ decision }: Pick<JointWords, "decision">): boolean =>
  decision === "continue" || decision === "revise";

/** The rows of a plan once both sides looked back on one of them. */
export const rowsAfter = (
  goals: readonly PlanGoal[],
  { goalId, agreed, decision, nextStep }: LookedBack,
): readonly PlanGoal[] =>
  goals.flatMap((goal) => {
    if (goal.id !== goalId) return [goal];
    return goesOn({ decision }) ? [{ ...goal, joint: { agreed, decision, nextStep } }] : [];
  });

/**
 * Keeps what both agreed on, once; and, with their confirmations as the yeses to it, freezes `text` as
 * the next version. Without a text, or where it is the latest version already, only the former.
 */
export function takeUp(
  cycle: Cycle,
  lookedBack: LookedBack,
  text: Pick<PlanText, "id" | "hash" | "goals"> | undefined,
  { joint, facts, at }: { readonly joint: JointColumn; readonly facts: Facts; readonly at: Date },
): Cycle {
  const known = cycle.lookedBack ?? [];
  if (known.some(({ reflectionId }) => reflectionId === lookedBack.reflectionId)) return cycle;
  const kept = { ...cycle, lookedBack: [...known, lookedBack] };
  if (!text || latestVersion(cycle)?.hash === text.hash) return kept;
  const frozen: Cycle = {
    ...kept,
    reflecting: kept.reflecting.filter((id) => id !== lookedBack.reflectionId),
    versions: [
      ...kept.versions,
      {
        number: (latestVersion(cycle)?.number ?? 0) + 1,
        textId: text.id,
        hash: text.hash,
        agreed: joint.confirmedByIds.map((personId) => ({ personId, at })),
        at,
        reflectionId: lookedBack.reflectionId,
      },
    ],
  };
  // Both said yes to this very text: nothing of it can lack what the version before it had.
  const agreed = { ...facts, agreed: BOTH, incomplete: 0, kept: text.goals.length };
  const reflected = step(frozen, "reflect", agreed);
  const here = reflected.type === "moved" ? reflected.to : frozen;
  const moved = step(here, "agree", agreed);
  return moved.type === "moved" ? moved.to : here;
}

const BOTH = ["library", "it"] as const;
