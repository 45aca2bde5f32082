/** Meeting 1: one side says a goal of the other in its own words, and hears whether that is it. Pure. */

import type { Goal } from "../goal/goal.ts";
import { sideOf, type Partnership } from "../team/partnership.ts";

/** A partner's goal as somebody of the other side understood it (systems, row 4). */
export interface Understanding {
  readonly id: string;
  readonly goalId: string;
  readonly byId: string;
  readonly words: string;
  readonly status: "asked" | "understood" | "not_quite";
  readonly answeredById: string | null;
  /** What was missing in it; "" when nothing was said. */
  readonly note: string;
}

/** Two prompts that may stay empty (systems, rows 25 and 26); for the partners alone. */
export interface GoalNote {
  readonly goalId: string;
  /** Who could be left out, and by what. */
  readonly leftOut: string;
  /** What people here believe that holds it back. */
  readonly beliefs: string;
}

interface Held {
  readonly understandings: readonly Understanding[];
  readonly notes: readonly GoalNote[];
}

/** Whether somebody may restate a goal: it is the other side's. */
export const mayRestate = (
  goal: Pick<Goal, "department">,
  partnership: Partnership,
  personId: string,
): boolean => {
  const side = sideOf(partnership, personId);
  return side !== undefined && side !== goal.department;
};

/** Adds what somebody understood; the same id once. Their earlier words on that goal give way. */
export function restate<C extends Held>(
  cycle: C,
  said: Pick<Understanding, "id" | "goalId" | "byId" | "words">,
): C {
  if (cycle.understandings.some(({ id }) => id === said.id)) return cycle;
  const others = cycle.understandings.filter(
    ({ goalId, byId }) => goalId !== said.goalId || byId !== said.byId,
  );
  const asked = { ...said, status: "asked", answeredById: null, note: "" } as const;
  return { ...cycle, understandings: [...others, asked] };
}

/** The other side answers. The first answer stays; unknown ids change nothing. */
export function answerRestatement<C extends Held>(
  cycle: C,
  id: string,
  answer: { readonly byId: string; readonly right: boolean; readonly note: string },
): C {
  const found = cycle.understandings.find((each) => each.id === id);
  if (found?.status !== "asked") return cycle;
  const answered: Understanding = {
    ...found,
    status: answer.right ? "understood" : "not_quite",
    answeredById: answer.byId,
    note: answer.note,
  };
  return {
    ...cycle,
    understandings: cycle.understandings.map((each) => (each.id === id ? answered : each)),
  };
}

/** Keeps the prompts of a goal; both empty takes them away. */
export function noteGoal<C extends Held>(cycle: C, note: GoalNote): C {
  const others = cycle.notes.filter(({ goalId }) => goalId !== note.goalId);
  return { ...cycle, notes: note.leftOut || note.beliefs ? [...others, note] : others };
}
