/** What a form can ask for, as data: each field with its limit and its options, said once. */

import type { LocalDate, LocalTime } from "../time/local-time.ts";

export type Field =
  /** One line, or several, of at most `max` code points. */
  | (Left & { readonly type: "line" | "lines"; readonly max: number })
  /**
   * A day as people type it; `past`: without a year it is the last one, else the next. `ahead`: today or
   * later.
   */
  | (Left & { readonly type: "day"; readonly past?: true; readonly ahead?: true })
  /** A time of day as people type it; `meeting`: at which people meet. */
  | (Left & { readonly type: "time"; readonly meeting?: true })
  | (Left & { readonly type: "days" })
  /** A whole number, from nothing to `max`. */
  | (Left & { readonly type: "count"; readonly max: number })
  /** An amount in the school's own currency, kept in hundredths. */
  | (Left & { readonly type: "money" })
  | (Left & { readonly type: "one"; readonly of: readonly string[] })
  | (Left & { readonly type: "some"; readonly of: readonly string[] })
  | (Left & { readonly type: "people" })
  /** A web address, which nobody opens but the people who read it. */
  | (Left & { readonly type: "link" })
  /** A web address as inert text (`web-address.ts`). */
  | (Left & { readonly type: "address" })
  /** Several of these, one to a line, at most `max`. */
  | (Left & { readonly type: "addresses"; readonly max: number })
  /** One of what is offered with the form, by its value; `goal`: of one's goals. */
  | (Left & { readonly type: "pick" | "goal" })
  /** Words of one's own to find things by, a few of them, in small letters. */
  | (Left & { readonly type: "tags" });

interface Left {
  /** It may be left out. */
  readonly optional?: true;
}

export type Fields = Readonly<Record<string, Field>>;

export interface DayRange {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** What a field holds once it was read: "" or null or nothing where it was left out. */
export type Value<F> = F extends { readonly type: "day" }
  ? Held<F, LocalDate>
  : F extends { readonly type: "days" }
    ? Held<F, DayRange>
    : F extends { readonly type: "time" }
      ? Held<F, LocalTime>
      : F extends { readonly type: "count" | "money" }
        ? Held<F, number>
        : F extends { readonly type: "some"; readonly of: readonly (infer O)[] }
          ? readonly O[]
          : F extends { readonly type: "tags" | "people" | "addresses" }
            ? readonly string[]
            : F extends { readonly type: "one"; readonly of: readonly (infer O)[] }
              ? Held<F, O>
              : F extends { readonly type: "pick" | "goal" }
                ? Held<F, string>
                : string;
type Held<F, V> = F extends { readonly optional: true } ? V | null : V;

export type Values<F extends Fields> = { readonly [K in keyof F]: Value<F[K]> };

/** Any field's value. */
export type FieldValue = string | number | null | readonly string[] | DayRange;

export const MOST_TAGS = 8;
export const TAG_MAX = 30;
/** Of a typed time: "half past" is no time, "2:45 p. m." is one. */
export const TIME_MAX = 20;
/** Of a typed day, with room for how it is written in any language. */
export const DAY_MAX = 100;
/** In whole units of the currency. */
export const MONEY_MAX = 10_000_000;

export const line = (max: number) => ({ type: "line", max }) as const;
export const lines = (max: number) => ({ type: "lines", max }) as const;
export const count = (max: number) => ({ type: "count", max }) as const;
export const one = <const O extends readonly string[]>(...of: O) => ({ type: "one", of }) as const;
export const some = <const O extends readonly string[]>(...of: O) =>
  ({ type: "some", of, optional: true }) as const;
export const day = { type: "day" } as const;
export const pastDay = { type: "day", past: true } as const;
export const dayAhead = { type: "day", ahead: true } as const;
/** One or several days, as they are typed: whoever asks reads them (`src/time/stretch.ts`). */
export const spell = line(DAY_MAX);
export const time = { type: "time" } as const;
/** The name of an IANA zone. */
export const zone = line(60);
export const meetingTime = { type: "time", meeting: true } as const;
export const pick = { type: "pick" } as const;
export const days = { type: "days" } as const;
export const money = { type: "money" } as const;
export const people = { type: "people" } as const;
export const link = { type: "link" } as const;
export const address = { type: "address" } as const;
export const goal = { type: "goal" } as const;
export const tags = { type: "tags", optional: true } as const;
export const optional = <const F extends Field>(field: F) =>
  ({ ...field, optional: true }) as const;

/** What nobody filled in yet. */
export function blankOf(field: Field): FieldValue {
  switch (field.type) {
    case "line":
    case "lines":
    case "link":
    case "address":
      return "";
    case "some":
    case "people":
    case "addresses":
    case "tags":
      return [];
    case "day":
    case "days":
    case "time":
    case "count":
    case "money":
    case "one":
    case "pick":
    case "goal":
      return null;
  }
}
