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
 * names. `everyone`: all staff of the district. Rights that were given count in the whole district;
 * with `butWriter`, not over what one wrote oneself.
 */
export type Who =
  | "partners"
  | "library"
  | "it"
  | "writer"
  | "named"
  | "everyone"
  | { readonly rights: readonly Right[]; readonly butWriter?: true };

/** How long it is kept (rules, section 9.2). */
export type Retention = "transitory" | "working" | "plan" | "evidence" | "audit";

/** A field's name. */
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
  /**
   * From each state to those that a press leads to, and who may press; the first one is where it begins. Where
   * nobody is named, only time leads there (`ends`), or a handler.
   */
  readonly states?: Readonly<Record<S, Partial<Readonly<Record<NoInfer<S>, readonly Who[]>>>>>;
  /** A form takes several of this one field, at most so many, and makes a record of each. */
  readonly each?: { readonly field: NoInfer<Name<F>>; readonly most: number };
  /** What a press that leads to a state asks for. No other form asks for these. */
  readonly asks?: Partial<Readonly<Record<NoInfer<S>, readonly NoInfer<Name<F>>[]>>>;
  /** What no form asks for: a feature sets it. */
  readonly unasked?: readonly NoInfer<Name<F>>[];
  /** What a press changes beside the state and what it asks for. Pure. */
  readonly step?: (
    values: Readonly<Record<string, FieldValue>>,
    from: string,
    to: string,
  ) => Readonly<Record<string, FieldValue>>;
  /** The day that counts, by state: the first of these fields that is filled in. It is listed by it. */
  readonly day?: Partial<Readonly<Record<NoInfer<S>, readonly NoInfer<Name<F>>[]>>>;
  /** In these states it becomes another one with the last minute of its day, where it belongs. */
  readonly ends?: { readonly in: readonly NoInfer<S>[]; readonly to: NoInfer<S> };
  /**
   * `see` decides reading, listing, counting, searching, exporting and reminding alike. Whoever may
   * change it may also remove it and put it back.
   */
  readonly may: Readonly<Record<"see" | "add" | "change", readonly Who[]>>;
  /** It is changed and removed in these states only; in all of them where nothing is said. */
  readonly changeIn?: readonly NoInfer<S>[];
  /** Weeks, or school days, before its day, while in one of these states, to whom; through the nudge policy. */
  readonly remind?: {
    readonly weeks?: readonly number[];
    readonly schoolDays?: readonly number[];
    readonly in: readonly NoInfer<S>[];
    readonly to: readonly ("writer" | "named")[];
    /** What is offered beside looking at it, to who may. */
    readonly offer?: readonly NoInfer<S>[];
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
        /** Of several that one form made. */
        readonly savedMany?: (count: number) => string;
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
        /** Above what such a press asks for. */
        readonly asking?: Partial<Readonly<Record<S, Brief>>>;
        /** A reminder, where the kind has one, and what is said below it where it is more than that its day comes. */
        readonly due?: (title: string, date: string) => string;
        readonly dueBody?: string;
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
export interface AnyKind extends Omit<
  Kind,
  | "title"
  | "lines"
  | "states"
  | "each"
  | "asks"
  | "unasked"
  | "day"
  | "ends"
  | "changeIn"
  | "remind"
  | "waits"
> {
  readonly title: string;
  readonly lines: readonly string[];
  readonly states?: Readonly<Record<string, Partial<Readonly<Record<string, readonly Who[]>>>>>;
  readonly each?: { readonly field: string; readonly most: number };
  readonly asks?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly unasked?: readonly string[];
  readonly day?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly ends?: { readonly in: readonly string[]; readonly to: string };
  readonly changeIn?: readonly string[];
  readonly remind?: {
    readonly weeks?: readonly number[];
    readonly schoolDays?: readonly number[];
    readonly in: readonly string[];
    readonly to: readonly ("writer" | "named")[];
    readonly offer?: readonly string[];
  };
  readonly waits?: string;
}

export const statesOf = ({ states = {} }: Pick<AnyKind, "states">): readonly string[] =>
  Object.keys(states);

type Asked = Pick<AnyKind, "fields" | "asks" | "unasked">;

/** What its form asks for. */
export function formFields({ fields, asks = {}, unasked = [] }: Asked): Fields {
  const elsewhere = [...unasked, ...Object.values(asks).flatMap((ids) => ids ?? [])];
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !elsewhere.includes(id)));
}

/** What a press that leads to a state asks for; nothing where it asks for nothing. */
export function pressFields({ fields, asks }: Asked, state: string): Fields {
  const ids = asks?.[state] ?? [];
  return Object.fromEntries(Object.entries(fields).filter(([id]) => ids.includes(id)));
}
