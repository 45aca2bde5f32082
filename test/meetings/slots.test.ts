import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  findSlots,
  slotsToOffer,
  suits,
  type Guest,
  type SlotSetting,
  type Span,
} from "../../src/meetings/slots.ts";
import type { MeetingKind, TurnedDown } from "../../src/meetings/search.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";
import {
  addDays,
  addWorkingDays,
  instantAt,
  isWorkingDay,
  localTime,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import { testingOn } from "../../src/time/seasons.ts";
import { day, time } from "../time/calendars.ts";

const CHICAGO = "America/Chicago";
const CALENDAR: SchoolCalendar = {
  id: "c",
  name: "Calendar",
  sessions: [
    {
      type: "schoolYear",
      title: "2026-27",
      start: day("2026-08-24"),
      end: day("2027-06-04"),
      parent: null,
    },
    {
      type: "schoolYear",
      title: "2027-28",
      start: day("2027-08-23"),
      end: day("2028-06-02"),
      parent: null,
    },
  ],
  days: [
    { kind: "summer", title: "Summer", start: day("2027-06-05"), end: day("2027-08-22") },
    { kind: "break", title: "Spring break", start: day("2027-03-15"), end: day("2027-03-19") },
    { kind: "testing_window", title: "Tests", start: day("2027-04-12"), end: day("2027-04-23") },
  ],
};
const week = (more: Partial<WorkWeek> = {}): WorkWeek => ({
  calendar: CALENDAR,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
  ...more,
});
const quiet = { from: time("16:30"), to: time("07:45") };
const setting = (more: Partial<SlotSetting> = {}): SlotSetting => ({
  guests: [
    {
      side: "library",
      week: week({ contractMonths: 10 }),
      timezone: CHICAGO,
      quiet,
      noContact: [],
    },
    { side: "it", week: week(), timezone: CHICAGO, quiet, noContact: [] },
  ],
  taken: [],
  timezone: CHICAGO,
  week: week(),
  today: day("2027-03-02"),
  minutes: 45,
  usual: null,
  turnedDown: [],
  ...more,
});
const refused = (why: TurnedDown["why"], slots: TurnedDown["slots"]): TurnedDown => ({
  byId: "u",
  side: "library",
  why,
  words: "",
  slots,
});

describe("times for a meeting", () => {
  test("are three, on three days, at three times of day", () => {
    const slots = findSlots("action_plan", setting());

    expect(slots).toHaveLength(3);
    expect(new Set(slots.map(({ date }) => date)).size).toBe(3);
    expect(new Set(slots.map(({ start }) => start)).size).toBe(3);
  });

  test("of Meeting 1 lie in the week after the tests when that is near (CAL-12)", () => {
    const slots = findSlots("goal_sheet", setting({ today: day("2027-03-22") }));

    expect(slots.map(({ date }) => date)).toEqual(["2027-04-26", "2027-04-27", "2027-04-28"]);
  });

  test("of Meeting 1 in summer are for those who asked to be counted in (CAL-11)", () => {
    const today = day("2027-06-07");
    const librarian: Guest = {
      side: "library",
      week: week({ contractMonths: 10 }),
      timezone: CHICAGO,
      quiet,
      noContact: [],
    };
    const willing = { ...librarian, week: week({ contractMonths: 10, worksInSummer: true }) };

    expect(findSlots("goal_sheet", setting({ today, guests: [librarian] }))).toEqual([]);
    expect(findSlots("goal_sheet", setting({ today, guests: [willing] }))[0]?.date).toBe(
      "2027-06-15",
    );
  });

  test("keep clear of another meeting of anybody", () => {
    const [first] = findSlots("action_plan", setting());
    if (!first) throw new Error("None found");
    const from = instantAt(first.date, first.start, CHICAGO);
    const taken: Span[] = [{ sides: ["it"], from, to: new Date(from.getTime() + 60_000) }];

    expect(suits(first, setting())).toBe(true);
    expect(suits(first, setting({ taken }))).toBe(false);
    expect(findSlots("action_plan", setting({ taken }))).not.toContainEqual(first);
  });

  test("that suit one side each are offered when none suits both, and say so", () => {
    const mornings = { from: time("11:00"), to: time("07:45") };
    const afternoons = { from: time("16:30"), to: time("12:00") };
    const [library, it] = setting().guests;
    if (!library || !it) throw new Error("Two sides");
    const apart = setting({
      guests: [
        { ...library, quiet: mornings },
        { ...it, quiet: afternoons },
      ],
    });

    expect(findSlots("action_plan", apart)).toEqual([]);
    const offered = slotsToOffer("action_plan", apart);
    expect(offered.map(({ suits: side }) => side)).toEqual(["library", "it"]);
    expect(offered[0]?.start.localeCompare("11:00")).toBe(-1);
    expect(offered[1]?.start.localeCompare("12:00")).not.toBe(-1);
    expect(slotsToOffer("action_plan", setting())).toEqual(findSlots("action_plan", setting()));
  });

  test.each(["days", "times", "soon", "other"] as const)(
    "follow from why none suited: %s",
    (why) => {
      const before = findSlots("action_plan", setting());
      const after = findSlots("action_plan", setting({ turnedDown: [refused(why, before)] }));

      expect(after).toHaveLength(3);
      for (const slot of before) expect(after).not.toContainEqual(slot);
      const [days, times] = [before.map((s) => s.date), before.map((s) => s.start)];
      if (why === "days") for (const { date } of after) expect(days).not.toContain(date);
      if (why === "times") for (const { start } of after) expect(times).not.toContain(start);
      if (why === "soon")
        for (const { date } of after) expect(date > (days.at(-1) ?? "")).toBe(true);
    },
  );

  test("always lie in everybody's days and hours, in open school time and in the window", () => {
    const anyDay = fc.integer({ min: 0, max: 330 }).map((n) => addDays(day("2026-08-24"), n));
    const anyKind = fc.constantFrom<MeetingKind>(
      "goal_sheet",
      "action_plan",
      "reflect_for_revision",
    );
    const away = fc
      .tuple(anyDay, fc.integer({ min: 0, max: 20 }))
      .map(([start, n]) => [{ start, end: addDays(start, n) }]);
    const zone = fc.constantFrom(CHICAGO, "America/New_York", "Europe/Paris");
    fc.assert(
      fc.property(anyDay, anyKind, away, zone, (today, kind, days, timezone) => {
        const guests: Guest[] = [
          {
            side: "library",
            week: week({ contractMonths: 10 }),
            timezone: CHICAGO,
            quiet,
            noContact: days,
          },
          { side: "it", week: week({ away: days }), timezone, quiet, noContact: [] },
        ];
        const all = setting({ today, guests });
        for (const slot of findSlots(kind, all)) {
          expect(guests.every((guest) => isWorkingDay(slot.date, guest.week))).toBe(true);
          expect(testingOn(slot.date, CALENDAR)).toBeUndefined();
          expect(slot.date > today).toBe(true);
          if (kind !== "goal_sheet")
            expect(slot.date <= addWorkingDays(today, 10, week())).toBe(true);
          for (const guest of guests) {
            const from = instantAt(slot.date, slot.start, CHICAGO);
            const last = new Date(from.getTime() + 44 * 60_000);
            expect(localTime(from, guest.timezone) >= "07:45").toBe(true);
            expect(localTime(last, guest.timezone) < "16:30").toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
