import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { actions, type Button, type Card } from "../../../src/card.ts";
import type { Outcome } from "../../../src/ports.ts";
import { cardOf, type Client, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, CHANNEL } from "./stand-in.ts";

const card = (title: string, ...buttons: readonly Button[]): Card => ({
  title,
  body: buttons.length > 0 ? [actions(...buttons)] : [],
});
const reply = (title: string): Outcome => ({ type: "reply", card: card(title) });
const DONE: Button = { label: "Done", action: "goal.done", value: "g-1" };

let teams: Teams;
let ada: Client;
beforeEach(async () => {
  teams = await openTeams();
  ada = teams.as(ADA);
});
afterEach(async () => {
  await teams.stop();
});

const chat = (): readonly string[] => ada.messages().map((post) => wordsOf(cardOf(post)));
const channel = (): readonly string[] => ada.messages(CHANNEL).map((post) => wordsOf(cardOf(post)));

describe("the home", () => {
  const home = (title: string, ...buttons: readonly Button[]): Outcome => ({
    type: "home",
    card: card(title, ...buttons),
  });

  test("is one card per chat, at its end", async () => {
    teams.core.on(({ type }) => (type === "home" ? home("Your home") : reply("A plan")));

    await ada.say("home");
    await ada.say("plan");
    await ada.say("/home");

    expect(chat()).toEqual(["A plan", "Your home"]);
  });

  test("stays a home after a press in it, and shows what holds now", async () => {
    let open = 2;
    teams.core.on(({ type }) => {
      if (type === "home") return home(`${String(open)} open`, DONE);
      open--;
      return { type: "replace", card: card("Well done") };
    });
    await ada.say("home");

    await ada.press("Done");

    expect(chat()).toEqual([expect.stringContaining("1 open"), "Well done"]);
  });

  test("asked for in a channel comes in the person's own chat", async () => {
    teams.core.on(() => home("Your home"));

    await ada.say("home", CHANNEL);

    expect(chat()).toEqual(["Your home"]);
    expect(channel()).toEqual([]);
  });
});
