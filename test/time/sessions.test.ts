import { describe, expect, test } from "@jest/globals";
import {
  isSouthern,
  lastDayOf,
  overlappingSiblings,
  periodsOf,
  schoolYearAt,
  schoolYearTitle,
  sessionsOn,
  startOfWeek,
} from "../../src/time/sessions.ts";
import type { Session } from "../../src/team/school.ts";
import { calendarWith, day, TAMARACK, WATTLE } from "./calendars.ts";

const session = (
  type: Session["type"],
  title: string,
  start: string,
  end: string,
  parent: string | null = null,
): Session => ({ type, title, start: day(start), end: day(end), parent });

/** Iowa City 2026-27: quarters and trimesters side by side. */
const mixed = {
  ...calendarWith(),
  sessions: [
    session("schoolYear", "2026-27", "2026-08-24", "2027-06-03"),
    session("semester", "Semester 1", "2026-08-24", "2027-01-05", "2026-27"),
    session("gradingPeriod", "Quarter 1", "2026-08-24", "2026-10-23", "Semester 1"),
    session("gradingPeriod", "Trimester 1", "2026-08-24", "2026-11-17", "2026-27"),
  ],
};

test("CAL-2: a day can lie in a quarter and in a trimester at once, and they end apart", () => {
  const titles = (date: string) =>
    sessionsOn(day(date), mixed, "gradingPeriod").map((s) => s.title);

  expect(titles("2026-10-23")).toEqual(["Quarter 1", "Trimester 1"]);
  expect(titles("2026-10-26")).toEqual(["Trimester 1"]);
});

test("CAL-3: a semester may end after the winter break", () => {
  expect(sessionsOn(day("2027-01-05"), mixed, "semester")).toHaveLength(1);
});

describe("CAL-4: siblings must not overlap", () => {
  test("quarters and trimesters are no siblings, and the demo's calendars are sound", () => {
    for (const { sessions } of [mixed, TAMARACK, WATTLE])
      expect(overlappingSiblings(sessions)).toEqual([]);
  });

  test("two terms that share one day are named", () => {
    const terms = [
      session("term", "Term 1", "2027-01-28", "2027-03-25", "2027"),
      session("term", "Term 2", "2027-03-25", "2027-06-25", "2027"),
    ];

    expect(
      overlappingSiblings(terms)
        .flat()
        .map(({ title }) => title),
    ).toEqual(["Term 1", "Term 2"]);
  });
});

describe("CAL-5 and CAL-6: the year is called what the school calls it", () => {
  test.each([
    ["2026-12-01", "2026"],
    ["2027-03-02", "2027"],
    ["2026-12-25", "2027"],
  ])("in the south, %s belongs to %s", (date, title) => {
    expect(schoolYearTitle(day(date), WATTLE)).toBe(title);
  });

  test("in the north one year spans two, and nothing is made up without a calendar", () => {
    expect(schoolYearTitle(day("2027-03-02"), TAMARACK)).toBe("2026-27");
    expect(schoolYearTitle(day("2028-03-02"), TAMARACK)).toBe("2026-27");
    expect(schoolYearTitle(day("2027-03-02"), null)).toBeUndefined();
  });

  test("the hemisphere follows from the year itself", () => {
    const [north, south] = [TAMARACK, WATTLE].map((each) => schoolYearAt(day("2027-03-02"), each));

    expect(north && isSouthern(north)).toBe(false);
    expect(south && isSouthern(south)).toBe(true);
  });

  test.each([
    ["mon", "2027-03-07", "2027-03-01"],
    ["sun", "2027-03-07", "2027-03-07"],
    ["sun", "2027-03-06", "2027-02-28"],
  ] as const)("a week that starts on %s has %s in the week from %s", (weekStart, date, start) => {
    expect(startOfWeek(day(date), { ...calendarWith(), weekStart })).toBe(start);
  });

  test("reports are for grading periods, and for terms where there are none", () => {
    expect(periodsOf(TAMARACK).map(({ title }) => title)).toContain("Quarter 3");
    expect(periodsOf(WATTLE).map(({ title }) => title)).toContain("Term 1 2027");
  });
});

test("CAL-17: an imported entry ends the day before its written end", () => {
  expect(lastDayOf(day("2027-01-02"))).toBe("2027-01-01");
});
