/**
 * Collections, documents and index entries in one SQLite file. Changes gather in one transaction
 * until `commit`, after which they are on disk; the caller answers nobody before that.
 */
import { type Doc, decode, docOf, encode, isDoc, MAX_DOCUMENT_BYTES, type Value } from "./bson.ts";
import { setChecksum, takeChecksum } from "./checksum.ts";
import { CommandError } from "./errors.ts";
import { entriesOf, type Index, makeIndex } from "./index-entries.ts";
import { SCHEMA, SCHEMA_VERSION, statements } from "./schema.ts";
import { openSqlite, type Row } from "./sqlite.ts";

export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  /** The first is the one on `_id`. */
  readonly indexes: Index[];
  count: number;
}

/** A stored document: its place in insertion order, and its bytes. */
export interface Stored {
  readonly seq: number;
  readonly bytes: Buffer;
}

export type Store = ReturnType<typeof openStore>;

/** Opens or creates the file. Throws when it is damaged or was written by a newer version. */
export function openStore(file: string) {
  const sealed = takeChecksum(file);
  const sqlite = openSqlite(file);
  const number = (row: Row | undefined): number => Number(Object.values(row ?? {})[0] ?? 0);
  const version = number(sqlite.prepare("PRAGMA user_version").all()[0]);
  if (version > SCHEMA_VERSION) {
    sqlite.close();
    throw new Error(
      `The database was written by a newer version of Liaison (schema ${version}, known is ${SCHEMA_VERSION}). Update Liaison, or use another folder.`,
    );
  }
  // After a crash there is no checksum to go by, and SQLite's own structure is looked through.
  const [found] = version > 0 && !sealed ? sqlite.prepare("PRAGMA quick_check(1)").all() : [];
  if (found !== undefined && Object.values(found)[0] !== "ok")
    throw new Error("the file is damaged. Put a backup in its place.");
  sqlite.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000");
  if (version === 0) sqlite.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`);
  const sql = statements(sqlite.prepare.bind(sqlite));
  const collections = new Map<string, Collection>();
  let lastSeq = 0;
  let lastId = 0;
  let open = false;

  function load(): void {
    collections.clear();
    lastSeq = number(sql.lastSeq.all()[0]);
    lastId = number(sql.lastId.all()[0]);
    for (const row of sql.collections.all()) {
      const indexes = sql.indexes
        .all(Number(row["id"]))
        .map((r) => makeIndex(Number(r["id"]), decode(blob(r["spec"]))));
      const [first] = indexes;
      const count = first === undefined ? 0 : number(sql.count.all(first.id)[0]);
      const known = { id: Number(row["id"]), db: String(row["db"]), name: String(row["name"]) };
      collections.set(`${known.db}.${known.name}`, { ...known, indexes, count });
    }
  }

  function begin(): void {
    if (!open) sql.begin.run();
    open = true;
  }

  function addIndex(collection: Collection, spec: Doc): Index {
    begin();
    const index = makeIndex(++lastId, spec);
    sql.addIndex.run(index.id, collection.id, encode(spec));
    try {
      for (const { seq, bytes } of scan(collection))
        writeEntries(collection, index, seq, decode(bytes));
    } catch (error) {
      if (error instanceof CommandError) eraseIndex(index);
      throw error;
    }
    collection.indexes.push(index);
    return index;
  }

  function eraseIndex(index: Index): void {
    sql.dropEntries.run(index.id);
    sql.dropIndex.run(index.id);
  }

  function create(db: string, name: string): Collection {
    if (name === "" || /[$\0]/.test(name) || db === "" || /[/\\. "$\0]/.test(db))
      throw new CommandError(73, `Invalid namespace specified '${db}.${name}'`);
    begin();
    const collection: Collection = { id: ++lastId, db, name, indexes: [], count: 0 };
    sql.addCollection.run(collection.id, db, name);
    const key = docOf({ _id: 1 });
    addIndex(
      collection,
      new Map<string, Value>([
        ["v", 2],
        ["key", key],
        ["name", "_id_"],
      ]),
    );
    collections.set(`${db}.${name}`, collection);
    return collection;
  }

  function* scan(collection: Collection): Generator<Stored> {
    for (const row of sql.scan.iterate(collection.id)) yield stored(row);
  }

  /** Throws 11000 before anything is written. */
  function checkUnique(
    collection: Collection,
    index: Index,
    keys: readonly Buffer[],
    seq: number,
    doc: Doc,
  ): void {
    if (!index.unique) return;
    for (const key of keys)
      if (sql.other.all(index.id, key, seq).length > 0) throw duplicate(collection, index, doc);
  }

  function writeEntries(collection: Collection, index: Index, seq: number, doc: Doc): void {
    const keys = keysOf(index, doc);
    checkUnique(collection, index, keys, seq, doc);
    for (const key of keys) sql.addEntry.run(index.id, key, seq);
  }

  /** Once an array was indexed, an index no longer gives each document once and in order. */
  function keysOf(index: Index, doc: Doc): Buffer[] {
    const keys = entriesOf(index, doc);
    if (keys.length > 1 && !index.multikey) {
      index.multikey = true;
      index.spec.set("multikey", true);
      begin();
      sql.setIndex.run(encode(index.spec), index.id);
    }
    return keys;
  }

  function insert(collection: Collection, doc: Doc): void {
    const bytes = checkedBytes(doc);
    begin();
    const seq = lastSeq + 1;
    const entries = collection.indexes.map((index) => ({ index, keys: keysOf(index, doc) }));
    for (const { index, keys } of entries) checkUnique(collection, index, keys, seq, doc);
    sql.put.run(collection.id, seq, bytes);
    for (const { index, keys } of entries)
      for (const key of keys) sql.addEntry.run(index.id, key, seq);
    lastSeq = seq;
    collection.count++;
  }

  function replace(collection: Collection, seq: number, before: Doc, doc: Doc): void {
    const bytes = checkedBytes(doc);
    begin();
    const entries = collection.indexes.map((index) => {
      const [old, now] = [entriesOf(index, before), keysOf(index, doc)];
      const gone = old.filter((key) => !now.some((k) => k.equals(key)));
      const added = now.filter((key) => !old.some((k) => k.equals(key)));
      checkUnique(collection, index, added, seq, doc);
      return { index, gone, added };
    });
    sql.put.run(collection.id, seq, bytes);
    for (const { index, gone, added } of entries) {
      for (const key of gone) sql.dropEntry.run(index.id, key, seq);
      for (const key of added) sql.addEntry.run(index.id, key, seq);
    }
  }

  function remove(collection: Collection, seq: number, doc: Doc): void {
    begin();
    for (const index of collection.indexes)
      for (const key of entriesOf(index, doc)) sql.dropEntry.run(index.id, key, seq);
    sql.remove.run(collection.id, seq);
    collection.count--;
  }

  load();
  return {
    sqlite,
    collections,
    find: (db: string, name: string) => collections.get(`${db}.${name}`),
    findOrCreate: (db: string, name: string) =>
      collections.get(`${db}.${name}`) ?? create(db, name),
    scan,
    get: (collection: Collection, seq: number): Stored | undefined =>
      sql.get.all(collection.id, seq).map(stored)[0],
    /** The documents' numbers under an index from `low` up to but not including `high`. */
    *range(index: Index, low: Buffer, high: Buffer, backwards: boolean): Generator<number> {
      const statement = backwards ? sql.rangeDown : sql.rangeUp;
      for (const row of statement.iterate(index.id, low, high)) yield Number(row["seq"]);
    },
    /** How many entries lie in a range, counting no further than `limit`. */
    countRange: (index: Index, low: Buffer, high: Buffer, limit: number): number =>
      number(sql.countRange.all(index.id, low, high, limit)[0]),
    hasEntry: (index: Index, key: Buffer, seq: number): boolean =>
      sql.entry.all(index.id, key, seq).length > 0,
    /** Whether two documents share a key. */
    hasDoubles: (index: Index): boolean => sql.doubles.all(index.id).length > 0,
    insert,
    replace,
    remove,
    addIndex,
    dropIndex(collection: Collection, index: Index): void {
      begin();
      eraseIndex(index);
      collection.indexes.splice(collection.indexes.indexOf(index), 1);
    },
    drop(collection: Collection): void {
      begin();
      for (const index of collection.indexes) eraseIndex(index);
      sql.dropDocs.run(collection.id);
      sql.dropCollection.run(collection.id);
      collections.delete(`${collection.db}.${collection.name}`);
    },
    commit(): void {
      if (open) sql.commit.run();
      open = false;
    },
    /** Forgets everything since the last commit, in the file and in memory. */
    rollback(): void {
      try {
        if (open) sql.rollback.run();
      } catch {
        // SQLite has already rolled back where the disk was full.
      }
      open = false;
      load();
    },
    /** A whole, consistent copy as it was at the last commit; throws when the file exists. */
    backup(target: string): void {
      if (open) sql.commit.run();
      open = false;
      sqlite.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
    },
    close(): void {
      sqlite.close();
      setChecksum(file);
    },
  };
}

const blob = (value: unknown): Buffer => {
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new Error("The database file is damaged: a stored value is not binary.");
};
const stored = (row: Row): Stored => ({ seq: Number(row["seq"]), bytes: blob(row["v"]) });

function checkedBytes(doc: Doc): Buffer {
  const bytes = encode(doc);
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError(
      10334,
      `BSONObj size ${bytes.length} is invalid. Size must be between 0 and 16 MB.`,
    );
  if (Array.isArray(doc.get("_id")))
    throw new CommandError(53, "The '_id' value cannot be of type array");
  return bytes;
}

function duplicate(collection: Collection, index: Index, doc: Doc): CommandError {
  const keyValue: Doc = new Map(
    index.parts.map(({ path }): [string, Value] => {
      const value = path.reduce<Value | undefined>(
        (v, part) => (isDoc(v) ? v.get(part) : undefined),
        doc,
      );
      return [path.join("."), value ?? null];
    }),
  );
  const keyPattern = index.spec.get("key");
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name}`,
    { keyPattern, keyValue },
  );
}
