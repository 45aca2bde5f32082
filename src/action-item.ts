/** One promised step of the action plan: owner, direction, when and where, due. */

import type { LocalDate } from "./calendar.ts";

export type Direction = "it_supports_library" | "library_supports_it" | "own_work";

export type ItemStatus = "open" | "blocked" | "snoozed" | "done" | "dropped";

export interface ActionItem {
  /** Short enough to type: `a-81`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly goalId: string;
  readonly direction: Direction;
  /** Null after "Not mine", until somebody takes it. */
  readonly ownerId: string | null;
  readonly title: string;
  /** "When X, I will do Y at Z" (N-5); may be empty. */
  readonly plan: string;
  readonly due: LocalDate | null;
  readonly status: ItemStatus;
  /** Describes a thing, not a person; only when blocked. */
  readonly blockedReason: string | null;
  /** No nudge before this day (blocked or snoozed). */
  readonly quietUntil: LocalDate | null;
  readonly doneOn: LocalDate | null;
  /** How many digests have shown it since it was overdue (N-3). */
  readonly overdueNudges: number;
  readonly origin: string;
  readonly deleted: boolean;
  readonly createdAt: Date;
}

export const OPEN_ITEM: readonly ItemStatus[] = ["open", "blocked", "snoozed"];

export const isOpenItem = (item: ActionItem): boolean =>
  !item.deleted && OPEN_ITEM.includes(item.status);
