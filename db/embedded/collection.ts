/** One collection: its documents in the order they came, and their entries in its indexes. */
import {
  asBuffer,
  decode,
  type Doc,
  encode,
  encodeStored,
  isDoc,
  isNumeric,
  toNumber,
  type Value,
} from "./bson.ts";
import { CommandError } from "./errors.ts";
import { joinedKeys, orderOf, type OrderPart } from "./keys.ts";
import { compileMatch, type Matcher } from "./match.ts";
import { at, expand } from "./paths.ts";
import type { Statements } from "./schema.ts";
import { firstNumber, type Row } from "./sqlite.ts";

/** A stored document: its place in insertion order, and its bytes. */
export interface Stored {
  readonly seq: number;
  readonly bytes: Buffer;
}

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly parts: readonly OrderPart[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** A partial index holds only the documents that match. */
  readonly partial: Matcher | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** As `listIndexes` shows it, and whether an array was ever indexed. */
  readonly spec: Doc;
  multikey: boolean;
}

/** The keys of an index from `low` up to but not including `high`. */
export interface Span {
  readonly index: Index;
  readonly low: Buffer;
  readonly high: Buffer;
}

export type Collection = ReturnType<typeof openCollection>;

const FIRST_PAGE = 16;
const LAST_PAGE = 128;

/** `begin` is called before anything is written. */
export function openCollection(
  sql: Statements,
  { id, db, name }: { readonly id: number; readonly db: string; readonly name: string },
  begin: () => void,
) {
  const indexes = sql.indexes
    .all(id)
    .map((row) => makeIndex(Number(row["id"]), decode(blob(row["spec"]))));
  let lastSeq = firstNumber(sql.lastSeq.all(id));

  const scan = () => rowsOf((last, size) => sql.scan.all(id, Number(last?.["seq"] ?? 0), size));

  /** Once an array was indexed, an index no longer gives each document once and in order. */
  function keysOf(index: Index, doc: Doc): Buffer[] {
    const keys = entriesOf(index, doc);
    if (keys.length > 1 && !index.multikey) {
      index.multikey = true;
      index.spec.set("multikey", true);
      sql.setIndex.run(encode(index.spec), index.id);
    }
    return keys;
  }

  function checkUnique(index: Index, keys: readonly Buffer[], seq: number, doc: Doc): void {
    const { unique, parts, spec } = index;
    if (!unique || !keys.some((key) => sql.other.all(index.id, key, seq).length > 0)) return;
    const keyValue: Doc = new Map(
      parts.map(({ name: field, path }): [string, Value] => [field, at(doc, path) ?? null]),
    );
    throw new CommandError(
      11000,
      `E11000 duplicate key error collection: ${db}.${name} index: ${index.name}`,
      { keyPattern: spec.get("key"), keyValue },
    );
  }

  function change(seq: number, before?: Doc, after?: Doc): void {
    const bytes = after && encodeStored(after);
    begin();
    const changes = indexes.map((index) => {
      const old = before ? entriesOf(index, before) : [];
      const now = after ? keysOf(index, after) : [];
      const added = without(now, old);
      if (after) checkUnique(index, added, seq, after);
      return { index, gone: without(old, now), added };
    });
    if (bytes) sql.put.run(id, seq, bytes);
    else sql.remove.run(id, seq);
    for (const { index, gone, added } of changes) {
      for (const key of gone) sql.dropEntry.run(index.id, key, seq);
      for (const key of added) sql.addEntry.run(index.id, key, seq);
    }
  }

  function eraseIndex({ id: index }: Index): void {
    sql.dropEntries.run(index);
    sql.dropIndex.run(index);
  }

  return {
    db,
    name,
    /** The first is the one on `_id`. */
    indexes: indexes as readonly Index[],
    /** All documents in the order they came. */
    scan,
    /** The documents of a span of an index; of several keys one comes several times. */
    range: ({ index, low, high }: Span) =>
      rowsOf((last, size) => {
        const [key, seq] = last ? [blob(last["k"]), Number(last["seq"])] : [low, -1];
        return sql.range.all(id, index.id, key, seq, high, size);
      }),
    /** How many entries a span has, counting no further than `limit`; -1 is no limit. */
    count: ({ index, low, high }: Span, limit: number): number =>
      firstNumber(sql.count.all(index.id, low, high, limit)),
    insert(doc: Doc): void {
      change(lastSeq + 1, undefined, doc);
      lastSeq++;
    },
    /** Replaces or removes a document, here and in every index; throws 11000 before it writes. */
    change: (seq: number, before: Doc, after?: Doc): void => {
      change(seq, before, after);
    },
    /** All of them or, where the documents do not allow one, none. */
    addIndexes(specs: readonly Doc[]): void {
      const known = indexes.length;
      begin();
      try {
        for (const spec of specs) {
          const index = makeIndex(firstNumber(sql.addIndex.all(id, encode(spec))), spec);
          indexes.push(index);
          for (const { seq, bytes } of scan()) {
            const doc = decode(bytes);
            const keys = keysOf(index, doc);
            checkUnique(index, keys, seq, doc);
            for (const key of keys) sql.addEntry.run(index.id, key, seq);
          }
        }
      } catch (error) {
        if (error instanceof CommandError) indexes.splice(known).forEach(eraseIndex);
        throw error;
      }
    },
    erase(): void {
      begin();
      indexes.forEach(eraseIndex);
      sql.dropDocs.run(id);
      sql.dropCollection.run(id);
    },
  };
}

function makeIndex(id: number, spec: Doc): Index {
  const [name, key] = [spec.get("name"), spec.get("key")];
  const filter = spec.get("partialFilterExpression");
  const ttl = spec.get("expireAfterSeconds");
  return {
    id,
    name: typeof name === "string" ? name : "",
    parts: isDoc(key) ? orderOf(key) : [],
    unique: spec.get("unique") === true || name === "_id_",
    sparse: spec.get("sparse") === true,
    partial: isDoc(filter) ? compileMatch(filter) : undefined,
    expireAfterSeconds: isNumeric(ttl) ? toNumber(ttl) : undefined,
    spec,
    multikey: spec.get("multikey") === true,
  };
}

/** Several where a field is an array; none where the index leaves the document out. */
export function entriesOf({ parts, partial, sparse }: Index, doc: Doc): Buffer[] {
  if (partial !== undefined && !partial(doc)) return [];
  const values = parts.map(({ path }) => expand(doc, path));
  if (sparse && values.flat().every((value) => value === undefined)) return [];
  return joinedKeys(values, parts);
}

/** Pages of rows, each asked for with the last one before it, so that none is held open. */
function* rowsOf(page: (last: Row | undefined, size: number) => Row[]): Generator<Stored> {
  let last: Row | undefined;
  for (let size = FIRST_PAGE; ; size = Math.min(size * 4, LAST_PAGE)) {
    const rows = page(last, size);
    for (const row of rows) yield { seq: Number(row["seq"]), bytes: blob(row["v"]) };
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}

const without = (keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] =>
  keys.filter((key) => !others.some((other) => other.equals(key)));

const blob = (value: unknown): Buffer => {
  if (value instanceof Uint8Array) return asBuffer(value);
  throw new Error("The database file is damaged: a stored value is not binary.");
};
