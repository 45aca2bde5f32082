import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { textOf } from "../../adapters/pages/request.ts";
import { readSource } from "../../src/school-calendar/import.ts";
import type { Source } from "../../src/school-calendar/source.ts";
import { day, icsOf } from "./days.ts";

const read = (text: string): Source =>
  readSource(text, {
    today: day("2027-03-02"),
    timezone: "America/Chicago",
    locale: "en",
    yearStart: day("2026-08-17"),
  });

/** "Staff day 2027-09-10..2027-09-12", one for each entry. */
const said = (source: Source): readonly string[] =>
  source.kind === "read"
    ? source.entries.map(({ title, start, end }) =>
        start === end ? `${title} ${start}` : `${title} ${start}..${end}`,
      )
    : [source.because];

const unreadOf = (source: Source): readonly string[] =>
  source.kind === "read" ? (source.unread ?? []) : [];

const STAFF_DAY = ["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20270910", "DTEND;VALUE=DATE:20270911"];
const LATER = ["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20271008", "DTEND;VALUE=DATE:20271009"];

describe("one odd event", () => {
  test.each<[string, readonly string[]]>([
    ["without a real day", ["SUMMARY:Board", "DTSTART;VALUE=DATE:2027"]],
    ["on a day that does not exist", ["SUMMARY:Board", "DTSTART;VALUE=DATE:20270231"]],
    ["without any day", ["SUMMARY:Board"]],
    ["with an empty day", ["SUMMARY:Board", "DTSTART:"]],
    [
      "with a rule that makes no sense",
      [...LATER.slice(1, 2), "SUMMARY:Board", "RRULE:FREQ=WEEKLY;BYDAY=XX"],
    ],
    ["with a rule of nothing", [...LATER.slice(1, 2), "SUMMARY:Board", "RRULE:COUNT=3"]],
  ])("%s costs that event, which is named", (_, odd) => {
    const source = read(icsOf(STAFF_DAY, odd, LATER));

    expect(said(source)).toEqual(["Staff day 2027-09-10", "Staff day 2027-10-08"]);
    expect(unreadOf(source)).toContain("Board");
  });

  test.each<[string, string]>([
    ["without a colon", "LOCATION"],
    ["that was not folded", "Bring the list"],
    ["that is an empty end", "DTEND;VALUE=DATE:"],
    ["with an end that is no day", "DTEND;VALUE=DATE:soon"],
  ])("a line %s costs that line, which is named", (_, line) => {
    const event = ["SUMMARY:Board", "DESCRIPTION:Agenda", line, "DTSTART;VALUE=DATE:20270920"];
    const source = read(icsOf(STAFF_DAY, event, LATER));

    expect(said(source)).toEqual([
      "Staff day 2027-09-10",
      "Board 2027-09-20",
      "Staff day 2027-10-08",
    ]);
    expect(unreadOf(source)).toEqual([line]);
  });

  test("that is never closed is read with the others", () => {
    const file = icsOf(STAFF_DAY, LATER).replace("END:VEVENT\r\n", "");

    expect(said(read(file))).toEqual(["Staff day 2027-09-10", "Staff day 2027-10-08"]);
  });
});

describe("lines that are written otherwise than the rules have it", () => {
  test.each<[string, readonly string[]]>([
    ["a day that is not said to be one", ["DTSTART:20270910", "DTEND:20270911"]],
    ["a day with dashes", ["DTSTART;VALUE=DATE:2027-09-10"]],
    ["a day with a time of midnight", ["DTSTART;VALUE=DATE:20270910T000000"]],
    ["a time without seconds", ["DTSTART:20270910T0800", "DTEND:20270910T1500"]],
    ["a time with colons and its zone", ["DTSTART:2027-09-10T08:00:00Z"]],
    [
      "a zone with a colon in its name",
      [
        "DTSTART;TZID=(UTC-06:00) Central Time (US & Canada):20270910T080000",
        "DTEND;TZID=(UTC-06:00) Central Time (US & Canada):20270910T150000",
      ],
    ],
    ["a zone in quotes", ['DTSTART;TZID="America/Chicago":20270910T080000', "DURATION:PT1H"]],
    ["a zone that nobody knows", ["DTSTART;TZID=Customized Time Zone:20270910T080000"]],
    ["small letters", ["dtstart;value=date:20270910"]],
    [
      "a whole day as midnights of Greenwich",
      ["DTSTART:20270910T000000Z", "DTEND:20270911T000000Z"],
    ],
    [
      "a whole day by a program's own word",
      ["DTSTART:20270910T000000Z", "DTEND:20270911T000000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
    ],
  ])("%s", (_, lines) => {
    expect(said(read(icsOf(["SUMMARY:Staff day", ...lines])))).toEqual(["Staff day 2027-09-10"]);
  });

  test.each<[string, (file: string) => string]>([
    ["a carriage return too many", (file) => file.replaceAll("\r\n", "\r\r\n")],
    ["old line ends of a Mac", (file) => file.replaceAll("\r\n", "\r")],
    ["blanks behind every line", (file) => file.replaceAll("\r\n", "  \r\n")],
    ["empty lines between", (file) => file.replaceAll("\r\n", "\r\n\r\n")],
    ["something before the calendar", (file) => `X-LIC:1\r\n${file}`],
    ["no end", (file) => file.slice(0, file.indexOf("END:VCALENDAR"))],
  ])("%s", (_, change) => {
    expect(said(read(change(icsOf(STAFF_DAY))))).toEqual(["Staff day 2027-09-10"]);
  });

  test("letters with accents written as bytes, folded in the middle of one, or with one broken", () => {
    const file = icsOf(["SUMMARY:Journée pédagogique", "DTSTART;VALUE=DATE:20270910"]);
    const bytes = Buffer.from(file);
    const at = bytes.indexOf("é") + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from("\r\n "), bytes.subarray(at)]);
    const broken = Buffer.concat([Buffer.from(file), Buffer.from([0xc3, 0x0a])]);
    const old = file.replace(
      "SUMMARY:Journée pédagogique",
      "SUMMARY;ENCODING=QUOTED-PRINTABLE:Journ=C3=A9e p=C3=A9dagogique",
    );

    for (const each of [folded, broken, Buffer.from(old), Buffer.from(file, "utf16le")])
      expect(said(read(textOf(each)))).toEqual(["Journée pédagogique 2027-09-10"]);
  });
});

describe("what is called off", () => {
  const SERIES = ["SUMMARY:Short", "DTSTART;VALUE=DATE:20270910", "RRULE:FREQ=WEEKLY;COUNT=3"];
  const again = (...lines: readonly string[]): string =>
    icsOf(SERIES, lines).replace("UID:1\r\n", "UID:0\r\n");

  test("is not there, however the status is written", () => {
    for (const status of ["CANCELLED", "Cancelled", "canceled"])
      expect(said(read(icsOf([...STAFF_DAY, `STATUS:${status}`])))).toEqual(["empty"]);
    expect(said(read(icsOf(STAFF_DAY).replace("PRODID", "METHOD:CANCEL\r\nPRODID")))).toEqual([
      "empty",
    ]);
  });

  test("of a series is that one day, or all from then on", () => {
    const one = again(
      "RECURRENCE-ID;VALUE=DATE:20270917",
      "DTSTART;VALUE=DATE:20270917",
      "STATUS:CANCELLED",
    );
    const rest = one.replace("RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE");

    expect(said(read(one))).toEqual(["Short 2027-09-10", "Short 2027-09-24"]);
    expect(said(read(rest))).toEqual(["Short 2027-09-10"]);
  });

  test("and what is moved has its new day", () => {
    const moved = again(
      "SUMMARY:Short",
      "RECURRENCE-ID;VALUE=DATE:20270917",
      "DTSTART;VALUE=DATE:20270916",
    );

    expect(said(read(moved))).toEqual(["Short 2027-09-10", "Short 2027-09-16", "Short 2027-09-24"]);
  });

  test.each([
    ["a day", "EXDATE:20270917"],
    ["a day at midnight", "EXDATE:20270917T000000"],
    ["days in one line", "EXDATE;VALUE=DATE:20270917,20270918"],
  ])("by %s that is taken out of a series of days is left out", (_, line) => {
    expect(said(read(icsOf([...SERIES, line])))).toEqual(["Short 2027-09-10", "Short 2027-09-24"]);
  });

  test.each([
    ["in Greenwich", "EXDATE:20270917T170000Z"],
    ["in the zone", "EXDATE;TZID=America/Chicago:20270917T120000"],
    ["as a day", "EXDATE;VALUE=DATE:20270917"],
  ])("by a time %s that is taken out of a series of hours is left out", (_, line) => {
    const hours = [
      "SUMMARY:Short",
      "DTSTART;TZID=America/Chicago:20270910T120000",
      "DTEND;TZID=America/Chicago:20270910T130000",
      "RRULE:FREQ=WEEKLY;COUNT=3",
      line,
    ];

    expect(said(read(icsOf(hours)))).toEqual(["Short 2027-09-10", "Short 2027-09-24"]);
  });

  test("days that are named without a rule stand beside the first one", () => {
    const days = [...SERIES.slice(0, 2), "RDATE;VALUE=DATE:20270917,20271001"];

    expect(said(read(icsOf(days)))).toEqual([
      "Short 2027-09-10",
      "Short 2027-09-17",
      "Short 2027-10-01",
    ]);
  });
});

describe("a series that began long ago", () => {
  test.each([
    ["every school day since 2018", "20180904", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["every week since 2015", "20150902", "RRULE:FREQ=WEEKLY;BYDAY=WE"],
    ["every day since 1990", "19900101", "RRULE:FREQ=DAILY"],
    ["every month since 2001", "20010105", "RRULE:FREQ=MONTHLY;BYDAY=1FR"],
    ["every year since 2010", "20100906", "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"],
  ])("%s is there from this school year on, and for the coming ones", (_, from, rule) => {
    const source = read(icsOf(["SUMMARY:Late start", `DTSTART;VALUE=DATE:${from}`, rule]));
    const days = source.kind === "read" ? source.entries.map(({ start }) => start).sort() : [];

    expect(days[0]?.slice(0, 7)).toMatch(/^2026-0[89]$/u);
    expect(days.at(-1)?.slice(0, 4)).toBe(from === "20100906" ? "2029" : "2030");
  });

  test("and is over is not there", () => {
    const over = ["SUMMARY:Old", "DTSTART;VALUE=DATE:20100906", "RRULE:FREQ=YEARLY;COUNT=5"];

    expect(said(read(icsOf(over, STAFF_DAY)))).toEqual(["Staff day 2027-09-10"]);
  });
});

test("an end on its own start is one day and no reason to ask, a long break beside it ends before its end", () => {
  const source = read(
    icsOf(
      ["SUMMARY:Winter break", "DTSTART;VALUE=DATE:20271220", "DTEND;VALUE=DATE:20280103"],
      ["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20271130", "DTEND;VALUE=DATE:20271130"],
    ),
  );

  expect(said(source)).toEqual(["Winter break 2027-12-20..2028-01-02", "Staff day 2027-11-30"]);
  expect(source).toMatchObject({ endsInDoubt: false });
});

test.each([
  ["%PDF-1.7\n1 0 obj", "pdf"],
  ["\u0089PNG\r\n\u001a\n\0\0", "picture"],
  ["ÿØÿà\0\u0010JFIF", "picture"],
  ["GIF89a..", "picture"],
  ["PK\u0003\u0004....xl/workbook.xml", "spreadsheet"],
  ["PK\u0003\u0004....word/document.xml", "document"],
  ["{\\rtf1\\ansi", "document"],
  ["<!DOCTYPE html><html><body>Fall break</body></html>", "web_page"],
  ["https://school.example.org/calendar.ics", "link"],
])("%j is named as what it is: %s", (text, kind) => {
  expect(said(read(textOf(Buffer.from(text, "latin1"))))).toEqual([kind]);
});

test("whatever stands between two good events, both are read", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "DTSTART:",
      "RRULE:FREQ=",
      "EXDATE:x",
      "BEGIN:VALARM",
      "DTEND;TZID=:1",
      ":",
      ";",
      "DURATION:P",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const harmless = lines.filter((each) => !/^\s|END:|BEGIN:V[CE]/iu.test(each));
      const file = icsOf(STAFF_DAY, ["SUMMARY:Odd", ...harmless], LATER);

      expect(said(read(file))).toEqual(
        expect.arrayContaining(["Staff day 2027-09-10", "Staff day 2027-10-08"]),
      );
    }),
    { numRuns: 200 },
  );
});
