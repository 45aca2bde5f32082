import { tzScan } from "@date-fns/tz";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  addWorkingDays,
  daysBetween,
  instantAt,
  isWorkingDay,
  localDate,
  localTime,
  nextWorkingDay,
  parseLocalDate,
  parseTime,
  previousWorkingDay,
  weekdayOf,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import { WEEKDAYS, type Weekday } from "../../src/team/person.ts";
import type { DayKind, SchoolCalendar } from "../../src/team/school.ts";

const day = (text: string) => text as LocalDate;
const time = (text: string) => text as LocalTime;
const MON_TO_FRI: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

const anyDay = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2032-12-31"), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((n) =>
    time(`${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`),
  );
const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

describe("CAL-1: the clock of a school", () => {
  test("it is already Wednesday in Melbourne while Chicago begins its Tuesday", () => {
    const now = new Date("2027-03-02T15:00:00Z");

    expect([localDate(now, "America/Chicago"), localTime(now, "America/Chicago")]).toEqual([
      "2027-03-02",
      "09:00",
    ]);
    expect([localDate(now, "Australia/Melbourne"), localTime(now, "Australia/Melbourne")]).toEqual([
      "2027-03-03",
      "02:00",
    ]);
  });

  test.each([
    ["winter time", "2027-03-02", "14:45", "America/Chicago", "2027-03-02T20:45:00Z"],
    ["summer time", "2027-03-31", "14:45", "America/Chicago", "2027-03-31T19:45:00Z"],
    ["the skipped hour", "2027-03-14", "02:30", "America/Chicago", "2027-03-14T08:00:00Z"],
    ["the start of the gap", "2027-03-14", "02:00", "America/Chicago", "2027-03-14T08:00:00Z"],
    ["after the gap", "2027-03-14", "03:00", "America/Chicago", "2027-03-14T08:00:00Z"],
    ["the doubled hour", "2027-11-07", "01:30", "America/Chicago", "2027-11-07T06:30:00Z"],
    ["a half-hour gap", "2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-02T15:30:00Z"],
    ["a quarter-hour zone", "2027-05-14", "08:10", "Asia/Kathmandu", "2027-05-14T02:25:00Z"],
    [
      "the year's first minute",
      "2027-01-01",
      "00:00",
      "Pacific/Kiritimati",
      "2026-12-31T10:00:00Z",
    ],
  ])("%s is found", (_, date, at, zone, expected) => {
    expect(instantAt(day(date), time(at), zone)).toEqual(new Date(expected));
  });

  test("a local time goes there and back, in every zone; a skipped one lands right after its gap", () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (date, at, zone) => {
        const instant = instantAt(date, at, zone);
        const reads = `${localDate(instant, zone)}T${localTime(instant, zone)}`;
        if (reads === `${date}T${at}`) return;

        const minuteBefore = new Date(instant.getTime() - 60_000);
        expect(
          `${localDate(minuteBefore, zone)}T${localTime(minuteBefore, zone)}` < `${date}T${at}`,
        ).toBe(true);
        expect(reads > `${date}T${at}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("around each change of the clocks, gaps end at the change and doubled times take the first", () => {
    const zones = [
      "America/Chicago",
      "Europe/Paris",
      "Australia/Melbourne",
      "Australia/Lord_Howe",
      "America/St_Johns",
      "Africa/Casablanca",
      "Antarctica/Troll",
      "America/Santiago",
    ];
    for (const zone of zones)
      for (const { date: change, change: minutes } of tzScan(zone, {
        start: new Date("2024-01-01T00:00:00Z"),
        end: new Date("2032-12-31T00:00:00Z"),
      })) {
        const skippedOrDoubled = new Date(change.getTime() + (minutes > 0 ? -60_000 : 0));
        const wall = new Date(
          Date.parse(
            `${localDate(skippedOrDoubled, zone)}T${localTime(skippedOrDoubled, zone)}:00Z`,
          ) + (minutes > 0 ? 60_000 : 0),
        ).toISOString();
        const found = instantAt(day(wall.slice(0, 10)), time(wall.slice(11, 16)), zone);

        if (minutes > 0) expect(found).toEqual(change);
        else {
          expect(found < change).toBe(true);
          expect(localTime(found, zone)).toBe(localTime(change, zone));
        }
      }
  });
});

describe("days", () => {
  test("adding and counting agree, over leap days and changes of the clocks", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(addDays(date, n) < date).toBe(n < 0);
      }),
    );
  });

  test("weekdays follow one another", () => {
    expect(weekdayOf(day("2027-03-02"))).toBe("tue");
    fc.assert(
      fc.property(anyDay, (date) => {
        const following = WEEKDAYS[(WEEKDAYS.indexOf(weekdayOf(date)) + 1) % 7];
        expect(weekdayOf(addDays(date, 1))).toBe(following);
      }),
    );
  });

  test.each([
    ["2027-05-14", "2027-05-14"],
    [" 2028-02-29 ", "2028-02-29"],
    ["2027-02-29", undefined],
    ["2027-13-01", undefined],
    ["2027-5-4", undefined],
    ["14 May", undefined],
    ["", undefined],
  ])("the written date %j is read as %j", (typed, expected) => {
    expect(parseLocalDate(typed)).toBe(expected);
  });

  test.each([
    ["14:45", "14:45"],
    ["7:50", "07:50"],
    ["2:45 pm", "14:45"],
    ["2:45PM", "14:45"],
    ["2.45 p. m.", "14:45"],
    ["12 am", "00:00"],
    ["12:30 pm", "12:30"],
    ["8am", "08:00"],
    ["14h45", "14:45"],
    ["14 h 45", "14:45"],
    ["8 h", "08:00"],
    ["00:00", "00:00"],
    ["24:00", undefined],
    ["13 pm", undefined],
    ["0:30 pm", undefined],
    ["14:60", undefined],
    ["14", undefined],
    ["1445", undefined],
    ["lunch", undefined],
    ["", undefined],
  ])("the typed time %j is read as %j", (typed, expected) => {
    expect(parseTime(typed)).toBe(expected);
  });
});

describe("working days", () => {
  const calendar = (kind: DayKind, start: string, end: string): SchoolCalendar => ({
    id: "cal",
    name: "Calendar",
    sessions: [],
    days: [{ kind, title: kind, start: day(start), end: day(end) }],
  });
  const week = (over: Partial<WorkWeek> = {}): WorkWeek => ({
    calendar: null,
    workingDays: MON_TO_FRI,
    contractMonths: 12,
    ...over,
  });

  test.each<[DayKind, number, boolean]>([
    ["holiday", 12, false],
    ["break", 12, false],
    ["closure", 12, false],
    ["summer", 10, false],
    ["summer", 12, true],
    ["staff_day", 10, true],
    ["early_release", 10, true],
    ["testing_window", 10, true],
    ["change_freeze", 10, true],
    ["busy_season", 10, true],
    ["season", 10, true],
    ["event", 10, true],
  ])(
    "on a Wednesday marked %s, somebody with a %i-month contract works: %s",
    (kind, months, works) => {
      const theirs = week({
        calendar: calendar(kind, "2027-03-10", "2027-03-10"),
        contractMonths: months,
      });

      expect(isWorkingDay(day("2027-03-10"), theirs)).toBe(works);
      expect(isWorkingDay(day("2027-03-09"), theirs)).toBe(true);
      expect(isWorkingDay(day("2027-03-11"), theirs)).toBe(true);
    },
  );

  test("only the person's own weekdays count", () => {
    const sunToThu = week({ workingDays: ["sun", "mon", "tue", "wed", "thu"] });

    expect(isWorkingDay(day("2027-03-07"), sunToThu)).toBe(true);
    expect(isWorkingDay(day("2027-03-05"), sunToThu)).toBe(false);
  });

  test("the working day after the last one before spring break is the one after it", () => {
    const theirs = week({ calendar: calendar("break", "2027-03-15", "2027-03-19") });

    expect(nextWorkingDay(day("2027-03-12"), theirs)).toBe("2027-03-22");
    expect(previousWorkingDay(day("2027-03-22"), theirs)).toBe("2027-03-12");
    expect(addWorkingDays(day("2027-03-10"), 3, theirs)).toBe("2027-03-22");
    expect(addWorkingDays(day("2027-03-10"), 0, theirs)).toBe("2027-03-10");
  });

  test("somebody who never works gets the neighbouring day instead of an endless search", () => {
    expect(nextWorkingDay(day("2027-03-12"), week({ workingDays: [] }))).toBe("2027-03-13");
    expect(previousWorkingDay(day("2027-03-12"), week({ workingDays: [] }))).toBe("2027-03-11");
  });

  test("working days added can be taken away again, and none is passed over", () => {
    const anyWeek = fc.record({
      calendar: fc.option(
        fc
          .tuple(
            fc.constantFrom<DayKind>("holiday", "break", "summer", "staff_day"),
            anyDay,
            fc.nat(40),
          )
          .map(([kind, start, length]) => calendar(kind, start, addDays(start, length))),
      ),
      workingDays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      contractMonths: fc.constantFrom(10, 12),
    });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), anyWeek, (date, n, theirs) => {
        const reached = addWorkingDays(date, n, theirs);
        const passed = Array.from({ length: daysBetween(date, reached) }, (_, i) =>
          addDays(date, i + 1),
        );

        expect(passed.filter((each) => isWorkingDay(each, theirs))).toHaveLength(n);
        expect(isWorkingDay(reached, theirs)).toBe(true);
        if (isWorkingDay(date, theirs)) expect(addWorkingDays(reached, -n, theirs)).toBe(date);
      }),
      { numRuns: 60 },
    );
  });
});
