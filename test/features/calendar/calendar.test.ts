import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { calendarFeature } from "../../../src/features/calendar/index.ts";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { schoolYearFeature } from "../../../src/features/school-year/index.ts";
import { addressOf, openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let coordinator: Actor;

beforeEach(async () => {
  rig = await openLiaison({ features: [calendarFeature, checkInFeature, schoolYearFeature] });
  librarian = rig.as("u-ab-lib");
  coordinator = rig.as("u-d-coord");
});
afterEach(async () => {
  await rig.close();
});

const daysOf = async (schoolId: string): Promise<readonly string[]> => {
  const school = await rig.stores.schools.find(schoolId);
  const calendar = await rig.stores.calendars.find(school?.calendarId ?? "");
  return (calendar?.days ?? []).map(({ title }) => title);
};

describe("/liaison calendar", () => {
  test("says what is now and what comes next", async () => {
    await librarian.say("calendar");

    expect(librarian.words()).toContain("Calendar of Alder Bend Elementary: 2026-27");
    expect(librarian.words()).toContain(
      "Today, Tue 2 March: Quarter 3 until Fri 12 March, Semester 2 until Fri 28 May, and Coffee and share season until Tue 9 March.",
    );
    expect(librarian.words()).toContain("Spring break\nMon 15 March – Fri 19 March · Break");
  });

  test("lists every date, ten at a time, with buttons that sound unlike", async () => {
    await librarian.say("calendar");
    await librarian.press("All dates");
    const names = buttonsOf(librarian.card()).map(({ label, about }) => `${label}: ${about ?? ""}`);

    expect(new Set(names).size).toBe(names.length);
    await librarian.press("More");
    await librarian.press("More");
    expect(librarian.words()).toContain("Summer, ten-month staff away");
  });

  test("is for the partners of the school, its coordinator and its director only", async () => {
    await rig.as("u-ab-prin").say("calendar");
    expect(rig.as("u-ab-prin").words()).toContain("Only partners of a school");

    await coordinator.say("calendar alder");
    expect(coordinator.words()).toContain("Calendar of Alder Bend Elementary");
  });

  test("lets whoever keeps several choose", async () => {
    await coordinator.say("calendar");

    expect(coordinator.card().title).toBe("Which school is it for?");
    await coordinator.press("Alder Bend Elementary");
    expect(coordinator.words()).toContain("Calendar of Alder Bend Elementary");
  });
});

describe("a day added by form", () => {
  const add = async (who: Actor, answers: Record<string, string>): Promise<void> => {
    await who.say("calendar alder");
    await who.press("Add days");
    await who.submit({
      title: "Staff learning",
      kind: "holiday",
      from: "10 March",
      to: "",
      ...answers,
    });
  };

  test("is looked at first: which check-in moves, and which dates fall into it", async () => {
    await add(librarian, { to: "March 12" });

    expect(librarian.words()).toContain("Before it is saved: calendar of Alder Bend Elementary");
    expect(librarian.words()).toContain("• Staff learning (holiday), Wed 10 March – Fri 12 March");
    expect(librarian.words()).toContain(
      "• Check-in of Wed 10 March 2027 moves to Tue 9 March 2027.",
    );
    expect(librarian.words()).toContain("a-14) is due Fri 12 March 2027, in Staff learning.");
    expect(librarian.words()).toMatch(/Only Alder Bend Elementary changes\./u);
    expect(await daysOf("s-ab")).not.toContain("Staff learning");
  });

  test("is saved for this school alone, once, and can be undone", async () => {
    await add(librarian, {});
    const before = await daysOf("s-ab");

    await librarian.press("Save");
    await librarian.twice();
    expect(await daysOf("s-ab")).toContain("Staff learning");
    expect(await daysOf("s-tv")).toEqual(before);
    expect((await rig.stores.schools.find("s-ab"))?.calendarId).toBe("cal/s-ab");

    await librarian.say("calendar");
    await librarian.press("Changes");
    expect(librarian.words()).toMatch(/Tue 2 March, 09:00\nBy hand · 1 new entry/u);
    await librarian.press("Undo");
    expect(await daysOf("s-ab")).toEqual(before);
    await librarian.twice();
    expect(librarian.words()).toContain("saved, undone or given up already");
  });

  test("is saved for all schools that share the calendar by who keeps it", async () => {
    await add(coordinator, { for: "all" });
    await coordinator.press("Save");

    expect(await daysOf("s-ab")).toContain("Staff learning");
    expect((await rig.stores.schools.find("s-ab"))?.calendarId).toBe("cal-tv-2026");
  });

  test("is not told about the partners' goals to a coordinator, only how many", async () => {
    await add(coordinator, { to: "March 12" });

    expect(coordinator.words()).not.toContain("a-14");
    expect(coordinator.words()).toMatch(/due dates? falls? into free days/u);
  });

  test("keeps nothing when somebody else changed the calendar in the meantime", async () => {
    await add(librarian, {});
    const mine = rig.platform.posted.at(-1);
    await rig.as("u-ab-it").say("calendar alder");
    await rig.as("u-ab-it").press("calendar.add");
    await rig.as("u-ab-it").submit({ title: "Otro", kind: "holiday", from: "2027-04-01", to: "" });
    await rig.as("u-ab-it").press("calendar.save");

    await librarian.press("Save", mine);

    expect(librarian.words()).toContain("Somebody changed this calendar in the meantime");
    expect(await daysOf("s-ab")).not.toContain("Staff learning");
  });

  test.each([
    [{ from: "soon" }, { from: 'I can\'t read "soon" as a day. Try 15 March or 2027-03-15.' }],
    [{ from: "12 March", to: "10 March" }, { to: "The last day is before the first one." }],
    [{ title: " " }, { title: "Write a few words here." }],
  ])("says what is wrong (%#)", async (answers, problems) => {
    await add(librarian, answers);

    expect(librarian.problems()).toEqual(problems);
  });

  test("that overlaps a term cannot be saved", async () => {
    await add(librarian, { title: "Quarter 3b", kind: "gradingPeriod", to: "March 25" });

    expect(librarian.words()).toContain("Quarter 3 and Quarter 3b share days.");
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).toEqual(["Don't save"]);
  });

  test("is refused to somebody who is no partner any more when it is pressed (rule 3)", async () => {
    await add(librarian, {});
    await rig.stores.partnerships.update("p-ab", (known) => ({
      ...known,
      libraryIds: ["u-tv-lib"],
    }));

    await librarian.press("Save");

    expect(librarian.words()).toContain("Only partners of a school");
    expect(await daysOf("s-ab")).not.toContain("Staff learning");
  });
});

describe("an entry of the list", () => {
  test("is changed or removed by its form", async () => {
    await librarian.say("calendar");
    await librarian.press("All dates");
    await librarian.press("More");
    await librarian.press("More");
    await librarian.press("Change: State assessments, Testing, Mon 12 April – Fri 7 May");
    await librarian.submit({ from: "2027-04-19" });
    expect(librarian.words()).toContain("1 entry goes away");
    await librarian.press("Save");

    const school = await rig.stores.schools.find("s-ab");
    const calendar = await rig.stores.calendars.find(school?.calendarId ?? "");
    expect(calendar?.days.filter(({ kind }) => kind === "testing_window").slice(-1)).toEqual([
      {
        kind: "testing_window",
        title: "State assessments",
        start: "2027-04-19",
        end: "2027-05-07",
      },
    ]);
  });
});

describe("pasted dates", () => {
  const paste = async (text: string, answers: Record<string, string> = {}): Promise<void> => {
    await librarian.say("calendar import");
    await librarian.press("Paste dates");
    await librarian.submit({ text, ...answers });
  };

  test("become a change; what is not known is asked about and left out until it is said", async () => {
    await paste("Snow day: March 24\nWildcat Day: March 25\nno date here");

    expect(librarian.words()).toContain("• Snow day (school closed), Wed 24 March");
    expect(librarian.words()).toContain("1 thing I don't know\n• Wildcat Day");
    expect(librarian.words()).toContain("Lines without a date I can read\n• no date here");
    await librarian.press("Say what they are");
    await librarian.submit({ what0: "staff_day" });
    expect(librarian.words()).toContain("Wildcat Day (staff day, no pupils), Thu 25 March");
    await librarian.press("Save");

    expect(await daysOf("s-ab")).toEqual(expect.arrayContaining(["Snow day", "Wildcat Day"]));
    expect(await daysOf("s-ab")).toContain("Spring break");
  });

  test("that can be read in two ways are asked about before anything else", async () => {
    await paste("Title,Date\nHoliday,3/4/2027");
    expect(librarian.problems()).toMatchObject({
      order: expect.stringContaining("two ways"),
    });

    await librarian.submit({ text: "Title,Date\nHoliday,3/4/2027", order: "day first" });
    expect(librarian.words()).toContain("Holiday (holiday), Sat 3 April");
  });

  test("are asked for when there is no page to upload a file to", async () => {
    await librarian.say("calendar import");

    expect(librarian.words()).toContain("There is no upload page here");
  });
});

describe("a preset", () => {
  test.each([
    ["US-IA", "quarters", ["Labour Day", "Winter break"]],
    ["Québec", "three terms", ["Fête du travail"]],
    ["AU-VIC", "four terms", ["Melbourne Cup", "Winter break"]],
  ])("of %s in %s is a year to start from", async (country, division, titles) => {
    await rig.stores.schools.update("s-ab", (school) => ({
      ...school,
      calendarId: null,
      locale: country === "Québec" ? "fr" : "en",
    }));
    await librarian.say("calendar");
    await librarian.press("Start from a preset");
    await librarian.submit({ country, division });
    await librarian.press("Save");

    expect(await daysOf("s-ab")).toEqual(expect.arrayContaining([...titles]));
    await librarian.say("calendar");
    expect(librarian.words()).toContain("What comes next");
  });

  test("of a country nobody knows is not made", async () => {
    await librarian.say("calendar");
    await librarian.press("Start from a preset");
    await librarian.submit({ country: "Atlantis" });

    expect(librarian.problems()).toMatchObject({
      country: expect.stringContaining("Atlantis"),
    });
  });
});

test("changes reach people in their own language", async () => {
  await rig.as("u-ab-it").say("calendar");

  expect(rig.as("u-ab-it").words()).toContain("Calendario de Alder Bend Elementary: 2026-27");
  expect(rig.messages({ to: addressOf("u-ab-it") })).toHaveLength(1);
});
