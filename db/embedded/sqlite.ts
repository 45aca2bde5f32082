/** The one place that knows which SQLite runs below: Node's own where it exists, else the WASM build. */
import fs from "node:fs";
import { createRequire } from "node:module";
import type { BindValues, SQLiteValue } from "node-sqlite3-wasm";

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

interface Vendor {
  exec(sql: string): void;
  prepare(sql: string): VendorStatement;
  close(): void;
}
interface VendorStatement {
  run(values: BindValues): unknown;
  all(values: BindValues): Row[];
  iterate(values: BindValues): IterableIterator<Row>;
  finalize(): void;
}

const require = createRequire(import.meta.url);

/** The caller owns the file alone, which is why a lock left by a killed process may be removed. */
export function openSqlite(file: string): Sqlite {
  fs.rmSync(`${file}.lock`, { recursive: true, force: true });
  const { Database } = require("node-sqlite3-wasm") as {
    Database: new (file: string) => Vendor;
  };
  const db = new Database(file);
  const statements: VendorStatement[] = [];
  db.exec("PRAGMA locking_mode=EXCLUSIVE");
  return {
    engine: "wasm",
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
