/**
 * Who may send when: per channel over all processes, per workspace within one.
 *
 * A channel is a lane that one worker holds at a time; its row also remembers when the channel may
 * be written to again, so that a restart or a second process does not hurry.
 */

import { randomUUID } from "node:crypto";
import type { Collection } from "mongodb";
import type { Connection } from "mongoose";
import type { Address } from "../src/team/person.ts";
import type { Pace, Rate } from "../src/ports.ts";
import { driverOf, isDuplicate } from "./connection.ts";
import type { Clock } from "../src/time/clock.ts";

/** For a platform that says nothing of it. */
export const CAREFUL: Pace = {
  channel: { everyMs: 1_000, burst: 1 },
  workspace: { everyMs: 1_000, burst: 1 },
};

/**
 * The account after one more message: `full` is when a burst would be available again.
 * All in milliseconds since the epoch.
 */
export const spend = (full: number, now: number, { everyMs }: Rate): number =>
  Math.max(full, now) + everyMs;

/** When the next message may leave, from the account. */
export const readyAt = (full: number, { everyMs, burst }: Rate): number =>
  full - everyMs * (burst - 1);

interface LaneRow {
  _id: Address;
  /** Held by a worker until then. */
  until: Date;
  claim: string;
  full: number;
  ready: Date;
}

interface Lane {
  /** Gives the lane back; `used` when a message left. */
  release(used: boolean): Promise<void>;
}

export interface Lanes {
  /** The lane for this worker alone, or when to ask again. */
  take(to: Address, leaseMs: number): Promise<Lane | { readonly freeAt: Date }>;
  /** Nobody else can be holding a lane: what a dead process held is free. */
  freeAll(): Promise<void>;
  /** Every channel may be written to again. */
  rested(): Promise<void>;
}

const collectionOf = (connection: Connection): Collection<LaneRow> =>
  driverOf(connection).collection<LaneRow>("outbox_lanes");

/** A lane that rested for a day is forgotten. */
export async function indexLanes(connection: Connection): Promise<void> {
  await collectionOf(connection).createIndexes([
    { key: { ready: 1 }, expireAfterSeconds: 24 * 3600 },
  ]);
}

export function createLanes(
  connection: Connection,
  wire: Clock,
  paceOf: (to: Address) => Pace,
): Lanes {
  const rows = collectionOf(connection);

  async function claim(to: Address, leaseMs: number): Promise<LaneRow | undefined> {
    const now = wire.now();
    try {
      const row = await rows.findOneAndUpdate(
        { _id: to, until: { $lte: now }, ready: { $lte: now } },
        {
          $set: { until: new Date(now.getTime() + leaseMs), claim: randomUUID() },
          $setOnInsert: { ready: now, full: now.getTime() },
        },
        { upsert: true, returnDocument: "after" },
      );
      return row ?? undefined;
    } catch (error) {
      // It is there, and held or not ready.
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  return {
    async take(to, leaseMs) {
      const row = await claim(to, leaseMs);
      if (!row) {
        const other = await rows.findOne({ _id: to });
        const now = wire.now();
        return { freeAt: other ? latest(other.ready, other.until) : now };
      }
      return {
        async release(used) {
          const now = wire.now();
          const pace = paceOf(to).channel;
          const full = used ? spend(row.full, now.getTime(), pace) : row.full;
          await rows.updateOne(
            { _id: to, claim: row.claim },
            { $set: { until: now, full, ready: new Date(readyAt(full, pace)) } },
          );
        },
      };
    },
    async freeAll() {
      await rows.updateMany({}, { $set: { until: wire.now() } });
    },
    async rested() {
      const now = wire.now();
      await rows.updateMany({ ready: { $gt: now } }, { $set: { ready: now, full: now.getTime() } });
    },
  };
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
