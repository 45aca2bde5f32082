/** A step of a plan, as most tests of it want it. */

import type { ActionItem } from "../../src/plan/action-item.ts";
import type { LocalDate } from "../../src/time/calendar.ts";

export const day = (text: string) => text as LocalDate;

export const item = (over: Partial<ActionItem> = {}): ActionItem => ({
  id: "a-01",
  partnershipId: "p-ab",
  goalId: "g-01",
  direction: "own_work",
  ownerId: "lib",
  title: "Book the last four classes",
  plan: "At grade-level meeting",
  due: day("2027-03-05"),
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: "test",
  deleted: false,
  createdAt: new Date(0),
  ...over,
});
