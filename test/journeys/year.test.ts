/** A whole school year of one team by the virtual clock; people leave and join in the middle of it. */

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startProgram, type Program, type Someone } from "./program.ts";

const MINUTES = 60_000;

let program: Program;
let librarian: Someone;
let technician: Someone;
let newcomer: Someone;
let principal: Someone;

beforeAll(async () => {
  program = await startProgram();
  // Tue 8 September 2026, 09:00 at the school: start-up weeks are over.
  await program.call("/control/reset", { data: "empty", now: "2026-09-08T14:00:00Z" });
  librarian = program.as("u-ab-lib");
  technician = program.as("u-ab-it");
  newcomer = program.as("u-ab-t4");
  principal = program.as("u-ab-prin");
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

const last = async (who: Someone, where = "dm") => (await who.messages(where)).at(-1)?.text ?? "";
const having = async (who: Someone, action: string) =>
  (await who.messages("dm")).findLast(({ buttons }) =>
    buttons.some((button) => button.action.startsWith(action)),
  );

const CHAPTERS: readonly (readonly [title: string, tell: () => Promise<void>])[] = [
  ["September: two sheets, one pair, a plan that both agree on", autumn],
  ["the supervisor reads it, asks, and is answered", sharing],
  ["a check-in is asked about once (AC-20)", checkIn],
  ["November: the technician leaves, and the team waits", leaving],
  ["December: somebody joins, takes over what was theirs, and it goes on", joining],
  ["January: done needs the partner, and silence counts as yes (AC-21)", finishing],
  ["private answers open when both are in; one reminder, no second (AC-22, AC-23)", answering],
  ["both confirm the same words: a new version, a step, a story (AC-25)", lookingBack],
  ["a reflection that nobody answers lapses, and the next check-in offers it (AC-23)", lapsing],
  ["May: the year closes, is archived, and the next one begins", closing],
];

test(
  "a team runs its partnership for a year (AC-20 to AC-23, AC-25)",
  async () => {
    for (const [title, tell] of CHAPTERS)
      try {
        await tell();
      } catch (error) {
        throw new Error(`At “${title}”`, { cause: error });
      }
  },
  5 * MINUTES,
);

async function autumn(): Promise<void> {
  await librarian.say("/goal Every class borrows in week one by May 14");
  await technician.say("/goal Menos solicitudes repetidas para el 14 de mayo");
  await librarian.say("/liaison protocol");
  await librarian.press("Meeting 1 finished");
  await librarian.say("/liaison pair g-01 g-02 A calm August");
  await technician.press("Acepto");
  for (const [who, id] of [
    [librarian, "g-01"],
    [technician, "g-02"],
  ] as const) {
    await who.say(`/goal edit ${id}`);
    await who.submit({ serves: "Every child reads to learn by grade 4" });
  }
  const promise = async (goal: string, title: string, owner: string, direction: string) => {
    await librarian.say("/liaison item add");
    await librarian.submit({ goal, title, owner, direction, due: "May 7" });
  };
  await promise("g-01", "Open the list each morning", "u-ab-lib", "own_work");
  await promise("g-01", "Send the nightly file", "u-ab-it", "it_supports_library");
  await promise("g-02", "Sort the tickets", "u-ab-it", "own_work");
  await promise("g-02", "Answer walk-ups first", "u-ab-lib", "library_supports_it");
  await librarian.say("/liaison plan agree");
  await librarian.press("Agree");
  await technician.press("De acuerdo");
  await librarian.say("/liaison plan versions");
  expect(await last(librarian)).toMatch(/Version 1/u);
  await librarian.say("/liaison checkin");
  await librarian.submit({ every: "2", weekday: "wed", start: "14:45", minutes: "25" });
  await librarian.say("/liaison status");
  expect(await last(librarian)).toMatch(/the plan is under way/u);
}

async function sharing(): Promise<void> {
  await librarian.say("/liaison plan share");
  await librarian.submit({ "reader-u-ab-prin": "yes", time: "Two hours a week" });
  await librarian.press("I consent");
  await technician.press("Doy mi consentimiento");
  await principal.press("Ask");
  await principal.submit({ question: "Can grade 5 join?" });
  await librarian.press("Answer");
  await librarian.submit({ answer: "Yes, from May" });
  expect(await last(principal)).toMatch(/Can grade 5 join\?[^]*Yes, from May/u);
}

async function checkIn(): Promise<void> {
  const sent = await program.clock("2026-10-09T22:00:00Z");
  const asked = sent.filter(
    ({ text, thread }) => thread !== null && /Did it take place|held/iu.test(text),
  );
  const days = asked.map(({ at }) => at.slice(0, 10));
  expect(new Set(days).size).toBe(days.length);
  expect(asked.length).toBeGreaterThan(0);
}

async function leaving(): Promise<void> {
  await program.clock("2026-11-04T16:00:00Z");
  await program.call("/control/deactivate", { person: "u-ab-it", deactivated: true });
  await librarian.say("/liaison status");
  expect(await last(librarian)).toMatch(/paused/u);
  expect((await librarian.messages("dm")).map(({ text }) => text).join("\n")).toMatch(
    /Menos solicitudes repetidas/u,
  );
}

async function joining(): Promise<void> {
  await program.clock("2026-12-02T16:00:00Z");
  await librarian.say("/liaison setup");
  await librarian.submit({ it: ["u-ab-t4"] });
  const invited = await having(newcomer, "setup.accept");
  if (invited) await newcomer.press("setup.accept", invited);
  await librarian.say("/liaison protocol");
  await librarian.press("protocol.resume");
  for (const id of ["g-02", "a-02", "a-03"]) {
    const message = (await librarian.messages("dm")).findLast(({ buttons }) =>
      buttons.some(({ value, action }) => value === id && action.startsWith("handover.give")),
    );
    const button = message?.buttons.find(({ value }) => value === id);
    if (!message || !button) throw new Error(`Nobody was asked who takes ${id}`);
    await librarian.press(button.accessibleName, message);
    await librarian.submit({ to: "u-ab-t4" });
  }
  await librarian.say("/liaison plan agree");
  await librarian.press("Agree");
  await newcomer.say("/liaison plan agree");
  await newcomer.press("agree.press");
  expect(await last(newcomer)).toMatch(/2/u);
}

async function finishing(): Promise<void> {
  await program.clock("2027-02-02T16:00:00Z");
  await newcomer.say("/goal done g-02");
  await librarian.press("Not yet");
  await librarian.submit({ note: "One week more" });
  expect(await last(newcomer)).toMatch(/One week more/u);
  await program.clock("2027-02-09T16:00:00Z");
  await newcomer.say("/goal done g-02");
  const sent = await program.clock("2027-02-16T16:00:00Z");
  expect(sent.filter(({ text }) => text.includes("Done by both sides: g-02"))).toHaveLength(1);
}

async function answering(): Promise<void> {
  await program.clock("2027-02-18T16:00:00Z");
  const invitation = await librarian.message("How did it go with g-02");
  await librarian.press("Answer", invitation);
  await librarian.submit({ met: "met", improve: "Start sooner", finish: "send" });
  await newcomer.say("/liaison reflect g-02");
  expect(await last(newcomer)).not.toMatch(/Start sooner/u);
  const sent = await program.clock("2027-02-26T23:00:00Z");
  const reminders = sent.filter(({ text }) => text.includes("questions about g-02 are still open"));
  expect(reminders.map(({ to }) => to)).toEqual(["u-ab-t4"]);
  await newcomer.say("/liaison reflect g-02");
  await newcomer.press("survey.open");
  await newcomer.submit({ met: "partly", improve: "Name a contact", finish: "send" });
  await librarian.say("/liaison reflect g-02");
  await librarian.press("answers.read");
  expect(await last(librarian)).toMatch(
    /Start sooner[^]*Name a contact|Name a contact[^]*Start sooner/u,
  );
  for (const id of ["u-ab-prin", "u-d-itdir", "u-d-coord"]) {
    await program.as(id).say("/liaison reflect g-02");
    expect(await last(program.as(id))).not.toMatch(/Start sooner|Name a contact/u);
  }
}

async function lookingBack(): Promise<void> {
  await program.clock("2027-03-02T16:00:00Z");
  await librarian.press("joint.edit");
  await librarian.submit({
    agreed: "We start in June",
    decision: "revise",
    nextStep: "Write the June list",
    nextOwner: "u-ab-lib",
    nextDue: "May 5",
  });
  await newcomer.say("/liaison reflect g-02");
  await newcomer.press("joint.open");
  await newcomer.press("joint.edit");
  await newcomer.submit({ agreed: "We start in May" });
  await librarian.say("/liaison reflect g-02");
  await librarian.press("joint.open");
  expect(await last(librarian)).toMatch(/We start in May/u);
  await librarian.press("joint.confirm");
  await librarian.say("/liaison plan compare 2 3");
  expect(await last(librarian)).toMatch(/We start in May/u);
  await librarian.say("/liaison reflect g-02");
  await librarian.press("joint.step");
  expect(await last(librarian)).toMatch(/Write the June list/u);
  await librarian.say("/liaison reflect g-02");
  await librarian.press("story.write");
  await librarian.submit({ did: "One list", need: "Too many tickets", result: "Half as many" });
  await librarian.press("I consent");
  await newcomer.press("story.consent");
  await librarian.say("/liaison stories");
  expect(await last(librarian)).toMatch(/Half as many/u);
}

async function lapsing(): Promise<void> {
  await librarian.say("/goal Every tablet has a home by May 20");
  await librarian.say("/goal done g-01");
  await newcomer.press("goal.confirm");
  const sent = await program.clock("2027-04-16T22:00:00Z");
  const reminders = sent.filter(({ text }) => text.includes("questions about g-01 are still open"));
  expect(reminders.map(({ to }) => to).sort()).toEqual(["u-ab-lib", "u-ab-t4"]);
  const offers = sent.filter(({ text }) => text.includes("good moment to look back on g-01"));
  expect(offers.map(({ channel }) => channel).length).toBeGreaterThan(0);
  expect(new Set(offers.map(({ to }) => to)).size).toBe(offers.length);
}

async function closing(): Promise<void> {
  await program.clock("2027-05-25T16:00:00Z");
  await librarian.say("/liaison year");
  await librarian.press("year.decide");
  await librarian.submit({ outcome: "carried_over" });
  await librarian.press("year.close");
  await newcomer.say("/liaison year");
  await newcomer.press("year.close");
  await librarian.say("/liaison status");
  expect(await last(librarian)).toMatch(/2027-28/u);
  await librarian.say("/liaison year past");
  expect(await last(librarian)).toMatch(/2026-27: closed/u);
  const heard = (await principal.messages("dm")).map(({ text }) => text).join("\n");
  expect(heard).not.toMatch(
    /Start sooner|Name a contact|We start in (?:May|June)|was due|One week more/u,
  );
}
