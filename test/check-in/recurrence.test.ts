import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import type { CheckInSeries } from "../../src/team/partnership.ts";
import { WEEKDAYS, type Weekday } from "../../src/team/person.ts";
import {
  isRebooked,
  nextOccurrence,
  placeOccurrence,
  replacementDays,
} from "../../src/check-in/recurrence.ts";
import { daysOutside, seasonOn } from "../../src/check-in/season.ts";
import type { DayKind } from "../../src/team/school.ts";

const day = (text: string) => text as LocalDate;
const series = (everyWeeks: 1 | 2 | 4, weekday: Weekday): CheckInSeries => ({
  everyWeeks,
  weekday,
  start: "14:45" as LocalTime,
  minutes: 25,
});
const week = (
  over: Partial<WorkWeek> = {},
  ...off: readonly [DayKind, string, string][]
): WorkWeek => ({
  calendar: {
    id: "cal",
    name: "Calendar",
    sessions: [],
    days: off.map(([kind, start, end]) => ({
      kind,
      title: kind,
      start: day(start),
      end: day(end),
    })),
  },
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
  ...over,
});
const anyDay = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2032-12-31"), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));
const anySeries = fc
  .tuple(fc.constantFrom<1 | 2 | 4>(1, 2, 4), fc.constantFrom(...WEEKDAYS))
  .map(([everyWeeks, weekday]) => series(everyWeeks, weekday));

describe("the next occurrence", () => {
  test.each<[1 | 2 | 4, Weekday, string, string, string]>([
    [2, "wed", "2027-03-02", "2027-02-24", "2027-03-10"],
    [2, "wed", "2027-03-10", "2027-02-24", "2027-03-24"],
    [2, "wed", "2027-02-23", "2027-02-24", "2027-02-24"],
    [1, "thu", "2027-03-02", "2027-02-18", "2027-03-04"],
    [4, "mon", "2027-03-02", "2027-03-03", "2027-03-29"],
    [2, "fri", "2027-03-02", "2027-03-02", "2027-03-05"],
    [2, "mon", "2027-03-02", "2027-03-05", "2027-03-15"],
    [2, "wed", "2027-01-01", "2027-03-10", "2027-01-13"],
  ])(
    "every %i weeks on %s, after %s and counted from %s: %s",
    (every, weekday, after, anchor, expected) => {
      expect(nextOccurrence(series(every, weekday), day(after), day(anchor))).toBe(expected);
    },
  );

  test("is later than asked, by no more than one cycle, on the weekday and in the weeks of the anchor", () => {
    fc.assert(
      fc.property(anySeries, anyDay, anyDay, (each, after, anchor) => {
        const next = nextOccurrence(each, after, anchor);

        expect(next > after).toBe(true);
        expect(daysBetween(after, next)).toBeLessThanOrEqual(each.everyWeeks * 7);
        expect(weekdayOf(next)).toBe(each.weekday);
        expect(nextOccurrence(each, next, anchor)).toBe(addDays(next, each.everyWeeks * 7));
        expect(nextOccurrence(each, after, next)).toBe(next);
      }),
    );
  });
});

describe("an occurrence is placed", () => {
  test("where the series has it when everybody works", () => {
    expect(placeOccurrence(day("2027-03-10"), [week(), week()])).toEqual({
      kind: "on",
      date: "2027-03-10",
    });
  });

  test.each<[string, readonly WorkWeek[], string, string]>([
    [
      "the day after when both neighbours are free",
      [week({}, ["holiday", "2027-03-10", "2027-03-10"])],
      "2027-03-10",
      "2027-03-11",
    ],
    [
      "the day before when the one after is closed",
      [week({}, ["closure", "2027-03-10", "2027-03-12"])],
      "2027-03-10",
      "2027-03-09",
    ],
    [
      "a day on which both work",
      [week({ workingDays: ["mon", "wed"] }), week({}, ["holiday", "2027-03-10", "2027-03-10"])],
      "2027-03-10",
      "2027-03-08",
    ],
    [
      "Thursday, not next Monday, for a Friday off",
      [week({}, ["holiday", "2027-03-12", "2027-03-12"])],
      "2027-03-12",
      "2027-03-11",
    ],
  ])("on %s", (_, weeks, planned, expected) => {
    expect(placeOccurrence(day(planned), weeks)).toEqual({ kind: "moved", date: expected });
  });

  test("nowhere in a week of break, and nowhere in summer for ten-month staff", () => {
    const breakWeek = week({}, ["break", "2027-03-15", "2027-03-19"]);
    const summer = week({ contractMonths: 10 }, ["summer", "2027-06-01", "2027-08-06"]);

    expect(placeOccurrence(day("2027-03-17"), [week(), breakWeek])).toEqual({ kind: "skipped" });
    expect(placeOccurrence(day("2027-06-16"), [week(), summer])).toEqual({ kind: "skipped" });
  });

  test("only on a day of the same week on which everybody works, and no other is nearer", () => {
    const anyWeek = fc
      .tuple(fc.subarray([...WEEKDAYS]), anyDay, fc.nat(6))
      .map(([workingDays, start, length]) =>
        week({ workingDays }, ["holiday", start, addDays(start, length)]),
      );
    fc.assert(
      fc.property(anyDay, fc.array(anyWeek, { maxLength: 3 }), (planned, weeks) => {
        const placed = placeOccurrence(planned, weeks);
        const monday = addDays(planned, -WEEKDAYS.indexOf(weekdayOf(planned)));
        const suitable = WEEKDAYS.map((_, n) => addDays(monday, n)).filter((date) =>
          weeks.every((each) => isWorkingDay(date, each)),
        );
        if (placed.kind === "skipped") {
          expect(suitable).toEqual([]);
          return;
        }
        expect(suitable).toContain(placed.date);
        expect(placed.kind === "on").toBe(placed.date === planned);
        const nearest = Math.min(...suitable.map((date) => Math.abs(daysBetween(planned, date))));
        expect(Math.abs(daysBetween(planned, placed.date))).toBe(nearest);
      }),
    );
  });
});

describe("CAL-9: tests", () => {
  test("move a meeting within its week, and a week full of them skips it", () => {
    const tests = week({}, ["testing_window", "2027-04-19", "2027-04-21"]);
    const month = week({}, ["testing_window", "2027-04-12", "2027-05-07"]);

    expect(placeOccurrence(day("2027-04-21"), [tests])).toEqual({
      kind: "moved",
      date: "2027-04-22",
    });
    expect(placeOccurrence(day("2027-04-21"), [month])).toEqual({ kind: "skipped" });
  });

  test.each<[string, readonly string[], string, readonly string[]]>([
    [
      "the nearest day outside them",
      ["2027-04-20", "2027-04-22"],
      "2027-05-05",
      ["2027-04-23", "2027-04-28"],
    ],
    [
      "its own weekday where that is nearest",
      ["2027-04-19", "2027-04-27"],
      "2027-05-05",
      ["2027-04-28"],
    ],
    ["nothing when they last until the next one", ["2027-04-19", "2027-05-07"], "2027-05-05", []],
  ])("offer %s to a meeting inside them", (_, [start = "", end = ""], next, expected) => {
    const own = week({}, ["testing_window", start, end]);
    const watched = [{ school: null, calendar: own.calendar }];
    const days = { today: day("2027-04-20"), next: day(next) };

    expect(seasonOn(day("2027-04-21"), watched)).toEqual({
      title: "testing_window",
      end,
      school: null,
    });
    expect(daysOutside(day("2027-04-21"), days, [own], watched)).toEqual(expected);
  });

  test("at another school of IT's, and busy weeks that were entered, count as well", () => {
    const other = week({}, ["busy_season", "2027-04-21", "2027-04-23"]);
    const watched = [
      { school: null, calendar: week().calendar },
      { school: "Tamarack", calendar: other.calendar },
    ];
    const days = { today: day("2027-04-20"), next: day("2027-05-05") };

    expect(seasonOn(day("2027-04-21"), watched)).toMatchObject({ school: "Tamarack" });
    expect(seasonOn(day("2027-04-20"), watched)).toBeUndefined();
    expect(daysOutside(day("2027-04-21"), days, [week()], watched)).toEqual([
      "2027-04-26",
      "2027-04-28",
    ]);
  });

  test("a change freeze alone does not", () => {
    const freeze = week({}, ["change_freeze", "2027-04-05", "2027-05-07"]);

    expect(placeOccurrence(day("2027-04-07"), [freeze]).kind).toBe("on");
  });
});

describe("CAL-8: a gap of more than 21 days", () => {
  const springBreak = week({}, ["break", "2027-03-15", "2027-03-19"]);
  const gap = (last: string, next: string, today = last) => ({
    last: day(last),
    next: day(next),
    today: day(today),
  });

  test("is shortened on the usual weekday in time, or on the last day in time", () => {
    expect(replacementDays(gap("2027-03-03", "2027-03-31"), "wed", [springBreak])).toEqual([
      "2027-03-24",
    ]);
    expect(replacementDays(gap("2027-03-03", "2027-03-31"), "fri", [springBreak])).toEqual([
      "2027-03-12",
      "2027-03-24",
    ]);
  });

  test("over weeks of tests takes the first days after them", () => {
    const tests = week({}, ["testing_window", "2027-04-12", "2027-05-07"]);

    expect(replacementDays(gap("2027-04-07", "2027-05-19", "2027-04-12"), "wed", [tests])).toEqual([
      "2027-05-12",
      "2027-05-10",
    ]);
  });

  test("of three weeks is none, and where no day suits none is offered", () => {
    const closed = week({}, ["break", "2027-03-01", "2027-04-30"]);

    expect(replacementDays(gap("2027-03-03", "2027-03-24"), "wed", [week()])).toEqual([]);
    expect(replacementDays(gap("2027-03-03", "2027-04-28"), "wed", [closed])).toEqual([]);
  });
});

test.each([
  ["2027-02-18", "2027-03-04", false],
  ["2027-02-18", "2027-03-05", true],
])("CAL-15: closed on %s with the next on %s, it is booked anew: %s", (closed, next, rebooked) => {
  expect(isRebooked(day(closed), day(next))).toBe(rebooked);
});
