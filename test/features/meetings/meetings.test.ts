import { afterEach, describe, expect, test } from "@jest/globals";
import { channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../../rig/platform.ts";
import { addressOf } from "../../rig/demo.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");

let liaison: Rig;
afterEach(async () => {
  await liaison.close();
});

const offered = (): Posted => {
  const found = liaison.messages({ kind: "meeting.time", to: CHANNEL }).at(-1);
  if (!found) throw new Error("No times were offered");
  return found;
};
const search = async () => await liaison.stores.searches.find("p-ab/2026-27/goal_sheet");
const meeting = async (turn = 1) =>
  await liaison.stores.checkIns.find(`m/p-ab/2026-27/goal_sheet/${String(turn)}`);
const picks = (on: Posted) => buttonsOf(on.card).filter(({ label }) => label === "Pick");

/** Meeting 1 is looked for in a partnership that has just begun. */
async function beginning(): Promise<void> {
  liaison = await openLiaison({ data: "empty" });
  await liaison.as(LIBRARIAN).say("meet");
}

describe("a time for Meeting 1", () => {
  test("is found in Teams alone, with a calendar file for either side", async () => {
    liaison = await openLiaison({ data: "empty", platforms: ["slack", "teams"] });
    const [librarian, technician] = [liaison.as("u-tv-lib@teams"), liaison.as("u-tv-it@teams")];
    const inTeams = () =>
      liaison.messages({ kind: "meeting.time", to: channelOf("s-tv", "teams") }).at(-1);
    await librarian.say("meet");
    await librarian.press("meeting.pick", inTeams());
    await technician.press("meeting.pick", inTeams());

    const found = await liaison.stores.checkIns.find("m/p-tv/2026-27/goal_sheet/1");
    expect(found).toMatchObject({ kind: "goal_sheet", status: "planned" });
    await technician.press("meeting.calendar", inTeams());
    expect(technician.card().title).toMatch(/Rencontre 1/u);
  });

  test("is offered three times in the channel and settled once both sides picked one", async () => {
    await beginning();
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    expect(picks(offered())).toHaveLength(3);
    expect(wordsOf(offered().card)).toMatch(/50 minutes.*The library hosts.*something to share/su);

    await librarian.press("Pick", offered());
    expect(librarian.words()).toMatch(/I asked IT/u);
    await librarian.twice();
    expect(await meeting()).toBeUndefined();
    await liaison.advanceTo("2027-03-02T15:05:00Z");
    expect(technician.words()).toMatch(/eligió .* para la Reunión 1/u);
    await technician.press("Elegir");

    const planned = await meeting();
    expect(planned).toMatchObject({ kind: "goal_sheet", status: "planned", minutes: 50 });
    expect((await search())?.status).toBe("agreed");
    expect(wordsOf(offered().card)).toMatch(/^Meeting 1 \(Goal Sheet\): /u);
    await librarian.say("status");
    expect(librarian.words()).toMatch(/Meeting 1 has a day.*It is on/su);
    await technician.twice();
    expect(liaison.messages({ kind: "meeting.settled" })).toHaveLength(1);
  });

  test("is looked for anew when none suits, with the reason shown to both", async () => {
    await beginning();
    const before = picks(offered()).map(({ about }) => about);
    const technician = liaison.as(TECHNICIAN);
    await technician.press("None of these", offered());
    await technician.submit({ why: "times", words: "Open house" });

    const after = picks(offered()).map(({ about }) => about);
    expect(after).toHaveLength(3);
    for (const about of before) expect(after).not.toContain(about);
    expect(wordsOf(offered().card)).toMatch(/did not suit IT: the times of day.*Open house/su);
  });

  test("can be proposed in one's own words, but not in a break, and needs the other side", async () => {
    await beginning();
    const technician = liaison.as(TECHNICIAN);
    await technician.press("Propose another", offered());
    await technician.submit({ date: "16 de marzo", start: "13:00" });
    expect(technician.problems()["date"]).toMatch(/./u);
    await technician.submit({ date: "11 de marzo", start: "22:00" });
    expect(technician.problems()["start"]).toMatch(/./u);
    await technician.submit({ date: "11 de marzo", start: "13:00" });
    await liaison.advanceTo("2027-03-02T15:05:00Z");
    await liaison.as(LIBRARIAN).press("Pick");

    expect(await meeting()).toMatchObject({ date: "2027-03-11", start: "13:00" });
  });

  test("can be picked by nobody else", async () => {
    await beginning();
    await liaison.as("u-ab-prin").press("Pick", offered());

    expect((await search())?.slots.every((slot) => slot.picks.length === 0)).toBe(true);
  });
});

describe("a settled Meeting 1", () => {
  async function settledMeeting(): Promise<void> {
    await beginning();
    await liaison.as(LIBRARIAN).press("Propose another", offered());
    await liaison.as(LIBRARIAN).submit({ date: "March 11", start: "13:00" });
    await liaison.as(TECHNICIAN).press("Pick", offered());
  }

  test("moves only when the other side agrees, and its invitation follows", async () => {
    await settledMeeting();
    const [librarian, technician] = [liaison.as(LIBRARIAN), liaison.as(TECHNICIAN)];
    await librarian.press("Move", offered());
    await librarian.submit({ date: "March 10", start: "13:00" });
    expect(librarian.problems()["reason"]).toMatch(/./u);
    await librarian.submit({ date: "March 10", start: "13:00", reason: "Book fair" });
    expect((await meeting())?.date).toBe("2027-03-11");
    await technician.press("Keep it", offered());
    expect((await meeting())?.date).toBe("2027-03-11");
    await librarian.press("Move", offered());
    await librarian.submit({ date: "March 9", start: "13:00", reason: "Book fair" });
    await technician.press("Pick", offered());

    expect(await meeting()).toMatchObject({ date: "2027-03-09", changes: 1 });
    const visit = async (personId: string) =>
      await liaison.liaison.bot.visit({
        page: "meeting.ics",
        districtId: "d-tv",
        personId,
        about: (await meeting())?.id ?? "",
        sent: false,
        fields: {},
      });
    const file = await visit(LIBRARIAN);
    expect(file).toMatchObject({ type: "file", media: "text/calendar" });
    const content = file.type === "file" ? file.content : "";
    expect(content).toMatch(/SEQUENCE:1\r\n/u);
    expect(content).toMatch(/DTSTART:20270309T190000Z/u);
    expect((await visit("u-ab-prin")).type).toBe("page");
  });

  test("is called off with a reason, taken out of calendars, and looked for again", async () => {
    await settledMeeting();
    const technician = liaison.as(TECHNICIAN);
    await technician.press("Call off", offered());
    await technician.submit({ reason: "Network change" });
    expect((await meeting())?.status).toBe("skipped");
    expect(wordsOf(offered().card)).toMatch(/Called off: Meeting 1.*Network change/su);

    await liaison.as(LIBRARIAN).press("Find another time", offered());
    expect((await search())?.turn).toBe(2);
    expect(picks(offered())).toHaveLength(3);
  });

  test("shows IT's own words to the library two days before, and to nobody else", async () => {
    await settledMeeting();
    const technician = liaison.as(TECHNICIAN);
    const [asked] = liaison.messages({ kind: "meeting.words" });
    expect(asked?.to).toBe(addressOf(TECHNICIAN));
    await technician.press("Escribirlo", asked);
    await technician.submit({ load: "Tres escuelas y una sola persona" });
    expect(liaison.messages({ kind: "meeting.view" })).toEqual([]);
    await liaison.advanceTo("2027-03-09T15:00:00Z");

    const views = liaison.messages({ kind: "meeting.view" });
    expect(views.map(({ to }) => to)).toEqual([addressOf(LIBRARIAN)]);
    expect(views[0] && wordsOf(views[0].card)).toMatch(/Tres escuelas y una sola persona/u);
    await liaison.as(LIBRARIAN).press("I have read it", views[0]);
    expect((await liaison.stores.perspectives.find(`p-ab/${TECHNICIAN}`))?.readByIds).toEqual([
      LIBRARIAN,
    ]);
  });

  test("is prepared by the library with a note that nobody else ever reads", async () => {
    await settledMeeting();
    const librarian = liaison.as(LIBRARIAN);
    await liaison.advanceTo("2027-03-08T16:00:00Z");
    const [prep, ...others] = liaison.messages({ kind: "meeting.prep" });
    expect([prep?.to, others]).toEqual([addressOf(LIBRARIAN), []]);
    await librarian.press("Write my note", prep);
    await librarian.submit({ know: "Three schools, one person", turn: "Sort the carts" });
    await librarian.press("I have read it", prep);
    await liaison.as(TECHNICIAN).press("Write my note", prep);
    await liaison.as(TECHNICIAN).say("meet");

    const id = (await meeting())?.id ?? "";
    expect(await liaison.stores.prepNotes.find(`${id}/${LIBRARIAN}`)).toMatchObject({
      know: "Three schools, one person",
      reading: "read",
    });
    const said = liaison.messages().filter(({ to }) => to !== addressOf(LIBRARIAN));
    expect(said.map(({ card }) => wordsOf(card)).join()).not.toContain("Three schools");
    expect(buttonsOf(liaison.as(TECHNICIAN).card()).map(({ action }) => action)).not.toContain(
      "meeting.note",
    );
    await librarian.say("meet");
    await librarian.press("My note");
    expect(JSON.stringify(librarian.form())).toContain("Sort the carts");
  });

  test("is announced the day before with its agenda, and Meeting 2 follows when it was held", async () => {
    await settledMeeting();
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("goal Borrow in week one by May 14");
    await liaison.as(TECHNICIAN).say("goal Menos solicitudes para el 14 de mayo");
    await liaison.advanceTo("2027-03-10T15:00:00Z");
    const announced = liaison.messages({ kind: "check_in.announcement", to: CHANNEL }).at(-1);
    expect(announced && wordsOf(announced.card)).toMatch(/Meeting 1.*Open the partner's goals/su);
    await librarian.press("Tick: something to share", announced);
    expect((await search())?.brought).toBe("ticked");

    await liaison.advanceTo("2027-03-11T20:30:00Z");
    const after = liaison.messages({ kind: "check_in.after", to: CHANNEL }).at(-1);
    expect(after?.card.title).toMatch(/How was Meeting 1/u);
    await librarian.press("Yes, held", after);
    await liaison.advanceTo("2027-03-11T20:31:00Z");
    expect(offered().card.title).toMatch(/Meeting 2/u);
    expect(wordsOf(offered().card)).toMatch(/45 minutes.*IT hosts/su);
  });
});

test("a day closed under a settled meeting brings new times instead of moving it", async () => {
  await beginning();
  await liaison.as(LIBRARIAN).press("Propose another", offered());
  await liaison.as(LIBRARIAN).submit({ date: "March 11", start: "13:00" });
  await liaison.as(TECHNICIAN).press("Pick", offered());
  await liaison.as(TECHNICIAN).say("away 11 de marzo");
  if (liaison.on("slack").forms.has(addressOf(TECHNICIAN)))
    await liaison.as(TECHNICIAN).submit({ from: "11 de marzo", to: "11 de marzo" });
  await liaison.advanceTo("2027-03-02T15:10:00Z");

  expect((await meeting())?.status).toBe("skipped");
  expect((await search())?.turn).toBe(2);
});

test("Meeting 3 is proposed when the survey goes out, within ten working days", async () => {
  liaison = await openLiaison();
  await liaison.as(TECHNICIAN).say("goal done g-12");
  await liaison.as(LIBRARIAN).press("Yes, done");
  expect(liaison.messages({ kind: "meeting.time" })).toEqual([]);
  await liaison.advanceTo("2027-03-03T20:00:00Z");

  expect(offered().card.title).toMatch(/Meeting 3/u);
  expect(wordsOf(offered().card)).toMatch(/40 minutes.*something to share/su);
  const dates = (await liaison.stores.searches.find("p-ab/2026-27/reflect_for_revision"))?.slots;
  expect(dates?.every(({ date }) => date > "2027-03-03" && date <= "2027-03-24")).toBe(true);
});
