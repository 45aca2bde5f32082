/** Goals that are finished soon after one another are looked back on in one Meeting 3. Pure. */

import { addWorkingDays, localDate, type WorkWeek } from "../time/calendar.ts";
import type { LocalDate } from "../time/local-time.ts";
import type { Reflection } from "./reflection.ts";

/** A goal finished within so many working days of the first shares its meeting (rules, section 6). */
export const SHARES_MEETING_DAYS = 10;

/**
 * The reflection in whose Meeting 3 a goal finished on that day belongs, of those that still wait; it
 * was the first of its meeting itself. Undefined when the goal has a meeting of its own.
 */
export function meetingOf(
  waiting: readonly Reflection[],
  finishedOn: LocalDate,
  { timezone, week }: { readonly timezone: string; readonly week: WorkWeek },
): Reflection | undefined {
  return waiting.find(({ meetsWith, startedAt }) => {
    const first = localDate(startedAt, timezone);
    return (
      meetsWith === undefined &&
      first <= finishedOn &&
      finishedOn <= addWorkingDays(first, SHARES_MEETING_DAYS, week)
    );
  });
}

/** The others that share a reflection's Meeting 3. */
export const sharingMeeting = (
  reflections: readonly Reflection[],
  { id, meetsWith = id }: Pick<Reflection, "id" | "meetsWith">,
): readonly Reflection[] =>
  reflections.filter((other) => other.id !== id && (other.meetsWith ?? other.id) === meetsWith);
