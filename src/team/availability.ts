/** When somebody is there and how often they want to hear from the bot: each as they said it. */

import { covers, type DayRange, type LocalDate, type LocalTime } from "../time/local-time.ts";

export const CADENCES = ["weekly", "fortnightly", "monthly", "off"] as const;
/** How often the digest comes. */
export type Cadence = (typeof CADENCES)[number];

/** Hours in which nothing unasked comes; over midnight when `from` is later than `to` (N-6). */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export const isQuietAt = (time: LocalTime, { from, to }: QuietHours): boolean =>
  from > to ? time >= from || time < to : from <= time && time < to;

/** Somebody else gets a person's nudges, first and last day included. */
export interface Cover extends DayRange {
  readonly byId: string;
}

/** What a person chose; left out is as their school has it. */
export interface Availability {
  readonly quiet?: QuietHours;
  /** When messages come: before or after school, or in the planning period. */
  readonly nudgeAt?: LocalTime;
  readonly cadence?: Cadence;
  /** Not there: meetings move, messages wait. */
  readonly away?: readonly DayRange[];
  /** There, but not to be written to; nobody asks why (CAL-19). */
  readonly noContact?: readonly DayRange[];
  readonly cover?: Cover;
  /** On a ten-month contract, but wants to be counted in during summer (CAL-11). */
  readonly worksInSummer?: boolean;
}

/** Who gets their nudges on a day instead of them; undefined when they do. */
export const coverOn = (
  { cover }: Pick<Availability, "cover">,
  date: LocalDate,
): Cover | undefined => (cover && covers(cover, date) ? cover : undefined);
