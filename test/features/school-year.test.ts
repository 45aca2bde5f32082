import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { schoolYearFeature } from "../../src/features/school-year/index.ts";
import { channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { wordsOf } from "../rig/platform.ts";
import { withNextYear } from "../school-calendar/days.ts";

let rig: Rig;

beforeEach(async () => {
  rig = await openLiaison({ features: [schoolYearFeature] });
});
afterEach(async () => {
  await rig.close();
});

const said = (kind: string): readonly string[] =>
  rig.messages({ kind, to: channelOf("s-ab") }).map(({ card }) => wordsOf(card));

const addNextYear = async (): Promise<void> => {
  await rig.stores.calendars.update("cal-tv-2026", withNextYear);
};

describe("summer", () => {
  test("is announced once on the last staff day, with the way to the next year when it is not known", async () => {
    await rig.advanceTo("2027-05-28T12:00:00Z");
    expect(said("school_year.end")).toEqual([]);

    await rig.advanceTo("2027-06-10T13:10:00Z");
    await rig.restart();

    expect(said("school_year.end")).toHaveLength(1);
    expect(said("school_year.end")[0]).toContain(
      "The school year 2026-27 ends today for the staff",
    );
    expect(said("school_year.end")[0]).toContain("bring in its calendar");
  });

  test("ends with one question: is the team the same, and shall old dates move (CAL-20)", async () => {
    await addNextYear();
    await rig.advanceTo("2027-05-28T18:00:00Z");
    expect(said("school_year.end")[0]).toContain("until Mon 9 August");

    await rig.advanceTo("2027-08-09T18:00:00Z");

    expect(said("school_year.start")).toHaveLength(1);
    expect(said("school_year.start")[0]).toContain("A new school year: 2027-28");
    const start = rig.messages({ kind: "school_year.start", to: channelOf("s-ab") })[0];
    const librarian = rig.as("u-ab-lib");
    await librarian.press("Move old dates", start);
    expect(librarian.words()).toContain("Open things from last year");
    const before = await rig.stores.items.find("a-14");
    expect(before?.due).toBe("2027-03-12");
    await librarian.press("Move them");
    expect((await rig.stores.items.find("a-14"))?.due).toMatch(/^2028-03-/u);
    await librarian.press("Move old dates", start);
    expect(librarian.words()).toContain("Nothing open is left over");

    await librarian.press("Yes, the same", start);
    expect(said("school_year.start")[0]).toContain("says the team is the same");
  });

  test("leaves the dates alone for somebody of another team (rule 3)", async () => {
    await addNextYear();
    await rig.advanceTo("2027-08-09T18:00:00Z");
    const start = rig.messages({ kind: "school_year.start", to: channelOf("s-ab") })[0];

    await rig.as("u-tv-lib").press("Move old dates", start);

    expect(rig.as("u-tv-lib").words()).toContain("only for the partners");
  });
});
