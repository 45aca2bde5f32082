/** Days and calendars for the tests of this folder. */

import { readFileSync } from "node:fs";
import { withYear } from "../../src/school-calendar/change.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";

export const day = (date: string): LocalDate => date as LocalDate;

const demo = JSON.parse(
  readFileSync(new URL("../../playground/demo-data.json", import.meta.url), "utf8"),
) as { calendars: SchoolCalendar[] };

/** One of the demo's three calendars: `cal-tv-2026`, `cal-wc-2026`, `cal-fixture-bc`. */
export function demoCalendar(id: string): SchoolCalendar {
  const found = demo.calendars.find((calendar) => calendar.id === id);
  if (!found) throw new Error(`No calendar ${id}`);
  return found;
}

/** The same with the school year 2027-28, whose staff come back on Mon 9 August. */
export const withNextYear = (calendar: SchoolCalendar): SchoolCalendar => ({
  ...calendar,
  ...withYear(calendar, {
    name: calendar.name,
    sessions: [
      {
        type: "schoolYear",
        title: "2027-28",
        start: day("2027-08-16"),
        end: day("2028-05-26"),
        parent: null,
      },
    ],
    days: [
      {
        kind: "staff_day",
        title: "Staff return",
        start: day("2027-08-09"),
        end: day("2027-08-13"),
      },
    ],
  }),
});

/** A calendar file of these events, each given as the lines between BEGIN and END. */
export const icsOf = (...events: readonly (readonly string[])[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:test",
    ...events.flatMap((lines, n) => ["BEGIN:VEVENT", `UID:${String(n)}`, ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
