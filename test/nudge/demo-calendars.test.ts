import { describe, expect, test } from "@jest/globals";
import { afterTelling, newAttention } from "../../src/nudge/attention.ts";
import { plan } from "../../src/nudge/policy.ts";
import { reachOf } from "../../src/nudge/reach.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";
import { localDate } from "../../src/time/calendar.ts";
import { demoData } from "../rig/demo.ts";
import { at, checkIn, factsAt, week } from "./given.ts";

const { calendars } = demoData as unknown as { readonly calendars: readonly SchoolCalendar[] };

/** The days on which somebody who works twelve months gets a digest, when there is always something. */
function digestDays(id: string, timezone: string, from: string, to: string): readonly string[] {
  const calendar = calendars.find((one) => one.id === id) ?? null;
  const days: string[] = [];
  let attention = newAttention("lib");
  let now: Date | null = new Date(from);
  while (now && now < new Date(to)) {
    const today = localDate(now, timezone);
    const theirs = { ...week, contractMonths: 12, calendar };
    const place = at({ week: theirs, today, checkIns: [checkIn("m", today, "23:00")] });
    const facts = factsAt(now.toISOString(), { places: [place], attention });
    const person = {
      timezone,
      workingDays: week.workingDays,
      contractMonths: 12,
      pausedUntil: null,
    };
    const decided = plan({ ...facts, reach: reachOf(person, [theirs], USUAL_SETTINGS) });
    if (decided.tell) {
      days.push(today);
      attention = afterTelling(attention, { on: today, kind: decided.tell.kind });
    }
    if (decided.isLookedAt) attention = { ...attention, lookedOn: today };
    now = decided.next;
  }
  return days;
}

describe("the demo's three calendars, replayed", () => {
  test.each([
    [
      "cal-tv-2026",
      "America/Chicago",
      ["2026-11-16T06:00:00Z", "2027-01-12T06:00:00Z"],
      ["2026-11-16", "2026-11-30", "2026-12-07", "2026-12-14", "2027-01-04", "2027-01-11"],
    ],
    [
      "cal-wc-2026",
      "Australia/Melbourne",
      ["2027-03-07T20:00:00Z", "2027-04-20T00:00:00Z"],
      ["2027-03-09", "2027-03-15", "2027-03-22", "2027-04-12", "2027-04-19"],
    ],
    [
      "cal-fixture-bc",
      "America/Vancouver",
      ["2027-03-01T08:00:00Z", "2027-04-06T00:00:00Z"],
      ["2027-03-01", "2027-03-08", "2027-03-29", "2027-04-05"],
    ],
  ])(
    "%s: on the first working day of each week, and none in a break",
    (id, zone, [from = "", to = ""], days) => {
      expect(digestDays(id, zone, from, to)).toEqual(days);
    },
  );
});
