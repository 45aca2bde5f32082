/** The weekly digest: what goes into it, when it leaves, and how it was sent (rules, section 5.2). */

import { isOpenItem, isOverdue, isQuiet, type ActionItem } from "../plan/action-item.ts";
import {
  addDays,
  addWorkingDays,
  instantAt,
  isWorkingDay,
  localDate,
  localTime,
  weekdayOf,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../time/calendar.ts";
import type { CheckIn } from "../check-in/check-in.ts";
import { WEEKDAYS, type Person } from "../team/person.ts";

export interface DigestEntry {
  readonly kind: "item" | "check_in" | "goal";
  readonly id: string;
  readonly partnershipId: string;
  /** When it was due as the digest told it, so that a re-plan since then shows; null for others. */
  readonly due: LocalDate | null;
  /** How many digests have shown it overdue, this one included; counting again changes nothing. */
  readonly overdueNudges: number;
}

/** The digest as it was sent, so that a press can redraw it and a repeat can be told. */
export interface Digest {
  /** `digest/<person>/<date>` (N-14). */
  readonly id: string;
  readonly personId: string;
  readonly date: LocalDate;
  /** At most three (N-1). */
  readonly entries: readonly DigestEntry[];
  /** How many more there were. */
  readonly more: number;
  /** When the person first pressed something on it; null while they have not (N-7). */
  readonly pressedAt: Date | null;
}

/** What the digest is planned from. Reading it is the caller's; deciding is `planDigest`'s. */
export interface DigestFacts {
  readonly personId: string;
  readonly paused: boolean;
  readonly partnerships: readonly PartnershipFacts[];
}

export interface PartnershipFacts {
  readonly id: string;
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
  /** When this person works there. */
  readonly week: WorkWeek;
  /** Planned ones that are still to come. */
  readonly checkIns: readonly CheckIn[];
  /** The person's own. */
  readonly items: readonly ActionItem[];
  /** Ids of items that a queued topic carries to the check-in. */
  readonly carriedItemIds: ReadonlySet<string>;
}

export interface DigestPlan {
  /** At most three; empty when there is nothing to say and nobody is written to. */
  readonly entries: readonly DigestEntry[];
  readonly more: number;
  /** Overdue items that leave the digest and become a topic for the next check-in (N-3). */
  readonly talkAbout: readonly ActionItem[];
}

const MOST_ENTRIES = 3;
const CHECK_IN_DAYS = 2;
const DUE_DAYS = 5;
/** Digests after the due week's in which an overdue item shows (N-3). */
const OVERDUE_DIGESTS = 2;

/** What this week's digest holds; undefined while the person has paused it. */
export function planDigest(facts: DigestFacts): DigestPlan | undefined {
  if (facts.paused) return undefined;
  const all = digestEntries(facts);
  return {
    entries: all.slice(0, MOST_ENTRIES),
    more: Math.max(0, all.length - MOST_ENTRIES),
    talkAbout: facts.partnerships.flatMap((at) =>
      overdue(at).filter(({ overdueNudges }) => overdueNudges >= OVERDUE_DIGESTS),
    ),
  };
}

/**
 * Everything the digest could hold, over all the person's partnerships, in the order of N-1:
 * check-ins of the next two working days; overdue, newest first; due in the next five working days.
 */
export function digestEntries({ partnerships }: DigestFacts): readonly DigestEntry[] {
  const meetings = partnerships
    .flatMap((at) =>
      at.checkIns.filter(({ date }) => isWithin(date, at.today, CHECK_IN_DAYS, at.week)),
    )
    .sort((a, b) => compare(a.date + a.start, b.date + b.start) || compare(a.id, b.id));
  const late = partnerships
    .flatMap((at) => overdue(at).filter(({ overdueNudges }) => overdueNudges < OVERDUE_DIGESTS))
    .sort((a, b) => compare(b.due ?? "", a.due ?? "") || compare(a.id, b.id));
  const soon = partnerships
    .flatMap((at) => at.items.filter((item) => isDueSoon(item, at)))
    .sort((a, b) => compare(a.due ?? "", b.due ?? "") || compare(a.id, b.id));
  return [
    ...meetings.map(({ id, partnershipId }) => ({
      kind: "check_in" as const,
      id,
      partnershipId,
      due: null,
      overdueNudges: 0,
    })),
    ...late.map((item) => itemEntry(item, item.overdueNudges + 1)),
    ...soon.map((item) => itemEntry(item, 0)),
  ];
}

const overdue = ({ items, today, carriedItemIds }: PartnershipFacts): readonly ActionItem[] =>
  items.filter(
    (item) => isOverdue(item, today) && !isQuiet(item, today) && !carriedItemIds.has(item.id),
  );

const isDueSoon = (item: ActionItem, { today, week }: PartnershipFacts): boolean =>
  isOpenItem(item) &&
  !isQuiet(item, today) &&
  item.due !== null &&
  isWithin(item.due, today, DUE_DAYS, week);

const isWithin = (date: LocalDate, today: LocalDate, days: number, week: WorkWeek): boolean =>
  today <= date && date <= addWorkingDays(today, days, week);

const itemEntry = ({ id, partnershipId, due }: ActionItem, overdueNudges: number): DigestEntry => ({
  kind: "item",
  id,
  partnershipId,
  due,
  overdueNudges,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last day on which an item may be due to be asked for; later ones need not be read. */
export const digestHorizon = (today: LocalDate, week: WorkWeek): LocalDate =>
  addWorkingDays(today, DUE_DAYS, week);

/** The one digest of a person on a day, and the key under which it is sent (N-14). */
export const digestId = (personId: string, date: LocalDate): string => `digest/${personId}/${date}`;

/** The item with this digest counted: once, however often the digest is repeated (N-3, N-14). */
export function countNudge(item: ActionItem, entry: DigestEntry): ActionItem {
  const isCounted = item.overdueNudges >= entry.overdueNudges || item.due !== entry.due;
  return isCounted ? item : { ...item, overdueNudges: entry.overdueNudges };
}

const DIGEST_TIME = "08:10" as LocalTime;
/** Later than this it is left for the next working day (N-6). */
const LAST_TIME = "16:30" as LocalTime;

/** Where and when a person works: a day counts when any of their schools is at work. */
export interface Hours {
  /** IANA zone in which 08:10 is meant. */
  readonly timezone: string;
  readonly weeks: readonly WorkWeek[];
}

const works = (date: LocalDate, { weeks }: Hours): boolean =>
  weeks.some((week) => isWorkingDay(date, week));

/** Monday of the week in which a day lies. */
export const mondayOf = (date: LocalDate): LocalDate =>
  addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));

const WEEKS_AHEAD = 60;

/** The next 08:10 on the first working day of a week, strictly after `now` (N-1, CAL-16). */
export function nextDigestAt(now: Date, hours: Hours): Date {
  const monday = mondayOf(localDate(now, hours.timezone));
  for (let day = 0; day < WEEKS_AHEAD * 7; day += 7) {
    const first = WEEKDAYS.map((_, n) => addDays(monday, day + n)).find((d) => works(d, hours));
    const at = first && instantAt(first, DIGEST_TIME, hours.timezone);
    if (at && at > now) return at;
  }
  return instantAt(addDays(monday, WEEKS_AHEAD * 7), DIGEST_TIME, hours.timezone);
}

/**
 * When a digest that is due may leave: `now` itself inside working hours, else 08:10 on the next
 * working day, so that one held up by a holiday or an outage waits instead of coming at night (N-6).
 */
export function openSlot(now: Date, hours: Hours): Date {
  const today = localDate(now, hours.timezone);
  const time = localTime(now, hours.timezone);
  if (works(today, hours) && DIGEST_TIME <= time && time < LAST_TIME) return now;
  const first = time < DIGEST_TIME ? 0 : 1;
  for (let n = first; n < WEEKS_AHEAD * 7; n++) {
    const day = addDays(today, n);
    if (works(day, hours)) return instantAt(day, DIGEST_TIME, hours.timezone);
  }
  return nextDigestAt(now, hours);
}

/** A timer, as `Timers` takes it. */
interface WeeklyAlarm {
  readonly key: string;
  readonly at: Date;
  readonly name: string;
  readonly districtId: string;
  readonly id: string;
}

/**
 * The weekly alarm of somebody who joins a partnership: the next first weekday of theirs. Holidays
 * need not be known yet; on one, the digest waits for the next working day when the alarm rings.
 */
export function firstDigestTimer(
  person: Pick<Person, "id" | "timezone" | "workingDays">,
  districtId: string,
  now: Date,
): WeeklyAlarm {
  const { id, timezone, workingDays } = person;
  const weeks = [{ calendar: null, workingDays, contractMonths: 12 }];
  return digestTimer(id, districtId, nextDigestAt(now, { timezone, weeks }));
}

/** The one weekly alarm of a person. */
export const digestTimer = (personId: string, districtId: string, at: Date): WeeklyAlarm => ({
  key: `nudge/${personId}`,
  at,
  name: "nudge.weekly",
  districtId,
  id: personId,
});
