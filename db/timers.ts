/**
 * The durable alarm clock, on Agenda: one job per key, whatever process sets it and however often.
 *
 * In production Agenda asks every few seconds what is due by the system's clock. Under a virtual
 * clock nobody polls: `advance` asks, in order, and runs the very same jobs.
 */

import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda, InMemoryNotificationChannel, Job } from "agenda";
import { ObjectId, type Collection } from "mongodb";
import type { Connection } from "mongoose";
import type { Log, Timers } from "../src/ports.ts";
import { driverOf, isDuplicate } from "./connection.ts";
import type { Clock } from "../src/time/clock.ts";
import type { Timer } from "../src/time/timer.ts";

export interface AlarmClock extends Timers {
  /** Rings what is due from now on, and first what came due while nobody ran. Real time only. */
  start(): Promise<void>;
  /** Waits for what is ringing, and rings no more. */
  stop(): Promise<void>;
  /** When the next one rings; undefined when none is set. */
  next(): Promise<Date | undefined>;
  /**
   * Rings everything due up to `to`, earliest first and by key at one instant, those set meanwhile
   * included. `step` moves the clock to each instant before it rings, and to `to` at the end.
   */
  advance(to: Date, step: (at: Date) => Promise<void>): Promise<void>;
}

export interface TimersParts {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Runs a timer. When it throws, the timer is kept and rings again later. */
  readonly ring: (timer: Timer) => Promise<void>;
  readonly log: Log;
  /** Milliseconds; for tests that watch the polling. */
  readonly polling?: { readonly every: number; readonly lock: number };
}

/** What the job holds: the timer, and which of two jobs of one key this is. */
interface JobData extends Timer {
  /** "" for the one that `set` moves; its own id once a newer one took its place while it rang. */
  readonly turn: string;
}

interface JobRow {
  readonly _id: ObjectId;
  readonly name: string;
  readonly nextRunAt: Date | null;
  readonly lockedAt: Date | null;
  readonly data: JobData & { readonly begun?: boolean };
}

const JOB = "timer";
const COLLECTION = "timers";
/** A process that died while ringing holds its job for `lock`. Handlers take far less. */
const POLLING = { every: 3_000, lock: 120_000 };
const AT_ONCE = 10;
const NEVER = new Date(0);
/** What Agenda says of a job that was cancelled after it had claimed it. */
const CANCELLED = "maybe it does not exist anymore";
const FIRST_RETRY_MS = 10_000;
const LAST_RETRY_MS = 24 * 3600_000;

/** Ten seconds, forty, … a day; then once a day until it works. */
export const retryDelay = (failures: number): number =>
  Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 4 ** (failures - 1));

const collectionOf = (connection: Connection): Collection<JobRow> =>
  driverOf(connection).collection<JobRow>(COLLECTION);

export async function indexTimers(connection: Connection): Promise<void> {
  await collectionOf(connection).createIndexes([
    { key: { "data.key": 1, "data.turn": 1 }, unique: true },
    { key: { name: 1, nextRunAt: 1, "data.key": 1, lockedAt: 1 } },
    { key: { name: 1, lockedAt: 1, nextRunAt: 1 } },
  ]);
}

/** `connection` must be open already: Agenda uses it as soon as it is constructed. */
export function createTimers(parts: TimersParts): AlarmClock {
  const { connection, clock, ring, log, polling = POLLING } = parts;
  const rows = collectionOf(connection);
  const agenda = new Agenda({
    backend: new MongoBackend({
      mongo: driverOf(connection),
      collection: COLLECTION,
      ensureIndex: false,
      sort: { nextRunAt: "asc", "data.key": "asc" },
    }),
    notificationChannel: new InMemoryNotificationChannel(),
    processEvery: polling.every,
    maxConcurrency: AT_ONCE,
    // No lock limit: Agenda never gives back the place of a job whose lock ran out in its queue.
    defaultLockLifetime: polling.lock,
  });
  agenda.on("error", (error: Error) => {
    if (!error.message.includes(CANCELLED))
      log.error({ error: error.message }, "The timers could not be read or run");
  });
  let ringing = 0;
  const quiet: (() => void)[] = [];
  agenda.on("start", () => ringing++);
  agenda.on("complete", () => {
    if (--ringing === 0) for (const resolve of quiet.splice(0)) resolve();
  });
  agenda.define<JobData>(JOB, run, { concurrency: AT_ONCE });
  let started = false;
  let recovery: Promise<void> | undefined;

  async function run(job: Job<JobData>): Promise<void> {
    const _id = new ObjectId(job.attrs._id);
    const row = await rows.findOneAndUpdate(
      { _id, $or: [{ "data.turn": "" }, { "data.begun": true }] },
      { $set: { "data.begun": true } },
      { returnDocument: "after" },
    );
    // Gone: cancelled. Or moved between being claimed and being run: the newer one rings instead.
    if (!row) {
      await rows.deleteOne({ _id });
      return;
    }
    const { key, at, name, districtId, id } = row.data;
    try {
      await ring({ key, at, name, districtId, id });
    } catch (error) {
      const failures = (job.attrs.failCount ?? 0) + 1;
      const again = new Date(clock.now().getTime() + retryDelay(failures));
      log.error(
        { key, name, districtId, failures, again, error },
        "A timer failed; it rings again",
      );
      // Saved by Agenda when this throws.
      job.attrs.nextRunAt = again;
      throw error;
    }
    // While it is still locked, so that a timer set in this moment is a new job and not this one.
    await rows.deleteOne({ _id });
  }

  /** Saves over the job that is `over`, or beside all. @returns false when the key is taken. */
  async function save(
    timer: Timer,
    over: Readonly<Record<string, unknown>>,
    options?: { readonly insertOnly: boolean },
  ): Promise<boolean> {
    try {
      await agenda
        .create<JobData>(JOB, { ...timer, turn: "" })
        .unique(over, options)
        .schedule(timer.at)
        .save();
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async function set(timer: Timer): Promise<void> {
    const free = { "data.key": timer.key, "data.turn": "", lockedAt: null };
    while (!(await save(timer, free))) {
      const taken = { ...free, lockedAt: { $ne: null } };
      const row = await rows.findOne(taken);
      // The claimed one keeps its own life under another turn, and its key is free.
      if (row)
        await rows.updateOne(
          { ...taken, _id: row._id },
          { $set: { "data.turn": row._id.toHexString() } },
        );
    }
  }

  /** Virtual time knows one process only: whatever is locked was being rung when the last one died. */
  async function recover(): Promise<void> {
    for (const { _id, data } of await rows.find({ lockedAt: { $ne: null } }).toArray())
      await rows.updateOne({ _id }, { $set: { lockedAt: null, nextRunAt: data.at } });
  }

  async function earliest(): Promise<JobRow | undefined> {
    if (!started) await (recovery ??= recover());
    const waiting = { name: JOB, nextRunAt: { $type: "date" as const }, lockedAt: null };
    const row = await rows.findOne(waiting, { sort: { nextRunAt: 1, "data.key": 1 } });
    return row ?? undefined;
  }

  async function runDue(at: Date): Promise<void> {
    const claimed = await agenda.db.getNextJobToRun(JOB, at, NEVER, clock.now(), undefined);
    if (claimed) await new Job(agenda, claimed, true).run();
  }

  return {
    set,
    async ensure(timer) {
      await save(timer, { "data.key": timer.key, "data.turn": "" }, { insertOnly: true });
    },
    async cancel(key) {
      await rows.deleteMany({ "data.key": key });
    },
    async next() {
      return (await earliest())?.nextRunAt ?? undefined;
    },
    async advance(to, step) {
      for (;;) {
        const due = (await earliest())?.nextRunAt;
        if (!due || due > to) break;
        const at = due > clock.now() ? due : clock.now();
        await step(at);
        await runDue(at);
      }
      await step(to);
    },
    async start() {
      started = true;
      await agenda.start();
    },
    async stop() {
      if (!started) return;
      started = false;
      await agenda.stop(false);
      if (ringing > 0) await new Promise<void>((resolve) => quiet.push(resolve));
    },
  };
}
