/** The one place that knows which SQLite runs below: Node's own where it exists, else the WASM build. */
import fs from "node:fs";
import { createRequire } from "node:module";
import type { SQLiteValue } from "node-sqlite3-wasm";
import { codeOf } from "./owner.ts";

export type Row = Readonly<Record<string, SQLiteValue>>;
type Parameter = number | string | Uint8Array;

export interface Statement {
  run(...values: Parameter[]): void;
  all(...values: Parameter[]): Row[];
  /** Ends the statement when the loop is left early. */
  iterate(...values: Parameter[]): Iterable<Row>;
}

export interface Sqlite {
  readonly engine: "node" | "wasm";
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface VendorStatement {
  run(values: Parameter[]): unknown;
  all(values: (Parameter | null)[]): Row[];
  iterate(values: Parameter[]): IterableIterator<Row>;
  finalize(): void;
}
interface Vendor {
  readonly engine: Sqlite["engine"];
  exec(sql: string): void;
  prepare(sql: string): VendorStatement;
  close(): void;
}

/** The part of `node:sqlite` that is used; its types are not those of every Node supported. */
interface NodeStatement {
  run(...values: Parameter[]): unknown;
  all(...values: (Parameter | null)[]): Row[];
  iterate(...values: Parameter[]): IterableIterator<Row>;
}
interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}

const require = createRequire(import.meta.url);

function openVendor(file: string): Vendor {
  try {
    const { DatabaseSync } = require("node:sqlite") as {
      DatabaseSync: new (file: string) => NodeDatabase;
    };
    return overNode(new DatabaseSync(file));
  } catch (error) {
    if (codeOf(error) !== "ERR_UNKNOWN_BUILTIN_MODULE" && codeOf(error) !== "MODULE_NOT_FOUND")
      throw error;
  }
  const { Database } = require("node-sqlite3-wasm") as {
    Database: new (file: string) => Omit<Vendor, "engine">;
  };
  fs.rmSync(`${file}.lock`, { recursive: true, force: true });
  const db = new Database(file);
  return {
    engine: "wasm",
    exec: db.exec.bind(db),
    prepare: (sql) => recovering(db.prepare(sql)),
    close: db.close.bind(db),
  };
}

/** A statement that failed refuses its next use, once; that use is made here, where it does nothing. */
function recovering(statement: VendorStatement): VendorStatement {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      try {
        statement.all([]);
      } catch {
        // Expected: it reports the same failure again.
      }
      throw error;
    }
  };
  return {
    run: (values) => attempt(() => statement.run(values)),
    all: (values) => attempt(() => statement.all(values)),
    iterate: (values) => statement.iterate(values),
    finalize: () => {
      statement.finalize();
    },
  };
}

function overNode(db: NodeDatabase): Vendor {
  return {
    engine: "node",
    exec: (sql) => {
      db.exec(sql);
    },
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return {
        run: (values) => statement.run(...values),
        all: (values) => statement.all(...values),
        iterate: (values) => statement.iterate(...values),
        finalize: () => undefined,
      };
    },
    close: () => {
      db.close();
    },
  };
}

/** The caller owns the file alone, which is why a lock left by a killed process may be removed. */
export function openSqlite(file: string): Sqlite {
  const db = openVendor(file);
  const statements: VendorStatement[] = [];
  db.exec("PRAGMA locking_mode=EXCLUSIVE");
  return {
    engine: db.engine,
    exec: (sql) => {
      db.exec(sql);
    },
    prepare: (sql) => {
      const statement = db.prepare(sql);
      statements.push(statement);
      return {
        run: (...values) => {
          statement.run(values);
        },
        all: (...values) => statement.all(values),
        *iterate(...values) {
          let finished = false;
          try {
            yield* statement.iterate(values);
            finished = true;
          } finally {
            // Bound to null the comparisons find nothing, which ends the statement.
            if (!finished) statement.all(values.map(() => null));
          }
        },
      };
    },
    close: () => {
      for (const statement of statements) statement.finalize();
      db.close();
    },
  };
}
