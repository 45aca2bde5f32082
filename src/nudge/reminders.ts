/** What the policy adds by itself: the two reminders of N-2, and the prompt of a fresh start (N-8). Pure. */

import {
  addDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  weekdayOf,
  type LocalDate,
} from "../time/calendar.ts";
import { periodsOf } from "../time/sessions.ts";
import { earliest, type Facts } from "./facts.ts";
import { itemEntry, meetingEntry, type PartnershipFacts } from "./lines.ts";
import type { DigestEntry } from "./nudge.ts";
import { slotOn } from "./reach.ts";

/** A meeting tomorrow with unfinished prep, and what is time-critical on the working day before. */
export const remindersOn = (
  places: readonly PartnershipFacts[],
  date: LocalDate,
): readonly DigestEntry[] =>
  places.flatMap((at) => [
    ...at.checkIns
      .filter((checkIn) => at.hasOpenPrep && checkIn.date === nextWorkingDay(date, at.week))
      .map(meetingEntry),
    ...urgentItems(at)
      .filter(({ eve }) => eve === date)
      .map(({ item }) => itemEntry(item, 0)),
  ]);

const urgentItems = ({ items, week, today }: PartnershipFacts) =>
  items.flatMap((item) =>
    item.timeCritical === true && item.due !== null && item.due > today && item.quietUntil === null
      ? [{ item, eve: previousWorkingDay(item.due, week) }]
      : [],
  );

/** The next time at which such a reminder could come. */
export function nextReminder({ places, reach, now }: Facts, today: LocalDate): Date | null {
  const days = places.flatMap((at) => [
    ...urgentItems(at).map(({ eve }) => eve),
    ...(at.hasOpenPrep ? at.checkIns.map(({ date }) => previousWorkingDay(date, at.week)) : []),
  ]);
  const slots = days.filter((day) => day >= today).map((day) => slotOn(day, reach) ?? null);
  return earliest(slots.filter((at) => at !== null && at > now));
}

const WEEKS_AFTER_START = 4;

/** The title of a period whose first working Monday that is (N-8); null on every other day. */
export function freshStart(places: readonly PartnershipFacts[], date: LocalDate): string | null {
  if (weekdayOf(date) !== "mon") return null;
  for (const { week } of places) {
    const begun = periodsOf(week.calendar).find(({ start }) => {
      if (start > date || addDays(start, 7 * WEEKS_AFTER_START) < date) return false;
      for (let day = addDays(date, -7); day >= start; day = addDays(day, -7))
        if (isWorkingDay(day, week)) return false;
      return true;
    });
    if (begun) return begun.title;
  }
  return null;
}
