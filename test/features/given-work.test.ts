/** Work that one gives another is told to its owner once, kindly, and its giver hears when (N-2). */

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { itemDetail } from "../../src/telling/digest-card.ts";
import { textsFor } from "../../src/texts/index.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const EN = textsFor("en", "America/Chicago");

let rig: Rig;
let librarian: Actor;
let technician: Actor;

const open = async (platforms: readonly string[] = ["slack"]) => {
  rig = await openLiaison({ platforms });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
};
beforeEach(async () => {
  await open();
});
afterEach(async () => {
  await rig.close();
});

const given = () => rig.messages({ kind: "item.given" });
const give = async (due: string) => {
  await librarian.say("item add");
  await librarian.submit({ goal: "g-05", owner: "u-ab-it", title: "Bring six tablets", due });
};
const item = async () => await rig.stores.items.find("a-81");

test("its owner is asked once, in their language, and the giver hears that it was told", async () => {
  await rig.advanceTo("2027-03-04T16:00:00Z");
  await give("tomorrow");

  expect(given().map(({ to }) => to)).toEqual([technician.address]);
  const [asked] = given();
  expect(asked && wordsOf(asked.card)).toMatch(/puso una tarea a tu nombre[^]*Bring six tablets/u);
  expect(buttonsOf(asked?.card ?? { title: "", body: [] }).map(({ action }) => action)).toEqual([
    "item.fine",
    "item.replan",
    "item.not_mine",
    "nudge.why",
    "nudge.pause",
  ]);
  expect(librarian.words()).toContain("Site technician, Alder Bend has been told.");
  await librarian.twice();
  expect(given()).toHaveLength(1);
});

test("when and where is called the owner's plan only where they wrote it themselves", async () => {
  await rig.advanceTo("2027-03-04T16:00:00Z");
  await librarian.say("item add");
  await librarian.submit({
    goal: "g-05",
    owner: "u-ab-it",
    title: "Bring six tablets",
    plan: "Before first bell",
    due: "March 9",
  });
  const detailOf = async () => {
    const kept = await item();
    return kept ? itemDetail(kept, kept.due ?? ("2027-03-09" as LocalDate), EN) : "";
  };
  expect(await detailOf()).toContain(" Plan: Before first bell");

  await technician.say("item a-81");
  await technician.press("Replanificar");
  await technician.submit({ plan: "After dismissal", due: "10 de marzo" });
  expect(await detailOf()).toContain("Your plan: After dismissal");
});

test("where it waits, the giver is told until when, and that is when it comes", async () => {
  await rig.advanceTo("2027-03-06T16:00:00Z");
  await give("Tuesday");

  expect(given()).toEqual([]);
  expect(librarian.words()).toMatch(/hears of it on Mon 8 March/u);
  await rig.advanceTo("2027-03-08T15:00:00Z");
  const told = rig.messages({ to: technician.address }).map(({ card }) => wordsOf(card));
  expect(told.some((words) => words.includes("puso una tarea a tu nombre"))).toBe(true);
});

test.each([
  ["item.fine", { ownerId: "u-ab-it" }],
  ["item.not_mine", { ownerId: null }],
])("%s settles the question where it stands", async (action, is) => {
  await rig.advanceTo("2027-03-04T16:00:00Z");
  await give("12 March");
  await technician.press(action, given()[0]);

  expect(await item()).toMatchObject({ ...is, status: "open" });
  expect(buttonsOf(technician.card()).map((button) => button.action)).not.toContain("item.fine");
});

test("nobody is asked about a step of their own", async () => {
  await librarian.say("item add");
  await librarian.submit({ goal: "g-05", title: "Book the room", due: "12 March" });

  expect(given()).toEqual([]);
});

test("somebody who is no partner cannot answer the question", async () => {
  await rig.advanceTo("2027-03-04T16:00:00Z");
  await give("12 March");
  await rig.as("u-tv-lib").press("item.fine", given()[0]);

  expect(rig.as("u-tv-lib").words()).toContain("I can't find a-81");
  expect(rig.as("u-tv-lib").words()).not.toContain("Bring six tablets");
});

test("a promise that the plan lacks is asked for with its owner's side and its direction filled in", async () => {
  await rig.stores.items.update("a-05", (one) => ({ ...one, deleted: true }));
  await technician.say("plan agree");
  await technician.press("Agregar una promesa");
  const value = (id: string) =>
    technician.form().inputs.find((input) => "id" in input && input.id === id);
  expect(value("goal")).toMatchObject({ value: "g-03" });
  expect(value("owner")).toMatchObject({ value: "u-ab-it" });
  expect(value("direction")).toMatchObject({ value: "it_supports_library" });

  await librarian.say("plan agree");
  await librarian.press("Add a promise");
  const asked = (id: string) =>
    librarian.form().inputs.find((input) => "id" in input && input.id === id);
  expect(asked("owner")).toMatchObject({ value: "u-ab-it" });
  await librarian.change({ goal: "g-09" });
  expect(asked("owner")).toMatchObject({ value: "u-ab-lib" });
  expect(asked("direction")).toMatchObject({ value: "library_supports_it" });
});

test("a direction nobody chose follows the goal also where the form is not redrawn", async () => {
  await librarian.say("item add");
  await librarian.submit({ goal: "g-09", title: "Count the carts" });

  expect(await item()).toMatchObject({ direction: "library_supports_it", ownerId: "u-ab-lib" });
});

test("a sentence behind `item` opens the form with it, a number shows the item", async () => {
  await librarian.say("item Ask the office for the rota by 12 March");
  expect(librarian.form().form).toBe("item");
  expect(JSON.stringify(librarian.form().inputs)).toContain("Ask the office for the rota");
  await librarian.say("item 7");
  expect(librarian.words()).toContain("a-07");
});
