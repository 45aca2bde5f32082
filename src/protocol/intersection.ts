/** Where goals of the two sides meet: pairs that people make, and hints that only name a fact. Pure. */

import type { Goal } from "../goal/goal.ts";
import type { Partnership } from "../team/partnership.ts";
import { daysBetween } from "../time/calendar.ts";
import type { LocalDate } from "../time/local-time.ts";
import { bothSaid, hashOf, sayYes, type Agreeing, type Yes } from "./one-text.ts";

/** One goal of each side under a sentence that both accept (systems, row 5). */
export interface Intersection {
  readonly id: string;
  readonly libraryGoalId: string;
  readonly itGoalId: string;
  /** The common goal, in their words. */
  readonly common: string;
  readonly writtenById: string;
  readonly agreeing: Agreeing;
}

interface Held {
  readonly intersections: readonly Intersection[];
  readonly noneYet: readonly Yes[];
}

export type PairRefusal =
  | { readonly kind: "same_goal" }
  | { readonly kind: "same_department"; readonly department: Goal["department"] };

export interface Pair {
  readonly libraryGoalId: string;
  readonly itGoalId: string;
}

/** The pair that two goals make, or why they make none (AC-05). */
export function pairOf(
  one: Pick<Goal, "id" | "department">,
  other: Pick<Goal, "id" | "department">,
): Pair | PairRefusal {
  if (one.id === other.id) return { kind: "same_goal" };
  if (one.department === other.department)
    return { kind: "same_department", department: one.department };
  return one.department === "library"
    ? { libraryGoalId: one.id, itGoalId: other.id }
    : { libraryGoalId: other.id, itGoalId: one.id };
}

const hashOfPair = ({ libraryGoalId, itGoalId }: Pair, common: string): string =>
  hashOf([libraryGoalId, itGoalId, common]);

const isPair = (each: Pair, pair: Pair): boolean =>
  each.libraryGoalId === pair.libraryGoalId && each.itGoalId === pair.itGoalId;

/**
 * Writes the common goal of a pair, as accepted by its writer. Another sentence clears what the other
 * side accepted; the same one only adds the writer. What was "none yet" is so no longer.
 */
export function writePair<C extends Held>(
  cycle: C,
  pair: Pair,
  said: {
    readonly id: string;
    readonly common: string;
    readonly byId: string;
    readonly at: Date;
  },
): C {
  const known = cycle.intersections.find((each) => isPair(each, pair));
  const agreeing = sayYes(
    known?.agreeing ?? null,
    hashOfPair(pair, said.common),
    said.byId,
    said.at,
  );
  if (agreeing === known?.agreeing) return cycle;
  const isSame = known?.common === said.common;
  const written: Intersection = {
    ...pair,
    id: known?.id ?? said.id,
    common: said.common,
    writtenById: isSame ? known.writtenById : said.byId,
    agreeing,
  };
  return {
    ...cycle,
    noneYet: [],
    intersections: known
      ? cycle.intersections.map((each) => (each === known ? written : each))
      : [...cycle.intersections, written],
  };
}

/** Somebody accepts the sentence of that round; one that was changed since stays as it is. */
export function acceptPair<C extends Held>(cycle: C, id: string, round: number, yes: Yes): C {
  const found = cycle.intersections.find((each) => each.id === id);
  if (found?.agreeing.round !== round) return cycle;
  const agreeing = sayYes(found.agreeing, found.agreeing.hash, yes.personId, yes.at);
  if (agreeing === found.agreeing) return cycle;
  return {
    ...cycle,
    intersections: cycle.intersections.map((each) =>
      each === found ? { ...found, agreeing } : each,
    ),
  };
}

/** Takes a pair apart; an unknown one changes nothing. */
export function unpair<C extends Held>(cycle: C, id: string): C {
  const rest = cycle.intersections.filter((each) => each.id !== id);
  return rest.length === cycle.intersections.length ? cycle : { ...cycle, intersections: rest };
}

/** "None yet" is an answer too (systems, row 5); said once by a person, and never over a pair. */
export function sayNoneYet<C extends Held>(cycle: C, yes: Yes): C {
  const isSaid = cycle.noneYet.some(({ personId }) => personId === yes.personId);
  if (cycle.intersections.length > 0 || isSaid) return cycle;
  return { ...cycle, noneYet: [...cycle.noneYet, yes] };
}

export const isAccepted = ({ agreeing }: Intersection, partnership: Partnership): boolean =>
  bothSaid(agreeing, agreeing.hash, partnership);

/** Why two goals may be worth a look: a fact about both, never a guess at what they mean. */
export interface Suggestion extends Pair {
  readonly because:
    | { readonly kind: "school_goal"; readonly schoolGoal: string }
    | { readonly kind: "due"; readonly library: LocalDate; readonly it: LocalDate };
}

/** Due dates this near each other are worth a look. */
const NEAR_DAYS = 7;
const MOST_SUGGESTED = 3;

/** Pairs not made yet whose goals serve one school goal, or are due within a week of each other. */
export function suggestions(goals: readonly Goal[], made: readonly Pair[]): readonly Suggestion[] {
  const of = (side: Goal["department"]): readonly Goal[] =>
    goals.filter(({ department }) => department === side);
  const found = of("library").flatMap((library) =>
    of("it").flatMap((it): readonly Suggestion[] => {
      const pair = { libraryGoalId: library.id, itGoalId: it.id };
      if (made.some((each) => isPair(each, pair))) return [];
      const schoolGoal = library.servesSchoolGoal;
      if (schoolGoal !== null && schoolGoal === it.servesSchoolGoal)
        return [{ ...pair, because: { kind: "school_goal", schoolGoal } }];
      if (!library.due || !it.due || Math.abs(daysBetween(library.due, it.due)) > NEAR_DAYS)
        return [];
      return [{ ...pair, because: { kind: "due", library: library.due, it: it.due } }];
    }),
  );
  const rank = ({ because }: Suggestion): number => (because.kind === "school_goal" ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SUGGESTED);
}
