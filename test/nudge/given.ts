/** A librarian at Alder Bend in March 2027, and what she could be told. */

import type { ActionItem } from "../../src/plan/action-item.ts";
import type { LocalDate, LocalTime, WorkWeek } from "../../src/time/calendar.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";
import { newAttention, type Attention, type Manner } from "../../src/nudge/attention.ts";
import type { Facts, HeldMessage } from "../../src/nudge/facts.ts";
import type { PartnershipFacts } from "../../src/nudge/lines.ts";
import { plan } from "../../src/nudge/policy.ts";
import { reachOf } from "../../src/nudge/reach.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";

export const day = (text: string): LocalDate => text as LocalDate;
export const MONDAY = day("2027-03-08");
export const CHICAGO = "America/Chicago";

/** Spring break 15 to 19 March, a holiday on Monday 5 April, tests 12 to 30 April, summer from June. */
export const calendar: SchoolCalendar = {
  id: "cal",
  name: "Demo",
  sessions: [],
  days: [
    { kind: "break", title: "Spring break", start: day("2027-03-15"), end: day("2027-03-19") },
    { kind: "holiday", title: "Holiday", start: day("2027-04-05"), end: day("2027-04-05") },
    { kind: "testing_window", title: "Tests", start: day("2027-04-12"), end: day("2027-04-30") },
    { kind: "summer", title: "Summer", start: day("2027-06-01"), end: day("2027-08-06") },
  ],
};

export const week: WorkWeek = {
  calendar,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 10,
};

export const item = (
  id: string,
  due: string | null,
  over: Partial<ActionItem> = {},
): ActionItem => ({
  id,
  partnershipId: "p-ab",
  goalId: "g-01",
  direction: "own_work",
  ownerId: "lib",
  title: id,
  plan: "",
  due: due === null ? null : day(due),
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: id,
  deleted: false,
  createdAt: new Date(0),
  ...over,
});

export const checkIn = (id: string, date: string, start = "14:45"): CheckIn => ({
  id,
  partnershipId: "p-ab",
  kind: "check_in",
  plannedFor: day(date),
  date: day(date),
  start: start as LocalTime,
  minutes: 25,
  status: "planned",
  reason: null,
  decision: null,
  needs: {},
  note: "",
});

export const at = (over: Partial<PartnershipFacts> = {}): PartnershipFacts => ({
  id: "p-ab",
  side: "library",
  today: MONDAY,
  week,
  checkIns: [],
  items: [],
  carriedItemIds: new Set(),
  finishedGoalIds: new Set(),
  hasOpenPrep: false,
  ...over,
});

interface Given extends Partial<Omit<Facts, "now" | "reach">> {
  readonly pausedUntil?: Date;
}

/** Everything about the librarian at an instant; her day at school is that of `places`. */
export function factsAt(now: string, { pausedUntil, ...over }: Given = {}): Facts {
  const settings = over.settings ?? USUAL_SETTINGS;
  const person = {
    timezone: CHICAGO,
    workingDays: week.workingDays,
    contractMonths: week.contractMonths,
    pausedUntil: pausedUntil ?? null,
  };
  return {
    now: new Date(now),
    reach: reachOf(
      person,
      (over.places ?? [at()]).map((place) => place.week),
      settings,
    ),
    settings,
    cadence: "weekly",
    attention: newAttention("lib"),
    places: [],
    held: [],
    handBack: null,
    quietSuccess: null,
    ...over,
  };
}

export const MONDAY_0810 = "2027-03-08T14:10:00Z";
export const TUESDAY_NOON = "2027-03-09T18:00:00Z";
export const held = (id: string, manner: Exclude<Manner, "now">): HeldMessage => ({
  id,
  manner,
  expiresAt: null,
});
export const attention = (over: Partial<Attention>): Attention => ({
  ...newAttention("lib"),
  ...over,
});
export const toldOn = (...days: readonly string[]): Attention =>
  attention({
    told: days.map((on) => ({ on: day(on), kind: "notice" as const })),
    lookedOn: day(days.at(-1) ?? "2027-01-01"),
  });
export const something = { places: [at({ items: [item("a", "2027-03-09")] })] };
export const told = (facts: Facts) => plan(facts).tell?.entries.map(({ id }) => id) ?? [];
export const next = (facts: Facts) => plan(facts).next?.toISOString();
