/**
 * The real bot – router, features, policy – over stores, timers and an outbox in memory, under a clock
 * that the simulation moves. It can be stopped and started again on what was stored.
 */

import { importCalendar } from "../../src/school-calendar/import.ts";
import { createBot, type Bot } from "../../src/bot.ts";
import { features } from "../../src/features/index.ts";
import type { ChatEvent, Log, Outcome } from "../../src/ports.ts";
import type { VirtualClock } from "../../src/time/clock.ts";
import type { Outboxes } from "./outbox.ts";
import { createStores } from "./stores.ts";
import { createAlarms } from "./timers.ts";
import type { World } from "./world.ts";
import type { DistrictStores, Stores } from "../../src/stores.ts";

export interface Running {
  readonly clock: VirtualClock;
  /** Something that a person does; every call is an event of its own. */
  decide(event: Doing): Promise<Outcome>;
  of(districtId: string): DistrictStores;
  /** Rings everything due up to then. */
  advance(to: Date): Promise<void>;
  /** Ends the bot; it is away for some hours and then starts on the same rows and timers. */
  restart(hours: number): Promise<void>;
}

type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;
export type Doing = Without<ChatEvent, "id" | "via">;

export interface RunningParts {
  readonly clock: VirtualClock;
  readonly outboxes: Outboxes;
  /** Whatever the bot logs as wrong. */
  readonly onFault: (message: string) => void;
  /** Who left: their platform no longer knows them. */
  readonly gone: ReadonlySet<string>;
}

export async function startRunning(world: World, parts: RunningParts): Promise<Running> {
  const { clock, outboxes, onFault } = parts;
  const log = logOf(onFault);
  const stores = createStores();
  await fill(stores, world);
  const alarms = createAlarms(
    () => clock.now(),
    async (timer) => {
      await bot.ring(timer);
    },
    (error) => {
      onFault(`A timer failed: ${String(error)}`);
    },
  );
  const start = (): Bot =>
    createBot({
      readCalendar: (text, options) => Promise.resolve(importCalendar(text, options)),
      features,
      stores,
      outbox: (districtId) => outboxes.of(districtId),
      timers: alarms,
      clock,
      log,
      profile: (address) =>
        Promise.resolve(parts.gone.has(address) ? { ...LEFT, active: false } : undefined),
    });
  let bot = start();
  await bot.reconcile();
  let events = 0;
  const advance = async (to: Date): Promise<void> => {
    await alarms.advance(to, (at) => {
      clock.moveTo(at);
    });
  };
  return {
    clock,
    async decide(event) {
      const outcome = await bot.decide({ ...event, id: `event-${String(++events)}`, via: "{}" });
      await advance(clock.now());
      return outcome;
    },
    of: (districtId) => stores.of(districtId),
    advance,
    async restart(hours) {
      clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000));
      bot = start();
      await bot.reconcile();
      await advance(clock.now());
    },
  };
}

const LEFT = { name: "", locale: "en", timezone: null } as const;

function logOf(onFault: (message: string) => void): Log {
  const fault = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    const { error } = fields;
    onFault(error instanceof Error ? `${message}: ${error.stack ?? error.message}` : message);
  };
  return { info: () => undefined, warn: fault, error: fault };
}

async function fill(stores: Stores, { districts }: World): Promise<void> {
  for (const { district, tenant, schools, people } of districts) {
    const into = stores.of(district.id);
    await into.saveDistrict(district);
    await stores.link(tenant, district.id);
    for (const person of people) await into.people.add(person);
    for (const { school, calendar, partnership } of schools) {
      await into.schools.add(school);
      await into.calendars.add(calendar);
      await into.partnerships.add(partnership);
    }
  }
}
