/** The demo's three calendars, and a plain one for single rules. */

import { readFileSync } from "node:fs";
import type { LocalDate, LocalTime, WorkWeek } from "../../src/time/calendar.ts";
import type { DayKind, SchoolCalendar } from "../../src/team/school.ts";
import { demoData } from "../../demo/data.ts";
import { demoDistrict } from "../../demo/district.ts";

export const day = (text: string): LocalDate => text as LocalDate;
export const time = (text: string): LocalTime => text as LocalTime;

const demo = demoData.parse(
  JSON.parse(
    readFileSync(new URL("../../playground/demo-data.json", import.meta.url), "utf8"),
  ) as unknown,
);
const all = demo.districts.flatMap((district) => demoDistrict(demo, district).calendars);

function calendar(id: string): SchoolCalendar {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`No calendar ${id} in the demo data`);
  return found;
}

/** Tamarack Valley: quarters, spring break 15–19 March 2027, tests 12 April to 7 May. */
export const TAMARACK = calendar("cal-tv-2026");
/** Wattle Creek: terms of the calendar year 2027, national tests 10–22 March. */
export const WATTLE = calendar("cal-wc-2026");

export const calendarWith = (
  ...days: readonly (readonly [DayKind, string, string])[]
): SchoolCalendar => ({
  id: "cal",
  name: "Calendar",
  sessions: [],
  days: days.map(([kind, start, end]) => ({ kind, title: kind, start: day(start), end: day(end) })),
});

export const weekOf = (
  calendar: SchoolCalendar | null,
  over: Partial<WorkWeek> = {},
): WorkWeek => ({
  calendar,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
  ...over,
});
