/** The working agreement: three to five lines that both sides say yes to (systems, row 36). Pure. */

import type { Cycle } from "./cycle.ts";
import { hashOf, sayYes, type Yes } from "./one-text.ts";

export const FEWEST_LINES = 3;
export const MOST_LINES = 5;

/** The lines of what was typed, without list marks and empty ones. */
export const linesOf = (typed: string): readonly string[] =>
  typed
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u, "").trim())
    .filter((line) => line !== "");

/** Writes it, as agreed by its writer; other words clear what the other side agreed to. */
export function writeWorking(cycle: Cycle, lines: readonly string[], by: Yes): Cycle {
  const agreeing = sayYes(cycle.working?.agreeing ?? null, hashOf(lines), by.personId, by.at);
  if (agreeing === cycle.working?.agreeing) return cycle;
  const isSame = agreeing.hash === cycle.working?.agreeing.hash;
  const writtenById = isSame ? cycle.working.writtenById : by.personId;
  return { ...cycle, working: { lines, writtenById, agreeing } };
}

/** Somebody says yes to the words of that round; words changed since stay as they are. */
export function agreeToWorking(cycle: Cycle, round: number, by: Yes): Cycle {
  const { working } = cycle;
  if (working?.agreeing.round !== round) return cycle;
  const agreeing = sayYes(working.agreeing, working.agreeing.hash, by.personId, by.at);
  return agreeing === working.agreeing ? cycle : { ...cycle, working: { ...working, agreeing } };
}
