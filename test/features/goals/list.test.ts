import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Block, Card } from "../../../src/card.ts";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;

const open = async () => {
  rig = await openLiaison({ features: [goalsFeature] });
  librarian = rig.as("u-ab-lib");
};
const close = async () => {
  await rig.close();
};

type Item = Extract<Block, { type: "item" }>;
const items = (card: Card) => card.body.filter((block): block is Item => block.type === "item");
const ids = (card: Card) => items(card).map(({ detail }) => detail?.split(" ")[0]);
const headings = (card: Card) =>
  card.body.flatMap((block) => (block.type === "heading" ? [block.text] : []));

describe("the list", () => {
  beforeAll(open);
  afterAll(close);

  test("shows open goals of both sides, one's own first, each with its button", async () => {
    await librarian.say("goal list");

    expect(librarian.card().title).toBe("Open goals");
    expect(headings(librarian.card())).toEqual(["Mine", "From my partners"]);
    expect(ids(librarian.card())).toEqual(["g-04", "g-05", "g-03", "g-07", "g-09", "g-12", "g-14"]);
    expect(items(librarian.card())[0]).toMatchObject({
      title: "Library web page free of serious accessibility faults",
      detail: "g-04 · was due Fri 26 February",
      button: { label: "Done", action: "goal.done", value: "g-04" },
    });
    expect(items(librarian.card())[4]).toMatchObject({
      detail: "g-09 · due Fri 12 March · at risk · Site technician, Alder Bend",
      button: { label: "Open", action: "goal.show", value: "g-09" },
    });
  });

  test("shows only one's own when asked, and finished ones too", async () => {
    await librarian.say("goal list mine");
    expect(ids(librarian.card())).toEqual(["g-04", "g-05", "g-03", "g-07"]);
    expect(headings(librarian.card())).toEqual([]);

    await librarian.say("goal list all 2");
    expect(librarian.card().title).toBe("All goals: 9–14 of 14");
  });

  test.each([
    ["goal list library", "Open goals of the library", ["g-04", "g-05", "g-03", "g-07"]],
    ["goal list IT", "Open goals of IT", ["g-09", "g-12", "g-14"]],
    ["goal list biblioteca", "Open goals of the library", ["g-04", "g-05", "g-03", "g-07"]],
  ])("%s narrows it down", async (typed, title, are) => {
    await librarian.say(typed);
    expect(librarian.card().title).toBe(title);
    expect(ids(librarian.card())).toEqual(are);
  });

  test.each(["common", "school", "short", "long", "done"] as const)(
    "list %s holds what it says and saves no goal of that name",
    async (filter) => {
      const { rows, total } = await rig.stores.goals.list({
        partnershipIds: ["p-ab"],
        page: { skip: 0, limit: 100 },
      });
      await librarian.say(`goal list ${filter}`);
      const shown = ids(librarian.card());
      const is = (goal: (typeof rows)[number]): boolean =>
        ({
          common: goal.scope === "common",
          school: goal.scope === "school_wide",
          short: goal.horizon === "short",
          long: goal.horizon === "long",
          done: goal.status === "done",
        })[filter];
      for (const goal of rows.filter(({ id }) => shown.includes(id))) expect(is(goal)).toBe(true);
      expect(
        (
          await rig.stores.goals.list({
            partnershipIds: ["p-ab"],
            page: { skip: 0, limit: 1 },
          })
        ).total,
      ).toBe(total);
    },
  );

  test("is turned in place, there and back", async () => {
    await librarian.say("goal list all");
    const first = librarian.card();
    const messages = rig.messages().length;

    await librarian.press("More");
    expect(librarian.card().title).toBe("All goals: 9–14 of 14");
    await librarian.press("Previous");

    expect(librarian.card()).toEqual(first);
    expect(rig.messages()).toHaveLength(messages);
  });

  test("past its end shows the last page", async () => {
    await librarian.say("goal list 9");

    expect(librarian.card().title).toBe("Open goals");
  });

  test("has no two buttons that sound alike", async () => {
    await librarian.say("goal list");

    const names = buttonsOf(librarian.card()).map(({ label, about }) => `${label}: ${about ?? ""}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("opens a goal with everything that can be done with it", async () => {
    await librarian.say("goal list");
    await librarian.press("Open: g-09 Tablet carts come back counted and charged each afternoon");

    expect(buttonsOf(librarian.card()).map(({ action }) => action)).toEqual([
      "goal.done",
      "goal.edit",
      "item.add",
    ]);
  });

  test("without a number to edit asks which one", async () => {
    await librarian.say("goal edit");

    expect(librarian.card().title).toBe("Which goal? Open one, or type its number");
  });

  test("help names every command", async () => {
    await librarian.say("goal help");

    expect(librarian.words()).toMatch(/goal list[\s\S]*goal edit[\s\S]*goal done/u);
  });
});

describe("the list after a change", () => {
  beforeEach(open);
  afterEach(close);

  test("does not show a partner's draft", async () => {
    await rig.stores.goals.update("g-09", (goal) => ({ ...goal, status: "draft" }));

    await librarian.say("goal list");
    expect(ids(librarian.card())).not.toContain("g-09");
    await librarian.say("goal show 9");
    expect(librarian.card().title).toMatch(/^I can't find 9/u);
  });

  test("of a team without goals says how to start", async () => {
    for (const { id } of (
      await rig.stores.goals.list({ partnershipIds: ["p-ab"], page: { skip: 0, limit: 50 } })
    ).rows)
      await rig.stores.goals.update(id, (goal) => ({ ...goal, deleted: true }));

    await librarian.say("goal list");

    expect(librarian.card().title).toBe("No open goals yet");
    await librarian.press("Log a goal");
    expect(librarian.form().title).toBe("Log a goal");
  });
});

describe("goals at home", () => {
  beforeEach(open);
  afterEach(close);

  test("are one line: how many, and the one that is due first", async () => {
    const home = await librarian.home();

    const words = wordsOf(home);
    expect(words).toContain(
      "4 open goals of yours\nLibrary web page free of serious accessibility faults",
    );
    expect(buttonsOf(home).filter(({ action }) => action === "goal.browse")).toHaveLength(1);
  });

  test("say kindly when there are none", async () => {
    for (const id of ["g-03", "g-04", "g-05", "g-07"])
      await rig.stores.goals.update(id, (goal) => ({ ...goal, status: "done" }));

    const home = await librarian.home();

    expect(JSON.stringify(home.body)).toContain("You have no open goals.");
  });
});
