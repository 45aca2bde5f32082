/** One occurrence of the regular meeting, its topics, and what came out of it. */

import {
  addDays,
  instantAt,
  localDate,
  nextWorkingDay,
  previousWorkingDay,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../time/calendar.ts";
import type { Timer } from "../time/timer.ts";
import type { CheckInSeries } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";
import { LONGEST_GAP_DAYS, nextOccurrence, placeOccurrence } from "./recurrence.ts";
import type { Topic } from "./topic.ts";
import { canTakeBack, remembered, takeBack, type LastPress } from "../last-press.ts";
import type { Store } from "../store.ts";

export interface CheckIn {
  readonly id: string;
  readonly partnershipId: string;
  readonly kind: "check_in" | "goal_sheet" | "action_plan" | "reflect_for_revision";
  /** Where the series had put it; stays when the meeting is moved. */
  readonly plannedFor: LocalDate;
  readonly date: LocalDate;
  readonly start: LocalTime;
  readonly minutes: number;
  readonly status: "planned" | "held" | "moved" | "skipped" | "unknown";
  /** Why it was moved or skipped; a thing, not a person. */
  readonly reason: string | null;
  readonly decision: string | null;
  /** One thing each side needs next. */
  readonly needs: Readonly<Partial<Record<Side, string>>>;
  /** Who said how it went, or wrote something down, last; absent while nobody did. */
  readonly answeredById?: string;
  readonly note: string;
  /** Where it was before that day was closed; undone with the closure (CAL-15). */
  readonly displaced?: { readonly date: LocalDate; readonly start: LocalTime };
  /** Whose room it is in, and who brings something; absent where nobody said. */
  readonly host?: Side;
  /** How often it was put elsewhere or called off, which calendars count by; absent: never. */
  readonly changes?: number;
  /** Called off by that press, which can be taken back. */
  readonly lastPress?: LastPress<Pick<CheckIn, (typeof TAKEN_BACK)[number]>>;
}

/** What comes back with a press that is taken back. */
const TAKEN_BACK = ["status", "reason"] as const;

/** The same meeting as calendars have to take it over anew. */
export const changedAgain = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  changes: (checkIn.changes ?? 0) + 1,
});
/** A fortnight and 25 minutes are what most pairs keep up (rules, section 5.2). */
export const USUAL_SERIES = { everyWeeks: 2, weekday: "wed", minutes: 25 } as const;

/** When the day before a meeting is announced, in the school's clock: after people have arrived. */
export const ANNOUNCED_AT = "08:10" as LocalTime;
/** After the end, when those who met are back at their desks (rules, section 6). */
const ASKED_AFTER_MINUTES = 10;
/** Enough for a year of weekly meetings that all fall into breaks. */
const MOST_SKIPPED = 60;

export const startsAt = ({ date, start }: CheckIn, timezone: string): Date =>
  instantAt(date, start, timezone);

export const endsAt = (checkIn: CheckIn, timezone: string): Date =>
  new Date(startsAt(checkIn, timezone).getTime() + checkIn.minutes * 60_000);

/** When the channel hears of it: on the working day before. */
export const announcedAt = ({ date }: CheckIn, timezone: string, week: WorkWeek): Date =>
  instantAt(previousWorkingDay(date, week), ANNOUNCED_AT, timezone);

/** When it is asked how it went. */
export const askedAt = (checkIn: CheckIn, timezone: string): Date =>
  new Date(endsAt(checkIn, timezone).getTime() + ASKED_AFTER_MINUTES * 60_000);

/** From then on the question how it went is no longer put: the next working day is over (AC-20). */
export const lapsesAt = ({ date }: CheckIn, timezone: string, week: WorkWeek): Date =>
  instantAt(addDays(nextWorkingDay(date, week), 1), "00:00" as LocalTime, timezone);

export const isPlanned = ({ status }: CheckIn): boolean => status === "planned";

/** Planned, and not begun. */
export const isAhead = (checkIn: CheckIn, now: Date, timezone: string): boolean =>
  isPlanned(checkIn) && now < startsAt(checkIn, timezone);

/** Has the meetings of a partnership put anew where everybody works (CAL-8, CAL-15). */
export const placeAnewTimer = (partnershipId: string, districtId: string, at: Date): Timer => ({
  key: `check_in.place/${partnershipId}`,
  at,
  name: "check_in.place",
  districtId,
  id: partnershipId,
});

/** The id of the occurrence that a series puts on a day. */
const checkInId = (partnershipId: string, plannedFor: LocalDate): string =>
  `m/${partnershipId}/${plannedFor}`;

/** Where a series meets next, and which of its days it passes over on the way. */
export interface NextMeeting {
  readonly plannedFor: LocalDate;
  readonly date: LocalDate;
  readonly skipped: readonly LocalDate[];
}

/**
 * The first meeting of a series after a day that is still to come and falls on a day on which
 * everybody works, or can be moved to one in its week (CAL-8). Undefined when a year has none.
 */
export function nextMeeting(
  series: CheckInSeries,
  from: { readonly after: LocalDate; readonly anchor: LocalDate },
  setting: {
    readonly weeks: readonly WorkWeek[];
    readonly now: Date;
    readonly timezone: string;
  },
): NextMeeting | undefined {
  const isToCome = (date: LocalDate) =>
    setting.now < instantAt(date, series.start, setting.timezone);
  const skipped: LocalDate[] = [];
  let { after } = from;
  while (skipped.length < MOST_SKIPPED) {
    const plannedFor = nextOccurrence(series, after, from.anchor);
    const placed = placeOccurrence(plannedFor, setting.weeks);
    if (placed.kind !== "skipped" && isToCome(placed.date))
      return { plannedFor, date: placed.date, skipped };
    if (isToCome(plannedFor)) skipped.push(plannedFor);
    after = plannedFor;
  }
  return undefined;
}

/** A first meeting is never today, so that both sides hear of it before. */
export const firstMeeting = (
  series: CheckInSeries,
  setting: Parameters<typeof nextMeeting>[2],
): NextMeeting | undefined => {
  const today = localDate(setting.now, setting.timezone);
  const anchor = nextOccurrence({ ...series, everyWeeks: 1 }, today, today);
  return nextMeeting(series, { after: today, anchor }, setting);
};

/** A meeting that a series has put on a day. */
export const plannedCheckIn = (
  partnershipId: string,
  series: CheckInSeries,
  { plannedFor, date }: Pick<NextMeeting, "plannedFor" | "date">,
): CheckIn => ({
  id: checkInId(partnershipId, plannedFor),
  partnershipId,
  kind: "check_in",
  plannedFor,
  date,
  start: series.start,
  minutes: series.minutes,
  status: "planned",
  reason: null,
  decision: null,
  needs: {},
  note: "",
});

export const isLongGap = (from: LocalDate, to: LocalDate): boolean =>
  addDays(from, LONGEST_GAP_DAYS) < to;

/** The meeting at another time. What was held stays; so does where the series had put it. */
export function move(
  checkIn: CheckIn,
  to: Pick<CheckIn, "date" | "start"> & { readonly reason: string | null },
): CheckIn {
  if (checkIn.status === "held") return checkIn;
  const { date, start, reason } = to;
  const isThere =
    isPlanned(checkIn) &&
    checkIn.date === date &&
    checkIn.start === start &&
    checkIn.reason === reason;
  if (isThere) return checkIn;
  const moved: CheckIn = { ...checkIn, status: "planned", date, start, reason };
  return changedAgain(withoutDisplaced(moved));
}

/** Where a closure had it no longer matters once somebody put it elsewhere. */
function withoutDisplaced(checkIn: CheckIn): CheckIn {
  const { displaced, ...rest } = checkIn;
  return displaced === undefined ? checkIn : rest;
}

/** @param by who called it off, who can take that back; left out where a calendar did. */
export function skip(
  checkIn: CheckIn,
  reason: string,
  by?: { readonly byId: string; readonly at: Date },
): CheckIn {
  if (!isPlanned(checkIn)) return checkIn;
  const skipped = changedAgain({ ...checkIn, status: "skipped", reason });
  return by ? remembered(checkIn, skipped, { keys: TAKEN_BACK, ...by }) : skipped;
}

/** Called off by this person, and still to come. */
export const canPutBack = (checkIn: CheckIn, byId: string, now: Date, timezone: string): boolean =>
  checkIn.status === "skipped" && canTakeBack(checkIn, byId) && now < startsAt(checkIn, timezone);

/** Takes place after all; the same object where it cannot be taken back. */
export const putBackMeeting = (
  checkIn: CheckIn,
  by: { readonly byId: string; readonly now: Date; readonly timezone: string },
): CheckIn =>
  canPutBack(checkIn, by.byId, by.now, by.timezone)
    ? changedAgain(takeBack(checkIn, by.byId))
    : checkIn;

/** Said afterwards. Either partner may change the answer; the same one again stays with whoever gave it first. */
export function answerHeld(checkIn: CheckIn, held: boolean, byId: string): CheckIn {
  const answered = withStatus(checkIn, held ? "held" : "skipped");
  return answered === checkIn ? checkIn : { ...answered, answeredById: byId };
}

/** Nobody said how it went. */
export const lapse = (checkIn: CheckIn): CheckIn =>
  isPlanned(checkIn) ? withStatus(checkIn, "unknown") : checkIn;

const withStatus = (checkIn: CheckIn, status: CheckIn["status"]): CheckIn =>
  checkIn.status === status ? checkIn : { ...checkIn, status };

export interface Notes {
  readonly decision: string;
  readonly needs: Readonly<Record<Side, string>>;
}

/**
 * What came out of it. "" leaves what is there, so that two partners who write at once lose nothing.
 * Whoever notes something down has met.
 */
export function noteDown(checkIn: CheckIn, { decision, needs }: Notes, byId: string): CheckIn {
  return {
    ...answerHeld(checkIn, true, byId),
    answeredById: byId,
    decision: decision || checkIn.decision,
    needs: {
      ...checkIn.needs,
      ...(needs.library ? { library: needs.library } : {}),
      ...(needs.it ? { it: needs.it } : {}),
    },
  };
}

/** Queued before the meeting was over, so the meeting talked about it, unless somebody keeps it. */
export const discuss = (topic: Topic, { id, date }: CheckIn): Topic =>
  topic.status === "queued" && topic.proposedOn <= date
    ? { ...topic, status: "discussed", checkInId: id }
    : topic;

/** Back in the queue: the meeting did not get to it, or did not take place. */
export const keepForNext = (topic: Topic, checkInId: string): Topic =>
  topic.status === "discussed" && topic.checkInId === checkInId
    ? { ...topic, status: "queued", checkInId: null }
    : topic;

export const dropTopic = (topic: Topic): Topic =>
  topic.status === "queued" ? { ...topic, status: "dropped" } : topic;

export interface CheckInStore extends Store<CheckIn> {
  /** Planned ones of these partnerships, first and last day included. */
  planned(
    partnershipIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly CheckIn[]>;
  /** Planned ones on or after a day, earliest first. */
  upcoming(partnershipId: string, from: LocalDate, limit: number): Promise<readonly CheckIn[]>;
  /** Latest first, of any status. */
  recent(partnershipId: string, limit: number): Promise<readonly CheckIn[]>;
}
