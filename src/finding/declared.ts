/** What a feature says about itself so that people find it: in which situation, for whom, in which words. */

import type { Button } from "../card.ts";
import type { Texts } from "../texts/index.ts";
import type { SchoolDays } from "../here/school-days.ts";
import type { LocalDate } from "../time/local-time.ts";

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
