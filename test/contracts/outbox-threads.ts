/** What every implementation of `Outbox` promises of threads and of messages that are revised. */

import { expect, test } from "@jest/globals";
import type { OutgoingMessage } from "../../src/ports.ts";
import { channel, later, lost, refused } from "../db/scripted-platform.ts";
import {
  DISTRICT,
  MINUTE,
  aCard,
  deliveryOf,
  message,
  passing,
  send,
  titlesOf,
  type OutboxWorld,
} from "./outbox-world.ts";

export function outboxThreadsContract(open: () => Promise<OutboxWorld>): void {
  test("a reply goes into the thread of its message, which is sent first", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("root", later(5000));

    await send(outbox, message("root"), message("reply", { thread: "root" }));
    await passing(world, outbox, 20_000);

    expect(titlesOf(world)).toStrictEqual(["root", "reply"]);
    expect(deliveryOf(world, "reply")?.thread).toBe(world.platform.arrived[0]?.message);
  });

  test("a reply waits for a message in another place and lets others pass meanwhile", async () => {
    const world = await open();
    const outbox = await world.process();
    const elsewhere = channel("C2");
    world.platform.script("root", later(30_000));

    await send(
      outbox,
      message("root", { to: elsewhere }),
      message("reply", { thread: "root" }),
      message("other"),
    );
    expect(titlesOf(world)).toStrictEqual(["other"]);

    await passing(world, outbox, MINUTE);
    expect(titlesOf(world)).toStrictEqual(["other", "root", "reply"]);
  });

  test.each<[string, readonly OutgoingMessage[]]>([
    ["was refused", [message("root"), message("reply", { thread: "root" })]],
    ["never was", [message("reply", { thread: "root" })]],
  ])("a reply to a message that %s stands alone", async (_, messages) => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("root", refused());

    await send(outbox, ...messages);
    await passing(world, outbox, 10_000);

    expect(deliveryOf(world, "reply")).toMatchObject({ thread: null });
  });

  test("revising a message that was sent replaces it; the same card again does nothing", async () => {
    const world = await open();
    const outbox = await world.process();
    await send(outbox, message("a"));

    await outbox.of(DISTRICT).revise("a", aCard("new"));
    await outbox.wake();
    await outbox.of(DISTRICT).revise("a", aCard("new"));
    await outbox.wake();

    expect(titlesOf(world)).toStrictEqual(["new"]);
    expect(world.platform.asked).toStrictEqual(["a", "a"]);
  });

  test("revising a message that waits changes what is sent, and an unknown one nothing", async () => {
    const world = await open();
    const outbox = await world.process();
    await outbox.stop();
    await outbox.of(DISTRICT).post(message("a"));

    await outbox.of(DISTRICT).revise("a", aCard("new"));
    await outbox.of(DISTRICT).revise("b", aCard("nobody"));
    await outbox.start();
    await outbox.wake();

    expect(titlesOf(world)).toStrictEqual(["new"]);
    expect(world.platform.asked).toStrictEqual(["a"]);
  });

  test("a message that is revised while it is on its way is replaced after; the latest wins", async () => {
    const world = await open();
    const outbox = await world.process();
    const gate = world.platform.gate("a");
    await outbox.of(DISTRICT).post(message("a"));
    await gate.at;

    await outbox.of(DISTRICT).revise("a", aCard("second"));
    await outbox.of(DISTRICT).revise("a", aCard("third"));
    gate.open();
    await outbox.wake();
    await passing(world, outbox, 5000);

    expect(titlesOf(world)).toStrictEqual(["third"]);
    expect(world.platform.asked).toStrictEqual(["a", "a"]);
  });

  test("a message in doubt that is revised is looked for, then replaced", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", "arrives unheard");
    await send(outbox, message("a"));

    await outbox.of(DISTRICT).revise("a", aCard("new"));
    await passing(world, outbox, 10_000);

    expect(titlesOf(world)).toStrictEqual(["new"]);
    expect(world.platform.asked).toStrictEqual(["a", "look a", "a"]);
  });

  test("a replacement in doubt is simply repeated, and one that is refused leaves what stands", async () => {
    const world = await open();
    const outbox = await world.process();
    await send(outbox, message("a"));
    world.platform.script("a", lost());
    await outbox.of(DISTRICT).revise("a", aCard("new"));
    await passing(world, outbox, 10_000);
    expect(titlesOf(world)).toStrictEqual(["new"]);

    world.platform.script("a", refused());
    await outbox.of(DISTRICT).revise("a", aCard("newer"));
    await passing(world, outbox, MINUTE, 5000);

    expect(titlesOf(world)).toStrictEqual(["new"]);
    expect(world.refusals).toStrictEqual([]);
    expect(world.platform.asked).not.toContain("look a");
  });

  test("a posted message leads back to its key, in its own district", async () => {
    const world = await open();
    const outbox = await world.process();
    await send(outbox, message("a"));
    const [{ message: posted } = { message: "" as never }] = world.platform.arrived;

    expect(await outbox.of(DISTRICT).keyOf(posted)).toBe("a");
    expect(await outbox.of("d-2").keyOf(posted)).toBeUndefined();
    expect(await outbox.of(DISTRICT).keyOf("slack:T1/C1/none" as never)).toBeUndefined();
  });

  test("it is known whether there is a message of a key; a refused one is none", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("lost", refused());
    await send(outbox, message("a"), message("lost"));
    const mine = outbox.of(DISTRICT);

    expect([await mine.has("a"), await mine.has("lost"), await mine.has("b")]).toStrictEqual([
      true,
      false,
      false,
    ]);
  });

  test("a refused message goes to another address instead, and whoever was to hear of it does not", async () => {
    const world = await open();
    const outbox = await world.process();
    world.platform.script("a", refused());
    world.failTelling(1);
    await send(outbox, message("root"), message("a", { thread: "root" }));
    await outbox.of(DISTRICT).redirect("a", channel("C2"));
    await passing(world, outbox, MINUTE);

    expect(deliveryOf(world, "a")).toMatchObject({ to: channel("C2"), thread: null });
    expect(world.refusals).toStrictEqual([]);
    await outbox.of(DISTRICT).revise("a", aCard("anew"));
    await outbox.wake();
    expect(world.platform.arrived.at(-1)?.delivery.to).toBe(channel("C2"));
  });

  test("a message that was not refused stays where it is", async () => {
    const world = await open();
    const outbox = await world.process();
    await send(outbox, message("a"));
    await outbox.of(DISTRICT).redirect("a", channel("C2"));
    await outbox.of(DISTRICT).redirect("unknown", channel("C2"));
    await passing(world, outbox, 5000);

    expect(titlesOf(world)).toStrictEqual(["a"]);
  });
}
