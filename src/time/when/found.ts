/** A day, a stretch of days or several days that a text names, and where. */

import type { LocalDate } from "../calendar.ts";
import type { Day } from "./words.ts";

export interface Found {
  /** The day; the first one of a range or of several; the last one of a whole week or month. */
  readonly day: Day;
  /** The other end of a range. */
  readonly until?: Day;
  /** The first day of a week or month that is named as a whole. */
  readonly since?: LocalDate;
  /** Days that are named beside it, with the month in common. */
  readonly more?: readonly Day[];
  /** The day it is when 3/4 is read the other way, where nobody knows which is meant. */
  readonly other?: LocalDate;
  readonly words: string;
  readonly index: number;
  /** How little it needs around it to be taken for a day that something is due by. */
  readonly certainty: "sure" | "likely" | "doubtful";
  /** What was not said of it: without a year, or only its weekday, it is the next such day. */
  readonly floats: "year" | "week" | null;
  /** Two numbers with a stroke, as much else is written. */
  readonly isFraction?: boolean;
}
