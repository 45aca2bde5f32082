/**
 * The nudge policy: everything a person could be told goes in, what they are told, when and why comes
 * out. The alarm, the outbox, `/liaison why` and the preview all ask this one function. Pure.
 */

import { addDays, localDate, type LocalDate } from "../time/calendar.ts";
import { asksCadence } from "./cadence.ts";
import { counted, fitsWeek, isFreeDay } from "./caps.ts";
import { digestTime } from "./digest-time.ts";
import { earliest, type Facts, type HeldMessage, type Plan, type Telling } from "./facts.ts";
import { fitsBesideDigest, isInSeason, waitingFor, waitReason } from "./held.ts";
import { linesOf, type Lines } from "./lines.ts";
import type { DigestEntry } from "./nudge.ts";
import { isOpen, slotOn } from "./reach.ts";
import { freshStart, nextReminder, remindersOn } from "./reminders.ts";

/** What is told now, what waits and until when, and when to ask again. The same facts, the same plan. */
export function plan(facts: Facts): Plan {
  const { now, reach, settings, attention } = facts;
  const today = localDate(now, reach.timezone);
  const lines = linesOf(facts.places, settings);
  const isNow = isOpen(now, reach);
  const digest = digestTime(facts, today);
  const [expired, live] = parted(
    facts.held,
    ({ expiresAt }) => expiresAt !== null && expiresAt <= now,
  );
  const { leftAloneUntil } = facts;
  if (leftAloneUntil && now < leftAloneUntil)
    return {
      ...NOTHING,
      expired: expired.map(({ id }) => id),
      waiting: live.map(({ id }) => ({ id, because: "alone", until: leftAloneUntil })),
      lines,
      nextDigest: digest.isDue ? leftAloneUntil : digest.next,
      next: leftAloneUntil,
    };
  const isTalking = attention.answeredOn === today;
  const [answers, held] = parted(
    live,
    ({ manner }) =>
      isNow &&
      (manner === "answer" ||
        (isTalking && manner === "question" && isInSeason(facts, manner, today))),
  );
  const canTell = isNow && isFreeDay(today, attention.told);
  const isLookedAt =
    canTell && digest.isDue && fitsWeek(today, counted(attention.told), settings.perWeek);
  const tell = isLookedAt
    ? weekly(facts, today, lines, held)
    : canTell && !digest.isLaterToday
      ? between(facts, today, held, digest.next)
      : null;
  const later: Facts = {
    ...facts,
    attention: {
      ...attention,
      told: tell ? [...attention.told, { on: today, kind: tell.kind }] : attention.told,
      lookedOn: isLookedAt ? today : attention.lookedOn,
    },
    handBack: isLookedAt ? null : facts.handBack,
  };
  const nextDigest = digestTime(later, today).next;
  const waiting = held
    .filter(({ id }) => !isListed(tell, id))
    .map((message) => waitingFor(later, message, { today, isOpen: isNow, nextDigest }));
  return {
    tell,
    answers: answers.map(({ id }) => id),
    expired: expired.map(({ id }) => id),
    waiting,
    isLookedAt,
    lines,
    nextDigest,
    next: earliest([nextDigest, ...waiting.map(({ until }) => until), nextReminder(later, today)]),
  };
}

/** What is told to somebody who is left alone; once that is over, everything is looked at anew. */
const NOTHING = { tell: null, answers: [], isLookedAt: false } as const;

function parted<T>(
  all: readonly T[],
  is: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

const isListed = (tell: Telling | null, id: string): boolean =>
  tell !== null &&
  [...tell.entries, ...tell.rest].some((entry) => entry.kind === "notice" && entry.id === id);

const PLAIN = {
  rest: [],
  asksCadence: false,
  freshStart: null,
  thanksFor: null,
  isHandBack: false,
} as const;

/** The digest: meetings, what waits for an answer, what is overdue, what is due soon (N-1, N-6). */
function weekly(
  facts: Facts,
  date: LocalDate,
  lines: Lines,
  held: readonly HeldMessage[],
): Telling | null {
  const { attention, settings, handBack } = facts;
  const taken = held.filter(({ manner }) => isInSeason(facts, manner, date));
  const isHandBack = handBack !== null && handBack.end < date;
  if (lines.meetings.length + lines.items.length === 0 && !isHandBack) return alone(taken, date);
  const all = [...lines.meetings, ...taken.map(noticeEntry), ...lines.items];
  const { thanksAskedOn } = attention;
  const canThank =
    thanksAskedOn === null || addDays(thanksAskedOn, settings.thanksEveryDays) <= date;
  return {
    kind: "weekly",
    date,
    entries: all.slice(0, settings.lines),
    rest: all.slice(settings.lines),
    asksCadence: asksCadence(attention, settings),
    freshStart: freshStart(facts.places, date),
    thanksFor: canThank ? facts.quietSuccess : null,
    isHandBack,
  };
}

const noticeEntry = ({ id }: HeldMessage): DigestEntry => ({
  kind: "notice",
  id,
  partnershipId: "",
  due: null,
  overdueNudges: 0,
});

/** Held messages without a digest: one as it is, several as the lines of one message. */
function alone(taken: readonly HeldMessage[], date: LocalDate): Telling | null {
  if (taken.length === 0) return null;
  const isExpected = taken.every(({ manner }) => manner === "expected" || manner === "answer");
  return {
    ...PLAIN,
    kind: isExpected ? "expected" : "notice",
    date,
    entries: taken.map(noticeEntry),
  };
}

/** Between digests: what waits for an answer first, then news, then the two reminders of N-2. */
function between(
  facts: Facts,
  date: LocalDate,
  held: readonly HeldMessage[],
  nextDigest: Date | null,
): Telling | null {
  const can = held.filter((message) => waitReason(facts, message, date, nextDigest) === undefined);
  const asked = can.filter(({ manner }) => manner !== "news");
  const first = alone(asked.length > 0 ? asked : can, date);
  if (first) return first;
  const slot = slotOn(date, facts.reach);
  if (!slot || facts.now < slot || !fitsBesideDigest(facts, date, nextDigest)) return null;
  const entries = remindersOn(facts.places, date);
  return entries.length > 0 ? { ...PLAIN, kind: "reminder", date, entries } : null;
}
