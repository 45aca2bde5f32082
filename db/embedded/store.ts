/**
 * Collections, documents and index entries in one SQLite file. Changes gather in one transaction
 * until `commit` appends them to the log, and `flush` brings that to the disk.
 */
import fs from "node:fs";
import path from "node:path";
import { asBuffer, type Doc, decode, docOf, encode, encodeStored, type Value } from "./bson.ts";
import { setChecksum, takeChecksum } from "./checksum.ts";
import { CommandError } from "./errors.ts";
import { entriesOf, type Index, makeIndex } from "./index-entries.ts";
import { at } from "./paths.ts";
import { SCHEMA, SCHEMA_VERSION, statements } from "./schema.ts";
import { openSqlite, type Row, type Sqlite } from "./sqlite.ts";

export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  /** The first is the one on `_id`. */
  readonly indexes: Index[];
  lastSeq: number;
}

/** A stored document: its place in insertion order, and its bytes. */
export interface Stored {
  readonly seq: number;
  readonly bytes: Buffer;
}

/** The keys of an index from `low` up to but not including `high`. */
export interface Span {
  readonly index: Index;
  readonly low: Buffer;
  readonly high: Buffer;
  readonly backwards?: boolean;
}

export type Store = ReturnType<typeof openStore>;

const FIRST_PAGE = 16;
const LAST_PAGE = 128;
const WORTH_MOVING = 100;

/** Opens or creates the file. Throws when it is damaged or was written by a newer version. */
export function openStore(file: string) {
  const sqlite = openChecked(file);
  const log = openLog(file);
  const sql = statements(sqlite.prepare.bind(sqlite));
  const collections = new Map<string, Collection>();
  let lastId = 0;
  let open = false;
  let isBehind = false;
  let commits = 0;

  function load(): void {
    collections.clear();
    lastId = firstNumber(sql.lastId.all());
    for (const row of sql.collections.all()) {
      const [id, db, name] = [Number(row["id"]), String(row["db"]), String(row["name"])];
      const indexes = sql.indexes
        .all(id)
        .map((index) => makeIndex(Number(index["id"]), decode(blob(index["spec"]))));
      const lastSeq = firstNumber(sql.lastSeq.all(id));
      collections.set(`${db}.${name}`, { id, db, name, indexes, lastSeq });
    }
  }

  function begin(): void {
    if (!open) sql.begin.run();
    open = true;
  }

  function create(db: string, name: string): Collection {
    if (name === "" || /[$\0]/.test(name) || db === "" || /[/\\. "$\0]/.test(db))
      throw new CommandError(73, `Invalid namespace specified '${db}.${name}'`);
    begin();
    const collection: Collection = { id: ++lastId, db, name, indexes: [], lastSeq: 0 };
    sql.addCollection.run(collection.id, db, name);
    addIndex(collection, docOf({ v: 2, key: docOf({ _id: 1 }), name: "_id_" }));
    collections.set(`${db}.${name}`, collection);
    return collection;
  }

  function addIndex(collection: Collection, spec: Doc): Index {
    begin();
    const index = makeIndex(++lastId, spec);
    sql.addIndex.run(index.id, collection.id, encode(spec));
    try {
      for (const { seq, bytes } of scan(collection)) {
        const doc = decode(bytes);
        const keys = keysOf(index, doc);
        checkUnique(collection, index, keys, seq, doc);
        for (const key of keys) sql.addEntry.run(index.id, key, seq);
      }
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

  function checkUnique(
    collection: Collection,
    index: Index,
    keys: readonly Buffer[],
    seq: number,
    doc: Doc,
  ): void {
    if (index.unique && keys.some((key) => sql.other.all(index.id, key, seq).length > 0))
      throw duplicate(collection, index, doc);
  }

  /** Replaces, adds or removes a document, here and in every index; throws 11000 before it writes. */
  function change(collection: Collection, seq: number, before?: Doc, after?: Doc): void {
    const bytes = after && encodeStored(after);
    begin();
    const changes = collection.indexes.map((index) => {
      const old = before ? entriesOf(index, before) : [];
      const now = after ? keysOf(index, after) : [];
      const added = without(now, old);
      if (after) checkUnique(collection, index, added, seq, after);
      return { index, gone: without(old, now), added };
    });
    if (bytes) sql.put.run(collection.id, seq, bytes);
    else sql.remove.run(collection.id, seq);
    for (const { index, gone, added } of changes) {
      for (const key of gone) sql.dropEntry.run(index.id, key, seq);
      for (const key of added) sql.addEntry.run(index.id, key, seq);
    }
  }

  /** All documents in the order they came. */
  const scan = (collection: Collection) =>
    rowsOf((last, size) => sql.scan.all(collection.id, Number(last?.["seq"] ?? 0), size));

  /** The documents of a span of an index; of several keys one comes several times. */
  function range(collection: Collection, { index, low, high, backwards }: Span) {
    const [statement, from, to] = backwards ? [sql.down, high, low] : [sql.up, low, high];
    return rowsOf((last, size) => {
      const [key, seq] = last ? [blob(last["k"]), Number(last["seq"])] : [from, -1];
      return statement.all(collection.id, index.id, key, seq, to, size);
    });
  }

  load();
  return {
    sqlite,
    collections,
    find: (db: string, name: string) => collections.get(`${db}.${name}`),
    findOrCreate: (db: string, name: string) =>
      collections.get(`${db}.${name}`) ?? create(db, name),
    scan,
    range,
    /** How many entries a span has, counting no further than `limit`; -1 is no limit. */
    count: ({ index, low, high }: Omit<Span, "backwards">, limit: number): number =>
      firstNumber(sql.count.all(index.id, low, high, limit)),
    insert: (collection: Collection, doc: Doc): void => {
      change(collection, collection.lastSeq + 1, undefined, doc);
      collection.lastSeq++;
    },
    change,
    addIndex,
    /** Takes back an index that was just added. */
    dropIndex(collection: Collection, index: Index): void {
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
    commit,
    /** Returns when everything committed so far is on disk. */
    flush(): void {
      if (isBehind) fs.fdatasyncSync(log);
      isBehind = false;
    },
    /** Moves what the log gathered into the file; SQLite itself does it at 32 MB, amid the writes. */
    checkpoint(): void {
      if (commits < WORTH_MOVING) return;
      sqlite.exec("PRAGMA wal_checkpoint(PASSIVE)");
      commits = 0;
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
      commit();
      sqlite.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
    },
    close(): void {
      fs.closeSync(log);
      sqlite.close();
      setChecksum(file);
    },
  };

  /** @returns whether there was anything to commit. */
  function commit(): boolean {
    if (!open) return false;
    sql.commit.run();
    open = false;
    isBehind = true;
    commits++;
    return true;
  }
}

function openChecked(file: string): Sqlite {
  const sealed = takeChecksum(file);
  const sqlite = openSqlite(file);
  const version = firstNumber(sqlite.prepare("PRAGMA user_version").all());
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
  sqlite.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000");
  sqlite.exec("PRAGMA wal_autocheckpoint=8000");
  if (version === 0) sqlite.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`);
  return sqlite;
}

/** SQLite's log, which is there from the first commit on; the folder's entry for it is on disk too. */
function openLog(file: string): number {
  const log = fs.openSync(`${file}-wal`, "a");
  if (process.platform !== "win32") {
    const folder = fs.openSync(path.dirname(file), "r");
    fs.fsyncSync(folder);
    fs.closeSync(folder);
  }
  return log;
}

const firstNumber = ([row]: readonly Row[]): number => Number(Object.values(row ?? {})[0] ?? 0);

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

function duplicate({ db, name }: Collection, { parts, spec, ...index }: Index, doc: Doc) {
  const keyValue: Doc = new Map(
    parts.map(({ path }): [string, Value] => [path.join("."), at(doc, path) ?? null]),
  );
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${db}.${name} index: ${index.name}`,
    { keyPattern: spec.get("key"), keyValue },
  );
}
