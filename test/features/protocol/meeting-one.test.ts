import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { wordsOf } from "../../rig/platform.ts";

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

describe("the goal sheet", () => {
  test("puts the partner's goals first, and no draft of theirs on it", async () => {
    await rig.stores.goals.update("g-14", (goal) => ({ ...goal, status: "draft" }));
    await librarian.say("sheet");

    const [, columns] = librarian.card().body;
    expect(columns).toMatchObject({ left: { title: "IT, your partner" } });
    expect(librarian.words()).not.toContain("g-14");
  });

  test("has short- and long-term goals under headings of their own, and says which one is missing", async () => {
    const { rows } = await rig.stores.goals.list({
      partnershipIds: ["p-ab"],
      page: { skip: 0, limit: 50 },
    });
    for (const { id, department } of rows)
      await rig.stores.goals.update(id, (goal) => ({
        ...goal,
        horizon: department === "it" ? "short" : "long",
      }));
    await librarian.say("sheet");

    const { body } = librarian.card();
    const headings = body.flatMap((block) => (block.type === "heading" ? [block.text] : []));
    expect(headings.slice(0, 2)).toEqual(["Short-term", "Long-term"]);
    expect(body.filter(({ type }) => type === "columns")).toMatchObject([
      { right: { lines: ["Still needs one short-term goal"] } },
      { left: { lines: ["Still needs one long-term goal"] } },
    ]);
  });

  test("a goal said back is confirmed by its own side, and both hear of it", async () => {
    await librarian.say("sheet");
    await librarian.press("Say it back: g-12");
    await librarian.submit({ words: "Small children should not have to type a password" });
    expect(technician.card().title).toBe(
      "School librarian, Alder Bend dice con sus palabras tu meta g-12. ¿Es eso?",
    );
    const asked = rig.messages({ to: technician.address }).at(-1);

    await technician.press("Es eso", asked);

    expect((await cycle())?.understandings).toMatchObject([
      { goalId: "g-12", status: "understood", answeredById: "u-ab-it" },
    ]);
    expect(librarian.card().title).toBe("Site technician, Alder Bend says: you understood g-12");
    expect(asked && wordsOf(asked.card)).toContain("g-12 está entendida");
    await librarian.say("sheet");
    expect(librarian.words()).toContain("understood as “Small children should not have");
  });

  test("not quite goes back with what is missing, and can be said again", async () => {
    await librarian.say("sheet");
    await librarian.press("Say it back: g-12");
    await librarian.submit({ words: "Badges look nice" });
    await technician.press("No del todo");
    await technician.submit({ note: "El tiempo que se pierde al entrar" });

    expect(librarian.words()).toContain("El tiempo que se pierde al entrar");
    await librarian.press("Say it again");
    expect(librarian.form().title).toBe("Did I understand?");
  });

  test("nothing is asked of the other side without words", async () => {
    await librarian.say("sheet");
    await librarian.press("Say it back: g-12");
    await librarian.submit({ words: "" });

    expect(librarian.problems()["words"]).toBe("Write it in a few words.");
    expect(rig.messages({ to: technician.address })).toEqual([]);
  });

  test("the two prompts stand beside the goal for both partners", async () => {
    await librarian.say("sheet");
    await librarian.press("Two prompts: g-04");
    await librarian.submit({ leftOut: "Families without internet at home" });
    await technician.say("sheet");

    expect(technician.words()).toContain("Families without internet at home");
  });
});

describe("where goals meet", () => {
  test("two goals of one side are refused in plain words; one of each is a pair (AC-05)", async () => {
    await librarian.say("pair g-01 g-02 Calm lessons");
    expect(librarian.card().title).toBe(
      "Both goals are the library's. A pair needs one of the library and one of IT.",
    );

    await librarian.say("pairs");
    await librarian.press("Pair two goals");
    await librarian.submit({ one: "g-01", other: "g-02", common: "Calm lessons" });
    expect(librarian.problems()["other"]).toContain("Both goals are the library's");

    await librarian.submit({ one: "g-01", other: "g-08", common: "A calm start for everyone" });
    expect(librarian.card().title).toBe("g-01 and g-08 are a pair");
    expect((await cycle())?.intersections.find(({ id }) => id === "x-01")).toMatchObject({
      common: "A calm start for everyone",
    });
  });

  test("a new sentence waits until the other side accepts it", async () => {
    await librarian.say("pair g-04 g-12 Pages and tablets everyone can use");
    expect(technician.words()).toContain("Pages and tablets everyone can use");
    await technician.say("pair g-12 g-04 Pages and tablets that work for all");
    await librarian.press("I accept");

    const [made] = (await cycle())?.intersections.slice(-1) ?? [];
    expect(made).toMatchObject({ common: "Pages and tablets that work for all" });
    expect(made?.agreeing.said.map(({ personId }) => personId)).toEqual(["u-ab-it", "u-ab-lib"]);
    expect(technician.card().title).toContain("acepta su meta común");
  });

  test("an old Accept does not accept words it never showed", async () => {
    await librarian.say("pair g-04 g-12 First words");
    const asked = rig.messages({ to: technician.address }).at(-1);
    await librarian.say("pair g-04 g-12 Second words");

    await technician.press("Acepto", asked);

    expect(technician.words()).toContain("Second words");
    expect((await cycle())?.intersections.at(-1)?.agreeing.said).toHaveLength(1);
  });

  test("suggestions name a fact that both goals share", async () => {
    await librarian.say("pairs");

    expect(librarian.words()).toContain("Worth a look, because of a fact, not of a guess");
    expect(librarian.words()).toContain("due Fri 2 April and Fri 2 April");
  });
});

describe("offers of help", () => {
  test("are parked without a date, and become a promise once", async () => {
    await technician.say("offers");
    await technician.press("Agregar una oferta");
    await technician.submit({ goal: "g-04", words: "Un rato para revisar el menú" });
    await librarian.say("offers");
    expect(librarian.words()).toContain("Un rato para revisar el menú");
    await librarian.press("Promise or drop");
    await librarian.press("Make it a promise");
    await librarian.submit({ due: "" });
    expect(librarian.problems()["due"]).toBe("Give a new due date, such as next Friday.");
    await librarian.submit({ due: "next Friday" });

    expect(librarian.card().title).toBe("The offer is now promise a-81");
    expect(await rig.stores.items.find("a-81")).toMatchObject({
      direction: "it_supports_library",
      ownerId: "u-ab-it",
      goalId: "g-04",
    });
    await librarian.twice();
    expect(await rig.stores.items.find("a-82")).toBeUndefined();
    expect((await cycle())?.offers).toMatchObject([{ status: "promised", itemId: "a-81" }]);
  });

  test("are dropped one by one, without a word to anybody", async () => {
    await technician.say("offers");
    await technician.press("Agregar una oferta");
    await technician.submit({ words: "Una idea" });
    await technician.press("Ofertas de ayuda");
    await technician.press("Prometer o dejar");
    await technician.press("Dejarla");
    await technician.twice();

    expect((await cycle())?.offers).toMatchObject([{ status: "dropped" }]);
    expect(rig.messages({ to: librarian.address })).toEqual([]);
  });
});
