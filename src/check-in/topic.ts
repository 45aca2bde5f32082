/** Something to talk about at the next check-in. */

import type { LocalDate } from "../time/calendar.ts";
import type { NumberedStore, Page, Paged } from "../store.ts";

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

export interface TopicStore extends NumberedStore<Topic> {
  /** All that wait in these partnerships, oldest first. */
  queuedIn(partnershipIds: readonly string[]): Promise<readonly Topic[]>;
  /** Oldest first. */
  queued(partnershipId: string, page: Page): Promise<Paged<Topic>>;
  /** Those that one check-in talked about, oldest first. */
  discussedAt(checkIn: {
    readonly id: string;
    readonly partnershipId: string;
  }): Promise<readonly Topic[]>;
}
