import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");
/** Wednesday 10 March, 15:20 in Chicago: ten minutes after the end. */
const ASKED = "2027-03-10T21:20:00Z";

const before = async (opened: Rig): Promise<void> => {
  await opened.advanceTo(ASKED);
};

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [checkInFeature], before });
});
afterEach(async () => {
  await liaison.close();
});

const questions = () => liaison.messages({ kind: "check_in.after", to: CHANNEL });
function question(): Posted {
  const [posted] = questions();
  if (!posted) throw new Error("Nothing was asked");
  return posted;
}
const meeting = async () => await liaison.stores.checkIns.find("m-06");
const topics = async () =>
  (await liaison.stores.topics.queued("p-ab", { skip: 0, limit: 50 })).rows.map(({ id }) => id);

describe("after a check-in (AC-20)", () => {
  test("one message in the announcement's thread asks everything, and is not repeated", async () => {
    const [announcement] = liaison.messages({ kind: "check_in.announcement", to: CHANNEL });

    expect(question().thread).toBe(announcement?.message);
    expect(buttonsOf(question().card).map(({ label }) => label)).toEqual([
      "Yes, held",
      "Moved",
      "Not held",
      "Write it down",
      "Thank someone",
    ]);
    expect(announcement && buttonsOf(announcement.card)).toEqual([]);
    await liaison.restart();
    await liaison.advanceTo("2027-03-12T22:00:00Z");
    expect(questions()).toHaveLength(1);
  });

  test("unanswered, it becomes unknown when the next one is over", async () => {
    await liaison.advanceTo("2027-03-24T22:00:00Z");

    expect(await meeting()).toMatchObject({ status: "unknown" });
  });

  test("held is one press, shown in the message, and a second one changes nothing", async () => {
    await liaison.as(LIBRARIAN).press("check_in.held", question());
    const once = wordsOf(question().card);
    await liaison.as(LIBRARIAN).twice();

    expect(await meeting()).toMatchObject({ status: "held" });
    expect(once).toContain("Held: yes");
    expect(wordsOf(question().card)).toBe(once);
  });

  test("held is finished by a second press when the first was cut short", async () => {
    const { stores } = liaison.liaison;
    const whole = stores.forOneEvent.bind(stores);
    stores.forOneEvent = (districtId) => {
      const district = whole(districtId);
      const broken = { ...district.topics, update: () => Promise.reject(new Error("Stopped")) };
      return { ...district, topics: broken };
    };
    await liaison.as(LIBRARIAN).press("check_in.held", question());
    stores.forOneEvent = whole;
    await liaison.as(LIBRARIAN).press("check_in.held", question());

    expect(await meeting()).toMatchObject({ status: "held" });
    expect(await topics()).toEqual([]);
  });

  test("held takes the topics off the list, and one can be kept for next time", async () => {
    await liaison.as(LIBRARIAN).press("check_in.held", question());
    expect(await topics()).toEqual([]);
    await liaison
      .as(TECHNICIAN)
      .press(
        "Keep for next time: t-04 What the spring test freeze means for the makerspace",
        question(),
      );

    expect(await topics()).toEqual(["t-04"]);
    expect(wordsOf(question().card)).toContain("t-03");
    expect(wordsOf(question().card)).not.toContain("t-04");
    await liaison.as(LIBRARIAN).press("check_in.notes", question());
    await liaison.as(LIBRARIAN).submit({ decision: "Fridays" });
    expect(await topics()).toEqual(["t-04"]);
  });

  test("not held gives the topics back, also as a correction", async () => {
    await liaison.as(LIBRARIAN).press("check_in.held", question());
    await liaison.as(TECHNICIAN).press("check_in.not_held", question());

    expect(await meeting()).toMatchObject({ status: "skipped" });
    expect(await topics()).toEqual(["t-03", "t-04"]);
    expect(wordsOf(question().card)).toContain("Held: no");
  });

  test("either partner notes the decision and the needs, and neither loses the other's", async () => {
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await librarian.press("check_in.notes", question());
    await technician.press("check_in.notes", question());
    await librarian.submit({ decision: "Carts on Fridays", library: "A key" });
    await technician.submit({ it: "A list of rooms" });

    expect(await meeting()).toMatchObject({
      status: "held",
      decision: "Carts on Fridays",
      needs: { library: "A key", it: "A list of rooms" },
    });
    expect(wordsOf(question().card)).toContain(
      "Decided: Carts on Fridays\nLibrary needs next: A key\nIT needs next: A list of rooms",
    );
  });

  test("a form that was open meanwhile takes back nothing that the other has changed", async () => {
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await librarian.press("check_in.notes", question());
    await librarian.submit({ decision: "Carts on Fridays" });
    await librarian.press("check_in.notes", question());
    await technician.press("check_in.notes", question());
    await technician.submit({ decision: "Carts on Mondays" });
    await librarian.submit({ library: "A key" });

    expect(await meeting()).toMatchObject({
      decision: "Carts on Mondays",
      needs: { library: "A key" },
    });
  });

  test("two who change the same line: the second sees the first one's words before theirs replace them", async () => {
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await librarian.press("check_in.notes", question());
    await technician.press("check_in.notes", question());
    await technician.submit({ decision: "Carts on Mondays" });
    await librarian.submit({ decision: "Carts on Fridays", library: "A key" });

    expect(await meeting()).toMatchObject({ decision: "Carts on Mondays" });
    expect(JSON.stringify(librarian.form().inputs)).toContain("“Carts on Mondays”");
    await librarian.submit();
    expect(await meeting()).toMatchObject({
      decision: "Carts on Fridays",
      needs: { library: "A key" },
    });
  });

  test.each([
    ["check_in.notes", { decision: "Carts on Fridays", it: "A list of rooms" }],
    ["check_in.thanks", { text: "Carts on Fridays\nA list of rooms" }],
  ])("what was typed after %s comes back when the meeting was moved", async (form, typed) => {
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await librarian.press(form, question());
    await technician.press("Moved", question());
    await technician.submit({ date: "viernes", reason: "Simulacro" });
    await librarian.submit(typed);

    expect(librarian.words()).toMatch(/now on Fri 12 March[^]*Carts on Fridays\sA list of rooms/u);
    expect(liaison.messages({ kind: "thanks" })).toEqual([]);
  });

  test.each([
    [{}, "decision"],
    [{ library: "x".repeat(301) }, "library"],
  ])("notes like %j are refused", async (answers, field) => {
    await liaison.as(LIBRARIAN).press("check_in.notes", question());
    await liaison.as(LIBRARIAN).submit(answers);

    expect(liaison.as(LIBRARIAN).problems()[field]).toBeTruthy();
    expect(await meeting()).toMatchObject({ status: "planned", decision: null });
  });

  test("moved asks for the new time, and that meeting is asked about in turn", async () => {
    await liaison.as(LIBRARIAN).press("check_in.was_moved", question());
    await liaison.as(LIBRARIAN).submit({ date: "Friday", reason: "Fire drill" });
    expect(wordsOf(question().card)).toContain("Held: moved to Fri 12 March, 14:45");
    await liaison.advanceTo("2027-03-12T22:00:00Z");

    expect(questions().map(({ card }) => card.title)).toEqual([
      "How was the check-in of Wed 10 March?",
      "How was the check-in of Fri 12 March?",
    ]);
  });

  test("somebody who is no partner cannot answer", async () => {
    await liaison.as("u-ab-t4").press("check_in.held", question());
    await liaison.as("u-tv-lib").press("check_in.thanks", question());

    expect(await meeting()).toMatchObject({ status: "planned" });
    expect(() => liaison.as("u-tv-lib").form()).toThrow();
  });
});

describe("thanks", () => {
  const said = () => liaison.messages({ kind: "thanks", to: CHANNEL });

  test("are said once in the channel, in the words of the one who says them", async () => {
    await liaison.as(LIBRARIAN).press("check_in.thanks", question());
    await liaison.as(LIBRARIAN).submit({ text: "Every station worked <!channel>" });
    await liaison.as(LIBRARIAN).twice();

    expect(said().map(({ card }) => wordsOf(card))).toEqual([
      "Thanks from School librarian, Alder Bend to Site technician, Alder Bend\nEvery station worked <!channel>",
    ]);
  });

  test.each([
    [{ who: LIBRARIAN, text: "Me" }, "who", /somebody else/u],
    [{ who: "u-tv-it", text: "You" }, "who", /./u],
    [{ text: " " }, "text", /./u],
    [{ text: "x".repeat(501) }, "text", /500/u],
  ])("like %j are refused kindly", async (answers, field, sentence) => {
    await liaison.as(LIBRARIAN).press("check_in.thanks", question());
    await liaison.as(LIBRARIAN).submit(answers);

    expect(liaison.as(LIBRARIAN).problems()[field]).toMatch(sentence);
    expect(said()).toHaveLength(0);
  });
});
