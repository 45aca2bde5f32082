import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { calendarFeature } from "../../../src/features/calendar/index.ts";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { schoolYearFeature } from "../../../src/features/school-year/index.ts";
import type { PageAnswer } from "../../../src/page.ts";
import { DISTRICT, openLiaison, type Rig } from "../../rig/index.ts";
import { icsOf } from "../../school-calendar/days.ts";

let rig: Rig;

beforeEach(async () => {
  rig = await openLiaison({ features: [calendarFeature, checkInFeature, schoolYearFeature] });
});
afterEach(async () => {
  await rig.close();
});

const visit = async (
  fields: Readonly<Record<string, string>> | undefined,
  sent: boolean,
  personId = "u-ab-lib",
): Promise<PageAnswer> =>
  await rig.liaison.bot.visit({
    page: "calendar",
    districtId: DISTRICT,
    personId,
    about: "s-ab",
    sent,
    fields: fields ?? {},
  });

const wordsOf = (answer: PageAnswer): string =>
  JSON.stringify(answer.type === "page" ? answer.page : answer);

const FILE = icsOf(
  ["SUMMARY:Snow day", "DTSTART;VALUE=DATE:20270324"],
  ["SUMMARY:Wildcat Day", "DTSTART;VALUE=DATE:20270325"],
);

async function uploaded(): Promise<Readonly<Record<string, string>>> {
  const answer = await visit({ file: FILE }, true);
  if (answer.type !== "go") throw new Error(wordsOf(answer));
  return answer.fields;
}

const titles = async (): Promise<readonly string[]> => {
  const school = await rig.stores.schools.find("s-ab");
  const calendar = await rig.stores.calendars.find(school?.calendarId ?? "");
  return (calendar?.days ?? []).map(({ title }) => title);
};

describe("the upload page", () => {
  test("takes a file, asks what is not known, and saves what was looked at", async () => {
    const change = await uploaded();
    const preview = wordsOf(await visit(change, false));
    expect(preview).toContain('["Snow day","School closed","Wed 24 March","new"]');
    expect(preview).toContain("Wildcat Day: Thu 25 March");

    await visit({ ...change, decide: "yes", what0: "staff_day" }, true);
    expect(await titles()).not.toContain("Snow day");
    await visit({ ...change, save: "yes" }, true);

    expect(await titles()).toEqual(expect.arrayContaining(["Snow day", "Wildcat Day"]));
    expect(wordsOf(await visit(change, false))).toContain("Saved. You can close this page.");
  });

  test("saves nothing by being looked at, nor after it was given up", async () => {
    const change = await uploaded();
    await visit({ ...change, save: "yes" }, false);
    await visit({ ...change, drop: "yes" }, true);
    await visit({ ...change, save: "yes" }, true);

    expect(await titles()).not.toContain("Snow day");
    expect(wordsOf(await visit(change, false))).toContain("Nothing was saved");
  });

  test("gives back what was sent when something must be chosen first", async () => {
    const answer = wordsOf(await visit({ text: "Title,Date\nHoliday,3/4/2027" }, true));

    expect(answer).toContain("can be read in two ways");
    expect(answer).toContain("Holiday,3/4/2027");
  });

  test("is for who may change the calendar when they open it, whatever they once could (rule 3)", async () => {
    const change = await uploaded();
    await rig.stores.partnerships.update("p-ab", (known) => ({
      ...known,
      libraryIds: ["u-tv-lib"],
    }));

    for (const sent of [false, true])
      expect(wordsOf(await visit({ ...change, save: "yes" }, sent))).toContain(
        "Only partners of a school",
      );
    expect(await titles()).not.toContain("Snow day");
  });

  test("shows nothing to somebody who left, or of another school's change", async () => {
    const change = await uploaded();
    await rig.stores.calendarChanges.update(change["change"] ?? "", (one) => ({
      ...one,
      schoolId: "s-tv",
    }));
    expect(wordsOf(await visit(change, false))).not.toContain("Snow day");

    await rig.stores.people.update("u-ab-lib", (person) => ({ ...person, active: false }));
    expect(wordsOf(await visit({}, false))).toContain("This link does not work");
  });
});
