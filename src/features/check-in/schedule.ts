/**
 * Keeps one meeting planned ahead, with its timers. Everything here may be repeated: ids and keys
 * follow from the dates, and the row of a meeting is written after what is said about it.
 */

import { addDays, type LocalDate } from "../../time/calendar.ts";
import {
  announcedAt,
  changedAgain,
  firstMeeting,
  isAhead,
  isPlanned,
  lapse,
  lapsesAt,
  nextMeeting,
  plannedCheckIn,
  type CheckIn,
  type NextMeeting,
} from "../../check-in/check-in.ts";
import { checkInTimers } from "../../check-in/alarms.ts";
import { nextHost } from "../../check-in/host.ts";
import type { Services } from "../../feature.ts";
import type { CheckInSeries } from "../../team/partnership.ts";
import { reasonFor, tellCalendar } from "./calendar-news.ts";
import type { Place } from "../../here/meeting.ts";
import type { Timer } from "../../time/timer.ts";

/** Meetings that a change of plan can still concern. */
const LOOKED_BACK = 20;

/** Latest first. */
export const recentOf = async (
  { stores }: Pick<Services, "stores">,
  { partnership }: Pick<Place, "partnership">,
): Promise<readonly CheckIn[]> => await stores.checkIns.recent(partnership.id, LOOKED_BACK);

/**
 * Plans the next meeting of the series unless one is planned, and lets go of those nobody told about.
 * @param before is told the next meeting once it is known, before anything is said of it.
 * @returns the next meeting; undefined without a series, or when no day of a year suits.
 */
export async function planAhead(
  services: Services,
  place: Place,
  before: (next: CheckIn | undefined) => Promise<void> = () => Promise.resolve(),
): Promise<CheckIn | undefined> {
  const { stores, now } = services;
  const { partnership, school, week } = place;
  const recent = await recentOf(services, place);
  for (const { id } of recent.filter(
    (checkIn) => isPlanned(checkIn) && lapsesAt(checkIn, school.timezone, week) <= now,
  ))
    await stores.checkIns.update(id, lapse);
  const ahead = recent.findLast(
    (checkIn) => isRegular(checkIn) && isAhead(checkIn, now, school.timezone),
  );
  const { series } = partnership;
  const next = ahead || !series ? undefined : meetingAfter(series, recent, place, now);
  if (!series || !next) {
    await before(ahead);
    return ahead;
  }
  const meeting = meetingOn(series, next, place, recent);
  await before(meeting);
  return await planMeeting(services, place, meeting, { series, skipped: next.skipped, recent });
}

/** One of the series; the three meetings of the protocol stand beside it. */
const isRegular = ({ kind }: CheckIn): boolean => kind === "check_in";

/** The next meeting of a series, in step with the regular meetings there were. */
function meetingAfter(
  series: CheckInSeries,
  recent: readonly CheckIn[],
  { weeks, school, today }: Place,
  now: Date,
): NextMeeting | undefined {
  const setting = { weeks, now, timezone: school.timezone };
  const [last] = recent
    .filter(isRegular)
    .map(({ plannedFor }) => plannedFor)
    .sort()
    .reverse();
  if (!last) return firstMeeting(series, setting);
  const yesterday = addDays(today, -1);
  return nextMeeting(series, { after: last > yesterday ? last : yesterday, anchor: last }, setting);
}

const meetingOn = (
  series: CheckInSeries,
  { plannedFor, date }: NextMeeting,
  place: Place,
  recent: readonly CheckIn[],
): CheckIn => ({
  ...plannedCheckIn(place.partnership.id, series, { plannedFor, date }),
  host: nextHost(recent),
  reason: date === plannedFor ? null : reasonFor(plannedFor, place),
});

async function planMeeting(
  services: Services,
  place: Place,
  meeting: CheckIn,
  around: {
    readonly series: CheckInSeries;
    readonly skipped: readonly LocalDate[];
    readonly recent: readonly CheckIn[];
  },
): Promise<CheckIn> {
  const { stores } = services;
  const { series, skipped, recent } = around;
  await tellCalendar(services, place, { meeting, skipped, recent });
  for (const day of skipped)
    await stores.checkIns.add({
      ...plannedCheckIn(place.partnership.id, series, { plannedFor: day, date: day }),
      status: "skipped",
      reason: reasonFor(day, place),
    });
  const stored = await addMeeting(services, meeting);
  await setTimers(services, place, stored);
  return stored;
}

/**
 * A meeting that a new series took to another day keeps the id of the day it was planned for first;
 * what is planned for that day later gets the next one.
 */
async function addMeeting(
  { stores }: Pick<Services, "stores">,
  meeting: CheckIn,
): Promise<CheckIn> {
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? meeting.id : `${meeting.id}/${String(turn)}`;
    const stored = await stores.checkIns.add({ ...meeting, id });
    if (stored.plannedFor === meeting.plannedFor) return stored;
  }
}

/** The meeting that a new series begins with: what was announced stays, what was not is re-planned. */
export function replanned(
  series: CheckInSeries,
  recent: readonly CheckIn[],
  place: Place,
  now: Date,
): {
  readonly stays: CheckIn | undefined;
  readonly moves: CheckIn | undefined;
  readonly next: NextMeeting | undefined;
} {
  const { timezone } = place.school;
  const ahead = recent.filter((checkIn) => isRegular(checkIn) && isAhead(checkIn, now, timezone));
  const isAnnounced = (checkIn: CheckIn) => announcedAt(checkIn, timezone, place.week) <= now;
  const moves = ahead.find((checkIn) => !isAnnounced(checkIn));
  const others = recent.filter((checkIn) => checkIn !== moves);
  const fromTomorrow = { ...place, today: addDays(place.today, 1) };
  return {
    stays: ahead.findLast(isAnnounced),
    moves,
    next: meetingAfter(series, others, fromTomorrow, now),
  };
}

/** Puts the series in force: the meeting that was not announced yet takes the new day and time. */
export async function applySeries(
  services: Services,
  place: Place,
  series: CheckInSeries,
): Promise<CheckIn | undefined> {
  const { stores, now } = services;
  const { stays, moves, next } = replanned(series, await recentOf(services, place), place, now);
  if (moves && next) {
    const { plannedFor, date } = next;
    const reason = date === plannedFor ? null : reasonFor(plannedFor, place);
    const updated = await stores.checkIns.update(moves.id, (current) =>
      changedAgain({
        ...current,
        plannedFor,
        date,
        reason,
        start: series.start,
        minutes: series.minutes,
      }),
    );
    if (updated) await setTimers(services, place, updated);
    return stays ?? updated;
  }
  return await planAhead(services, place);
}

const timersOf = (
  { stores }: Pick<Services, "stores">,
  { school, week }: Place,
  checkIn: CheckIn,
): readonly Timer[] =>
  checkInTimers(checkIn, { timezone: school.timezone, week, districtId: stores.districtId });

export async function setTimers(services: Services, place: Place, checkIn: CheckIn): Promise<void> {
  for (const timer of timersOf(services, place, checkIn)) await services.timers.set(timer);
}

/**
 * Sets what is not set for every planned meeting, past timers too: they ring at once, and find what
 * they would say said already.
 */
export async function setAllTimers(services: Services, place: Place): Promise<void> {
  for (const checkIn of (await recentOf(services, place)).filter(isPlanned))
    for (const timer of timersOf(services, place, checkIn)) await services.timers.ensure(timer);
}

export async function cancelTimers(
  services: Services,
  place: Place,
  checkIn: CheckIn,
): Promise<void> {
  for (const { key } of timersOf(services, place, checkIn)) await services.timers.cancel(key);
}
