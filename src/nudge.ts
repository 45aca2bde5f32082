/** The weekly digest as it was sent, so that a press can redraw it and a repeat can be told. */

import type { LocalDate } from "./calendar.ts";

export interface DigestEntry {
  readonly kind: "item" | "check_in" | "goal";
  readonly id: string;
  readonly partnershipId: string;
  /** When it was due as the digest told it, so that a re-plan since then shows; null for others. */
  readonly due: LocalDate | null;
  /** How many digests have shown it overdue, this one included; counting again changes nothing. */
  readonly overdueNudges: number;
}

export interface Digest {
  /** `digest/<person>/<date>` (N-14). */
  readonly id: string;
  readonly personId: string;
  readonly date: LocalDate;
  /** At most three (N-1). */
  readonly entries: readonly DigestEntry[];
  /** How many more there were. */
  readonly more: number;
  /** When the person first pressed something on it; null while they have not (N-7). */
  readonly pressedAt: Date | null;
}
