/** Plays a year and hands over everything that was said and everything that happened. */

import type { VirtualClock } from "../../src/time/clock.ts";
import { virtualClock } from "../../src/time/clock.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Manner } from "../../src/nudge/attention.ts";
import { chance } from "./chance.ts";
import type { Fact } from "./facts.ts";
import type { Act } from "./act.ts";
import { makeLife } from "./life.ts";
import { createOutboxes, type Said } from "./outbox.ts";
import { startRunning, type Running } from "./running.ts";
import { makeWorld, type World } from "./world.ts";

export interface Wish {
  readonly schools: number;
  readonly year: string;
  readonly seed: number;
  readonly weeks: number;
}

export interface Year {
  readonly world: World;
  readonly said: readonly Told[];
  readonly facts: readonly Fact[];
  /** By partnership, in no promised order. */
  readonly checkIns: ReadonlyMap<string, readonly CheckIn[]>;
  readonly faults: readonly string[];
}

/** How the policy was asked to treat a message: `digest` is its own. */
export interface Told extends Said {
  readonly manner: Manner | "digest" | "channel";
}

/** Reactions are never later than this after they were wanted. */
const STEP_MS = 3 * 3_600_000;

/** @param progress is told each week that begins. */
export async function playYear(
  wish: Wish,
  progress: (date: Date) => void = () => undefined,
): Promise<Year> {
  const world = await makeWorld(wish, chance(wish.seed));
  const clock = virtualClock(new Date(`${world.from}T00:00:00Z`));
  const [facts, faults, gone]: [Fact[], string[], Set<string>] = [[], [], new Set()];
  const life = makeLife(world, wish.seed, gone, (fact) => facts.push(fact));
  const acts = [...life.planned].sort((a, b) => b.at.getTime() - a.at.getTime());
  const outboxes = createOutboxes(
    () => clock.now(),
    (said) => {
      const act = life.reaction(said);
      if (act) insert(acts, act);
    },
  );
  const running = await startRunning(world, {
    clock,
    outboxes,
    onFault: (fault) => faults.push(fault),
    gone,
  });
  await play(running, acts, clock, new Date(`${world.to}T00:00:00Z`), progress);
  return {
    world,
    said: await withManners(running, outboxes.said),
    facts,
    checkIns: await allCheckIns(running, world),
    faults,
  };
}

/** Latest first, so that the next one is taken from the end. */
function insert(acts: Act[], act: Act): void {
  let [low, high] = [0, acts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((acts[middle]?.at ?? act.at) > act.at) low = middle + 1;
    else high = middle;
  }
  acts.splice(low, 0, act);
}

async function play(
  running: Running,
  acts: Act[],
  clock: VirtualClock,
  end: Date,
  progress: (date: Date) => void,
): Promise<void> {
  let week = 0;
  const start = clock.now().getTime();
  while (clock.now() < end) {
    const next = acts.at(-1);
    const step = new Date(Math.min(clock.now().getTime() + STEP_MS, end.getTime()));
    if (next && next.at <= step) {
      acts.pop();
      await running.advance(next.at);
      await next.run(running);
    } else await running.advance(step);
    if (clock.now().getTime() - start >= week * 7 * 86_400_000) {
      progress(clock.now());
      week++;
    }
  }
}

async function withManners(running: Running, said: readonly Said[]): Promise<readonly Told[]> {
  const byDistrict = new Map<string, Said[]>();
  for (const one of said)
    byDistrict.set(one.districtId, [...(byDistrict.get(one.districtId) ?? []), one]);
  const manners = new Map<string, Told["manner"]>();
  for (const [districtId, all] of byDistrict) {
    const stores = running.of(districtId);
    const keys = all.map(({ key }) => key);
    for (const { id, manner } of await stores.notices.findAll(keys))
      manners.set(`${districtId} ${id}`, manner);
    for (const { id, kind } of await stores.digests.findAll(keys))
      manners.set(`${districtId} ${id}`, kind === "expected" ? "expected" : "digest");
  }
  return said.map((one) => ({
    ...one,
    manner: one.to.includes("/C")
      ? "channel"
      : (manners.get(`${one.districtId} ${one.key}`) ?? "now"),
  }));
}

const MOST_MEETINGS = 400;

async function allCheckIns(
  running: Running,
  { districts }: World,
): Promise<ReadonlyMap<string, readonly CheckIn[]>> {
  const found = new Map<string, readonly CheckIn[]>();
  for (const { district, schools } of districts)
    for (const { partnership } of schools)
      found.set(
        partnership.id,
        await running.of(district.id).checkIns.recent(partnership.id, MOST_MEETINGS),
      );
  return found;
}
