/** One promised step of the action plan: owner, direction, when and where, due. */

import { addDays, type LocalDate } from "../time/calendar.ts";
import type { Goal } from "../goal/goal.ts";
import { sideOf, type Partnership } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";
import { remembered, type LastPress } from "../last-press.ts";
import type { NumberedStore, BulkStore, Page, Paged } from "../store.ts";

export type Direction = "it_supports_library" | "library_supports_it" | "own_work";

export const DIRECTIONS: readonly Direction[] = [
  "it_supports_library",
  "library_supports_it",
  "own_work",
];

export type ItemStatus = "open" | "blocked" | "snoozed" | "done" | "dropped";

export interface ActionItem {
  /** Short enough to type: `a-81`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly goalId: string;
  readonly direction: Direction;
  /** Null after "Not mine", until somebody takes it. */
  readonly ownerId: string | null;
  readonly title: string;
  /** "When X, I will do Y at Z" (N-5); may be empty. */
  readonly plan: string;
  readonly due: LocalDate | null;
  readonly status: ItemStatus;
  /** Describes a thing, not a person; only when blocked. */
  readonly blockedReason: string | null;
  /** No nudge before this day (blocked or snoozed). */
  readonly quietUntil: LocalDate | null;
  readonly doneOn: LocalDate | null;
  /** How many digests have shown it since it was overdue (N-3). */
  readonly overdueNudges: number;
  readonly origin: string;
  readonly deleted: boolean;
  readonly createdAt: Date;
  /** Who wrote `plan`: where it is left out its owner, where it is "" somebody who had it before. */
  readonly plannedById?: string;
  /** Its owner wants to hear of it on the working day before it is due, and in busy seasons (N-2). */
  readonly timeCritical?: boolean;
  /** Its goal was finished while it was open: its owner was asked about it once, or keeps it. */
  readonly afterGoal?: "asked" | "kept";
  /** A closed day moved its due date; undone with the closure. */
  readonly postponed?: { readonly from: LocalDate; readonly closed: LocalDate };
  /** Done, dropped or given away by that press, which can be taken back. */
  readonly lastPress?: LastPress<Pick<ActionItem, (typeof TAKEN_BACK)[number]>>;
}

/** What comes back with a press that is taken back. */
const TAKEN_BACK = ["status", "ownerId", "blockedReason", "quietUntil", "doneOn"] as const;

export const OPEN_ITEM: readonly ItemStatus[] = ["open", "blocked", "snoozed"];

export const isOpenItem = (item: ActionItem): boolean =>
  !item.deleted && OPEN_ITEM.includes(item.status);

/** The one press that a line of a digest or a plan takes (N-4), with what was said along with it. */
export type ItemAnswer =
  | { readonly type: "done"; readonly on: LocalDate }
  | { readonly type: "blocked"; readonly reason: string; readonly quietUntil: LocalDate | null }
  /** An empty plan keeps the one there was. */
  | {
      readonly type: "replanned";
      readonly plan: string;
      readonly due: LocalDate;
      readonly byId: string;
    }
  | { readonly type: "snoozed"; readonly until: LocalDate }
  | { readonly type: "not_mine"; readonly byId: string }
  /** `direction` as it points from the one who takes it. */
  | { readonly type: "taken"; readonly byId: string; readonly direction: Direction }
  | { readonly type: "time_critical"; readonly byId: string; readonly on: boolean }
  /** Goes on although its goal is finished. */
  | { readonly type: "kept" }
  | { readonly type: "dropped" };

/**
 * The item after an answer. A closed item stays as it is, so a second Done keeps the first date;
 * "Not mine" counts only from its owner, and the first who takes an item without an owner has it.
 * An answer that changes nothing gives back the same object.
 */
export function answerItem(item: ActionItem, answer: ItemAnswer): ActionItem {
  if (!isOpenItem(item)) return item;
  switch (answer.type) {
    case "done":
      return { ...item, ...QUIET_OVER, status: "done", doneOn: answer.on };
    case "blocked":
      return {
        ...item,
        status: "blocked",
        blockedReason: answer.reason,
        quietUntil: answer.quietUntil,
      };
    case "replanned":
      return {
        ...item,
        ...QUIET_OVER,
        status: "open",
        ...(answer.plan ? { plan: answer.plan, plannedById: answer.byId } : {}),
        due: answer.due,
        overdueNudges: 0,
      };
    case "snoozed":
      return item.status === "blocked"
        ? { ...item, quietUntil: answer.until }
        : { ...item, status: "snoozed", quietUntil: answer.until };
    case "not_mine": {
      if (item.ownerId !== answer.byId) return item;
      const left: ActionItem = { ...item, ownerId: null };
      return item.status === "snoozed" ? { ...left, status: "open", quietUntil: null } : left;
    }
    case "taken":
      return item.ownerId === null
        ? {
            ...item,
            ...(item.plan ? { plannedById: item.plannedById ?? "" } : {}),
            ownerId: answer.byId,
            direction: answer.direction,
            overdueNudges: 0,
          }
        : item;
    case "time_critical":
      return item.ownerId !== answer.byId || (item.timeCritical ?? false) === answer.on
        ? item
        : { ...item, timeCritical: answer.on };
    case "kept":
      return item.afterGoal === "kept" ? item : { ...item, afterGoal: "kept" };
    case "dropped":
      return { ...item, ...QUIET_OVER, status: "dropped" };
  }
}

/** A new one that is open. */
export const newItem = (
  born: Pick<
    ActionItem,
    | "partnershipId"
    | "goalId"
    | "direction"
    | "ownerId"
    | "title"
    | "plan"
    | "plannedById"
    | "due"
    | "origin"
    | "createdAt"
  >,
): Omit<ActionItem, "id"> => ({
  ...born,
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  deleted: false,
});

/** Nobody else wrote it than who it is for. */
export const hasOwnPlan = ({ ownerId, plannedById }: ActionItem): boolean =>
  plannedById === undefined || plannedById === ownerId;

const FINAL: readonly ItemAnswer["type"][] = ["done", "dropped", "not_mine"];

/** The item after an answer that somebody pressed: those that close it or give it away can be taken back. */
export const pressItem = (
  item: ActionItem,
  answer: ItemAnswer,
  by: { readonly byId: string; readonly at: Date },
): ActionItem => {
  const after = answerItem(item, answer);
  return FINAL.includes(answer.type) ? remembered(item, after, { keys: TAKEN_BACK, ...by }) : after;
};

const QUIET_OVER = { blockedReason: null, quietUntil: null } as const;

/** Nothing is said about it on that day: snoozed, or blocked to a later date (N-1). */
export const isQuiet = (item: ActionItem, today: LocalDate): boolean =>
  item.quietUntil !== null && today < item.quietUntil;

export const isOverdue = (item: ActionItem, today: LocalDate): boolean =>
  isOpenItem(item) && item.due !== null && item.due < today;

/** Where a step points when nobody says otherwise: to the goal's side, from the owner's. */
export function usualDirection(ownerSide: Side, department: Side): Direction {
  if (ownerSide === department) return "own_work";
  return ownerSide === "it" ? "it_supports_library" : "library_supports_it";
}

/** The side whose step it is: the owner's, and while it has no owner the one that promised it. */
export function sideOfItem(
  item: ActionItem,
  partnership: Partnership,
  goal: Pick<Goal, "department"> | undefined,
): Side {
  const owners = item.ownerId === null ? undefined : sideOf(partnership, item.ownerId);
  if (owners) return owners;
  switch (item.direction) {
    case "it_supports_library":
      return "it";
    case "library_supports_it":
      return "library";
    case "own_work":
      return goal?.department ?? "library";
  }
}

/**
 * Where a step points once somebody else takes it: a step that changes sides is now support the
 * other way round, or own work; on the same side it stays what it was.
 */
export const directionWhenTaken = (
  item: ActionItem,
  partnership: Partnership,
  goal: Pick<Goal, "department"> | undefined,
  taker: Side,
): Direction =>
  !goal || sideOfItem(item, partnership, goal) === taker
    ? item.direction
    : usualDirection(taker, goal.department);

/** The direction that helps a side. */
export const supportFor = (side: Side): Direction =>
  side === "library" ? "it_supports_library" : "library_supports_it";

/** Its owner, and everyone on the side whose step it is, may answer for it; so may who stands in there. */
export function mayAnswer(
  item: ActionItem,
  partnership: Partnership,
  goal: Pick<Goal, "department"> | undefined,
  asked: { readonly personId: string; readonly side: Side },
): boolean {
  return item.ownerId === asked.personId || sideOfItem(item, partnership, goal) === asked.side;
}

/** Due on a day on which the school does not open: on the next day of work instead (CAL-15). */
export const postponed = (item: ActionItem, closed: LocalDate, to: LocalDate): ActionItem =>
  !isOpenItem(item) || item.due !== closed
    ? item
    : { ...item, due: to, postponed: { from: item.postponed?.from ?? closed, closed } };

/** As it was before that day was closed; a step that was planned anew since stays. */
export function putBack(item: ActionItem, closed: LocalDate, movedTo: LocalDate): ActionItem {
  if (item.postponed?.closed !== closed) return item;
  const { postponed: moved, ...rest } = item;
  return isOpenItem(item) && item.due === movedTo ? { ...rest, due: moved.from } : rest;
}

const UNTIL = /(?<![\p{L}\p{N}])(?:(?:un)?till?\s|hasta\s|jusqu(?:['’]|es?\s))\s*(?<when>.+)$/iu;

/**
 * What follows "until" in a reason, in any of the bot's languages, since people mix them:
 * "parts until 9 March" names "9 March"; "" when nothing does.
 */
export const untilIn = (reason: string): string =>
  UNTIL.exec(reason)?.groups?.["when"]?.trim() ?? "";

/** Blocked until a day means quiet on that day too: it may be the day the parts come (AC-15). */
export const quietAfter = (until: LocalDate): LocalDate => addDays(until, 1);

export interface ItemStore extends NumberedStore<ActionItem>, BulkStore<ActionItem> {
  /** Open ones of these owners that are due before a day. */
  dueOf(ownerIds: readonly string[], dueBefore: LocalDate): Promise<readonly ActionItem[]>;
  /** Open ones of these partnerships that are due on a day. */
  dueOn(partnershipIds: readonly string[], date: LocalDate): Promise<readonly ActionItem[]>;
  /** Done on that day or later, in these partnerships. */
  doneSince(partnershipIds: readonly string[], from: LocalDate): Promise<readonly ActionItem[]>;
  /** How many promises each way were kept, ever. */
  keptPromises(partnershipIds: readonly string[]): Promise<readonly KeptPromises[]>;
  /** Not deleted, earliest due first (none last), then by id. */
  list(query: {
    readonly partnershipIds: readonly string[];
    readonly ownerIds?: readonly string[];
    readonly goalIds?: readonly string[];
    readonly directions?: readonly ActionItem["direction"][];
    readonly statuses?: readonly ItemStatus[];
    readonly dueBefore?: LocalDate;
    /** Done on that day or later. */
    readonly doneFrom?: LocalDate;
    /** Only those that nobody owns. */
    readonly unowned?: true;
    readonly page: Page;
  }): Promise<Paged<ActionItem>>;
}

export interface KeptPromises {
  readonly partnershipId: string;
  readonly direction: ActionItem["direction"];
  readonly count: number;
}
