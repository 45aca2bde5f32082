/** Finding documents: the plan, the match, the order, skip and limit. */
import { type Doc, decode } from "./bson.ts";
import { compileMatch } from "./match.ts";
import { orderOf, sortKey } from "./keys.ts";
import { planFor } from "./plan.ts";
import type { Collection, Store, Stored } from "./store.ts";

export interface Query {
  readonly filter: Doc;
  readonly sort?: Doc | undefined;
  readonly skip?: number;
  /** 0 is no limit. */
  readonly limit?: number;
}

/** The filter is checked even where there is no collection. */
export function findStored(
  store: Store,
  collection: Collection | undefined,
  query: Query,
): Stored[] {
  const matches = compileMatch(query.filter);
  if (collection === undefined) return [];
  const { skip = 0, limit = 0 } = query;
  const sort = query.sort !== undefined && query.sort.size > 0 ? query.sort : undefined;
  const order = sort === undefined ? [] : orderOf(sort);
  const plan = planFor(store, collection, query.filter, sort);
  const end = limit > 0 ? skip + limit : Infinity;
  const found: { row: Stored; key: Buffer }[] = [];
  const everything = query.filter.size === 0;
  for (const row of plan.rows) {
    if (everything && plan.sorted) found.push({ row, key: row.bytes });
    else {
      const doc = decode(row.bytes);
      if (matches(doc)) found.push({ row, key: plan.sorted ? row.bytes : sortKey(doc, order) });
    }
    if (plan.sorted && found.length >= end) break;
  }
  if (!plan.sorted) found.sort((a, b) => Buffer.compare(a.key, b.key));
  return found.slice(skip, end).map(({ row }) => row);
}
