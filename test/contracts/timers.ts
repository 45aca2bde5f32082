/** What every implementation of `Timers` promises, and what it takes to move it by hand. */

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AlarmClock } from "../../db/timers.ts";
import type { Timer } from "../../src/time/timer.ts";

export interface TimersWorld {
  readonly timers: AlarmClock;
  /** What rang, in order, with the instant the clock showed. */
  readonly rung: { readonly key: string; readonly at: string }[];
  /** Moves the clock; a step of `advance`. */
  readonly step: (at: Date) => Promise<void>;
  /** Runs while a timer rings; may set others, or throw. */
  onRing(run: (timer: Timer) => Promise<void>): void;
  /** Another process on the same rows, after this one was killed. */
  restart(): TimersWorld;
}

export const START = new Date("2027-03-02T15:00:00Z");
const inMinutes = (n: number): Date => new Date(START.getTime() + n * 60_000);

export const aTimer = (key: string, minutes: number): Timer => ({
  key,
  at: inMinutes(minutes),
  name: "test",
  districtId: "d-1",
  id: `id of ${key}`,
});

export function timersContract(open: () => Promise<TimersWorld>): void {
  const keysOf = ({ rung }: TimersWorld): readonly string[] => rung.map(({ key }) => key);

  test("timers ring in order, by key at one instant, each at its own time", async () => {
    const world = await open();
    await world.timers.set(aTimer("late", 30));
    await world.timers.set(aTimer("b", 10));
    await world.timers.set(aTimer("a", 10));

    await world.timers.advance(inMinutes(20), world.step);

    expect(world.rung).toStrictEqual([
      { key: "a", at: inMinutes(10).toISOString() },
      { key: "b", at: inMinutes(10).toISOString() },
    ]);
    expect(await world.timers.next()).toStrictEqual(inMinutes(30));
  });

  test("the clock stands at the end after advancing, also when nothing was due", async () => {
    const world = await open();
    const steps: Date[] = [];

    await world.timers.advance(inMinutes(20), async (at) => {
      steps.push(at);
      await world.step(at);
    });

    expect(steps).toStrictEqual([inMinutes(20)]);
    expect(await world.timers.next()).toBeUndefined();
  });

  test("the handler is given what was set", async () => {
    const world = await open();
    let given: Timer | undefined;
    world.onRing((timer) => Promise.resolve(void (given = timer)));
    await world.timers.set(aTimer("a", 1));

    await world.timers.advance(inMinutes(1), world.step);

    expect(given).toStrictEqual(aTimer("a", 1));
  });

  test("setting again moves it", async () => {
    const world = await open();
    await world.timers.set(aTimer("a", 10));
    await world.timers.set(aTimer("a", 30));

    await world.timers.advance(inMinutes(20), world.step);
    expect(world.rung).toStrictEqual([]);

    await world.timers.advance(inMinutes(30), world.step);
    expect(keysOf(world)).toStrictEqual(["a"]);
  });

  test("setting at once from many sides makes one timer", async () => {
    const world = await open();
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        await world.timers.set(aTimer("a", n + 1));
      }),
    );

    await world.timers.advance(inMinutes(60), world.step);

    expect(keysOf(world)).toStrictEqual(["a"]);
  });

  test("ensuring sets what is not there and leaves alone what waits, due or not", async () => {
    const world = await open();
    await world.timers.set(aTimer("a", 10));
    await world.timers.set(aTimer("due", -5));

    await world.timers.ensure(aTimer("a", 30));
    await world.timers.ensure(aTimer("due", 30));
    await world.timers.ensure(aTimer("b", 15));
    await world.timers.advance(inMinutes(20), world.step);

    expect(keysOf(world)).toStrictEqual(["due", "a", "b"]);
  });

  test("a cancelled timer does not ring, and cancelling none does nothing", async () => {
    const world = await open();
    await world.timers.set(aTimer("a", 10));

    await world.timers.cancel("a");
    await world.timers.cancel("b");
    await world.timers.advance(inMinutes(20), world.step);

    expect(world.rung).toStrictEqual([]);
  });

  test("a timer in the past rings at once, and the clock does not go back for it", async () => {
    const world = await open();
    await world.timers.set(aTimer("a", -30));

    await world.timers.advance(START, world.step);

    expect(world.rung).toStrictEqual([{ key: "a", at: START.toISOString() }]);
  });

  test("a timer that is set while another rings has its turn, under its own key too", async () => {
    const world = await open();
    let rings = 0;
    world.onRing(async ({ key, at }) => {
      if (++rings < 4)
        await world.timers.set({ ...aTimer(key, 0), at: new Date(at.getTime() + 600_000) });
    });
    await world.timers.set(aTimer("weekly", 10));

    await world.timers.advance(inMinutes(35), world.step);

    expect(world.rung.map(({ at }) => at)).toStrictEqual(
      [10, 20, 30].map((minutes) => inMinutes(minutes).toISOString()),
    );
    expect(await world.timers.next()).toStrictEqual(inMinutes(40));
  });

  test("a timer that fails rings again later, and is not lost when its next one was set already", async () => {
    const world = await open();
    const failed = new Set<string>();
    world.onRing(async ({ key }) => {
      await world.timers.set(aTimer(key, 600));
      if (!failed.has(key)) {
        failed.add(key);
        throw new Error("The platform is away");
      }
    });
    await world.timers.set(aTimer("weekly", 10));

    await world.timers.advance(inMinutes(20), world.step);

    expect(world.rung).toStrictEqual([
      { key: "weekly", at: inMinutes(10).toISOString() },
      { key: "weekly", at: new Date(inMinutes(10).getTime() + 10_000).toISOString() },
    ]);
    expect(await world.timers.next()).toStrictEqual(inMinutes(600));
  });

  test("a timer that keeps failing is tried ever less often, and never given up", async () => {
    const world = await open();
    world.onRing(() => Promise.reject(new Error("A bug")));
    await world.timers.set(aTimer("a", 0));

    await world.timers.advance(inMinutes(60), world.step);

    expect(world.rung).toHaveLength(6);
    expect(await world.timers.next()).toBeDefined();
  });

  test("cancelling while it rings stops its retries", async () => {
    const world = await open();
    world.onRing(async ({ key }) => {
      await world.timers.cancel(key);
      throw new Error("No more");
    });
    await world.timers.set(aTimer("a", 1));

    await world.timers.advance(inMinutes(60), world.step);

    expect(keysOf(world)).toStrictEqual(["a"]);
    expect(await world.timers.next()).toBeUndefined();
  });

  test("what was ringing when the process was killed rings again after a restart", async () => {
    const world = await open();
    await world.timers.set(aTimer("a", 1));
    const killed = new Promise<void>((resolve) => {
      world.onRing(() => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    void world.timers.advance(inMinutes(2), world.step);
    await killed;

    const after = world.restart();
    expect(await after.timers.next()).toStrictEqual(inMinutes(1));
    await after.timers.advance(inMinutes(2), after.step);

    expect(keysOf(after)).toStrictEqual(["a"]);
  });

  test("however timers are set, moved and cancelled, the last word on each key holds", async () => {
    const word = fc.record({
      key: fc.constantFrom("a", "b", "c"),
      minutes: fc.integer({ min: 1, max: 9 }),
      type: fc.constantFrom("set", "set", "cancel", "ensure"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        const world = await open();
        const expected = new Map<string, number>();
        for (const { key, minutes, type } of words) {
          if (type === "cancel") await world.timers.cancel(key);
          else await world.timers[type](aTimer(key, minutes));
          if (type === "cancel") expected.delete(key);
          else if (type === "set" || !expected.has(key)) expected.set(key, minutes);
        }

        await world.timers.advance(inMinutes(10), world.step);

        const order = [...expected].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
        expect(world.rung).toStrictEqual(
          order.map(([key, minutes]) => ({ key, at: inMinutes(minutes).toISOString() })),
        );
      }),
      { numRuns: 15 },
    );
  }, 60_000);
}
