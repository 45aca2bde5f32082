/** When a person works by the calendar of one of their schools (CAL-7, CAL-8). Pure. */

import type { WorkWeek } from "../time/calendar.ts";
import type { Person } from "./person.ts";
import type { SchoolCalendar } from "./school.ts";

export const workWeekOf = (
  person: Pick<Person, "workingDays" | "contractMonths" | "away" | "worksInSummer">,
  calendar: SchoolCalendar | null,
): WorkWeek => ({
  calendar,
  workingDays: person.workingDays,
  contractMonths: person.contractMonths,
  ...(person.away ? { away: person.away } : {}),
  ...(person.worksInSummer ? { worksInSummer: true } : {}),
});
