/** What a test asks of SQLite in a process of its own: `sqlite-process.ts LIBRARY TASK FILE`. */
import fs from "node:fs";
import path from "node:path";
import {
  firstNumber,
  openSqlite,
  type Sqlite,
  type SqliteName,
} from "../../../../db/embedded/sqlite.ts";

const [library, task, file] = process.argv.slice(2) as [SqliteName, string, string];
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const wordsOf = (work: () => unknown): string => {
  try {
    work();
    return "done";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
const wal = (): Sqlite => {
  const sqlite = openSqlite(file, library);
  sqlite.exec("PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, v)");
  return sqlite;
};

const TASKS: Readonly<Record<string, () => void>> = {
  /** Leaves a committed row in the log and another uncommitted, and waits to be killed. */
  hold() {
    const sqlite = wal();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?)");
    put.run(1, "committed");
    sqlite.exec("BEGIN");
    put.run(2, "x".repeat(5_000_000));
    say("held");
    // What nobody refers to any more is closed.
    setInterval(() => sqlite, 1000);
  },
  /** Under a limit for the size of files, which every further write meets. */
  fail() {
    const sqlite = wal();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?)");
    const count = sqlite.prepare("SELECT count(*) FROM t");
    put.run(1, "committed");
    sqlite.exec("PRAGMA cache_size=10; BEGIN");
    put.run(2, "in the transaction");
    const failed = wordsOf(() => {
      for (let id = 3; id < 1000; id++) put.run(id, "x".repeat(10_000));
    });
    const undone = wordsOf(() => {
      sqlite.rollback();
    });
    const again = wordsOf(() => put.run(2, "after it"));
    say({ failed, undone, again, count: firstNumber(count.all()) });
    sqlite.close();
  },
  /** As a user who may not write the folder. */
  refused() {
    fs.chmodSync(path.dirname(file), 0o555);
    if (process.getuid?.() === 0) {
      process.setgid?.(65_534);
      process.setuid?.(65_534);
    }
    say(wordsOf(() => openSqlite(file, library)));
  },
  open() {
    say(
      wordsOf(() => {
        openSqlite(file, library).close();
      }),
    );
  },
};

TASKS[task]?.();
