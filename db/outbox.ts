/**
 * Whatever is said to somebody else, or later (rule 5): a row with a unique key before it is sent,
 * claimed by one worker, paced, retried by us alone, and its outcome recorded.
 *
 * Every process is a worker. It serves districts in turn and channels side by side, one message per
 * channel at a time; claims and lanes end by themselves, so what a dead process held goes on.
 */

import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "mongoose";
import type { Address } from "../src/team/person.ts";
import type { Log, Outbox, Pace } from "../src/ports.ts";
import { createAttempts, type AttemptParts } from "./outbox-attempt.ts";
import { isComing, settled, type Change, type OutboxRow, type Result } from "./outbox-row.ts";
import { createOutboxRows } from "./outbox-rows.ts";
import { CAREFUL, createLanes, readyAt, spend } from "./pacing.ts";
import type { Clock } from "../src/time/clock.ts";

export interface OutboxParts extends AttemptParts {
  readonly connection: Connection;
  /** Real time, also where the product's clock is virtual: platforms know no other. */
  readonly wire: Clock;
  readonly log: Log;
}

export interface SendingOutbox {
  of(districtId: string): Outbox;
  /** `alone`: no other process can be at work, so what a dead one held is free at once. */
  start(options?: { readonly alone?: boolean }): Promise<void>;
  /** Looks for work now. Resolves when everything that may leave now has left. */
  wake(): Promise<void>;
  /** Resolves when nothing is due, in flight or due within seconds. Bound it: platforms can be slow. */
  idle(): Promise<void>;
  /** Time was skipped, and whoever was written to has had a rest. Call it when nothing is due. */
  rested(): Promise<void>;
  /** Starts no more sends and waits for those in flight to be recorded. */
  stop(): Promise<void>;
}

const AT_ONCE = 8;
/** More than a platform is given to answer twice: whether it has the message, and on sending it. */
const LEASE_MS = 60_000;
/** How often to look for what other processes posted. */
const LOOK_MS = 2_000;
const SOON_MS = 5_000;
const IDLE_LOOK_MS = 50;
/** How soon a reply looks again for a message that is just being sent. */
const ROOT_MS = 200;
/** For how long the districts with something due are taken to be the same. */
const BELIEVED_MS = 1_000;
const MOST_BELIEVED_MS = 10_000;

export function createOutbox(parts: OutboxParts): SendingOutbox {
  const { connection, wire, log } = parts;
  const rows = createOutboxRows(connection, wire);
  const paceOf = (to: Address): Pace => parts.platforms(to)?.pace ?? CAREFUL;
  const lanes = createLanes(connection, wire, paceOf);
  const attempt = createAttempts(parts);
  /** Channels this process is working on, and those it leaves alone for a while. */
  const busy = new Map<Address, Promise<void>>();
  const resting = new Map<Address, number>();
  /** Districts of which a workspace has had its share for now, and until when. */
  const waiting = new Map<string, number>();
  /** By district and platform, in milliseconds since the epoch: see `spend`. */
  const workspaces = new Map<string, number>();
  let running = false;
  let pumping: Promise<void> | undefined;
  /** How often this was asked to look. */
  let asked = 0;
  let poke: () => void = () => undefined;
  let alarm: NodeJS.Timeout | undefined;
  let lastServed = "";
  /** Districts with something due, and until when that is believed: with much in line it takes a while. */
  let districts: readonly string[] = [];
  let believedUntil = 0;
  /** How often somebody put something in line for a district that was not among them. */
  let strangers = 0;

  /** The next channel to serve: districts in turn, then whatever has been due longest. */
  async function nextLane(): Promise<{ district: string; to: Address } | undefined> {
    const lane = await nextLaneAmong();
    // Others may have come since; not while one only waits for its workspace, which is soon over.
    if (lane || districts.some((district) => waiting.has(district))) return lane;
    believedUntil = 0;
    return await nextLaneAmong();
  }

  async function nextLaneAmong(): Promise<{ district: string; to: Address } | undefined> {
    const now = wire.now().getTime();
    for (const rests of [resting, waiting])
      for (const [name, until] of rests) if (until <= now) rests.delete(name);
    const except = [...busy.keys(), ...resting.keys()];
    if (believedUntil <= now) {
      const seen = strangers;
      districts = [...(await rows.districtsDue())].sort();
      const took = wire.now().getTime() - now;
      const believed = Math.min(MOST_BELIEVED_MS, Math.max(BELIEVED_MS, 20 * took));
      believedUntil = strangers === seen ? now + believed : 0;
    }
    const after = districts.findIndex((district) => district > lastServed);
    const turn = after < 0 ? districts : [...districts.slice(after), ...districts.slice(0, after)];
    for (const district of turn.filter((one) => !waiting.has(one))) {
      const to = await rows.laneDue(district, except);
      if (to) {
        lastServed = district;
        return { district, to };
      }
    }
    return undefined;
  }

  /** One message of one channel, or a note of when to come back. */
  async function serve(district: string, to: Address): Promise<void> {
    const pace = paceOf(to).workspace;
    const workspace = `${district} ${to.slice(0, to.indexOf(":"))}`;
    const now = wire.now().getTime();
    const full = workspaces.get(workspace) ?? 0;
    if (readyAt(full, pace) > now) {
      // All of its channels wait: looking at each of them would take longer than the wait.
      waiting.set(district, readyAt(full, pace));
      return;
    }
    // Spent before anything is waited for, since other channels are served meanwhile.
    workspaces.set(workspace, spend(full, now, pace));
    let used = false;
    try {
      const lane = await lanes.take(to, LEASE_MS);
      if ("freeAt" in lane) {
        resting.set(to, lane.freeAt.getTime());
        return;
      }
      try {
        used = await serveLane(to);
      } finally {
        await lane.release(used);
      }
    } finally {
      if (!used) workspaces.set(workspace, (workspaces.get(workspace) ?? 0) - pace.everyMs);
    }
  }

  /** @returns whether the platform was asked for anything. */
  async function serveLane(to: Address): Promise<boolean> {
    const next = await rows.head(to);
    if (!next) return false;
    if ("notBefore" in next) {
      resting.set(to, next.notBefore.getTime());
      return false;
    }
    const root = next.thread === null ? undefined : await rows.find(next.district, next.thread);
    if (root && isComing(root)) {
      // While it is being sent it is due when its claim ends, which is long after it has arrived.
      const soon = new Date(wire.now().getTime() + ROOT_MS);
      await rows.postpone(next, root.state === "sending" ? soon : (root.dueAt ?? soon));
      return false;
    }
    const row = await rows.claim(next, LEASE_MS);
    if (!row) return false;
    const result = await attempt(row, next, root?.message ?? null);
    const change = settled(row, result, wire.now(), Math.random());
    await rows.record(row, change);
    report(log, row, result, change);
    return true;
  }

  /** Serves until nothing may leave now and nothing is on its way. */
  async function pump(): Promise<void> {
    for (;;) {
      const seen = asked;
      const poked = new Promise<void>((resolve) => (poke = resolve));
      while (running && busy.size < AT_ONCE) {
        const lane = await nextLane();
        if (!lane) break;
        const served = serve(lane.district, lane.to)
          .catch((error: unknown) => {
            resting.set(lane.to, wire.now().getTime() + LOOK_MS);
            log.error({ district: lane.district, error }, "The outbox could not be worked on");
          })
          .finally(() => {
            busy.delete(lane.to);
            // Whoever looked meanwhile passed this channel over, and has to look again.
            asked++;
          });
        busy.set(lane.to, served);
      }
      if (busy.size > 0) await Promise.race([...busy.values(), poked]);
      else if (asked === seen || !running) return;
    }
  }

  /** When to look again: at a retry, a channel's turn, or for another process's message. */
  async function restMs(): Promise<number> {
    const now = wire.now().getTime();
    const due = (await rows.nextDue())?.getTime() ?? Infinity;
    // Due already and not being sent: its channel rests, or another process has it.
    const next = Math.min(...resting.values(), ...waiting.values(), due > now ? due : Infinity);
    return Math.min(LOOK_MS, Math.max(1, next - now));
  }

  async function work(): Promise<void> {
    let ms = LOOK_MS;
    let seen;
    try {
      do {
        await pump();
        seen = asked;
        ms = await restMs();
      } while (asked !== seen);
    } catch (error) {
      log.error({ error }, "The outbox could not be read");
    } finally {
      pumping = undefined;
      clearTimeout(alarm);
      if (running) alarm = setTimeout(() => void wake(), ms).unref();
    }
  }

  /** Something was put in line here. */
  function wakeFor(districtId: string): void {
    if (!districts.includes(districtId)) {
      believedUntil = 0;
      strangers++;
    }
    void wake();
  }

  async function wake(): Promise<void> {
    if (!running) return;
    asked++;
    poke();
    await (pumping ??= work());
  }

  return {
    of: (districtId) => ({
      async post(message) {
        await rows.post(districtId, [message]);
        wakeFor(districtId);
      },
      async postAll(messages) {
        if (messages.length === 0) return;
        await rows.post(districtId, messages);
        wakeFor(districtId);
      },
      async revise(key, card) {
        await rows.revise(districtId, key, card);
        wakeFor(districtId);
      },
      async redirect(key, to) {
        await rows.redirect(districtId, key, to);
        wakeFor(districtId);
      },
      async keyOf(message) {
        return (await rows.at(districtId, message))?.key;
      },
      async cardOf(message) {
        return (await rows.at(districtId, message))?.card;
      },
      async shows(message, card) {
        await rows.shows(districtId, message, card);
      },
      async has(key) {
        const row = await rows.find(districtId, key);
        return row !== undefined && row.state !== "refused";
      },
    }),
    async start(options = {}) {
      if (options.alone) {
        await rows.freeAll();
        await lanes.freeAll();
      }
      running = true;
      void wake();
    },
    wake,
    async idle() {
      if (pumping) await wake();
      for (let look = 0; running; look++) {
        const next = await rows.nextDue();
        if (!next || next.getTime() > wire.now().getTime() + SOON_MS) return;
        if (look > 0) await pause(IDLE_LOOK_MS);
        await wake();
      }
    },
    async rested() {
      for (const rests of [resting, waiting, workspaces]) rests.clear();
      await lanes.rested();
    },
    async stop() {
      running = false;
      clearTimeout(alarm);
      await pumping;
      clearTimeout(alarm);
    },
  };
}

function report(log: Log, row: OutboxRow, result: Result, change: Change): void {
  if (result.type !== "failed") return;
  const { fate, reason, message } = result.error;
  const { district, key, kind } = row;
  const fields = { district, key, kind, during: result.during, fate, reason, fault: message };
  if (change.state === "refused") log.warn(fields, "A message was refused for good");
  else if (!change.dueAt) log.error(fields, "A message was given up");
  else log.info({ ...fields, again: change.dueAt }, "A message is tried again");
}
