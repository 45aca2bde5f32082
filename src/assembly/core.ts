/** What thinks: features, stores, outbox and timers. It knows platforms only as somewhere to send to. */

import { renderPage } from "../../adapters/pages/html.ts";
import { createLinks } from "../../adapters/pages/link.ts";
import { openDatabase, type Database } from "../../db/index.ts";
import { createBot, type Bot } from "../bot.ts";
import type { Feature } from "../feature.ts";
import { createFirstCodes } from "../features/rights/first.ts";
import type { PageAnswer, PageVisit } from "../page.ts";
import type { ChatEvent, ChatPlatform, Log, Outcome } from "../ports.ts";
import type { Address } from "../team/person.ts";
import { createCalendarReader } from "./calendar-reader.ts";
import { systemClock, type Clock } from "../time/clock.ts";

/** What the core asks of a platform; the rest is between the platform and the way in. */
export type Outlet = Pick<
  ChatPlatform,
  "name" | "pace" | "send" | "find" | "profile" | "doNotDisturb"
>;

/** After that long without a message every platform takes a burst again. */
const REST_MS = 10_000;

const NOBODY: ReadonlyMap<Address, Date> = new Map();

/** In this thread, or in one of its own: see `thread.ts`. Only data crosses it. */
export interface Core {
  /** Starts to send; sets the timers that should be set, and rings them. */
  start(): Promise<void>;
  /** Decides what happens on an accepted event. Never throws: a fault becomes a polite card. */
  decide(event: ChatEvent): Promise<Outcome>;
  /** What the holder of a link sees. What a visit changed is on disk when this resolves. */
  visit(visit: PageVisit): Promise<PageAnswer>;
  /** Moves through everything due up to `to`; `step` is told each instant before it comes. */
  advance(to: Date, step: (at: Date) => Promise<void>): Promise<void>;
  /** Resolves when nothing waits to be sent. */
  idle(): Promise<void>;
  /** When the next timer rings. */
  next(): Promise<Date | undefined>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  /** The code that waits for an administrator, of each district that has none. */
  codesAwaited(): ReturnType<Bot["codesAwaited"]>;
  /** Lets running work end, and closes what was opened here. */
  stop(): Promise<void>;
}

export interface CoreParts {
  readonly features: readonly Feature[];
  readonly platforms: readonly Outlet[];
  /** A MongoDB address, of a server or of the embedded database. */
  readonly uri: string;
  readonly databaseName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** No other process can be at work on this database: what a dead one held is free at once. */
  readonly alone: boolean;
  /** Where the web pages are reached; without it no links are made. */
  readonly publicUrl?: string | undefined;
  /** Under a virtual clock timers ring only when the clock is moved. */
  readonly timersRing: "by themselves" | "on command";
}

/** @throws with a sentence for the operator when the database cannot be reached. */
export async function assembleCore(
  parts: CoreParts,
): Promise<{ readonly core: Core; readonly bot: Bot; readonly database: Database }> {
  const { platforms, clock, log } = parts;
  const platformOf = (address: string) =>
    platforms.find(({ name }) => address.startsWith(`${name}:`));
  const database = await openDatabase({
    uri: parts.uri,
    name: parts.databaseName,
    clock,
    wire: systemClock,
    log,
    alone: parts.alone,
  });
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
  const reader = createCalendarReader();
  const bot = createBot({
    features: parts.features,
    stores: database.stores,
    outbox: (districtId) => outbox.of(districtId),
    timers,
    clock,
    log,
    profile: async (address) => await platformOf(address)?.profile(address),
    doNotDisturb: async (addresses, now) => {
      const told = platforms.map(async (platform) => {
        const theirs = addresses.filter((address) => platformOf(address) === platform);
        return (await platform.doNotDisturb?.(theirs, now)) ?? NOBODY;
      });
      return new Map((await Promise.all(told)).flatMap((until) => [...until]));
    },
    html: renderPage,
    readCalendar: reader.read,
    firstCode: createFirstCodes(await database.secret("administrator")),
    link: createLinks({
      publicUrl: parts.publicUrl,
      secret: await database.secret("pages"),
      clock,
    }),
  });
  const core: Core = {
    async start() {
      await outbox.start({ alone: parts.alone });
      await bot.reconcile();
      if (parts.timersRing === "by themselves") await timers.start();
    },
    decide: (event) => bot.decide(event),
    async visit(visit) {
      const answer = await bot.visit(visit);
      // No event repeats what a visitor sent, so it is on disk before the page says so.
      await database.settle();
      return answer;
    },
    async advance(to, step) {
      await timers.advance(to, async (at) => {
        await outbox.idle();
        const skipped = at.getTime() - clock.now().getTime();
        await step(at);
        if (skipped >= REST_MS) await outbox.rested();
      });
    },
    codesAwaited: () => bot.codesAwaited(),
    idle: () => outbox.idle(),
    next: () => timers.next(),
    ready: async () =>
      await database.ping().then(
        () => true,
        () => false,
      ),
    async stop() {
      reader.stop();
      await timers.stop();
      await outbox.stop();
      await database.close();
    },
  };
  return { core, bot, database };
}
