import { describe, expect, test } from "@jest/globals";
import { lines, OPTIONS, read, WHOSE } from "./handed-in.ts";
const date = (n: number): string => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);

describe("whatever a file holds, reading it comes to an end", () => {
  const zone = (rule: string, n = 0): string =>
    `BEGIN:VTIMEZONE\nTZID:Bomb${String(n)}\nBEGIN:STANDARD\nDTSTART:00010101T000000\nRRULE:${rule}\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE`;
  const calendar = (...parts: readonly string[]): string =>
    ["BEGIN:VCALENDAR", ...parts, "END:VCALENDAR"].join("\n");
  const event = (...said: readonly string[]): string =>
    ["BEGIN:VEVENT", "SUMMARY:Staff day", ...said, "END:VEVENT"].join("\n");
  const START = "DTSTART:20270115T080000";

  test.each<readonly [string, string]>([
    [
      "a zone that changes every second",
      calendar(zone("FREQ=SECONDLY"), event("DTSTART;TZID=Bomb0:20270115T080000")),
    ],
    [
      "hundreds of zones that change every day",
      calendar(
        ...Array.from({ length: 300 }, (_, n) => zone("FREQ=DAILY", n)),
        ...Array.from({ length: 300 }, (_, n) =>
          event(`DTSTART;TZID=Bomb${String(n)}:20270115T080000`),
        ),
      ),
    ],
    ["200,000 parameters", calendar(event(START, `SUMMARY${";X=1".repeat(200_000)}:b`))],
    [
      "a parameter that is never closed",
      calendar(event(START, `SUMMARY;X="${"a".repeat(1_000_000)}:b`)),
    ],
    ["a day among a million colons", calendar(event(`DTSTART${":".repeat(1_000_000)}x`))],
    ["folded half a million times", calendar(event(START, `SUMMARY:a${"\n b".repeat(500_000)}`))],
    ["components without an end", `BEGIN:VCALENDAR\n${"BEGIN:X\n".repeat(300_000)}`],
    [
      "200,000 named days",
      calendar(event(START, `RDATE:${"20270116T080000,".repeat(200_000)}20270117`)),
    ],
    [
      "30,000 days taken out",
      calendar(
        event(
          START,
          "RRULE:FREQ=DAILY",
          lines(30_000, (n) => `EXDATE:${date(n).replaceAll("-", "")}T080000`),
        ),
      ),
    ],
    [
      "5,000 moved occurrences of one event",
      calendar(
        event("UID:1", START, "RRULE:FREQ=DAILY"),
        ...Array.from({ length: 5_000 }, (_, n) =>
          event("UID:1", `RECURRENCE-ID:${date(n).replaceAll("-", "")}T080000`, START),
        ),
      ),
    ],
    [
      "every minute of every hour",
      calendar(
        event(
          START,
          `RRULE:FREQ=YEARLY;BYHOUR=${lines(24, String).replaceAll("\n", ",")};BYMINUTE=${lines(60, String).replaceAll("\n", ",")};BYMONTHDAY=${lines(31, (n) => String(n + 1)).replaceAll("\n", ",")}`,
        ),
      ),
    ],
    [
      "96 kB of dates in lines",
      lines(
        1_000,
        () =>
          "May 14, June 3, tomorrow or Friday, in 3 weeks next Monday 12 March 2027, by Tuesday or 3/4 or so",
      ),
    ],
    ["a thousand long lines", lines(1_000, () => "May 14 ".repeat(600))],
    ["one enormous cell", `Title,Start\n"${"x".repeat(4_900_000)}",2027-03-01\n`],
    ["a row of two million cells", `Title,Start,${"a,".repeat(2_000_000)}\nA,2027-03-01`],
    ["a quotation that is never closed", `Title,Start\n${'"a\n'.repeat(1_000_000)}`],
    ["blanks without an end", `Title,Start\n${" ".repeat(4_000_000)}x,2027-03-01`],
  ])("%s", async (_, text) => {
    const { source } = await read(text, OPTIONS, WHOSE);

    expect(["read", "refused"]).toContain(source.kind);
  });

  test("ten thousand terms, or edges of breaks, are a table like any other", async () => {
    const kinds = ["term", "semester", "schoolYear"];
    const terms = lines(
      9_999,
      (n) => `T${String(n)},${date(n)},${date(n + 300)},${kinds[n % 3] ?? ""}`,
    );
    const edges = lines(
      9_999,
      (n) => `Winter break ${n % 2 === 0 ? "begins" : "ends"},${date(4 * n)}`,
    );

    expect((await read(`Title,Start,End,Kind\n${terms}`, OPTIONS, WHOSE)).source.kind).toBe("read");
    expect((await read(`Title,Start\n${edges}`, OPTIONS, WHOSE)).source.kind).toBe("read");
  });

  test("ten thousand days in words are a table like any other", async () => {
    const words = (n: number): string =>
      new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(
        Date.UTC(2000, 0, 1 + n),
      );
    const rows = lines(9_999, (n) => `T${String(n)},"${words(n)}","${words(n + 3)}"`);

    expect((await read(`Title,Start,End\n${rows}`, OPTIONS, WHOSE)).source.kind).toBe("read");
  });

  test("ten thousand plain events are a file like any other", async () => {
    const events = Array.from({ length: 9_900 }, (_, n) =>
      event(`DTSTART;VALUE=DATE:${date(n).replaceAll("-", "")}`),
    );

    expect((await read(calendar(...events), OPTIONS, WHOSE)).source.kind).toBe("read");
  });
});
