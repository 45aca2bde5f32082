import { describe, expect, test } from "@jest/globals";
import { readSource, type ImportOptions } from "../../src/school-calendar/import.ts";
import { readEntries } from "../../src/school-calendar/reading.ts";
import { withParents } from "../../src/school-calendar/years.ts";
import { review } from "../../src/school-calendar/review.ts";
import type { Session } from "../../src/team/school.ts";
import { day, icsOf } from "./days.ts";

const OPTIONS: ImportOptions = {
  today: day("2027-03-02"),
  timezone: "America/Chicago",
  locale: "en",
};

const GOOD = ["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20270115"];
const repeating = (rule: string): readonly string[] => [
  "SUMMARY:Endless",
  "DTSTART:20270115T080000",
  `RRULE:${rule}`,
];

describe("a rule for repeating that never comes to an end", () => {
  test.each([
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=SECONDLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=2147483647",
    "FREQ=YEARLY;INTERVAL=2147483647",
  ])("is left out and named, and the rest of the file is read: %s", (rule) => {
    const read = readSource(icsOf(repeating(rule), GOOD), OPTIONS);

    expect(read).toMatchObject({
      kind: "read",
      entries: [{ title: "Staff day", start: "2027-01-15" }],
      unread: ["Endless"],
    });
  });

  test("makes a file unreadable when it is all there is, or when there are many", () => {
    const endless = repeating("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31");
    const many = icsOf(...Array.from({ length: 6 }, () => endless), GOOD);

    expect(readSource(icsOf(endless), OPTIONS)).toMatchObject({ because: "too_costly" });
    expect(readSource(many, OPTIONS)).toMatchObject({ because: "too_costly" });
  });

  test("a rule of every day without an end is followed like any other", () => {
    const read = readSource(icsOf(repeating("FREQ=DAILY;UNTIL=99991231T000000Z")), OPTIONS);

    expect(read).toMatchObject({ kind: "read", unread: [] });
  });
});

describe("text that no school calendar has", () => {
  test("a line of any length is named, not searched", () => {
    const long = "May 14 ".repeat(10_000);

    const read = readSource(`${long}\nStaff day: May 14`, OPTIONS);

    expect(read).toMatchObject({ kind: "read", entries: [{ title: "Staff day" }] });
    expect(read).toMatchObject({ unread: [expect.stringMatching(/^May 14 .{1,120}…$/u)] });
  });

  test.each([
    ["one enormous cell", `Title,Start\n"${"x".repeat(4_000_000)}",2027-03-01\n`],
    ["an enormous cell of dates", `Title,Start\nA,"${"May 14 ".repeat(500_000)}"\n`],
  ])("a table with %s is refused with what to do", (_, text) => {
    expect(readSource(text, OPTIONS)).toEqual({ kind: "refused", because: "too_costly" });
  });
});

describe("thousands of entries", () => {
  const COUNT = 9_999;
  const date = (n: number): string => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);

  test("edges of breaks find each other, the nearest end first", () => {
    const entries = Array.from({ length: COUNT }, (_, n) => ({
      title: n % 2 === 0 ? "Winter break begins" : "Winter break ends",
      start: day(date(4 * n)),
      end: day(date(4 * n)),
      label: "",
    }));

    const { content } = readEntries("x", entries);

    expect(content.days.slice(0, 2)).toMatchObject([
      { kind: "break", start: date(0), end: date(4) },
      { kind: "break", start: date(8), end: date(12) },
    ]);
    expect(content.days).toHaveLength((COUNT - 1) / 2);
  });

  test("terms find the smallest session around them", () => {
    const sessions = Array.from({ length: COUNT }, (_, n): Session => {
      const type = (["schoolYear", "semester", "term"] as const)[n % 3] ?? "term";
      const [from, to] = type === "term" ? [n, n + 1] : [n - (n % 3), n - (n % 3) + 20];
      return {
        type,
        title: `${type} ${String(n)}`,
        start: day(date(from)),
        end: day(date(to)),
        parent: null,
      };
    });

    const placed = withParents(sessions);

    expect(placed.find(({ title }) => title === "term 2")?.parent).toBe("semester 1");
    expect(placed.find(({ title }) => title === "semester 4")?.parent).toBe("schoolYear 3");
  });

  test("a calendar that contradicts itself everywhere is told so in a list that ends", () => {
    const days = Array.from({ length: 900 }, (_, n) => ({
      kind: "holiday" as const,
      title: `Holiday ${String(n)}`,
      start: day("2027-03-01"),
      end: day("2027-03-09"),
    }));

    expect(review({ name: "x", sessions: [], days }).length).toBeLessThan(250);
  });
});
