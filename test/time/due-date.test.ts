import { describe, expect, test } from "@jest/globals";
import { dueFindings } from "../../src/time/due-date.ts";
import { day, TAMARACK, weekOf } from "./calendars.ts";

const today = day("2027-03-02");
const findings = (due: string, contractMonths = 12) =>
  dueFindings(day(due), { today, week: weekOf(TAMARACK, { contractMonths }) });

describe("a due date at its birth", () => {
  test("on a working day nothing speaks against it", () => {
    expect(findings("2027-03-12")).toEqual([]);
  });

  test.each([
    ["2027-03-17", "Spring break", "2027-03-12", "2027-03-22"],
    ["2027-03-06", null, "2027-03-05", "2027-03-08"],
  ])("CAL-7: on %s nobody works; the days around it are offered", (due, title, before, after) => {
    const [found] = findings(due);

    expect(found).toMatchObject({ kind: "not_working", before, after });
    expect(found?.entry?.title ?? null).toBe(title);
  });

  test("CAL-11: in summer it moves to the last working day before, for ten-month staff", () => {
    expect(findings("2027-06-15", 10)).toEqual([
      expect.objectContaining({ kind: "not_working", before: "2027-05-28", after: "2027-05-28" }),
    ]);
    expect(findings("2027-06-15", 12)).toEqual([]);
  });

  test.each([
    ["2027-04-06", "freeze"],
    ["2027-04-20", "tests"],
  ])("CAL-9: on %s there is a %s, and the days around all of it are offered", (due, kind) => {
    expect(findings(due)).toEqual([
      expect.objectContaining({ kind, before: "2027-04-02", after: "2027-05-10" }),
    ]);
  });

  test("the day before is never in the past", () => {
    const found = dueFindings(day("2027-03-16"), {
      today: day("2027-03-15"),
      week: weekOf(TAMARACK),
    });

    expect(found[0]).toMatchObject({ before: "2027-03-22", after: "2027-03-22" });
  });
});
