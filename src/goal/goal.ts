/** What a goal is and what can happen to it. */

import type { LocalDate } from "../time/calendar.ts";
import type { Side } from "../team/person.ts";
import type { NumberedStore, Page, Paged } from "../store.ts";

/** Short: one marking period or about 12 weeks; long: a semester or more (rules, section 2). */
export type Horizon = "short" | "long";

export type GoalStatus =
  | "draft"
  | "not_started"
  | "on_track"
  | "at_risk"
  /** One side said done; the other is asked (decision 2). */
  | "awaiting_confirmation"
  | "done"
  | "stopped"
  | "carried_over";

export interface Measure {
  /** What is counted, in the words of the person: "percent of pupils with a record". */
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly current: string;
}

export interface Goal {
  /** Short enough to type: `g-41`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly ownerId: string;
  readonly department: Side;
  readonly title: string;
  readonly horizon: Horizon;
  readonly why: string;
  readonly measure: Measure | null;
  readonly start: LocalDate;
  readonly due: LocalDate | null;
  /** The school goal it serves, in the school's words; null when none was chosen. */
  readonly servesSchoolGoal: string | null;
  readonly scope: "department" | "common" | "school_wide";
  readonly status: GoalStatus;
  /** Who said done, when, and where it stood before; null while nobody did. */
  readonly claim: { readonly byId: string; readonly at: Date; readonly from?: GoalStatus } | null;
  /** The instant of the last claim that was withdrawn: it names that one alone. */
  readonly withdrawnAt?: Date;
  /** Who confirmed; left out where silence did. */
  readonly confirmedById?: string;
  /** The last claim the other side said not yet to, and who did: a repeated answer finds it here. */
  readonly declined?: { readonly byId: string; readonly claim: NonNullable<Goal["claim"]> };
  readonly doneOn: LocalDate | null;
  /** A thing, not a person; only when stopped. */
  readonly stoppedReason: string | null;
  /** Id of the event that made it, so that a repeated delivery makes one goal. */
  readonly origin: string;
  /** Gone for everyone; kept as a row so that a late press gets a clear answer. */
  readonly deleted: boolean;
  /** Who changed it last, and when; absent while it stands as it was logged. */
  readonly lastEdit?: { readonly byId: string; readonly at: Date };
  readonly createdAt: Date;
}

/** Goals somebody still works on. */
export const OPEN_GOAL: readonly GoalStatus[] = [
  "draft",
  "not_started",
  "on_track",
  "at_risk",
  "awaiting_confirmation",
];

export const isOpen = (goal: Goal): boolean => !goal.deleted && OPEN_GOAL.includes(goal.status);

/** Whether somebody can say it is done: work is under way and nobody said so yet. */
export const canClaim = (goal: Goal): boolean =>
  !goal.deleted && ["not_started", "on_track", "at_risk"].includes(goal.status);

/** Whether its logger can still take it back: nobody has worked on it yet. */
export const canUndo = (goal: Goal): boolean =>
  !goal.deleted && goal.claim === null && ["draft", "not_started"].includes(goal.status);

/** Taken back. The same object when it cannot be any more, or was already. */
export const undoGoal = (goal: Goal): Goal => (canUndo(goal) ? { ...goal, deleted: true } : goal);

export interface GoalStore extends NumberedStore<Goal> {
  /** Done on that day or later, in these partnerships. */
  doneSince(partnershipIds: readonly string[], from: LocalDate): Promise<readonly Goal[]>;
  /** Not deleted, earliest due first (none last), then by id. */
  list(query: GoalQuery): Promise<Paged<Goal>>;
}

export interface GoalQuery {
  readonly partnershipIds: readonly string[];
  readonly ownerId?: string;
  readonly statuses?: readonly GoalStatus[];
  /** Those of which all of this is so. */
  readonly where?: Partial<Pick<Goal, "department" | "horizon" | "scope">>;
  /** Done on that day or later. */
  readonly doneFrom?: LocalDate;
  readonly page: Page;
}
