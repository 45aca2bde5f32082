import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { renderCard } from "../../adapters/slack/render.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { actions } from "../../src/card.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const ANSWERS = { met: "met", improve: "Start a week sooner", finish: "send" };

/** g-12 is done for both, and each was asked how it went. */
async function before(opened: Rig): Promise<void> {
  await opened.as(TECHNICIAN).say("goal done g-12");
  await opened.as(LIBRARIAN).press("Yes, done");
  await opened.advanceTo("2027-03-03T14:10:00Z");
}

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ before });
});
afterEach(async () => {
  await liaison.close();
});

const invitation = (personId: string) =>
  liaison.messages({ kind: "survey.invitation", to: addressOf(personId) })[0];
const reminded = () =>
  liaison.messages({ kind: "survey.reminder" }).filter(({ key }) => key?.includes("g-12"));
const reflection = async () => (await liaison.stores.reflections.ofGoal("g-12"))[0];
async function answer(personId: string, answers: Readonly<Record<string, string>> = ANSWERS) {
  await liaison.as(personId).press("survey.open", invitation(personId));
  await liaison.as(personId).submit(answers);
}

describe("the survey", () => {
  test("says who will read it before the first question, and shows the original goal", async () => {
    await liaison.as(LIBRARIAN).press("Answer", invitation(LIBRARIAN));
    const [first, second] = liaison.as(LIBRARIAN).form().inputs;
    expect(first).toMatchObject({ type: "note" });
    expect(JSON.stringify(first)).toMatch(/Your supervisor will not/u);
    expect(JSON.stringify(second)).toMatch(/K-2 pupils sign in with a badge/u);
  });

  test("asks Q1 to Q6 in the person's language", async () => {
    await liaison.as(TECHNICIAN).press("survey.open", invitation(TECHNICIAN));
    const labels = liaison
      .as(TECHNICIAN)
      .form()
      .inputs.flatMap((input) => (input.type === "note" ? [] : input.label));
    expect(labels).toContain("¿Alcanzamos la meta?");
    expect(labels).toContain("¿Qué mejoras se pueden hacer en nuestro departamento?");
    expect(labels).toHaveLength(11);
  });

  test("needs only the first answer, and keeps the rest when it is missing", async () => {
    await answer(LIBRARIAN, { helped: "The file", finish: "send" });
    expect(liaison.as(LIBRARIAN).problems()).toEqual({ met: "Choose one of the three." });
  });

  test("can be left as a draft and resumed, also after a restart", async () => {
    await answer(LIBRARIAN, { met: "partly", helped: "The file", finish: "draft" });
    await liaison.restart();
    await liaison.as(LIBRARIAN).press("survey.open", invitation(LIBRARIAN));
    expect(liaison.as(LIBRARIAN).form().inputs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "met", value: "partly" }),
        expect.objectContaining({ id: "helped", value: "The file" }),
      ]),
    );
  });

  test("keeps what was typed when a choice is made and the dialog is closed", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.press("survey.open", invitation(LIBRARIAN));
    await librarian.change({ met: "not", keep: "The list" });
    await librarian.press("survey.open", invitation(LIBRARIAN));
    expect(librarian.form().inputs).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: "keep", value: "The list" })]),
    );
  });

  test("one side's answers cannot be read by the other, or by anyone else, until both are in", async () => {
    await answer(LIBRARIAN);
    for (const id of [TECHNICIAN, "u-ab-prin", "u-d-itdir", "u-d-coord"]) {
      const person = liaison.as(id);
      await person.say("reflect g-12");
      expect(person.words()).not.toMatch(/Start a week sooner/u);
    }
    const sent = invitation(TECHNICIAN);
    const value = (await reflection())?.id ?? "";
    const forged = actions({ label: "Read", action: "answers.read", value });
    await liaison
      .as(TECHNICIAN)
      .press("Read", sent && { ...sent, card: { ...sent.card, body: [forged] } });
    expect(liaison.as(TECHNICIAN).words()).not.toMatch(/Start a week sooner/u);
  });

  test("asked for by its goal, is offered until it was sent", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("reflect g-12");
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).toEqual(["Answer"]);
    await answer(LIBRARIAN);
    await librarian.say("reflect g-12");
    expect(librarian.words()).toMatch(/already in/u);
    expect(librarian.words()).toMatch(/g-12 K-2 pupils sign in with a badge/u);
  });

  test("lists what was answered, and not what was left empty", async () => {
    await answer(LIBRARIAN);
    await answer(TECHNICIAN, { met: "met", finish: "send" });
    const [offer] = liaison.messages({ kind: "joint.offer" });
    await liaison.as(TECHNICIAN).press("answers.read", offer);
    expect(liaison.as(TECHNICIAN).words()).toMatch(/Start a week sooner/u);
    expect(liaison.as(TECHNICIAN).words()).not.toMatch(/sin respuesta/u);
  });

  test("opens to both partners, and to nobody else, when both are in", async () => {
    await answer(LIBRARIAN);
    await answer(TECHNICIAN);
    const [offer] = liaison.messages({ kind: "joint.offer" });
    expect(offer?.to).toBe(channelOf("s-ab"));
    expect(offer?.thread).toBe(liaison.messages({ kind: "goal.thanks" })[0]?.message);
    await liaison.as(TECHNICIAN).press("answers.read", offer);
    expect(liaison.as(TECHNICIAN).words()).toMatch(/Start a week sooner/u);
    await liaison.as("u-ab-prin").press("answers.read", offer);
    expect(liaison.as("u-ab-prin").words()).not.toMatch(/Start a week sooner/u);
  });

  test("no word of the answers stands in the channel", async () => {
    await answer(LIBRARIAN);
    await answer(TECHNICIAN);
    for (const { card } of liaison.messages({ to: channelOf("s-ab") }))
      expect(wordsOf(card)).not.toMatch(/Start a week sooner/u);
  });

  test("sent answers stay as they were sent", async () => {
    const [older] = [invitation(LIBRARIAN)].map((sent) => sent && { ...sent });
    await answer(LIBRARIAN);
    await liaison.as(LIBRARIAN).press("survey.open", older);
    expect(liaison.as(LIBRARIAN).card().title).toMatch(/already in/u);
  });

  test("reminds once, on working day 4, only who has not answered", async () => {
    await answer(LIBRARIAN);
    await liaison.advanceTo("2027-03-08T23:00:00Z");
    expect(reminded()).toEqual([]);
    await liaison.advanceTo("2027-03-12T23:00:00Z");
    expect(reminded().map(({ to }) => to)).toEqual([addressOf(TECHNICIAN)]);
    const [reminder] = reminded();
    expect(wordsOf(reminder?.card ?? { title: "", body: [] })).toMatch(/No lo recordaré otra vez/u);
    expect(wordsOf(reminder?.card ?? { title: "", body: [] })).not.toMatch(/Puede llegar/u);
  });

  test("lapses without blame after working day 10 and becomes a topic; the joint column stays open", async () => {
    await liaison.advanceTo("2027-03-26T20:00:00Z");
    expect((await reflection())?.status).toBe("lapsed");
    const actions = buttonsOf(
      liaison.messages({ kind: "joint.offer" }).at(-1)?.card ?? { title: "", body: [] },
    ).map(({ action }) => action);
    expect(actions).toEqual(["joint.edit"]);
    const { rows } = await liaison.stores.topics.queued("p-ab", { skip: 0, limit: 50 });
    expect(rows.map(({ title }) => title)).toContain("Look back on g-12 together?");
    await liaison.as(LIBRARIAN).say("reflect g-12");
    await liaison.as(LIBRARIAN).press("joint.edit");
    expect(liaison.as(LIBRARIAN).form().form).toBe("joint");
  });
});

test.each(["send", "draft"])(
  "a form still open when the window ends gives its words back and claims nothing (%s)",
  async (finish) => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.press("survey.open", invitation(LIBRARIAN));
    await liaison.advanceTo("2027-03-26T20:00:00Z");
    await librarian.submit({ met: "met", helped: "The nightly file", finish });
    const said = liaison
      .messages({ to: librarian.address })
      .map(({ card }) => wordsOf(card))
      .join("\n");
    expect(said).toMatch(/The time for these questions is over/u);
    expect(said).toMatch(/The nightly file/u);
    expect(said).not.toMatch(/draft is kept/u);
  },
);

describe("the joint column", () => {
  const offer = () => liaison.messages({ kind: "joint.offer" })[0];
  beforeEach(async () => {
    await answer(LIBRARIAN);
    await answer(TECHNICIAN);
    await liaison.as(LIBRARIAN).press("joint.edit", offer());
    await liaison.as(LIBRARIAN).submit({ agreed: "Trial sooner", decision: "revise" });
  });
  const state = () => liaison.messages({ kind: "joint.text" }).at(-1);

  test("shows the original goal beside the text", () => {
    expect(liaison.as(LIBRARIAN).words()).toMatch(/K-2 pupils sign in with a badge/u);
    expect(liaison.as(LIBRARIAN).words()).toMatch(/Trial sooner/u);
  });

  test("is stored with its decision once both confirmed the same words", async () => {
    expect((await reflection())?.status).toBe("answers_open");
    const own = buttonsOf(liaison.as(LIBRARIAN).card()).map(({ action }) => action);
    expect(own).not.toContain("joint.confirm");
    expect(liaison.as(LIBRARIAN).words()).toMatch(/You said yes to these words/u);
    await liaison.as(TECHNICIAN).press("joint.open", state());
    await liaison.as(TECHNICIAN).press("joint.confirm");
    expect(await reflection()).toMatchObject({
      status: "joint_done",
      joint: { agreed: "Trial sooner", decision: "revise" },
    });
    expect(liaison.messages({ kind: "joint.confirmed" })).toHaveLength(1);
    // What still stands in the channel no longer asks anybody to confirm.
    const standing = state()?.card;
    expect(standing && wordsOf(standing)).not.toMatch(/Still to confirm/u);
    expect(standing && buttonsOf(standing).map(({ label }) => label)).toEqual(["Read it"]);

    await liaison.as(LIBRARIAN).say("reflect g-12");
    expect(liaison.as(LIBRARIAN).words()).toMatch(/Both sides confirmed/u);
  });

  test("an edit after a confirmation clears it, and the old card's Confirm shows the new text", async () => {
    const technician = liaison.as(TECHNICIAN);
    await technician.press("joint.open", state());
    const read = liaison.messages({ to: technician.address }).at(-1);
    await liaison.as(LIBRARIAN).press("joint.edit", state());
    await liaison.as(LIBRARIAN).submit({ agreed: "Trial two weeks sooner", decision: "revise" });
    expect((await reflection())?.joint?.confirmedByIds).toEqual([LIBRARIAN]);
    await technician.press("joint.confirm", read);
    expect(technician.words()).toMatch(/Trial two weeks sooner/u);
    expect((await reflection())?.joint?.confirmedByIds).toEqual([LIBRARIAN]);
  });

  test("two who write at the same time: the second is shown the first one's words and loses none", async () => {
    await liaison.as(LIBRARIAN).press("joint.edit", state());
    await liaison.as(TECHNICIAN).press("joint.edit", state());
    await liaison.as(TECHNICIAN).submit({ agreed: "Their words", decision: "revise" });
    await liaison.as(LIBRARIAN).submit({ agreed: "My words", decision: "revise" });
    expect(liaison.as(LIBRARIAN).problems()["agreed"]).toMatch(/Their words/u);
    expect((await reflection())?.joint?.agreed).toBe("Their words");
  });

  test("an empty text is refused with a sentence", async () => {
    await liaison.as(TECHNICIAN).press("joint.edit", state());
    await liaison.as(TECHNICIAN).submit({ agreed: "  " });
    expect(liaison.as(TECHNICIAN).problems()["agreed"]).toBe("Escribe al menos una frase.");
  });

  test("a long text leaves its decision and the next step to be read before it is confirmed", async () => {
    await liaison.as(TECHNICIAN).press("joint.edit", state());
    const nextStep = "Order the cart";
    await liaison.as(TECHNICIAN).submit({ agreed: "word ".repeat(400), decision: "new", nextStep });
    expect(liaison.as(TECHNICIAN).problems()["agreed"]).toMatch(/1500/u);

    await liaison.as(TECHNICIAN).submit({ agreed: "word ".repeat(300), decision: "new", nextStep });
    const shown = JSON.stringify(renderCard(liaison.as(TECHNICIAN).card(), "message"));
    expect(shown).toContain("word ".repeat(300).trim());
    expect(shown).toContain(nextStep);
    expect(shown).not.toContain("…");
  });

  test("no word of it stands in the channel, and no supervisor can open it", async () => {
    for (const { card } of liaison.messages({ to: channelOf("s-ab") }))
      expect(wordsOf(card)).not.toMatch(/Trial sooner/u);
    await liaison.as("u-ab-prin").press("joint.open", state());
    expect(liaison.as("u-ab-prin").words()).not.toMatch(/Trial sooner/u);
  });
});

test("a survey that was open before a restart keeps its one reminder", async () => {
  await liaison.restart();
  await liaison.advanceTo("2027-03-12T23:00:00Z");
  expect(
    reminded()
      .map(({ to }) => to)
      .sort(),
  ).toEqual([addressOf(LIBRARIAN), addressOf(TECHNICIAN)].sort());
});
