/**
 * The collections in one SQLite file. Changes gather in one transaction until `commit` appends them
 * to the log, and `flush` brings that to the disk.
 */
import fs from "node:fs";
import path from "node:path";
import { docOf } from "./bson.ts";
import { setChecksum, takeChecksum } from "./checksum.ts";
import { type Collection, openCollection } from "./collection.ts";
import { CommandError, isDiskFull } from "./errors.ts";
import { SCHEMA, SCHEMA_VERSION, statements } from "./schema.ts";
import { firstNumber, openSqlite, type Sqlite, type SqliteName } from "./sqlite.ts";

export type Store = ReturnType<typeof openStore>;

/**
 * Opens or creates the file. Throws when it is damaged, was written by a newer version or is open
 * already.
 */
export function openStore(file: string, library?: SqliteName) {
  const sqlite = openChecked(file, library);
  const log = openLog(file);
  const sql = statements(sqlite.prepare.bind(sqlite));
  const collections = new Map<string, Collection>();
  const places = [file, `${file}-wal`].map((path) => ({ path, ino: fs.statSync(path).ino }));
  let isOpen = false;
  let isBehind = false;

  /** The system lets us write on to a file that was removed or moved away; nobody would find it again. */
  const isGone = (): boolean =>
    process.platform !== "win32" &&
    places.some(({ path, ino }) => fs.statSync(path, { throwIfNoEntry: false })?.ino !== ino);

  function begin(): void {
    if (!isOpen) sql.begin.run();
    isOpen = true;
  }

  function open(id: number, db: string, name: string): Collection {
    const collection = openCollection(sql, { id, db, name }, begin);
    collections.set(`${db}.${name}`, collection);
    return collection;
  }

  function load(): void {
    collections.clear();
    for (const row of sql.collections.all())
      open(Number(row["id"]), String(row["db"]), String(row["name"]));
  }

  function create(db: string, name: string): Collection {
    if (name === "" || /[$\0]/.test(name) || db === "" || /[/\\. "$\0]/.test(db))
      throw new CommandError(73, `Invalid namespace specified '${db}.${name}'`);
    begin();
    const collection = open(firstNumber(sql.addCollection.all(db, name)), db, name);
    collection.addIndexes([docOf({ v: 2, key: docOf({ _id: 1 }), name: "_id_" })]);
    return collection;
  }

  /** @returns whether there was anything to commit. */
  function commit(): boolean {
    if (!isOpen) return false;
    if (isGone()) throw gone(file);
    sql.commit.run();
    isOpen = false;
    isBehind = true;
    return true;
  }

  load();
  return {
    sqlite,
    collections: collections as ReadonlyMap<string, Collection>,
    find: (db: string, name: string) => collections.get(`${db}.${name}`),
    findOrCreate: (db: string, name: string) =>
      collections.get(`${db}.${name}`) ?? create(db, name),
    drop(collection: Collection): void {
      collection.erase();
      collections.delete(`${collection.db}.${collection.name}`);
    },
    commit,
    /** Returns when everything committed so far is on disk. */
    flush(): void {
      if (isBehind) fs.fdatasyncSync(log);
      isBehind = false;
    },
    /** Whether a write failed for want of room. */
    isFull: (error: unknown): boolean => isDiskFull(error, path.dirname(file)),
    /** @throws CommandError when the file is no longer in its place. */
    checkPlace(): void {
      if (isGone()) throw gone(file);
    },
    /** Forgets everything since the last commit, in the file and in memory. */
    rollback(): void {
      if (isOpen) sqlite.rollback();
      isOpen = false;
      load();
    },
    /** A whole, consistent copy as it was at the last commit; throws when the file exists. */
    backup(target: string): void {
      commit();
      sqlite.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
      fs.chmodSync(target, OWNER_ONLY);
    },
    close(): void {
      const isThere = !isGone();
      fs.closeSync(log);
      sqlite.close();
      if (isThere) setChecksum(file);
    },
  };
}

/** Its log and whatever else SQLite puts beside it get the same. */
const OWNER_ONLY = 0o600;

const gone = (file: string): CommandError =>
  new CommandError(
    14032,
    `The database's folder ${path.dirname(file)} was removed or moved: nothing of this command was written. Put it back, or stop the bot and restore a backup.`,
  );

function openChecked(file: string, library: SqliteName | undefined): Sqlite {
  fs.closeSync(fs.openSync(file, "a", OWNER_ONLY));
  const sealed = takeChecksum(file);
  const sqlite = openSqlite(file, library);
  try {
    check(sqlite, sealed);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

function check(sqlite: Sqlite, sealed: boolean): void {
  const version = firstNumber(sqlite.prepare("PRAGMA user_version").all());
  if (version > SCHEMA_VERSION)
    throw new Error(
      `The database was written by a newer version of Liaison (schema ${version}, known is ${SCHEMA_VERSION}). Update Liaison, or use another folder.`,
    );
  // After a crash there is no checksum to go by, and SQLite's own structure is looked through.
  const [found] = version > 0 && !sealed ? sqlite.prepare("PRAGMA quick_check(1)").all() : [];
  if (found !== undefined && Object.values(found)[0] !== "ok")
    throw new Error("the file is damaged. Put a backup in its place.");
  sqlite.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000");
  if (version === 0) sqlite.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`);
}

/** SQLite's log, which is there from the first commit on; the folder's entry for it is on disk too. */
function openLog(file: string): number {
  const log = fs.openSync(`${file}-wal`, "a", OWNER_ONLY);
  if (process.platform !== "win32") {
    const folder = fs.openSync(path.dirname(file), "r");
    fs.fsyncSync(folder);
    fs.closeSync(folder);
  }
  return log;
}
