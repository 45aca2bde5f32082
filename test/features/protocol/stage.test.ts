/** Home, status and protocol say the same about where a team stands, whatever brought it there. */

import { afterEach, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";

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

async function atHome(): Promise<string> {
  const lines = (await librarian.home()).body.flatMap((block) =>
    block.type === "item" && block.title.includes("2026-27") ? [block.title] : [],
  );
  return lines[0] ?? "no line";
}

/** Home is asked first: nothing that is read afterwards may have brought it up to date. */
async function stage(): Promise<string> {
  const home = await atHome();
  await librarian.say("status");
  expect(librarian.card().title).toBe(home);
  return home;
}

async function settled(): Promise<void> {
  await librarian.say("goal Every class borrows weekly");
  await technician.say("goal Menos solicitudes repetidas");
  await librarian.say("protocol");
  await librarian.press("Find a time");
  const offered = rig.messages({ kind: "meeting.time" }).at(-1);
  await librarian.press("Pick", offered);
  await technician.press("Pick", offered);
}

test("Meeting 1 has a day, then none when it is called off, then one again", async () => {
  await open("empty");
  await settled();
  expect(await stage()).toContain("Meeting 1 has a day");

  await librarian.say("meet");
  await librarian.press("Call off");
  await librarian.submit({ reason: "Snow" });
  expect(await stage()).toContain("Meeting 1 comes next");

  await librarian.press("Undo", rig.messages({ to: librarian.address }).findLast(isCalledOff));
  expect(await stage()).toContain("Meeting 1 has a day");
});

test("a goal that both sides call done is to be looked back on, at home too", async () => {
  await open("demo");
  await technician.say("goal done g-12");
  await librarian.say("goal done g-12");
  await librarian.press("Yes, done");

  expect(await stage()).not.toContain("under way");
});

test("an agreed plan is under way as soon as the regular check-in is set", async () => {
  await open("demo");
  await rig.stores.partnerships.update("p-ab", (known) => ({ ...known, series: null }));
  await rig.stores.cycles.update("p-ab/2026-27", (known) => ({ ...known, state: "plan_agreed" }));
  expect(await stage()).toContain("agreed");

  await librarian.say("checkin");
  await librarian.submit({ every: "2", weekday: "tue", start: "14:45", minutes: "30" });

  expect(await stage()).not.toContain("the plan is agreed");
});

const isCalledOff = ({ card }: { readonly card: { readonly body: readonly unknown[] } }): boolean =>
  JSON.stringify(card.body).includes("meeting.uncancel");
