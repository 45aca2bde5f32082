/** What every implementation of `Outbox` promises when platforms and processes fail. */

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { channel, later, lost, refused } from "../db/scripted-platform.ts";
import {
  DISTRICT,
  HOUR,
  MINUTE,
  aCard,
  deliveryOf,
  message,
  passing,
  send,
  titlesOf,
  type OutboxWorld,
} from "./outbox-world.ts";

export function outboxFaultsContract(open: () => Promise<OutboxWorld>): void {
  test("what certainly did not arrive is sent again when the platform says so", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", later(30_000));

    await send(outbox, message("a"));
    await passing(world, outbox, 29_000);
    expect(world.platform.arrived).toStrictEqual([]);

    await passing(world, outbox, 1000);
    expect(titlesOf(world)).toStrictEqual(["a"]);
    expect(world.platform.asked).toStrictEqual(["a", "a"]);
  });

  test("without a word on when, it waits longer each time", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", later(), later(), later(), later());

    await send(outbox, message("a"));
    await passing(world, outbox, 2000, 250);
    expect(world.platform.asked.length).toBeLessThan(4);

    await passing(world, outbox, 30_000);
    expect(titlesOf(world)).toStrictEqual(["a"]);
  });

  test("later messages wait behind one that is tried again, but not for ever", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", ...Array.from({ length: 5 }, () => later(10_000)));

    await send(outbox, message("a"), message("b"));
    await passing(world, outbox, 25_000);
    expect(titlesOf(world)).toStrictEqual([]);

    await passing(world, outbox, 60_000);
    expect(titlesOf(world)).toStrictEqual(["b", "a"]);
  });

  test("what may have arrived is looked for, and not sent again when it is there", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", "arrives unheard");

    await send(outbox, message("a"));
    await passing(world, outbox, 10_000);

    expect(titlesOf(world)).toStrictEqual(["a"]);
    expect(world.platform.asked).toStrictEqual(["a", "look a"]);
  });

  test("what may have arrived and is not there is sent again", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", lost());

    await send(outbox, message("a"));
    await passing(world, outbox, 10_000);

    expect(world.platform.asked).toStrictEqual(["a", "look a", "a"]);
    expect(deliveryOf(world, "a")?.triedAt).toBeInstanceOf(Date);
  });

  test("what may have arrived and may not be looked for is not sent again", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", "arrives unheard");
    world.platform.scriptFind(refused());

    await send(outbox, message("a"), message("b"));
    await passing(world, outbox, 2 * HOUR, 10 * MINUTE);

    expect(world.platform.asked).toStrictEqual(["a", "look a", "b"]);
    expect(world.refusals).toStrictEqual([]);
  });

  test("looking is tried again when the platform is busy", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", "arrives unheard");
    world.platform.scriptFind(later(), lost());

    await send(outbox, message("a"));
    await passing(world, outbox, 20_000);

    expect(world.platform.asked).toStrictEqual(["a", "look a", "look a", "look a"]);
    expect(titlesOf(world)).toStrictEqual(["a"]);
  });

  test("what was refused for good is told once, and not sent again", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", refused());

    await send(outbox, message("a"), message("b"));
    await passing(world, outbox, HOUR, 10 * MINUTE);

    expect(world.refusals).toStrictEqual([{ district: DISTRICT, key: "a", reason: "closed" }]);
    expect(world.platform.asked).toStrictEqual(["a", "b"]);
  });

  test("telling is tried again until it is told", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", refused());
    world.failTelling(2);

    await send(outbox, message("a"));
    await passing(world, outbox, MINUTE, 5000);

    expect(world.refusals).toHaveLength(1);
    expect(world.platform.asked).toStrictEqual(["a"]);
  });

  test("after a day of tries a message is given up, and told", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", ...Array.from({ length: 200 }, () => later()));

    await send(outbox, message("a"));
    await passing(world, outbox, 25 * HOUR, 20 * MINUTE);

    expect(world.refusals).toStrictEqual([{ district: DISTRICT, key: "a", reason: null }]);
    const tries = world.platform.asked.length;
    await passing(world, outbox, 2 * HOUR, 20 * MINUTE);
    expect(world.platform.asked).toHaveLength(tries);
  });

  test("a message waits for its platform to be connected", async () => {
    const world = await open();
    const outbox = await world.process();
    world.connected(false);
    await send(outbox, message("a"));

    world.connected(true);
    await passing(world, outbox, 2 * MINUTE, 10_000);

    expect(titlesOf(world)).toStrictEqual(["a"]);
  });

  test("what a process was sending when it died is looked for by the next, not sent twice", async () => {
    const world = await open();
    const dead = await world.process();
    world.platform.script("a", "arrives and hangs");
    void dead.of(DISTRICT).post(message("a"));
    await world.platform.whenArrived(1);

    const next = await world.process();
    await next.wake();
    expect(world.platform.asked).toStrictEqual(["a"]);
    await passing(world, next, 2 * MINUTE, 10_000);

    expect(world.platform.asked).toStrictEqual(["a", "look a"]);
    expect(titlesOf(world)).toStrictEqual(["a"]);
  });

  test("a process that is alone does not wait for the lease of the dead", async () => {
    const world = await open();
    const dead = await world.process();
    world.platform.script("a", "arrives and hangs");
    void dead.of(DISTRICT).post(message("a"));
    await world.platform.whenArrived(1);

    const next = await world.process({ alone: true });
    await next.wake();

    expect(world.platform.asked).toStrictEqual(["a", "look a"]);
  });

  test("whatever happens on the way, each message arrives once and shows its last card", async () => {
    const fault = fc.constantFrom("later", "lost", "unheard");
    const plan = fc.record({
      faults: fc.array(fault, { maxLength: 3 }),
      lane: fc.constantFrom("C1", "C2"),
      revisions: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 4 }), async (plans) => {
        const world = await open();
        const outbox = await world.process();
        for (const [n, { faults, lane, revisions }] of plans.entries()) {
          const key = `k-${n}`;
          world.platform.script(
            key,
            ...faults.map((name) =>
              name === "later" ? later() : name === "lost" ? lost() : ("arrives unheard" as const),
            ),
          );
          await outbox.of(DISTRICT).post(message(key, { to: channel(lane) }));
          for (let r = 1; r <= revisions; r++) {
            await outbox.of(DISTRICT).revise(key, aCard(`${key} ${r}`));
            world.pass(300);
          }
        }
        await outbox.wake();
        await passing(world, outbox, 4 * MINUTE, 5000);
        await outbox.stop();

        const expected = plans.map(({ revisions }, n) =>
          revisions ? `k-${n} ${revisions}` : `k-${n}`,
        );
        expect([...titlesOf(world)].sort()).toStrictEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
}
