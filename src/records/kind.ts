/**
 * A kind of record, said once: what it holds, what becomes of it and who may see and do what. Everything
 * else follows from this in `feature.ts`. Kinds are code, checked by the compiler; they have no hooks.
 */

import type { Fields, FieldValue } from "../fields/field.ts";
import type { Right } from "../team/grant.ts";
import type { Brief } from "../texts/brief.ts";

/** Whose they are: a team's, a school's, the whole district's, or one person's own. */
export type Scope = "partnership" | "school" | "district" | "person";

/**
 * Who may, as of now. `partners`, `library`, `it`: who stands on a side there, or stands in for somebody
 * who does. `writer`: who wrote it; once they have left, the partners there. `named`: whom a field
 * names. `everyone`: all staff of the district. Rights that were given count in the whole district.
 */
export type Who =
  | "partners"
  | "library"
  | "it"
  | "writer"
  | "named"
  | "everyone"
  | { readonly rights: readonly Right[] };

/** How long it is kept (rules, section 9.2). */
export type Retention = "transitory" | "working" | "plan" | "evidence" | "audit";

/** Two days' worth of words: the field's name. */
type Name<F> = keyof F & string;

export interface Kind<F extends Fields = Fields, S extends string = string> {
  readonly name: string;
  /** Of its ids: `le` for `le-07`. No two kinds have the same. */
  readonly prefix: string;
  readonly of: Scope;
  /** What is typed for the list, and to add one. */
  readonly commands: { readonly list: string; readonly add: string };
  readonly fields: F;
  /** A line of text: it names the record everywhere. */
  readonly title: NoInfer<Name<F>>;
  /** What a line of the list says below the title. */
  readonly lines: readonly NoInfer<Name<F>>[];
  /** From each state to those that a press leads to, and who may press; the first one is where it begins. */
  readonly states?: Readonly<Record<S, Partial<Readonly<Record<NoInfer<S>, readonly Who[]>>>>>;
  /**
   * `see` decides reading, listing, counting, searching, exporting and reminding alike. Whoever may
   * change it may also remove it and put it back.
   */
  readonly may: Readonly<Record<"see" | "add" | "change", readonly Who[]>>;
  /** Weeks before a day, while in one of these states, to whom; through the nudge policy. */
  readonly remind?: {
    readonly before: NoInfer<Name<F>>;
    readonly weeks: readonly number[];
    readonly in: readonly NoInfer<S>[];
    readonly to: readonly ("writer" | "named")[];
  };
  /** The home says how many wait in this state for those who are named. */
  readonly waits?: NoInfer<S>;
  /** The group that it is counted under in reports. */
  readonly report?: string;
  readonly retention: Retention;
  /** 1 at first; one more with every change of the fields' shape. */
  readonly version: number;
  /** A row of the version before as one of the next. Pure. */
  readonly upgrade?: (
    values: Readonly<Record<string, FieldValue>>,
    from: number,
  ) => Readonly<Record<string, FieldValue>>;
}

/** Checks names of fields and states where the kind is written. */
export const kind = <const F extends Fields, const S extends string = never>(
  declared: Kind<F, S>,
): Kind<F, S> => declared;

/** All that a kind says, in one language; every sentence with its noun in it stands here. */
export type Says<K> =
  K extends Kind<infer F, infer S>
    ? {
        /** On the list's button in the menu, what else may be typed, and how people ask for it, " / " between. */
        readonly label: string;
        readonly names?: string;
        readonly sentences: string;
        /** How people say that they want to add one. */
        readonly addSentences: string;
        /** In help, of the list. */
        readonly summary: string;
        readonly title: string;
        readonly none: string;
        readonly noneBody: string;
        /** On the button and above the form. */
        readonly add: Brief;
        readonly saved: (id: string) => string;
        readonly fields: Readonly<Record<keyof F, string>>;
        readonly hints?: Partial<Readonly<Record<keyof F, string>>>;
        readonly options: {
          readonly [
            P in keyof F as F[P] extends { readonly of: readonly string[] } ? P : never
          ]: F[P] extends { readonly of: readonly (infer O extends string)[] }
            ? Readonly<Record<O, string>>
            : never;
        };
        readonly states: Readonly<Record<S, string>>;
        /** On the button that leads to a state. */
        readonly press: Readonly<Record<S, string>>;
        /** A reminder, where the kind has one. */
        readonly due?: (title: string, date: string) => string;
        /** At home, where something waits. */
        readonly waiting?: (count: number) => string;
      }
    : never;

/** What the parts of the machine read of it, whatever the kind. */
export type AnySays = Omit<Says<Kind>, "hints" | "options"> & {
  readonly hints?: Readonly<Record<string, string | undefined>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
};

/** Whatever the kind: its fields and states by their names. */
export interface AnyKind extends Omit<Kind, "title" | "lines" | "states" | "remind" | "waits"> {
  readonly title: string;
  readonly lines: readonly string[];
  readonly states?: Readonly<Record<string, Partial<Readonly<Record<string, readonly Who[]>>>>>;
  readonly remind?: {
    readonly before: string;
    readonly weeks: readonly number[];
    readonly in: readonly string[];
    readonly to: readonly ("writer" | "named")[];
  };
  readonly waits?: string;
}

export const statesOf = ({ states = {} }: Pick<AnyKind, "states">): readonly string[] =>
  Object.keys(states);
