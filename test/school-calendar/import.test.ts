import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "../../src/time/calendar.ts";
import { readSource, type ImportOptions } from "../../src/school-calendar/import.ts";
import type { Source } from "../../src/school-calendar/source.ts";
import { day, icsOf } from "./days.ts";

const OPTIONS: ImportOptions = {
  today: day("2027-03-02"),
  timezone: "America/Chicago",
  locale: "en",
};

/** "Winter break 2026-12-21..2027-01-01", one for each entry. */
const said = (source: Source): readonly string[] =>
  source.kind === "read"
    ? source.entries.map(({ title, start, end }) =>
        start === end ? `${title} ${start}` : `${title} ${start}..${end}`,
      )
    : [source.because];

const read = (text: string, options: Partial<ImportOptions> = {}): Source =>
  readSource(text, { ...OPTIONS, ...options });

describe("a calendar file", () => {
  test("ends its all-day events on the day before the written end (CAL-17)", () => {
    const file = icsOf([
      "SUMMARY:Winter break",
      "DTSTART;VALUE=DATE:20261221",
      "DTEND;VALUE=DATE:20270102",
    ]);

    expect(said(read(file))).toEqual(["Winter break 2026-12-21..2027-01-01"]);
  });

  test.each([
    ["without an end", ["DTSTART;VALUE=DATE:20270115"]],
    ["that ends when it begins", ["DTSTART;VALUE=DATE:20270115", "DTEND;VALUE=DATE:20270115"]],
    ["that lasts one day", ["DTSTART;VALUE=DATE:20270115", "DURATION:P1D"]],
    ["in the evening, in UTC", ["DTSTART:20270116T020000Z", "DTEND:20270116T030000Z"]],
    ["until midnight", ["DTSTART:20270115T180000", "DTEND:20270116T000000"]],
    [
      "in another named zone",
      ["DTSTART;TZID=Australia/Melbourne:20270116T080000", "DURATION:PT1H"],
    ],
  ])("has one day for an event %s", (_, lines) => {
    expect(said(read(icsOf(["SUMMARY:Staff day", ...lines])))).toEqual(["Staff day 2027-01-15"]);
  });

  test("unfolds long lines, unescapes signs and leaves control characters out", () => {
    const file = icsOf([
      "SUMMARY:Break\\, long\\; and fol",
      " ded\u0007 here",
      "DTSTART;VALUE=DATE:20270115",
    ]);

    expect(said(read(file))).toEqual(["Break, long; and folded here 2027-01-15"]);
  });

  test("repeats what repeats, but for what was taken out or moved", () => {
    const file = icsOf(
      [
        "SUMMARY:Early release",
        "DTSTART;VALUE=DATE:20270305",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;VALUE=DATE:20270312",
      ],
      ["SUMMARY:Cancelled", "DTSTART;VALUE=DATE:20270305", "STATUS:CANCELLED"],
    );

    expect(said(read(file))).toEqual([
      "Early release 2027-03-05",
      "Early release 2027-03-19",
      "Early release 2027-03-26",
    ]);
  });

  test("follows what repeats for ever for three years at most", () => {
    const file = icsOf(["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20270305", "RRULE:FREQ=YEARLY"]);

    expect(said(read(file))).toEqual([
      "Staff day 2027-03-05",
      "Staff day 2028-03-05",
      "Staff day 2029-03-05",
    ]);
  });

  test("uses the rules of a zone that only the file knows", () => {
    const file = icsOf([
      "SUMMARY:Staff evening",
      "DTSTART;TZID=School Time:20270115T230000",
      "DURATION:PT30M",
    ]).replace(
      "BEGIN:VEVENT",
      "BEGIN:VTIMEZONE\r\nTZID:School Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT",
    );

    expect(said(read(file))).toEqual(["Staff evening 2027-01-16"]);
  });

  test("is doubted when its breaks stop on a Thursday, and read the other way on request", () => {
    const file = icsOf([
      "SUMMARY:Spring break",
      "DTSTART;VALUE=DATE:20270315",
      "DTEND;VALUE=DATE:20270319",
    ]);

    expect(read(file)).toMatchObject({ endsInDoubt: true });
    expect(said(read(file, { endsAreLastDays: true }))).toEqual([
      "Spring break 2027-03-15..2027-03-19",
    ]);
  });

  test.each([
    [
      "with a rule that makes no sense",
      icsOf(["SUMMARY:A", "DTSTART;VALUE=DATE:20270305", "RRULE:FREQ=NEVER"]),
    ],
    ["cut off in the middle", icsOf(["SUMMARY:A", "DTSTART;VALUE=DATE:20270305"]).slice(0, 70)],
  ])("%s is refused", (_, file) => {
    expect(said(read(file))).toEqual(["unreadable"]);
  });

  test("of more than 10,000 events, or that become as many, is refused", () => {
    const one = ["SUMMARY:A", "DTSTART;VALUE=DATE:20270305"];

    expect(said(read(icsOf(...Array.from({ length: 10_001 }, () => one))))).toEqual(["too_many"]);
    expect(
      said(read(icsOf(...Array.from({ length: 20 }, () => [...one, "RRULE:FREQ=DAILY"])))),
    ).toEqual(["too_many"]);
  });

  test("keeps both ends of any range", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 60 }),
        (from, length) => {
          const start = addDays(day("2026-01-01"), from);
          const end = addDays(start, length);
          const compact = (date: string): string => date.replaceAll("-", "");
          const file = icsOf([
            "SUMMARY:X",
            `DTSTART;VALUE=DATE:${compact(start)}`,
            `DTEND;VALUE=DATE:${compact(addDays(end, 1))}`,
          ]);

          expect(read(file)).toMatchObject({ entries: [{ start, end }] });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a table", () => {
  test.each([
    ["English", "Event,Start date,End date,Kind\nFall break,2026-11-23,2026-11-27,break"],
    [
      "Spanish",
      "Evento;Desde;Hasta;Tipo\nFall break;23 de noviembre de 2026;27 de noviembre de 2026;receso",
    ],
    ["French", "Titre\tDu\tAu\tType\nFall break\t23/11/2026\t27/11/2026\tvacances"],
    [
      "an export of a calendar program",
      '"Subject","Start Date","Start Time","End Date"\n"Fall break","11/23/2026","8:00 AM","11/27/2026"',
    ],
  ])("with columns named in %s is read, last days being last days", (_, table) => {
    expect(said(read(table))).toEqual(["Fall break 2026-11-23..2026-11-27"]);
  });

  test("without an end column has single days, and lines that cannot be read are listed", () => {
    const source = read("Date,Title\n2027-01-18,Holiday\nsoon,Something\n,,\n");

    expect(said(source)).toEqual(["Holiday 2027-01-18"]);
    expect(source).toMatchObject({ unread: ["soon · Something"] });
  });

  test("whose dates can be read in two ways is in doubt until somebody says which", () => {
    const table = "Title,Date\nHoliday,3/4/2027";

    expect(read(table)).toMatchObject({ orderInDoubt: true });
    expect(said(read(table, { order: "day first" }))).toEqual(["Holiday 2027-04-03"]);
    expect(said(read(table, { order: "month first" }))).toEqual(["Holiday 2027-03-04"]);
  });

  test("that shows once which number is the month is not in doubt", () => {
    const source = read("Title,Date\nHoliday,3/4/2027\nBreak,25/12/2027");

    expect(source).toMatchObject({ orderInDoubt: false });
    expect(said(source)).toEqual(["Holiday 2027-04-03", "Break 2027-12-25"]);
  });
});

describe("pasted lines", () => {
  test("are read with their dates on either side, over New Year, in the year a line names", () => {
    const pasted = [
      "School year 2027-28",
      "First day of school: August 16",
      "Dec 20 – Jan 2  Winter break",
      "Spring break from March 13 to March 17",
      "- Labor Day, September 6",
    ].join("\n");

    expect(said(read(pasted))).toEqual([
      "First day of school 2027-08-16",
      "Winter break 2027-12-20..2028-01-02",
      "Spring break 2028-03-13..2028-03-17",
      "Labor Day 2027-09-06",
    ]);
  });

  test.each([
    [
      "es",
      "Receso de primavera: del 15 al 19 de marzo",
      "Receso de primavera 2027-03-15..2027-03-19",
    ],
    ["fr", "Relâche du 1er au 5 mars 2027", "Relâche 2027-03-01..2027-03-05"],
  ] as const)("in %s", (locale, line, expected) => {
    expect(said(read(line, { locale }))).toEqual([expected]);
  });

  test.each([
    ["", "empty"],
    ["just some words", "unreadable"],
    ["x".repeat(5_000_001), "too_large"],
    ["Title,Date\n", "empty"],
  ])("that are no calendar are refused (%#)", (text, because) => {
    expect(said(read(text))).toEqual([because]);
  });

  test("of any kind never make the reader fail", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(["read", "refused"]).toContain(read(text).kind);
        expect(["read", "refused"]).toContain(read(`BEGIN:VCALENDAR\n${text}`).kind);
        expect(["read", "refused"]).toContain(read(`Title,Date\n${text}`).kind);
      }),
      { numRuns: 100 },
    );
  });
});
