import { describe, expect, test } from "@jest/globals";
import { parseTime, type LocalDate, type LocalTime } from "../../src/time/calendar.ts";
import { LOCALES, WEEKDAYS, type Locale } from "../../src/team/person.ts";
import { dates } from "../../src/texts/dates.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2027-03-02");

describe("dates are words", () => {
  test.each<[Locale, string, string]>([
    ["en", "Wed 10 March", "Wed 1 March 2028"],
    ["es", "mié 10 de marzo", "mié 1 de marzo de 2028"],
    ["fr", "mer. 10 mars", "mer. 1er mars 2028"],
  ])("in %s: %s this year, %s in another", (locale, thisYear, another) => {
    const written = dates(locale, "America/Chicago");

    expect(written.day(day("2027-03-10"), TODAY)).toBe(thisYear);
    expect(written.day(day("2028-03-01"), TODAY)).toBe(another);
    expect(written.full(day("2028-03-01"))).toBe(another);
  });

  test.each<[Locale, readonly string[]]>([
    ["en", ["Monday", "Sunday"]],
    ["es", ["lunes", "domingo"]],
    ["fr", ["lundi", "dimanche"]],
  ])("weekdays are named in %s", (locale, [monday, sunday]) => {
    const names = WEEKDAYS.map((weekday) => dates(locale, "UTC").weekday(weekday));

    expect([names[0], names[6]]).toEqual([monday, sunday]);
    expect(new Set(names).size).toBe(7);
  });

  test.each<[Locale, string]>([
    ["en", "Mon 8 March, 08:10"],
    ["es", "lun 8 de marzo, 08:10"],
    ["fr", "lun. 8 mars, 8\u00A0h\u00A010"],
  ])("an instant is written in the zone asked for, in %s", (locale, expected) => {
    expect(dates(locale, "America/Chicago").moment(new Date("2027-03-08T14:10:00Z"))).toBe(
      expected,
    );
  });

  test("midnight is 00:00 and belongs to the day it begins", () => {
    expect(dates("en", "America/Chicago").moment(new Date("2027-03-08T06:00:00Z"))).toBe(
      "Mon 8 March, 00:00",
    );
  });

  test("no date is written in figures alone, in any language", () => {
    for (const locale of LOCALES)
      for (let month = 1; month <= 12; month++) {
        const date = day(`2027-${String(month).padStart(2, "0")}-11`);
        expect(dates(locale, "UTC").day(date, TODAY)).toMatch(/\p{L}{3,}/u);
        expect(dates(locale, "UTC").day(date, TODAY)).not.toMatch(/\d[/.-]\d/u);
      }
  });

  test.each<[Locale, readonly string[]]>([
    ["en", ["07:50", "14:45", "08:00", "00:05"]],
    ["es", ["07:50", "14:45", "08:00", "00:05"]],
    ["fr", ["7 h 50", "14 h 45", "8 h", "0 h 05"]],
  ])("times are written as in %s, and read again as the same", (locale, written) => {
    const times = ["07:50", "14:45", "08:00", "00:05"] as LocalTime[];
    const said = times.map((time) => dates(locale, "UTC").time(time));

    expect(said.map((time) => time.replaceAll("\u00A0", " "))).toEqual(written);
    expect(said.map(parseTime)).toEqual(times);
  });
});
