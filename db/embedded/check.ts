/** Whether a database file, which nobody has open, is whole. */
import { decode } from "./bson.ts";
import { entriesOf } from "./collection.ts";
import { firstNumber, type SqliteName } from "./sqlite.ts";
import { openStore, type Store } from "./store.ts";

export interface CheckReport {
  readonly collections: number;
  readonly documents: number;
  readonly indexEntries: number;
  /** Sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** Reads every page, document and index entry. Throws when the file cannot be opened at all. */
export function checkDatabase(file: string, library?: SqliteName): CheckReport {
  const store = openStore(file, library);
  try {
    return check(store);
  } finally {
    store.close();
  }
}

function check({ sqlite, collections }: Store): CheckReport {
  const select = (sql: string) => sqlite.prepare(`SELECT ${sql}`);
  const count = (table: string) => firstNumber(select(`count(*) FROM ${table}`).all());
  const entry = select("1 FROM ent WHERE idx=? AND k=? AND seq=?");
  const doubles = select("1 FROM ent WHERE idx=? GROUP BY k HAVING count(*) > 1 LIMIT 1");
  const pages = sqlite.prepare("PRAGMA integrity_check").all();
  const problems = pages
    .map((row) => String(Object.values(row)[0]))
    .flatMap((line) => (line === "ok" ? [] : [`SQLite: ${line}`]));
  const [documents, indexEntries] = [count("doc"), count("ent")];
  let [found, expected] = [0, 0];
  for (const collection of collections.values()) {
    const name = `${collection.db}.${collection.name}`;
    for (const { seq, bytes } of collection.scan()) {
      found++;
      const doc = decode(bytes);
      for (const index of collection.indexes)
        for (const key of entriesOf(index, doc)) {
          expected++;
          if (entry.all(index.id, key, seq).length === 0)
            problems.push(`${name}: a document is missing from the index ${index.name}.`);
        }
    }
    for (const index of collection.indexes)
      if (index.unique && doubles.all(index.id).length > 0)
        problems.push(`${name}: the unique index ${index.name} holds a key twice.`);
  }
  if (found !== documents) problems.push(`${documents - found} documents are in no collection.`);
  if (expected !== indexEntries)
    problems.push(`${indexEntries - expected} index entries belong to no document.`);
  return { collections: collections.size, documents, indexEntries, problems };
}
