/** When people may meet. Pure. */

import { instantAt, type LocalDate, type LocalTime, type WorkWeek } from "../time/calendar.ts";
import { testingOn } from "../time/seasons.ts";
import type { CheckIn } from "./check-in.ts";
import { everyoneWorks } from "./recurrence.ts";

/** Nobody means 02:45 when they type it for a meeting at school. */
const [EARLIEST, LATEST] = ["06:00", "21:00"] as const;

export const isMeetingTime = (time: LocalTime): boolean => EARLIEST <= time && time < LATEST;

export type MoveProblem = "past" | "not_working" | "testing" | "after_next";

/** Why a meeting cannot be moved there; undefined when it can. */
export function moveProblem(
  to: Pick<CheckIn, "date" | "start">,
  setting: {
    readonly now: Date;
    readonly timezone: string;
    readonly weeks: readonly WorkWeek[];
    /** The day of the one that follows; null when none is known. */
    readonly next: LocalDate | null;
  },
): MoveProblem | undefined {
  const { now, timezone, weeks, next } = setting;
  if (instantAt(to.date, to.start, timezone) <= now) return "past";
  if (!everyoneWorks(to.date, weeks)) return "not_working";
  if (weeks.some(({ calendar }) => testingOn(to.date, calendar))) return "testing";
  return next !== null && to.date >= next ? "after_next" : undefined;
}
