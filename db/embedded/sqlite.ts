/** The one place that knows which SQLite runs below: Node's own where it exists, else the WASM build. */
import fs from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import type { SQLiteValue } from "node-sqlite3-wasm";

export type Row = Readonly<Record<string, SQLiteValue>>;
type Parameter = number | string | Uint8Array;

export interface Statement {
  run(...values: Parameter[]): unknown;
  all(...values: Parameter[]): Row[];
}

export interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** The first column of the first row; 0 where there is none. */
export const firstNumber = ([row]: readonly Row[]): number =>
  Number(Object.values(row ?? {})[0] ?? 0);

const require = createRequire(import.meta.url);

/** The caller owns the file alone, which is why a lock left by a killed process may be removed. */
export function openSqlite(file: string): Sqlite {
  const db = isBuiltin("node:sqlite") ? openNode(file) : openWasm(file);
  db.exec("PRAGMA locking_mode=EXCLUSIVE");
  return db;
}

function openNode(file: string): Sqlite {
  // Its types are not those of every Node supported.
  const node = require("node:sqlite") as { DatabaseSync: new (file: string) => Sqlite };
  return new node.DatabaseSync(file);
}

function openWasm(file: string): Sqlite {
  const { Database } = require("node-sqlite3-wasm") as typeof import("node-sqlite3-wasm");
  fs.rmSync(`${file}.lock`, { recursive: true, force: true });
  const db = new Database(file);
  const statements: { finalize(): void }[] = [];
  return {
    exec: (sql) => {
      db.exec(sql);
    },
    prepare(sql) {
      const statement = db.prepare(sql);
      statements.push(statement);
      const all = (...values: Parameter[]) => {
        try {
          return statement.all(values) as Row[];
        } catch (error) {
          clearFailure(statement);
          throw error;
        }
      };
      return { run: all, all };
    },
    close() {
      for (const statement of statements) statement.finalize();
      db.close();
    },
  };
}

/** A statement that failed refuses its next use, once; that use is made here, where it does nothing. */
function clearFailure(statement: { all(values: []): unknown }): void {
  try {
    statement.all([]);
  } catch {
    // Expected: it reports the same failure again.
  }
}
