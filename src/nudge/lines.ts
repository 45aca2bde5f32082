/** What a digest could hold, over all of a person's partnerships, and what is left out and why. Pure. */

import { isOpenItem, isOverdue, isQuiet, type ActionItem } from "../plan/action-item.ts";
import { addWorkingDays, type LocalDate, type WorkWeek } from "../time/calendar.ts";
import { busyOn, testingOn } from "../time/seasons.ts";
import type { CheckIn } from "../check-in/check-in.ts";
import type { Side } from "../team/person.ts";
import type { DigestEntry } from "./nudge.ts";
import type { NudgeSettings } from "./settings.ts";

/** One partnership of a person, with what of it they could be told. Reading it is the caller's. */
export interface PartnershipFacts {
  readonly id: string;
  /** The side on which this person, or the one they stand in for, stands. */
  readonly side: Side;
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
  /** When this person works there, by the school's calendar. */
  readonly week: WorkWeek;
  /** Planned ones that are still to come. */
  readonly checkIns: readonly CheckIn[];
  /** The person's own open ones, and those of whom they stand in for, as far as they are due soon. */
  readonly items: readonly ActionItem[];
  /** Ids of items that a queued topic carries to the check-in. */
  readonly carriedItemIds: ReadonlySet<string>;
  /** Ids of goals that are finished or stopped, among those of the items. */
  readonly finishedGoalIds: ReadonlySet<string>;
  /** A question about the next meeting waits for this person: a survey, a joint text. */
  readonly hasOpenPrep: boolean;
}

/** Why something is not said, named after its rule. */
export type Withholding =
  | { readonly rule: "N-1"; readonly why: "blocked" | "snoozed"; readonly until: LocalDate }
  /** It is a topic of the next check-in. */
  | { readonly rule: "N-3"; readonly why: "topic" | "told_enough" }
  | { readonly rule: "CAL-9" | "CAL-10"; readonly why: "tests" | "busy"; readonly until: LocalDate }
  /** Its goal is finished, and its owner was asked about it once. */
  | { readonly rule: "N-1"; readonly why: "goal_finished" };

export interface WithheldItem {
  readonly item: ActionItem;
  readonly because: Withholding;
}

export interface Lines {
  /** In the order of N-1: meetings, then overdue ones, newest first, then what is due soon. */
  readonly meetings: readonly DigestEntry[];
  readonly items: readonly DigestEntry[];
  readonly withheld: readonly WithheldItem[];
  /** Overdue ones that were told often enough and become a topic for the next check-in (N-3). */
  readonly talkAbout: readonly ActionItem[];
}

export function linesOf(places: readonly PartnershipFacts[], settings: NudgeSettings): Lines {
  const sorted = places.map((at) => sortOut(at, settings));
  const late = sorted
    .flatMap(({ overdue }) => overdue)
    .sort((a, b) => compare(b.due ?? "", a.due ?? "") || compare(a.id, b.id));
  const soon = sorted
    .flatMap(({ dueSoon }) => dueSoon)
    .sort((a, b) => compare(a.due ?? "", b.due ?? "") || compare(a.id, b.id));
  const finished = new Set(places.flatMap(({ finishedGoalIds }) => [...finishedGoalIds]));
  return {
    meetings: sorted
      .flatMap(({ meetings }) => meetings)
      .sort((a, b) => compare(a.date + a.start, b.date + b.start) || compare(a.id, b.id))
      .map(meetingEntry),
    items: [
      ...late.map((item) => itemEntry(item, item.overdueNudges + 1, finished)),
      ...soon.map((item) => itemEntry(item, 0, finished)),
    ],
    withheld: sorted.flatMap(({ withheld }) => withheld),
    talkAbout: sorted.flatMap(({ talkAbout }) => talkAbout),
  };
}

interface Sorted {
  readonly meetings: readonly CheckIn[];
  readonly overdue: readonly ActionItem[];
  readonly dueSoon: readonly ActionItem[];
  readonly talkAbout: readonly ActionItem[];
  readonly withheld: readonly WithheldItem[];
}

function sortOut(at: PartnershipFacts, settings: NudgeSettings): Sorted {
  const { today, week } = at;
  const season = seasonOf(at, settings);
  const meetingsUntil = addWorkingDays(today, settings.meetingDays, week);
  const dueUntil = digestHorizon(today, week, settings);
  const withheld: WithheldItem[] = [];
  const [overdue, dueSoon, talkAbout]: ActionItem[][] = [[], [], []];
  for (const item of at.items) {
    const isLate = isOverdue(item, today);
    const isSoon =
      isOpenItem(item) && item.due !== null && today <= item.due && item.due <= dueUntil;
    if (!isLate && !isSoon) continue;
    const because = withholding(item, at, season, isLate, settings);
    if (because) withheld.push({ item, because });
    if (because?.rule === "N-3" && because.why === "told_enough") talkAbout?.push(item);
    if (!because) (isLate ? overdue : dueSoon)?.push(item);
  }
  const isTold = season?.because.why !== "tests";
  return {
    meetings: isTold
      ? at.checkIns.filter(({ date }) => today <= date && date <= meetingsUntil)
      : [],
    overdue: overdue ?? [],
    dueSoon: dueSoon ?? [],
    talkAbout: talkAbout ?? [],
    withheld,
  };
}

interface Season {
  readonly because: Withholding & { readonly rule: "CAL-9" | "CAL-10" };
}

/** IT is left alone during tests (CAL-9), everybody in busy weeks (CAL-10), but for what is critical. */
export function seasonOf(
  { side, today, week: { calendar } }: Pick<PartnershipFacts, "side" | "today" | "week">,
  { busyFirstWeeks: first, busyLastWeeks: last }: NudgeSettings,
): Season | undefined {
  const tests = side === "it" ? testingOn(today, calendar) : undefined;
  if (tests) return { because: { rule: "CAL-9", why: "tests", until: tests.end } };
  const busy = busyOn(today, calendar, { first, last });
  return busy && { because: { rule: "CAL-10", why: "busy", until: busy.end } };
}

function withholding(
  item: ActionItem,
  { today, carriedItemIds, finishedGoalIds }: PartnershipFacts,
  season: Season | undefined,
  isLate: boolean,
  { overdueDigests }: NudgeSettings,
): Withholding | undefined {
  if (item.quietUntil && isQuiet(item, today))
    return {
      rule: "N-1",
      why: item.status === "blocked" ? "blocked" : "snoozed",
      until: item.quietUntil,
    };
  if (isLate && carriedItemIds.has(item.id)) return { rule: "N-3", why: "topic" };
  if (finishedGoalIds.has(item.goalId) && item.afterGoal === "asked")
    return { rule: "N-1", why: "goal_finished" };
  if (season && item.timeCritical !== true) return season.because;
  return isLate && item.overdueNudges >= overdueDigests
    ? { rule: "N-3", why: "told_enough" }
    : undefined;
}

export const meetingEntry = ({ id, partnershipId }: CheckIn): DigestEntry => ({
  kind: "check_in",
  id,
  partnershipId,
  due: null,
  overdueNudges: 0,
});

export const itemEntry = (
  { id, partnershipId, goalId, due, afterGoal }: ActionItem,
  overdueNudges: number,
  finishedGoalIds: ReadonlySet<string> = NONE,
): DigestEntry => ({
  kind: "item",
  id,
  partnershipId,
  due,
  overdueNudges,
  ...(finishedGoalIds.has(goalId) && afterGoal === undefined ? { afterGoal: true } : {}),
});

const NONE: ReadonlySet<string> = new Set();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last day on which an item may be due to be told; later ones need not be read. */
export const digestHorizon = (
  today: LocalDate,
  week: WorkWeek,
  { dueDays }: Pick<NudgeSettings, "dueDays">,
): LocalDate => addWorkingDays(today, dueDays, week);
