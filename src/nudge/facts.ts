/** What the nudge policy decides from, and what it decides. Reading the one and doing the other is for others. */

import type { LocalDate } from "../time/calendar.ts";
import type { Cadence } from "../team/availability.ts";
import type { Attention, Manner, TellingKind } from "./attention.ts";
import type { Lines, PartnershipFacts } from "./lines.ts";
import type { DigestEntry } from "./nudge.ts";
import type { Reach } from "./reach.ts";
import type { NudgeSettings } from "./settings.ts";

/** A message that waits, as far as the policy has to know it. */
export interface HeldMessage {
  readonly id: string;
  readonly manner: Exclude<Manner, "now">;
  /** From then on it is no longer worth saying; null: always. */
  readonly expiresAt: Date | null;
}

/** Everything about one person. */
export interface Facts {
  readonly now: Date;
  readonly reach: Reach;
  readonly settings: NudgeSettings;
  /** What they chose. */
  readonly cadence: Cadence;
  readonly attention: Attention;
  /** All their partnerships, and those of whom they stand in for. */
  readonly places: readonly PartnershipFacts[];
  /** Messages of other features that wait, in the order in which they arose. */
  readonly held: readonly HeldMessage[];
  /** An absence with a cover that is over and was not handed back yet. */
  readonly handBack: { readonly end: LocalDate } | null;
  /** Id of a step that the other side did for them lately, for which nobody said thanks (N-12). */
  readonly quietSuccess: string | null;
  /** Until then they do not want to be disturbed, as their platform says; absent: they may be. */
  readonly leftAloneUntil?: Date;
}

/** One unasked direct message. */
export interface Telling {
  readonly kind: TellingKind;
  readonly date: LocalDate;
  /** At most three (N-1); `notice` ones name held messages. */
  readonly entries: readonly DigestEntry[];
  /** What did not fit, in the same order. */
  readonly rest: readonly DigestEntry[];
  /** Asks once how often digests are wanted (N-7). */
  readonly asksCadence: boolean;
  /** Title of a period that begins, for "pick one thing" (N-8). */
  readonly freshStart: string | null;
  /** Id of a kept promise to thank for (N-12). */
  readonly thanksFor: string | null;
  readonly isHandBack: boolean;
}

/** Why a held message is not told yet: hours, do-not-disturb, tests or busy weeks, the caps, or the coming digest. */
export type WaitReason = "quiet" | "alone" | "season" | "day" | "week" | "digest";

export interface Waiting {
  readonly id: string;
  readonly because: WaitReason;
  readonly until: Date | null;
}

export interface Plan {
  /** The one message that is told now. */
  readonly tell: Telling | null;
  /** Replies to what the person did, and questions in the middle of it: told now, each as it is. */
  readonly answers: readonly string[];
  /** Held messages that are no longer worth saying. */
  readonly expired: readonly string[];
  readonly waiting: readonly Waiting[];
  /** This week's digest was due and has been looked at now, told or not. */
  readonly isLookedAt: boolean;
  readonly lines: Lines;
  /** When the next digest can come; null: none by itself. */
  readonly nextDigest: Date | null;
  /** When to ask again; null: when something happens. */
  readonly next: Date | null;
}

/** The first of some moments; null when there is none. */
export const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
