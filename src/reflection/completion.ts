/** A goal is finished by both sides: one says done, the other confirms or says not yet (decision 2). */

import { isOpen, type Goal } from "../goal/goal.ts";
import { otherSide, sideOf, type Partnership } from "../team/partnership.ts";
import { localDate, type LocalDate } from "../time/calendar.ts";
import type { Side } from "../team/person.ts";

/** One side says done. The first claim keeps its date; a goal that is not open stays as it is. */
export function claimDone(goal: Goal, byId: string, now: Date): Goal {
  if (!isOpen(goal) || goal.claim) return goal;
  // Its instant names a claim, so no claim is made at the instant of the one before.
  const before = [goal.declined?.claim.at, goal.withdrawnAt].map((at) => 1 + (at?.getTime() ?? 0));
  const at = new Date(Math.max(now.getTime(), ...before));
  return { ...goal, status: "awaiting_confirmation", claim: { byId, at, from: goal.status } };
}

/** Whoever said done takes it back while nobody has answered; for others, and later, it stays as it is. */
export function withdrawClaim(goal: Goal, byId: string): Goal {
  const { status, claim } = goal;
  if (status !== "awaiting_confirmation" || claim?.byId !== byId) return goal;
  return { ...goal, status: claim.from ?? "on_track", claim: null, withdrawnAt: claim.at };
}

/** The side that is asked to confirm: not the one that said done. Undefined while nobody did. */
export function confirmingSide(goal: Goal, partnership: Partnership): Side | undefined {
  const claimed = goal.claim && sideOf(partnership, goal.claim.byId);
  return claimed ? otherSide(claimed) : undefined;
}

/** Names one claim, so that a press on the card of an earlier one can be told from one on this. */
export const claimId = (goal: Goal): string =>
  goal.claim ? goal.claim.at.getTime().toString(36) : "";

/**
 * Confirmed: done on the day it was said to be, in the school's zone. Twice changes nothing.
 * @param byId undefined where nobody said anything.
 */
export function confirmDone(goal: Goal, timezone: string, byId?: string): Goal {
  if (goal.status !== "awaiting_confirmation" || !goal.claim) return goal;
  const doneOn = localDate(goal.claim.at, timezone);
  return { ...goal, status: "done", doneOn, ...(byId ? { confirmedById: byId } : {}) };
}

/** Whoever confirmed takes it back: the question is open again. */
export function unconfirmDone(goal: Goal, byId: string): Goal {
  const { confirmedById, ...rest } = goal;
  if (goal.status !== "done" || confirmedById !== byId) return goal;
  return { ...rest, status: "awaiting_confirmation", doneOn: null };
}

/** Not yet: back on track, and no survey starts (AC-21). Remembers what was said not yet to. */
export function notYetDone(goal: Goal, byId: string): Goal {
  const { status, claim } = goal;
  if (status !== "awaiting_confirmation" || !claim) return goal;
  return { ...goal, status: "on_track", claim: null, declined: { byId, claim } };
}

/** The goal as it was when this person said not yet, so that they can say it again; else as it is. */
export function beforeNotYet(goal: Goal, byId: string): Goal {
  const { status, claim, declined } = goal;
  return status === "on_track" && !claim && declined?.byId === byId
    ? { ...goal, status: "awaiting_confirmation", claim: declined.claim }
    : goal;
}

/** One reflection for each finishing of a goal. */
export const reflectionId = (goalId: string, doneOn: LocalDate): string => `rf/${goalId}/${doneOn}`;
