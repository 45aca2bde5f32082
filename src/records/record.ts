/** One record of any kind, and the pure steps of its life. */

import { isList } from "../fields/draw.ts";
import { blankOf, type FieldValue } from "../fields/field.ts";
import type { Page, Paged, NumberedStore } from "../store.ts";
import type { LocalDate } from "../time/local-time.ts";
import { statesOf, type AnyKind } from "./kind.ts";

export interface KeptRecord {
  readonly id: string;
  /** The kind's name, and the version of its fields that these values have. */
  readonly kind: string;
  readonly version: number;
  /** Id of the partnership, school, district or person whose it is. */
  readonly scopeId: string;
  readonly byId: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** "" for a kind without states. */
  readonly state: string;
  /** Every press that led to another state, first to last: it only grows. */
  readonly history: readonly Moved[];
  /** What it is found by: words of its texts without accents, its tags, and whom it names. */
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly named: readonly string[];
  /** The day that counts in its state; null where there is none. */
  readonly due: LocalDate | null;
  /** The same for those that one form made together; absent where it made one. */
  readonly group?: string;
  /** Who was told of it, and when, where the kind tells somebody. */
  readonly told: readonly { readonly personId: string; readonly at: Date }[];
  readonly deleted: boolean;
  readonly origin: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface Moved {
  readonly to: string;
  readonly byId: string;
  readonly at: Date;
}

/**
 * What somebody may see of a kind: the one right, made by `rights.ts` and by nothing else. There is no
 * query without it.
 */
export interface Seeing {
  readonly kind: string;
  /** Of these partnerships, schools, districts or people; "all" of the district's. */
  readonly scopeIds: readonly string[] | "all";
  /** What this person wrote themselves. */
  readonly writtenBy?: string;
  /** What names this person. */
  readonly naming?: string;
}

export interface Sought {
  readonly state?: string;
  readonly states?: readonly string[];
  /** The one whose day comes first stands first, those of a group together; else the latest one. */
  readonly by?: "day";
  readonly tag?: string;
  /** Each of them begins a word of the record. */
  readonly words?: readonly string[];
  readonly byId?: string;
  readonly naming?: string;
}

export interface RecordStore extends Pick<NumberedStore<KeptRecord>, "update"> {
  /** Adds under the next free id of that prefix; a second call with the same `origin` returns the first one's. */
  create(prefix: string, record: Omit<KeptRecord, "id">): Promise<KeptRecord>;
  /** The one, removed or not, when it may be seen. */
  see(seeing: Seeing, id: string): Promise<KeptRecord | undefined>;
  /** Those not removed that may be seen, latest first. */
  list(seeing: Seeing, sought: Sought, page: Page): Promise<Paged<KeptRecord>>;
  /** For timers, handlers and the sweep on start, which show nothing of it to anybody. */
  readonly unseen: {
    /** Those not removed whose day is that one or later. */
    dueFrom(kind: string, day: LocalDate): Promise<readonly KeptRecord[]>;
    find(id: string): Promise<KeptRecord | undefined>;
    /** Those of a kind that name a person, oldest first. */
    naming(kind: string, personId: string): Promise<readonly KeptRecord[]>;
    /** Those of a kind that are one's own, oldest first. */
    ownedBy(kind: string, scopeId: string): Promise<readonly KeptRecord[]>;
    /** Those that one form made together, in their order. */
    ofGroup(kind: string, group: string): Promise<readonly KeptRecord[]>;
    /** Those of a kind in one of these states. */
    inStates(kind: string, states: readonly string[]): Promise<readonly KeptRecord[]>;
  };
}

type Filled = Readonly<Record<string, FieldValue>>;

export function newRecord(
  kind: AnyKind,
  {
    scopeId,
    byId,
    values,
    origin,
    group,
    state = statesOf(kind)[0] ?? "",
    at,
  }: Pick<KeptRecord, "scopeId" | "byId" | "values" | "origin" | "group"> & {
    readonly at: Date;
    /** Where it begins, when that is not the first one. */
    readonly state?: string;
  },
): Omit<KeptRecord, "id"> {
  return {
    kind: kind.name,
    version: kind.version,
    scopeId,
    byId,
    ...heldBy(kind, values, state),
    state,
    ...(group === undefined ? {} : { group }),
    history: [],
    told: [],
    deleted: false,
    origin,
    createdAt: at,
    changedAt: at,
  };
}

/** With other values; the same object when they say the same. */
export function refill(kind: AnyKind, record: KeptRecord, values: Filled, at: Date): KeptRecord {
  const held = heldBy(kind, { ...record.values, ...values }, record.state);
  return JSON.stringify(held.values) === JSON.stringify(record.values)
    ? record
    : { ...record, ...held, version: kind.version, changedAt: at };
}

/**
 * In another state, if a press leads there from where it is, with what the press asked for; else the same
 * object.
 */
export function moveTo(
  kind: AnyKind,
  record: KeptRecord,
  moved: Moved,
  asked: Filled = {},
): KeptRecord {
  const { to, at } = moved;
  const { state } = record;
  if (record.deleted || kind.states?.[state]?.[to] === undefined) return record;
  const filled = { ...record.values, ...asked };
  return {
    ...record,
    ...heldBy(kind, kind.step?.(filled, state, to) ?? filled, to),
    version: kind.version,
    state: to,
    history: [...record.history, moved],
    changedAt: at,
  };
}

/** Removed, or put back, which its history tells; the same object when it is so already. */
export const remove = (
  record: KeptRecord,
  deleted: boolean,
  { byId, at }: Omit<Moved, "to">,
): KeptRecord =>
  record.deleted === deleted
    ? record
    : {
        ...record,
        deleted,
        history: [...record.history, { to: deleted ? "removed" : "put back", byId, at }],
        changedAt: at,
      };

/** A row of an older shape as the kind is now. */
export function upgraded(kind: AnyKind, record: KeptRecord): KeptRecord {
  if (record.version >= kind.version) return record;
  let { values } = record;
  for (let from = record.version; from < kind.version; from++)
    values = kind.upgrade?.(values, from) ?? values;
  return { ...record, ...heldBy(kind, values, record.state), version: kind.version };
}

type Held = Pick<KeptRecord, "values" | "words" | "tags" | "named" | "due">;

/** The values, each of the kind's and no other, with what they are found by. */
function heldBy(kind: AnyKind, filled: Filled, state: string): Held {
  const fields = Object.entries(kind.fields);
  const values = Object.fromEntries(
    fields.map(([id, field]) => [id, filled[id] ?? blankOf(field)] as const),
  );
  const lists = (...types: readonly string[]): readonly string[] =>
    fields.flatMap(([id, { type }]) => {
      const value = values[id];
      return types.includes(type) && isList(value) ? value : [];
    });
  const texts = fields.flatMap(([id, { type }]) =>
    ["line", "lines", "address", "tags"].includes(type)
      ? [values[id] ?? ""].flat().map(String)
      : [],
  );
  const due = kind.day?.[state]?.map((id) => values[id]).find(Boolean);
  return {
    values,
    words: wordsIn(texts.join(" ")),
    tags: [...new Set(lists("tags", "some"))],
    named: [...new Set(lists("people"))],
    due: typeof due === "string" ? (due as LocalDate) : null,
  };
}

/** Words as they are compared: small letters without accents, each once. */
export const wordsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  ),
];

export function titleOf(
  { title }: Pick<AnyKind, "title">,
  { values }: Pick<KeptRecord, "values">,
): string {
  const value = values[title];
  return typeof value === "string" ? value : "";
}
