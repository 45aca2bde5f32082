import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [goalsFeature] });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const goal = async (id: string) => await rig.stores.goals.find(id);

describe("editing", () => {
  test("starts with everything that is there and changes only what was changed", async () => {
    const before = await goal("g-03");

    await librarian.say("goal edit 3");
    await librarian.submit({ title: "Makerspace open at five lunches a week" });

    expect(await goal("g-03")).toEqual({
      ...before,
      title: "Makerspace open at five lunches a week",
      lastEdit: { byId: "u-ab-lib", at: rig.clock.now() },
    });
  });

  test("turns the confirmation it was opened from into the changed one", async () => {
    await librarian.say("goal Cite sources by May 14");
    const [confirmation] = rig.messages();

    await librarian.press("Edit");
    await librarian.submit({ due: "May 21" });

    expect(confirmation?.card.title).toBe("Goal g-41 is changed: Cite sources");
    expect(librarian.words()).toContain("Due: Fri 21 May 2027, read from “May 21”");
    expect(rig.messages()).toHaveLength(1);
  });

  test("says to the partner, too, of which side the goal is", async () => {
    await technician.say("goal edit g-03");

    expect(JSON.stringify(technician.form().inputs)).toContain("lado de Biblioteca");
  });

  test("is open to the partner, and the card says who it was", async () => {
    await technician.say("goal edit g-03");
    await technician.submit({ why: "Pupils asked for it" });
    await librarian.say("goal show #3");

    expect(librarian.words()).toContain("Last changed by Site technician, Alder Bend");
    expect((await goal("g-03"))?.ownerId).toBe("u-ab-lib");
  });

  test("a due date that has passed may stay while the text changes", async () => {
    await librarian.say("goal edit 4");
    await librarian.submit({ why: "Everyone can read it" });

    expect(await goal("g-04")).toMatchObject({ due: "2027-02-26", why: "Everyone can read it" });
  });

  test("sent twice says the same twice", async () => {
    await librarian.say("goal edit 3");
    await librarian.submit({ why: "Pupils asked" });
    const after = await goal("g-03");
    await librarian.twice();

    expect(await goal("g-03")).toEqual(after);
    expect(librarian.card().title).toMatch(/^Goal g-03 is changed/u);
  });

  test("over somebody else's change shows theirs first and keeps what was typed", async () => {
    await librarian.say("goal edit 3");
    await technician.say("goal edit 3");
    await technician.submit({ title: "Makerspace open daily" });

    await librarian.submit({ why: "Pupils asked" });

    expect(JSON.stringify(librarian.form().inputs)).toContain("Makerspace open daily");
    expect(librarian.form().inputs).toContainEqual(
      expect.objectContaining({ id: "why", value: "Pupils asked" }),
    );
    expect(await goal("g-03")).toMatchObject({ title: "Makerspace open daily" });

    await librarian.submit();

    expect(await goal("g-03")).toMatchObject({
      title: "Makerspace open at four lunches a week",
      why: "Pupils asked",
    });
  });

  test("a finished goal stays as it is", async () => {
    await librarian.say("goal edit 1");

    expect(librarian.card().title).toBe("Goal g-01 is done and stays as it is");
  });

  test.each([
    ["of another partnership", "15"],
    ["that does not exist", "999"],
  ])("a number %s gets the same answer", async (_, number) => {
    for (const command of ["edit", "show"]) {
      await librarian.say(`goal ${command} ${number}`);
      expect(librarian.card().title).toBe(
        `I can't find ${number} among the things you work on. Check the number, or look into /goal list or /liaison plan.`,
      );
    }
  });

  test("a form for somebody else's goal is not believed", async () => {
    const before = await goal("g-18");
    await librarian.say("goal edit 3");
    const form = librarian.form();
    rig.platform.forms.set(librarian.address, {
      form: { ...form, context: form.context.replace("g-03", "g-18") },
      instance: "forged",
      via: "{}",
    });

    await librarian.submit({ title: "Mine now" });

    expect(await goal("g-18")).toEqual(before);
    expect(librarian.card().title).toMatch(/^I can't find g-18/u);
  });
});

describe("undoing", () => {
  test("removes the goal for everyone, and a second press says the same", async () => {
    await librarian.say("goal Cite sources by May 14");
    const [confirmation] = rig.messages();
    await librarian.press("Undo");

    expect(await goal("g-41")).toMatchObject({ deleted: true });
    expect(librarian.card().title).toBe("Goal g-41 is removed");

    await librarian.twice();

    expect(librarian.card().title).toBe("Goal g-41 is removed");
    expect(rig.messages()).toEqual([confirmation]);
  });

  test("can be followed by logging it again, with the text still there", async () => {
    await librarian.say("goal Cite sources by May 14");
    await librarian.press("Undo");
    await librarian.press("Log it again");
    await librarian.submit();

    expect(await goal("g-42")).toMatchObject({ title: "Cite sources", due: "2027-05-14" });
  });

  test("is for who logged it, by whatever button", async () => {
    await librarian.say("goal Cite sources");
    const [confirmation] = rig.messages();

    await technician.press("Undo", confirmation);
    expect(technician.card().title).toContain("School librarian, Alder Bend");

    await rig.as("u-tv-lib").press("Undo", confirmation);
    expect(rig.as("u-tv-lib").card().title).toMatch(/^I can't find g-41/u);

    expect(await goal("g-41")).toMatchObject({ deleted: false });
  });

  test("comes too late once the plan hangs on it", async () => {
    await librarian.say("goal Cite sources");
    await rig.stores.items.create({
      partnershipId: "p-ab",
      goalId: "g-41",
      direction: "own_work",
      ownerId: "u-ab-lib",
      title: "Print the cards",
      plan: "",
      due: null,
      status: "open",
      blockedReason: null,
      quietUntil: null,
      doneOn: null,
      overdueNudges: 0,
      origin: "item-1",
      deleted: false,
      createdAt: rig.clock.now(),
    });

    await librarian.press("Undo", rig.messages()[0]);

    expect(librarian.card().title).toBe("Goal g-41 stays, because work on it has started");
    expect(await goal("g-41")).toMatchObject({ deleted: false });
  });

  test("leaves a form that was open with what was typed, to be saved as a new goal", async () => {
    await librarian.say("goal Cite sources");
    const [confirmation] = rig.messages();
    await technician.say("goal edit 41");
    await librarian.press("Undo", confirmation);

    await technician.submit({ why: "Es un hábito" });

    expect(JSON.stringify(technician.form().inputs)).toContain("La meta g-41 se quitó");

    await technician.submit();

    expect(await goal("g-42")).toMatchObject({
      title: "Cite sources",
      why: "Es un hábito",
      ownerId: "u-ab-it",
    });
    expect(await goal("g-41")).toMatchObject({ deleted: true, why: "" });
  });

  test("makes a late press of Edit say that it is gone", async () => {
    await librarian.say("goal Cite sources");
    await librarian.press("Undo");

    await librarian.say("goal edit 41");
    expect(librarian.card().title).toBe("Goal g-41 was removed");

    await rig.as("u-tv-lib").say("goal edit 41");
    expect(rig.as("u-tv-lib").card().title).toMatch(/^I can't find 41/u);
  });
});
