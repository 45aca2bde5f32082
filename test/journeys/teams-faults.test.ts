/** A Teams that has a bad day, and people there who block the bot, remove it or have an old client. */

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SeenMessage } from "../../playground/contract.ts";
import { startProgram, type Program, type Someone } from "./program.ts";

const CHANNEL = "Learning Commons and ICT";
const MINUTES = 60_000;

let program: Program;
let librarian: Someone;
let technician: Someone;

beforeAll(async () => {
  program = await startProgram();
  librarian = program.as("u-wc-lib");
  technician = program.as("u-wc-it");
  // Ten in the morning in Melbourne: a question is put at once.
  await program.clock("2027-03-02T23:00:00Z");
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

async function logged(title: string): Promise<string> {
  const { messages } = await librarian.say(`goal ${title}`);
  const id = /Saved as goal (?<id>g-\d+)/u.exec(messages.at(-1)?.text ?? "")?.groups?.["id"];
  if (!id) throw new Error(`“${title}” was not logged`);
  return id;
}

const about = (seen: readonly SeenMessage[], id: string): readonly SeenMessage[] =>
  seen.filter(({ from, text }) => from === "bot" && text.includes(id));

test("a page comes as a file into the person's own chat when they allow it", async () => {
  await librarian.say("plan export");
  const ways = (await librarian.messages("dm")).at(-1)?.id;
  const sends = { as: "u-wc-lib", message: ways, button: "Send the pages: 2027" };
  await program.call("/control/press", sends);
  const offers = (await librarian.messages("dm")).filter(({ buttons }) =>
    buttons.some(({ label }) => label === "Allow"),
  );
  const { messages } = await librarian.press("Allow", offers[1]);
  const file = messages.find(({ buttons }) => buttons.some(({ label }) => label === "Download"));
  const { notice = "" } = await librarian.press("Download", file);

  expect(offers).toHaveLength(3);
  const page = await fetch(notice.replace("Teams: opens ", ""));
  expect(await page.text()).toContain("Action Plan");
  const left = await librarian.messages("dm");
  expect(left.map(({ id }) => id)).not.toContain(offers[1]?.id);
});

describe("when Teams", () => {
  test.each([
    ["throttles and says for how long", "429", 1],
    ["throttles without a word", "429-bare", 1],
    ["meets a clash", "412", 1],
    ["is down", "503", 1],
    // Nobody can look for it, and others stand on it: better twice than never.
    ["keeps the message and answers 500", "500-after-accept", 2],
  ])("%s, nothing is lost", async (_, kind, copies) => {
    const id = await logged(`Every trolley has a name (${kind})`);
    await program.fault(kind, 2, "goal.confirm", "teams");
    await program.fault(kind, 1, "goal.thanks", "teams");

    await librarian.say(`goal done ${id}`);
    const asked = about(await technician.messages("dm"), id);
    await technician.press("goal.confirm", asked.at(-1));

    expect(asked.length).toBeLessThanOrEqual(copies);
    expect(asked.at(-1)?.buttons).not.toEqual([]);
    const thanks = about(await librarian.messages(CHANNEL), id);
    expect(thanks.length).toBeGreaterThanOrEqual(1);
    expect(thanks.length).toBeLessThanOrEqual(copies);
  });

  test("does not take a message for its size, nobody counts as out of reach for it", async () => {
    const lost = await logged("Loans are counted");
    await program.fault("413", 2, "goal.confirm", "teams");
    await librarian.say(`goal done ${lost}`);
    expect(about(await technician.messages("dm"), lost)).toEqual([]);

    const next = await logged("Returns are counted");
    await librarian.say(`goal done ${next}`);

    expect(about(await technician.messages("dm"), next)).toHaveLength(1);
    expect(about(await librarian.messages("dm"), "I can't reach")).toEqual([]);
  });
});

describe("somebody who cannot be reached there", () => {
  test("because they blocked the bot is told of once, with what to do", async () => {
    await program.fault("blocked", 1, "u-wc-itm", "teams");
    for (const title of ["Shelves are dusted", "Shelves are lit"])
      await librarian.say(`goal done ${await logged(title)}`);

    for (const partner of [librarian, technician]) {
      const told = about(await partner.messages("dm"), "I can't reach ICT manager");
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toMatch(/ask them to open me in Teams and write to me once/u);
    }
  });

  test("because they removed the app hears nothing more, and finds everything when they are back", async () => {
    await program.call("/control/install", { as: "u-wc-it", installed: false });
    const id = await logged("Readers for pleasure have a shelf");
    await librarian.say(`goal done ${id}`);

    const told = about(await librarian.messages("dm"), "I can't reach ICT technician");
    expect(told).toHaveLength(1);
    expect(about(await technician.messages("dm"), id)).toEqual([]);
    await program.call("/control/install", { as: "u-wc-it", installed: true });
    const { messages } = await technician.say(`goal show ${id}`);
    expect(messages.at(-1)?.text).toContain("Readers for pleasure have a shelf");
  });
});

test("a client that knows no Action.Execute presses and is answered all the same", async () => {
  const id = await logged("Trolleys are labelled");
  const saved = await librarian.message(id);

  await program.call("/control/press", {
    as: "u-wc-lib",
    message: saved.id,
    button: "Undo",
    oldClient: true,
  });

  expect((await librarian.message(id)).text).toMatch(/^Goal g-\d+ is removed/u);
});
