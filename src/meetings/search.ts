/**
 * The search for a time of one of the three meetings: times on offer, who picked which, and what was
 * turned down. A time counts once somebody of each side has picked it (systems, row 17). Pure.
 */

import type { CheckIn } from "../check-in/check-in.ts";
import { cycleId, type Cycle } from "../protocol/cycle.ts";
import type { Yes } from "../protocol/one-text.ts";
import type { ProtocolState } from "../protocol/protocol.ts";
import { otherSide, type Partnership } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";
import type { LocalDate, LocalTime } from "../time/local-time.ts";
import type { Timer } from "../time/timer.ts";

export type MeetingKind = Exclude<CheckIn["kind"], "check_in">;

/** On offer at once. */
const MOST_SLOTS = 3;

/** In the order in which a year has them: packet pages 2, 3 and 4. */
export const MEETING_KINDS: readonly MeetingKind[] = [
  "goal_sheet",
  "action_plan",
  "reflect_for_revision",
];

/** Meetings 1 to 3 take 40 to 50 minutes (rules, section 5.2). */
export const MEETING_MINUTES: Readonly<Record<MeetingKind, number>> = {
  goal_sheet: 50,
  action_plan: 45,
  reflect_for_revision: 40,
};

/** Whoever hosts brings something to share to these (systems, row 58). */
export const bringsSomething = (kind: MeetingKind): boolean => kind !== "action_plan";

/** A time in the school's own clock. */
export interface SlotTime {
  readonly date: LocalDate;
  readonly start: LocalTime;
}

/** A time that the bot found. */
export interface FoundSlot extends SlotTime {
  /** The one side it suits, where no time suits both; left out for one that suits everybody. */
  readonly suits?: Side;
}

/** Somebody can come then; on whose side they stood, or stood in, when they said so. */
export interface SlotPick extends Yes {
  readonly side: Side;
}

export interface Slot extends FoundSlot {
  /** Who proposed it; null where the bot found it. */
  readonly byId: string | null;
  /** Why an agreed meeting should be moved there; "" otherwise. */
  readonly reason: string;
  readonly picks: readonly SlotPick[];
}

export const REFUSALS = ["days", "times", "soon", "other"] as const;
/** What was wrong with all times on offer; the next ones follow from it. */
export type SlotRefusal = (typeof REFUSALS)[number];

export interface TurnedDown {
  readonly byId: string;
  readonly side: Side;
  readonly why: SlotRefusal;
  /** In their words; "" when they said no more. */
  readonly words: string;
  readonly slots: readonly SlotTime[];
}

export interface MeetingSearch {
  /** `<cycle>/<kind>`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly kind: MeetingKind;
  /** Which meeting of this kind in the year is looked for; the one after it was called off or held. */
  readonly turn: number;
  /** `agreed`: the meeting stands in the calendar; slots are then wishes to move it. */
  readonly status: "open" | "agreed" | "called_off" | "not_needed";
  readonly host: Side;
  readonly slots: readonly Slot[];
  readonly turnedDown: readonly TurnedDown[];
  /** "Bring something to share" was done, or will not be (systems, row 58). */
  readonly brought: "ticked" | "skipped" | null;
}

export const searchId = (
  partnership: Pick<Partnership, "id" | "cycle">,
  kind: MeetingKind,
): string => `${cycleId(partnership)}/${kind}`;

/** The id of the meeting that a turn of a search ends in. */
export const meetingId = ({ id, turn }: Pick<MeetingSearch, "id" | "turn">): string =>
  `m/${id}/${String(turn)}`;

/** The search that a meeting came of; undefined for one that nobody looked for. */
export function searchOf({ id, kind }: Pick<CheckIn, "id" | "kind">): string | undefined {
  return kind === "check_in" ? undefined : /^m\/(.+)\/\d+$/u.exec(id)?.[1];
}

/** What the buttons about it name: its search and turn, `<search>|<turn>`. */
export function roundOf(meeting: Pick<CheckIn, "id" | "kind">): string | undefined {
  const search = searchOf(meeting);
  return search && `${search}|${meeting.id.slice(meeting.id.lastIndexOf("/") + 1)}`;
}

/** Which of the three meetings comes next, by where the protocol stands. */
export function meetingNeeded({ state }: Pick<Cycle, "state">): MeetingKind | undefined {
  const needed: Partial<Record<ProtocolState, MeetingKind>> = {
    invited: "goal_sheet",
    goal_sheet_scheduled: "goal_sheet",
    goal_sheet_held: "action_plan",
    action_plan_scheduled: "action_plan",
    reflection_due: "reflect_for_revision",
    reflection_scheduled: "reflect_for_revision",
  };
  return needed[state];
}

/** Looks which meeting a partnership needs next, and offers times for it. */
export const lookTimer = (partnershipId: string, districtId: string, at: Date): Timer => ({
  key: `meeting.look/${partnershipId}`,
  at,
  name: "meeting.look",
  districtId,
  id: partnershipId,
});

const found = ({ date, start, suits }: FoundSlot): Slot => ({
  date,
  start,
  ...(suits ? { suits } : {}),
  byId: null,
  reason: "",
  picks: [],
});

/** The next turn of a search: hosts rotate, the library begins. */
export function openSearch(
  partnership: Pick<Partnership, "id" | "cycle">,
  kind: MeetingKind,
  slots: readonly FoundSlot[],
  before: {
    readonly search: MeetingSearch | undefined;
    /** Who hosted the meeting before this one; null before the first. */
    readonly host: Side | null;
  },
): MeetingSearch {
  return {
    id: searchId(partnership, kind),
    partnershipId: partnership.id,
    kind,
    turn: (before.search?.turn ?? 0) + 1,
    status: "open",
    host: before.host ? otherSide(before.host) : "library",
    slots: slots.map(found),
    turnedDown: [],
    brought: null,
  };
}

export const isSameTime = (a: SlotTime, b: SlotTime): boolean =>
  a.date === b.date && a.start === b.start;

/** Both sides picked it. */
export const isAgreed = (slot: Slot): boolean => sidesOf(slot).length === 2;

export const sidesOf = ({ picks }: Slot): readonly Side[] =>
  (["library", "it"] as const).filter((side) => picks.some((pick) => pick.side === side));

/** Whose wish a time is: the side of whoever proposed it. */
export const wishedBy = ({ picks }: Slot): Side => picks[0]?.side ?? "library";

/** Somebody picks a time on offer; the same object when it is none or they had picked it. */
export function pickSlot(search: MeetingSearch, time: SlotTime, by: SlotPick): MeetingSearch {
  const slot = search.slots.find((each) => isSameTime(each, time));
  if (!slot || slot.picks.some(({ personId }) => personId === by.personId)) return search;
  const picked = { ...slot, picks: [...slot.picks, by] };
  return { ...search, slots: search.slots.map((each) => (each === slot ? picked : each)) };
}

/** A time of somebody's own, which is picked by them: first on the list, once. */
export function proposeSlot(
  search: MeetingSearch,
  time: SlotTime,
  by: SlotPick,
  reason = "",
): MeetingSearch {
  if (search.slots.some((each) => isSameTime(each, time))) return pickSlot(search, time, by);
  const { date, start } = time;
  const slot: Slot = { date, start, byId: by.personId, reason, picks: [by] };
  // A wish to move stands alone: one answer is asked for, not a choice.
  const others = search.status === "agreed" ? [] : search.slots;
  return { ...search, slots: [slot, ...others] };
}

/** None of the times on offer suits: other ones stand there instead. */
export const turnDown = (
  search: MeetingSearch,
  refused: Omit<TurnedDown, "slots">,
  slots: readonly FoundSlot[],
): MeetingSearch => ({
  ...search,
  turnedDown: [
    ...search.turnedDown,
    { ...refused, slots: search.slots.map(({ date, start }) => ({ date, start })) },
  ],
  slots: slots.map(found),
});

/** Times that have passed are taken away, and those found fill their places; also where there was none. */
export function renewSlots(
  search: MeetingSearch,
  isPast: (time: SlotTime) => boolean,
  others: readonly FoundSlot[],
): MeetingSearch {
  const left = search.slots.filter((slot) => !isPast(slot));
  const isAll = left.length === search.slots.length;
  if (search.status !== "open") return isAll ? search : { ...search, slots: left };
  const fresh = others.filter((other) => !left.some((slot) => isSameTime(slot, other)));
  if (isAll && (left.length > 0 || fresh.length === 0)) return search;
  return {
    ...search,
    slots: [...left, ...fresh.map(found)].slice(0, Math.max(left.length, MOST_SLOTS)),
  };
}

/** The meeting stays where it is: the wish to move it was not taken up. */
export const keepAsIs = (search: MeetingSearch): MeetingSearch =>
  search.status === "agreed" && search.slots.length > 0 ? { ...search, slots: [] } : search;

/** The meeting stands in the calendar. */
export const settled = (search: MeetingSearch): MeetingSearch =>
  search.status === "agreed" && search.slots.length === 0
    ? search
    : { ...search, status: "agreed", slots: [] };

export const closeSearch = (
  search: MeetingSearch,
  status: "called_off" | "not_needed",
): MeetingSearch => (search.status === status ? search : { ...search, status, slots: [] });

export const answerBrought = (
  search: MeetingSearch,
  brought: "ticked" | "skipped",
): MeetingSearch => (search.brought === brought ? search : { ...search, brought });

/** The agreed time as a meeting; its announcement and the question afterwards are a check-in's. */
export const meetingAt = (search: MeetingSearch, { date, start }: SlotTime): CheckIn => ({
  id: meetingId(search),
  partnershipId: search.partnershipId,
  kind: search.kind,
  plannedFor: date,
  date,
  start,
  minutes: MEETING_MINUTES[search.kind],
  status: "planned",
  reason: null,
  decision: null,
  needs: {},
  note: "",
  host: search.host,
});
