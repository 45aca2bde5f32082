import { describe, expect, test } from "@jest/globals";
import { isBlocking, review, type Problem } from "../../src/school-calendar/review.ts";
import type { CalendarContent } from "../../src/school-calendar/entry.ts";
import type { DayKind, Days, Session } from "../../src/team/school.ts";
import { day, demoCalendar } from "./days.ts";

const session = (
  type: Session["type"],
  title: string,
  start: string,
  end: string,
  parent: string | null = null,
): Session => ({ type, title, start: day(start), end: day(end), parent });
const days = (kind: DayKind, title: string, start: string, end = start): Days => ({
  kind,
  title,
  start: day(start),
  end: day(end),
});
const YEAR = session("schoolYear", "2027", "2027-01-28", "2027-12-17");
const T1 = session("term", "Term 1", "2027-01-28", "2027-03-25", "2027");
const T2 = session("term", "Term 2", "2027-04-12", "2027-06-25", "2027");
const AUTUMN = days("break", "Autumn break", "2027-03-26", "2027-04-11");
const content = (sessions: readonly Session[], list: readonly Days[] = []): CalendarContent => ({
  name: "x",
  sessions,
  days: list,
});
const kinds = (problems: readonly Problem[]): readonly string[] => problems.map(({ kind }) => kind);

describe("a calendar under review", () => {
  test.each(["cal-tv-2026", "cal-fixture-bc"])("finds nothing in the demo's %s", (id) => {
    expect(review(demoCalendar(id))).toEqual([]);
  });

  test("finds the holes of the demo's southern calendar, whose second year is not finished", () => {
    expect(review(demoCalendar("cal-wc-2026"))).toMatchObject([
      { kind: "hole", after: { title: "Term 2 2027" }, start: "2027-06-28", end: "2027-07-09" },
      { kind: "hole", after: { title: "Term 3 2027" }, start: "2027-09-20", end: "2027-10-01" },
    ]);
  });

  test.each<[string, CalendarContent, readonly string[]]>([
    ["nothing at all", content([]), ["nothing"]],
    [
      "an entry that ends before it begins",
      content([YEAR], [days("break", "B", "2027-05-02", "2027-05-01")]),
      ["backwards"],
    ],
    [
      "terms that share a day (CAL-4)",
      content([YEAR, T1, { ...T2, start: day("2027-03-25") }]),
      ["overlap"],
    ],
    ["school days that belong to no term", content([YEAR, T1, T2]), ["hole"]],
    ["no hole where a break explains it", content([YEAR, T1, T2], [AUTUMN]), []],
    ["no year", content([], [AUTUMN]), ["no_year"]],
    ["a year without terms", content([YEAR], [AUTUMN]), ["year_without_terms"]],
    [
      "a day twice",
      content([YEAR, T1, T2], [AUTUMN, days("break", "Easter", "2027-03-29")]),
      ["twice"],
    ],
    [
      "no contradiction of different kinds",
      content([YEAR, T1, T2], [AUTUMN, days("holiday", "Easter Monday", "2027-03-29")]),
      [],
    ],
    [
      "days outside the school year",
      content([YEAR, T1, T2], [AUTUMN, days("testing_window", "Tests", "2028-03-01")]),
      ["outside"],
    ],
    [
      "a break that ends on the first day of a term (CAL-17)",
      content([YEAR, T1, T2], [{ ...AUTUMN, end: T2.start }]),
      ["end_in_doubt"],
    ],
    [
      "more than a school can have",
      content(
        [YEAR],
        Array.from({ length: 1000 }, (_, n) => days("event", String(n), "2027-05-01")),
      ),
      ["too_many"],
    ],
  ])("reports %s", (_, calendar, expected) => {
    expect(kinds(review(calendar))).toEqual(expected);
  });

  test("must be mended only where dates contradict each other", () => {
    const overlap = review(content([YEAR, T1, { ...T2, start: T1.end }]));
    const hole = review(content([YEAR, T1, T2]));

    expect(overlap.some(isBlocking)).toBe(true);
    expect(hole.some(isBlocking)).toBe(false);
  });
});
