/** What a feature says about itself so that people find it: in which situation, for whom, in which words. */

import type { Button } from "../card.ts";
import type { Texts } from "../texts/index.ts";
import type { SchoolDays } from "../here/school-days.ts";
import type { LocalDate } from "../time/local-time.ts";

/**
 * What somebody comes with; everything is behind one of them. The last is for those who see to the
 * whole district, and stands first for them.
 */
export const SITUATIONS = [
  "blocked",
  "help",
  "plan",
  "meet",
  "thanks",
  "teach",
  "principal",
  "others",
  "me",
  "district",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/**
 * Whom a command is offered to. It is no right: that is decided on the press (rule 3).
 * `partner`: stands on a side of a team, or stands in for somebody who does. `reader`: is named as a
 * supervisor. `district`: coordinator or IT director. `anyone`: also whom nobody knows yet.
 */
export type Audience = "partner" | "reader" | "district" | "anyone";

/** One thing that needs this person now, with the one button for it. */
export interface HomeLine {
  readonly title: string;
  readonly detail?: string;
  readonly button: Button;
}

/** A system that offers itself once when its time of the year comes, in the digest or at home. */
export interface Season {
  /** What is remembered when somebody says "not this year"; no two features have the same. */
  readonly name: string;
  /** The days in which it is offered, seen from today at a school; undefined: no time is near. */
  readonly days: (
    school: SchoolDays,
    today: LocalDate,
  ) => { readonly from: LocalDate; readonly to: LocalDate } | undefined;
  readonly line: (texts: Texts) => string;
  /** The words of the command that its button types. */
  readonly command: string;
}
