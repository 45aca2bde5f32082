/** Which goals stand on the goal sheet of a school year, also once it is closed. Pure. */

import type { Goal } from "../goal/goal.ts";
import { localDate } from "../time/calendar.ts";
import type { Cycle } from "./cycle.ts";
import { PLAN_GOAL } from "./plan-text.ts";

/**
 * What was open, done, stopped or carried over in that year, in the order given; no drafts. Somebody
 * decided about it then, or it was finished or begun then; what is still open belongs to the open year.
 */
export function goalsOfYear(
  goals: readonly Goal[],
  { decisions, startedAt, closedAt }: Pick<Cycle, "decisions" | "startedAt" | "closedAt">,
  timezone: string,
): readonly Goal[] {
  const began = localDate(startedAt, timezone);
  const ended = closedAt && localDate(closedAt, timezone);
  const isIn = (date: Goal["doneOn"]): boolean =>
    date !== null && date >= began && (ended === null || date <= ended);
  return goals.filter(({ id, deleted, status, doneOn, start }) => {
    if (deleted || status === "draft") return false;
    if (PLAN_GOAL.includes(status)) return ended === null;
    if (decisions.some(({ goalId }) => goalId === id)) return true;
    return status === "done" ? isIn(doneOn) : isIn(start);
  });
}
