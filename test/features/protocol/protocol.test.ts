import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

async function open(data: "demo" | "empty") {
  rig = await openLiaison({ data });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
}
afterEach(async () => {
  await rig.close();
});

const cycle = async () => await rig.stores.cycles.find("p-ab/2026-27");

describe("a new partnership", () => {
  beforeEach(async () => {
    await open("empty");
  });

  test("an empty IT sheet keeps Meeting 1 open; one IT goal lets it pass (AC-04)", async () => {
    await librarian.say("goal Every class borrows weekly");
    await librarian.say("goal The catalogue is open on tablets");
    await librarian.say("protocol");
    await librarian.press("Find a time");
    const offered = rig.messages({ kind: "meeting.time" }).at(-1);
    await librarian.press("Pick", offered);
    await technician.press("Pick", offered);

    await librarian.say("protocol");
    const card = rig.messages({ to: librarian.address }).at(-1);
    await librarian.press("Meeting 1 finished", card);
    expect(librarian.words()).toContain("the IT sheet is empty");
    expect((await cycle())?.state).toBe("goal_sheet_scheduled");

    await technician.say("goal Menos solicitudes repetidas");
    await librarian.press("Meeting 1 finished", card);
    expect(librarian.card().title).toBe("Meeting 1 is finished");
    expect((await cycle())?.state).toBe("goal_sheet_held");
    expect(technician.card().title).toBe(
      "School librarian, Alder Bend marcó la reunión 1 como terminada",
    );

    await librarian.press("Meeting 1 finished", card);
    expect(librarian.card().title).toBe("Meeting 1 was finished before");
  });

  test("status says in two lines where it stands and what is next, for whom", async () => {
    await librarian.say("status");

    expect(librarian.words()).toBe(
      "Alder Bend Elementary, 2026-27: Meeting 1 comes next\nNext, for both sides: meet for about 50 minutes and fill the goal sheet. Each side needs at least one goal.",
    );
  });

  test("offers one press for the meeting: to find a time, then to see it", async () => {
    const labels = async () => {
      await librarian.say("protocol");
      return buttonsOf(librarian.card()).filter(({ action }) => action === "meeting.find");
    };
    expect(await labels()).toMatchObject([{ label: "Find a time", style: "primary" }]);
    await librarian.press("Find a time");
    const offered = rig.messages({ kind: "meeting.time" }).at(-1);
    await librarian.press("Pick", offered);
    await technician.press("Pick", offered);

    expect(await labels()).toMatchObject([{ label: "Time and agenda" }]);
  });

  test("looks for no time while nobody stands on one side, and says so", async () => {
    await rig.stores.partnerships.update("p-ab", (known) => ({ ...known, itIds: [] }));
    await librarian.say("protocol");
    expect(buttonsOf(librarian.card()).map(({ action }) => action)).not.toContain("meeting.find");
    await librarian.say("meet");

    expect(librarian.words()).toContain("Nobody stands on the IT side yet");
    expect(rig.messages({ kind: "meeting.time" })).toEqual([]);
  });
});

describe("a partnership under way", () => {
  beforeEach(async () => {
    await open("demo");
  });

  test("is found where its goals have brought it: g-13 waits for its reflection", async () => {
    await technician.say("protocol");

    expect(technician.card().title).toBe(
      "Alder Bend Elementary, 2026-27: toca reflexionar sobre una meta",
    );
    expect((await cycle())?.state).toBe("reflection_due");
  });

  test("pauses and goes on where it was", async () => {
    await librarian.say("protocol");
    await librarian.press("Pause the protocol");
    expect((await cycle())?.state).toBe("paused");
    expect(technician.card().title).toContain("puso el protocolo en pausa");

    await technician.press("Continuar");

    expect((await cycle())?.state).toBe("reflection_due");
  });

  test("shows in the home of both, and to nobody who is no partner", async () => {
    expect(wordsOf(await librarian.home())).toContain(
      "Alder Bend Elementary, 2026-27: the plan is under way",
    );

    const principal = rig.as("u-ab-prin");
    await principal.say("protocol");
    expect(principal.card().title).toContain("you are not in one yet");
    expect(wordsOf(await principal.home())).not.toContain("the plan is under way");
  });

  test("waits while nobody stands on one side, and goes on once somebody does", async () => {
    rig.platform.profiles.set(technician.address, {
      name: "Site technician",
      locale: "es",
      timezone: null,
      active: false,
    });
    await rig.platform.deliver({
      id: "left-1",
      tenant: technician.address.split("/")[0] as typeof technician.address,
      from: technician.address,
      channel: null,
      via: "{}",
      type: "person",
      change: "left",
    });
    await rig.liaison.idle();

    expect((await cycle())?.state).toBe("paused");
    expect(rig.messages({ kind: "protocol.paused", to: librarian.address })).toHaveLength(1);
    await librarian.say("protocol");
    await librarian.press("Go on");
    expect(librarian.words()).toContain("Nobody stands on the IT side yet");

    await rig.stores.people.update("u-ab-it", (person) => ({ ...person, active: true }));
    await librarian.say("protocol");
    await librarian.press("Go on");
    expect((await cycle())?.state).toBe("reflection_due");
  });

  test("a confirmed joint column leads to the next version, and that back to the plan", async () => {
    await librarian.say("protocol");
    for (const { id } of await rig.stores.reflections.waiting(["p-ab"]))
      await rig.stores.reflections.update(id, (current) => ({ ...current, status: "joint_done" }));
    await librarian.say("status");
    expect(librarian.words()).toContain("Next, for both sides: agree on the next version");

    await librarian.say("plan agree");
    await librarian.press("Agree");
    await technician.press("De acuerdo");

    expect(await cycle()).toMatchObject({ state: "plan_active", reflecting: [] });
    await librarian.say("status");
    expect(librarian.card().title).toContain("the plan is under way");
  });

  test("reflections that lapse lead back to the plan, without blame", async () => {
    await librarian.say("protocol");
    for (const { id } of await rig.stores.reflections.waiting(["p-ab"]))
      await rig.stores.reflections.update(id, (current) => ({ ...current, status: "lapsed" }));
    await librarian.say("status");

    expect((await cycle())?.state).toBe("plan_active");
  });
});

describe("the coordinator's numbers (rules, section 9.3)", () => {
  const coordinator = () => rig.as("u-d-coord");
  const more = async (count: number): Promise<void> => {
    const known = await rig.stores.partnerships.find("p-ab");
    for (let number = 0; known && number < count; number++)
      await rig.stores.partnerships.add({ ...known, id: `p-${String(number)}`, channels: [] });
  };
  beforeEach(async () => {
    await open("demo");
  });

  test("say how many partnerships stand where, and name none", async () => {
    const all = await rig.stores.partnerships.all();
    await coordinator().say("district");

    expect(coordinator().card().title).toBe(`The district's partnerships: ${String(all.length)}`);
    expect(coordinator().words()).toMatch(/the plan is under way: [1-9]/u);
    expect(coordinator().words()).not.toMatch(/Alder|Tamarack|Librarian/u);
  });

  test("count what is late only over five partnerships and more", async () => {
    await coordinator().say("district");
    expect(coordinator().words()).toContain("With fewer than 5 partnerships I count no steps");

    await more(5);
    await coordinator().say("district");
    expect(coordinator().words()).toMatch(/past their day: [1-9]/u);
    expect(coordinator().words()).not.toContain("With fewer than 5");
  });

  test("are for nobody else", async () => {
    await librarian.say("district");

    expect(librarian.card()).toEqual({
      title: "These numbers are for the district's library coordinator.",
      body: [],
      locale: "en",
    });
  });
});
