/** The action items of a district. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { addDays } from "../src/time/calendar.ts";
import { OPEN_ITEM, isOpenItem, type ActionItem, type ItemStore } from "../src/plan/action-item.ts";
import { entity, lastPress, localDate } from "./fields.ts";
import { numbered, type Counters } from "./numbered-store.ts";
import { branchesOf, oneOf, rankOf, rankedBefore, rankedPage, statusIn } from "./ranked-list.ts";
import { createTable, type Kind, type Rows, type Table } from "./versioned-store.ts";

const status = z.enum(["open", "blocked", "snoozed", "done", "dropped"]);
const pressed = {
  status,
  ownerId: z.string().nullable(),
  blockedReason: z.string().nullable(),
  quietUntil: localDate.nullable(),
  doneOn: localDate.nullable(),
};

const shape = entity<ActionItem>({
  id: z.string(),
  partnershipId: z.string(),
  goalId: z.string(),
  direction: z.enum(["it_supports_library", "library_supports_it", "own_work"]),
  ...pressed,
  title: z.string(),
  plan: z.string(),
  plannedById: z.string().exactOptional(),
  due: localDate.nullable(),
  overdueNudges: z.number().int().nonnegative(),
  origin: z.string(),
  deleted: z.boolean(),
  createdAt: z.date(),
  timeCritical: z.boolean().exactOptional(),
  afterGoal: z.enum(["asked", "kept"]).exactOptional(),
  postponed: z.object({ from: localDate, closed: localDate }).exactOptional(),
  lastPress: lastPress(pressed).exactOptional(),
});

const rank = (item: ActionItem): string => rankOf(item.due, item.id);

const kind: Kind<ActionItem> = {
  name: "action_items",
  shape,
  people: [
    "ownerId",
    "plannedById",
    "lastPress.byId",
    "lastPress.was.ownerId",
    "lastPress.became.ownerId",
  ],
  derived: (item) => ({ rank: rank(item), open: isOpenItem(item) }),
  indexes: [
    { partnershipId: 1, deleted: 1, rank: 1 },
    { partnershipId: 1, open: 1, rank: 1 },
    { partnershipId: 1, ownerId: 1, deleted: 1, rank: 1 },
    { partnershipId: 1, ownerId: 1, open: 1, rank: 1 },
    { goalId: 1, partnershipId: 1, deleted: 1, rank: 1 },
    { ownerId: 1, open: 1, rank: 1 },
    { partnershipId: 1, doneOn: 1 },
    { partnershipId: 1, direction: 1, deleted: 1, status: 1, rank: 1 },
  ],
  unique: [{ origin: 1 }],
};

/** What one side does for the other. */
const SUPPORT: readonly ActionItem["direction"][] = ["it_supports_library", "library_supports_it"];

export const itemTable = (connection: Connection): Table<ActionItem> =>
  createTable(connection, kind);

export function itemStore(rows: Rows<ActionItem>, counters: Counters): ItemStore {
  return {
    ...rows,
    ...numbered(rows, counters, "a", (item, id) => ({ ...item, id })),
    async dueOf(ownerIds, dueBefore) {
      if (ownerIds.length === 0) return [];
      return await rows.select({
        ownerId: { $in: [...ownerIds] },
        open: true,
        ...rankedBefore(dueBefore),
      });
    },
    async dueOn(partnershipIds, date) {
      if (partnershipIds.length === 0) return [];
      return await rows.select({
        partnershipId: { $in: [...partnershipIds] },
        open: true,
        rank: { $gte: date, $lt: addDays(date, 1) },
      });
    },
    async doneSince(partnershipIds, from) {
      if (partnershipIds.length === 0) return [];
      return await rows.select({
        partnershipId: { $in: [...partnershipIds] },
        doneOn: { $gte: from },
        status: "done",
        deleted: false,
      });
    },
    async keptPromises(partnershipIds) {
      // All equalities, so that an index alone answers, however many were kept.
      return await Promise.all(
        [...new Set(partnershipIds)].flatMap((partnershipId) =>
          SUPPORT.map(async (direction) => {
            const kept = { partnershipId, direction, deleted: false, status: "done" };
            return { partnershipId, direction, count: await rows.count(kept) };
          }),
        ),
      );
    },
    async list(query) {
      const { partnershipIds, goalIds, directions, statuses, dueBefore, doneFrom } = query;
      const ownerIds = query.unowned ? [null] : query.ownerIds;
      const wanted = {
        ...statusIn(statuses, OPEN_ITEM),
        ...(directions ? { direction: oneOf(directions) } : {}),
        ...(dueBefore ? rankedBefore(dueBefore) : {}),
        ...(doneFrom ? { doneOn: { $gte: doneFrom } } : {}),
      };
      const branches = goalIds
        ? branchesOf({ goalId: goalIds }, { partnershipId: partnershipIds }).map((branch) => ({
            ...branch,
            deleted: false,
            ...(ownerIds ? { ownerId: oneOf(ownerIds) } : {}),
          }))
        : branchesOf({ partnershipId: partnershipIds }, { ownerId: ownerIds });
      return await rankedPage(
        rows,
        branches.map((branch) => ({ ...branch, ...wanted })),
        rank,
        query.page,
      );
    },
  };
}
