import type { LocalDate } from "../../src/time/calendar.ts";
import { type BulkStore, type Page, type Paged, TakenError } from "../../src/store.ts";

export interface Table<T extends { readonly id: string }> extends BulkStore<T> {
  /** Those that pass, in the order in which they were added, or in the given one. */
  select(passes: (row: T) => boolean, order?: (a: T, b: T) => number): readonly T[];
  create(entity: Omit<T, "id">): Promise<T>;
}

/**
 * @param prefix of the ids that `create` gives out. @param taken names what a new row has that only
 * one may have, and somebody else has already.
 */
export function createTable<T extends { readonly id: string; readonly origin?: string }>(
  prefix = "x",
  taken: (row: T, all: ReadonlyMap<string, T>) => string | undefined = () => undefined,
): Table<T> {
  const rows = new Map<string, T>();
  const byOrigin = new Map<string, T["id"]>();
  let last = 0;
  const put = (row: T): T => {
    const other = taken(row, rows);
    if (other !== undefined) throw new TakenError(`${other} is taken`);
    rows.set(row.id, row);
    return row;
  };
  const add = (row: T): T => rows.get(row.id) ?? put(row);
  const change = (id: string, how: (current: T) => T): T | undefined => {
    const current = rows.get(id);
    if (!current) return undefined;
    const changed = how(current);
    return changed === current ? current : put(changed);
  };
  // What a store does is over when its promise is, also for whoever waits in the same moment.
  const later = async <R>(run: () => R): Promise<R> => await Promise.resolve().then(run);
  return {
    find: (id) => later(() => rows.get(id)),
    findAll: (ids) =>
      later(() => [...new Set(ids)].flatMap((id) => rows.get(id) ?? ([] as readonly T[]))),
    add: (row) => later(() => add(row)),
    update: (id, how) => later(() => change(id, how)),
    addAll: (all) => later(() => all.map(add)),
    updateAll: (ids, how) =>
      later(() => {
        for (const id of ids) change(id, how);
      }),
    select(passes, order) {
      const found = [...rows.values()].filter(passes);
      return order ? found.sort(order) : found;
    },
    create: (entity) =>
      later(() => {
        const { origin } = entity as { readonly origin?: string };
        const known = origin === undefined ? undefined : rows.get(byOrigin.get(origin) ?? "");
        if (known) return known;
        last += 1;
        const id = `${prefix}-${String(last).padStart(2, "0")}`;
        if (origin !== undefined) byOrigin.set(origin, id);
        return put({ ...entity, id } as T);
      }),
  };
}

export const paged = <T>(all: readonly T[], { skip, limit }: Page): Paged<T> => ({
  rows: all.slice(skip, skip + limit),
  total: all.length,
});

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const numberOf = (id: string): number => Number(/-(\d+)$/u.exec(id)?.[1] ?? 0);

/** By date, none last, and then by number. */
export const byDue = (
  a: { readonly id: string; readonly due: LocalDate | null },
  b: { readonly id: string; readonly due: LocalDate | null },
): number => compare(a.due ?? "none", b.due ?? "none") || numberOf(a.id) - numberOf(b.id);

export const byNumber = (a: { readonly id: string }, b: { readonly id: string }): number =>
  numberOf(a.id) - numberOf(b.id);

export interface InPartnership {
  readonly id: string;
  readonly partnershipId: string;
}

/** Whether a row is of one of these partnerships. */
export const among =
  (ids: readonly string[]) =>
  ({ partnershipId }: InPartnership): boolean =>
    ids.includes(partnershipId);
