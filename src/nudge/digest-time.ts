/** When the digest of a person comes (N-1, N-6, N-7). Pure. */

import { addDays, localDate, type LocalDate } from "../time/calendar.ts";
import { inForce, weeksBetween } from "./cadence.ts";
import { counted, fitsWeek, isFreeDay } from "./caps.ts";
import { earliest, type Facts } from "./facts.ts";
import { dayWithSlot, firstDayOf, slotOn, weekOf, type Reach } from "./reach.ts";

export interface DigestTime {
  /** Its moment has come, and this week's was not looked at yet. */
  readonly isDue: boolean;
  /** What arises before it on its day waits for it. */
  readonly isLaterToday: boolean;
  /** The next moment: of the one that is due but cannot be told now, else of the following one. */
  readonly next: Date | null;
}

/**
 * On the first working day of a week, as often as wanted; what cannot be told then waits for the next
 * slot with room. On the first day back after an absence with a cover it comes besides.
 */
export function digestTime(facts: Facts, today: LocalDate): DigestTime {
  const { now, reach, handBack } = facts;
  const back = handBack && dayWithSlot(addDays(handBack.end, 1), reach);
  const backAt = (back && slotOn(back, reach)) ?? null;
  const week = dueWeek(facts, today);
  const first = week === weekOf(today, reach) ? firstDayOf(week, reach) : undefined;
  const firstAt = first && slotOn(first, reach);
  const isDue = (firstAt !== undefined && firstAt <= now) || (backAt !== null && backAt <= now);
  if (isDue) return { isDue, isLaterToday: false, next: nextChance(facts, today) };
  const next = earliest([
    week === undefined ? null : momentFrom(week, reach, now),
    backAt !== null && backAt > now ? backAt : null,
  ]);
  return {
    isDue,
    isLaterToday: next !== null && localDate(next, reach.timezone) === today,
    next,
  };
}

/** The first day of the week whose digest is next; undefined when none comes by itself. */
function dueWeek(facts: Facts, today: LocalDate): LocalDate | undefined {
  const { reach, attention, settings } = facts;
  const between = weeksBetween(inForce(facts.cadence, attention, settings));
  if (between === undefined) return undefined;
  const thisWeek = weekOf(today, reach);
  const last = attention.told.findLast(({ kind }) => kind === "weekly")?.on;
  const next = last ? addDays(weekOf(last, reach), 7 * between) : thisWeek;
  const isLooked = attention.lookedOn !== null && attention.lookedOn >= thisWeek;
  const earliestWeek = isLooked ? addDays(thisWeek, 7) : thisWeek;
  return next > earliestWeek ? next : earliestWeek;
}

const WEEKS_AHEAD = 60;

/** The slot of a week's first working day, after `now`; a week that is paused then is left out. */
function momentFrom(week: LocalDate, reach: Reach, now: Date): Date | null {
  for (let n = 0; n < WEEKS_AHEAD; n++) {
    const day = firstDayOf(addDays(week, 7 * n), reach);
    const at = day && slotOn(day, reach);
    if (at && at > now) return at;
  }
  return null;
}

/** The next slot with room in the caps, today's included. */
function nextChance({ now, reach, attention, settings }: Facts, today: LocalDate): Date | null {
  const day = dayWithSlot(today, reach, (date) => {
    const slot = slotOn(date, reach);
    return (
      slot !== undefined &&
      slot > now &&
      isFreeDay(date, attention.told) &&
      fitsWeek(date, counted(attention.told), settings.perWeek)
    );
  });
  return (day && slotOn(day, reach)) ?? null;
}
