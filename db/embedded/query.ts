/** Finding and counting documents: the plan, the match, the order, skip and limit, and the fields kept. */
import { type Doc, decode, docOf, isOn, isSwitch, type Value } from "./bson.ts";
import { unsupported } from "./errors.ts";
import { after, identity, keyOf, type OrderPart, sortKey } from "./keys.ts";
import { compileMatch, conditions } from "./match.ts";
import { expand, isIndex, parsePath } from "./paths.ts";
import { ALL, countEntries, planFor, read } from "./plan.ts";
import type { Collection, Stored } from "./collection.ts";

export interface Query {
  readonly filter: Doc;
  readonly sort?: readonly OrderPart[];
  readonly skip?: number;
  /** 0 is no limit. */
  readonly limit?: number;
}

/** The fields that decide whether a document matches and where it stands. */
const decisive = (filter: Doc, order: readonly OrderPart[]): ReadonlySet<string> =>
  new Set([
    ...[...conditions(filter)].map(([path]) => parsePath(path)[0] ?? ""),
    ...order.map(({ path }) => path[0] ?? ""),
  ]);

/** The filter is checked even where there is no collection. */
export function findStored(
  collection: Collection | undefined,
  { filter, sort = [], skip = 0, limit = 0 }: Query,
): readonly Stored[] {
  const matches = compileMatch(filter);
  if (collection === undefined) return [];
  const end = limit > 0 ? skip + limit : Infinity;
  const plan = planFor(collection, filter, sort, end);
  const fields = decisive(filter, sort);
  const needsDoc = filter.size > 0 || !plan.sorted;
  const found: { row: Stored; key: Buffer }[] = [];
  for (const row of read(collection, plan)) {
    const doc = needsDoc ? decode(row.bytes, fields) : undefined;
    if (doc && !matches(doc)) continue;
    found.push({ row, key: doc && !plan.sorted ? sortKey(doc, sort) : row.bytes });
    if (plan.sorted && found.length >= end) break;
  }
  if (!plan.sorted) found.sort((a, b) => Buffer.compare(a.key, b.key));
  return found.slice(skip, end).map(({ row }) => row);
}

/** Where the entries of an index say it, no document is read. */
export function countStored(collection: Collection | undefined, filter: Doc): number {
  const matches = compileMatch(filter);
  if (collection === undefined) return 0;
  const plan = planFor(collection, filter, []);
  const [index] = collection.indexes;
  if (plan.exact && index) return countEntries(collection, plan.spans ?? [{ index, ...ALL }]);
  const fields = decisive(filter, []);
  let n = 0;
  for (const { bytes } of read(collection, plan)) n += Number(matches(decode(bytes, fields)));
  return n;
}

/** So many different values are looked up one by one, each by an index. */
const FEW_VALUES = 32;

/** The values, each once, that a field has in the documents that match. */
export function distinctStored(
  collection: Collection | undefined,
  name: string,
  filter: Doc,
): readonly Value[] {
  const path = parsePath(name);
  const only = new Set(path.slice(0, 1));
  const values = new Map<string, Value>();
  const keysIn = ({ bytes }: Stored) => expand(decode(bytes, only), path);
  const addFrom = (query: Query) => {
    for (const value of findStored(collection, query).flatMap(keysIn))
      if (value !== undefined && typeof value !== "symbol" && !values.has(identity(value)))
        values.set(identity(value), value);
  };
  // One key of every document, so that what follows a key is another value.
  const index = collection?.indexes.find(
    ({ parts, partial, sparse, multikey }) =>
      parts[0]?.name === name && !partial && !sparse && !multikey && !path.some(isIndex),
  );
  let low: Buffer = ALL.low;
  for (let i = 0; collection && index && i < FEW_VALUES; i++) {
    const [row] = collection.range({ index, low, high: ALL.high });
    if (row === undefined) return [...values.values()];
    const [value] = keysIn(row);
    low = after(keyOf(value, index.parts[0]?.direction));
    if (typeof value === "symbol") continue;
    // Null stands for a missing value too, so that one document does not tell.
    const limit = value === undefined || value === null ? 0 : 1;
    const same = docOf({ [name]: docOf({ $eq: value ?? null }) });
    addFrom({ filter: docOf({ $and: [filter, same] }), limit });
  }
  addFrom({ filter });
  return [...values.values()];
}

/** Throws 238 for a field that is left out, other than `_id`, that lies deeper or is computed. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const kept = new Set([...spec].filter(isKept).map(([name]) => name));
  const isWhole = kept.size === 0;
  if (!spec.has("_id")) kept.add("_id");
  const shows = (name: string) => kept.has(name) || (isWhole && name !== "_id");
  return (doc) => new Map([...doc].filter(([name]) => shows(name)));
}

function isKept([name, value]: readonly [string, Value]): boolean {
  if (isSwitch(value) && (isOn(value) || name === "_id") && !/^$|[.$]/.test(name))
    return isOn(value);
  throw unsupported(`A projection that leaves out, goes into or computes '${name}'`);
}
