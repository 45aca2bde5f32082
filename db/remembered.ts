/**
 * Rows for the length of one event: what was read by its id, or found by the same question, is not read
 * again; reads of one moment go out as one. Whatever is changed through them is remembered as it
 * became. Others' changes are seen by the next event, and by every `update`, which reads anew.
 */

import DataLoader from "dataloader";
import type { Filter, Rows, Selection, Table } from "./versioned-store.ts";

/** The rows of a district's tables, those of one table always the same. */
export function rememberedRows(
  districtId: string,
): <T extends { readonly id: string }>(table: Table<T>) => Rows<T> {
  const made = new Map<object, unknown>();
  return <T extends { readonly id: string }>(table: Table<T>) => {
    const rows = (made.get(table) as Rows<T> | undefined) ?? remembered(table.of(districtId));
    made.set(table, rows);
    return rows;
  };
}

function remembered<T extends { readonly id: string }>(rows: Rows<T>): Rows<T> {
  const loader = new DataLoader<string, T | undefined>(async (ids) => {
    const found = new Map((await rows.findAll(ids)).map((entity) => [entity.id, entity]));
    return ids.map((id) => found.get(id));
  });

  function keep(found: readonly T[]): readonly T[] {
    for (const entity of found) loader.prime(entity.id, entity);
    return found;
  }

  const asked = new Map<string, Promise<unknown>>();

  /** The same question is put once, until something in the table is changed through these rows. */
  function once<R>(question: readonly unknown[], read: () => Promise<R>): Promise<R> {
    const key = JSON.stringify(question);
    const known = asked.get(key) as Promise<R> | undefined;
    if (known) return known;
    const reading = read();
    asked.set(key, reading);
    reading.catch(() => asked.delete(key));
    return reading;
  }

  const select = async (filter: Filter, selection?: Selection): Promise<readonly T[]> =>
    await once(["select", filter, selection], async () =>
      keep(await rows.select(filter, selection)),
    );

  function became(id: string, entity: T | undefined): void {
    loader.clear(id);
    if (entity) loader.prime(id, entity);
  }

  async function changing<R>(ids: readonly string[], work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } finally {
      asked.clear();
      for (const id of ids) loader.clear(id);
    }
  }

  return {
    ...rows,
    find: async (id) => await loader.load(id),
    async findAll(ids) {
      const wanted = [...new Set(ids)].sort();
      const found = await Promise.all(wanted.map(async (id) => await loader.load(id)));
      return found.filter((entity) => entity !== undefined);
    },
    select,
    async first(filter, selection) {
      const [found] = await select(filter, { ...selection, limit: 1 });
      return found;
    },
    count: async (filter) => await once(["count", filter], () => rows.count(filter)),
    async update(id, change) {
      const entity = await changing([id], async () => await rows.update(id, change));
      became(id, entity);
      return entity;
    },
    updateAll: async (ids, change) => {
      await changing(ids, async () => {
        await rows.updateAll(ids, change);
      });
    },
    insert: async (entity) => await changing([entity.id], async () => await rows.insert(entity)),
    async add(entity) {
      const stored = await changing([entity.id], async () => await rows.add(entity));
      became(stored.id, stored);
      return stored;
    },
    insertAll: async (entities) => {
      await changing(idsOf(entities), async () => {
        await rows.insertAll(entities);
      });
    },
    addAll: async (entities) =>
      await changing(idsOf(entities), async () => await rows.addAll(entities)),
    async replacePerson(from, to) {
      await rows.replacePerson(from, to);
      asked.clear();
      loader.clearAll();
    },
  };
}

const idsOf = (entities: readonly { readonly id: string }[]): readonly string[] =>
  entities.map(({ id }) => id);
