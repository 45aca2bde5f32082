/** What one partner thanked another for. */

import type { LocalDate } from "../time/calendar.ts";
import type { Store } from "../store.ts";

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

export interface ThanksStore extends Store<Thanks> {
  /** Said on that day or later, in these partnerships. */
  since(partnershipIds: readonly string[], from: LocalDate): Promise<readonly Thanks[]>;
}
