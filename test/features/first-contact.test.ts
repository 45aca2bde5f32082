import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { addressOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";
import type { Address } from "../../src/team/person.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

const greetingOf = (who: string) =>
  liaison.messages({ kind: "greeting", to: addressOf(who) }).map(({ card }) => card);

test("a principal's first look is answered once: who named them, and that nothing is shared yet", async () => {
  const principal = liaison.as("u-ab-prin");

  await principal.home();
  await principal.home();

  const [card, ...more] = greetingOf("u-ab-prin");
  expect(more).toEqual([]);
  expect(card && wordsOf(card)).toMatch(/share with you only what both sides said yes to/u);
  expect(card && wordsOf(card)).not.toMatch(/setup/u);
  expect(card && buttonsOf(card)).toHaveLength(1);
});

test("a coordinator's first look leads to the district", async () => {
  const coordinator = liaison.as("u-d-coord");

  const home = await coordinator.home();

  const [card] = greetingOf("u-d-coord");
  expect(card && buttonsOf(card).map(({ value }) => value)).toEqual(["district"]);
  expect(wordsOf(home)).toMatch(/You see counts/u);
});

test("a stranger is greeted with what there is for them, and never told to type anything", async () => {
  const address = addressOf("U0NOBODY");
  liaison.platform.profiles.set(address, {
    name: "Somebody new",
    locale: "fr",
    timezone: "America/Chicago",
    active: true,
  });
  const stranger = liaison.at(address);

  await stranger.home();

  const [card] = greetingOf("U0NOBODY");
  expect(card && wordsOf(card)).toMatch(/Vous n’êtes encore dans aucune équipe/u);
  expect(card && wordsOf(card)).not.toMatch(/\/liaison/u);
  await stranger.press("Voir ce qu’il y a");
  expect(stranger.card().title).toBe("De quoi s’agit-il\u00a0?");
});

test("partners, who were welcomed to their team, hear nothing more at their first look", async () => {
  await liaison.as("u-ab-lib").home();

  expect(greetingOf("u-ab-lib")).toEqual([]);
});

test("a channel hears once what came into it", async () => {
  const channel = `${addressOf("u-ab-lib").split("/")[0] ?? ""}/C0NEW0000` as Address;
  const librarian = liaison.as("u-ab-lib");

  await librarian.install(channel);
  await librarian.install(channel);

  expect(liaison.messages({ kind: "greeting", to: channel })).toHaveLength(1);
});
