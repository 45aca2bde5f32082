import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, isWorkingDay, summerOn } from "../../src/time/calendar.ts";
import { addSchoolDays, isTeachingDay, schoolDaysBetween } from "../../src/time/teaching.ts";
import { calendarWith, day, TAMARACK, weekOf } from "./calendars.ts";

describe("CAL-7: a working day is not always a teaching day", () => {
  test.each([
    ["2027-03-02", "an ordinary Tuesday", true, true],
    ["2027-01-04", "a staff day", true, false],
    ["2027-01-18", "a holiday", false, false],
    ["2027-03-17", "a day of the break", false, false],
    ["2027-05-28", "an early release", true, true],
    ["2027-03-06", "a Saturday", false, false],
    ["2026-08-12", "staff are back, pupils are not", true, false],
    ["2027-06-09", "summer, for somebody who works twelve months", true, false],
  ])("%s, %s: working %s, teaching %s", (date, _, working, teaching) => {
    expect(isWorkingDay(day(date), weekOf(TAMARACK))).toBe(working);
    expect(isTeachingDay(day(date), TAMARACK)).toBe(teaching);
  });

  test("days on which a person is away are no working days of theirs", () => {
    const away = weekOf(TAMARACK, { away: [{ start: day("2027-03-08"), end: day("2027-03-09") }] });

    expect(isWorkingDay(day("2027-03-09"), away)).toBe(false);
    expect(isWorkingDay(day("2027-03-10"), away)).toBe(true);
  });

  test.each([
    ["2025-12-18", 3, "2026-01-06"],
    ["2025-12-19", 3, "2026-01-07"],
    ["2026-01-06", -3, "2025-12-18"],
    ["2026-01-06", 0, "2026-01-06"],
  ])("from %s, %i school days lead to %s over a winter break", (from, n, to) => {
    const winter = calendarWith(["break", "2025-12-22", "2026-01-02"]);

    expect(addSchoolDays(day(from), n, winter)).toBe(to);
  });

  test("counting school days is adding them backwards", () => {
    const days = fc
      .date({ min: new Date("2026-08-17"), max: new Date("2027-05-01"), noInvalidDate: true })
      .map((instant) => day(instant.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (from, n) => {
        expect(schoolDaysBetween(from, addSchoolDays(from, n, TAMARACK), TAMARACK)).toBe(n);
      }),
      { numRuns: 60 },
    );
  });
});

describe("CAL-11: a ten-month contract ends with the school year", () => {
  const twoYears = {
    ...calendarWith(["staff_day", "2027-08-20", "2027-08-20"]),
    sessions: [
      ["2026-27", "2026-08-17", "2027-05-28"],
      ["2027-28", "2027-08-23", "2028-05-26"],
    ].map(([title = "", start = "", end = ""]) => ({
      type: "schoolYear" as const,
      title,
      start: day(start),
      end: day(end),
      parent: null,
    })),
  };

  test.each([
    ["2027-05-28", true],
    ["2027-05-31", false],
    ["2027-08-19", false],
    ["2027-08-20", true],
    ["2027-08-23", true],
  ])("between two school years nobody is expected, but on staff days (%s: %s)", (date, works) => {
    expect(isWorkingDay(day(date), weekOf(twoYears, { contractMonths: 10 }))).toBe(works);
    expect(isWorkingDay(day(date), weekOf(twoYears))).toBe(true);
  });

  test("summer is what was entered, and nothing after the last year that is known", () => {
    expect(summerOn(day("2027-06-01"), TAMARACK)?.end).toBe("2027-08-06");
    expect(summerOn(day("2027-08-09"), TAMARACK)).toBeUndefined();
    expect(isWorkingDay(day("2027-06-02"), weekOf(TAMARACK, { contractMonths: 10 }))).toBe(false);
  });

  test("who asked to be counted in works in summer", () => {
    const optedIn = weekOf(TAMARACK, { contractMonths: 10, worksInSummer: true });

    expect(isWorkingDay(addDays(day("2027-06-01"), 1), optedIn)).toBe(true);
  });
});
