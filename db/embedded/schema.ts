/** The tables, and every statement that is run on them. */
import type { Statement } from "./sqlite.ts";

export const SCHEMA_VERSION = 1;

export const SCHEMA = `
  CREATE TABLE coll(id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(db, name));
  CREATE TABLE idx(id INTEGER PRIMARY KEY, coll INTEGER NOT NULL, spec BLOB NOT NULL);
  CREATE TABLE doc(coll INTEGER NOT NULL, seq INTEGER NOT NULL, v BLOB NOT NULL,
    PRIMARY KEY(coll, seq)) WITHOUT ROWID;
  CREATE TABLE ent(idx INTEGER NOT NULL, k BLOB NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY(idx, k, seq)) WITHOUT ROWID;
  PRAGMA user_version=${SCHEMA_VERSION};`;

/** A bare `?` here makes SQLite prepare the statement anew for each value it is given. */
const LIMIT = "LIMIT ?+0";

export type Statements = ReturnType<typeof statements>;

export const statements = (prepare: (sql: string) => Statement) => ({
  begin: prepare("BEGIN IMMEDIATE"),
  commit: prepare("COMMIT"),
  collections: prepare("SELECT id, db, name FROM coll ORDER BY id"),
  indexes: prepare("SELECT id, spec FROM idx WHERE coll=? ORDER BY id"),
  lastSeq: prepare("SELECT max(seq) FROM doc WHERE coll=?"),
  addCollection: prepare("INSERT INTO coll(db, name) VALUES(?,?) RETURNING id"),
  dropCollection: prepare("DELETE FROM coll WHERE id=?"),
  addIndex: prepare("INSERT INTO idx(coll, spec) VALUES(?,?) RETURNING id"),
  setIndex: prepare("UPDATE idx SET spec=? WHERE id=?"),
  dropIndex: prepare("DELETE FROM idx WHERE id=?"),
  dropEntries: prepare("DELETE FROM ent WHERE idx=?"),
  dropDocs: prepare("DELETE FROM doc WHERE coll=?"),
  scan: prepare(`SELECT seq, v FROM doc WHERE coll=? AND seq>? ORDER BY seq ${LIMIT}`),
  put: prepare("INSERT OR REPLACE INTO doc VALUES(?,?,?)"),
  remove: prepare("DELETE FROM doc WHERE coll=? AND seq=?"),
  addEntry: prepare("INSERT OR IGNORE INTO ent VALUES(?,?,?)"),
  dropEntry: prepare("DELETE FROM ent WHERE idx=? AND k=? AND seq=?"),
  other: prepare("SELECT seq FROM ent WHERE idx=? AND k=? AND seq<>? LIMIT 1"),
  /** An index's documents in the order of its keys, from one entry on and up to a key. */
  range: prepare(`SELECT k, doc.seq, v FROM ent CROSS JOIN doc ON coll=? AND doc.seq=ent.seq
    WHERE idx=? AND (k, ent.seq)>(?,?) AND k<? ORDER BY k, ent.seq ${LIMIT}`),
  count: prepare(`SELECT count(*) FROM (SELECT 1 FROM ent WHERE idx=? AND k>=? AND k<? ${LIMIT})`),
});
