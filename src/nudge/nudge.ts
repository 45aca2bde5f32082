/** A message of the nudge policy as it was sent, and the alarms that look at people (rules, section 5.2). */

import type { ActionItem } from "../plan/action-item.ts";
import { localDate, type LocalDate } from "../time/calendar.ts";
import type { Person } from "../team/person.ts";
import type { Timer } from "../time/timer.ts";
import type { TellingKind } from "./attention.ts";
import { dayWithSlot, firstDayOf, reachOf, slotOn, weekOf } from "./reach.ts";
import { USUAL_SETTINGS } from "./settings.ts";
import type { BulkStore } from "../store.ts";

export interface DigestEntry {
  /** `notice`: a message of another feature, by its key. */
  readonly kind: "item" | "check_in" | "goal" | "notice";
  readonly id: string;
  /** "" for a notice. */
  readonly partnershipId: string;
  /** When it was due as the digest told it, so that a re-plan since then shows; null for others. */
  readonly due: LocalDate | null;
  /** How many digests have shown it overdue, this one included; counting again changes nothing. */
  readonly overdueNudges: number;
  /** Its goal is finished: its owner is asked this once what becomes of it. */
  readonly afterGoal?: boolean;
}

/** The message as it was sent, so that a press can redraw it and a repeat can be told. */
export interface Digest {
  /** `digest/<person>/<date>`: there is one a day (N-2, N-14). */
  readonly id: string;
  readonly personId: string;
  readonly date: LocalDate;
  /** At most three (N-1), but for notices that waited together. */
  readonly entries: readonly DigestEntry[];
  /** How many more there were, and the first of them. */
  readonly more: number;
  readonly rest?: readonly DigestEntry[];
  /** When the person first pressed something on it; null while they have not (N-7). */
  readonly pressedAt: Date | null;
  /** The weekly one where nothing is said. */
  readonly kind?: TellingKind;
  readonly asksCadence?: boolean;
  readonly freshStart?: string;
  readonly thanksFor?: string;
  /** Given after an absence: since when, and who stood in. */
  readonly handBack?: { readonly since: LocalDate; readonly coverId: string };
}

/** The one unasked message of a person on a day, and the key under which it is sent (N-14). */
export const digestId = (personId: string, date: LocalDate): string => `digest/${personId}/${date}`;

/** The item with this digest counted: once, however often the digest is repeated (N-3, N-14). */
export function countNudge(item: ActionItem, entry: DigestEntry): ActionItem {
  const asked: ActionItem =
    entry.afterGoal && item.afterGoal === undefined ? { ...item, afterGoal: "asked" } : item;
  const isCounted = item.overdueNudges >= entry.overdueNudges || item.due !== entry.due;
  return isCounted ? asked : { ...asked, overdueNudges: entry.overdueNudges };
}

/** Looks at everybody of a district whose time has come; one alarm for all who share an instant. */
export const waveTimer = (districtId: string, at: Date): Timer => ({
  key: `wave/${districtId}/${at.toISOString()}`,
  at,
  name: "nudge.wave",
  districtId,
  id: at.toISOString(),
});

/**
 * Looks at one person for the first time: somebody who joins a partnership. At the slot of the next
 * first weekday of theirs; holidays need not be known yet, since the policy decides when it rings.
 */
export function firstDigestTimer(
  person: Pick<Person, "id" | "timezone" | "workingDays">,
  districtId: string,
  now: Date,
): Timer {
  const { id, timezone, workingDays } = person;
  const plain = { timezone, workingDays, contractMonths: 12, pausedUntil: null };
  const reach = reachOf(plain, [], USUAL_SETTINGS);
  const day = dayWithSlot(localDate(now, timezone), reach, (date) => {
    const slot = slotOn(date, reach);
    return slot !== undefined && slot > now && firstDayOf(weekOf(date, reach), reach) === date;
  });
  return {
    key: `nudge/${id}`,
    at: (day && slotOn(day, reach)) ?? now,
    name: "nudge.weekly",
    districtId,
    id,
  };
}

export interface DigestStore extends BulkStore<Digest> {
  /** Latest first. */
  recent(personId: string, limit: number): Promise<readonly Digest[]>;
  /** Everybody's, of that day or later, earliest first. */
  since(from: LocalDate): Promise<readonly Digest[]>;
}
