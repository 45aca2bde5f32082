import { describe, expect, test } from "@jest/globals";
import { readSource } from "../../src/school-calendar/import.ts";
import type { Source } from "../../src/school-calendar/source.ts";
import type { Locale } from "../../src/team/person.ts";
import { day } from "./days.ts";

const read = (text: string, locale: Locale = "en", timezone = "America/Chicago"): Source =>
  readSource(text, { today: day("2027-03-02"), timezone, locale });

const said = (source: Source): readonly string[] =>
  source.kind === "read"
    ? source.entries.map(({ title, start, end }) =>
        start === end ? `${title} ${start}` : `${title} ${start}..${end}`,
      )
    : [source.because];

describe("the columns of a table", () => {
  test.each<[string, Locale, string]>([
    ["a weekday before the date", "en", "Day,Date,Event\nMonday,10/18/2027,X"],
    ["a weekday in Spanish", "es", "Día;Fecha;Evento\nlunes;18/10/2027;X"],
    ["a weekday in French", "fr", "Jour;Date;Événement\nlundi;18/10/2027;X"],
    ["times called start and end", "en", "Event,Date,Start,End\nX,10/18/2027,8:00 AM,3:00 PM"],
    ["a description before the title", "en", "Date,Description,Title\n10/18/2027,Bring a snack,X"],
    ["other names", "en", "Event Name,Start Date,End Date\nX,10/18/2027,10/18/2027"],
    ["names in the plural", "en", "Dates,Events\n10/18/2027,X"],
    ["what a holiday is called", "en", "Holiday,Date\nX,10/18/2027"],
    ["a line for the spreadsheet above", "en", "sep=;\nTitle;Start\nX;18/10/2027"],
    ["a line with the school above", "en", "Alder Bend,,\nDate,Event,Notes\n10/18/2027,X,"],
    ["a date with its weekday", "en", 'Date,Event\n"Monday, October 18, 2027",X'],
    ["a date with its time", "en", "Date,Event\n10/18/2027 8:00 AM,X"],
    ["a date as one number", "en", "Date,Event\n20271018,X"],
    ["a date with its month in letters", "en", "Date,Event\n18-Oct-27,X"],
  ])("with %s are found", (_, locale, table) => {
    expect(said(read(table, locale))).toEqual(["X 2027-10-18"]);
  });

  test.each([
    ["in words, with the year", '"October 18-22, 2027"'],
    ["in words", "Oct 18 - Oct 22"],
    ["in words with a dash", "Oct 18–22"],
    ["in numbers", "10/18/2027 - 10/22/2027"],
    ["in numbers without a year", "10/18-10/22"],
    ["by the standard", "2027-10-18 to 2027-10-22"],
  ])("hold a range in one cell, %s", (_, cell) => {
    expect(said(read(`Date,Title\n${cell},X`))).toEqual(["X 2027-10-18..2027-10-22"]);
  });

  test("hold several days in one cell", () => {
    expect(said(read('Date,Title\n"Sept 10, 17, 24",X'))).toEqual([
      "X 2027-09-10",
      "X 2027-09-17",
      "X 2027-09-24",
    ]);
  });

  test.each([
    '"9/17/2027","12:00:00 AM","9/18/2027","12:00:00 AM"',
    '"2027-09-17","00:00","2027-09-18","00:00"',
  ])("end before the midnight that a program wrote: %s", (row) => {
    const table = `"Subject","Start Date","Start Time","End Date","End Time"\n"X",${row}`;

    expect(said(read(table))).toEqual(["X 2027-09-17"]);
  });

  test.each(["sep=,\nTitle,Start\nX,3/4/2028", "Event Name,Start Date\nX,3/4/2028"])(
    "with dates of two readings are asked about: %j",
    (table) => {
      expect(read(table)).toMatchObject({ orderInDoubt: true });
    },
  );
});

describe("a pasted line", () => {
  test.each<[string, readonly string[]]>([
    ["Oct 18–22 Fall Break", ["Fall Break 2027-10-18..2027-10-22"]],
    ["Fall Break 10/18-10/22", ["Fall Break 2027-10-18..2027-10-22"]],
    ["Fall Break: Monday, Oct 18 through Friday, Oct 22", ["Fall Break 2027-10-18..2027-10-22"]],
    ["Week of Oct 18: Fall break", ["Fall break 2027-10-18..2027-10-22"]],
    ["Winter break Dec 20, 2027 – Jan 2, 2028", ["Winter break 2027-12-20..2028-01-02"]],
    [
      "Sept 10, 17, 24 Early release",
      ["Early release 2027-09-10", "Early release 2027-09-17", "Early release 2027-09-24"],
    ],
    ["Early release: Sept. 10, 24", ["Early release 2027-09-10", "Early release 2027-09-24"]],
    [
      "Early release: Sept 10, Oct 8, Nov 12",
      ["Early release 2027-09-10", "Early release 2027-10-08", "Early release 2027-11-12"],
    ],
    ["Staff day Oct. 18 & 19", ["Staff day 2027-10-18", "Staff day 2027-10-19"]],
    ["Grade 3/4 camp – Nov 8", ["Grade 3/4 camp 2027-11-08"]],
    ["PD Day 1/4: Sept 10", ["PD Day 1/4 2027-09-10"]],
  ])("%j", (line, entries) => {
    expect(said(read(line))).toEqual(entries);
  });

  test("shows by another one which number is the month; where none does, the school's country", () => {
    expect(said(read("Staff day 3/4/2028\nFall break 18/10/2027 - 22/10/2027"))).toContain(
      "Staff day 2028-04-03",
    );
    expect(said(read("Staff day 3/4/2028", "en", "Australia/Melbourne"))).toEqual([
      "Staff day 2028-04-03",
    ]);
    expect(read("Staff day 3/4/2028", "en", "America/Toronto")).toMatchObject({
      orderInDoubt: true,
    });
  });
});
