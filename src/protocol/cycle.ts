/** One school year of a partnership: where its protocol stands and what the meetings brought. */

import type { LocalDate } from "../time/local-time.ts";
import type { Partnership } from "../team/partnership.ts";
import type { Intersection } from "./intersection.ts";
import type { Offer } from "./offer.ts";
import type { Agreeing, Yes } from "./one-text.ts";
import type { LookedBack } from "./plan-text.ts";
import type { Protocol } from "./protocol.ts";
import type { GoalNote, Understanding } from "./understanding.ts";
import type { YearDecision } from "./year-end.ts";
import type { Store } from "../store.ts";

/** A text of the plan that both sides agreed on; the text itself is kept under `textId` for good. */
export interface Version {
  readonly number: number;
  readonly textId: string;
  readonly hash: string;
  readonly agreed: readonly Yes[];
  readonly at: Date;
  /** The reflection whose joint column, once both had confirmed it, made this version. */
  readonly reflectionId?: string;
}

/** Three to five lines on how the two sides work together (systems, row 36). */
export interface WorkingAgreement {
  readonly lines: readonly string[];
  readonly writtenById: string;
  readonly agreeing: Agreeing;
}

export interface Cycle extends Protocol {
  /** `<partnership>/<label>`. */
  readonly id: string;
  readonly partnershipId: string;
  /** The school year as the school calls it: "2026-27". */
  readonly label: string;
  /** Days told for the first two meetings; null until they are. */
  readonly goalSheetOn: LocalDate | null;
  readonly actionPlanOn: LocalDate | null;
  readonly understandings: readonly Understanding[];
  readonly notes: readonly GoalNote[];
  readonly intersections: readonly Intersection[];
  /** Who said that the goals meet nowhere yet. */
  readonly noneYet: readonly Yes[];
  readonly offers: readonly Offer[];
  readonly working: WorkingAgreement | null;
  /** Goals that are no part of the plan. */
  readonly leftOut: readonly string[];
  readonly agreeing: Agreeing | null;
  /** Oldest first. */
  readonly versions: readonly Version[];
  /** Reflections that the protocol waited for and no version has taken up. */
  readonly reflecting: readonly string[];
  /** Joint columns that both sides confirmed in this year, oldest first. */
  readonly lookedBack?: readonly LookedBack[];
  readonly decisions: readonly YearDecision[];
  readonly closing: Agreeing | null;
  readonly closedAt: Date | null;
  readonly startedAt: Date;
}

export const cycleId = ({ id, cycle }: Pick<Partnership, "id" | "cycle">): string =>
  `${id}/${cycle}`;

/** A school year in which nothing has happened yet. */
export function newCycle(partnership: Pick<Partnership, "id" | "cycle">, now: Date): Cycle {
  return {
    id: cycleId(partnership),
    partnershipId: partnership.id,
    label: partnership.cycle,
    state: "not_started",
    before: null,
    goalSheetOn: null,
    actionPlanOn: null,
    understandings: [],
    notes: [],
    intersections: [],
    noneYet: [],
    offers: [],
    working: null,
    leftOut: [],
    agreeing: null,
    versions: [],
    reflecting: [],
    decisions: [],
    closing: null,
    closedAt: null,
    startedAt: now,
  };
}

export const latestVersion = ({ versions }: Pick<Cycle, "versions">): Version | undefined =>
  versions.at(-1);

export interface CycleStore extends Store<Cycle> {
  /** School years of a partnership, latest first. */
  ofPartnership(partnershipId: string): Promise<readonly Cycle[]>;
}
