import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const cycle = async () => await rig.stores.cycles.find("p-ab/2026-27");
const agreeBoth = async () => {
  await librarian.say("plan agree");
  await librarian.press("Agree");
  await technician.press("De acuerdo");
};

describe("where goals meet, in the plan", () => {
  test("an accepted pair makes both goals common and its sentence stands in text, version and share", async () => {
    await librarian.say("pair g-04 g-12 Pages that work for everyone");
    await technician.press("Acepto");
    for (const id of ["g-04", "g-12"])
      expect((await rig.stores.goals.find(id))?.scope).not.toBe("department");
    await librarian.say("plan agree");
    expect(librarian.words()).toContain("Common goal: Pages that work for everyone");
    await agreeBoth();
    const [version] = (await cycle())?.versions ?? [];
    const frozen = await rig.stores.planTexts.find(version?.textId ?? "");
    expect(frozen?.goals.filter(({ common }) => common).map(({ id }) => id)).toContain("g-04");
  });
});

test("compare without numbers takes the last two versions", async () => {
  await librarian.say("plan compare");
  expect(librarian.words()).toContain("There are no two versions to compare yet");
  await agreeBoth();
  await rig.stores.goals.update("g-03", (goal) => ({ ...goal, title: "Makerspace open daily" }));
  await agreeBoth();
  await librarian.say("plan compare");
  expect(librarian.words()).toMatch(/open at four lunches[^]*open daily/u);
});

test("an agreed version leads on to sharing, the check-in and printing, and ends the search for Meeting 2", async () => {
  await rig.stores.partnerships.update("p-ab", (known) => ({ ...known, series: null }));
  await rig.stores.cycles.update("p-ab/2026-27", (known) => ({
    ...known,
    state: "goal_sheet_held",
  }));
  await librarian.say("meet");
  const search = async () => await rig.stores.searches.find("p-ab/2026-27/action_plan");
  expect((await search())?.status).toBe("open");

  await agreeBoth();
  await rig.advanceTo(new Date(rig.clock.now().getTime() + 60_000));

  const told = rig.messages({ kind: "plan.version" }).at(-1);
  expect(buttonsOf(told?.card ?? { title: "", body: [] }).map(({ action }) => action)).toEqual([
    "versions.open",
    "sharing.new",
    "check_in.set_up",
    "printing.show",
  ]);
  await librarian.press("check_in.set_up", told);
  expect(librarian.form().form).toBe("check-in");
  expect((await search())?.status).toBe("not_needed");
});

describe("agreeing on one text", () => {
  test("a goal without the partner's promise is named, and nothing is agreed (AC-06)", async () => {
    await librarian.say("goal Every class visits the makerspace by May 14");
    await librarian.say("plan agree");
    expect(librarian.words()).toContain(
      "g-41: Every class visits the makerspace\nno promise from IT yet",
    );

    await librarian.press("Agree");

    expect(librarian.words()).toContain("Nothing is agreed yet: one goal still lacks something");
    expect(librarian.words()).toContain("g-41");
    expect((await cycle())?.agreeing).toBeNull();
  });

  test("a goal that is left out keeps nobody from agreeing, and can come back", async () => {
    await librarian.say("goal Every class visits the makerspace by May 14");
    await librarian.say("plan agree");
    await librarian.press("More");
    await librarian.press("Scope and place: g-41");
    await librarian.submit({ kept: "no" });
    await librarian.say("plan agree");
    expect(librarian.words()).not.toContain("Still missing");

    await librarian.press("More");
    expect(librarian.words()).toContain("Left out of the plan\ng-41");
    await librarian.press("Scope and place: g-41");
    await librarian.submit({ kept: "yes" });

    expect((await cycle())?.leftOut).toEqual([]);
  });

  test("a shared goal needs the school goal that it serves", async () => {
    await rig.stores.goals.update("g-12", (goal) => ({ ...goal, servesSchoolGoal: null }));
    await librarian.say("plan agree");
    expect(librarian.words()).not.toContain("Still missing");
    await librarian.press("More");
    await librarian.press("Scope and place: g-12");
    await librarian.submit({ scope: "common" });

    await librarian.say("plan agree");

    expect(librarian.words()).toContain("it is shared, so it needs the school goal");
  });

  test("an edit clears the other side's Agree and asks again; both then freeze version 1 (AC-07)", async () => {
    await librarian.say("plan agree");
    await librarian.press("Agree");
    expect(librarian.card().title).toBe("You agreed to this text");
    const firstAsk = rig.messages({ to: technician.address }).at(-1);
    expect(firstAsk?.card.title).toBe(
      "School librarian, Alder Bend está de acuerdo con el plan. ¿Y tú?",
    );

    await technician.say("item a-24");
    await technician.press("Replanificar");
    await technician.submit({ due: "24 de marzo" });
    await technician.press("De acuerdo", firstAsk);
    expect(technician.card().title).toContain("El texto cambió desde que lo leíste");
    expect((await cycle())?.versions).toEqual([]);
    await technician.press("De acuerdo");

    expect((await cycle())?.agreeing?.said.map(({ personId }) => personId)).toEqual(["u-ab-it"]);
    expect((await cycle())?.versions).toEqual([]);
    expect(librarian.words()).toContain("The plan was changed after you agreed");
    expect(librarian.words()).toContain("a-24, Due: Wed 24 March");
    expect(firstAsk && wordsOf(firstAsk.card)).toContain("Este texto del plan cambió");

    await librarian.press("Agree");
    expect((await cycle())?.versions).toMatchObject([
      { number: 1, agreed: [{ personId: "u-ab-it" }, { personId: "u-ab-lib" }] },
    ]);
    expect(rig.messages({ kind: "plan.version" })).toHaveLength(1);
  });

  test("the same person agreeing twice is not both sides", async () => {
    await librarian.say("plan agree");
    await librarian.press("Agree");
    await librarian.twice();

    expect((await cycle())?.versions).toEqual([]);
    expect(rig.messages({ kind: "plan.agree" })).toHaveLength(1);
  });

  test("work that goes on is no edit: done, blocked and snoozed leave the agreement alone", async () => {
    await librarian.say("plan agree");
    await librarian.press("Agree");
    const asked = rig.messages({ to: technician.address }).at(-1);
    await rig.stores.items.update("a-24", (item) => ({ ...item, status: "done" }));
    await rig.stores.items.update("a-10", (item) => ({ ...item, status: "blocked" }));
    await technician.press("De acuerdo", asked);

    expect((await cycle())?.versions).toHaveLength(1);
  });

  test("nobody else's press agrees", async () => {
    await librarian.say("plan agree");
    await librarian.press("Agree");
    const asked = rig.messages({ kind: "plan.agree" }).at(-1);
    const principal = rig.as("u-ab-prin");
    if (!asked) throw new Error("Nobody was asked");
    await principal.press("De acuerdo", asked);

    expect(principal.card().title).toContain("This is only for the partners");
    expect((await cycle())?.versions).toEqual([]);
  });
});

describe("versions", () => {
  test("stay as they were agreed, whatever is edited later", async () => {
    await agreeBoth();
    await rig.stores.goals.update("g-04", (goal) => ({ ...goal, title: "Another title" }));
    await librarian.say("plan versions 1");

    expect(librarian.words()).toContain("Library web page free of serious accessibility faults");
    expect(librarian.words()).not.toContain("Another title");
  });

  test("stand beside each other with what changed", async () => {
    await agreeBoth();
    await rig.stores.goals.update("g-04", (goal) => ({ ...goal, title: "Another title" }));
    await rig.stores.items.update("a-27", (item) => ({ ...item, deleted: true }));
    await librarian.say("item add");
    await librarian.submit({
      goal: "g-14",
      title: "Lend two scanners",
      owner: "u-ab-lib",
      direction: "library_supports_it",
      due: "May 14",
    });
    await agreeBoth();
    expect((await cycle())?.versions.map(({ number }) => number)).toEqual([1, 2]);

    await librarian.say("plan compare v1 v2");

    expect(librarian.card().title).toBe("Version 1 beside version 2");
    expect(librarian.words()).toContain(
      "Version 1\nTitle: Library web page free of serious accessibility faults\nVersion 2\nTitle: Another title",
    );
    expect(librarian.words()).toContain("New: a-81: Lend two scanners");
    await librarian.say("plan versions");
    expect(librarian.words()).toContain("Version 2\nagreed Tue 2 March by School librarian");
  });

  test("the same text is not frozen twice", async () => {
    await agreeBoth();
    await technician.twice();
    await librarian.say("plan agree");

    expect(librarian.words()).toContain("This is version 1. Nothing has changed");
    expect((await cycle())?.versions).toHaveLength(1);
  });
});
