/** What happened to people and schools in a simulated year, written down by the simulation itself. */

import type { DayRange, LocalDate } from "../../src/time/local-time.ts";

/** Since when it holds: the bot was told at that moment and not before. */
interface Since<K extends string> {
  readonly kind: K;
  readonly from: Date;
}

interface OfPerson<K extends string> extends Since<K> {
  readonly personId: string;
}

interface Absence<K extends string> extends OfPerson<K> {
  readonly range: DayRange;
}

export type Fact =
  | Absence<"away">
  | Absence<"noContact">
  | (Absence<"cover"> & { readonly byId: string })
  /** Until the morning of `until`, on the person's clock. */
  | (OfPerson<"paused"> & { readonly until: LocalDate })
  | OfPerson<"resumed">
  | OfPerson<"acted">
  | OfPerson<"left">
  | (Since<"closed"> & { readonly schoolId: string; readonly date: LocalDate })
  | (Since<"restarted"> & { readonly hours: number });
