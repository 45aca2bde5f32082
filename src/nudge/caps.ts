/** How many unasked direct messages a person gets (N-2). Pure. */

import { addDays, daysBetween, type LocalDate } from "../time/calendar.ts";
import type { Told } from "./attention.ts";

const DAYS = 7;

/** The days of those that count in the week. */
export const counted = (told: readonly Told[]): readonly LocalDate[] =>
  told.filter(({ kind }) => kind !== "expected").map(({ on }) => on);

/** Whether a day is still without a message: there is one a day at most. */
export const isFreeDay = (date: LocalDate, told: readonly Told[]): boolean =>
  !told.some(({ on }) => on === date);

/** Whether one more on that day keeps every 7 days around it within the cap. */
export function fitsWeek(date: LocalDate, others: readonly LocalDate[], perWeek: number): boolean {
  return Array.from({ length: DAYS }, (_, n) => addDays(date, -n)).every((first) => {
    const inWindow = others.filter((other) => {
      const days = daysBetween(first, other);
      return days >= 0 && days < DAYS;
    });
    return inWindow.length < perWeek;
  });
}
