/**
 * What a platform delivered, stored before any effect and finished after a crash (rule 6).
 *
 * A row is held by the process that works on it: as long as that process lives it says so every few
 * seconds; a row nobody has spoken for is claimed by another process, or by this one after a restart.
 */

import DataLoader from "dataloader";
import type { Collection } from "mongodb";
import type { Connection } from "mongoose";
import type { ChatEvent } from "../src/ports.ts";
import { driverOf, isDuplicate, ON_DISK } from "./connection.ts";
import type { Clock } from "../src/time/clock.ts";

export interface Inbox {
  /** Stores the event: one insert, on disk when this resolves. @returns false when it was stored before. */
  accept(event: ChatEvent): Promise<boolean>;
  /**
   * Drops the event's content and keeps its id for a week, so that a late retry is still known. Events
   * that are finished within the same moment are marked together.
   */
  finish(event: ChatEvent): Promise<void>;
  /**
   * Claims the events that were stored, not finished, and not spoken for since `olderThanMs`, oldest
   * first and not more than `most`; each goes to one caller only. 0 means at once: for a process that
   * knows it is alone.
   */
  abandoned(olderThanMs: number, most?: number): Promise<readonly ChatEvent[]>;
  /** How often a claimed event had been taken up without coming to an end. */
  timesTaken(event: ChatEvent): number;
  /** Counts that a claimed event is taken up now. On disk when this resolves. */
  takeUp(event: ChatEvent): Promise<void>;
  /** Being taken up came to an end that leaves it for another time, so it does not count. */
  putBack(event: ChatEvent): Promise<void>;
  /** Lets an event of this process go, for whoever claims next. */
  release(event: ChatEvent): Promise<void>;
  /** How many events this process is working on. */
  pending(): number;
  /** Resolves when this process works on none. */
  idle(): Promise<void>;
  /** Speaks for this process's events; done by itself every few seconds between start and stop. */
  renew(): Promise<void>;
  start(): void;
  stop(): void;
}

interface InboxRow {
  /** Tenant and id, since ids are the platforms' own. */
  _id: string;
  storedAt: Date;
  /** As JSON, so that no key of a form is taken for an operator, or for one of extended JSON. */
  event?: string;
  /** Only while unfinished: when a process last spoke for it. */
  heardAt?: Date;
  /** How often it was taken up again. */
  taken?: number;
  finishedAt?: Date;
}

const RENEW_MS = 10_000;
/** An event that failed on the way is let go after that time, and taken up by the next sweep. */
const STUCK_MS = 5 * 60_000;
const KEPT_SECONDS = 7 * 24 * 3600;
const MOST_MARKED = 500;
const MOST_CLAIMED = 500;
const LONG_AGO = new Date(0);
const nothing = (): void => undefined;
/** What is finished within that time is marked in one write. Nobody waits for it. */
const GATHERED_MS = 25;

const collectionOf = (connection: Connection): Collection<InboxRow> =>
  driverOf(connection).collection<InboxRow>("inbox");

export async function indexInbox(connection: Connection): Promise<void> {
  await collectionOf(connection).createIndexes([
    { key: { heardAt: 1 }, sparse: true },
    { key: { finishedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ]);
}

export function createInbox(parts: {
  readonly connection: Connection;
  /** Real time, also where the product's clock is virtual. */
  readonly wire: Clock;
}): Inbox {
  const { wire } = parts;
  const rows = collectionOf(parts.connection);
  /** What this process works on, and since when. */
  const held = new Map<string, number>();
  const taken = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let markNow = nothing;
  const finished = new DataLoader<string, undefined>(mark, {
    cache: false,
    maxBatchSize: MOST_MARKED,
    batchScheduleFn(markAll) {
      markNow = () => {
        clearTimeout(alarm);
        markNow = nothing;
        markAll();
      };
      const alarm = setTimeout(markNow, waiting.length > 0 ? 0 : GATHERED_MS);
    },
  });

  const keyOf = ({ tenant, id }: ChatEvent): string => `${tenant} ${id}`;

  async function mark(keys: readonly string[]): Promise<undefined[]> {
    await rows.updateMany(
      { _id: { $in: [...keys] } },
      { $set: { finishedAt: wire.now() }, $unset: { event: "", heardAt: "", taken: "" } },
    );
    return keys.map(() => undefined);
  }

  function letGo(key: string): void {
    held.delete(key);
    taken.delete(key);
    if (held.size === 0) for (const resolve of waiting.splice(0)) resolve();
  }

  async function claim(key: string, before: Date): Promise<ChatEvent | undefined> {
    const now = wire.now();
    const row = await rows.findOneAndUpdate(
      { _id: key, heardAt: { $lte: before } },
      { $set: { heardAt: now } },
      { returnDocument: "before" },
    );
    if (row?.event === undefined) return undefined;
    held.set(key, now.getTime());
    taken.set(key, row.taken ?? 0);
    return JSON.parse(row.event) as ChatEvent;
  }

  async function renew(): Promise<void> {
    const now = wire.now();
    for (const [key, since] of held) if (now.getTime() - since >= STUCK_MS) letGo(key);
    if (held.size === 0) return;
    await rows.updateMany(
      { _id: { $in: [...held.keys()] }, heardAt: { $exists: true } },
      { $set: { heardAt: now } },
    );
  }

  return {
    renew,
    async accept(event) {
      const key = keyOf(event);
      const now = wire.now();
      // Held before it is a row, so that nobody in this process claims it as left behind.
      const isOurs = !held.has(key);
      if (isOurs) held.set(key, now.getTime());
      try {
        await rows.insertOne(
          { _id: key, storedAt: now, heardAt: now, event: JSON.stringify(event) },
          ON_DISK,
        );
        return true;
      } catch (error) {
        if (isOurs) letGo(key);
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async finish(event) {
      const key = keyOf(event);
      try {
        await finished.load(key);
      } finally {
        letGo(key);
      }
    },
    async abandoned(olderThanMs, most = MOST_CLAIMED) {
      const before = new Date(wire.now().getTime() - olderThanMs);
      const left = await rows
        .find({ heardAt: { $lte: before }, _id: { $nin: [...held.keys()] } })
        .sort({ storedAt: 1 })
        .limit(most)
        .project<Pick<InboxRow, "_id">>({ _id: 1 })
        .toArray();
      const claimed = await Promise.all(left.map(async ({ _id }) => await claim(_id, before)));
      return claimed.filter((event) => event !== undefined);
    },
    timesTaken: (event) => taken.get(keyOf(event)) ?? 0,
    async takeUp(event) {
      await rows.updateOne({ _id: keyOf(event) }, { $inc: { taken: 1 } }, ON_DISK);
    },
    async putBack(event) {
      await rows.updateOne({ _id: keyOf(event) }, { $unset: { taken: "" } });
    },
    async release(event) {
      const key = keyOf(event);
      await rows.updateOne(
        { _id: key, heardAt: { $exists: true } },
        { $set: { heardAt: LONG_AGO } },
      );
      letGo(key);
    },
    pending: () => held.size,
    idle: async () => {
      if (held.size === 0) return;
      const done = new Promise<void>((resolve) => waiting.push(resolve));
      markNow();
      await done;
    },
    start() {
      timer ??= setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
