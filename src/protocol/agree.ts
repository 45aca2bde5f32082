/** Agreeing on the plan: two yeses to one text freeze it as the next version (AC-07). Pure. */

import type { Partnership } from "../team/partnership.ts";
import { latestVersion, type Cycle } from "./cycle.ts";
import { bothSaid, sayYes, type Yes } from "./one-text.ts";
import type { PlanText } from "./plan-text.ts";
import { step, type Facts, type Refusal } from "./protocol.ts";

const BOTH = ["library", "it"] as const;

/** What keeps anybody from agreeing now, but for the other side's yes. */
export function agreeRefusal(cycle: Cycle, facts: Facts): Refusal | undefined {
  const taken = step(cycle, "agree", { ...facts, agreed: BOTH });
  return taken.type === "refused" ? taken.refusal : undefined;
}

/**
 * Somebody says yes to a text. A yes of the other side to another text is cleared; with its yes to
 * this one the version is frozen, and the reflections that led to it are taken up. The same object
 * when nothing changes by it.
 */
export function agreeToPlan(
  cycle: Cycle,
  text: Pick<PlanText, "id" | "hash">,
  { personId, at }: Yes,
  {
    partnership,
    facts,
    takenUp,
  }: {
    readonly partnership: Partnership;
    readonly facts: Facts;
    /** Ids of reflections whose joint column is confirmed. */
    readonly takenUp: readonly string[];
  },
): Cycle {
  if (latestVersion(cycle)?.hash === text.hash || agreeRefusal(cycle, facts)) return cycle;
  const agreeing = sayYes(cycle.agreeing, text.hash, personId, at);
  if (!bothSaid(agreeing, text.hash, partnership))
    return agreeing === cycle.agreeing ? cycle : { ...cycle, agreeing };
  const moved = step(cycle, "agree", { ...facts, agreed: BOTH });
  if (moved.type === "refused") return cycle;
  return {
    ...moved.to,
    agreeing,
    reflecting: cycle.reflecting.filter((id) => !takenUp.includes(id)),
    versions: [
      ...cycle.versions,
      {
        number: (latestVersion(cycle)?.number ?? 0) + 1,
        textId: text.id,
        hash: text.hash,
        agreed: agreeing.said,
        at,
      },
    ],
  };
}

/** A goal leaves the plan, or comes back into it. */
export function keepGoal(cycle: Cycle, goalId: string, isKept: boolean): Cycle {
  const isLeftOut = cycle.leftOut.includes(goalId);
  if (isLeftOut === !isKept) return cycle;
  return {
    ...cycle,
    leftOut: isKept ? cycle.leftOut.filter((id) => id !== goalId) : [...cycle.leftOut, goalId],
  };
}
