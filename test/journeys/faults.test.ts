/** Bad input, presses that come too late or from the wrong person, and a Slack that has a bad day. */

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Seen, SeenForm, SeenMessage } from "../../playground/contract.ts";
import { startProgram, type Program, type Someone } from "./program.ts";
import { answer, hintsOf, marked, valuesOf } from "./seen.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = "#alder-library-tech";
const MINUTES = 60_000;

let program: Program;
let librarian: Someone;
let technician: Someone;

beforeAll(async () => {
  program = await startProgram();
  librarian = program.as(LIBRARIAN);
  technician = program.as(TECHNICIAN);
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

async function logged(person: Someone, title: string): Promise<{ id: string; card: SeenMessage }> {
  const { messages } = await person.say(`/goal ${title}`);
  const card = messages.at(-1);
  const id = /Saved as goal (?<id>g-\d+)/u.exec(card?.text ?? "")?.groups?.["id"];
  if (!card || !id) throw new Error(`“${title}” was not logged: ${card?.text ?? "no answer"}`);
  return { id, card };
}

describe("a title", () => {
  test.each([
    ["a ping", "Answer <!channel> and <@U0ABIT000> at once"],
    ["pings as they are typed", "Tell @everyone and @here about the carts"],
    ["formatting", "Read *bold* _words_ and `code` ~daily~"],
    ["signs", "Books & films: 5 < 6 > 4 &amp; more"],
    ["emoji", "Shelves 📚 for 👩🏽‍🏫 and 🇨🇦"],
    ["right-to-left text", "المكتبة مفتوحة للجميع"],
  ])("with %s is kept and shown as it was typed, and rings nobody", async (_, title) => {
    const { id, card } = await logged(librarian, `${title} by May 14`);

    expect(card.text).toContain(`${id}: ${title}`);
    expect(card.text).toContain("14 May 2027");
    await librarian.say(`/goal done ${id}`);
    await technician.press("goal.confirm", await technician.message(id));
    const thanks = await librarian.message(`Done by both sides: ${id}`);
    expect(thanks.text).toContain(title);
    expect(marked(thanks.raw)).not.toEqual([]);
    expect(marked(thanks.raw).join("\n")).not.toMatch(/<[!@#]/u);
    const { form } = await librarian.say(`/goal edit ${(await logged(librarian, title)).id}`);
    expect(valuesOf(form)).toMatchObject({ title });
  });

  test("that is empty is asked for, and the date that was typed is there", async () => {
    const { form } = await librarian.say("/goal by May 14");

    expect(form?.text).toMatch(/^Nothing is saved yet/u);
    expect(valuesOf(form)).toMatchObject({ title: null, due: "May 14" });
    const { problems } = await librarian.submit({ title: " \u200b " });
    expect(problems).toEqual({ title: "Write the goal in a few words." });
  });

  test("of 5,000 characters comes back whole, with what a goal takes", async () => {
    const long = "many books ".repeat(455).trim();

    const { messages } = await librarian.say(`/goal ${long}`);

    const text = messages.map((message) => message.text).join("\n");
    expect(text).toMatch(/^That is 5004 characters, too many for one goal, and I saved nothing/u);
    expect(text).toContain("at most 200 characters");
    expect(text.match(/many books/gu)?.length).toBeGreaterThanOrEqual(455);
  });

  test("that is too long for one is split for the person to mend, and nothing is lost", async () => {
    const { form } = await librarian.say(`/goal ${"some words ".repeat(30)}by May 14`);

    const { title, why, due } = valuesOf(form);
    expect(form?.text).toMatch(/You wrote \d+ characters .* Nothing is saved yet/u);
    expect(`${String(title)} ${String(why)}`.match(/some words/gu)).toHaveLength(30);
    expect(due).toBe("May 14");
  });
});

describe("a date", () => {
  test.each([
    ["Carts charge by May 14 or May 21", "I found more than one date: Fri 14 May 2027 and"],
    ["Carts charge tomorrow or next Friday", "I found more than one date: Wed 3 March 2027 and"],
    ["Carts charge by 31 February", "There is no “31 February” in the calendar. Check the day."],
    ["Carts charge by May 14, 2024", "Tue 14 May 2024 has passed. Choose today or a later day."],
  ])("%j saves nothing, says why, and keeps the words", async (sentence, why) => {
    const { form, messages } = await librarian.say(`/goal ${sentence}`);

    expect(messages).toEqual([]);
    expect(form?.text).toMatch(/^Nothing is saved yet/u);
    expect(String(hintsOf(form)["due"])).toContain(why);
    expect(valuesOf(form)["title"]).toMatch(/^Carts charge/u);
  });

  test.each([
    ["May 14 or May 21", /^I found more than one date/u],
    ["31 February", /^There is no “31 February”/u],
    ["yesterday", /has passed\. Choose today or a later day/u],
    ["when it rains", /^I can't read a date in “when it rains”\. Write it like May 14/u],
  ])("%j in the form is answered at its input, and the form stays as it is", async (due, why) => {
    await librarian.say("/goal");

    const { problems, form } = await librarian.submit({ title: "Carts charge", due });

    expect(Object.keys(problems ?? {})).toEqual(["due"]);
    expect(problems?.["due"]).toMatch(why);
    expect(valuesOf(form)).toMatchObject({ title: "Carts charge", due });
  });

  test("before the goal started is refused, and the form stays", async () => {
    await librarian.say("/goal edit g-04");

    const { problems } = await librarian.submit({ due: "January 4, 2021" });

    expect(problems?.["due"]).toMatch(
      /^Mon 4 January 2021 (has passed|is before the goal starts)/u,
    );
  });
});

describe("words that are no command", () => {
  test.each([
    ["/liaison chekin", /Do you mean one of these\?\nchekin\nOur check-in\n/u],
    ["/liaison plann", /Do you mean one of these\?\nplann\nOur plan\n/u],
    ["/goal lst", /Did you mean a command, or a goal called “lst”\?\nNothing is saved yet/u],
  ])("%s is answered with the nearest one, one press away", async (typed, said) => {
    const seen = await librarian.say(typed);

    expect(answer(seen)).toMatch(said);
    const [nearest] = seen.messages.at(-1)?.buttons ?? [];
    const next = await librarian.press(nearest?.label ?? "", seen.messages.at(-1));
    expect(next.messages.concat(await librarian.messages()).at(-1)?.from).toBe("bot");
    expect(answer(next)).not.toMatch(/Do you mean|I do not know what you mean/u);
  });

  test("a goal of another team reads like one that does not exist", async () => {
    const of = async (id: string) => answer(await librarian.say(`/goal edit ${id}`));

    const [theirs, nobodys] = [await of("g-20"), await of("g-999")];

    expect(theirs).toBe(
      "I can't find g-20 among the things you work on. Check the number, or look into /goal list or /liaison plan.",
    );
    expect(nobodys).toBe(theirs.replace("g-20", "g-999"));
  });
});

describe("a button", () => {
  test("pressed on an older card says that it was settled, and changes nothing", async () => {
    const [first, second] = [
      await technician.say("/liaison item a-24"),
      await technician.say("/liaison item a-24"),
    ];

    const done = await technician.press("item.done", first.messages.at(-1));
    const again = await technician.press("item.done", second.messages.at(-1));

    expect(answer(done)).toContain("Hecho. Gracias.");
    expect(answer(again)).toContain("Ya estaba cerrada. Nada cambió.");
  });

  test("pressed twice at once thanks once", async () => {
    const { id } = await logged(librarian, "Cables are labelled");
    await librarian.say(`/goal done ${id}`);
    const asked = await technician.message(id);

    await Promise.allSettled([
      technician.press("goal.confirm", asked),
      technician.press("goal.confirm", asked),
    ]);

    const thanks = (await librarian.messages(CHANNEL)).filter(({ text }) =>
      text.includes(`Done by both sides: ${id}`),
    );
    expect(thanks).toHaveLength(1);
  });

  test("of a removed goal says so, and offers to log it again", async () => {
    const { id, card } = await logged(librarian, "Lamps are on");
    const older = (await librarian.say(`/goal show ${id}`)).messages.at(-1);

    await librarian.press("goal.undo", card);
    const late = await librarian.press("goal.edit", older);

    expect(answer(late)).toContain(`Goal ${id} was removed`);
    expect(answer(late)).toContain("Lamps are on");
  });
});

test("a form sent after its goal was removed keeps what was typed and logs it as a new goal", async () => {
  const { id, card } = await logged(librarian, "Shelves are lit");
  const { form } = await librarian.press("goal.edit", card);
  await librarian.press("goal.undo", card);
  const submit = async () =>
    (
      await program.call("/control/submit", {
        as: LIBRARIAN,
        form: form?.id,
        answers: { title: "Shelves are lit and dusted" },
      })
    ).body as Seen;

  const first = await submit();

  expect(first.form?.text).toContain(`Goal ${id} was removed while you were writing`);
  expect(valuesOf(first.form)).toMatchObject({ title: "Shelves are lit and dusted" });
  const screen = (await program.call(`/control/screen?as=${LIBRARIAN}`)).body as {
    readonly form: SeenForm | null;
  };
  const { body } = await program.call("/control/submit", {
    as: LIBRARIAN,
    form: screen.form?.id,
    answers: {},
  });
  expect(answer(body as Seen)).toMatch(/Saved as goal g-\d+: Shelves are lit and dusted/u);
});

describe("when Slack", () => {
  test.each(["429", "503", "timeout-after-accept"])(
    "answers %s, a message arrives once",
    async (kind) => {
      const { id } = await logged(librarian, `Every cart has a name (${kind})`);
      await program.fault(kind, 1, "goal.confirm");
      await program.fault(kind, 1, "goal.thanks");

      await librarian.say(`/goal done ${id}`);
      const asked = (await technician.messages()).filter(({ text }) => text.includes(id));
      await technician.press("goal.confirm", asked.at(-1));

      expect(asked).toHaveLength(1);
      const thanks = (await librarian.messages(CHANNEL)).filter(({ text }) => text.includes(id));
      expect(thanks.filter(({ from, to }) => from === "bot" && to === null)).toHaveLength(1);
    },
  );
});

describe("at the other school", () => {
  test("an archived channel is told to both partners once, in a direct message, with the remedy", async () => {
    const [lead, manager] = [program.as("u-tv-lib"), program.as("u-tv-it")];
    await program.call("/control/archive", { channel: "tvhs-library-tech", archived: true });
    for (const title of ["Groups have dates", "Loans are counted"]) {
      const { id } = await logged(lead, title);
      await lead.say(`/goal done ${id}`);
      await manager.press("goal.confirm", await manager.message(id));
    }

    const told = (await lead.messages("dm")).filter(({ text }) => text.includes("can't post"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/It may be archived.*\/liaison setup.*plan are safe/su);
    const theirs = (await manager.messages("dm")).filter(({ text }) =>
      text.includes("/liaison setup"),
    );
    expect(theirs).toHaveLength(1);
    await program.call("/control/archive", { channel: "tvhs-library-tech", archived: false });
  });

  test("a colleague who was deactivated hears nothing more, and the partner hears it once", async () => {
    const lead = program.as("u-tv-lib");
    await program.call("/control/deactivate", { person: "u-tv-its", deactivated: true });
    const { id } = await logged(lead, "Chargers are back");

    await lead.say(`/goal done ${id}`);

    const told = (await lead.messages("dm")).filter(({ text }) =>
      text.includes("is no longer reached"),
    );
    expect(told).toHaveLength(1);
    const sent = (await program.as("u-tv-its").messages("dm")).map(({ text }) => text).join("\n");
    expect(sent).not.toContain(id);
  });
});

test("someone in the channel who is no partner may not answer the check-in's questions", async () => {
  const principal = program.as("u-ab-prin");
  await program.call("/control/membership", {
    channel: "alder-library-tech",
    person: "u-ab-prin",
    member: true,
  });
  const sent = await program.clock("2027-03-10T21:25:00Z");
  const asked = sent.find(
    ({ channel, buttons }) =>
      channel === "C0AB00000" && buttons.some(({ action }) => action.startsWith("check_in.held")),
  );

  const refused = await principal.press("check_in.held", asked);
  const accepted = await librarian.press("check_in.held", asked);

  expect(answer(refused)).toBe(
    "This is only for the partners of the team it belongs to, or it is no longer there. Nothing was changed.",
  );
  expect(refused.messages.at(-1)).toMatchObject({ to: "u-ab-prin", private: true });
  expect(accepted.messages.find((message) => message.id === asked?.id)?.text).toMatch(/Held\nyes/u);
});
