import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  clockLine,
  dateOf,
  dayOf,
  daysLater,
  elsewhere,
  instantOf,
  nextMonday,
  nextWorkday,
  slackDate,
  timeOf,
  ZONE,
} from "../../../playground/page/time.ts";

const TUESDAY_MORNING = "2027-03-02T15:00:00.000Z";

describe("the clock of the page", () => {
  test("writes the instant as the school's people read it", () => {
    expect(clockLine(TUESDAY_MORNING)).toBe("Tue 2 March 2027, 09:00");
    expect(dayOf(TUESDAY_MORNING)).toBe("Tuesday 2 March");
    expect(timeOf(TUESDAY_MORNING)).toBe("09:00");
  });

  test("tells what a clock elsewhere says, and nothing where it says the same", () => {
    expect(elsewhere(TUESDAY_MORNING, "Australia/Melbourne")).toBe("Wed 02:00 in Melbourne");
    expect(elsewhere(TUESDAY_MORNING, "America/Chicago")).toBeNull();
  });

  test("writes midnight as 00:00 of the new day", () => {
    expect(clockLine("2027-03-03T06:00:00.000Z")).toBe("Wed 3 March 2027, 00:00");
  });

  test.each([
    ["a winter morning", "2027-03-08", "08:10", "2027-03-08T14:10:00.000Z"],
    ["a summer morning", "2027-03-15", "08:10", "2027-03-15T13:10:00.000Z"],
    ["an hour that the change of clocks skips", "2027-03-14", "02:30", "2027-03-14T08:30:00.000Z"],
  ])("reads %s in the school's zone", (_, date, time, instant) => {
    expect(instantOf(date, time)).toBe(instant);
  });

  test.each([
    ["", "08:00"],
    ["2027-03-08", ""],
    ["8 March", "08:00"],
  ])("has no instant for “%s” and “%s”", (date, time) => {
    expect(instantOf(date, time)).toBeNull();
  });

  test("keeps tomorrow's eight o'clock across the change of clocks", () => {
    expect(daysLater("2027-03-13T20:00:00.000Z", 1, "08:00")).toBe("2027-03-14T13:00:00.000Z");
  });

  test("a local date and time come back as they were typed", () => {
    const minutes = fc.integer({ min: 3 * 60, max: 24 * 60 - 1 });
    const days = fc.date({
      min: new Date("2026-01-02"),
      max: new Date("2028-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const date = day.toISOString().slice(0, 10);
        const hour = String(Math.floor(minute / 60)).padStart(2, "0");
        const time = `${hour}:${String(minute % 60).padStart(2, "0")}`;
        const instant = instantOf(date, time) ?? "";

        expect([dateOf(instant), timeOf(instant)]).toEqual([date, time]);
      }),
    );
  });
});

describe("the next Monday", () => {
  test.each([
    ["from a Tuesday", TUESDAY_MORNING, "2027-03-08T14:10:00.000Z"],
    ["early on a Monday is the same day", "2027-03-08T12:00:00.000Z", "2027-03-08T14:10:00.000Z"],
    ["after its hour is a week later", "2027-03-08T14:10:00.000Z", "2027-03-15T13:10:00.000Z"],
  ])("%s", (_, now, monday) => {
    expect(nextMonday(now, { time: "08:10", zone: ZONE })).toBe(monday);
  });

  test.each([
    ["the next day in its own zone", "2027-03-02T15:00:00.000Z", "2027-03-02T21:10:00.000Z"],
    ["past a weekend", "2027-03-05T00:00:00.000Z", "2027-03-07T21:10:00.000Z"],
  ])("the next day of work is %s", (_, now, morning) => {
    const at = { time: "08:10", zone: "Australia/Melbourne" };
    expect(nextWorkday(now, at)).toBe(morning);
  });

  test("a day off gives way to the day after", () => {
    const at = { time: "08:10", zone: "Australia/Melbourne", free: ["2027-03-08"] };
    expect(nextMonday(TUESDAY_MORNING, at)).toBe("2027-03-08T21:10:00.000Z");
    expect(nextWorkday("2027-03-05T00:00:00.000Z", at)).toBe("2027-03-08T21:10:00.000Z");
  });
});

describe("Slack's dates", () => {
  const seconds = Date.parse(TUESDAY_MORNING) / 1000;

  test.each([
    ["{date_long}", "en", "Tuesday 2 March 2027"],
    ["{date_short} at {time}", "en", "2 Mar 2027 at 09:00"],
    ["{date}", "es", "2 de marzo de 2027"],
    ["{date}", "fr", "2 mars 2027"],
    ["{unknown}", "en", "{unknown}"],
  ])("%s in %s", (pattern, locale, written) => {
    expect(slackDate(seconds, pattern, locale).replace(",", "")).toBe(written);
  });
});
