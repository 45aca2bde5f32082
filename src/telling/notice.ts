/** What waits to be said to somebody, or was said as a line of a message. */

import type { Address } from "../team/person.ts";
import type { Card } from "../card.ts";
import type { HeldMessage } from "../nudge/facts.ts";
import type { LocalDate } from "../time/local-time.ts";
import type { BulkStore } from "../store.ts";

/** A message of another feature that waits for its time, or was told as a line of a message. */
export interface Notice extends HeldMessage {
  /** Who is to be told: the person it was for, or who stands in for them. */
  readonly personId: string;
  readonly kind: string;
  readonly to: Address;
  readonly card: Card;
  readonly thread: string | null;
  /** Nobody who stands in can answer it: it waits for the person themself. */
  readonly isPersonal: boolean;
  readonly arisenAt: Date;
  /** `told` alone under its own key, or `listed` as a line of `inMessage`. */
  readonly state: "held" | "told" | "listed" | "settled";
  readonly inMessage: string | null;
  readonly toldOn: LocalDate | null;
}

export interface NoticeStore extends BulkStore<Notice> {
  /** Those that wait, in the order in which they arose. */
  held(personIds: readonly string[]): Promise<readonly Notice[]>;
}
