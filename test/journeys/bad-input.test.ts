/** What people type and press that cannot be taken as it is: in Teams, across both, in three languages. */

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startProgram, type Program, type Someone } from "./program.ts";
import { answer, hintsOf, marked, valuesOf } from "./seen.ts";

const SLACK_CHANNEL = "#tvhs-library-tech";
const TEAMS_CHANNEL = "TVHS Library and Tech";
const MINUTES = 60_000;

let program: Program;
/** In Teams and in English. */
let librarian: Someone;
/** In Slack and in French; in Teams as well. */
let technician: Someone;
let technicianInTeams: Someone;

beforeAll(async () => {
  program = await startProgram();
  librarian = program.as("u-tv-lib@teams");
  technician = program.as("u-tv-it");
  technicianInTeams = program.as("u-tv-it@teams");
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

async function logged(title: string): Promise<string> {
  const said = answer(await librarian.say(`goal ${title}`));
  const id = /^Saved as goal (?<id>g-\d+)/u.exec(said)?.groups?.["id"];
  if (!id) throw new Error(`“${title}” was not logged: ${said}`);
  return id;
}

describe("a title typed in Teams", () => {
  test.each([
    ["a ping of Slack's", "Answer <!channel> and <@U0TVIT000> at once"],
    ["pings as they are typed", "Tell @everyone and @here about the carts"],
    ["formatting", "Read *bold* _words_ and `code` ~daily~ [here](https://x.example)"],
    ["signs", "Books & films: 5 < 6 > 4"],
    ["emoji", "Shelves 📚 for 👩🏽‍🏫 and 🇨🇦"],
    ["right-to-left text", "المكتبة مفتوحة للجميع"],
  ])("with %s is the same on both platforms, and rings nobody", async (_, title) => {
    const id = await logged(`${title} by May 14`);

    await librarian.say(`goal done ${id}`);
    await technician.press("goal.confirm", await technician.message(id));

    for (const [person, channel] of [
      [librarian, TEAMS_CHANNEL],
      [technician, SLACK_CHANNEL],
    ] as const) {
      const thanks = (await person.messages(channel)).findLast(({ text }) => text.includes(id));
      expect(thanks?.text).toContain(title);
      expect(marked(thanks?.raw).join("\n")).not.toMatch(/<[!@#]/u);
      expect(JSON.stringify(thanks?.raw)).not.toMatch(/<at>|"type":"mention"/u);
    }
  });

  test("of 5,000 characters comes back whole, and nothing is saved", async () => {
    const long = "many books ".repeat(455).trim();

    const said = answer(await librarian.say(`goal ${long}`));

    expect(said).toMatch(/^That is 5004 characters, too many for one goal, and I saved nothing/u);
    expect(said.replaceAll("\n", "").match(/many ?books/gu)).toHaveLength(455);
  });

  test("of a topic that is too long stands whole in the form", async () => {
    const { form } = await librarian.say(`topic ${"many books ".repeat(50)}`);

    expect(form?.text).toContain("at most 200 fit");
    expect(String(valuesOf(form)["title"]).match(/many books/gu)).toHaveLength(50);
    const { problems } = await librarian.submit({});
    expect(problems?.["title"]).toContain("at most 200");
    expect(answer(await librarian.submit({ title: "Books" }))).toMatch(/^t-\d+ is a topic/u);
  });
});

describe("a date that cannot be one", () => {
  const cases = [
    ["u-tv-lib@teams", "goal Carts charge by 31 February", "There is no “31 February”"],
    ["u-tv-lib@teams", "goal Carts charge by May 14 or May 21", "I found more than one date"],
    ["u-tv-lib@teams", "goal Carts charge by yesterday", "Mon 1 March 2027 has passed"],
    ["u-ab-it", "/goal Cargar los carros para el 31 de febrero", "no existe en el calendario"],
    ["u-ab-it", "/goal Cargar el 14 de mayo o el 21 de mayo", "Encontré más de una fecha"],
    ["u-ab-it", "/goal Cargar los carros para ayer", "ya pasó"],
    ["u-tv-it@teams", "goal Charger avant le 31 février", "n'existe pas au calendrier"],
    ["u-tv-it@teams", "goal Charger le 14 mai ou le 21 mai", "plusieurs dates"],
    ["u-tv-it", "/goal Charger pour hier", "est passé"],
  ] as const;

  test.each(cases)(
    "%s types “%s” and is asked in the form, in their language",
    async (who, typed, why) => {
      const { form } = await program.as(who).say(typed);

      expect(String(hintsOf(form)["due"])).toContain(why);
      expect(String(valuesOf(form)["title"])).toMatch(/^(?:Carts|Cargar|Charger)/u);
    },
  );

  test("is said at its input in a form of Teams, with no word on the one before", async () => {
    await librarian.say("goal Carts charge by 31 February");

    const { problems, form } = await librarian.submit({ due: "yesterday" });

    expect(problems).toEqual({
      due: "Mon 1 March 2027 has passed. Choose today or a later day.",
    });
    expect(form?.text).not.toContain("31 February");
    expect(answer(await librarian.submit({ due: "May 14" }))).toContain("14 May 2027");
  });
});

describe("40,000 characters of dates", () => {
  const dates = "May 14 to June 3, tomorrow or Friday, ".repeat(1053).trim();

  test.each([
    ["u-tv-lib@teams", "away"],
    ["u-ab-it", "/liaison closed"],
    ["u-tv-it", "/liaison pause"],
  ])("from %s behind “%s” are given back unread", async (who, command) => {
    const seen = answer(await program.as(who).say(`${command} ${dates}`));

    expect(seen).toMatch(/40\d{3}/u);
    expect(seen.replaceAll("\n", " ")).toContain(dates.slice(0, 1_000));
  });
});

describe("words that are no command", () => {
  test.each([
    ["u-tv-lib@teams", "chekin", "Do you mean one of these?\nchekin\nOur check-in\n"],
    ["u-tv-lib@teams", "goal edit 41 by June 2", "Did you mean a command, or a goal called"],
    ["u-ab-it", "/goal hecho g-09", "¿Querías un comando o una meta"],
    ["u-tv-it@teams", "goal terminé 24", "commande"],
  ])("%s types “%s” and is asked back", async (who, typed, said) => {
    const person = program.as(who);
    const seen = await person.say(typed);

    expect(answer(seen)).toContain(said);
    const card = seen.messages.at(-1);
    const pressed = await program.call("/control/press", {
      as: who,
      message: card?.id,
      button: card?.buttons[0]?.accessibleName,
    });
    expect(pressed.status).toBe(200);
    expect(JSON.stringify(pressed.body)).not.toMatch(/Do you mean|I do not know what you mean/u);
  });

  test("a goal of another team reads like one that does not exist", async () => {
    const of = async (id: string) => answer(await librarian.say(`goal edit ${id}`));

    const [theirs, nobodys] = [await of("g-05"), await of("g-999")];

    expect(theirs).toMatch(/^I can't find g-05 among the things you work on/u);
    expect(nobodys).toBe(theirs.replace("g-05", "g-999"));
  });
});

describe("a press", () => {
  test("of both accounts of one person at once, on both platforms, thanks once in each channel", async () => {
    const id = await logged("Cables are labelled");
    await librarian.say(`goal done ${id}`);
    const asked = await technician.message(id);
    const shown = (await technicianInTeams.say(`goal done ${id}`)).messages.at(-1);

    await Promise.allSettled([
      technician.press("goal.confirm", asked),
      technicianInTeams.press("goal.confirm", shown),
    ]);

    for (const [person, channel] of [
      [librarian, TEAMS_CHANNEL],
      [technician, SLACK_CHANNEL],
    ] as const) {
      const told = await person.messages(channel);
      expect(told.filter(({ text }) => text.includes(`Done by both sides: ${id}`))).toHaveLength(1);
    }
    expect((await technician.message(id)).buttons).toEqual([]);
  });

  test("on a form in Teams whose goal was removed keeps what was typed, for a new goal", async () => {
    const id = await logged("Shelves are lit");
    await technicianInTeams.say(`goal edit ${id}`);
    await librarian.say(`goal ${id}`);
    await librarian.press("goal.undo");

    const { form } = await technicianInTeams.submit({ title: "Shelves are lit and dusted" });

    expect(form?.text).toContain(id);
    expect(valuesOf(form)).toMatchObject({ title: "Shelves are lit and dusted" });
    expect(answer(await technicianInTeams.submit({}))).toContain("Shelves are lit and dusted");
  });
});
