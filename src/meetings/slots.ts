/**
 * Times for a meeting that suit everybody: days on which all of them work and school is not testing
 * (CAL-7 to CAL-9, CAL-11), outside of everybody's quiet hours and of what they have already. Pure.
 */

import { suitsMeeting } from "../check-in/recurrence.ts";
import type { QuietHours } from "../team/availability.ts";
import {
  addDays,
  addWorkingDays,
  covers,
  instantAt,
  localDate,
  localTime,
  type DayRange,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../time/calendar.ts";
import { busyOn, slowPeriods } from "../time/seasons.ts";
import type { Side } from "../team/person.ts";
import type { FoundSlot, MeetingKind, SlotTime, TurnedDown } from "./search.ts";

/** One of those who come. */
export interface Guest {
  readonly side: Side;
  readonly week: WorkWeek;
  /** IANA zone that the quiet hours are meant in. */
  readonly timezone: string;
  readonly quiet: QuietHours;
  /** There, but not to be asked for anything (CAL-19). */
  readonly noContact: readonly DayRange[];
}

export interface Span {
  /** Whose people are in it. */
  readonly sides: readonly Side[];
  readonly from: Date;
  readonly to: Date;
}

export interface SlotSetting {
  readonly guests: readonly Guest[];
  /** Other meetings of any of them. */
  readonly taken: readonly Span[];
  /** The school's zone: times are in its clock. */
  readonly timezone: string;
  /** What counts as a working day for the school as a whole. */
  readonly week: WorkWeek;
  /** The day it is at the school. */
  readonly today: LocalDate;
  readonly minutes: number;
  /** When the two sides usually meet; null when they do not yet. */
  readonly usual: LocalTime | null;
  readonly turnedDown: readonly TurnedDown[];
}

export const SLOTS_OFFERED = 3;

/** After pupils left, at lunch, before the day begins, and between. In this order. */
const STARTS = ["15:15", "12:00", "08:00", "10:15", "13:30", "11:15", "14:15", "09:00"].map(
  (time) => time as LocalTime,
);

/** Time to prepare: pre-reading takes three working days, and IT's view comes two days before. */
const LEAD_WORKING_DAYS: Readonly<Record<MeetingKind, number>> = {
  goal_sheet: 3,
  action_plan: 2,
  reflect_for_revision: 3,
};
/** Meetings 2 and 3 follow within ten working days (systems, rows 11 and 16). */
const WITHIN_WORKING_DAYS = 10;
/** Meeting 1 waits for a slow period as long as this (CAL-12), and no longer. */
const SLOW_WITHIN_DAYS = 45;
/** No search goes on for longer, whatever was turned down. */
const MOST_DAYS = 90;

/** The days in which a meeting of a kind is looked for. */
export function windowOf(kind: MeetingKind, setting: SlotSetting): DayRange {
  const { today, week, turnedDown } = setting;
  const first = addWorkingDays(today, LEAD_WORKING_DAYS[kind], week);
  const later = turnedDown
    .filter(({ why, slots }) => why === "soon" && slots.length > 0)
    .map(({ slots }) => addDays(lastOf(slots.map(({ date }) => date)), 1));
  const start = lastOf([first, ...later]);
  const end =
    kind === "goal_sheet"
      ? addDays(start, SLOW_WITHIN_DAYS)
      : addWorkingDays(start === first ? today : start, WITHIN_WORKING_DAYS, week);
  const latest = addDays(today, MOST_DAYS);
  return { start, end: end < latest ? end : latest };
}

const lastOf = (days: readonly LocalDate[]): LocalDate =>
  days.reduce((last, day) => (day > last ? day : last));

/** Up to three times, on different days and at different times of the day where that can be. */
export function findSlots(kind: MeetingKind, setting: SlotSetting): readonly SlotTime[] {
  const window = windowOf(kind, setting);
  const days = ranked(kind, daysOf(window, setting), setting);
  const chosen: SlotTime[] = [];
  for (const isStrict of [true, false])
    for (const date of days) {
      if (chosen.length >= SLOTS_OFFERED) break;
      if (isStrict && chosen.some((slot) => slot.date === date)) continue;
      const free = startsOn(date, setting).filter(
        (start) => !chosen.some((slot) => slot.date === date && slot.start === start),
      );
      const fresh = free.find((start) => !chosen.some((slot) => slot.start === start));
      const start = fresh ?? free[0];
      if (start) chosen.push({ date, start });
    }
  return chosen.sort((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1));
}

/** Asks nobody to be there: from midnight to midnight. */
const NO_QUIET = { from: "00:00", to: "00:00" } as QuietHours;

/**
 * What is put before the team: times that suit everybody; where there is none, one that suits each side
 * and asks the other to make room, on a day on which all of them work.
 */
export function slotsToOffer(kind: MeetingKind, setting: SlotSetting): readonly FoundSlot[] {
  const common = findSlots(kind, setting);
  if (common.length > 0) return common;
  return (["library", "it"] as const).flatMap((suits) => {
    const [slot] = findSlots(kind, {
      ...setting,
      guests: setting.guests.map((guest) =>
        guest.side === suits ? guest : { ...guest, quiet: NO_QUIET, noContact: [] },
      ),
      taken: setting.taken.filter(({ sides }) => sides.includes(suits)),
    });
    return slot ? [{ ...slot, suits }] : [];
  });
}

/** Whether everybody can come then, as far as anybody can know. */
export function suits(slot: SlotTime, setting: SlotSetting): boolean {
  const isOpen =
    suitsMeeting(
      slot.date,
      setting.guests.map(({ week }) => week),
    ) &&
    !setting.guests.some(({ noContact }) => noContact.some((range) => covers(range, slot.date)));
  return isOpen && isFree(slot, setting);
}

function daysOf({ start, end }: DayRange, setting: SlotSetting): readonly LocalDate[] {
  const refused = setting.turnedDown
    .filter(({ why }) => why === "days")
    .flatMap(({ slots }) => slots.map(({ date }) => date));
  const days: LocalDate[] = [];
  for (let date = start; date <= end; date = addDays(date, 1))
    if (!refused.includes(date)) days.push(date);
  return days;
}

/** Meeting 1 in a slow period first (CAL-12); busy weeks last (CAL-10); else the earliest. */
function ranked(
  kind: MeetingKind,
  days: readonly LocalDate[],
  { week }: SlotSetting,
): readonly LocalDate[] {
  const slow = kind === "goal_sheet" ? slowDays(week) : [];
  const rank = (date: LocalDate): number => {
    if (slow.some((range) => covers(range, date))) return 0;
    return busyOn(date, week.calendar) ? 2 : 1;
  };
  return [...days].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Of every school year that is known: the summer before one belongs to it. */
const slowDays = ({ calendar }: WorkWeek): readonly DayRange[] =>
  (calendar?.sessions ?? [])
    .filter(({ type }) => type === "schoolYear")
    .flatMap((year) => slowPeriods(year, calendar));

function startsOn(date: LocalDate, setting: SlotSetting): readonly LocalTime[] {
  const refused = setting.turnedDown.flatMap(({ why, slots }) =>
    slots.filter((slot) => why === "times" || slot.date === date).map(({ start }) => start),
  );
  const { usual } = setting;
  const starts = usual ? [usual, ...STARTS.filter((start) => start !== usual)] : STARTS;
  return starts.filter((start) => !refused.includes(start) && suits({ date, start }, setting));
}

function isFree({ date, start }: SlotTime, setting: SlotSetting): boolean {
  const from = instantAt(date, start, setting.timezone);
  const to = new Date(from.getTime() + setting.minutes * 60_000);
  return (
    setting.guests.every((guest) => isAtWork({ from, to }, guest)) &&
    !setting.taken.some((span) => span.from < to && from < span.to)
  );
}

/** From the first to the last minute outside of the quiet hours, on one day of theirs. */
function isAtWork({ from, to }: Pick<Span, "from" | "to">, { timezone, quiet }: Guest): boolean {
  const last = new Date(to.getTime() - 60_000);
  if (localDate(from, timezone) !== localDate(last, timezone)) return false;
  const [begins, ends] = [localTime(from, timezone), localTime(last, timezone)];
  return quiet.from > quiet.to
    ? begins >= quiet.to && ends < quiet.from
    : ends < quiet.from || begins >= quiet.to;
}
