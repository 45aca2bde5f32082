/** From an empty partnership to a shared plan, told through the playground as people do it. */

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startProgram, type Program } from "./program.ts";

const MINUTES = 60_000;
const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const PRINCIPAL = "u-ab-prin";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  await program.reset("empty");
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

test(
  "a partnership meets, pairs its goals, agrees on a plan and shares it",
  async () => {
    const librarian = program.as(LIBRARIAN);
    const technician = program.as(TECHNICIAN);
    const principal = program.as(PRINCIPAL);
    const last = async (who: typeof librarian) => (await who.messages("dm")).at(-1)?.text ?? "";

    await librarian.say("/goal Every class borrows in week one by May 14");
    await librarian.say("/goal The catalogue opens on every tablet by May 14");
    await librarian.say("/liaison protocol");
    await librarian.press("Meeting 1 finished");
    expect(await last(librarian)).toMatch(/the IT sheet is empty/u);
    await technician.say("/goal Menos solicitudes repetidas en agosto para el 14 de mayo");
    await librarian.press("Meeting 1 finished");
    expect(await last(librarian)).toMatch(/Meeting 1 is finished/u);

    await librarian.say("/liaison pair g-01 g-02 A calm August");
    expect(await last(librarian)).toMatch(/Both goals are the library's/u);
    await librarian.say("/liaison pair g-01 g-03 A calm August");
    await technician.press("Acepto");
    await program.restart();

    await librarian.say("/liaison plan agree");
    await librarian.press("Agree");
    expect(await last(librarian)).toMatch(/Nothing is agreed yet: 3 goals still lack something/u);
    const promise = async (goal: string, title: string, owner: string, direction: string) => {
      await librarian.say("/liaison item add");
      await librarian.submit({ goal, title, owner, direction, due: "May 7" });
    };
    for (const goal of ["g-01", "g-02"]) {
      await promise(goal, "Open the list each morning", LIBRARIAN, "own_work");
      await promise(goal, "Send the nightly file", TECHNICIAN, "it_supports_library");
    }
    await promise("g-03", "Sort the tickets", TECHNICIAN, "own_work");
    await promise("g-03", "Answer walk-ups first", LIBRARIAN, "library_supports_it");
    for (const [who, id] of [
      [librarian, "g-01"],
      [technician, "g-03"],
    ] as const) {
      await who.say(`/goal edit ${id}`);
      await who.submit({ serves: "Every child reads to learn by grade 4" });
    }

    await librarian.say("/liaison plan agree");
    await librarian.press("Agree");
    await technician.say("/liaison item a-05");
    await technician.press("Replanificar");
    await technician.submit({ due: "10 de mayo" });
    await technician.say("/liaison plan agree");
    await technician.press("De acuerdo");
    expect(await last(librarian)).toMatch(/changed after you agreed/u);
    await program.restart();
    await librarian.press("Agree");
    expect(await last(librarian)).toMatch(/Version 1 of the plan is agreed/u);

    await librarian.say("/liaison plan share");
    await librarian.submit({ "reader-u-ab-prin": "yes", time: "Two hours a week" });
    await librarian.press("I consent");
    expect(await principal.messages("dm")).toEqual([]);
    await technician.press("Doy mi consentimiento");
    const [shared, ...others] = await principal.messages("dm");
    expect(others).toEqual([]);
    expect(shared?.text).toMatch(/version 1/u);
    expect(shared?.text).toMatch(/Two hours a week/u);
    expect(shared?.buttons.map(({ label }) => label)).toEqual(["Thank both", "Ask"]);
    await principal.press("Thank both", shared);
    expect(await last(librarian)).toMatch(/thanks you both/u);
    await principal.say("/liaison plan");
    expect(await last(principal)).toMatch(/you are not in one yet/u);
  },
  5 * MINUTES,
);
