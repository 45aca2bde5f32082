import { describe, expect, test } from "@jest/globals";
import { presetYear, usualYear } from "../../src/school-calendar/preset.ts";
import { review } from "../../src/school-calendar/review.ts";
import { shiftedDates, yearTurns } from "../../src/school-calendar/year-turn.ts";
import { weekdayOf } from "../../src/time/calendar.ts";
import { day, demoCalendar, withNextYear } from "./days.ts";

const NEXT = withNextYear(demoCalendar("cal-tv-2026"));

describe("the turn of a school year", () => {
  test("is open in the demo's north, whose next year is not known", () => {
    expect(yearTurns(demoCalendar("cal-tv-2026"))).toMatchObject([
      { ends: "2027-05-28", next: null, resumes: null },
    ]);
  });

  test("lasts until the first staff day of the next year", () => {
    expect(yearTurns(NEXT)[0]).toMatchObject({ ends: "2027-05-28", resumes: "2027-08-09" });
  });

  test("in the south lies around New Year (CAL-5)", () => {
    expect(yearTurns(demoCalendar("cal-wc-2026"))).toMatchObject([
      { ends: "2026-12-18", resumes: "2027-01-28" },
      { ends: "2027-12-17", resumes: null },
    ]);
  });

  test("comes after the staff days that follow the last school day", () => {
    const days = [
      ...NEXT.days,
      {
        kind: "staff_day" as const,
        title: "Check-out",
        start: day("2027-05-31"),
        end: day("2027-06-01"),
      },
    ];

    expect(yearTurns({ ...NEXT, days })[0]).toMatchObject({ ends: "2027-06-01" });
  });

  test("moves what is open to the same weekday of the same school week (CAL-20)", () => {
    const [turn] = yearTurns(NEXT);
    if (!turn) throw new Error("No turn");
    const week = {
      calendar: NEXT,
      workingDays: ["mon", "tue", "wed", "thu", "fri"] as const,
      contractMonths: 12,
    };
    const open = [
      { id: "a-1", title: "A", due: day("2026-08-19") },
      { id: "a-2", title: "B", due: day("2026-09-08") },
      { id: "a-3", title: "C", due: day("2027-09-01") },
    ];

    expect(shiftedDates(open, turn, week).map(({ id, to }) => [id, to])).toEqual([
      ["a-1", "2027-08-18"],
      ["a-2", "2027-09-07"],
    ]);
  });
});

describe("a preset", () => {
  const words = {
    semester: (n: number) => `Semester ${String(n)}`,
    quarter: (n: number) => `Quarter ${String(n)}`,
    term: (n: number) => `Term ${String(n)}`,
    staffReturn: "Staff return",
    breaks: ["One", "Two", "Three"] as const,
    summer: "Summer",
  };

  test.each(
    (["north", "south"] as const).flatMap((hemisphere) =>
      (["quarters", "three terms", "four terms"] as const).flatMap((division) =>
        [2024, 2026, 2027, 2031].map((year) => [hemisphere, division, year] as const),
      ),
    ),
  )("of the %s in %s in %i has nothing wrong with it", (hemisphere, division, year) => {
    const { start, end } = usualYear(hemisphere, day(`${String(year)}-03-02`));
    const made = presetYear({ hemisphere, division, start, end, holidays: [] }, words, "x");

    expect(review(made)).toEqual([]);
    expect(made.sessions.every((one) => !["sat", "sun"].includes(weekdayOf(one.start)))).toBe(true);
  });
});
