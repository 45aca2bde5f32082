/** Puts the bot together from its parts and hands out the few things its owner can do with it. */

import { openDatabase } from "../db/index.ts";
import type { StoredStores } from "../db/stores.ts";
import { createBot, type Bot } from "./bot.ts";
import { systemClock } from "./time/clock.ts";
import type { Feature } from "./feature.ts";
import type { Pages } from "./page.ts";
import type { Address } from "./team/person.ts";
import type { ChatPlatform, Clock, Log, PlatformNotes } from "./ports.ts";
import { createReception, recover } from "./reception.ts";

/** How long another process may hold an event before it counts as left behind. */
const ABANDONED_MS = 60_000;
const SWEEP_MS = 30_000;
/** After that long without a message every platform takes a burst again. */
const REST_MS = 10_000;

const NOBODY: ReadonlyMap<Address, Date> = new Map();

export interface Parts {
  readonly features: readonly Feature[];
  readonly platforms: readonly ChatPlatform[];
  /** A MongoDB address, of a server or of the embedded database. */
  readonly uri: string;
  readonly databaseName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** No other process can be at work on this database: what a dead one held is free at once. */
  readonly alone: boolean;
  /** The web pages, where they are served. */
  readonly pages?: Pages;
  /** Under a virtual clock timers ring only when the clock is moved. */
  readonly timersRing: "by themselves" | "on command";
}

export interface Liaison {
  readonly bot: Bot;
  readonly stores: StoredStores;
  /** For the platforms. */
  readonly notes: PlatformNotes;
  /** Connects the platforms and starts the work; sets the timers that should be set. */
  start(): Promise<void>;
  /** Moves through everything due up to `to`; `step` is told each instant before it comes. */
  advance(to: Date, step: (at: Date) => Promise<void>): Promise<void>;
  /** Resolves when nothing is being handled and nothing waits to be sent. */
  idle(): Promise<void>;
  /** When the next timer rings. */
  next(): Promise<Date | undefined>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  /** Takes in nothing more, lets running work end, and closes what was opened here. */
  stop(): Promise<void>;
}

export async function assemble(parts: Parts): Promise<Liaison> {
  const { platforms, clock, log } = parts;
  const platformOf = (address: string) =>
    platforms.find(({ name }) => address.startsWith(`${name}:`));
  const database = await openDatabase({
    uri: parts.uri,
    name: parts.databaseName,
    clock,
    wire: systemClock,
    log,
  });
  const { stores, inbox } = database;
  const outbox = database.outbox({
    platforms: platformOf,
    onRefused: async (districtId, delivery, reason) => {
      await bot.refused(districtId, delivery, reason);
    },
  });
  const timers = database.timers({
    ring: async (timer) => {
      await bot.ring(timer);
    },
  });
  const bot = createBot({
    features: parts.features,
    stores,
    outbox: (districtId) => outbox.of(districtId),
    timers,
    clock,
    log,
    profile: async (address: Address) => await platformOf(address)?.profile(address),
    doNotDisturb: async (addresses, now) => {
      const told = platforms.map(async (platform) => {
        const theirs = addresses.filter((address) => platformOf(address) === platform);
        return (await platform.doNotDisturb?.(theirs, now)) ?? NOBODY;
      });
      return new Map((await Promise.all(told)).flatMap((until) => [...until]));
    },
    link: (ticket) => parts.pages?.link(ticket),
    html: (page) => parts.pages?.html(page),
  });
  const reception = createReception(inbox, bot);
  let sweeping: NodeJS.Timeout | undefined;

  const sweep = async (olderThanMs: number) => {
    await recover(inbox, bot, platformOf, log, olderThanMs);
  };

  return {
    bot,
    stores,
    notes: database.notes,
    async start() {
      await parts.pages?.start({
        secret: await database.secret("pages"),
        async visit(visit) {
          const answer = await bot.visit(visit);
          // No event repeats what a visitor sent, so it is on disk before the page says so.
          await database.settle();
          return answer;
        },
      });
      for (const platform of platforms) await platform.start(reception);
      inbox.start();
      await outbox.start({ alone: parts.alone });
      await bot.reconcile();
      await sweep(parts.alone ? 0 : ABANDONED_MS);
      sweeping = setInterval(() => {
        sweep(ABANDONED_MS).catch((error: unknown) => {
          log.error({ error }, "The sweep for unfinished events failed");
        });
      }, SWEEP_MS);
      if (parts.timersRing === "by themselves") await timers.start();
    },
    async advance(to, step) {
      await timers.advance(to, async (at) => {
        await outbox.idle();
        const skipped = at.getTime() - clock.now().getTime();
        await step(at);
        if (skipped >= REST_MS) await outbox.rested();
      });
    },
    async idle() {
      await inbox.idle();
      await outbox.idle();
    },
    next: async () => await timers.next(),
    ready: async () =>
      await database.ping().then(
        () => true,
        () => false,
      ),
    async stop() {
      clearInterval(sweeping);
      for (const platform of platforms) await platform.stop();
      await parts.pages?.stop();
      await timers.stop();
      await outbox.stop();
      inbox.stop();
      await database.close();
    },
  };
}
