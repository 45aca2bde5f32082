import { tzScan } from "@date-fns/tz";
import { describe, expect, test } from "@jest/globals";
import { addMinutes } from "date-fns/addMinutes";
import fc from "fast-check";
import { firstDayWith, freezeAhead, holdsOn, leadDays } from "../../src/requests/lead.ts";
import { addDays, lastMinuteOf, localDate, localTime } from "../../src/time/calendar.ts";
import { isTeachingDay } from "../../src/time/teaching.ts";
import { calendarWith, day, TAMARACK, WATTLE } from "../time/calendars.ts";

const anyDay = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2028-06-30"), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));
const anyCalendar = fc.constantFrom(TAMARACK, WATTLE, calendarWith(), null);

describe("the lead of a request", () => {
  test.each([
    ["2027-03-02", "2027-03-02", 0, "a lesson today"],
    ["2027-03-02", "2027-03-03", 0, "a lesson tomorrow"],
    ["2027-03-02", "2027-03-05", 2, "the days in between"],
    ["2027-03-04", "2027-03-08", 1, "a weekend has none"],
    ["2027-03-12", "2027-03-22", 0, "nor has the spring break"],
    ["2027-03-06", "2027-03-08", 0, "asked on a Saturday"],
    ["2027-01-01", "2027-01-05", 0, "staff are back, pupils are not"],
    ["2027-03-22", "2027-03-02", 0, "a day that is past"],
  ])("from %s to %s is %i school days: %s", (asked, needed, lead) => {
    expect(leadDays(day(asked), day(needed), TAMARACK)).toBe(lead);
  });

  test("in the south counts by its own terms: the last day of one and the first of the next", () => {
    expect(leadDays(day("2027-03-24"), day("2027-04-13"), WATTLE)).toBe(2);
  });

  test("is never more than the days in between, and grows with them", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        anyCalendar,
        (asked, after, calendar) => {
          const lead = leadDays(asked, addDays(asked, after), calendar);
          expect(lead).toBeGreaterThanOrEqual(0);
          expect(lead).toBeLessThanOrEqual(Math.max(0, after - 1));
          expect(leadDays(asked, addDays(asked, after + 1), calendar) - lead).toBeLessThanOrEqual(
            1,
          );
        },
      ),
    );
  });

  test("is reached on the first teaching day that leaves it, and on none before", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20 }), anyCalendar, (asked, lead, calendar) => {
        const first = firstDayWith(lead, asked, calendar);
        expect(isTeachingDay(first, calendar)).toBe(true);
        expect(leadDays(asked, first, calendar)).toBe(lead);
        for (let date = addDays(asked, 1); date < first; date = addDays(date, 1))
          expect(isTeachingDay(date, calendar) && leadDays(asked, date, calendar) >= lead).toBe(
            false,
          );
      }),
    );
  });
});

describe("CAL-9: the freeze that a decision has to come before", () => {
  const need = (start: string, end: string) => ({ start: day(start), end: day(end) });

  test.each([
    ["2027-03-22", "2027-04-30", "2027-03-02", "2027-04-05"],
    ["2027-03-22", "2027-04-02", "2027-03-02", undefined],
    ["2027-05-17", "2027-05-21", "2027-03-02", undefined],
    ["2027-04-20", "2027-04-22", "2027-04-06", "2027-04-05"],
  ])("of %s to %s, seen on %s, begins %s", (start, end, today, freeze) => {
    expect(freezeAhead(need(start, end), day(today), TAMARACK)?.start).toBe(freeze);
  });

  test("holds already, or lies ahead", () => {
    const freeze = freezeAhead(need("2027-04-20", "2027-04-22"), day("2027-04-06"), TAMARACK);
    expect(freeze && holdsOn(freeze, day("2027-04-06"))).toBe(true);
    expect(freeze && holdsOn(freeze, day("2027-04-04"))).toBe(false);
  });
});

describe("the last minute of a day", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const check = (date: ReturnType<typeof day>, zone: string): void => {
    const last = lastMinuteOf(date, zone);
    expect([zone, date, localDate(last, zone)]).toEqual([zone, date, date]);
    expect(localDate(addMinutes(last, 1), zone) > date).toBe(true);
  };

  test("is 23:59 on an ordinary day", () => {
    expect(localTime(lastMinuteOf(day("2027-03-09"), "America/Chicago"), "America/Chicago")).toBe(
      "23:59",
    );
    expect(lastMinuteOf(day("2027-03-09"), "Australia/Melbourne")).toEqual(
      new Date("2027-03-09T12:59Z"),
    );
  });

  test("lies on that day in every zone", () => {
    fc.assert(fc.property(anyDay, fc.constantFrom(...zones), check), { numRuns: 500 });
  });

  test("lies on that day also around every change of the clocks, which some places make at midnight", () => {
    for (const zone of zones)
      for (const { date } of tzScan(zone, {
        start: new Date("2026-01-01T00:00Z"),
        end: new Date("2028-12-31T00:00Z"),
      }))
        for (const n of [-1, 0]) check(addDays(localDate(date, zone), n), zone);
  });
});
