import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { notYetDone } from "../../src/reflection/completion.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
/** On track, the technician's. */
const GOAL = "g-12";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

const asked = () => liaison.messages({ kind: "goal.confirm" });
const status = async (id = GOAL) => (await liaison.stores.goals.find(id))?.status;

describe("saying that a goal is done", () => {
  test("asks the other side in their language, and nobody else", async () => {
    await liaison.as(TECHNICIAN).say("goal done g-12");
    expect(asked().map(({ to }) => to)).toEqual([addressOf(LIBRARIAN)]);
    expect(asked()[0]?.card.title).toBe("Site technician, Alder Bend says g-12 is done. Is it?");
    expect(await status()).toBe("awaiting_confirmation");
  });

  test.each(["12", "#12", "G-12", "g-012"])("understands the number typed as %s", async (typed) => {
    await liaison.as(TECHNICIAN).say(`goal done ${typed}`);
    expect(await status()).toBe("awaiting_confirmation");
  });

  test("a second time says how it stands and asks nobody again", async () => {
    await liaison.as(TECHNICIAN).say("goal done g-12");
    await liaison.as(TECHNICIAN).say("goal done g-12");
    expect(liaison.as(TECHNICIAN).card().title).toMatch(/ya espera/u);
    expect(asked()).toHaveLength(1);
  });

  test("said by the side that is asked too, is that question once more, with its two buttons; after that it can be undone", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await liaison.as(TECHNICIAN).say("goal done g-12");
    await librarian.say("goal done g-12");
    expect(librarian.card().title).toBe("Site technician, Alder Bend says g-12 is done. Is it?");
    await librarian.press("Yes, done");
    expect(await status()).toBe("done");
    expect(asked()).toHaveLength(1);
    const left = buttonsOf(asked()[0]?.card ?? { title: "", body: [] });
    expect(left.map(({ label }) => label)).toEqual(["Undo"]);
  });

  test("can be answered from the goal itself by the side that is asked", async () => {
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await technician.say("goal done g-12");
    await technician.say("goal 12");
    expect(technician.words()).toContain("Por confirmar");
    expect(buttonsOf(technician.card()).map(({ action }) => action)).not.toContain("goal.done");

    await librarian.say("goal 12");
    await librarian.press("Answer");
    await librarian.press("Yes, done");

    expect(await status()).toBe("done");
  });

  test("again at the same moment as before the other side's not yet asks them again", async () => {
    await liaison.as(TECHNICIAN).say("goal done g-12");
    await liaison.as(LIBRARIAN).press("Not yet");
    await liaison.as(LIBRARIAN).submit({ note: "Room 7" });
    await liaison.as(TECHNICIAN).say("goal done g-12");
    expect(asked()).toHaveLength(2);
    await liaison.as(LIBRARIAN).press("Yes, done", asked().at(-1));
    expect(await status()).toBe("done");
  });

  test("a goal of another partnership reads like one that does not exist", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("goal done g-17");
    const notYours = librarian.words();
    await librarian.say("goal done g-999");
    expect(notYours.replace("g-17", "g-999")).toBe(librarian.words());
  });

  test("names everybody on the other side who can confirm it", async () => {
    await liaison.as("u-tv-lib").say("goal done g-18");
    expect(liaison.as("u-tv-lib").words()).toContain(
      "It now waits for Site technician, Tamarack Valley High and Instructional technology specialist, Tamarack Valley High to confirm.",
    );
  });

  test("without a number says what to type", async () => {
    await liaison.as(LIBRARIAN).say("goal done");
    expect(liaison.as(LIBRARIAN).words()).toMatch(/\/goal done g-12/u);
  });

  test("a goal that is done already keeps its date", async () => {
    await liaison.as(LIBRARIAN).say("goal done g-01");
    expect(liaison.as(LIBRARIAN).card().title).toMatch(/g-01 is already done, since/u);
    expect((await liaison.stores.goals.find("g-01"))?.doneOn).toBe("2026-08-26");
  });
});

describe("the other side's answer", () => {
  beforeEach(async () => {
    await liaison.as(TECHNICIAN).say("goal done g-12");
  });

  test("yes thanks both in the channel once and plans the survey for the next working morning", async () => {
    await liaison.as(LIBRARIAN).press("Yes, done");
    const thanks = liaison.messages({ kind: "goal.thanks" });
    expect(thanks.map(({ to }) => to)).toEqual([channelOf("s-ab")]);
    await liaison.advanceTo("2027-03-03T14:09:00Z");
    expect(liaison.messages({ kind: "survey.invitation" })).toHaveLength(0);
    await liaison.advanceTo("2027-03-03T14:10:00Z");
    expect(liaison.messages({ kind: "survey.invitation" })).toHaveLength(2);
  });

  test("a second press of yes changes nothing and answers kindly", async () => {
    const [card] = asked();
    await liaison.as(LIBRARIAN).press("Yes, done", card);
    const before = liaison.messages().length;
    await liaison.as(LIBRARIAN).twice();
    expect(liaison.messages()).toHaveLength(before);
    expect(wordsOf(asked()[0]?.card ?? { title: "", body: [] })).toMatch(/You confirmed/u);
  });

  test("the side that said done cannot confirm it", async () => {
    const [card] = asked();
    if (!card) throw new Error("Nobody was asked");
    const own = { ...card, to: addressOf(TECHNICIAN) };
    await liaison.as(TECHNICIAN).press("goal.confirm", own);
    expect(await status()).toBe("awaiting_confirmation");
  });

  test("nobody outside the partnership can confirm it", async () => {
    await liaison.as("u-ab-prin").press("goal.confirm", asked()[0]);
    expect(await status()).toBe("awaiting_confirmation");
    expect(liaison.as("u-ab-prin").words()).toMatch(/can't find g-12/u);
  });

  test("not yet asks what is missing, tells the one who said done, and starts no survey", async () => {
    await liaison.as(LIBRARIAN).press("Not yet");
    await liaison.as(LIBRARIAN).submit({ note: "Room 7 still has the old sign-in" });
    expect(await status()).toBe("on_track");
    const [news] = liaison.messages({ kind: "goal.not_yet" });
    expect(news?.to).toBe(addressOf(TECHNICIAN));
    expect(wordsOf(news?.card ?? { title: "", body: [] })).toMatch(/Room 7 still has/u);
    await liaison.advanceTo("2027-03-12T15:00:00Z");
    expect(liaison.messages({ kind: "survey.invitation" })).toHaveLength(0);
    expect(liaison.messages({ kind: "goal.thanks" })).toHaveLength(0);
  });

  test("not yet that was cut short after it was stored is told by the same answer again", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.press("Not yet");
    await liaison.stores.goals.update(GOAL, (goal) => notYetDone(goal, LIBRARIAN));
    await librarian.submit({ note: "Room 7 still has the old sign-in" });
    await librarian.twice();

    const news = liaison.messages({ kind: "goal.not_yet", to: addressOf(TECHNICIAN) });
    expect(news.map(({ card }) => wordsOf(card))).toEqual([
      expect.stringContaining("Room 7 still has the old sign-in"),
    ]);
    expect(librarian.words()).toMatch(/g-12 is back on track/u);
  });

  test("not yet that comes after a colleague's yes gives back what was typed", async () => {
    await liaison.as("u-tv-lib").say("goal done g-18");
    const [its, it] = [liaison.as("u-tv-its"), liaison.as("u-tv-it")];
    await its.press("Not yet");
    await it.press("goal.confirm");
    await its.submit({ note: "Two rooms are missing" });

    expect(await status("g-18")).toBe("done");
    expect(its.words()).toContain("Two rooms are missing");
  });

  test("an old card cannot answer a new claim", async () => {
    const [old] = asked();
    await liaison.as(LIBRARIAN).press("Not yet", old);
    await liaison.as(LIBRARIAN).submit({ note: "" });
    if (!old) throw new Error("Nobody was asked");
    const stale = { ...old, card: { ...old.card } };
    await liaison.advanceTo("2027-03-02T16:00:00Z");
    await liaison.as(TECHNICIAN).say("goal done g-12");
    const fresh = asked().at(-1);
    expect(fresh?.message).not.toBe(stale.message);
    await liaison.as(LIBRARIAN).press("Yes, done", fresh);
    expect(await status()).toBe("done");
  });

  test("silence for three working days counts as yes, with a note, counted in working days", async () => {
    await liaison.advanceTo("2027-03-05T23:00:00Z");
    expect(await status()).toBe("awaiting_confirmation");
    await liaison.advanceTo("2027-03-08T14:10:00Z");
    expect(await status()).toBe("done");
    const [thanks] = liaison.messages({ kind: "goal.thanks" });
    expect(wordsOf(thanks?.card ?? { title: "", body: [] })).toMatch(/Nobody answered/u);
  });

  test("a crash between saving and thanking is repaired by the same event again", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.press("Yes, done");
    await liaison.restart();
    await librarian.twice();
    expect(liaison.messages({ kind: "goal.thanks" })).toHaveLength(1);
    await liaison.advanceTo("2027-03-04T15:00:00Z");
    expect(liaison.messages({ kind: "survey.invitation" })).toHaveLength(2);
  });

  test("it waits at home of the side that was asked, with its one button", async () => {
    const home = await liaison.as(LIBRARIAN).home();
    expect(wordsOf(home)).toMatch(/g-12 K-2 pupils sign in with a badge: is it done\?/u);
    expect(wordsOf(await liaison.as(TECHNICIAN).home())).not.toMatch(/¿está hecha\?/u);
  });

  test("stands at home before the other questions that wait", async () => {
    const words = wordsOf(await liaison.as(LIBRARIAN).home());
    expect(words).toMatch(/g-12[^\n]*is it done\?\n[^]*g-13[^\n]*how did it go\?/u);
    expect(words.match(/g-12[^\n]*is it done\?/gu)).toHaveLength(1);
  });

  test("given at home, is shown in the message that asked as well", async () => {
    const librarian = liaison.as(LIBRARIAN);
    const [question] = asked();
    if (!question) throw new Error("Nobody was asked");
    await librarian.press("goal.confirm", { ...question, card: await librarian.home() });
    expect(question.card.title).toBe("You confirmed: g-12 is done");
    expect(await status()).toBe("done");
  });
});

test("a title that begins with done is a title", async () => {
  await liaison.as(LIBRARIAN).say("goal Done with paper slips by May 14");
  expect(liaison.as(LIBRARIAN).words()).toMatch(/Done with paper slips/u);
  expect((await liaison.stores.goals.find("g-41"))?.title).toBe("Done with paper slips");
});
