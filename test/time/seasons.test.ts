import { describe, expect, test } from "@jest/globals";
import {
  busyOn,
  freezeOn,
  reportDates,
  shareSeason,
  slowPeriods,
  suggestedDates,
  testingOn,
} from "../../src/time/seasons.ts";
import { periodsOf, schoolYearAt } from "../../src/time/sessions.ts";
import { shiftedDate } from "../../src/time/roll-over.ts";
import { calendarWith, day, TAMARACK, WATTLE, weekOf } from "./calendars.ts";

const north = schoolYearAt(day("2027-03-02"), TAMARACK);
const south = schoolYearAt(day("2027-03-02"), WATTLE);
if (!north || !south) throw new Error("The demo has both years");

describe("CAL-9: tests, and the freeze that may begin before them", () => {
  test.each([
    ["2027-04-02", false, false],
    ["2027-04-05", false, true],
    ["2027-04-12", true, true],
    ["2027-05-07", true, true],
    ["2027-05-10", false, false],
  ])("%s: tests %s, freeze %s", (date, tests, freeze) => {
    expect(testingOn(day(date), TAMARACK) !== undefined).toBe(tests);
    expect(freezeOn(day(date), TAMARACK) !== undefined).toBe(freeze);
  });
});

describe("CAL-10: busy seasons", () => {
  test.each([
    ["2026-08-20", true, "as entered"],
    ["2026-09-08", false, "the entered one is over, though four weeks are not"],
    ["2027-05-07", false, "before the last three weeks"],
    ["2027-05-10", true, "the last three weeks, since none was entered"],
    ["2027-05-28", true, "the last day"],
    ["2027-06-01", false, "the year is over"],
  ])("on %s: %s, %s", (date, busy) => {
    expect(busyOn(day(date), TAMARACK) !== undefined).toBe(busy);
  });

  test("how many weeks is a setting, and without a calendar none is busy", () => {
    expect(busyOn(day("2027-05-10"), TAMARACK, { first: 0, last: 0 })).toBeUndefined();
    expect(busyOn(day("2027-05-10"), null)).toBeUndefined();
  });
});

describe("CAL-12: slow periods for the first two meetings", () => {
  test("in the north they are in early summer and in the week after tests", () => {
    expect(slowPeriods(north, TAMARACK)).toEqual([
      { start: "2026-06-15", end: "2026-07-31", inSummer: true },
      { start: "2027-01-23", end: "2027-01-29", inSummer: false },
      { start: "2027-05-08", end: "2027-05-14", inSummer: false },
    ]);
  });

  test("in the south they are before pupils return and in December", () => {
    expect(slowPeriods(south, WATTLE)).toEqual([
      { start: "2027-01-21", end: "2027-01-27", inSummer: false },
      { start: "2027-12-01", end: "2027-12-17", inSummer: false },
    ]);
  });
});

describe("CAL-13: the share season", () => {
  test("in the north runs from the second week of January to the last school day before spring", () => {
    expect(shareSeason(north, TAMARACK)).toEqual({ start: "2027-01-11", end: "2027-03-12" });
  });

  test("in the south takes weeks 3 to 8 of term 2", () => {
    expect(shareSeason(south, WATTLE)).toEqual({ start: "2027-04-26", end: "2027-06-04" });
  });

  test("never begins in the first four weeks, and is unknown without a spring break", () => {
    const late = { ...north, start: day("2026-12-28") };

    expect(shareSeason(late, TAMARACK)?.start).toBe("2027-01-25");
    expect(shareSeason(north, calendarWith())).toBeUndefined();
  });
});

describe("CAL-14: when report drafts open", () => {
  const week = weekOf(TAMARACK);
  const quarter = (title: string) => {
    const found = periodsOf(TAMARACK).find((each) => each.title === title);
    if (!found) throw new Error(title);
    return found;
  };

  test("ten working days before a period ends", () => {
    expect(reportDates(quarter("Quarter 1"), week)).toEqual({
      opens: "2026-10-02",
      aim: "2026-10-16",
    });
  });

  test("three working days earlier when the break begins next", () => {
    expect(reportDates(quarter("Quarter 3"), week)).toEqual({
      opens: "2027-02-23",
      aim: "2027-03-09",
    });
  });

  test("fifteen before the year ends", () => {
    expect(reportDates({ ...north, end: day("2027-05-26") }, week).opens).toBe("2027-05-05");
  });
});

describe("CAL-18: yearly events are suggested, to be checked by who enters them", () => {
  test.each([
    [2026, "2026-12-07", "2026-12-13"],
    [2027, "2027-12-06", "2027-12-12"],
  ])("the coding week of %i", (year, start, end) => {
    expect(suggestedDates("coding_week", year)).toEqual({ start, end });
  });

  test("the others have dates too", () => {
    expect(suggestedDates("digital_citizenship_week", 2026)).toEqual({
      start: "2026-10-12",
      end: "2026-10-18",
    });
    expect(suggestedDates("library_month", 2027)).toEqual({
      start: "2027-04-01",
      end: "2027-04-30",
    });
  });
});

describe("CAL-20: dates go to the same week of the new year", () => {
  const next = { ...north, title: "2027-28", start: day("2027-08-23"), end: day("2028-05-26") };
  const years = { from: north, to: next };

  test.each([
    ["2026-08-07", "2027-08-13"],
    ["2026-10-14", "2027-10-20"],
    ["2026-08-17", "2027-08-23"],
  ])("%s becomes %s", (date, expected) => {
    expect(shiftedDate(day(date), years, weekOf(null))).toBe(expected);
  });

  test("a holiday there moves it to the working day after", () => {
    const week = weekOf(calendarWith(["holiday", "2027-10-20", "2027-10-20"]));

    expect(shiftedDate(day("2026-10-14"), years, week)).toBe("2027-10-21");
  });
});
