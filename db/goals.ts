/** The goals of a district. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { OPEN_GOAL, isOpen, type Goal, type GoalStore } from "../src/goal/goal.ts";
import { entity, localDate, side } from "./fields.ts";
import { numbered, type Counters } from "./numbered-store.ts";
import { branchesOf, rankOf, rankedPage, statusIn } from "./ranked-list.ts";
import { createTable, type Kind, type Rows, type Table } from "./versioned-store.ts";

const status = z.enum([
  "draft",
  "not_started",
  "on_track",
  "at_risk",
  "awaiting_confirmation",
  "done",
  "stopped",
  "carried_over",
]);
const claim = z.object({ byId: z.string(), at: z.date(), from: status.exactOptional() });

const shape = entity<Goal>({
  id: z.string(),
  partnershipId: z.string(),
  ownerId: z.string(),
  department: side,
  title: z.string(),
  horizon: z.enum(["short", "long"]),
  why: z.string(),
  measure: z
    .object({ unit: z.string(), baseline: z.string(), target: z.string(), current: z.string() })
    .nullable(),
  start: localDate,
  due: localDate.nullable(),
  servesSchoolGoal: z.string().nullable(),
  scope: z.enum(["department", "common", "school_wide"]),
  status,
  claim: claim.nullable(),
  withdrawnAt: z.date().exactOptional(),
  confirmedById: z.string().exactOptional(),
  declined: z.object({ byId: z.string(), claim }).exactOptional(),
  doneOn: localDate.nullable(),
  stoppedReason: z.string().nullable(),
  origin: z.string(),
  deleted: z.boolean(),
  lastEdit: z.object({ byId: z.string(), at: z.date() }).exactOptional(),
  createdAt: z.date(),
});

const rank = (goal: Goal): string => rankOf(goal.due, goal.id);

const kind: Kind<Goal> = {
  name: "goals",
  shape,
  people: [
    "ownerId",
    "claim.byId",
    "confirmedById",
    "declined.byId",
    "declined.claim.byId",
    "lastEdit.byId",
  ],
  derived: (goal) => ({ rank: rank(goal), open: isOpen(goal) }),
  indexes: [
    { partnershipId: 1, deleted: 1, rank: 1 },
    { partnershipId: 1, open: 1, rank: 1 },
    { partnershipId: 1, ownerId: 1, deleted: 1, rank: 1 },
    { partnershipId: 1, ownerId: 1, open: 1, rank: 1 },
    { partnershipId: 1, doneOn: 1 },
  ],
  unique: [{ origin: 1 }],
};

export const goalTable = (connection: Connection): Table<Goal> => createTable(connection, kind);

export function goalStore(rows: Rows<Goal>, counters: Counters): GoalStore {
  return {
    ...rows,
    ...numbered(rows, counters, "g", (goal, id) => ({ ...goal, id })),
    async doneSince(partnershipIds, from) {
      if (partnershipIds.length === 0) return [];
      return await rows.select({
        partnershipId: { $in: [...partnershipIds] },
        doneOn: { $gte: from },
        status: "done",
        deleted: false,
      });
    },
    async list({ partnershipIds, ownerId, statuses, where, doneFrom, page }) {
      const wanted = {
        ...statusIn(statuses, OPEN_GOAL),
        ...where,
        ...(doneFrom ? { doneOn: { $gte: doneFrom } } : {}),
      };
      const branches = branchesOf({ partnershipId: partnershipIds }, { ownerId: listed(ownerId) });
      return await rankedPage(
        rows,
        branches.map((branch) => ({ ...branch, ...wanted })),
        rank,
        page,
      );
    },
  };
}

const listed = (id: string | undefined): readonly string[] | undefined =>
  id === undefined ? undefined : [id];
