/**
 * Which documents to look at for a filter: those an index gives, or all. A plan may give too many,
 * never too few; whoever reads it matches every document against the whole filter.
 */
import { MaxKey, MinKey } from "bson";
import { type Doc, isDoc, rankOf, type Value } from "./bson.ts";
import type { Collection, Index, Span, Stored } from "./collection.ts";
import { after, joinedKeys, keyOf, type OrderPart } from "./keys.ts";
import { clauses } from "./match.ts";
import { isIndex } from "./paths.ts";

export interface Plan {
  /** The index's parts to read; undefined where all documents are. */
  readonly spans: readonly Span[] | undefined;
  /** The documents come in the order that was asked for. */
  readonly sorted: boolean;
  /** They are those that match and no others. */
  readonly exact: boolean;
}
interface Scan extends Plan {
  readonly spans: readonly Span[];
  readonly score: number;
  /** It gives one document for each span, at most. */
  readonly unique: boolean;
}
/** With how many documents it gives, counted as far as it matters. */
interface Choice extends Scan {
  readonly cost: number;
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
/** So few documents are taken without looking for fewer. */
const FEW = 64;
/** Where so many may match for each one wanted, the wanted are searched in order. */
const MANY = 256;
const MOST_COUNTED = 1024;
export const ALL = { low: Buffer.alloc(0), high: Buffer.alloc(64, 255) };

/** `wanted` is how many documents are asked for, the first ones in that order. */
export function planFor(
  collection: Collection,
  filter: Doc,
  order: readonly OrderPart[],
  wanted = Infinity,
): Plan {
  const conditions = conditionsOf([filter]);
  const best = cheapest(collection, conditions, order, wanted);
  const isAnyOrder = order.length === 0;
  if (best === undefined || best.cost > FEW)
    for (const branches of conditions.alternatives) {
      const scans = branches
        .map((branch) => cheapest(collection, conditionsOf([filter, branch])))
        .filter((scan) => scan !== undefined);
      const cost = scans.reduce((sum, scan) => sum + scan.cost, 0);
      if (scans.length === branches.length && cost < (best?.cost ?? MOST_COUNTED))
        return { spans: scans.flatMap(({ spans }) => spans), sorted: isAnyOrder, exact: false };
    }
  if (best === undefined) return { spans: undefined, sorted: isAnyOrder, exact: filter.size === 0 };
  return { ...best, sorted: isAnyOrder || best.sorted };
}

/** The documents of a plan, each once. */
export function* read(collection: Collection, { spans }: Plan): Generator<Stored, undefined> {
  const isOnce = spans?.length === 1 && spans[0]?.index.multikey === false;
  const seen = new Set<number>();
  if (spans === undefined) yield* collection.scan();
  for (const span of spans ?? [])
    for (const row of collection.range(span)) {
      if (seen.has(row.seq)) continue;
      if (!isOnce) seen.add(row.seq);
      yield row;
    }
}

/** How many index entries there are, counting no further than `most`. */
export function countEntries(
  collection: Collection,
  spans: readonly Span[],
  most = Infinity,
): number {
  let n = 0;
  for (const span of spans)
    if (n < most) n += collection.count(span, most === Infinity ? -1 : most - n);
  return n;
}

function conditionsOf(filters: readonly Doc[]): Conditions {
  const found: Conditions = { total: 0, equal: new Map(), ranges: new Map(), alternatives: [] };
  for (const [path, operator, operand] of filters.flatMap((filter) => [...clauses(filter)])) {
    found.total++;
    if (operator === "$or" && Array.isArray(operand))
      found.alternatives.push(operand.filter(isDoc));
    const values = operator === "$eq" ? [operand] : operator === "$in" ? operand : undefined;
    const known = found.equal.get(path)?.length ?? MOST_SPANS + 1;
    if (Array.isArray(values) && values.length < known && values.every(isSearchable))
      found.equal.set(path, values);
    const isOfType = operand !== null && isSearchable(operand) && !isEnd(operand);
    if (isOfType && /^\$[gl]te?$/.test(operator))
      found.ranges.set(path, [...(found.ranges.get(path) ?? []), [operator, operand]]);
  }
  return found;
}

const isSearchable = (value: Value) => !Array.isArray(value);
const isEnd = (value: Value) => value instanceof MinKey || value instanceof MaxKey;

/** The first that gives few; else the one that gives fewest, or gives the wanted ones in order. */
function cheapest(
  collection: Collection,
  conditions: Conditions,
  order: readonly OrderPart[] = [],
  wanted = Infinity,
): Choice | undefined {
  const most = Math.min(MANY * wanted, MOST_COUNTED);
  const scans = collection.indexes
    .map((index) => scanOf(index, conditions, order))
    .filter((scan) => scan !== undefined)
    .sort((a, b) => b.score - a.score);
  let best: Choice | undefined;
  for (const scan of scans) {
    const cost = scan.unique ? scan.spans.length : countEntries(collection, scan.spans, most);
    const isInOrder = wanted < Infinity && scan.sorted && best?.sorted === false;
    if (best === undefined || cost < best.cost || (cost === best.cost && isInOrder))
      best = { ...scan, cost };
    if (cost <= FEW) break;
  }
  return best;
}

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
  const ranges = conditions.ranges.get(next?.name ?? "") ?? [];
  if (sparse && values.length === 0 && ranges.length === 0) return undefined;
  const sorted = heads.length === 1 && !multikey && isInOrder(parts, values.length, order);
  const unique = index.unique && values.length === parts.length && heads.length <= FEW;
  const score =
    values.length * 4 + (ranges.length > 0 ? 2 : 0) + (sorted ? 3 : 0) + (unique ? 1 : 0);
  if (score === 0) return undefined;
  const spans = heads.flatMap((head) => spanOf(head, index, next, ranges));
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
    const values = equal.get(part.name);
    spans *= values?.length ?? 0;
    if (values === undefined || spans > MOST_SPANS || (sparse && values.includes(null))) break;
    fixed.push(values);
  }
  return fixed;
}

/** Whether the index runs in the sort's order after the fields whose value is fixed. */
function isInOrder(
  parts: readonly OrderPart[],
  fixed: number,
  order: readonly OrderPart[],
): boolean {
  const known = parts.slice(0, fixed).map(({ name }) => name);
  const wanted = order.filter(({ name }) => !known.includes(name));
  const isNext = ({ name, direction }: OrderPart, i: number) =>
    parts[fixed + i]?.name === name && parts[fixed + i]?.direction === direction;
  return order.length > 0 && wanted.every(isNext);
}

/** The keys below one head; a range stays within the type of its operand. */
function spanOf(
  head: Buffer,
  index: Index,
  part: OrderPart | undefined,
  ranges: readonly Range[],
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
  return Buffer.compare(low, high) < 0 ? [{ index, low, high }] : [];
}
