/**
 * Which documents to look at for a filter: those an index gives, or all. A plan may give too many,
 * never too few; whoever reads it matches every document against the whole filter.
 */
import { BSONRegExp, MaxKey, MinKey } from "bson";
import { type Doc, isDoc, type Value } from "./bson.ts";
import type { Index } from "./index-entries.ts";
import { after, keyOf, orderOf, type OrderPart } from "./keys.ts";
import { isIndex } from "./paths.ts";
import type { Collection, Store, Stored } from "./store.ts";
import { rankOf } from "./values.ts";

export interface Plan {
  readonly rows: Iterable<Stored>;
  /** The rows come in the order of the sort that was asked for. */
  readonly sorted: boolean;
  readonly index: string | undefined;
}

type Span = readonly [low: Buffer, high: Buffer];
interface Scan {
  readonly index: Index;
  readonly spans: readonly Span[];
  readonly sorted: boolean;
  readonly backwards: boolean;
  readonly score: number;
  /** It gives one document for each span, at most. */
  readonly exact: boolean;
}
interface Conditions {
  /** The values a path may be equal to. */
  readonly equal: Map<string, readonly Value[]>;
  readonly ranges: Map<string, (readonly [operator: string, operand: Value])[]>;
  readonly alternatives: (readonly Doc[])[];
}

const MOST_HEADS = 500;
/** So few documents are sorted in memory sooner than they are searched in order. */
const FEW = 64;

export function planFor(store: Store, collection: Collection, filter: Doc, sort?: Doc): Plan {
  const order = sort === undefined ? [] : orderOf(sort);
  const conditions = conditionsOf([filter]);
  const best = bestScan(store, collection, conditions, order);
  if (best === undefined || !few(store, best)) {
    for (const branches of conditions.alternatives) {
      const known = branches
        .map((branch) => bestScan(store, collection, conditionsOf([filter, branch]), []))
        .filter((scan) => scan !== undefined)
        .filter((scan) => few(store, scan));
      if (known.length === branches.length)
        return { rows: read(store, collection, known), sorted: order.length === 0, index: "$or" };
    }
  }
  if (best === undefined)
    return { rows: store.scan(collection), sorted: order.length === 0, index: undefined };
  return {
    rows: read(store, collection, [best]),
    sorted: order.length === 0 || best.sorted,
    index: best.index.name,
  };
}

const few = (store: Store, { index, spans, exact }: Scan): boolean =>
  exact ||
  spans.reduce(
    (n, [low, high]) => (n > FEW ? n : n + store.countRange(index, low, high, FEW + 1)),
    0,
  ) <= FEW;

function* read(store: Store, collection: Collection, scans: readonly Scan[]): Generator<Stored> {
  const once = scans.length === 1 && scans[0]?.spans.length === 1 && !scans[0].index.multikey;
  const seen = once ? undefined : new Set<number>();
  for (const { index, spans, backwards } of scans)
    for (const [low, high] of spans)
      for (const seq of store.range(index, low, high, backwards)) {
        if (seen?.has(seq)) continue;
        seen?.add(seq);
        const row = store.get(collection, seq);
        if (row !== undefined) yield row;
      }
}

function conditionsOf(filters: readonly Doc[]): Conditions {
  const found: Conditions = { equal: new Map(), ranges: new Map(), alternatives: [] };
  const visit = (filter: Doc): void => {
    for (const [path, condition] of filter) {
      const parts = Array.isArray(condition) ? condition.filter(isDoc) : [];
      if (path === "$and") parts.forEach(visit);
      else if (path === "$or") found.alternatives.push(parts);
      else if (path.startsWith("$")) continue;
      else if (!isDoc(condition) || !condition.keys().next().value?.startsWith("$"))
        addEqual(found, path, [condition]);
      else for (const [operator, operand] of condition) addOperator(found, path, operator, operand);
    }
  };
  filters.forEach(visit);
  return found;
}

const searchable = (value: Value) => !Array.isArray(value) && !(value instanceof BSONRegExp);

function addEqual({ equal }: Conditions, path: string, values: readonly Value[]): void {
  const known = equal.get(path);
  if (values.every(searchable) && (known === undefined || known.length > values.length))
    equal.set(path, values);
}

function addOperator(found: Conditions, path: string, operator: string, operand: Value): void {
  if (operator === "$eq") addEqual(found, path, [operand]);
  else if (operator === "$in" && Array.isArray(operand) && operand.length <= MOST_HEADS)
    addEqual(found, path, operand);
  else if (/^\$[gl]te?$/.test(operator) && operand !== null && searchable(operand))
    if (!(operand instanceof MinKey) && !(operand instanceof MaxKey))
      found.ranges.set(path, [...(found.ranges.get(path) ?? []), [operator, operand]]);
}

/** One that gives few documents, else the one whose fields and order fit best. */
function bestScan(
  store: Store,
  collection: Collection,
  conditions: Conditions,
  order: readonly OrderPart[],
): Scan | undefined {
  const scans = collection.indexes
    .map((index) => scanOf(index, conditions, order))
    .filter((scan) => scan !== undefined)
    .sort((a, b) => b.score - a.score);
  return scans.find((scan) => few(store, scan)) ?? scans[0];
}

function scanOf(
  index: Index,
  conditions: Conditions,
  order: readonly OrderPart[],
): Scan | undefined {
  if (index.partial !== undefined || index.parts.some(({ path }) => path.some(isIndex)))
    return undefined;
  let heads: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  for (const { path, direction } of index.parts) {
    const values = conditions.equal.get(path.join("."));
    if (values === undefined || values.length * heads.length > MOST_HEADS) break;
    if (index.sparse && values.includes(null)) break;
    const keys = [
      ...new Map(
        values.map((v) => [keyOf(v, direction).toString("latin1"), keyOf(v, direction)]),
      ).values(),
    ];
    heads = heads.flatMap((head) => keys.map((key) => Buffer.concat([head, key])));
    fixed++;
  }
  const next = index.parts[fixed];
  const range = next && conditions.ranges.get(next.path.join("."));
  if (index.sparse && fixed === 0 && range === undefined) return undefined;
  const backwards = sortDirection(index, fixed, conditions, order);
  const sorted =
    backwards !== undefined && heads.length === 1 && !index.multikey && order.length > 0;
  const spans = heads.flatMap((head) => spansOf(head, next, range, index.multikey));
  const exact = index.unique && fixed === index.parts.length && heads.length <= FEW;
  const score = fixed * 4 + (range ? 2 : 0) + (sorted ? 3 : 0) + (exact ? 1 : 0);
  if (score === 0) return undefined;
  return { index, spans, sorted, backwards: sorted && backwards === -1, score, exact };
}

/** 1 where the index after its fixed fields runs in the sort's order, -1 where it runs against it. */
function sortDirection(
  index: Index,
  fixed: number,
  { equal }: Conditions,
  order: readonly OrderPart[],
): 1 | -1 | undefined {
  const isFixed = ({ path }: OrderPart) =>
    equal.get(path.join("."))?.length === 1 &&
    index.parts.slice(0, fixed).some((part) => part.path.join() === path.join());
  const wanted = order.filter((part) => !isFixed(part));
  const turns = wanted.map(({ path, direction }, i) => {
    const part = index.parts[fixed + i];
    return part?.path.join() === path.join() ? part.direction * direction : 0;
  });
  const turn = turns[0] ?? 1;
  return turn !== 0 && turns.every((t) => t === turn) ? (turn > 0 ? 1 : -1) : undefined;
}

/** The keys below one head; a range stays within the type of its operand. */
function spansOf(
  head: Buffer,
  part: OrderPart | undefined,
  range: readonly (readonly [string, Value])[] | undefined,
  multikey: boolean,
): Span[] {
  const whole: Span = [head, head.length > 0 ? after(head) : Buffer.alloc(64, 255)];
  if (part === undefined || range === undefined) return [whole];
  let [low, high] = whole;
  // Different elements of an array may meet the two ends of a range.
  for (const [operator, operand] of multikey ? range.slice(0, 1) : range) {
    const key = Buffer.concat([head, keyOf(operand, part.direction)]);
    const type = rankOf(operand) + 1;
    const bracket = Buffer.concat([head, Buffer.from([part.direction > 0 ? type : 255 - type])]);
    const isLow = operator.startsWith("$g") === part.direction > 0;
    const [from, to] = isLow ? [key, after(bracket)] : [bracket, after(key)];
    if (Buffer.compare(from, low) > 0) low = from;
    if (Buffer.compare(to, high) < 0) high = to;
  }
  return Buffer.compare(low, high) < 0 ? [[low, high]] : [];
}
