import { describe, expect, test } from "@jest/globals";
import type { Entry } from "../../src/school-calendar/entry.ts";
import { decisionKey, readEntries } from "../../src/school-calendar/reading.ts";
import { day, demoCalendar } from "./days.ts";

const entry = (title: string, start: string, end = start, label = ""): Entry => ({
  title,
  start: day(start),
  end: day(end),
  label,
});

describe("entries become a calendar", () => {
  test.each(["cal-tv-2026", "cal-wc-2026", "cal-fixture-bc"])(
    "the demo's %s is read back from its titles, kinds and dates",
    (id) => {
      const { name, sessions, days } = demoCalendar(id);
      const lines = [
        ...sessions.map(({ type, title, start, end }) => entry(title, start, end, type)),
        ...days.map(({ kind, title, start, end }) => entry(title, start, end, kind)),
      ];

      const { content, undecided, taken } = readEntries(name, lines);

      expect(new Set(content.sessions)).toEqual(new Set(sessions));
      expect(content.days.map(({ title }) => title).sort()).toEqual(
        days.map(({ title }) => title).sort(),
      );
      expect([undecided, taken]).toEqual([[], []]);
    },
  );

  test("first and last day are one school year, and ends of quarters follow each other", () => {
    const { content, taken, undecided } = readEntries("x", [
      entry("First day of school", "2026-08-17"),
      entry("End of Quarter 1", "2026-10-16"),
      entry("End of Quarter 2", "2026-12-18"),
      entry("Last day of school", "2027-05-28"),
    ]);

    expect(content.sessions).toEqual([
      {
        type: "schoolYear",
        title: "2026-27",
        start: "2026-08-17",
        end: "2027-05-28",
        parent: null,
      },
      {
        type: "gradingPeriod",
        title: "Quarter 1",
        start: "2026-08-17",
        end: "2026-10-16",
        parent: "2026-27",
      },
      {
        type: "gradingPeriod",
        title: "Quarter 2",
        start: "2026-10-19",
        end: "2026-12-18",
        parent: "2026-27",
      },
    ]);
    expect(taken).toEqual([
      { kind: "began_after", title: "Quarter 1", start: "2026-08-17" },
      { kind: "began_after", title: "Quarter 2", start: "2026-10-19" },
    ]);
    expect(undecided).toEqual([]);
  });

  test("a break whose two ends are apart is one break; half of one is asked about", () => {
    const { content, undecided } = readEntries("x", [
      entry("Winter break begins", "2026-12-21"),
      entry("Winter break ends", "2027-01-01"),
      entry("Spring break begins", "2027-03-15"),
    ]);

    expect(content.days).toEqual([
      { kind: "break", title: "Winter break", start: "2026-12-21", end: "2027-01-01" },
    ]);
    expect(undecided.map(({ title }) => title)).toEqual(["Spring break begins"]);
  });

  test("a break written day by day, over a weekend, is one break; weekly short days stay apart", () => {
    const dates = ["2027-03-18", "2027-03-19", "2027-03-22"];
    const { content } = readEntries("x", [
      ...dates.map((date) => entry("Spring break", date)),
      entry("Early release", "2027-04-02"),
      entry("Early release", "2027-04-09"),
    ]);

    expect(content.days.map(({ start, end }) => [start, end])).toEqual([
      ["2027-03-18", "2027-03-22"],
      ["2027-04-02", "2027-04-02"],
      ["2027-04-09", "2027-04-09"],
    ]);
  });

  test("terms without a school year make one for each run of them (CAL-5)", () => {
    const { content, taken } = readEntries("x", [
      entry("Term 1", "2026-10-05", "2026-12-18"),
      entry("Term 1", "2027-01-28", "2027-03-25"),
      entry("Term 2", "2027-04-12", "2027-06-25"),
    ]);

    expect(content.sessions.filter(({ type }) => type === "schoolYear")).toMatchObject([
      { title: "2026", start: "2026-10-05", end: "2026-12-18" },
      { title: "2027", start: "2027-01-28", end: "2027-06-25" },
    ]);
    expect(taken).toEqual([
      { kind: "year_spans", title: "2026" },
      { kind: "year_spans", title: "2027" },
    ]);
  });

  test.each([
    ["Inicio del curso", "Cierre del curso"],
    ["Kick-off", "Farewell"],
  ])("days that people say are a school year, %s and %s, are one year together", (first, last) => {
    const days = [entry(first, "2027-08-30"), entry(last, "2028-07-14")];
    const answers = {
      [decisionKey(first)]: "schoolYear",
      [decisionKey(last)]: "schoolYear",
    } as const;

    expect(readEntries("x", days, answers).content.sessions).toMatchObject([
      { type: "schoolYear", title: "2027-28", start: "2027-08-30", end: "2028-07-14" },
    ]);
    expect(readEntries("x", days.slice(0, 1), answers)).toMatchObject({
      content: { sessions: [] },
      undecided: [{ title: first }],
    });
  });

  test("a short term alone makes no school year", () => {
    const { content, taken } = readEntries("x", [entry("Term 1", "2027-10-05", "2027-10-20")]);

    expect(content.sessions.map(({ type }) => type)).toEqual(["term"]);
    expect(taken).toEqual([]);
  });

  test("what is not known is asked about once for all its dates, and left out until it is said", () => {
    const entries = [entry("Wildcat Day 1", "2027-03-05"), entry("Wildcat day 2", "2027-03-12")];

    expect(readEntries("x", entries)).toMatchObject({
      content: { days: [] },
      undecided: [
        { title: "Wildcat Day 1", ranges: [{ start: "2027-03-05" }, { start: "2027-03-12" }] },
      ],
    });
    expect(
      readEntries("x", entries, { [decisionKey("Wildcat Day 1")]: "staff_day" }),
    ).toMatchObject({
      content: { days: [{ kind: "staff_day" }, { kind: "staff_day" }] },
      undecided: [],
    });
    expect(readEntries("x", entries, { [decisionKey("Wildcat Day 1")]: "" })).toMatchObject({
      content: { days: [] },
      undecided: [],
    });
  });

  test("ten thousand entries are read in seconds, not in minutes", () => {
    const titles = ["Early release", "Winter break begins", "End of quarter 1", "Lunch", "Holiday"];
    const many = Array.from({ length: 10_000 }, (_, n) =>
      entry(
        `${titles[n % titles.length] ?? ""} ${String(n)}`,
        `20${String(26 + (n % 9))}-0${String(1 + (n % 9))}-1${String(n % 10)}`,
      ),
    );

    const began = performance.now();
    readEntries("x", many);

    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
