/**
 * Finding and counting documents: the plan, the match, the order, skip and limit. Each is done in
 * steps, between which others may be served; `complete` does it in one.
 */
import { type Doc, decode } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { orderOf, sortKey } from "./keys.ts";
import { compileMatch } from "./match.ts";
import { countByIndex, planFor } from "./plan.ts";
import type { Collection, Store, Stored } from "./store.ts";
import { isNumeric, toNumber } from "./values.ts";

export type Steps<T> = Generator<undefined, T>;

export interface Query {
  readonly filter: Doc;
  readonly sort?: Doc;
  readonly skip?: number;
  /** 0 is no limit. */
  readonly limit?: number;
}

/** Throws 15975 for a direction other than 1 and -1. */
export function checkedSort(spec: Doc): Doc {
  for (const [name, direction] of spec)
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1)
      throw new CommandError(15975, `$sort key ordering of '${name}' must be 1 or -1`);
  return spec;
}

/** The filter is checked even where there is no collection. */
export function* findStored(
  store: Store,
  collection: Collection | undefined,
  { filter, sort = new Map(), skip = 0, limit = 0 }: Query,
): Steps<readonly Stored[]> {
  const matches = compileMatch(filter);
  if (collection === undefined) return [];
  const order = orderOf(sort);
  const plan = planFor(store, collection, filter, order);
  const end = limit > 0 ? skip + limit : Infinity;
  const needsDoc = filter.size > 0 || !plan.sorted;
  const found: { row: Stored; key: Buffer }[] = [];
  for (const page of plan.pages) {
    for (const row of page) {
      const doc = needsDoc ? decode(row.bytes) : undefined;
      if (doc && !matches(doc)) continue;
      found.push({ row, key: doc && !plan.sorted ? sortKey(doc, order) : row.bytes });
      if (plan.sorted && found.length >= end) break;
    }
    if (plan.sorted && found.length >= end) break;
    yield;
  }
  if (!plan.sorted) found.sort((a, b) => Buffer.compare(a.key, b.key));
  return found.slice(skip, end).map(({ row }) => row);
}

export function* countStored(
  store: Store,
  collection: Collection | undefined,
  filter: Doc,
): Steps<number> {
  const matches = compileMatch(filter);
  if (collection === undefined) return 0;
  const known = countByIndex(store, collection, filter);
  if (known !== undefined) return known;
  let n = 0;
  for (const page of planFor(store, collection, filter, []).pages) {
    n += page.filter(({ bytes }) => matches(decode(bytes))).length;
    yield;
  }
  return n;
}

export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
