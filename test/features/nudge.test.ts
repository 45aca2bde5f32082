import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { nudgeFeature } from "../../src/features/nudge/index.ts";
import { planFeature } from "../../src/features/plan/index.ts";
import { DISTRICT, addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../rig/platform.ts";

const MONDAY = "2027-03-08T14:10:00Z";
const MONDAY_NOON = "2027-03-08T18:00:00Z";
/** The week after the spring break, in daylight time. */
const MONDAY_AFTER_BREAK = "2027-03-22T13:10:00Z";

let rig: Rig;
let librarian: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [planFeature, nudgeFeature] });
  librarian = rig.as("u-ab-lib");
});
afterEach(async () => {
  await rig.close();
});

const digestsTo = (personId: string): readonly Posted[] =>
  rig.messages({ kind: "nudge.digest", to: addressOf(personId) });
const words = (personId: string): string =>
  digestsTo(personId)
    .map(({ card }) => wordsOf(card))
    .join("\n\n");
const digest = (personId: string): Posted => {
  const [first] = digestsTo(personId);
  if (!first) throw new Error(`${personId} got no digest`);
  return first;
};

describe("the weekly message of Monday 8 March", () => {
  test("to the librarian holds the check-in, what is overdue and what is due (rules, 5.3)", async () => {
    await rig.advanceTo(MONDAY);

    expect(words("u-ab-lib")).toBe(
      [
        "This week: Check-in Wed 10 March, 14:45, and 2 more",
        "1. Check-in Wed 10 March, 14:45",
        "2 topics queued (t-03, t-04)",
        "2. Book the last four classes",
        "a-10 · g-05 · was due Fri 5 March. Your plan: At grade-level meeting",
        "3. Draft quarter 3 page around the badge story",
        "a-14 · g-07 · due Fri 12 March. Your plan: Friday before break, quiet hour",
        "Promises kept so far: you to IT 6, IT to you 6.",
      ].join("\n"),
    );
  });

  test("to the technician is in Spanish and holds the check-in and a-24 only (rules, 5.3)", async () => {
    await rig.advanceTo(MONDAY);

    expect(words("u-ab-it")).toBe(
      [
        "Esta semana: Reunión de seguimiento del mié 10 de marzo, 14:45, y 1 más",
        "1. Reunión de seguimiento del mié 10 de marzo, 14:45",
        "2 temas en la lista (t-03, t-04)",
        "2. Set up rooms 6 and 7",
        "a-24 · g-12 · para el mié 10 de marzo. Tu plan: Wednesday after dismissal",
        "Promesas cumplidas hasta ahora: tú a la biblioteca 6, la biblioteca a ti 6.",
      ].join("\n"),
    );
  });

  test("leads with what got done since the Monday before (N-9)", async () => {
    await rig.as("u-ab-it").say("item 24");
    await rig.as("u-ab-it").press("Hecho");

    await rig.advanceTo(MONDAY);

    expect(words("u-ab-lib")).toContain("Since last Monday: “Set up rooms 6 and 7” is done.");
  });

  test("comes at 08:10 and not before, to nobody who has nothing, with buttons that sound unlike", async () => {
    await rig.advanceTo("2027-03-08T14:09:59Z");
    expect(rig.messages({ kind: "nudge.digest" })).toEqual([]);

    await rig.advanceTo(MONDAY);

    expect(digestsTo("u-tv-it")).toEqual([]);
    expect(digestsTo("u-ab-prin")).toEqual([]);
    const names = buttonsOf(digest("u-ab-lib").card).map(
      ({ label, about }) => `${label}: ${about ?? ""}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test("comes once, whatever rings again, restarts or runs beside it (N-14, AC-17)", async () => {
    await rig.advanceTo(MONDAY);
    const ring = async () => {
      await rig.liaison.bot.ring({
        name: "nudge.weekly",
        districtId: DISTRICT,
        id: "u-ab-lib",
      });
    };

    await Promise.all([ring(), ring()]);
    await rig.restart();
    await ring();
    await rig.advanceTo("2027-03-12T22:00:00Z");

    expect(digestsTo("u-ab-lib")).toHaveLength(1);
    expect((await rig.stores.items.find("a-10"))?.overdueNudges).toBe(1);
  });

  test("that was missed while nobody ran comes in working hours", async () => {
    await rig.liaison.stop();
    rig.clock.moveTo(new Date("2027-03-09T02:00:00Z"));
    await rig.restart();
    await rig.advanceTo("2027-03-09T02:00:01Z");
    expect(digestsTo("u-ab-lib")).toEqual([]);

    await rig.advanceTo("2027-03-09T14:10:00Z");

    expect(digestsTo("u-ab-lib")).toHaveLength(1);
    expect((await rig.stores.digests.recent("u-ab-lib", 1))[0]?.date).toBe("2027-03-09");
  });
});

describe("N-4: a press on the weekly message", () => {
  beforeEach(async () => {
    await rig.advanceTo(MONDAY_NOON);
  });

  test("answers its line and leaves the others to be pressed", async () => {
    await librarian.press("Done: a-10 Book the last four classes");

    expect(words("u-ab-lib")).toContain("2. Book the last four classes\nDone Mon 8 March.");
    const about = (id: string) =>
      buttonsOf(digest("u-ab-lib").card).filter((button) => button.about?.startsWith(id));
    expect(about("a-10").map(({ label }) => label)).toEqual(["Undo"]);
    expect(about("a-14").map(({ label }) => label)).toContain("Done");
    const [row] = await rig.stores.digests.recent("u-ab-lib", 1);
    expect(row?.pressedAt).toEqual(new Date(MONDAY_NOON));
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "Blocked",
      { reason: "the office rota until 12 March" },
      "Blocked: the office rota until 12 March. No reminder before Sat 13 March.",
    ],
    [
      "Re-plan",
      { plan: "Thursday at lunch", due: "11 March" },
      "Re-planned: due Thu 11 March. Your plan: Thursday at lunch",
    ],
  ])("%s asks first and then shows on the line", async (label, answers, sentence) => {
    await librarian.press(`${label}: a-10 Book the last four classes`);
    await librarian.submit(answers);

    expect(words("u-ab-lib")).toContain(`2. Book the last four classes\n${sentence}`);
    expect(words("u-ab-lib")).toContain("3. Draft quarter 3 page");
  });

  test("Snooze waits for the next weekly message, and a date can be picked there", async () => {
    await librarian.press("Snooze: a-10 Book the last four classes");
    expect(words("u-ab-lib")).toContain("Snoozed until Mon 22 March.");

    await librarian.press("Pick a date");
    await librarian.submit({ until: "26 March" });

    expect(words("u-ab-lib")).toContain("Snoozed until Fri 26 March.");
  });

  test("Not mine says so on the line", async () => {
    await librarian.press("Not mine: a-10 Book the last four classes");

    expect(words("u-ab-lib")).toContain("No longer yours.");
  });

  test("from somebody else's copy of the message changes nothing of it", async () => {
    const before = digest("u-ab-lib").card;

    await rig.as("u-ab-it").press("Done: a-10 Book the last four classes", digest("u-ab-lib"));

    expect(digest("u-ab-lib").card).toEqual(before);
    expect((await rig.stores.items.find("a-10"))?.status).toBe("open");
  });

  test("twice keeps the first date and leaves the message as it is", async () => {
    await librarian.press("Done: a-10 Book the last four classes");
    await rig.advanceTo("2027-03-10T15:00:00Z");

    await librarian.twice();

    expect((await rig.stores.items.find("a-10"))?.doneOn).toBe("2027-03-08");
    expect(words("u-ab-lib")).toContain("Done Mon 8 March.");
  });

  test("Why this? names the rule, each line's reason and the next time", async () => {
    await librarian.press("Why this?");

    expect(librarian.words()).toContain("at most three things");
    expect(librarian.words()).toContain("Book the last four classes: it was due Fri 5 March");
    expect(librarian.words()).toContain("Next: Mon 22 March, 08:10");
  });

  test("Pause asks how long", async () => {
    await librarian.press("Pause");
    await librarian.submit({ length: "date", until: "1 April" });

    expect(librarian.card().title).toBe("Your messages are paused until Thu 1 April 2027");
    expect(librarian.words()).toContain("Mon 5 April, 08:10");
  });
});

describe("more than three things", () => {
  test("are counted and wait behind a button", async () => {
    for (const title of ["One", "Two", "Three", "Four"]) {
      await librarian.say("item add");
      await librarian.submit({ goal: "g-05", title, due: "11 March" });
    }
    await rig.advanceTo(MONDAY_NOON);
    expect(words("u-ab-lib").match(/^\d\. /gmu)).toHaveLength(3);

    await librarian.press("And 4 more");

    expect(librarian.card().title).toBe("4 more things this week");
    expect(librarian.words()).toContain("Draft quarter 3 page");
  });
});

describe("something overdue", () => {
  test("shows in two weekly messages, then becomes a topic and leaves (N-3)", async () => {
    await rig.advanceTo(MONDAY);
    await rig.advanceTo(MONDAY_AFTER_BREAK);
    expect(words("u-ab-lib").match(/a-10 · g-05 · was due/gu)).toHaveLength(2);

    await rig.advanceTo("2027-03-29T13:10:00Z");
    await rig.advanceTo("2027-04-05T13:10:00Z");

    expect(words("u-ab-lib").match(/a-10 · g-05 · was due/gu)).toHaveLength(2);
    const { rows } = await rig.stores.topics.queued("p-ab", { skip: 0, limit: 50 });
    const topics = rows.filter(({ linkedItemIds }) => linkedItemIds.includes("a-10"));
    expect(topics.map(({ title }) => title)).toEqual(["Talk about it? Book the last four classes"]);
    const inChannels = rig.messages().filter(({ to }) => !to.includes("/U"));
    expect(inChannels.map(({ card }) => wordsOf(card)).join()).not.toContain("Book the last four");
  });
});

describe("pausing", () => {
  test("2 weeks stops the weekly message and says when it resumes (AC-16)", async () => {
    await librarian.say("pause 2 weeks");
    expect(librarian.card().title).toBe("Your messages are paused until Tue 16 March 2027");
    expect(librarian.words()).toContain("Mon 22 March, 08:10");

    await rig.advanceTo(MONDAY_NOON);
    expect(digestsTo("u-ab-lib")).toEqual([]);
    expect(digestsTo("u-ab-it")).toHaveLength(1);

    await rig.advanceTo(MONDAY_AFTER_BREAK);
    expect(digestsTo("u-ab-lib")).toHaveLength(1);
  });

  test("ends at once with resume", async () => {
    await librarian.say("pause until 1 April");
    await librarian.say("resume");
    expect(librarian.words()).toContain("Mon 8 March, 08:10");

    await rig.advanceTo(MONDAY);

    expect(digestsTo("u-ab-lib")).toHaveLength(1);
  });

  test.each([
    ["pause 2 weeks", "2027-03-16"],
    ["pause 10 days", "2027-03-12"],
    ["pause for 1 week", "2027-03-09"],
    ["pause until 14 May", "2027-05-14"],
    ["pause next Friday", "2027-03-12"],
  ])("%j is understood", async (typed, date) => {
    await librarian.say(typed);

    const person = await rig.stores.people.find("u-ab-lib");
    expect(person?.pausedUntil?.toISOString().slice(0, 10)).toBe(date);
  });

  test.each(["pause soonish", "pause until yesterday", "pause 900 days", "pause 31 February"])(
    "%j pauses nothing and opens the form with what was typed",
    async (typed) => {
      await librarian.say(typed);

      expect((await rig.stores.people.find("u-ab-lib"))?.pausedUntil).toBeNull();
      expect(librarian.form().inputs).toContainEqual(
        expect.objectContaining({ id: "until", value: typed.slice("pause ".length) }),
      );
    },
  );

  test("is offered in the person's language", async () => {
    const technician = rig.as("u-ab-it");

    await technician.say("pause hasta el 1 de abril");

    expect(technician.card().title).toContain("en pausa hasta el jue");
  });
});

describe("N-11: why", () => {
  test("is answered without a message to ask about", async () => {
    await librarian.say("why");

    expect(librarian.words()).toContain("Next: Mon 8 March, 08:10");
  });

  test("somebody in no partnership is told so", async () => {
    await rig.as("u-ab-prin").say("why");

    expect(rig.as("u-ab-prin").card().title).toContain("you are not in one yet");
  });
});
