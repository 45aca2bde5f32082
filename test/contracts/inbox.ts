/** What every implementation of the inbox promises. */

import { expect, test } from "@jest/globals";
import type { Inbox } from "../../db/inbox.ts";
import type { Address } from "../../src/team/person.ts";
import type { ChatEvent } from "../../src/ports.ts";

export interface InboxWorld {
  /** Another process on the same, fresh database. */
  process(): Inbox;
  /** Real time passes. */
  pass(ms: number): void;
}

export const anEvent = (id: string): ChatEvent => ({
  id,
  tenant: "slack:T1" as Address,
  from: "slack:T1/U1" as Address,
  channel: null,
  via: "v",
  type: "form",
  form: "goal",
  context: "",
  answers: { title: "$set", "why.it": ["a", "b"], due: "" },
  instance: "i-1",
});

export function inboxContract(open: () => Promise<InboxWorld>): void {
  test("an event is accepted once, also when it comes many times at once", async () => {
    const inbox = (await open()).process();

    const accepted = await Promise.all(
      Array.from({ length: 6 }, async () => await inbox.accept(anEvent("e-1"))),
    );

    expect(accepted.filter(Boolean)).toHaveLength(1);
    await inbox.finish(anEvent("e-1"));
    expect(await inbox.accept(anEvent("e-1"))).toBe(false);
  });

  test("events that are finished in one moment are all finished, and so is the process", async () => {
    const world = await open();
    const inbox = world.process();
    const events = ["e-1", "e-2", "e-3"].map(anEvent);
    for (const event of events) await inbox.accept(event);

    const finishing = events.map(async (event) => {
      await inbox.finish(event);
    });
    await inbox.idle();
    await Promise.all(finishing);

    expect(inbox.pending()).toBe(0);
    expect(await world.process().abandoned(0)).toStrictEqual([]);
    expect(await inbox.accept(anEvent("e-2"))).toBe(false);
  });

  test("two workspaces may use the same id", async () => {
    const inbox = (await open()).process();
    const other = { ...anEvent("e-1"), tenant: "slack:T2" as Address };

    expect([await inbox.accept(anEvent("e-1")), await inbox.accept(other)]).toStrictEqual([
      true,
      true,
    ]);
  });

  test("what a dead process left is claimed as it was, oldest first, by one process only", async () => {
    const world = await open();
    const dead = world.process();
    for (const id of ["e-1", "e-2", "e-3"]) {
      await dead.accept(anEvent(id));
      world.pass(1);
    }
    await dead.finish(anEvent("e-2"));
    world.pass(60_000);

    const [first, second] = [world.process(), world.process()];
    const claims = await Promise.all([first.abandoned(60_000), second.abandoned(60_000)]);

    expect(claims.flat().sort((a, b) => (a.id < b.id ? -1 : 1))).toStrictEqual([
      anEvent("e-1"),
      anEvent("e-3"),
    ]);
    expect(await first.abandoned(60_000)).toStrictEqual([]);
  });

  test("oldest first", async () => {
    const world = await open();
    const dead = world.process();
    for (const id of ["e-2", "e-1"]) {
      await dead.accept(anEvent(id));
      world.pass(1);
    }

    const claimed = await world.process().abandoned(0);

    expect(claimed.map(({ id }) => id)).toStrictEqual(["e-2", "e-1"]);
  });

  test.each(["$oid", "$date", "$numberLong", "$binary", "__proto__", "a.b", "$set", ""])(
    "an answer called %j is an answer like any other",
    async (name) => {
      const world = await open();
      const event = { ...anEvent("e-1"), answers: Object.fromEntries([[name, "x"]]) };
      await world.process().accept(event);

      expect(await world.process().abandoned(0)).toStrictEqual([event]);
    },
  );

  test("what a living process speaks for is left to it, however long it takes", async () => {
    const world = await open();
    const [living, other] = [world.process(), world.process()];
    await living.accept(anEvent("e-1"));
    world.pass(55_000);
    await living.renew();
    world.pass(10_000);

    expect(await other.abandoned(60_000)).toStrictEqual([]);
    expect(await living.abandoned(0)).toStrictEqual([]);

    world.pass(50_000);
    expect(await other.abandoned(60_000)).toHaveLength(1);
  });

  test("an event that its process never finishes is let go at last, and taken up again", async () => {
    const world = await open();
    const inbox = world.process();
    await inbox.accept(anEvent("e-1"));
    const idle = inbox.idle();
    world.pass(5 * 60_000);

    await inbox.renew();

    await idle;
    expect(await inbox.abandoned(60_000)).toHaveLength(1);
  });

  test("a process knows what it works on, and when it is done with it", async () => {
    const inbox = (await open()).process();
    await inbox.idle();
    await inbox.accept(anEvent("e-1"));
    await inbox.accept(anEvent("e-2"));
    let isIdle = false;
    const idle = inbox.idle().then(() => (isIdle = true));

    await inbox.finish(anEvent("e-1"));
    expect([inbox.pending(), isIdle]).toStrictEqual([1, false]);

    await inbox.finish(anEvent("e-2"));
    await idle;
    expect(inbox.pending()).toBe(0);
  });
}
