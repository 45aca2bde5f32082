/** A lesson from its form to the partner's list and the spreadsheet, on Slack and on Teams. */

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startProgram, type Program } from "./program.ts";

const MINUTES = 60_000;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

test.each([
  ["Slack", "u-ab-lib", "u-ab-it", "/liaison ", "Lessons"],
  ["Teams", "u-wc-lib", "u-wc-it", "", "Lessons"],
])(
  "a lesson is logged, seen by the partner, found by its tag, changed and deleted on %s",
  async (_platform, library, it, slash, title) => {
    const librarian = program.as(library);
    const partner = program.as(it);
    await librarian.say(`${slash}lesson add Year 4, river maps`);
    const wrong = await librarian.submit({ led: "both" });
    expect(Object.keys(wrong.problems ?? {})).toEqual(["aim"]);
    await librarian.submit({
      led: "both",
      aim: "Read a map *and* check its source",
      themes: ["inquiry", "making"],
      tags: "Rivers",
    });

    await partner.say(`${slash}lessons #rivers`);
    const list = (await partner.messages("dm")).at(-1);
    expect(list?.text).toContain("Year 4, river maps");
    await program.restart();
    await partner.press("lesson.show", list);
    const card = (await partner.messages("dm")).at(-1);
    expect(card?.text).toContain("Read a map *and* check its source");
    await partner.press("lesson.edit", card);
    await partner.submit({ title: "Year 4, lake maps" });

    await librarian.say(`${slash}lessons lake`);
    await librarian.press("lesson.take");
    await librarian.say(`${slash}lessons lake`);
    await librarian.press("lesson.show");
    await librarian.press("lesson.remove");
    await librarian.say(`${slash}lessons`);
    const after = (await librarian.messages("dm")).at(-1);
    expect(after?.text).toContain(title);
    expect(after?.text).not.toContain("lake maps");
  },
  5 * MINUTES,
);
