/** Entities for tests of what keeps them; each takes the changes that matter to the test. */

import type { ActionItem } from "../../src/plan/action-item.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Goal } from "../../src/goal/goal.ts";
import type { Partnership } from "../../src/team/partnership.ts";
import type { Address, Person } from "../../src/team/person.ts";
import type { Reflection } from "../../src/reflection/reflection.ts";
import type { Topic } from "../../src/check-in/topic.ts";

export const day = (text: string): LocalDate => text as LocalDate;
export const at = (text: string): Address => text as Address;
export const NOW = new Date("2027-03-02T15:00:00.123Z");

export const aGoal = (changes: Partial<Goal> = {}): Omit<Goal, "id"> => ({
  partnershipId: "p-1",
  ownerId: "u-1",
  department: "library",
  title: "Every fourth grader can cite a source",
  horizon: "short",
  why: "",
  measure: null,
  start: day("2027-03-02"),
  due: null,
  servesSchoolGoal: null,
  scope: "department",
  status: "not_started",
  claim: null,
  doneOn: null,
  stoppedReason: null,
  origin: "event-1",
  deleted: false,
  createdAt: NOW,
  ...changes,
});

export const anItem = (changes: Partial<ActionItem> = {}): Omit<ActionItem, "id"> => ({
  partnershipId: "p-1",
  goalId: "g-01",
  direction: "own_work",
  ownerId: "u-1",
  title: "Fix the page menu",
  plan: "",
  due: null,
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: "event-1",
  deleted: false,
  createdAt: NOW,
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: "u-1",
  schoolId: null,
  name: "School librarian",
  role: "school_librarian",
  locale: "en",
  timezone: "America/Chicago",
  addresses: [at("slack:T1/U1")],
  unreachable: [],
  chosen: [],
  workingDays: ["mon", "fri"],
  contractMonths: 10,
  pausedUntil: null,
  active: true,
  ...changes,
});

export const aPartnership = (changes: Partial<Partnership> = {}): Partnership => ({
  id: "p-1",
  schoolId: "s-1",
  libraryIds: ["u-1"],
  itIds: ["u-2"],
  supervisorIds: [],
  channels: [],
  closed: [],
  series: null,
  cycle: "2026-27",
  ...changes,
});

export const aCheckIn = (changes: Partial<CheckIn> = {}): CheckIn => ({
  id: "m-1",
  partnershipId: "p-1",
  kind: "check_in",
  plannedFor: day("2027-03-10"),
  date: day("2027-03-10"),
  start: "14:45" as CheckIn["start"],
  minutes: 25,
  status: "planned",
  reason: null,
  decision: null,
  needs: {},
  note: "",
  ...changes,
});

export const aTopic = (changes: Partial<Topic> = {}): Omit<Topic, "id"> => ({
  partnershipId: "p-1",
  proposedById: "u-1",
  title: "Cart hinges",
  status: "queued",
  linkedItemIds: [],
  checkInId: null,
  origin: "event-1",
  proposedOn: day("2027-03-01"),
  ...changes,
});

export const aReflection = (changes: Partial<Reflection> = {}): Reflection => ({
  id: "rf-g-01",
  partnershipId: "p-1",
  goalId: "g-01",
  status: "survey_open",
  surveys: [],
  closesOn: day("2027-03-16"),
  thanksKey: "thanks/g-01",
  joint: null,
  startedAt: NOW,
  ...changes,
});

export const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

/** Somebody who was not seen before. */
export function aStranger(...addresses: readonly Address[]): Omit<Person, "id"> {
  const { schoolId, name, role, locale, timezone, ...rest } = aPerson();
  const { workingDays, contractMonths, pausedUntil, active, unreachable, chosen } = rest;
  return {
    ...{ schoolId, name, role, locale, timezone },
    ...{ workingDays, contractMonths, pausedUntil, active, addresses, unreachable, chosen },
  };
}
