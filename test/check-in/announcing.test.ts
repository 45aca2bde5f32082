import { describe, expect, test } from "@jest/globals";
import { announcedNext } from "../../src/check-in/announcing.ts";
import { plannedCheckIn, type CheckIn } from "../../src/check-in/check-in.ts";
import type { LocalDate, LocalTime, WorkWeek } from "../../src/time/calendar.ts";

const day = (text: string) => text as LocalDate;
const time = (text: string) => text as LocalTime;
const CHICAGO = "America/Chicago";
const WEEK: WorkWeek = {
  calendar: {
    id: "cal",
    name: "Calendar",
    sessions: [],
    days: [{ kind: "closure", title: "", start: day("2027-04-07"), end: day("2027-04-07") }],
  },
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
};
const meeting = (on: string, start: string): CheckIn => {
  const dates = { plannedFor: day(on), date: day(on) };
  const series = { everyWeeks: 2, weekday: "wed", start: time(start), minutes: 25 } as const;
  return plannedCheckIn("p-ab", series, dates);
};

describe("N-6: a meeting that could not be announced", () => {
  test.each<[string, string, string, string, string]>([
    ["at once in school hours", "2027-03-09T15:00:00Z", "2027-03-10", "14:45", "2027-03-09T15:00Z"],
    [
      "in the morning when it is night",
      "2027-03-10T03:00:00Z",
      "2027-03-10",
      "14:45",
      "2027-03-10T14:10Z",
    ],
    [
      "half an hour before an early one",
      "2027-03-10T03:00:00Z",
      "2027-03-10",
      "07:50",
      "2027-03-10T13:20Z",
    ],
    [
      "after a weekend, though it is Monday's",
      "2027-03-06T15:00:00Z",
      "2027-03-08",
      "07:50",
      "2027-03-08T13:20Z",
    ],
    [
      "on the school day before it where there is one",
      "2027-03-06T15:00:00Z",
      "2027-03-09",
      "07:50",
      "2027-03-08T14:10Z",
    ],
    ["after a closed day", "2027-04-07T13:00:00Z", "2027-04-08", "08:15", "2027-04-08T12:45Z"],
    [
      "at once when no morning is left",
      "2027-03-10T13:31:00Z",
      "2027-03-10",
      "07:50",
      "2027-03-10T13:31Z",
    ],
  ])("is announced %s", (_, now, date, start, expected) => {
    const hours = {
      timezone: CHICAGO,
      week: WEEK,
      quiet: { from: time("16:30"), to: time("07:45") },
    };

    expect(announcedNext(meeting(date, start), new Date(now), hours)).toEqual(new Date(expected));
  });

  test("in a school that keeps quiet for longer is announced when that is over", () => {
    const hours = {
      timezone: CHICAGO,
      week: WEEK,
      quiet: { from: time("15:00"), to: time("09:00") },
    };

    expect(
      announcedNext(meeting("2027-03-10", "14:45"), new Date("2027-03-09T21:00:00Z"), hours),
    ).toEqual(new Date("2027-03-10T15:00:00Z"));
  });
});
