/** Goals, steps, meetings and their topics in memory, found as the features ask for them. */

import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Goal } from "../../src/goal/goal.ts";
import { isOpenItem, type ActionItem } from "../../src/plan/action-item.ts";
import { among, byDue, byNumber, compare, paged, type Table } from "./table.ts";
import type { DistrictStores } from "../../src/stores.ts";
import type { Topic } from "../../src/check-in/topic.ts";

export const goalStore = (rows: Table<Goal>): DistrictStores["goals"] => ({
  ...rows,
  doneSince: (ids, from) =>
    Promise.resolve(
      rows.select(
        (goal) =>
          among(ids)(goal) &&
          goal.status === "done" &&
          !goal.deleted &&
          (goal.doneOn ?? "") >= from,
      ),
    ),
  list: ({ partnershipIds, ownerId, statuses, where = {}, doneFrom, page }) =>
    Promise.resolve(
      paged(
        rows.select(
          (goal) =>
            among(partnershipIds)(goal) &&
            !goal.deleted &&
            (ownerId === undefined || goal.ownerId === ownerId) &&
            (statuses?.includes(goal.status) ?? true) &&
            (where.department === undefined || goal.department === where.department) &&
            (where.horizon === undefined || goal.horizon === where.horizon) &&
            (where.scope === undefined || goal.scope === where.scope) &&
            (doneFrom === undefined || (goal.doneOn ?? "") >= doneFrom),
          byDue,
        ),
        page,
      ),
    ),
});

export const itemStore = (rows: Table<ActionItem>): DistrictStores["items"] => ({
  ...rows,
  dueOf: (ownerIds, before) =>
    Promise.resolve(
      rows.select(
        (item) =>
          item.ownerId !== null &&
          ownerIds.includes(item.ownerId) &&
          isOpenItem(item) &&
          item.due !== null &&
          item.due < before,
      ),
    ),
  dueOn: (ids, date) =>
    Promise.resolve(
      rows.select((item) => among(ids)(item) && isOpenItem(item) && item.due === date),
    ),
  doneSince: (ids, from) =>
    Promise.resolve(rows.select((item) => isKept(item, ids) && (item.doneOn ?? "") >= from)),
  keptPromises: (ids) => {
    const kept = rows.select((item) => isKept(item, ids) && item.direction !== "own_work");
    const counts = new Map<string, { readonly item: ActionItem; count: number }>();
    for (const item of kept) {
      const key = `${item.partnershipId} ${item.direction}`;
      counts.set(key, { item, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return Promise.resolve(
      [...counts.values()].map(({ item: { partnershipId, direction }, count }) => ({
        partnershipId,
        direction,
        count,
      })),
    );
  },
  list: (query) =>
    Promise.resolve(
      paged(
        rows.select(
          (item) =>
            among(query.partnershipIds)(item) &&
            !item.deleted &&
            (query.unowned
              ? item.ownerId === null
              : (query.ownerIds?.includes(item.ownerId ?? "") ?? true)) &&
            (query.goalIds?.includes(item.goalId) ?? true) &&
            (query.directions?.includes(item.direction) ?? true) &&
            (query.statuses?.includes(item.status) ?? true) &&
            (query.dueBefore === undefined || (item.due !== null && item.due < query.dueBefore)) &&
            (query.doneFrom === undefined || (item.doneOn ?? "") >= query.doneFrom),
          byDue,
        ),
        query.page,
      ),
    ),
});

const isKept = (item: ActionItem, ids: readonly string[]): boolean =>
  among(ids)(item) && item.status === "done" && !item.deleted;

const whenOf = ({ date, start }: CheckIn): string => date + start;

export const checkInStore = (rows: Table<CheckIn>): DistrictStores["checkIns"] => {
  const ahead = (passes: (row: CheckIn) => boolean) =>
    rows.select(
      (row) => row.status === "planned" && passes(row),
      (a, b) => compare(whenOf(a), whenOf(b)),
    );
  return {
    ...rows,
    planned: (ids, from, to) =>
      Promise.resolve(ahead((row) => among(ids)(row) && from <= row.date && row.date <= to)),
    upcoming: (id, from, limit) =>
      Promise.resolve(ahead((row) => among([id])(row) && from <= row.date).slice(0, limit)),
    recent: (id, limit) =>
      Promise.resolve(
        rows.select(among([id]), (a, b) => compare(whenOf(b), whenOf(a))).slice(0, limit),
      ),
  };
};

export const topicStore = (rows: Table<Topic>): DistrictStores["topics"] => {
  const waiting = (ids: readonly string[]) =>
    rows.select(
      (topic) => among(ids)(topic) && topic.status === "queued",
      (a, b) => compare(a.proposedOn, b.proposedOn) || byNumber(a, b),
    );
  return {
    ...rows,
    queuedIn: (ids) => Promise.resolve(waiting(ids)),
    queued: (id, page) => Promise.resolve(paged(waiting([id]), page)),
    discussedAt: ({ id, partnershipId }) =>
      Promise.resolve(
        rows.select(
          (topic) =>
            among([partnershipId])(topic) && topic.status === "discussed" && topic.checkInId === id,
          (a, b) => compare(a.proposedOn, b.proposedOn) || byNumber(a, b),
        ),
      ),
  };
};
