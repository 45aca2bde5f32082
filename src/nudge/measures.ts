/** Whether messages are of use, and whether they are too many (N-13). Counts only, never a person. Pure. */

import {
  addDays,
  addWorkingDays,
  localDate,
  type LocalDate,
  type WorkWeek,
} from "../time/calendar.ts";
import { isOpenItem, type ActionItem } from "../plan/action-item.ts";
import type { Cadence } from "../team/availability.ts";
import type { Digest } from "./nudge.ts";
import type { NudgeSettings } from "./settings.ts";

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Measures {
  readonly pressed: Share;
  /** Of those whose time for it is over. */
  readonly pressedSoon: Share;
  readonly doneByDue: Share;
  readonly replanned: Share;
  readonly muted: Share;
}

export interface Measured {
  readonly now: Date;
  readonly since: LocalDate;
  readonly digests: readonly Digest[];
  /** Those of the digests, by id. */
  readonly told: ReadonlyMap<string, ActionItem>;
  /** Those that were due since then, done or not. */
  readonly due: readonly ActionItem[];
  readonly muted: Share;
  /** When somebody works, and in which zone. */
  readonly weekOf: (personId: string) => { readonly week: WorkWeek; readonly timezone: string };
}

/** A message that is pressed later than this was not worth its interruption. */
const SOON_WORKING_DAYS = 3;

export function measure({ now, digests, told, due, muted, weekOf }: Measured): Measures {
  const timed = digests.map(({ personId, date, pressedAt }) => {
    const { week, timezone } = weekOf(personId);
    const limit = addWorkingDays(date, SOON_WORKING_DAYS, week);
    return {
      isOver: limit < localDate(now, timezone),
      isSoon: pressedAt !== null && localDate(pressedAt, timezone) <= limit,
    };
  });
  const entries = digests.flatMap((digest) => digest.entries.filter(({ kind }) => kind === "item"));
  const named = new Set(entries.map(({ id }) => id).filter((id) => told.has(id)));
  const moved = new Set(
    entries
      .filter(({ id, due: was }) => told.has(id) && told.get(id)?.due !== was)
      .map(({ id }) => id),
  );
  const over = timed.filter(({ isOver }) => isOver);
  return {
    pressed: share(digests, ({ pressedAt }) => pressedAt !== null),
    pressedSoon: share(over, ({ isSoon }) => isSoon),
    doneByDue: share(
      due.filter((item) => item.status === "done" || isOpenItem(item)),
      ({ doneOn, due: by }) => doneOn !== null && by !== null && doneOn <= by,
    ),
    replanned: { count: moved.size, of: named.size },
    muted,
  };
}

const share = <T>(all: readonly T[], counts: (one: T) => boolean): Share => ({
  count: all.filter(counts).length,
  of: all.length,
});

/** From which day on somebody who muted counts: a step that was taken since answers those before it. */
export function mutesFrom(
  today: LocalDate,
  { muteDays, cadenceCutOn }: Pick<NudgeSettings, "muteDays" | "cadenceCutOn">,
): LocalDate {
  const from = addDays(today, -muteDays);
  return cadenceCutOn !== undefined && cadenceCutOn >= from ? addDays(cadenceCutOn, 1) : from;
}

/** Too many people of a district muted; of a few people, one says nothing about the others. */
export const isTooMuch = (
  { count, of }: Share,
  { mutePercent, mutePeople }: Pick<NudgeSettings, "mutePercent" | "mutePeople">,
): boolean => of >= mutePeople && count * 100 > of * mutePercent;

const SLOWER: Readonly<Record<Cadence, Cadence>> = {
  weekly: "fortnightly",
  fortnightly: "monthly",
  monthly: "monthly",
  off: "off",
};

/** One step slower; never off, which is for each to choose. */
export const slower = (cadence: Cadence): Cadence => SLOWER[cadence];
