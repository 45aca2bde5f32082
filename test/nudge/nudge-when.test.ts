import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  localDate,
  localTime,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import { digestId, firstDigestTimer, nextDigestAt, openSlot } from "../../src/nudge/nudge.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";

const day = (text: string) => text as LocalDate;
const MONDAY = day("2027-03-08");
const CHICAGO = "America/Chicago";

/** Spring break 15 to 19 March, a holiday on Monday 5 April, summer from June. */
const calendar: SchoolCalendar = {
  id: "cal",
  name: "Demo",
  sessions: [],
  days: [
    { kind: "break", title: "Spring break", start: day("2027-03-15"), end: day("2027-03-19") },
    { kind: "holiday", title: "Holiday", start: day("2027-04-05"), end: day("2027-04-05") },
    { kind: "summer", title: "Summer", start: day("2027-06-01"), end: day("2027-08-06") },
  ],
};
const week: WorkWeek = {
  calendar,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 10,
};

describe("when it leaves", () => {
  const hours = { timezone: CHICAGO, weeks: [week] };

  test.each([
    ["Tue 2 March", "2027-03-02T15:00:00Z", "2027-03-08T14:10:00.000Z"],
    ["Monday before 08:10", "2027-03-08T14:09:59Z", "2027-03-08T14:10:00.000Z"],
    [
      "Monday at 08:10, across a break and a change of clocks",
      "2027-03-08T14:10:00Z",
      "2027-03-22T13:10:00.000Z",
    ],
    ["the week before a holiday on Monday", "2027-03-31T15:00:00Z", "2027-04-06T13:10:00.000Z"],
    ["the last day before summer", "2027-05-31T15:00:00Z", "2027-08-09T13:10:00.000Z"],
  ])("after %s it is the first working day of a week at 08:10", (_, now, next) => {
    expect(nextDigestAt(new Date(now), hours).toISOString()).toBe(next);
  });

  test("it is 08:10 on the person's own clock, whatever the day", () => {
    const zones = fc.constantFrom(CHICAGO, "Australia/Melbourne", "Asia/Kolkata", "Europe/Paris");
    const instants = fc.date({
      min: new Date("2026-08-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, instants, (timezone, now) => {
        const next = nextDigestAt(now, { timezone, weeks: [week] });

        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(localTime(next, timezone)).toBe("08:10");
        expect(["sat", "sun"]).not.toContain(weekdayOf(localDate(next, timezone)));
      }),
    );
  });

  test("somebody with two schools works when one of them does", () => {
    const open = { ...week, calendar: null };

    const next = nextDigestAt(new Date("2027-03-08T14:10:00Z"), {
      timezone: CHICAGO,
      weeks: [week, open],
    });

    expect(next.toISOString()).toBe("2027-03-15T13:10:00.000Z");
  });

  test.each([
    ["in working hours at once", "2027-03-09T17:00:00Z", "2027-03-09T17:00:00.000Z"],
    ["in the evening the next working day", "2027-03-09T23:00:00Z", "2027-03-10T14:10:00.000Z"],
    ["at night the same morning", "2027-03-09T09:00:00Z", "2027-03-09T14:10:00.000Z"],
    [
      "on the last evening before the break after it",
      "2027-03-12T23:30:00Z",
      "2027-03-22T13:10:00.000Z",
    ],
  ])("one that was held up leaves %s (N-6)", (_, now, slot) => {
    expect(openSlot(new Date(now), hours).toISOString()).toBe(slot);
  });

  test("somebody new gets an alarm on their next first weekday, under one key", () => {
    const person = { id: "u-1", timezone: CHICAGO, workingDays: ["tue", "wed"] as const };

    expect(firstDigestTimer(person, "d-tv", new Date("2027-03-02T15:00:00Z"))).toEqual({
      key: "nudge/u-1",
      at: new Date("2027-03-09T14:10:00Z"),
      name: "nudge.weekly",
      districtId: "d-tv",
      id: "u-1",
    });
    expect(digestId("u-1", MONDAY)).toBe("digest/u-1/2027-03-08");
  });
});
