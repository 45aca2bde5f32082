import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { goalsFeature } from "../../src/features/goals/index.ts";
import { planFeature } from "../../src/features/plan/index.ts";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";

let rig: Rig;
let librarian: Actor;

const open = async (now?: string): Promise<void> => {
  rig = await openLiaison({
    features: [goalsFeature, planFeature],
    ...(now ? { now: new Date(now) } : {}),
  });
  librarian = rig.as("u-ab-lib");
};
afterEach(async () => {
  await rig.close();
});
const meant = () =>
  librarian
    .form()
    .inputs.find(
      ({ type, ...input }) => type !== "note" && "id" in input && input.id === "due-meant",
    );

describe("N-5: a new step is asked when and where", () => {
  test.each([
    ["u-ab-lib", /^For example: When .+, at .+/u],
    ["u-ab-it", /^Por ejemplo: Cuando .+, en .+/u],
  ])("with an example for %s, and is saved without", async (id, example) => {
    await open();
    const person = rig.as(id);
    await person.say("item add");
    const asked = person.form().inputs.filter((input) => "id" in input && input.type === "text");

    expect(asked).toMatchObject([
      { id: "title" },
      { id: "plan", optional: true, hint: expect.stringMatching(example) },
      { id: "due", optional: true },
    ]);
    await person.submit({ goal: "g-05", title: "Count the carts" });
    expect(await rig.stores.items.find("a-81")).toMatchObject({ plan: "", due: null });
  });
});

describe("the due date of a step, at its birth", () => {
  beforeEach(() => open());

  test("in a break is asked about, and is the day that was chosen (CAL-11)", async () => {
    await librarian.say("item add");
    await librarian.submit({ goal: "g-05", title: "Count the shelves", due: "17 March" });

    expect(JSON.stringify(librarian.form().inputs)).toContain(
      "Wed 17 March is in Spring break: nobody is there.",
    );
    expect(meant()).toMatchObject({
      value: "2027-03-12",
      options: [
        { label: "Fri 12 March", value: "2027-03-12" },
        { label: "Mon 22 March", value: "2027-03-22" },
        { label: "Keep Wed 17 March", value: "2027-03-17" },
      ],
    });
    await librarian.submit({ "due-meant": "2027-03-22" });

    expect(librarian.card().title).toContain("Count the shelves");
    expect((await rig.stores.items.find("a-81"))?.due).toBe("2027-03-22");
  });

  test("on a Saturday is asked about like any other, and may stay", async () => {
    await librarian.say("item add");
    await librarian.submit({ goal: "g-05", title: "Count the shelves", due: "6 March" });

    expect(JSON.stringify(librarian.form().inputs)).toContain("Nobody works on Sat 6 March.");
    expect(meant()).toMatchObject({
      options: [{ value: "2027-03-05" }, { value: "2027-03-08" }, { value: "2027-03-06" }],
    });
    await librarian.submit({ "due-meant": "2027-03-06" });
    expect(await rig.stores.items.find("a-81")).toMatchObject({ due: "2027-03-06" });
  });

  test("shows the days around as soon as it is typed, and a date that is typed anew counts", async () => {
    await librarian.say("item add");
    await librarian.change({ goal: "g-05", title: "Count the shelves", due: "17 March" });
    expect(meant()).toBeDefined();

    await librarian.submit({ due: "10 March" });

    expect((await rig.stores.items.find("a-81"))?.due).toBe("2027-03-10");
  });

  test("in tests or a freeze is kept with a warning (CAL-9)", async () => {
    await librarian.say("item add");
    await librarian.submit({ goal: "g-05", title: "Swap the switch", due: "20 April" });

    expect(librarian.words()).toContain(
      "Tue 20 April is in State assessments. IT changes nothing then, until Fri 7 May.",
    );
    expect((await rig.stores.items.find("a-81"))?.due).toBe("2027-04-20");
  });

  test("is judged by the owner's own days: twelve-month staff are there in summer", async () => {
    await librarian.say("item add");
    await librarian.submit({
      goal: "g-05",
      title: "Clean the carts",
      owner: "u-ab-it",
      due: "15 June",
    });
    expect((await rig.stores.items.find("a-81"))?.due).toBe("2027-06-15");

    await librarian.say("item add");
    await librarian.submit({ goal: "g-05", title: "Count the shelves", due: "15 June" });
    expect(meant()).toMatchObject({ value: "2027-05-28" });
  });

  test("that is planned anew is asked about in the same way", async () => {
    await librarian.say("item a-10");
    await librarian.press("Re-plan");
    await librarian.submit({ plan: "", due: "17 March" });
    expect((await rig.stores.items.find("a-10"))?.due).toBe("2027-03-05");

    await librarian.submit({});

    expect((await rig.stores.items.find("a-10"))?.due).toBe("2027-03-12");
  });

  test("of a goal is warned about where it is saved", async () => {
    await librarian.say("goal Every cart has a spare by April 20");

    expect(librarian.words()).toContain("Tue 20 April is in State assessments");
    expect((await rig.stores.goals.find("g-41"))?.due).toBe("2027-04-20");
  });
});

describe("school days", () => {
  test.each([
    ["u-ab-lib", "in 3 school days"],
    ["u-ab-it", "en 3 días de clase"],
  ])("are counted by the school's calendar, over a break (%s: %s)", async (personId, due) => {
    await open("2026-12-16T15:00:00Z");
    const person = rig.as(personId);

    await person.say("item add");
    await person.submit({ goal: "g-05", title: "Count the shelves", due });

    expect((await rig.stores.items.find("a-81"))?.due).toBe("2027-01-05");
  });
});
