/** One message that is owed to somebody, and what becomes of it. Pure: what happens is the worker's. */

import type { Card } from "../src/card.ts";
import type { Address } from "../src/team/person.ts";
import { DeliveryError, type Delivery, type MessageAddress, type Refusal } from "../src/ports.ts";

export interface OutboxRow {
  /** `<district>/<key>`: a key is used once. */
  readonly _id: string;
  readonly district: string;
  readonly key: string;
  readonly kind: string;
  readonly to: Address;
  readonly card: Card;
  /** Key of the message that opened the thread. */
  readonly thread: string | null;
  /** Sorts in the order of posting. */
  readonly order: string;
  /**
   * `sending` after its lease and `uncertain`: it may have arrived, so it is looked for before it is
   * sent again. `refused` while open: its owner is still to be told.
   */
  readonly state: "waiting" | "sending" | "uncertain" | "sent" | "refused";
  /** Only while something is left to do. */
  readonly open?: true;
  /** Only while open: when to look at it next; while it is claimed, when the lease ends. */
  readonly dueAt?: Date;
  /** Who works on it. */
  readonly claim?: string;
  readonly attempts: number;
  /** Since when it has been trying to be as wanted. */
  readonly since: Date;
  readonly triedAt: Date | null;
  /** The posted message; a row that waits and has one waits to be replaced. */
  readonly message: MessageAddress | null;
  /** Counts revisions: the one wanted, and the one last tried. */
  readonly wanted: number;
  readonly tried: number;
  readonly reason?: Refusal | null;
  readonly closedAt?: Date;
}

/** What came of one try. */
export type Result =
  | { readonly type: "sent"; readonly message: MessageAddress; readonly revision: number }
  | {
      readonly type: "failed";
      readonly during: "looking" | "sending" | "telling";
      readonly error: DeliveryError;
    }
  /** No platform is connected for the address. */
  | { readonly type: "nowhere" }
  | { readonly type: "told" };

/** What is written; a field that is undefined is removed. */
export type Change = { readonly [K in keyof OutboxRow]?: OutboxRow[K] | undefined };

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15 * 60_000;
/** A platform needs a moment before it can find what it has just taken. */
const LOOK_AFTER_MS = 3_000;
const NOWHERE_MS = 60_000;
const GIVE_UP_MS = 24 * 3600_000;
/** How often a message may fail before later ones of its channel pass it. */
const HOLDS = 3;

/** One second, two, four, … a quarter of an hour, each spread by a quarter so that crowds disperse. */
export function backoff(attempts: number, random: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1)) * (0.75 + random / 2);
}

/** The row that `change` makes of it when it is closed: nothing is left to do. */
const closed = (now: Date): Change => ({
  open: undefined,
  dueAt: undefined,
  claim: undefined,
  closedAt: now,
  attempts: 0,
});

/**
 * What the row becomes after a try that ended `now`.
 * @param random between 0 and 1, spreads the retries.
 */
export function settled(row: OutboxRow, result: Result, now: Date, random: number): Change {
  const inMs = (ms: number): Change => ({ dueAt: new Date(now.getTime() + ms), claim: undefined });
  switch (result.type) {
    case "sent":
      return { ...closed(now), state: "sent", message: result.message, tried: result.revision };
    case "told":
      return { ...closed(now), state: "refused" };
    case "nowhere":
      return hasGivenUp(row, now)
        ? lost(row, null, now)
        : { ...inMs(NOWHERE_MS), state: row.state === "sending" ? "waiting" : row.state };
    case "failed": {
      const { during, error } = result;
      const attempts = row.attempts + 1;
      const delay = error.retryAfterMs ?? backoff(attempts, random);
      if (during === "telling") {
        return hasGivenUp(row, now) ? closed(now) : { ...inMs(delay), attempts };
      }
      if (during === "looking") {
        const isOver = error.fate === "refused" || hasGivenUp(row, now);
        return { ...(isOver ? closed(now) : { ...inMs(delay), attempts }), state: "uncertain" };
      }
      if (error.fate === "refused") return lost(row, error.reason, now);
      // Replacing twice is replacing once, so only a first arrival can be in doubt.
      const inDoubt = error.fate === "uncertain" && row.message === null;
      if (hasGivenUp(row, now))
        return inDoubt ? { ...closed(now), state: "uncertain" } : lost(row, null, now);
      return inDoubt
        ? { ...inMs(Math.max(LOOK_AFTER_MS, delay)), attempts, state: "uncertain" }
        : { ...inMs(delay), attempts, state: "waiting" };
    }
  }
}

/** Refused for good: a message that was never posted is still to be told of; a posted one stays. */
function lost(row: OutboxRow, reason: Refusal | null, now: Date): Change {
  return row.message === null
    ? { state: "refused", reason, dueAt: now, claim: undefined, attempts: 0, since: now }
    : { ...closed(now), state: "sent" };
}

const hasGivenUp = (row: OutboxRow, now: Date): boolean =>
  now.getTime() - row.since.getTime() >= GIVE_UP_MS;

/** It may have arrived without our having heard: look for it before sending. */
export const isInDoubt = (row: OutboxRow): boolean =>
  row.message === null && (row.state === "sending" || row.state === "uncertain");

/** It opens a thread and is still on its way. */
export const isComing = (root: OutboxRow): boolean =>
  root.open === true && root.message === null && root.state !== "refused";

/** While it waits for its next try, later messages to the same channel wait behind it. */
export const HOLDING = {
  message: null,
  state: { $ne: "refused" },
  attempts: { $gt: 0, $lte: HOLDS },
} as const;

/** As the platform wants it; `thread` is the message that opened the thread, when there is one. */
export const deliveryOf = (row: OutboxRow, thread: MessageAddress | null): Delivery => ({
  key: row.key,
  kind: row.kind,
  to: row.to,
  card: row.card,
  thread,
  replaces: row.message,
  triedAt: row.triedAt,
});

/** Anything a platform throws that it should not have counts as "it may have arrived". */
export const faultOf = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError("uncertain", { message: "An unexpected fault", cause: error });
