import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { goalsFeature } from "../../../src/features/goals/index.ts";
import { channelOf, openLiaison, type Actor, type Rig } from "../../rig/index.ts";

let rig: Rig;
let librarian: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [goalsFeature] });
  librarian = rig.as("u-ab-lib");
});
afterEach(async () => {
  await rig.close();
});

const goalsOf = async (...partnershipIds: string[]) =>
  await rig.stores.goals.list({ partnershipIds, page: { skip: 0, limit: 100 } });

describe("a sentence after /goal", () => {
  test("is saved at once and confirmed privately, with the date as it was read", async () => {
    await librarian.say("goal Every fourth grader can cite a source by May 14", channelOf("s-ab"));

    expect(await rig.stores.goals.find("g-41")).toMatchObject({
      partnershipId: "p-ab",
      ownerId: "u-ab-lib",
      department: "library",
      title: "Every fourth grader can cite a source",
      horizon: "short",
      start: "2027-03-02",
      due: "2027-05-14",
      status: "not_started",
    });
    expect(librarian.card().title).toBe(
      "Saved as goal g-41: Every fourth grader can cite a source",
    );
    expect(librarian.words()).toContain("Due: Fri 14 May 2027, read from “May 14”");
    expect(rig.messages().every((message) => message.private)).toBe(true);
  });

  test("delivered twice makes one goal", async () => {
    await librarian.say("goal Cite sources by May 14");
    await librarian.again();

    expect((await goalsOf("p-ab")).total).toBe(15);
  });

  test("without a date has none and is short-term", async () => {
    await librarian.say("goal Coding");

    expect(await rig.stores.goals.find("g-41")).toMatchObject({ due: null, horizon: "short" });
    expect(librarian.words()).toContain("Due: No date");
  });

  test("due more than 12 weeks ahead is long-term", async () => {
    await librarian.say("goal Makerspace open every day by 20 September");

    expect((await rig.stores.goals.find("g-41"))?.horizon).toBe("long");
  });

  test.each([
    "Tell <!channel> about *bold* and _plain_ books",
    "@everyone reads & writes",
    "👩🏽‍🏫 reads with 👨‍👩‍👧",
    "كل تلميذ يعرف كيف يذكر المصدر",
  ])("%s is stored and shown as it was typed", async (title) => {
    await librarian.say(`goal ${title}`);

    expect((await rig.stores.goals.find("g-41"))?.title).toBe(title);
    expect(librarian.card().title).toContain(title);
  });

  test("that begins with a subcommand's word is a title", async () => {
    await librarian.say("goal List of books updated by May 14");

    expect((await rig.stores.goals.find("g-41"))?.title).toBe("List of books updated");
  });

  test("is read in the person's language", async () => {
    const technician = rig.as("u-ab-it");

    await technician.say("goal Todas las salas con insignias para el 14 de mayo");

    expect(await rig.stores.goals.find("g-41")).toMatchObject({
      title: "Todas las salas con insignias",
      department: "it",
      due: "2027-05-14",
    });
    expect(technician.card().title).toMatch(/^Guardada como meta g-41/u);
  });
});

describe("what cannot be saved as it stands is asked for with the text in it", () => {
  test("two dates are refused until one is chosen", async () => {
    await librarian.say("goal Read by May 14 and write by May 21");
    await librarian.submit();

    expect(librarian.problems()).toEqual({
      due: "I found more than one date: Fri 14 May 2027 and Fri 21 May 2027. Write the one it is due.",
    });

    await librarian.submit({ due: "Fri 14 May 2027" });

    expect((await rig.stores.goals.find("g-41"))?.due).toBe("2027-05-14");
  });

  test("a date without a goal", async () => {
    await librarian.say("goal by May 14");
    await librarian.submit();

    expect(librarian.problems()).toEqual({ title: "Write the goal in a few words." });

    await librarian.submit({ title: "Cite sources" });

    expect(await rig.stores.goals.find("g-41")).toMatchObject({
      title: "Cite sources",
      due: "2027-05-14",
    });
  });

  test("more than a title holds goes on in the reason", async () => {
    const words = Array.from({ length: 100 }, (_, n) => `word${String(n)}`).join(" ");

    await librarian.say(`goal ${words}`);
    await librarian.submit();

    const goal = await rig.stores.goals.find("g-41");
    expect(`${goal?.title ?? ""} ${goal?.why ?? ""}`).toBe(words);
  });

  test("a mistyped subcommand is asked back, and either answer works", async () => {
    await librarian.say("goal lsit");
    await librarian.press("Log it as a goal");

    expect((await rig.stores.goals.find("g-41"))?.title).toBe("lsit");

    await librarian.say("goal lsit");
    await librarian.press("/goal list");

    expect(librarian.card().title).toBe("Open goals");
  });
});

describe("who may log where", () => {
  test("a partner of two schools is asked which one, unless the channel tells", async () => {
    await rig.stores.partnerships.update("p-tv", (partnership) => ({
      ...partnership,
      itIds: [...partnership.itIds, "u-ab-it"],
    }));
    const technician = rig.as("u-ab-it");

    await technician.say("goal Carts come back charged");
    await technician.submit();
    expect(technician.problems()).toEqual({ school: "¿Para qué escuela es?" });
    await technician.submit({ school: "p-tv" });
    await technician.say("goal Carts are counted", channelOf("s-ab"));

    expect(await rig.stores.goals.find("g-41")).toMatchObject({ partnershipId: "p-tv" });
    expect(await rig.stores.goals.find("g-42")).toMatchObject({ partnershipId: "p-ab" });
  });

  test("a form that names somebody else's partnership is not believed", async () => {
    await librarian.say("goal");
    const form = librarian.form();
    rig.platform.forms.set(librarian.address, {
      form: { ...form, context: "|p-tv|short||" },
      instance: "forged",
      via: "{}",
    });

    await librarian.submit({ title: "Mine" });

    expect((await goalsOf("p-tv")).total).toBe(14);
    expect(librarian.problems()).toHaveProperty("school");
  });
});

describe("the form", () => {
  test("says whom it is for and saves everything that was filled in", async () => {
    await librarian.say("goal add", channelOf("s-ab"));
    expect(librarian.form().inputs[0]).toMatchObject({
      type: "note",
      text: "For Alder Bend Elementary, Library side.",
    });
    await librarian.submit({
      title: "Every fourth grader can cite a source",
      due: "in 3 weeks",
      horizon: "long",
      why: "Citing is a habit",
      unit: "pupils who cite, in percent",
      baseline: "40",
      target: "90",
      serves: "p-ab/0",
    });

    expect(await rig.stores.goals.find("g-41")).toMatchObject({
      ownerId: "u-ab-lib",
      due: "2027-03-23",
      horizon: "long",
      why: "Citing is a habit",
      measure: { unit: "pupils who cite, in percent", baseline: "40", target: "90" },
      servesSchoolGoal: "Every child reads to learn by grade 4",
    });
  });

  test("says while it is open how it reads the date, and the term follows it", async () => {
    await librarian.say("goal");

    await librarian.change({ title: "Cite sources", due: "20 September" });

    expect(librarian.form().inputs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "title", value: "Cite sources" }),
        expect.objectContaining({ id: "due", reading: "I read this as Mon 20 September 2027." }),
        expect.objectContaining({ id: "horizon", value: "long" }),
      ]),
    );
  });

  test("leaves a term alone that somebody chose", async () => {
    await librarian.say("goal");

    await librarian.change({ horizon: "long" });
    await librarian.change({ due: "May 14" });

    expect(librarian.form().inputs).toContainEqual(
      expect.objectContaining({ id: "horizon", value: "long" }),
    );
  });

  test("sent twice makes one goal", async () => {
    await librarian.say("goal");
    await librarian.submit({ title: "Cite sources" });
    await librarian.twice();

    expect((await goalsOf("p-ab")).total).toBe(15);
  });

  test("opens from a message with its text as the goal", async () => {
    await librarian.shortcut("log_as_goal", "We should cite sources by May 14");
    await librarian.submit();

    expect(await rig.stores.goals.find("g-41")).toMatchObject({
      title: "We should cite sources",
      due: "2027-05-14",
    });
  });

  test("opens empty from a shortcut without a message", async () => {
    await librarian.shortcut("log_as_goal", "");

    expect(librarian.form().title).toBe("Log a goal");
  });
});
