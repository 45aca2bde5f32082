import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import { openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

const SITUATIONS = [
  "IT and library help each other",
  "Our goals and plan",
  "Meet",
  "Say thanks, pass something on",
  "Teach together",
  "For the principal",
  "Other people and schools",
  "Me",
];

describe("the situations", () => {
  test.each(["", "menu", "help", "hello", "hola", "aide", "?"])(
    "are what %j is answered with",
    async (typed) => {
      const librarian = liaison.as("u-ab-lib");

      await librarian.say(typed);

      expect(librarian.card().title).toBe("What is it about?");
      expect(buttonsOf(librarian.card()).map(({ about }) => about ?? "")).toEqual([
        ...SITUATIONS,
        "",
      ]);
    },
  );

  test("are behind More… at home, which has at most seven lines, each with its button", async () => {
    const librarian = liaison.as("u-ab-lib");

    const home = await librarian.home();
    const lines = home.body.filter(({ type }) => type === "item");
    await librarian.press("More…", {
      message: "home" as never,
      key: null,
      kind: null,
      to: librarian.address,
      thread: null,
      private: true,
      card: home,
    });

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(7);
    expect(lines.every((line) => line.type === "item" && line.button)).toBe(true);
    expect(librarian.card().title).toBe("What is it about?");
  });

  test("stand in the order in which somebody used what is behind them", async () => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say("topics");
    await librarian.say("why");

    await librarian.say("menu");
    const first = buttonsOf(librarian.card()).map(({ about }) => about);
    await librarian.press("Open: Meet");

    expect(first.slice(0, 2)).toEqual(["Me", "Meet"]);
    expect(buttonsOf(librarian.card())[0]?.value).toBe("topics");
  });

  test("the coordinator's begin with the district, and a principal's with what was sent", async () => {
    const coordinator = liaison.as("u-d-coord");
    const principal = liaison.as("u-ab-prin");

    await coordinator.say("menu");
    await principal.say("menu");

    expect(buttonsOf(coordinator.card())[0]?.about).toBe("The district");
    expect(buttonsOf(principal.card()).map(({ about }) => about)).toContain("What was sent to me");
    expect(buttonsOf(principal.card()).map(({ about }) => about)).not.toContain(
      "Our goals and plan",
    );
  });
});

describe("help", () => {
  test("has every command that there is for somebody, page by page, once", async () => {
    const librarian = liaison.as("u-ab-lib");
    const commands = features.flatMap(({ commands: own = {} }) => Object.entries(own));
    const forPartners = commands.filter(
      ([words, command]) =>
        words !== "" &&
        (command.for ?? ["partner"]).some((who) => ["partner", "anyone"].includes(who)),
    );

    await librarian.say("help all");
    let words = librarian.words();
    for (let page = 1; buttonsOf(librarian.card()).some(({ label }) => label === "More"); page++) {
      await librarian.press("More");
      words += `\n${librarian.words()}`;
    }

    const lines = words.split("\n").filter((line) => line.startsWith("/"));
    expect(lines).toHaveLength(forPartners.length);
    for (const [typed, { hint }] of forPartners) {
      const line = `${typed}${hint ? ` ${hint}` : ""} – `;
      expect(
        lines.filter((each) => each.replace(/^\/(?:liaison )?/u, "").startsWith(line)),
      ).toHaveLength(1);
    }
  });
});

describe("words that are no command", () => {
  test.each(["frobnicate", "fly me", "x"])(
    "%s: the situations are offered, and nothing guessed",
    async (typed) => {
      const librarian = liaison.as("u-ab-lib");

      await librarian.say(typed);

      expect(librarian.words()).toContain(typed);
      expect(buttonsOf(librarian.card()).map(({ label }) => label)).toEqual(SITUATIONS);
    },
  );

  test("what was typed behind a misspelled command is still there, and in the form that is offered", async () => {
    const librarian = liaison.as("u-ab-lib");

    const waiting = async () =>
      (await liaison.stores.topics.queued("p-ab", { skip: 0, limit: 99 })).total;
    const before = await waiting();

    await librarian.say("topik Where do the *old* carts go?");
    const shown = librarian.words();
    await librarian.press("Open: Add a topic");

    expect(shown).toContain("topik Where do the *old* carts go?");
    expect(JSON.stringify(librarian.form())).toContain("Where do the *old* carts go?");
    expect(await waiting()).toBe(before);
  });

  test("thanks that are typed open the form for them, with whom and what for", async () => {
    const librarian = liaison.as("u-ab-lib");

    await librarian.say("thanks for the carts, they were here on time");
    await librarian.submit();

    expect(
      JSON.stringify(liaison.messages({ kind: "thanks" }).map(({ card }) => wordsOf(card))),
    ).toContain("for the carts, they were here on time");
  });

  test("what is longer than a button carries is still all there", async () => {
    const librarian = liaison.as("u-ab-lib");
    const sentence = `a new task ${"about the carts ".repeat(200)}`.trim();

    await librarian.say(sentence);

    expect(librarian.words().replaceAll("\n", "")).toContain("about the carts about the carts");
    for (const { value } of buttonsOf(librarian.card())) expect(value.length).toBeLessThan(2000);
  });

  test("a sentence is never shown what is not there for its writer", async () => {
    const stranger = liaison.as("u-ab-rel");

    await stranger.say("how is the district doing in numbers");

    expect(buttonsOf(stranger.card()).map(({ value }) => value)).not.toContain("district");
  });
});
