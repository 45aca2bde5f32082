/** How long the nudge policy takes: one person among many items, and the Monday morning of many people. */

import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { PACE } from "../../adapters/slack/pace.ts";
import { assemble } from "../../src/assembly/together.ts";
import { nudgeFeature } from "../../src/features/nudge/index.ts";
import { createLog } from "../../src/log.ts";
import { newAttention } from "../../src/nudge/attention.ts";
import type { Facts } from "../../src/nudge/facts.ts";
import { plan } from "../../src/nudge/policy.ts";
import { reachOf } from "../../src/nudge/reach.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import type { ActionItem } from "../../src/plan/action-item.ts";
import type { ChatPlatform } from "../../src/ports.ts";
import type { Partnership } from "../../src/team/partnership.ts";
import type { Address, Person } from "../../src/team/person.ts";
import { addDays, type LocalDate } from "../../src/time/calendar.ts";
import { virtualClock } from "../../src/time/clock.ts";

const ZONE = "America/Chicago";
const MONDAY = "2027-03-08" as LocalDate;
/** 08:10 in Chicago. */
const MORNING = new Date("2027-03-08T14:10:00Z");
const TENANT = "slack:T0BENCH" as Address;
const ROUNDS = 200;
const MB = 2 ** 20;

export interface PlanTimes {
  /** Milliseconds. */
  readonly median: number;
  readonly worst: number;
  /** Bytes on the heap that one plan leaves behind, at most. */
  readonly heap: number;
}

/** Everything is read already: the pure part, as often as `/liaison why` and every alarm ask for it. */
export function onePersonsWeek(items: number): PlanTimes {
  const facts = factsWith(items);
  for (let round = 0; round < ROUNDS; round++) plan(facts);
  const before = process.memoryUsage().heapUsed;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    plan(facts);
    times.push(performance.now() - start);
  }
  const heap = Math.max(0, process.memoryUsage().heapUsed - before) / ROUNDS;
  times.sort((a, b) => a - b);
  return { median: times[ROUNDS / 2] ?? NaN, worst: times.at(-1) ?? NaN, heap };
}

function factsWith(items: number): Facts {
  const person = { ...personAt(0), pausedUntil: null };
  const week = {
    calendar: null,
    workingDays: person.workingDays,
    contractMonths: person.contractMonths,
  };
  return {
    now: MORNING,
    reach: reachOf(person, [week], USUAL_SETTINGS),
    settings: USUAL_SETTINGS,
    cadence: "weekly",
    attention: newAttention(person.id),
    places: [
      {
        id: "p-0",
        side: "library",
        today: MONDAY,
        week,
        checkIns: [],
        items: Array.from({ length: items }, (_, n) =>
          itemOf(n, person.id, "p-0", addDays(MONDAY, (n % 60) - 30)),
        ),
        carriedItemIds: new Set(),
        finishedGoalIds: new Set(),
        hasOpenPrep: false,
      },
    ],
    held: [],
    handBack: null,
    quietSuccess: null,
  };
}

export interface Morning {
  readonly people: number;
  /** How many messages were in the outbox at the end. */
  readonly messages: number;
  readonly seconds: number;
  /** Of processor time, in all threads: what the clock on the wall shows on an idle machine, or less. */
  readonly cpuSeconds: number;
  /** Of this process with the database in it: before the people were stored, and the most while they were told. */
  readonly before: number;
  readonly most: number;
}

/** Everybody has something to hear and is told at 08:10; the outbox sends meanwhile, at its pace. */
export async function mondayMorning(uri: string, people: number): Promise<Morning> {
  const databaseName = `bench_${randomUUID().slice(0, 8)}`;
  const clock = virtualClock(new Date("2027-03-05T18:00:00Z"));
  const before = process.memoryUsage().rss / MB;
  const liaison = await assemble({
    features: [nudgeFeature],
    platforms: [SILENT],
    uri,
    databaseName,
    clock,
    log: createLog("error"),
    alone: true,
    timersRing: "on command",
  });
  await fill(liaison.stores, people);
  await liaison.start();
  const { attentions } = liaison.stores.of(DISTRICT);
  clock.moveTo(MORNING);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss / MB);
  }, 100);
  const cpu = process.cpuUsage();
  const start = performance.now();
  while ((await attentions.due(MORNING, 1)).length > 0)
    await liaison.bot.ring({
      name: "nudge.wave",
      districtId: DISTRICT,
      id: MORNING.toISOString(),
    });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  await liaison.stop();
  const messages = await messagesIn(uri, databaseName);
  return { people, messages, seconds, cpuSeconds: (user + system) / 1e6, before, most };
}

const DISTRICT = "d-bench";

const SILENT: ChatPlatform = {
  name: "slack",
  pace: PACE,
  start: () => Promise.resolve(),
  perform: () => Promise.resolve(),
  send: ({ key }) => Promise.resolve({ message: `slack:T0BENCH/${key}` as never }),
  find: () => Promise.resolve(undefined),
  profile: () => Promise.resolve(undefined),
  stop: () => Promise.resolve(),
};

async function messagesIn(uri: string, name: string): Promise<number> {
  const client = await new MongoClient(uri).connect();
  try {
    return await client.db(name).collection("outbox").countDocuments({});
  } finally {
    await client.close();
  }
}

const personAt = (n: number): Person => ({
  id: `u-${String(n)}`,
  schoolId: null,
  name: `Person ${String(n)}`,
  role: n % 2 ? "it_technician" : "school_librarian",
  locale: "en",
  timezone: ZONE,
  addresses: [`${TENANT}/U${String(n)}` as Address],
  unreachable: [],
  chosen: [],
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
  pausedUntil: null,
  active: true,
});

const itemOf = (n: number, ownerId: string, partnershipId: string, due: LocalDate): ActionItem => ({
  id: `a-${String(n)}`,
  partnershipId,
  goalId: "g-1",
  direction: "own_work",
  ownerId,
  title: `Step number ${String(n)}`,
  plan: "",
  due,
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: `bench-${String(n)}`,
  deleted: false,
  createdAt: new Date("2027-03-01T15:00:00Z"),
});

const partnershipAt = (n: number): Partnership => ({
  id: `p-${String(n)}`,
  schoolId: "s-1",
  libraryIds: [`u-${String(2 * n)}`],
  itIds: [`u-${String(2 * n + 1)}`],
  supervisorIds: [],
  channels: [],
  closed: [],
  series: null,
  cycle: "2026-27",
});

async function fill(
  stores: Awaited<ReturnType<typeof assemble>>["stores"],
  people: number,
): Promise<void> {
  const { tables } = stores;
  await stores.of(DISTRICT).saveDistrict({
    id: DISTRICT,
    name: "Bench",
    timezone: ZONE,
    locales: ["en"],
  });
  await stores.link(TENANT, DISTRICT);
  await stores.of(DISTRICT).schools.add({
    id: "s-1",
    name: "Bench School",
    timezone: ZONE,
    locale: "en",
    calendarId: null,
    learningGoals: [],
  });
  for (let from = 0; from < people; from += 1000) {
    const all = Array.from({ length: Math.min(1000, people - from) }, (_, n) => from + n);
    const pairs = all.filter((n) => n % 2 === 0).map((n) => n / 2);
    await tables.people.of(DISTRICT).insertAll(all.map(personAt));
    await tables.partnerships.of(DISTRICT).insertAll(pairs.map(partnershipAt));
    await tables.items
      .of(DISTRICT)
      .insertAll(
        all.map((n) =>
          itemOf(n, `u-${String(n)}`, `p-${String(Math.floor(n / 2))}`, addDays(MONDAY, n % 5)),
        ),
      );
    await tables.attentions
      .of(DISTRICT)
      .insertAll(all.map((n) => ({ ...newAttention(`u-${String(n)}`), nextAt: MORNING })));
  }
}
