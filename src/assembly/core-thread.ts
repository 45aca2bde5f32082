/** The thread that thinks: opens the core and answers for it. */

import { createBirpc } from "birpc";
import { readFileSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { loadDemo } from "../../demo/index.ts";
import type { StoredStores } from "../../db/stores.ts";
import { features } from "../features/index.ts";
import { createLog } from "../log.ts";
import { LOCALES } from "../team/person.ts";
import { systemClock, virtualClock, type VirtualClock } from "../time/clock.ts";
import {
  channel,
  type CoreCalls,
  type FrontCalls,
  type OutletSettings,
  type Preparation,
} from "./calls.ts";
import { assembleCore, type Core, type Outlet } from "./core.ts";

const DEMO_DATA = new URL("../../playground/demo-data.json", import.meta.url);
/** Somebody who waits for an acknowledgement comes before whatever is thought about. */
const BEHIND_THE_FRONT = 5;
const { PRIORITY_LOW: LOWEST } = constants.priority;

if (!parentPort) throw new Error("Started by startCoreThread");
// Linux alone gives each thread a priority; elsewhere this would slow the whole program down.
if (process.platform === "linux") setPriority(Math.min(LOWEST, getPriority() + BEHIND_THE_FRONT));

let virtual: VirtualClock | undefined;
let core: Core | undefined;

const opened = (): Core => {
  if (!core) throw new Error("The core is not open");
  return core;
};

const front = createBirpc<FrontCalls, CoreCalls>(
  {
    async open(settings, preparation) {
      virtual = settings.virtualFrom && virtualClock(settings.virtualFrom);
      const { core: made, database } = await assembleCore({
        ...settings,
        features,
        platforms: settings.platforms.map(outlet),
        clock: virtual ?? systemClock,
        log: createLog(settings.logLevel),
        timersRing: virtual ? "on command" : "by themselves",
      });
      core = made;
      if (preparation) await prepare(database.stores, preparation);
    },
    start: () => opened().start(),
    decide: (event) => opened().decide(event),
    visit: (visit) => opened().visit(visit),
    async advance(to) {
      await opened().advance(to, async (at) => {
        virtual?.moveTo(at);
        await front.step(at);
      });
    },
    idle: () => opened().idle(),
    next: () => opened().next(),
    ready: () => opened().ready(),
    codesAwaited: () => opened().codesAwaited(),
    stop: () => opened().stop(),
  },
  channel(parentPort),
);

function outlet({ name, pace, knowsDoNotDisturb }: OutletSettings): Outlet {
  return {
    name,
    ...(pace ? { pace } : {}),
    send: (delivery) => front.send(name, delivery),
    find: (delivery) => front.find(name, delivery),
    profile: (address) => front.profile(name, address),
    ...(knowsDoNotDisturb
      ? { doNotDisturb: (addresses, now) => front.doNotDisturb(name, addresses, now) }
      : {}),
  };
}

async function prepare(stores: StoredStores, preparation: Preparation): Promise<void> {
  if (preparation.type === "demo")
    await loadDemo(stores, JSON.parse(readFileSync(DEMO_DATA, "utf8")), preparation);
  else await settleIn(stores, preparation);
}

/**
 * A workspace that is seen for the first time becomes a district of its own; a second one beside it, on
 * the other platform, belongs to the same.
 */
async function settleIn(
  stores: StoredStores,
  { tenants, timezone }: Extract<Preparation, { type: "settle in" }>,
): Promise<void> {
  const districts = await Promise.all(tenants.map((tenant) => stores.districtOf(tenant)));
  let id = districts.find((known) => known !== undefined);
  for (const [index, tenant] of tenants.entries()) {
    if (districts[index] !== undefined) continue;
    if (id === undefined) {
      id = `d-${tenant.replaceAll(/[^A-Za-z0-9]+/gu, "-").toLowerCase()}`;
      await stores.of(id).saveDistrict({ id, name: tenant, timezone, locales: LOCALES });
    }
    await stores.link(tenant, id);
  }
}
