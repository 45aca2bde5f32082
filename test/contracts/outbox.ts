/** What every implementation of `Outbox` promises: once, in order, paced, and fair. */

import { expect, test } from "@jest/globals";
import { channel, later } from "../db/scripted-platform.ts";
import {
  DISTRICT,
  HOUR,
  aCard,
  message,
  passing,
  send,
  titlesOf,
  type OutboxWorld,
} from "./outbox-world.ts";

export function outboxContract(open: () => Promise<OutboxWorld>): void {
  test("a message arrives as it was posted", async () => {
    const world = await open();

    await send(await world.process(), message("a", { kind: "nudge.digest" }));

    expect(world.platform.arrived).toMatchObject([
      {
        delivery: {
          key: "a",
          kind: "nudge.digest",
          to: channel("C1"),
          card: aCard("a"),
          thread: null,
          replaces: null,
          triedAt: null,
        },
      },
    ]);
  });

  test("a key is used once in a district, and again in another", async () => {
    const world = await open();
    const outbox = await world.process();

    await send(outbox, message("a"), message("a", { card: aCard("other") }));
    await send(outbox, message("a"));
    await outbox.of("d-2").post(message("a", { to: channel("C2"), card: aCard("theirs") }));
    await outbox.wake();

    expect(titlesOf(world)).toStrictEqual(["a", "theirs"]);
  });

  test("a channel gets its messages in order, a few at once and then one a second", async () => {
    const world = await open();
    const outbox = await world.process();
    const keys = ["a", "b", "c", "d", "e"];

    await send(outbox, ...keys.map((key) => message(key)));
    expect(titlesOf(world)).toStrictEqual(["a", "b", "c"]);

    world.pass(999);
    await outbox.wake();
    expect(titlesOf(world)).toHaveLength(3);

    world.pass(1);
    await outbox.wake();
    expect(titlesOf(world)).toHaveLength(4);

    world.pass(1000);
    await outbox.wake();
    expect(titlesOf(world)).toStrictEqual(keys);
  });

  test("after a skip of time a channel takes a few at once again", async () => {
    const world = await open();
    const outbox = await world.process();
    await send(outbox, message("a"), message("b"), message("c"), message("d"));
    expect(titlesOf(world)).toHaveLength(3);

    await outbox.rested();
    await send(outbox, message("e"), message("f"), message("g"));
    expect(titlesOf(world)).toStrictEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("a restart does not hurry a channel", async () => {
    const world = await open();
    const first = await world.process();
    await send(first, message("a"), message("b"), message("c"), message("d"));
    await first.stop();

    const second = await world.process({ alone: true });
    await second.wake();
    expect(titlesOf(world)).toHaveLength(3);

    world.pass(1000);
    await second.wake();
    expect(titlesOf(world)).toHaveLength(4);
  });

  test("channels do not wait for each other", async () => {
    const world = await open();
    const outbox = await world.process();
    const gate = world.platform.gate("slow");
    await outbox.of(DISTRICT).post(message("slow"));
    await gate.at;

    await outbox.of(DISTRICT).post(message("quick", { to: channel("C2") }));
    await world.platform.whenArrived(1);
    gate.open();
    await outbox.wake();

    expect(titlesOf(world)).toStrictEqual(["quick", "slow"]);
  });

  test("a workspace gets so many a second, and another does not wait for it", async () => {
    const world = await open();
    const outbox = await world.process();
    for (let n = 0; n < 30; n++)
      await outbox.of("d-busy").post(message(`k-${n}`, { to: channel(`C${n}`) }));
    await outbox.of("d-calm").post(message("calm", { to: channel("X") }));
    await outbox.wake();

    expect(titlesOf(world)).toHaveLength(21);
    expect(titlesOf(world)).toContain("calm");

    await passing(world, outbox, 1000, 100);
    expect(titlesOf(world)).toHaveLength(31);
  });

  test("districts are served in turn, however much one of them has to say", async () => {
    const world = await open();
    const outbox = await world.process();
    await outbox.stop();
    for (let n = 0; n < 16; n++)
      await outbox.of("d-busy").post(message(`k-${n}`, { to: channel(`C${n}`) }));
    await outbox.of("d-calm").post(message("calm", { to: channel("X") }));

    await outbox.start();
    await outbox.wake();

    expect(world.platform.asked.indexOf("calm")).toBeLessThan(8);
  });

  test("two processes send each message once, and a channel's in order", async () => {
    const world = await open();
    const [first, second] = [await world.process(), await world.process()];
    const keys = Array.from({ length: 12 }, (_, n) => `k-${String(n).padStart(2, "0")}`);
    for (const [n, key] of keys.entries())
      await (n % 2 ? first : second).of(DISTRICT).post(message(key, { to: channel(`C${n % 3}`) }));

    for (let n = 0; n < 6; n++) {
      await Promise.all([first.wake(), second.wake()]);
      world.pass(1000);
    }

    expect([...world.platform.asked].sort()).toStrictEqual(keys);
    for (const lane of ["C0", "C1", "C2"]) {
      const seen = world.platform.arrived.filter(({ delivery }) => delivery.to === channel(lane));
      const order = seen.map(({ delivery }) => delivery.key);
      expect(order).toStrictEqual([...order].sort());
    }
  });

  test("it is idle when nothing is due soon, though something waits for a distant retry", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", later(HOUR));
    await outbox.of(DISTRICT).post(message("a"));
    await outbox.of(DISTRICT).post(message("b", { to: channel("C2") }));

    await outbox.idle();

    expect(titlesOf(world)).toStrictEqual(["b"]);
  });

  test("a stopped outbox takes messages and sends none", async () => {
    const world = await open();
    const outbox = await world.process();
    await outbox.stop();

    await send(outbox, message("a"));
    await outbox.idle();
    expect(titlesOf(world)).toStrictEqual([]);

    await (await world.process()).wake();
    expect(titlesOf(world)).toStrictEqual(["a"]);
  });
}
