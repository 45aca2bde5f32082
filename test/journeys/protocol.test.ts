/** From an empty partnership to a shared plan, told through the playground as people do it. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { startProgram, type Program, type Someone } from "./program.ts";

const MINUTES = 60_000;

interface Team {
  readonly librarian: string;
  readonly technician: string;
  readonly principal: string;
  /** One of their school's. */
  readonly learningGoal: string;
  /** As the technician writes them. */
  readonly goal: string;
  readonly due: string;
  /** A morning on which they work. */
  readonly now: string;
}

const ALDER_BEND: Team = {
  librarian: "u-ab-lib",
  technician: "u-ab-it",
  principal: "u-ab-prin",
  learningGoal: "Every child reads to learn by grade 4",
  goal: "Menos solicitudes repetidas en agosto para el 14 de mayo",
  due: "10 de mayo",
  now: "2027-03-02T15:00:00Z",
};
const WATTLE_CREEK: Team = {
  librarian: "u-wc-lib",
  technician: "u-wc-it",
  principal: "u-wc-prin",
  learningGoal: "Readers for pleasure",
  goal: "Fewer repeated tickets in August by May 14",
  due: "10 May",
  now: "2027-03-02T23:00:00Z",
};
/** The technician is in Slack, too, and says that he wants to be written to in Teams. */
const TAMARACK: Team = {
  librarian: "u-tv-lib",
  technician: "u-tv-it@teams",
  principal: "u-tv-prin",
  learningGoal: "Every graduate has a public piece of work",
  goal: "Moins de demandes répétées en août pour le 14 mai",
  due: "10 mai",
  now: "2027-03-02T15:00:00Z",
};

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

const last = async (who: Someone) => (await who.messages("dm")).at(-1)?.text ?? "";

describe.each([
  ["in Slack", ALDER_BEND],
  ["in Teams", WATTLE_CREEK],
  ["with IT in Teams and the library in Slack", TAMARACK],
])("a partnership %s", (_where, team) => {
  let librarian: Someone;
  let technician: Someone;
  let principal: Someone;
  beforeEach(async () => {
    await program.call("/control/reset", { data: "empty", now: team.now });
    librarian = program.as(team.librarian);
    technician = program.as(team.technician);
    principal = program.as(team.principal);
    if (!team.technician.endsWith("@teams")) return;
    await technician.say("/liaison link");
    await technician.press("link.primary");
  }, MINUTES);

  const chapters: readonly (readonly [title: string, tell: () => Promise<void>])[] = [
    ["Meeting 1 needs a goal of both sides (AC-04)", bothSheets],
    ["an intersection needs two departments (AC-05)", pairing],
    ["a goal without the partner's promise is named (AC-06)", supporting],
    ["both agree on one text (AC-07)", agreeing],
    ["sharing needs both consents (AC-08)", sharing],
    ["a supervisor sees what was shared and no more (AC-09)", reading],
  ];
  test(
    "meets, pairs its goals, agrees on a plan and shares it (AC-04 to AC-09)",
    async () => {
      for (const [title, tell] of chapters)
        try {
          await tell();
        } catch (error) {
          throw new Error(`At “${title}”`, { cause: error });
        }
    },
    5 * MINUTES,
  );

  async function bothSheets(): Promise<void> {
    await librarian.say("/goal Every class borrows in week one by May 14");
    await librarian.say("/goal The catalogue opens on every tablet by May 14");
    await librarian.say("/liaison protocol");
    await librarian.press("Meeting 1 finished");
    expect(await last(librarian)).toMatch(/the IT sheet is empty/u);
    await technician.say(`/goal ${team.goal}`);
    await librarian.press("Meeting 1 finished");
    expect(await last(librarian)).toMatch(/Meeting 1 is finished/u);
  }

  async function pairing(): Promise<void> {
    await librarian.say("/liaison pair g-01 g-02 A calm August");
    expect(await last(librarian)).toMatch(/Both goals are the library's/u);
    await librarian.say("/liaison pair g-01 g-03 A calm August");
    await technician.press("pairs.accept");
    await program.restart();
  }

  async function supporting(): Promise<void> {
    await librarian.say("/liaison plan agree");
    await librarian.press("Agree");
    expect(await last(librarian)).toMatch(/Nothing is agreed yet: 3 goals still lack something/u);
    const it = team.technician.replace("@teams", "");
    for (const goal of ["g-01", "g-02"]) {
      await promise(goal, "Open the list each morning", team.librarian, "own_work");
      await promise(goal, "Send the nightly file", it, "it_supports_library");
    }
    await promise("g-03", "Sort the tickets", it, "own_work");
    await promise("g-03", "Answer walk-ups first", team.librarian, "library_supports_it");
    for (const [who, id] of [
      [librarian, "g-01"],
      [technician, "g-03"],
    ] as const) {
      await who.say(`/goal edit ${id}`);
      await who.submit({ serves: team.learningGoal });
    }
  }

  async function promise(goal: string, title: string, owner: string, direction: string) {
    await librarian.say("/liaison item add");
    await librarian.submit({ goal, title, owner, direction, due: "May 7" });
  }

  async function agreeing(): Promise<void> {
    await librarian.say("/liaison plan agree");
    await librarian.press("Agree");
    await technician.say("/liaison item a-05");
    await technician.press("item.replan");
    await technician.submit({ due: team.due });
    await technician.say("/liaison plan agree");
    await technician.press("agree.press");
    expect(await last(librarian)).toMatch(/changed after you agreed/u);
    await program.restart();
    await librarian.press("Agree");
    expect(await last(librarian)).toMatch(/Version 1 of the plan is agreed/u);
  }

  async function sharing(): Promise<void> {
    await librarian.say("/liaison plan share");
    await librarian.submit({ [`reader-${team.principal}`]: "yes", time: "Two hours a week" });
    await librarian.press("I consent");
    expect(await principal.messages("dm")).toEqual([]);
    await technician.press("sharing.consent");
    const [shared, ...others] = await principal.messages("dm");
    expect(others).toEqual([]);
    expect(shared?.text).toMatch(/version 1/u);
    expect(shared?.text).toMatch(/Two hours a week/u);
    expect(shared?.buttons.map(({ label }) => label)).toEqual(["Thank both", "Ask"]);
    await principal.press("Thank both", shared);
    expect(await last(librarian)).toMatch(/thanks you both/u);
    await librarian.say("/liaison plan shared");
    expect(await last(librarian)).toMatch(/: version 1 of the plan[^]*\(Tue 2|\(Wed 3/u);
  }

  /** What partners alone may read stands in the plan by now: who, when and where, and what is late. */
  async function reading(): Promise<void> {
    await principal.say("/liaison shared");
    await principal.press("Open the plan");
    const opened = await last(principal);
    expect(opened).toMatch(/Every class borrows in week one/u);
    expect(opened).toMatch(/Send the nightly file/u);
    for (const command of [
      "/liaison plan",
      "/liaison sheet",
      "/liaison plan agree",
      "/liaison plan compare 1 1",
      "/liaison plan export",
      "/liaison item a-01",
      "/liaison reflect g-01",
      "/goal list",
      "/goal done g-01",
    ])
      await principal.say(command);
    const seen = (await principal.messages("dm")).map(
      ({ text, raw }) => text + JSON.stringify(raw),
    );
    expect(seen.join("\n")).not.toMatch(/Open the list on Tuesdays|was due|overdue/u);
    expect(seen.join("\n")).toContain("A calm August");

    await librarian.say("/liaison item a-01");
    await librarian.press("item.replan");
    await librarian.submit({ plan: "Open the list on Tuesdays", due: "May 6" });
    await librarian.say("/liaison plan agree");
    await librarian.press("Agree");
    await technician.say("/liaison plan agree");
    await technician.press("agree.press");
    expect(await last(technician)).toMatch(/2/u);
    const told = async () =>
      (await principal.messages("dm")).filter(({ buttons }) =>
        buttons.some(({ label }) => label === "Thank both"),
      );
    await principal.say("/liaison shared");
    await principal.press("Open the plan");
    expect(await last(principal)).toMatch(/version 1/u);
    expect(await last(principal)).not.toMatch(/version 2/u);
    await librarian.say("/liaison plan share");
    await librarian.submit({ [`reader-${team.principal}`]: "yes" });
    await librarian.press("I consent");
    expect((await told()).some(({ text }) => text.includes("version 2"))).toBe(false);
    await technician.press("sharing.consent");
    expect((await told()).some(({ text }) => text.includes("version 2"))).toBe(true);
    const everything = (await principal.messages("dm")).map(
      ({ text, raw }) => text + JSON.stringify(raw),
    );
    expect(everything.join("\n")).not.toMatch(/Open the list on Tuesdays/u);
  }
});
