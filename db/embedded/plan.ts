/**
 * Which documents to look at for a filter: those an index gives, or all. A plan may give too many,
 * never too few; whoever reads it matches every document against the whole filter.
 */
import { BSONRegExp, MaxKey, MinKey } from "bson";
import { type Doc, isDoc, type Value, rankOf } from "./bson.ts";
import { type Index, joinedKeys } from "./index-entries.ts";
import { after, keyOf, type OrderPart } from "./keys.ts";
import { clauses } from "./match.ts";
import { isIndex, type Path } from "./paths.ts";
import type { Collection, Span, Store, Stored } from "./store.ts";

export interface Plan {
  readonly pages: Iterable<readonly Stored[]>;
  /** The rows come in the order that was asked for. */
  readonly sorted: boolean;
}

interface Scan {
  readonly spans: readonly Span[];
  readonly sorted: boolean;
  readonly score: number;
  /** It gives one document for each span, at most. */
  readonly unique: boolean;
  /** It gives what the filter matches and nothing else. */
  readonly exact: boolean;
}
interface Choice extends Scan {
  /** It gives few documents. */
  readonly few: boolean;
}
type Range = readonly [operator: string, operand: Value];
interface Conditions {
  /** How many there are, those included that no index can serve. */
  total: number;
  /** The values a path may be equal to. */
  readonly equal: Map<string, readonly Value[]>;
  readonly ranges: Map<string, readonly Range[]>;
  readonly alternatives: (readonly Doc[])[];
}

const MOST_SPANS = 500;
/** So few documents are sorted in memory sooner than they are searched in order. */
const FEW = 64;
/** Where so many may match for each one wanted, the wanted are searched in order. */
const MANY = 256;
export const ALL = { low: Buffer.alloc(0), high: Buffer.alloc(64, 255) };

/** `wanted` is how many documents are asked for, the first ones in that order. */
export function planFor(
  store: Store,
  collection: Collection,
  filter: Doc,
  order: readonly OrderPart[],
  wanted = Infinity,
): Plan {
  const conditions = conditionsOf([filter]);
  const best = bestScan(store, collection, conditions, order, wanted);
  const unordered = order.length === 0;
  if (best?.few !== true)
    for (const branches of conditions.alternatives) {
      const scans = branches
        .map((branch) => bestScan(store, collection, conditionsOf([filter, branch])))
        .filter((scan) => scan !== undefined)
        .filter(({ few }) => few);
      if (scans.length === branches.length)
        return { pages: read(store, collection, scans), sorted: unordered };
    }
  if (best === undefined) return { pages: store.scan(collection), sorted: unordered };
  return { pages: read(store, collection, [best]), sorted: unordered || best.sorted };
}

/** How many documents match, where the entries of an index say so by themselves. */
export function countByIndex(
  store: Store,
  collection: Collection,
  filter: Doc,
): number | undefined {
  const [first] = collection.indexes;
  if (filter.size === 0) return first && countUpTo(store, [{ index: first, ...ALL }], Infinity);
  const best = bestScan(store, collection, conditionsOf([filter]));
  return best?.exact === true ? countUpTo(store, best.spans, Infinity) : undefined;
}

/** An index that begins with the path and has one key of every document. */
export const indexFrom = ({ indexes }: Collection, path: Path): Index | undefined =>
  indexes.find(
    ({ parts, partial, sparse, multikey }) =>
      nameOf(parts[0]) === path.join(".") &&
      partial === undefined &&
      !sparse &&
      !multikey &&
      !path.some(isIndex),
  );

function countUpTo(store: Store, spans: readonly Span[], most: number): number {
  let n = 0;
  for (const span of spans) if (n < most) n += store.count(span, most === Infinity ? -1 : most - n);
  return n;
}

function* read(store: Store, collection: Collection, scans: readonly Scan[]) {
  const spans = scans.flatMap((scan) => scan.spans);
  const once = spans.length === 1 && spans[0]?.index.multikey === false;
  const seen = new Set<number>();
  const isNew = ({ seq }: Stored) => {
    const known = seen.has(seq);
    seen.add(seq);
    return !known;
  };
  for (const span of spans)
    for (const page of store.range(collection, span)) yield once ? page : page.filter(isNew);
}

function conditionsOf(filters: readonly Doc[]): Conditions {
  const found: Conditions = { total: 0, equal: new Map(), ranges: new Map(), alternatives: [] };
  for (const [path, operator, operand] of filters.flatMap((filter) => [...clauses(filter)]))
    if (operator !== "$or") addCondition(found, path, operator, operand);
    else {
      found.total++;
      found.alternatives.push(Array.isArray(operand) ? operand.filter(isDoc) : []);
    }
  return found;
}

const isSearchable = (value: Value) => !Array.isArray(value) && !(value instanceof BSONRegExp);

function addCondition(found: Conditions, path: string, operator: string, operand: Value): void {
  found.total++;
  const values = operator === "$eq" ? [operand] : operator === "$in" ? operand : undefined;
  if (Array.isArray(values) && values.length <= MOST_SPANS && values.every(isSearchable)) {
    const known = found.equal.get(path);
    if (known === undefined || known.length > values.length) found.equal.set(path, values);
  }
  if (!/^\$[gl]te?$/.test(operator) || operand === null || !isSearchable(operand)) return;
  if (operand instanceof MinKey || operand instanceof MaxKey) return;
  found.ranges.set(path, [...(found.ranges.get(path) ?? []), [operator, operand]]);
}

/**
 * One that gives few documents; else one that gives them in order, where that finds the wanted ones
 * sooner than reading and sorting all; else the one whose fields and order fit best.
 */
function bestScan(
  store: Store,
  collection: Collection,
  conditions: Conditions,
  order: readonly OrderPart[] = [],
  wanted = Infinity,
): Choice | undefined {
  const scans = collection.indexes
    .map((index) => scanOf(index, conditions, order))
    .filter((scan) => scan !== undefined)
    .sort((a, b) => b.score - a.score);
  const few = scans.find(({ unique, spans }) => unique || countUpTo(store, spans, FEW + 1) <= FEW);
  if (few !== undefined) return { ...few, few: true };
  const [best] = scans;
  const inOrder = wanted < Infinity ? scans.find(({ sorted }) => sorted) : undefined;
  const many = MANY * wanted;
  const isSooner =
    best && inOrder && inOrder !== best && countUpTo(store, best.spans, many) >= many;
  const chosen = isSooner ? inOrder : best;
  return chosen && { ...chosen, few: false };
}

const nameOf = (part: OrderPart | undefined): string => part?.path.join(".") ?? "";

function scanOf(
  index: Index,
  conditions: Conditions,
  order: readonly OrderPart[],
): Scan | undefined {
  const { parts, sparse, multikey } = index;
  if (index.partial !== undefined || parts.some(({ path }) => path.some(isIndex))) return undefined;
  const values = fixedValues(index, conditions);
  const heads = joinedKeys(values, parts);
  const next = parts[values.length];
  const ranges = conditions.ranges.get(nameOf(next)) ?? [];
  if (sparse && values.length === 0 && ranges.length === 0) return undefined;
  const direction = sortDirection(index, values, order);
  const sorted = direction !== undefined && heads.length === 1 && !multikey;
  const unique = index.unique && values.length === parts.length && heads.length <= FEW;
  const score =
    values.length * 4 + (ranges.length > 0 ? 2 : 0) + (sorted ? 3 : 0) + (unique ? 1 : 0);
  if (score === 0) return undefined;
  const backwards = sorted && direction === -1;
  const spans = heads.flatMap((head) => spanOf(head, index, next, ranges, backwards));
  const used = values.length + ranges.length;
  const exact = !multikey && used === conditions.total && isExact(values, ranges);
  return { spans, sorted, score, unique, exact };
}

/** Null also stands for what is missing, and among numbers there is NaN. */
const isExact = (values: readonly (readonly Value[])[], ranges: readonly Range[]): boolean =>
  !values.flat().includes(null) &&
  ranges.every(([, operand]) => operand instanceof Date || typeof operand === "string");

/** The values of the index's first fields, as long as the filter says what they are equal to. */
function fixedValues({ parts, sparse }: Index, { equal }: Conditions): (readonly Value[])[] {
  const fixed: (readonly Value[])[] = [];
  let spans = 1;
  for (const part of parts) {
    const values = equal.get(nameOf(part));
    spans *= values?.length ?? 0;
    if (values === undefined || spans > MOST_SPANS || (sparse && values.includes(null))) break;
    fixed.push(values);
  }
  return fixed;
}

/** 1 where the index after its fixed fields runs in the sort's order, -1 where it runs against it. */
function sortDirection(
  { parts }: Index,
  values: readonly (readonly Value[])[],
  order: readonly OrderPart[],
): 1 | -1 | undefined {
  const fixed = parts.slice(0, values.length).map(nameOf);
  const wanted = order.filter((part) => !fixed.includes(nameOf(part)));
  const turns = wanted.map((part, i) => {
    const own = parts[fixed.length + i];
    return own !== undefined && nameOf(own) === nameOf(part) ? own.direction * part.direction : 0;
  });
  if (order.length === 0 || new Set(turns).size > 1 || turns.includes(0)) return undefined;
  return turns[0] === -1 ? -1 : 1;
}

/** The keys below one head; a range stays within the type of its operand. */
function spanOf(
  head: Buffer,
  index: Index,
  part: OrderPart | undefined,
  ranges: readonly Range[],
  backwards: boolean,
): Span[] {
  let [low, high] = [head, head.length > 0 ? after(head) : ALL.high];
  // Different elements of an array may meet the two ends of a range.
  for (const [operator, operand] of index.multikey ? ranges.slice(0, 1) : ranges) {
    const direction = part?.direction ?? 1;
    const key = Buffer.concat([head, keyOf(operand, direction)]);
    const rank = rankOf(operand) + 1;
    const type = Buffer.concat([head, Buffer.from([direction > 0 ? rank : 255 - rank])]);
    const isLow = operator.startsWith("$g") === direction > 0;
    // A low end includes its key, a high end does not.
    const end = operator.endsWith("e") === isLow ? key : after(key);
    const [from, to] = isLow ? [end, after(type)] : [type, end];
    if (Buffer.compare(from, low) > 0) low = from;
    if (Buffer.compare(to, high) < 0) high = to;
  }
  return Buffer.compare(low, high) < 0 ? [{ index, low, high, backwards }] : [];
}
