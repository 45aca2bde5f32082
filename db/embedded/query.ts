/**
 * Finding and counting documents: the plan, the match, the order, skip and limit, and the fields that
 * are kept. What takes long is done in steps, between which others may be served; `complete` does it
 * in one.
 */
import { type Doc, decode, docOf, isDoc, isNumeric, toNumber, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { after, identity, keyOf, orderOf, type OrderPart, sortKey } from "./keys.ts";
import { compileMatch, conditions } from "./match.ts";
import { expand, overlap, parsePath, type Path } from "./paths.ts";
import { ALL, countByIndex, indexFrom, planFor } from "./plan.ts";
import type { Collection, Store, Stored } from "./store.ts";

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

/** The fields that decide whether a document matches and where it stands. */
const decisive = (filter: Doc, order: readonly OrderPart[]): ReadonlySet<string> =>
  new Set([
    ...[...conditions(filter)].map(([path]) => parsePath(path)[0] ?? ""),
    ...order.map(({ path }) => path[0] ?? ""),
  ]);

/** The filter is checked even where there is no collection. */
export function* findStored(
  store: Store,
  collection: Collection | undefined,
  { filter, sort = new Map(), skip = 0, limit = 0 }: Query,
): Steps<readonly Stored[]> {
  const matches = compileMatch(filter);
  if (collection === undefined) return [];
  const order = orderOf(sort);
  const end = limit > 0 ? skip + limit : Infinity;
  const plan = planFor(store, collection, filter, order, end);
  const fields = decisive(filter, order);
  const needsDoc = filter.size > 0 || !plan.sorted;
  const found: { row: Stored; key: Buffer }[] = [];
  for (const page of plan.pages) {
    for (const row of page) {
      const doc = needsDoc ? decode(row.bytes, fields) : undefined;
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
  const fields = decisive(filter, []);
  let n = 0;
  for (const page of planFor(store, collection, filter, []).pages) {
    n += page.filter(({ bytes }) => matches(decode(bytes, fields))).length;
    yield;
  }
  return n;
}

/** So many different values are looked up one by one, each by an index. */
const FEW_VALUES = 32;

/** The values, each once, that `path` has in the documents that match. */
export function* distinctStored(
  store: Store,
  collection: Collection | undefined,
  path: Path,
  filter: Doc,
): Steps<readonly Value[]> {
  const [field = ""] = path;
  const values = new Map<string, Value>();
  const keysIn = ({ bytes }: Stored) => expand(decode(bytes, new Set([field])), path);
  const add = (row: Stored) => {
    for (const value of keysIn(row))
      if (value !== undefined && typeof value !== "symbol" && !values.has(identity(value)))
        values.set(identity(value), value);
  };
  const index = collection && indexFrom(collection, path);
  let low: Buffer = ALL.low;
  for (let i = 0; collection && index && i < FEW_VALUES; i++) {
    const row = store.first(collection, { index, low, high: ALL.high });
    if (row === undefined) return [...values.values()];
    const [value] = keysIn(row);
    low = after(keyOf(value, index.parts[0]?.direction));
    if (typeof value === "symbol") continue;
    // Null stands for a missing value too, so that one document does not tell.
    const limit = value === undefined || value === null ? 0 : 1;
    const same = docOf({ [path.join(".")]: docOf({ $eq: value ?? null }) });
    const query = { filter: docOf({ $and: [filter, same] }), limit };
    for (const found of yield* findStored(store, collection, query)) add(found);
  }
  for (const row of yield* findStored(store, collection, { filter })) add(row);
  return [...values.values()];
}

export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The fields that are named; an empty tree stands for a field with all below it. */
type Tree = Map<string, Tree>;

/** Throws 238 for a field that is left out, other than `_id`, or that is to be computed. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const named = [...spec].filter(([name, value]) => isKept(name, value)).map(([name]) => name);
  const withoutId = spec.has("_id") && !named.includes("_id");
  if (named.length === 0)
    return (doc) => (withoutId ? new Map([...doc].filter(([name]) => name !== "_id")) : doc);
  const tree: Tree = new Map<string, Tree>();
  if (!withoutId && !named.includes("_id")) named.push("_id");
  for (const [i, name] of named.entries()) {
    if (named.slice(0, i).some((other) => overlap(name, other)))
      throw new CommandError(31249, `Path collision at ${name}`);
    grow(tree, name);
  }
  return (doc) => include(doc, tree);
}

function isKept(name: string, value: Value): boolean {
  if (parsePath(name).some((part) => part === "" || part.startsWith("$")))
    throw new CommandError(16410, `The field path '${name}' has an empty or a '$' prefixed part.`);
  const isSwitch = typeof value === "boolean" || isNumeric(value);
  const kept = value === true || (isNumeric(value) && toNumber(value) !== 0);
  if (isSwitch && (kept || name === "_id")) return kept;
  throw unsupported(`A projection that leaves out or computes '${name}'`);
}

function grow(tree: Tree, name: string): void {
  let branch = tree;
  for (const part of parsePath(name)) {
    const next: Tree = branch.get(part) ?? new Map<string, Tree>();
    branch.set(part, next);
    branch = next;
  }
}

const include = (doc: Doc, tree: Tree): Doc =>
  new Map(
    [...doc].flatMap(([name, value]): [string, Value][] => {
      const branch = tree.get(name);
      const kept = branch && (branch.size === 0 ? value : includeBelow(value, branch));
      return kept === undefined ? [] : [[name, kept]];
    }),
  );

/** Of an array the documents and arrays in it; nothing of any other value. */
function includeBelow(value: Value, tree: Tree): Value | undefined {
  if (isDoc(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((e) => includeBelow(e, tree)).filter((e) => e !== undefined);
}
