/**
 * Rows for as long as the process lives, of tables that nearly every event reads and few change: what
 * was read is not read again until something in that table of that district is written. Only right
 * where every write comes through here, which is where the process is alone with its database.
 */

import { LRUCache } from "lru-cache";
import type { Filter, Rows, Selection, Table } from "./versioned-store.ts";

/** A table whose reads last until they are forgotten. */
interface LastingTable<T extends { readonly id: string }> extends Table<T> {
  /** Reads everything anew: for whoever changed rows in another way. */
  forget(): void;
}

/** Entities a table keeps at most, those of lists counted each; the ones not asked for longest go first. */
const MOST_ENTITIES = 20_000;

/** In characters: one about many people is hardly asked a second time. */
const LONGEST_QUESTION = 1_000;

interface Known<T> {
  /** How often its district had been written when it was read. */
  readonly writes: number;
  readonly found: readonly T[];
}

/** What a reader is handed is shared with the next one, so it is frozen. */
export function lastingTable<T extends { readonly id: string }>(table: Table<T>): LastingTable<T> {
  const known = new LRUCache<string, Known<T>>({
    maxSize: MOST_ENTITIES,
    sizeCalculation: ({ found }) => 1 + found.length,
  });
  const writesIn = new Map<string, number>();
  let forgotten = 0;

  function of(districtId: string): Rows<T> {
    const rows = table.of(districtId);
    const writes = (): number => forgotten + (writesIn.get(districtId) ?? 0);
    const keyOf = (kind: "id" | "query", what: string): string => `${districtId} ${kind} ${what}`;

    function recall(key: string): readonly T[] | undefined {
      const there = known.get(key);
      return there?.writes === writes() ? there.found : undefined;
    }

    /** `before`: how often was written when the reading began; a write since then makes it no news. */
    function keep(key: string, found: readonly T[], before: number): void {
      if (before === writes()) known.set(key, { writes: before, found });
    }

    /** Counted when it ended, however it ended: what is read until then may be from before or after. */
    async function writing<R>(work: () => Promise<R>): Promise<R> {
      try {
        return await work();
      } finally {
        writesIn.set(districtId, (writesIn.get(districtId) ?? 0) + 1);
      }
    }

    async function findAll(ids: readonly string[]): Promise<readonly T[]> {
      const wanted = [...new Set(ids)].sort();
      const found = new Map(wanted.map((id) => [id, recall(keyOf("id", id))]));
      const missing = wanted.filter((id) => !found.get(id));
      if (missing.length > 0) {
        const before = writes();
        const read = await rows.findAll(missing);
        const fresh = new Map(read.map((entity) => [entity.id, frozen([entity])]));
        for (const id of missing) {
          found.set(id, fresh.get(id) ?? []);
          keep(keyOf("id", id), fresh.get(id) ?? [], before);
        }
      }
      return [...found.values()].flatMap((there) => there ?? []);
    }

    async function select(filter: Filter, selection?: Selection): Promise<readonly T[]> {
      const question = JSON.stringify([filter, selection]);
      if (!isEquality(filter) || question.length > LONGEST_QUESTION)
        return frozen(await rows.select(filter, selection));
      const key = keyOf("query", question);
      const there = recall(key);
      if (there) return there;
      const before = writes();
      const found = frozen(await rows.select(filter, selection));
      keep(key, found, before);
      return found;
    }

    return {
      ...rows,
      findAll,
      select,
      async find(id) {
        const [found] = await findAll([id]);
        return found;
      },
      async first(filter, selection) {
        const [found] = await select(filter, { ...selection, limit: 1 });
        return found;
      },
      async update(id, change) {
        const [there] = await findAll([id]);
        if (!there || change(there) === there) return there;
        return await writing(async () => await rows.update(id, change));
      },
      updateAll: async (ids, change) => {
        await writing(async () => {
          await rows.updateAll(ids, change);
        });
      },
      insert: async (entity) => await writing(async () => await rows.insert(entity)),
      add: async (entity) => await writing(async () => await rows.add(entity)),
      insertAll: async (entities) => {
        await writing(async () => {
          await rows.insertAll(entities);
        });
      },
      addAll: async (entities) => await writing(async () => await rows.addAll(entities)),
      replacePerson: async (from, to) => {
        await writing(async () => {
          await rows.replacePerson(from, to);
        });
      },
    };
  }

  return {
    of,
    createIndexes: () => table.createIndexes(),
    forget() {
      forgotten += 1;
    },
  };
}

/** Questions with an instant in them are hardly asked a second time. */
const isEquality = (filter: Filter): boolean =>
  Object.values(filter).every(
    (wanted) =>
      typeof wanted !== "object" ||
      wanted === null ||
      Object.keys(wanted).every((operator) => operator === "$in"),
  );

function frozen<V>(value: V): V {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  // A Date cannot be frozen; nobody sets one.
  if (value instanceof Date) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
