/** The school year closes once both sides agree to the same decisions. Pure. */

import type { Partnership } from "../team/partnership.ts";
import type { Cycle } from "./cycle.ts";
import { bothSaid, sayYes, type Yes } from "./one-text.ts";
import { step, type Facts } from "./protocol.ts";

const BOTH = ["library", "it"] as const;

/**
 * Somebody says yes to the decisions of that hash; with the other side's yes the year is closed. Pure.
 * The same object when nothing changes by it.
 */
export function agreeToClose(
  cycle: Cycle,
  hash: string,
  yes: Yes,
  { partnership, facts }: { readonly partnership: Partnership; readonly facts: Facts },
): Cycle {
  const moved = step(cycle, "close", { ...facts, closingAgreed: BOTH });
  if (moved.type === "refused") return cycle;
  const closing = sayYes(cycle.closing, hash, yes.personId, yes.at);
  if (!bothSaid(closing, hash, partnership))
    return closing === cycle.closing ? cycle : { ...cycle, closing };
  return { ...moved.to, closing, closedAt: yes.at };
}
