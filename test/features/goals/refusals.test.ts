import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";

// Nothing here is stored, so one bot answers all of it.
let rig: Rig;
let librarian: Actor;

beforeAll(async () => {
  rig = await openLiaison({ features: [goalsFeature] });
  librarian = rig.as("u-ab-lib");
});
afterAll(async () => {
  await rig.close();
});

const goalsOf = async (...partnershipIds: string[]) =>
  await rig.stores.goals.list({ partnershipIds, page: { skip: 0, limit: 100 } });

describe("a sentence that cannot be saved as it stands is asked for with the text in it", () => {
  test.each([
    ["a date in the past", "Cite sources by 1 March 2027", "has passed"],
    ["31 February", "Cite sources by 31 February", "no “31 February” in the calendar"],
    ["two dates", "Read by May 14 and write by May 21", "Fri 14 May 2027 and Fri 21 May 2027"],
  ])("%s", async (_, sentence, hint) => {
    await librarian.say(`goal ${sentence}`);

    const due = librarian
      .form()
      .inputs.find((input) => input.type === "text" && input.id === "due");
    expect(due).toMatchObject({ reading: expect.stringContaining(hint) });
    expect(JSON.stringify(librarian.form().inputs)).toContain(sentence.split(" by ")[0]);
    expect((await goalsOf("p-ab")).total).toBe(14);
  });

  test("5,000 characters are given back, not saved and not lost", async () => {
    const typed = "read ".repeat(1000).trim();

    await librarian.say(`goal ${typed}`);

    expect(librarian.words().replaceAll("\n", "")).toContain(typed);
    expect(librarian.card().title).toContain("4999 characters");
    expect((await goalsOf("p-ab")).total).toBe(14);
  });
});

describe("a form", () => {
  test.each([
    ["no title", { title: " " }, "title", "Write the goal in a few words."],
    ["a long title", { title: "a".repeat(201) }, "title", "201 characters, and at most 200 fit"],
    [
      "5,000 characters",
      { title: "a".repeat(5000) },
      "title",
      "5000 characters, and at most 200 fit",
    ],
    ["31 February", { due: "31 February" }, "due", "There is no “31 February”"],
    ["no date in it", { due: "soonish" }, "due", "can't read a date in “soonish”"],
    ["two dates", { due: "14 May 2027 or 21 May 2027" }, "due", "more than one date"],
    ["a date in the past", { due: "1 March 2027" }, "due", "Mon 1 March 2027 has passed"],
  ])("with %s stays open and says what to mend", async (_, answers, input, sentence) => {
    await librarian.say("goal");

    await librarian.submit({ title: "Cite sources", ...answers });

    expect(librarian.problems()).toEqual({ [input]: expect.stringContaining(sentence) });
    expect((await goalsOf("p-ab")).total).toBe(14);
  });
});

test("somebody in no partnership hears that goals are for partners", async () => {
  const relief = rig.as("u-ab-rel");

  for (const command of ["goal Read more", "goal", "goal list", "goal edit 3", "goal show 3"]) {
    await relief.say(command);
    expect(relief.card().title).toMatch(/^This is for the partners/u);
  }
  expect((await goalsOf("p-ab")).total).toBe(14);
});
