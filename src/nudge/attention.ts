import type { LocalDate } from "../time/local-time.ts";
import type { BulkStore } from "../store.ts";

/**
 * How a message to a person is treated by the nudge policy (N-2, N-6):
 * - `now`: at once, whatever the time: a live lesson, or what this very policy decided.
 * - `answer`: the reply to something the person did, or what a partner has just asked them by a press
 *   of their own, such as to confirm a goal, or that a partner left. Not counted, but never in quiet time.
 * - `expected`: the person set it going and was told that it comes, such as a survey after both
 *   sides said done. One of a day, not counted in the week, and never in busy weeks.
 * - `question`: a partner, or a process with an end, waits for this person. Counted.
 * - `news`: everything else. Counted, and leaves room for the digest.
 */
export type Manner = "now" | "answer" | "expected" | "question" | "news";

/** One row a person, by which they are found when it is time to look at them again. */
export interface Attention {
  /** Id of the person. */
  readonly id: string;
  /** When to look at them next; null when nothing is planned. */
  readonly nextAt: Date | null;
  /** The last unasked direct messages, latest last; as many as the caps and `why` need. */
  readonly told: readonly Told[];
  /** Digests since the last press on one (N-7). */
  readonly silent: number;
  /** When they were asked how often they want digests; null: never. */
  readonly cadenceAskedOn: LocalDate | null;
  /** When they were last asked whether to thank somebody; null: never (N-12). */
  readonly thanksAskedOn: LocalDate | null;
  /** The day on which this week's digest was due and looked at, told or not. */
  readonly lookedOn: LocalDate | null;
  /**
   * The day on which they pressed or typed something after that day's message: they are in it, so a
   * question that follows is part of the conversation and neither waits nor counts.
   */
  readonly answeredOn: LocalDate | null;
  /** When they last paused their messages or turned them off; null: never (N-13). */
  readonly mutedOn: LocalDate | null;
  /** The last day of the absence after which things were handed back. */
  readonly handedBackOn: LocalDate | null;
}

export interface Told {
  readonly on: LocalDate;
  readonly kind: TellingKind;
}

/** What one unasked direct message is; `expected` ones are not counted in the week. */
export type TellingKind = "weekly" | "notice" | "reminder" | "expected";

export const newAttention = (personId: string): Attention => ({
  id: personId,
  nextAt: null,
  told: [],
  silent: 0,
  cadenceAskedOn: null,
  thanksAskedOn: null,
  lookedOn: null,
  answeredOn: null,
  mutedOn: null,
  handedBackOn: null,
});
/** After they did something; the same object when nothing was said to them that day. */
export const afterActing = (attention: Attention, today: LocalDate): Attention =>
  attention.answeredOn === today || !attention.told.some(({ on }) => on === today)
    ? attention
    : { ...attention, answeredOn: today };

const TOLD_KEPT = 10;

/** With one more message told; the same object when it is known of that day already. */
export const afterTelling = (attention: Attention, told: Told): Attention =>
  attention.told.some(({ on }) => on === told.on)
    ? attention
    : { ...attention, told: [...attention.told, told].slice(-TOLD_KEPT) };

/** Who is to be looked at when, by the nudge policy. */
export interface AttentionStore extends BulkStore<Attention> {
  /** Those whose time has come, longest due first. */
  due(now: Date, limit: number): Promise<readonly Attention[]>;
  /** Who paused or turned off their messages on that day or later (N-13). */
  mutedSince(from: LocalDate): Promise<readonly Attention[]>;
  /** Every moment at which somebody is to be looked at; for the sweep on start. */
  moments(): Promise<readonly Date[]>;
}
