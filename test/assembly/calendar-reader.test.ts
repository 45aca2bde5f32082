import { describe, expect, test } from "@jest/globals";
import { createCalendarReader } from "../../src/assembly/calendar-reader.ts";
import { icsOf } from "../school-calendar/days.ts";
import { lines, OPTIONS, read, WHOSE } from "./handed-in.ts";

describe("what no reading bounds is stopped from outside", () => {
  const CHEAP = icsOf(["SUMMARY:Staff day", "DTSTART;VALUE=DATE:20270115"]);

  test("a reading over its processor time", async () => {
    const strict = createCalendarReader({ processorMs: 0, megabytes: 100 });
    const long = lines(900, (n) => `Staff day ${String(n)}: May 14, tomorrow or Friday in 3 weeks`);

    expect(await strict.read(long, OPTIONS, WHOSE)).toEqual({
      source: { kind: "refused", because: "too_costly" },
    });
  });

  test("a reading over its memory", async () => {
    const strict = createCalendarReader({ processorMs: 60_000, megabytes: 1 });
    const long = lines(900, (n) => `Staff day ${String(n)}: May 14, tomorrow or Friday in 3 weeks`);

    expect(await strict.read(long, OPTIONS, WHOSE)).toEqual({
      source: { kind: "refused", because: "too_costly" },
    });
  });

  test("and the next one is read", async () => {
    expect(await read(CHEAP, OPTIONS, WHOSE)).toMatchObject({
      source: { kind: "read", entries: [{ title: "Staff day", start: "2027-01-15" }] },
      reading: { content: { name: "Central", days: [{ kind: "staff_day" }] } },
    });
  });
});
