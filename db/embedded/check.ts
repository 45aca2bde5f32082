/** Whether a database file, which nobody has open, is whole. */
import { decode } from "./bson.ts";
import { entriesOf } from "./index-entries.ts";
import { openStore, type Store } from "./store.ts";

export interface CheckReport {
  readonly collections: number;
  readonly documents: number;
  readonly indexEntries: number;
  /** Sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** Reads every page, document and index entry. Throws when the file cannot be opened at all. */
export function checkDatabase(file: string): CheckReport {
  const store = openStore(file);
  try {
    const pages = store.sqlite.prepare("PRAGMA integrity_check").all().map(text);
    const problems = pages.filter((line) => line !== "ok").map((line) => `SQLite: ${line}`);
    const known = [...store.collections.values()];
    const [documents, indexEntries] = [count(store, "doc"), count(store, "ent")];
    let [found, expected] = [0, 0];
    for (const collection of known) {
      const name = `${collection.db}.${collection.name}`;
      for (const { seq, bytes } of store.scan(collection)) {
        found++;
        const doc = decode(bytes);
        for (const index of collection.indexes) {
          const keys = entriesOf(index, doc);
          expected += keys.length;
          for (const key of keys)
            if (!store.hasEntry(index, key, seq))
              problems.push(`${name}: a document is missing from the index ${index.name}.`);
        }
      }
      for (const index of collection.indexes)
        if (index.unique && store.hasDoubles(index))
          problems.push(`${name}: the unique index ${index.name} holds a key twice.`);
    }
    if (found !== documents) problems.push(`${documents - found} documents are in no collection.`);
    if (expected !== indexEntries)
      problems.push(`${indexEntries - expected} index entries belong to no document.`);
    return { collections: known.length, documents, indexEntries, problems };
  } finally {
    store.close();
  }
}

const text = (row: object): string => String(Object.values(row)[0]);
const count = (store: Store, table: "doc" | "ent"): number =>
  Number(store.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).all()[0]?.["n"]);
