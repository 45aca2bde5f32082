/** The real bot on a real database, with platforms that a test can act on and a clock it can move. */

import { afterAll } from "@jest/globals";
import type { OpenLiaison } from "../../src/assembly/together.ts";
import type { Feature } from "../../src/feature.ts";
import { features as everyFeature } from "../../src/features/index.ts";
import type { Address } from "../../src/team/person.ts";
import type { VirtualClock } from "../../src/time/clock.ts";
import { createActor, type Actor } from "./actor.ts";
import { addressOf } from "./demo.ts";
import { createTestPlatform, type Posted, type TestPlatform } from "./platform.ts";
import { startProcess, type Process } from "./process.ts";
import type { DistrictStores } from "../../src/stores.ts";

export type { Actor } from "./actor.ts";
export { addressOf, channelOf } from "./demo.ts";

/** Tue 2 March 2027, 09:00 in Chicago. */
export const DEMO_NOW = new Date("2027-03-02T15:00:00Z");
export const DISTRICT = "d-tv";

export interface Rig {
  readonly liaison: OpenLiaison;
  /** The first of the platforms. */
  readonly platform: TestPlatform;
  on(platform: string): TestPlatform;
  readonly clock: VirtualClock;
  readonly stores: DistrictStores;
  readonly log: readonly { readonly level: string; readonly message: string }[];
  /** The person of the demo on Slack; on another platform as `u-tv-lib@teams`. */
  as(person: string): Actor;
  /** Whoever is at an address of any platform. */
  at(address: Address): Actor;
  /** Moves the clock through everything due. */
  advanceTo(instant: Date | string): Promise<void>;
  /** Everything posted so far, of a kind or to somebody. */
  messages(filter?: { readonly kind?: string; readonly to?: Address }): readonly Posted[];
  /** Every stored row in which a word stands, such as an id. */
  rowsNaming(word: string): Promise<readonly string[]>;
  /** Kills the bot and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly features?: readonly Feature[];
  readonly now?: Date;
  readonly data?: "demo" | "empty";
  /** Names of the platforms that are connected, or platforms of the test's own. */
  readonly platforms?: readonly (string | TestPlatform)[];
  /** What has happened before a test begins; told once for all tests that name the same function. */
  readonly before?: (rig: Rig) => Promise<void>;
}

/** A bot that ran for a test and, put back to how that test found it, runs for the next one alike. */
interface Kept {
  readonly process: Process;
  readonly putBack: () => Promise<void>;
}

/** By what they were opened with. All that a bot knows are its rows, so it cannot tell the tests apart. */
const free = new Map<string, Kept[]>();
let isOver = false;

afterAll(async () => {
  isOver = true;
  for (const { process } of [...free.values()].flat()) await process.stop();
});

const names = new WeakMap<object, string>();
let named = 0;
function nameOf(one: object): string {
  const name = names.get(one) ?? String(++named);
  names.set(one, name);
  return name;
}

/** @returns undefined for platforms of the test's own: what they hold is not known here. */
function keyOf({ features, now, data, platforms, before }: Required<Options>): string | undefined {
  if (platforms.some((each) => typeof each !== "string")) return undefined;
  const parts = [features.map(nameOf), now.getTime(), data, platforms, nameOf(before)];
  return JSON.stringify(parts);
}

const nothing = (): Promise<void> => Promise.resolve();

export async function openLiaison(options: Options = {}): Promise<Rig> {
  const { features = everyFeature, now = DEMO_NOW, data = "demo" } = options;
  const { platforms = ["slack"], before = nothing } = options;
  const key = keyOf({ features, now, data, platforms, before });
  const again = key === undefined ? undefined : free.get(key)?.pop();
  if (key !== undefined && again) {
    await again.putBack();
    return rigOf(key, again);
  }
  const process = await startProcess({
    features,
    now,
    data,
    platforms: platforms.map((each) =>
      typeof each === "string" ? createTestPlatform(each) : each,
    ),
  });
  await before(rigOf(undefined, { process, putBack: nothing }));
  const canKeep = key !== undefined && (await process.isAtRest());
  return canKeep
    ? rigOf(key, { process, putBack: await process.keep() })
    : rigOf(undefined, { process, putBack: nothing });
}

let events = 0;

/** @param key under which it is kept for the next test; undefined when it is not. */
function rigOf(key: string | undefined, kept: Kept): Rig {
  const { process } = kept;
  const { platforms } = process;
  const platformOf = (name: string): TestPlatform => {
    const found = platforms.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not connected`);
    return found;
  };
  const world = { settle: () => process.settle(), nextId: () => `event-${String(++events)}` };
  const actors = new Map<Address, Actor>();

  function at(address: Address): Actor {
    const platform = address.slice(0, address.indexOf(":"));
    const known = actors.get(address) ?? createActor(address, platformOf(platform), world);
    actors.set(address, known);
    return known;
  }

  return {
    get liaison() {
      return process.liaison;
    },
    get platform() {
      return platformOf(platforms[0]?.name ?? "");
    },
    on: platformOf,
    clock: process.clock,
    get stores() {
      return process.liaison.stores.of(DISTRICT);
    },
    log: process.log,
    as: (person) => at(addressOf(person)),
    at,
    advanceTo: (instant) => process.advanceTo(new Date(instant)),
    messages: ({ kind, to } = {}) =>
      platforms
        .flatMap(({ posted }) => posted)
        .filter((message) => (!kind || message.kind === kind) && (!to || message.to === to)),
    rowsNaming: (word) => process.rowsNaming(word),
    restart: () => process.restart(),
    async close() {
      if (key !== undefined && !isOver && (await process.isAtRest()))
        free.set(key, [...(free.get(key) ?? []), kept]);
      else await process.stop();
    },
  };
}
