import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { planFeature } from "../../src/features/plan/index.ts";
import { promisesFeature } from "../../src/features/promises.ts";
import type { Card } from "../../src/card.ts";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [planFeature, promisesFeature] });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const columns = ({ body }: Card) => body.find((block) => block.type === "columns");

describe("the plan", () => {
  test("shows both directions side by side, then own work, to either partner", async () => {
    await librarian.say("plan");

    expect(librarian.card().title).toBe("Action plan, Alder Bend Elementary");
    expect(columns(librarian.card())).toEqual({
      type: "columns",
      left: {
        title: "IT supports the library",
        lines: [
          "a-07: Fix the menu template colours and focus order · Site technician, Alder Bend · was due Fri 5 February",
        ],
      },
      right: {
        title: "The library supports IT",
        lines: [
          "a-27: Lend the scanner for a week · School librarian, Alder Bend · due Fri 14 May",
        ],
      },
    });
    expect(librarian.words()).toContain(
      "a-18: Repair the two broken hinges on carts 2 and 5\nSite technician, Alder Bend · was due Fri 19 February · blocked: Parts on back order until 9 March (no reminder before Wed 10 March)",
    );
    expect(librarian.words()).toContain("library to IT 6, IT to library 6");
  });

  test("is in the language of who asks", async () => {
    await technician.say("plan");

    expect(technician.card().title).toBe("Plan de acción, Alder Bend Elementary");
    expect(technician.words()).toContain("era para el vie 5 de febrero");
  });

  test("turns its pages in place and stops at the last", async () => {
    for (let n = 1; n <= 12; n++) {
      await librarian.say("item add");
      await librarian.submit({ goal: "g-07", title: `Step ${String(n)}` });
    }
    await librarian.say("plan 99");
    expect(librarian.card().title).toContain("13–18 of 18");

    await librarian.press("Previous");

    expect(librarian.card().title).toContain("7–12 of 18");
  });

  test("is refused kindly to somebody who is no partner", async () => {
    const principal = rig.as("u-ab-prin");

    await principal.say("plan");

    expect(principal.card().title).toContain("you are not in one yet");
  });
});

describe("adding an action item", () => {
  test("stores what was typed, reads the date along and shows it in the owner's home", async () => {
    await librarian.say("item add");
    await librarian.change({ goal: "g-05", owner: "u-ab-it", due: "next Friday" });
    expect(JSON.stringify(librarian.form().inputs)).toContain("I read this as Fri");

    await librarian.submit({
      title: "Set up six tablets for the strand",
      plan: "When the carts are back, in room 4",
      due: "12 March",
    });

    expect(await rig.stores.items.find("a-81")).toMatchObject({
      partnershipId: "p-ab",
      goalId: "g-05",
      direction: "it_supports_library",
      ownerId: "u-ab-it",
      title: "Set up six tablets for the strand",
      plan: "When the carts are back, in room 4",
      due: "2027-03-12",
      status: "open",
    });
    await technician.say("item");
    expect(technician.words()).toContain("a-81: Set up six tablets for the strand");
    const others = rig.messages().filter((message) => !message.private);
    expect(others.map(({ kind, to }) => [kind, to])).toEqual([["item.given", technician.address]]);
  });

  test("sent twice makes one item", async () => {
    await librarian.say("item add Ask the office for the rota by 12 March");
    await librarian.submit();
    await librarian.twice();

    expect(await rig.stores.items.find("a-81")).toMatchObject({
      title: "Ask the office for the rota",
      due: "2027-03-12",
      direction: "own_work",
    });
    expect(await rig.stores.items.find("a-82")).toBeUndefined();
  });

  test("keeps a direction that was chosen when the owner changes, and follows with one that was not", async () => {
    await librarian.say("item add");
    await librarian.change({ goal: "g-05", owner: "u-ab-it" });
    const direction = () =>
      librarian.form().inputs.find((input) => input.type === "choice" && input.id === "direction");
    expect(direction()).toMatchObject({ value: "it_supports_library" });

    await librarian.change({ direction: "own_work" });
    await librarian.change({ owner: "u-ab-lib" });
    await librarian.change({ owner: "u-ab-it", direction: "library_supports_it" });

    expect(direction()).toMatchObject({ value: "library_supports_it" });
  });

  test.each([
    [{ title: "" }, "title", "Write the step in a few words."],
    [{ title: "x".repeat(5000) }, "title", "That is 5000 characters, and at most 200 fit."],
    [{ due: "31 February" }, "due", "There is no “31 February” in the calendar. Check the day."],
    [
      { due: "1 February 2027" },
      "due",
      "Mon 1 February 2027 has passed. Choose today or a later day.",
    ],
    [{ due: "9 March or 12 March" }, "due", "I found more than one date"],
    [{ due: "soonish" }, "due", "I can't read a date in “soonish”."],
    [{ goal: "g-01" }, "goal", "Choose a goal that is still open."],
    [{ goal: "g-17" }, "goal", "Choose a goal that is still open."],
    [{ owner: "u-tv-lib" }, "owner", "Choose one of the partners of that goal."],
  ])("with %j says what is wrong and keeps the form", async (answers, field, sentence) => {
    await librarian.say("item add Book the hall");

    await librarian.submit(answers);

    expect(librarian.problems()[field]).toContain(sentence);
    expect(librarian.form().form).toBe("item");
    expect(await rig.stores.items.find("a-81")).toBeUndefined();
  });
});

describe("the buttons of an item", () => {
  test("a second Done keeps the first date and says so kindly", async () => {
    await librarian.say("item 10");
    await librarian.press("Done");
    await rig.advanceTo("2027-03-04T15:00:00Z");

    await librarian.twice();

    expect(await rig.stores.items.find("a-10")).toMatchObject({
      status: "done",
      doneOn: "2027-03-02",
    });
    expect(librarian.words()).toContain("This was settled before.");
    expect(rig.messages({ to: librarian.address })).toHaveLength(1);
  });

  test("Blocked until a day is quiet until the day after, and the partner sees why (AC-15)", async () => {
    await librarian.say("item 10");
    await librarian.press("Blocked");
    await librarian.submit({ reason: "parts until 9 March" });

    expect(await rig.stores.items.find("a-10")).toMatchObject({
      status: "blocked",
      blockedReason: "parts until 9 March",
      quietUntil: "2027-03-10",
    });
    expect(librarian.words()).toContain("Noted as blocked.");
    await technician.say("plan");
    expect(technician.words()).toContain("con obstáculo: parts until 9 March");
  });

  test("Blocked reads its date field before the reason, in the person's language", async () => {
    await technician.say("item a-24");
    await technician.press("Con obstáculo");
    await technician.submit({ reason: "piezas", until: "12 de marzo" });

    expect(await rig.stores.items.find("a-24")).toMatchObject({
      blockedReason: "piezas",
      quietUntil: "2027-03-13",
    });
  });

  test.each([
    [{ reason: "" }, "reason", "Write in a few words what it is waiting for."],
    [{ reason: "parts", until: "31 February" }, "until", "There is no “31 February”"],
    [{ reason: "parts", until: "1 March 2027" }, "until", "has passed"],
  ])("Blocked with %j asks again", async (answers, field, sentence) => {
    await librarian.say("item 10");
    await librarian.press("Blocked");

    await librarian.submit(answers);

    expect(librarian.problems()[field]).toContain(sentence);
    expect((await rig.stores.items.find("a-10"))?.status).toBe("open");
  });

  test("Re-plan takes a line and a new date", async () => {
    await librarian.say("item 8");
    await librarian.press("Re-plan");
    await librarian.submit({ plan: "Thursday after lunch, in the office", due: "11 March" });

    expect(await rig.stores.items.find("a-08")).toMatchObject({
      status: "open",
      plan: "Thursday after lunch, in the office",
      due: "2027-03-11",
      overdueNudges: 0,
    });
  });

  test.each([
    ["", "Give a new due date"],
    ["yesterday", "has passed"],
    ["never", "I can't read a date in “never”. Write it like May 14 or in 3 weeks."],
  ])("Re-plan with the date %j asks again", async (due, sentence) => {
    await librarian.say("item 8");
    await librarian.press("Re-plan");

    await librarian.submit({ due });

    expect(librarian.problems()["due"]).toContain(sentence);
  });

  test("Snooze is quiet until the next weekly message, or until a day that is picked", async () => {
    await librarian.say("item 10");
    await librarian.press("Snooze");
    expect(await rig.stores.items.find("a-10")).toMatchObject({
      status: "snoozed",
      quietUntil: "2027-03-08",
    });

    await librarian.press("Pick a date");
    await librarian.submit({ until: "22 March" });

    expect((await rig.stores.items.find("a-10"))?.quietUntil).toBe("2027-03-22");
    expect(librarian.words()).toContain("Snoozed until Mon 22 March.");
  });

  test("Not mine leaves it without an owner until the first one takes it", async () => {
    await librarian.say("item 10");
    await librarian.press("Not mine");
    expect((await rig.stores.items.find("a-10"))?.ownerId).toBeNull();

    await technician.say("plan");
    expect(technician.words()).toContain("falta responsable");
    await technician.press("Lo tomo yo");
    await librarian.press("Take it");

    expect((await rig.stores.items.find("a-10"))?.ownerId).toBe("u-ab-it");
    expect(librarian.words()).toContain("Site technician, Alder Bend has taken it already.");
  });

  test("are only for the side whose step it is; the other side and strangers hear the same", async () => {
    await librarian.say("item 10");
    const card = rig.messages({ to: librarian.address }).at(-1);
    if (!card) throw new Error("The card is missing");
    const stranger = rig.as("u-tv-lib");

    await technician.press("Done", card);
    await stranger.press("Done", card);

    expect((await rig.stores.items.find("a-10"))?.status).toBe("open");
    expect(technician.card().title).toContain("No encuentro a-10");
    expect(stranger.card().title).toContain("I can't find a-10");
    await stranger.say("item 10");
    expect(stranger.card().title).toContain("I can't find");
  });

  test("a form about an item that was settled meanwhile changes nothing", async () => {
    await librarian.say("item 10");
    await librarian.press("Blocked");
    await librarian.say("item 10");
    await librarian.press("Done");

    await librarian.submit({ reason: "parts" });

    expect(await rig.stores.items.find("a-10")).toMatchObject({
      status: "done",
      blockedReason: null,
    });
  });
});

describe("the home", () => {
  test("lists the person's items by due date with Done, and what the partner promised", async () => {
    const words = wordsOf(await librarian.home());

    const order = ["a-08", "a-10"].map((id) => words.indexOf(id));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(words).toContain("Promised to you: a-07");
    expect(words).toContain("a-07: Fix the menu template colours and focus order");
  });

  test("lets a person look at what was promised, with nothing to answer for others", async () => {
    const home = await librarian.home();
    expect(buttonsOf(home).map(({ label, about }) => `${label}: ${about ?? ""}`)).toContain(
      "Open: a-07 Fix the menu template colours and focus order",
    );
    await librarian.say("item a-07");

    expect(librarian.card().title).toBe("a-07: Fix the menu template colours and focus order");
    expect(buttonsOf(librarian.card())).toEqual([]);
  });

  test("offers what a colleague of a shared side gave up", async () => {
    const specialist = rig.as("u-tv-its");
    await specialist.say("item 54");
    await specialist.press("Not mine");
    const colleague = rig.as("u-tv-it");

    expect(wordsOf(await colleague.home())).toContain("a-54");
    expect(wordsOf(await rig.as("u-tv-lib").home())).not.toContain("a-54");
  });

  test("says so when there is nothing", async () => {
    await rig.close();
    rig = await openLiaison({ features: [planFeature, promisesFeature], data: "empty" });

    expect(wordsOf(await rig.as("u-ab-lib").home())).not.toContain("a-08");
  });
});

describe("somebody who left", () => {
  test("owns nothing open any more, and what they finished stays", async () => {
    rig.platform.profiles.set(technician.address, {
      name: "Site technician",
      locale: "es",
      timezone: "America/Chicago",
      active: false,
    });
    await rig.platform.deliver({
      id: "left-1",
      tenant: "slack:T0TAMARACK" as typeof technician.address,
      from: technician.address,
      channel: null,
      via: "{}",
      type: "person",
      change: "left",
    });

    expect((await rig.stores.items.find("a-24"))?.ownerId).toBeNull();
    expect((await rig.stores.items.find("a-01"))?.ownerId).toBe("u-ab-it");
  });
});
