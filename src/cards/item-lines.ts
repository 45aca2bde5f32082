/** How an action item is written and pressed wherever it stands: plan, home, digest. */

import { isOpenItem, isOverdue, isQuiet, type ActionItem } from "../plan/action-item.ts";
import type { Button } from "../card.ts";
import { canTakeBack } from "../last-press.ts";
import type { LocalDate } from "../time/calendar.ts";
import type { Texts } from "../texts/index.ts";

/** "due Fri 12 March", "was due Fri 5 March", "no date". */
export function itemDue(
  item: ActionItem,
  today: LocalDate,
  { plan, common, dates }: Texts,
): string {
  if (!item.due) return common.noDate;
  const date = dates.day(item.due, today);
  return isOverdue(item, today) ? plan.wasDue(date) : plan.dueOn(date);
}

/** Where it stands, in a few words. */
export function itemState(item: ActionItem, today: LocalDate, { plan, dates }: Texts): string {
  if (item.deleted) return plan.dropped;
  const quiet = isQuiet(item, today) && item.quietUntil;
  switch (item.status) {
    case "done":
      return plan.doneOn(item.doneOn ? dates.day(item.doneOn, today) : "");
    case "dropped":
      return plan.dropped;
    case "blocked":
      return quiet
        ? plan.blockedQuiet(item.blockedReason ?? "", dates.day(quiet, today))
        : plan.blocked(item.blockedReason ?? "");
    case "snoozed":
      return quiet ? plan.snoozed(dates.day(quiet, today)) : plan.open;
    case "open":
      return plan.open;
  }
}

/** The five answers of N-4, the likeliest first; `digestId` when they stand in that digest. */
export function itemButtons(
  item: ActionItem,
  today: LocalDate,
  { plan }: Texts,
  { viewerId, digestId = "" }: { readonly viewerId: string; readonly digestId?: string },
): readonly Button[] {
  if (!isOpenItem(item)) return [];
  const button = (label: string, action: string): Button =>
    itemButton(label, action, item, digestId);
  const done: Button = { ...button(plan.done, "item.done"), style: "primary" };
  const [block, replan] = [button(plan.block, "item.blocked"), button(plan.replan, "item.replan")];
  const snooze = button(plan.snooze, "item.snooze");
  return [
    done,
    ...(isOverdue(item, today) ? [replan, block, snooze] : [snooze, block, replan]),
    ...(item.ownerId === viewerId ? [button(plan.notMine, "item.not_mine")] : []),
  ];
}

/** For whoever closed it or gave it away, until somebody does something else with it. */
export const undoButtons = (
  item: ActionItem,
  viewerId: string,
  { common }: Texts,
  digestId = "",
): readonly Button[] =>
  canTakeBack(item, viewerId) ? [itemButton(common.undo, "item.undo", item, digestId)] : [];

/** A button about one item, named after it. */
export const itemButton = (
  label: string,
  action: string,
  item: ActionItem,
  digestId = "",
): Button => ({
  label,
  action,
  value: digestId ? `${digestId}|${item.id}` : item.id,
  about: `${item.id} ${item.title}`,
});

/** The value of an item's button, taken apart; `digestId` is "" outside a digest. */
export function readItemPress(value: string): { readonly digestId: string; readonly id: string } {
  const bar = value.lastIndexOf("|");
  return { digestId: value.slice(0, Math.max(0, bar)), id: value.slice(bar + 1) };
}
