/** Reflect for Revision from the first answer to the plan's next version (AC-22, AC-23, AC-25). */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const ANSWERS = { met: "met", improve: "Start sooner", finish: "send" };

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

const agree = async () => {
  await librarian.say("plan agree");
  await librarian.press("Agree");
  await technician.press("De acuerdo");
};
const finish = async (goalId: string) => {
  await technician.say(`goal done ${goalId}`);
  await librarian.press("Yes, done");
};
const bothAnswer = async () => {
  await rig.advanceTo("2027-03-03T14:10:00Z");
  for (const who of [librarian, technician]) {
    const sent = rig
      .messages({ kind: "survey.invitation", to: who.address })
      .find(({ key }) => key?.includes("g-09"));
    await who.press("survey.open", sent);
    await who.submit(ANSWERS);
  }
};
const offer = () => rig.messages({ kind: "joint.offer" }).find(({ key }) => key?.includes("g-09"));
const state = () => rig.messages({ kind: "joint.text" }).at(-1);
const confirmed = () => rig.messages({ kind: "joint.confirmed" }).at(-1);
const write = async (answers: Readonly<Record<string, string>>) => {
  await librarian.press("joint.edit", offer());
  await librarian.submit(answers);
};
const confirmBoth = async () => {
  for (const who of [librarian, technician]) {
    await who.press("joint.open", state());
    // Whoever wrote it said yes by saving it.
    if (buttonsOf(who.card()).some(({ action }) => action === "joint.confirm"))
      await who.press("joint.confirm");
  }
};
const cycle = async () => await rig.stores.cycles.find("p-ab/2026-27");

describe("Meeting 3 for g-09 (AC-25)", () => {
  beforeEach(async () => {
    await agree();
    await finish("g-09");
    await bothAnswer();
  });

  test("one writes, the other edits, both confirm: the next version shows old and new", async () => {
    await write({ agreed: "Count at noon", decision: "revise", nextStep: "Label the bays" });
    await technician.press("joint.edit", state());
    await technician.submit({ agreed: "Count at noon and at three" });
    const rows = await rig.stores.reflections.ofGoal("g-09");
    expect(rows[0]?.joint?.confirmedByIds).toEqual(["u-ab-it"]);
    await confirmBoth();

    expect((await cycle())?.versions).toMatchObject([
      { number: 1 },
      { number: 2, agreed: [{ personId: "u-ab-it" }, { personId: "u-ab-lib" }] },
    ]);
    // g-13 of the demo still waits for its answers: only g-09 is taken up.
    expect((await cycle())?.reflecting).toEqual(["rf/g-13/2027-02-24"]);
    await librarian.press("Show old and new", confirmed());
    expect(librarian.words()).toContain("g-09: Tablet carts come back counted and charged");
    expect(librarian.words()).toContain("What we agreed: Count at noon and at three");
    expect(librarian.words()).toContain("Decision: Revise");
    expect(librarian.words()).toContain("What we agreed: (nothing)");
  });

  test("the plan as it stands is that version, so nobody is asked to agree to it again", async () => {
    await write({ agreed: "As it is", decision: "continue" });
    await confirmBoth();
    await librarian.say("plan agree");
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).not.toContain("Agree");
    expect(librarian.words()).toContain("version 2");
  });

  test("retired, the goal stays readable, leaves the plan, and nothing of it is nagged about", async () => {
    await write({ agreed: "It is a habit now", decision: "retire" });
    await confirmBoth();
    await librarian.press("Show old and new", confirmed());
    expect(librarian.words()).toMatch(/g-09.*Tablet carts/u);
    const { rows } = await rig.stores.items.list({
      partnershipIds: ["p-ab"],
      goalIds: ["g-09"],
      statuses: ["open", "blocked", "snoozed"],
      page: { skip: 0, limit: 20 },
    });
    expect(rows).toEqual([]);
    await librarian.say("goal show g-09");
    expect(librarian.words()).toContain("Tablet carts come back counted");
  });

  test("the next step both confirmed is an action with one press, once, and asks for no new yes", async () => {
    await write({
      agreed: "Count at noon",
      decision: "revise",
      nextStep: "Label the bays",
      nextOwner: "u-ab-it",
      nextPlan: "First quiet Friday",
      nextDue: "March 26",
    });
    await confirmBoth();
    await technician.press("joint.step", confirmed());
    await librarian.press("joint.step", confirmed());

    const { rows } = await rig.stores.items.list({
      partnershipIds: ["p-ab"],
      goalIds: ["g-09"],
      page: { skip: 0, limit: 20 },
    });
    expect(rows.filter(({ title }) => title === "Label the bays")).toMatchObject([
      { ownerId: "u-ab-it", plan: "First quiet Friday", due: "2027-03-26", direction: "own_work" },
    ]);
    await librarian.say("plan agree");
    expect(librarian.words()).toContain("version 2");
  });

  test("a press on an older text of the next step does not count for the newer one", async () => {
    await write({ agreed: "Count at noon", nextStep: "Label", nextDue: "March 26" });
    await technician.press("joint.edit", state());
    await technician.submit({ nextDue: "9 de abril" });
    const rows = await rig.stores.reflections.ofGoal("g-09");
    expect(rows[0]?.joint).toMatchObject({ nextDue: "2027-04-09", confirmedByIds: ["u-ab-it"] });
  });

  test("no word of it stands in the channel or reaches a supervisor", async () => {
    await write({ agreed: "Count at noon", decision: "revise", nextStep: "Label the bays" });
    await confirmBoth();
    for (const { card, to } of rig.messages())
      if (to !== librarian.address && to !== technician.address)
        expect(wordsOf(card)).not.toMatch(/Count at noon|Label the bays/u);
    await rig.as("u-ab-prin").press("joint.step", confirmed());
    await rig.as("u-ab-prin").press("Show old and new", confirmed());
    expect(rig.as("u-ab-prin").words()).not.toMatch(/Count at noon|Label the bays/u);
  });
});

test("a column both confirmed makes no plan agreed that nobody agreed to", async () => {
  await finish("g-09");
  await bothAnswer();
  await write({ agreed: "Count at noon", decision: "continue" });
  await confirmBoth();

  expect((await cycle())?.versions).toEqual([]);
  expect((await cycle())?.lookedBack).toMatchObject([{ goalId: "g-09", agreed: "Count at noon" }]);
  expect(wordsOf(confirmed()?.card ?? { title: "", body: [] })).toContain("not agreed yet");
  await librarian.say("plan versions");
  expect(librarian.words()).toContain("No version");
  await librarian.say("plan share");
  expect(librarian.words()).not.toContain("Version 1");

  await agree();
  expect((await cycle())?.versions).toMatchObject([{ number: 1 }]);
  const [version] = (await cycle())?.versions ?? [];
  const frozen = await rig.stores.planTexts.find(version?.textId ?? "");
  expect(frozen?.goals.find(({ id }) => id === "g-09")?.joint?.agreed).toBe("Count at noon");
});

test("the form shows the goal, the row both agreed on, and how they work together", async () => {
  await librarian.say("agreement");
  await librarian.press("Write it");
  await librarian.submit({ lines: "We name things\nWe answer in two days\nWe bring cake" });
  await technician.press("De acuerdo");
  await agree();
  await rig.stores.goals.update("g-09", (goal) => ({ ...goal, measure: null }));
  await finish("g-09");
  await bothAnswer();
  await librarian.press("joint.edit", offer());
  const notes = JSON.stringify(librarian.form().inputs.filter(({ type }) => type === "note"));
  expect(notes).toContain("Tablet carts come back counted and charged each afternoon");
  expect(notes).toMatch(/The library supports IT: a-\d+/u);
  expect(notes).toContain("We bring cake");
});

test("what somebody offered becomes their promise with one press, once, and nobody else's", async () => {
  await finish("g-09");
  await rig.advanceTo("2027-03-03T14:10:00Z");
  for (const [who, offered] of [
    [librarian, "I count at noon"],
    [technician, ""],
  ] as const) {
    const sent = rig
      .messages({ kind: "survey.invitation", to: who.address })
      .find(({ key }) => key?.includes("g-09"));
    await who.press("survey.open", sent);
    await who.submit({ ...ANSWERS, offer: offered });
  }
  await technician.press("answers.read", offer());
  expect(buttonsOf(technician.card()).map(({ action }) => action)).not.toContain("answers.promise");
  await librarian.press("answers.read", offer());
  const answers = rig.messages({ to: librarian.address }).at(-1);
  await librarian.press("Promise what I offered", answers);
  await librarian.press("Promise what I offered", answers);

  const { rows } = await rig.stores.items.list({
    partnershipIds: ["p-ab"],
    goalIds: ["g-09"],
    page: { skip: 0, limit: 20 },
  });
  expect(rows.filter(({ title }) => title === "I count at noon")).toMatchObject([
    { ownerId: "u-ab-lib", direction: "library_supports_it", status: "open" },
  ]);
});

test("goals finished within 10 working days share one meeting (AC-22)", async () => {
  await finish("g-09");
  const [later] = await rig.stores.reflections.ofGoal("g-09");
  const [first] = await rig.stores.reflections.ofGoal("g-13");
  expect(later?.meetsWith).toBe(first?.id);
  await bothAnswer();
  expect(offer() && wordsOf(offer()?.card ?? { title: "", body: [] })).toContain(
    "The same meeting has room for g-13.",
  );
  await librarian.say("reflect");
  expect(librarian.words()).toMatch(/Meeting 3.*\n.*g-13/u);
  expect(librarian.words()).toContain("g-09");
});

test("a reflection nobody answered is offered again at the next check-in, without blame (AC-23)", async () => {
  await finish("g-09");
  await rig.advanceTo("2027-03-25T14:00:00Z");
  const again = () =>
    rig.messages({ kind: "joint.again" }).filter(({ key }) => key?.includes("g-09"));
  expect(again()).toEqual([]);
  expect((await rig.stores.reflections.ofGoal("g-09"))[0]?.status).toBe("lapsed");
  const [next] = await rig.stores.checkIns.upcoming("p-ab", "2027-03-25" as never, 1);
  await rig.advanceTo(`${next?.date ?? ""}T22:00:00Z`);
  expect(again().map(({ card }) => card.title)).toEqual([
    "Today is a good moment to look back on g-09",
  ]);
  await librarian.press("joint.edit", again()[0]);
  expect(librarian.form().form).toBe("joint");
});

test("one side on Teams and the other on Slack look back on one text, told once on each", async () => {
  const both = await openLiaison({ platforms: ["slack", "teams"] });
  try {
    const teams = both.as("u-tv-lib@teams");
    const slack = both.as("u-tv-its");
    await slack.say("goal done g-24");
    await both.as("u-tv-lib").press("goal.confirm");
    const [open] = await both.stores.reflections.ofGoal("g-24");
    await both.stores.reflections.update(open?.id ?? "", (one) => ({
      ...one,
      status: "answers_open",
    }));
    await teams.say("reflect g-24");
    await teams.press("joint.edit");
    await teams.submit({ agreed: "Swap at the desk", decision: "continue" });
    await slack.say("reflect g-24");
    await slack.press("joint.open");
    await slack.press("joint.confirm");

    const told = both.messages({ kind: "joint.confirmed" });
    expect(told.map(({ to }) => to.split(":")[0]).sort()).toEqual(["slack", "teams"]);
    const shared = await both.stores.partnerships.find("p-tv");
    const year = await both.stores.cycles.find(`p-tv/${shared?.cycle ?? ""}`);
    expect(year?.lookedBack).toMatchObject([{ goalId: "g-24", agreed: "Swap at the desk" }]);
  } finally {
    await both.close();
  }
});
