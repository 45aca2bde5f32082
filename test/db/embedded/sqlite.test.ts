/** What each SQLite that runs below keeps, whichever of them this Node has. */
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  firstNumber,
  openSqlite,
  type Sqlite,
  SqliteError,
  SQLITES,
  unlock,
} from "../../../db/embedded/sqlite.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

const PROGRAM = fileURLToPath(new URL("./programs/sqlite-process.ts", import.meta.url));
const onWindows = process.platform === "win32";

let dir: string;
let file: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "sqlite-"));
  file = path.join(dir, "rows.db");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  fs.rmSync(dir, { recursive: true, force: true });
});

const problems = (sqlite: Sqlite) => sqlite.prepare("PRAGMA integrity_check").all();
const SOUND = [{ integrity_check: "ok" }];

test("what is opened unless told otherwise is no experiment of this Node: it is opened without a warning", () => {
  const argv = [...TYPESCRIPT, PROGRAM, SQLITES[0], "open", file];

  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });

  expect([stdout, stderr]).toEqual(['"done"\n', ""]);
});

describe.each(SQLITES)("%s", (library) => {
  const opened: Sqlite[] = [];
  afterEach(() => {
    for (const sqlite of opened.splice(0)) sqlite.close();
  });

  /** With a table, and its log as the store has it. */
  function open(): Sqlite {
    const sqlite = openSqlite(file, library);
    opened.push(sqlite);
    sqlite.exec("PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, v)");
    return sqlite;
  }
  const close = (sqlite: Sqlite): void => {
    opened.splice(opened.indexOf(sqlite), 1);
    sqlite.close();
  };
  const argv = (task: string) => [...TYPESCRIPT, PROGRAM, library, task, file];
  /** What the program printed when it was done. */
  const answer = (task: string, limit?: string): unknown => {
    const command = [...(limit ? ["sh", "-c", `${limit}; exec "$0" "$@"`] : []), process.execPath];
    const [first = "", ...rest] = [...command, ...argv(task)];
    return JSON.parse(execFileSync(first, rest, { encoding: "utf8" }));
  };
  /** The program, once it has the file open and is in the middle of a transaction. */
  async function hold(): Promise<ChildProcess> {
    const child = spawn(process.execPath, argv("hold"), { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    await once(child.stdout, "data");
    return child;
  }

  test.each<[string, number | string | Uint8Array]>([
    ["zero", 0],
    ["a negative number", -1],
    ["more than 31 bits", 2 ** 31],
    ["more than 32 bits", -(2 ** 40) - 1],
    ["the largest whole number", Number.MAX_SAFE_INTEGER],
    ["a fraction", 0.1],
    ["no text", ""],
    ["text beyond ASCII", "é 図書館 😀"],
    ["sixteen million letters", "x".repeat(16_000_000)],
    ["no bytes", new Uint8Array(0)],
    ["bytes of a longer buffer", Uint8Array.from([1, 0, 255, 7]).subarray(1, 3)],
    ["forty megabytes", new Uint8Array(40_000_000).fill(7)],
  ])("%s comes back as it was given", (_, value) => {
    const sqlite = open();
    sqlite.prepare("INSERT INTO t VALUES(?,?)").run(1, value);

    const [row] = sqlite.prepare("SELECT v FROM t WHERE id=?").all(1);

    const found = row?.["v"];
    if (typeof value === "object") {
      expect(Buffer.from(found as Uint8Array).equals(value)).toBe(true);
    } else expect(found).toBe(value);
  });

  test("rows are objects by column, nothing is null, and a missing row is no row", () => {
    const sqlite = open();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?) RETURNING id, v IS NULL AS none");

    expect(put.all(4, "x")).toEqual([{ id: 4, none: 0 }]);
    expect(sqlite.prepare("SELECT NULL AS a, 2 AS b").all()).toEqual([{ a: null, b: 2 }]);
    expect(sqlite.prepare("SELECT v FROM t WHERE id=?").all(5)).toEqual([]);
  });

  test("bytes are compared as bytes, and a limit may be a parameter", () => {
    const sqlite = open();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?)");
    const keys = [[255], [0, 1], [0], [127, 255], []];
    for (const [id, key] of keys.entries()) put.run(id, Uint8Array.from(key));

    const above = sqlite.prepare("SELECT id FROM t WHERE v>? ORDER BY v LIMIT ?+0");

    const found = (limit: number) => above.all(Uint8Array.from([0]), limit).map(({ id }) => id);
    expect([found(-1), found(2)]).toEqual([
      [1, 3, 0],
      [1, 3],
    ]);
  });

  test("a statement that failed can be run again at once, in the same transaction", () => {
    const sqlite = open();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?)");
    sqlite.exec("BEGIN IMMEDIATE");
    put.run(1, "first");

    expect(() => put.run(1, "again")).toThrow(new SqliteError("UNIQUE constraint failed: t.id"));
    put.run(2, "second");
    expect(() => put.all(2, "again")).toThrow(SqliteError);
    expect(() => put.all(2, "again")).toThrow(SqliteError);
    put.run(3, "third");
    sqlite.exec("COMMIT");

    expect(firstNumber(sqlite.prepare("SELECT count(*) FROM t").all())).toBe(3);
  });

  test("what is no SQL is told in SQLite's words", () => {
    const sqlite = open();
    const words = new SqliteError('near "nonsense": syntax error');

    expect(() => {
      sqlite.exec("nonsense");
    }).toThrow(words);
    expect(() => sqlite.prepare("nonsense")).toThrow(words);
    expect(() => sqlite.prepare("SELECT * FROM none")).toThrow("no such table: none");
  });

  test("where the disk is full the whole transaction is undone, and the next one is a new one", () => {
    const sqlite = open();
    const [begin, put, commit] = ["BEGIN IMMEDIATE", "INSERT INTO t VALUES(?,?)", "COMMIT"].map(
      (sql) => sqlite.prepare(sql),
    );
    put?.run(1, "before");
    sqlite.exec("PRAGMA max_page_count=20");
    begin?.run();
    put?.run(2, "in the transaction");

    expect(() => put?.run(3, "x".repeat(1_000_000))).toThrow(
      new SqliteError("database or disk is full"),
    );
    sqlite.rollback();
    begin?.run();
    put?.run(4, "after it");
    commit?.run();

    expect(sqlite.prepare("SELECT id FROM t").all()).toEqual([{ id: 1 }, { id: 4 }]);
    expect(problems(sqlite)).toEqual(SOUND);
  });

  test("a rollback undoes what is open, and is nothing where nothing is", () => {
    const sqlite = open();
    sqlite.rollback();
    sqlite.exec("BEGIN; INSERT INTO t VALUES(1, 'x')");

    sqlite.rollback();
    sqlite.rollback();

    expect(sqlite.prepare("SELECT * FROM t").all()).toEqual([]);
  });

  test("an open file is locked for everybody else, until it is closed", () => {
    const first = open();
    first.prepare("INSERT INTO t VALUES(?,?)").run(1, "x");
    const locked = new SqliteError("database is locked");

    expect(() => openSqlite(file, library)).toThrow(locked);
    expect(answer("open")).toBe(locked.message);
    first.prepare("INSERT INTO t VALUES(?,?)").run(2, "y");
    close(first);

    expect(open().prepare("SELECT id FROM t").all()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test("a closed file stands alone, whatever failed or was open", () => {
    const sqlite = open();
    const put = sqlite.prepare("INSERT INTO t VALUES(?,?)");
    put.run(1, "kept");
    expect(() => put.run(1, "again")).toThrow(SqliteError);
    sqlite.exec("BEGIN");
    put.run(2, "not committed");
    close(sqlite);

    expect(fs.readdirSync(dir)).toEqual([path.basename(file)]);
    for (const other of SQLITES) {
      const again = openSqlite(file, other);
      expect(again.prepare("SELECT * FROM t").all()).toEqual([{ id: 1, v: "kept" }]);
      again.close();
    }
  });

  test("what is not a database is refused, and not held", () => {
    fs.writeFileSync(file, "x".repeat(5000));

    expect(() => openSqlite(file, library)).toThrow(new SqliteError("file is not a database"));
    fs.rmSync(file);

    expect(problems(open())).toEqual(SOUND);
  });

  test("of who was killed in the middle of a transaction all that was committed is there, for each", async () => {
    const child = await hold();
    expect(answer("open")).toBe("database is locked");
    child.kill("SIGKILL");
    await once(child, "exit");
    unlock(file);

    for (const other of SQLITES) {
      const copy = path.join(dir, `${SQLITES.indexOf(other)}.db`);
      for (const ending of ["", "-wal"]) fs.copyFileSync(`${file}${ending}`, `${copy}${ending}`);
      const next = openSqlite(copy, other);
      expect(next.prepare("SELECT * FROM t").all()).toEqual([{ id: 1, v: "committed" }]);
      expect(problems(next)).toEqual(SOUND);
      next.close();
    }
  }, 60_000);

  (onWindows ? test.skip : test)(
    "a write that the disk refuses in the middle of a transaction undoes all of it",
    () => {
      // The system refuses to write beyond half a megabyte of any file.
      expect(answer("fail", "ulimit -f 1024")).toEqual({
        failed: "disk I/O error",
        undone: "done",
        again: "done",
        count: 2,
      });
      expect(open().prepare("SELECT id FROM t").all()).toEqual([{ id: 1 }, { id: 2 }]);
    },
    60_000,
  );

  (onWindows ? test.skip : test)(
    "a file or a folder that may not be written is refused by name",
    () => {
      const refusal = (what: string) => `EACCES: permission denied, access '${what}'`;
      expect(answer("refused")).toBe(refusal(dir));
      close(open());
      fs.chmodSync(file, 0o444);
      expect(answer("refused")).toBe(refusal(file));
    },
    60_000,
  );
});
