/** One occurrence of the regular meeting, its topics, and what came out of it. */

import type { LocalDate, LocalTime } from "./calendar.ts";
import type { Side } from "./person.ts";

export interface CheckIn {
  readonly id: string;
  readonly partnershipId: string;
  readonly kind: "check_in" | "goal_sheet" | "action_plan" | "reflect_for_revision";
  /** Where the series had put it; stays when the meeting is moved. */
  readonly plannedFor: LocalDate;
  readonly date: LocalDate;
  readonly start: LocalTime;
  readonly minutes: number;
  readonly status: "planned" | "held" | "moved" | "skipped" | "unknown";
  /** Why it was moved or skipped; a thing, not a person. */
  readonly reason: string | null;
  readonly decision: string | null;
  /** One thing each side needs next. */
  readonly needs: Readonly<Partial<Record<Side, string>>>;
  readonly note: string;
}

export interface Topic {
  /** Short enough to type: `t-33`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly proposedById: string;
  readonly title: string;
  readonly status: "queued" | "discussed" | "dropped";
  readonly linkedItemIds: readonly string[];
  /** Id of the check-in that discussed it. */
  readonly checkInId: string | null;
  readonly origin: string;
  readonly proposedOn: LocalDate;
}

/** Appreciation, said in the channel or privately. */
export interface Thanks {
  readonly id: string;
  readonly partnershipId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly text: string;
  readonly visibility: "channel" | "private";
  readonly on: LocalDate;
  readonly origin: string;
}
