/** A district, its schools, and the calendar that a school lives by. */

import type { Module, PolicyFlag } from "../team/module.ts";
import type { NudgeSettings } from "../nudge/settings.ts";
import type { LocalDate } from "../time/local-time.ts";
import type { Locale } from "./person.ts";

export interface District {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly locales: readonly Locale[];
  /** What its policy permits beyond the usual (systems, rows 73 and 84); absent: nothing. */
  readonly permits?: readonly PolicyFlag[];
  /** Who may found a team; anyone where it is absent. `district`: the library coordinator and administrators. */
  readonly founders?: "anyone" | "district";
}

export interface School {
  readonly id: string;
  readonly name: string;
  /** IANA zone; every date of the school is a date there (CAL-1). */
  readonly timezone: string;
  readonly locale: Locale;
  readonly calendarId: string | null;
  /** What goals can serve (systems row 23). */
  readonly learningGoals: readonly string[];
  /** What it uses beside the core; absent: nothing. */
  readonly modules?: readonly Module[];
  /** Days on which the school did not open, beside those of the calendar (CAL-15). */
  readonly closures?: readonly Closure[];
  /** Numbers of the nudge policy that this school changed; the others are the usual ones. */
  readonly nudging?: Partial<NudgeSettings>;
}

/** Snow, smoke, strike, power: one day, marked by a partner or an admin. */
export interface Closure {
  readonly date: LocalDate;
  readonly byId: string;
}

export type DayKind =
  | "holiday"
  | "break"
  | "staff_day"
  | "early_release"
  | "testing_window"
  | "change_freeze"
  | "busy_season"
  | "season"
  | "summer"
  | "event"
  | "closure";

/** First and last day, both included, local to the school. */
export interface Days {
  readonly kind: DayKind;
  readonly title: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** One of OneRoster's four session types (rules, section 4). */
export interface Session {
  readonly type: "schoolYear" | "semester" | "term" | "gradingPeriod";
  readonly title: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly parent: string | null;
}

export interface SchoolCalendar {
  readonly id: string;
  readonly name: string;
  /** First day of the week, as the school's country has it (CAL-6); Monday where nobody said. */
  readonly weekStart?: "mon" | "sun";
  readonly sessions: readonly Session[];
  readonly days: readonly Days[];
}
