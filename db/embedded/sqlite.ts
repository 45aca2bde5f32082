/**
 * The one place that knows which SQLite runs below: Node's own where it has a settled one, else the
 * WebAssembly build. Both keep one contract (test/db/embedded/sqlite.test.ts).
 */
import fs from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import path from "node:path";

export type SqliteName = "node:sqlite" | "node-sqlite3-wasm";

/** Until this release Node warns that its own is an experiment. */
const SETTLED = [24, 15] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isSettled = major > SETTLED[0] || (major === SETTLED[0] && minor >= SETTLED[1]);

/** What can be opened on this Node; the first is what is opened unless told otherwise. */
export const SQLITES: readonly [SqliteName, ...SqliteName[]] = !isBuiltin("node:sqlite")
  ? ["node-sqlite3-wasm"]
  : isSettled
    ? ["node:sqlite", "node-sqlite3-wasm"]
    : ["node-sqlite3-wasm", "node:sqlite"];

export type Row = Readonly<Record<string, number | bigint | string | Uint8Array | null>>;
type Parameter = number | string | Uint8Array;

/** May be run again after it failed. */
export interface Statement {
  run(...values: Parameter[]): unknown;
  all(...values: Parameter[]): Row[];
}

/** What fails throws SqliteError. */
export interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** Undoes the open transaction; where SQLite has done so by itself, as on a full disk, nothing. */
  rollback(): void;
  close(): void;
}

/** SQLite's own words, the same whichever it is. */
export class SqliteError extends Error {
  override readonly name = "SqliteError";
}

/** The first column of the first row; 0 where there is none. */
export const firstNumber = ([row]: readonly Row[]): number =>
  Number(Object.values(row ?? {})[0] ?? 0);

const require = createRequire(import.meta.url);

/**
 * Opens or creates the file and locks it until it is closed. Throws what `fs` throws where it cannot
 * be written, and "database is locked" while somebody has it open.
 */
export function openSqlite(file: string, name = SQLITES[0]): Sqlite {
  fs.accessSync(fs.existsSync(file) ? file : path.dirname(file), fs.constants.W_OK);
  const sqlite = name === "node:sqlite" ? openNode(file) : openWasm(file);
  try {
    sqlite.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/** Forgets the lock of a killed process or thread. Only who owns the file's folder may. */
export function unlock(file: string): void {
  fs.rmSync(`${file}.lock`, { recursive: true, force: true });
}

/** As much of a library's database as both have. */
interface Database {
  exec(sql: string): void;
  close(): void;
}

function sqliteOver(db: Database, prepare: (sql: string) => Statement): Sqlite {
  return {
    exec(sql) {
      attempt(() => {
        db.exec(sql);
      });
    },
    prepare: (sql) => attempt(() => prepare(sql)),
    rollback() {
      try {
        db.exec("ROLLBACK");
      } catch (error) {
        if (!wordsOf(error).includes("no transaction is active")) throw failure(error);
      }
    },
    close() {
      attempt(() => {
        db.close();
      });
    },
  };
}

interface NodeStatement {
  run(...values: Parameter[]): unknown;
  all(...values: Parameter[]): Row[];
}
interface NodeDatabase extends Database {
  prepare(sql: string): NodeStatement;
}

function openNode(file: string): Sqlite {
  // Its types are not those of every Node supported.
  const node = require("node:sqlite") as { DatabaseSync: new (file: string) => NodeDatabase };
  const db = attempt(() => new node.DatabaseSync(file));
  return sqliteOver(db, (sql) => {
    const statement = db.prepare(sql);
    return {
      run: (...values) => attempt(() => statement.run(...values)),
      all: (...values) => attempt(() => statement.all(...values)),
    };
  });
}

function openWasm(file: string): Sqlite {
  const { Database } = require("node-sqlite3-wasm") as typeof import("node-sqlite3-wasm");
  const db = attempt(() => new Database(file));
  const statements: { finalize(): void }[] = [];
  const closing = {
    exec: (sql: string) => {
      db.exec(sql);
    },
    /** Without their end the file stays open. */
    close() {
      for (const statement of statements) statement.finalize();
      db.close();
    },
  };
  return sqliteOver(closing, (sql) => {
    const statement = db.prepare(sql);
    statements.push(statement);
    const all = (...values: Parameter[]) => {
      try {
        return statement.all(values) as Row[];
      } catch (error) {
        clearFailure(statement);
        throw failure(error);
      }
    };
    return { run: all, all };
  });
}

/** A statement that failed refuses its next use, once; that use is made here, where it does nothing. */
function clearFailure(statement: { all(values: []): unknown }): void {
  try {
    statement.all([]);
  } catch {
    // Expected: it reports the same failure again.
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failure(error);
  }
}

const failure = (error: unknown): SqliteError => new SqliteError(wordsOf(error));

/** Not by `instanceof`: a library's errors may be of another realm. */
const wordsOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error);
