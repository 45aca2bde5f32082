/** How long the bot takes to decide with 1,000 goals and 5,000 items in one partnership. */

import { randomUUID } from "node:crypto";
import { PACE } from "../../adapters/slack/pace.ts";
import { assemble } from "../../src/assembly/together.ts";
import { addDays, localDate, type LocalDate } from "../../src/time/calendar.ts";
import { virtualClock } from "../../src/time/clock.ts";
import { features } from "../../src/features/index.ts";
import { createLog } from "../../src/log.ts";
import type { Address } from "../../src/team/person.ts";
import type { ChatEvent, ChatPlatform } from "../../src/ports.ts";
import type { DistrictStores } from "../../src/stores.ts";

const TENANT = "slack:T0BENCH" as Address;
const LIBRARIAN = "slack:T0BENCH/U0LIB" as Address;
const GOALS = 1_000;
const ITEMS = 5_000;
const ROUNDS = 20;

export interface Answer {
  readonly what: string;
  /** Milliseconds, the median and the slowest of the rounds. */
  readonly median: number;
  readonly worst: number;
}

export async function largePartnership(uri: string): Promise<readonly Answer[]> {
  const clock = virtualClock(new Date("2027-03-02T15:00:00Z"));
  const liaison = await assemble({
    features,
    platforms: [SILENT],
    uri,
    databaseName: `bench_${randomUUID().slice(0, 8)}`,
    clock,
    log: createLog("error"),
    alone: true,
    timersRing: "on command",
  });
  await fill(liaison.stores.of("d-bench"), clock.now());
  await liaison.stores.link(TENANT, "d-bench");
  const answers: Answer[] = [];
  for (const [what, event] of Object.entries(EVENTS))
    answers.push(
      await timed(what, async () => {
        await liaison.bot.decide({ ...event, id: randomUUID() });
      }),
    );
  let week = 0;
  answers.push(
    await timed("weekly digest", async () => {
      clock.moveTo(new Date(Date.UTC(2027, 2, 8 + 7 * week++, 14, 10)));
      await liaison.bot.ring({ name: "nudge.weekly", districtId: "d-bench", id: "u-lib" });
    }),
  );
  await liaison.stop();
  return answers;
}

const ARRIVAL = { id: "", tenant: TENANT, from: LIBRARIAN, channel: null, via: "{}" };
const EVENTS: Readonly<Record<string, ChatEvent>> = {
  home: { ...ARRIVAL, type: "home" },
  "/goal list": { ...ARRIVAL, type: "command", text: "goal list" },
  "/liaison plan": { ...ARRIVAL, type: "command", text: "plan" },
};

const SILENT: ChatPlatform = {
  name: "slack",
  pace: PACE,
  start: () => Promise.resolve(),
  perform: () => Promise.resolve(),
  send: () => Promise.resolve({ message: "slack:T0BENCH/C/1" as never }),
  find: () => Promise.resolve(undefined),
  profile: () => Promise.resolve(undefined),
  stop: () => Promise.resolve(),
};

async function timed(what: string, run: () => Promise<void>): Promise<Answer> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { what, median: times[ROUNDS / 2] ?? NaN, worst: times[ROUNDS - 1] ?? NaN };
}

type District = ReturnType<Awaited<ReturnType<typeof assemble>>["stores"]["of"]>;

async function fill(stores: District, now: Date): Promise<void> {
  const timezone = "America/Chicago";
  const today = localDate(now, timezone);
  await stores.saveDistrict({ id: "d-bench", name: "Bench", timezone, locales: ["en"] });
  await stores.schools.add({
    id: "s-1",
    name: "Bench School",
    timezone,
    locale: "en",
    calendarId: null,
    learningGoals: [],
  });
  for (const [id, address] of [
    ["u-lib", LIBRARIAN],
    ["u-it", "slack:T0BENCH/U0IT" as Address],
  ] as const)
    await stores.people.add({
      id,
      schoolId: "s-1",
      name: id,
      role: id === "u-lib" ? "school_librarian" : "it_technician",
      locale: "en",
      timezone,
      addresses: [address],
      unreachable: [],
      chosen: [],
      workingDays: ["mon", "tue", "wed", "thu", "fri"],
      contractMonths: 12,
      pausedUntil: null,
      active: true,
    });
  await stores.partnerships.add({
    id: "p-1",
    schoolId: "s-1",
    libraryIds: ["u-lib"],
    itIds: ["u-it"],
    supervisorIds: [],
    channels: [],
    closed: [],
    series: null,
    cycle: "2026-27",
  });
  await addGoalsAndItems(stores, {
    partnershipId: "p-1",
    librarian: "u-lib",
    technician: "u-it",
    today,
    now,
  });
}

/** 1,000 goals and 5,000 items of the two in turn, overdue and to come. */
export async function addGoalsAndItems(
  { goals, items }: Pick<DistrictStores, "goals" | "items">,
  whose: {
    readonly partnershipId: string;
    readonly librarian: string;
    readonly technician: string;
    readonly today: LocalDate;
    readonly now: Date;
  },
): Promise<void> {
  const { partnershipId, librarian, technician, today, now } = whose;
  const ids: string[] = [];
  await inParallel(GOALS, async (n) => {
    const { id } = await goals.create({
      partnershipId,
      ownerId: n % 2 ? librarian : technician,
      department: n % 2 ? "library" : "it",
      title: `Goal number ${String(n)} of a large partnership`,
      horizon: "short",
      why: "",
      measure: null,
      start: today,
      due: addDays(today, (n % 200) - 20),
      servesSchoolGoal: null,
      scope: "department",
      status: "on_track",
      claim: null,
      doneOn: null,
      stoppedReason: null,
      origin: `large-g-${String(n)}`,
      deleted: false,
      createdAt: now,
    });
    ids[n] = id;
  });
  await inParallel(ITEMS, async (n) => {
    await items.create({
      partnershipId,
      goalId: ids[n % GOALS] ?? "",
      direction: n % 2 ? "library_supports_it" : "it_supports_library",
      ownerId: n % 2 ? librarian : technician,
      title: `Step number ${String(n)}`,
      plan: "",
      due: addDays(today, (n % 100) - 20),
      status: "open",
      blockedReason: null,
      quietUntil: null,
      doneOn: null,
      overdueNudges: 0,
      origin: `large-a-${String(n)}`,
      deleted: false,
      createdAt: now,
    });
  });
}

async function inParallel(count: number, run: (n: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - from) }, (_, offset) => run(from + offset)),
    );
}
