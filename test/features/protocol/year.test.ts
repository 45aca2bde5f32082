import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { NO_ANSWERS, writeSurvey } from "../../../src/reflection/reflection.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const cycle = async (label = "2026-27") => await rig.stores.cycles.find(`p-ab/${label}`);

async function decideAll() {
  const decisions = {
    "g-03": { outcome: "carried_over" },
    "g-04": { outcome: "stopped", reason: "The district moves to another page builder" },
    "g-05": { outcome: "closed" },
    "g-07": { outcome: "closed" },
    "g-09": { outcome: "carried_over" },
    "g-12": { outcome: "carried_over" },
    "g-14": { outcome: "carried_over" },
  };
  await librarian.say("year");
  for (const [id, answers] of Object.entries(decisions)) {
    await librarian.press(`Decide: ${id}`);
    await librarian.submit(answers);
  }
}

describe("the end of a year", () => {
  test("asks about every open goal, and a stop needs a thing, not a person", async () => {
    await librarian.say("year");
    expect(librarian.words()).toContain("Still to decide\ng-04");
    await librarian.press("Decide: g-04");
    await librarian.submit({ outcome: "stopped" });

    expect(librarian.problems()["reason"]).toContain("a thing, not a person");
  });

  test("closes with both yeses to the same decisions, and goes on in the next year", async () => {
    await decideAll();
    await librarian.press("Close the year 2026-27");
    expect((await cycle())?.state).not.toBe("cycle_closed");
    expect(technician.card().title).toContain("quiere cerrar el año 2026-27");

    await technician.press("Cerrar el año 2026-27");

    expect((await cycle())?.state).toBe("cycle_closed");
    expect((await rig.stores.partnerships.find("p-ab"))?.cycle).toBe("2027-28");
    expect((await cycle("2027-28"))?.state).toBe("not_started");
    expect(await rig.stores.goals.find("g-04")).toMatchObject({
      status: "stopped",
      stoppedReason: "The district moves to another page builder",
    });
    expect(await rig.stores.goals.find("g-05")).toMatchObject({ status: "done" });
    expect(await rig.stores.goals.find("g-12")).toMatchObject({ status: "carried_over" });
    const fresh = (await cycle())?.decisions.find(({ goalId }) => goalId === "g-12")?.carriedTo;
    expect(await rig.stores.goals.find(fresh ?? "")).toMatchObject({
      status: "not_started",
      title: "K-2 pupils sign in with a badge",
      due: "2027-04-02",
    });
    expect(await rig.stores.items.find("a-24")).toMatchObject({ goalId: fresh });
    expect(await rig.stores.items.find("a-23")).toMatchObject({ goalId: "g-12" });
    expect(rig.messages({ kind: "year.closed" })).toHaveLength(1);
  });

  test("a decision changed after a yes is asked about again", async () => {
    await decideAll();
    await librarian.press("Close the year 2026-27");
    const asked = rig.messages({ kind: "year.ask" }).at(-1);
    await technician.press("Cambiar: g-12", asked);
    await technician.submit({ outcome: "closed" });
    await technician.press("Cerrar el año 2026-27");

    expect((await cycle())?.state).not.toBe("cycle_closed");
    expect(librarian.card().title).toContain("would like to close the year 2026-27");
    await librarian.press("Close the year 2026-27");
    expect((await cycle())?.state).toBe("cycle_closed");
  });

  test("what a crash cut short is carried out on start, once", async () => {
    await decideAll();
    await rig.stores.cycles.update("p-ab/2026-27", (current) => ({
      ...current,
      state: "cycle_closed",
      closedAt: new Date("2027-03-02T15:00:00Z"),
    }));
    await rig.restart();
    await rig.restart();

    expect((await rig.stores.partnerships.find("p-ab"))?.cycle).toBe("2027-28");
    const { rows } = await rig.stores.goals.list({
      partnershipIds: ["p-ab"],
      statuses: ["not_started"],
      page: { skip: 0, limit: 50 },
    });
    expect(rows).toHaveLength(4);
  });

  test("the closed year stays readable, and its buttons change nothing", async () => {
    await decideAll();
    await librarian.press("Close the year 2026-27");
    const asked = rig.messages({ kind: "year.ask" }).at(-1);
    await technician.press("Cerrar el año 2026-27", asked);
    await librarian.say("year past");
    await librarian.press("Open the year: 2026-27");

    expect(librarian.words()).toContain(
      "g-12: K-2 pupils sign in with a badge\ng-12 goes on as g-",
    );
    expect(librarian.words()).toContain("A calm August");
    await librarian.say("protocol");
    expect(librarian.card().title).toBe("Alder Bend Elementary, 2027-28: Meeting 1 comes next");
  });
});

describe("whoever comes after somebody", () => {
  const PRIVATE = ["A draft of an answer", "An answer that was sent", "What makes my weeks hard"];

  test("gets the goals and the plan, and nothing that was private", async () => {
    const [, sent] = await Promise.all([
      rig.stores.reflections.update("rf/g-13/2027-02-24", (open) =>
        writeSurvey(open, "u-ab-it", { ...NO_ANSWERS, helped: "A draft of an answer" }, null),
      ),
      rig.stores.goals.update("g-14", (goal) => ({ ...goal, status: "draft" })),
      rig.stores.perspectives.add({
        id: "p-ab/u-ab-it",
        partnershipId: "p-ab",
        personId: "u-ab-it",
        load: "What makes my weeks hard",
        busy: "",
        limits: "",
        writtenAt: new Date("2027-03-01T15:00:00Z"),
        readByIds: [],
      }),
    ]);
    expect(sent?.status).toBe("draft");
    const successor = rig.as("u-ab-t4");
    await librarian.say("setup");
    await librarian.submit({ it: [successor.address] });
    await successor.press("Accept");
    const from = rig.platform.posted.length;
    const heard: string[] = [];
    const opens = async (command: string, press = "") => {
      await successor.say(command);
      if (press) await successor.press(press);
      if (rig.platform.forms.has(successor.address)) heard.push(JSON.stringify(successor.form()));
    };
    await opens("reflect g-13", "survey.open");
    await opens("goal list all");
    await opens("goal g-14");
    await opens("sheet");
    await opens("plan");
    // The one who left had sent theirs, too, before both were in.
    await rig.stores.reflections.update("rf/g-13/2027-02-24", (open) => ({
      ...open,
      status: "answers_open",
      surveys: [
        {
          personId: "u-ab-it",
          answers: { ...NO_ANSWERS, helped: "An answer that was sent" },
          sentAt: new Date("2027-03-01T15:00:00Z"),
        },
      ],
    }));
    await opens("reflect g-13");
    await successor.press("answers.read");
    const words = rig.platform.posted
      .slice(from)
      .filter(({ to }) => to === successor.address)
      .map(({ card }) => wordsOf(card));

    const all = [...heard, ...words].join("\n");
    for (const secret of PRIVATE) expect(all).not.toContain(secret);
    expect(all).toContain("K-2 pupils sign in with a badge");
    expect(all).not.toContain((await rig.stores.goals.find("g-14"))?.title ?? "?");
    await technician.say("plan");
    expect(technician.words()).not.toContain("badge");
  });
});

describe("between the two sides", () => {
  test("promises given and kept are counted both ways, for the partners only", async () => {
    await librarian.say("balance");
    expect(librarian.words()).toContain("The library to IT: 7 given, 6 kept");
    expect(librarian.words()).toContain("IT to the library: 7 given, 6 kept");

    const principal = rig.as("u-ab-prin");
    await principal.say("balance");
    expect(principal.card().title).toContain("you are not in one yet");
  });

  test("a working agreement has three to five lines, and both sides' yes to the same words", async () => {
    await librarian.say("agreement");
    await librarian.press("Write it");
    await librarian.submit({ lines: "One line only" });
    expect(librarian.problems()["lines"]).toBe("Write 3 to 5 lines, each one idea.");
    await librarian.submit({
      lines:
        "- We answer within two days\n- We name things, not people\n- We bring something to share",
    });
    expect(technician.words()).toContain("We name things, not people");
    await technician.press("De acuerdo");

    expect((await cycle())?.working?.agreeing.said).toHaveLength(2);
    expect(librarian.card().title).toBe("Both sides agree on how they work together");
    await librarian.say("agreement");
    await librarian.press("Change it");
    await librarian.submit({ lines: "One\nTwo\nThree" });
    expect((await cycle())?.working?.agreeing.said).toHaveLength(1);
  });
});
