/** MongoDB's order, equality, type names and arithmetic over BSON values. */
import { Binary, BSONRegExp, Double, MinKey, ObjectId, Timestamp } from "bson";
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";

/** Sorts and indexes put an empty array below null. */
export const EMPTY_ARRAY = Symbol("empty array");
export type Key = Value | undefined | typeof EMPTY_ARRAY;
export type Numeric = number | bigint | Double;

export const RANK = {
  minKey: 0,
  empty: 4,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 50,
  regex: 55,
  maxKey: 120,
} as const;

/** The place of the value's type in MongoDB's comparison order; a missing value stands with null. */
export function rankOf(value: Key): number {
  if (typeof value === "number" || typeof value === "bigint") return RANK.number;
  if (typeof value === "string") return RANK.string;
  if (typeof value === "boolean") return RANK.bool;
  if (value === null || value === undefined) return RANK.null;
  if (typeof value === "symbol") return RANK.empty;
  if (isDoc(value)) return RANK.object;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Double) return RANK.number;
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof Date) return RANK.date;
  if (value instanceof Binary) return RANK.binary;
  if (value instanceof Timestamp) return RANK.timestamp;
  if (value instanceof BSONRegExp) return RANK.regex;
  return value instanceof MinKey ? RANK.minKey : RANK.maxKey;
}

export const isNumeric = (value: Key): value is Numeric => rankOf(value) === RANK.number;
const plain = (value: Numeric): number | bigint => (value instanceof Double ? value.value : value);
export const toNumber = (value: Numeric): number => Number(plain(value));

/** `$type` aliases and numbers. */
export const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  minKey: -1,
  maxKey: 127,
};

const NAME_OF_RANK = new Map<number, string>([
  [RANK.minKey, "minKey"],
  [RANK.null, "null"],
  [RANK.string, "string"],
  [RANK.object, "object"],
  [RANK.array, "array"],
  [RANK.binary, "binData"],
  [RANK.objectId, "objectId"],
  [RANK.bool, "bool"],
  [RANK.date, "date"],
  [RANK.timestamp, "timestamp"],
  [RANK.regex, "regex"],
  [RANK.maxKey, "maxKey"],
]);

export function typeName(value: Value | undefined): string {
  if (value === undefined) return "missing";
  if (typeof value === "number") return "int";
  if (typeof value === "bigint") return "long";
  return NAME_OF_RANK.get(rankOf(value)) ?? "double";
}

const order = (a: number | bigint | string, b: number | bigint | string): number =>
  a < b ? -1 : a > b ? 1 : 0;

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : order(a, b);
}

function compareDocs(a: Doc, b: Doc): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const other = others.next();
    if (other.done) return 1;
    const [otherName, otherValue] = other.value;
    const difference =
      rankOf(value) - rankOf(otherValue) ||
      compareText(name, otherName) ||
      compare(value, otherValue);
    if (difference !== 0) return difference;
  }
  return a.size - b.size;
}

const compareText = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Negative, zero or positive, in MongoDB's order across all types; numbers exactly, strings by byte. */
export function compare(a: Key, b: Key): number {
  const rank = rankOf(a);
  if (rank !== rankOf(b)) return rank - rankOf(b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(plain(a), plain(b));
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = compare(a[i], b[i]);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  }
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Date && b instanceof Date) return order(a.getTime(), b.getTime());
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (a instanceof Binary && b instanceof Binary)
    return (
      a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value())
    );
  if (a instanceof Timestamp && b instanceof Timestamp) return order(a.toBigInt(), b.toBigInt());
  if (a instanceof BSONRegExp && b instanceof BSONRegExp)
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
  return 0;
}

export const equal = (a: Key, b: Key): boolean => compare(a, b) === 0;

/** Equal and of the same type: an int 1 is not the same as a double 1. */
export const identical = (a: Value, b: Value): boolean =>
  equal(a, b) &&
  (isDoc(a) || Array.isArray(a) ? deepTypes(a) === deepTypes(b) : typeName(a) === typeName(b));

const deepTypes = (value: Value): string =>
  isDoc(value)
    ? `{${[...value.values()].map(deepTypes).join()}}`
    : Array.isArray(value)
      ? `[${value.map(deepTypes).join()}]`
      : typeName(value);

export const truthy = (value: Value | undefined): boolean =>
  isNumeric(value)
    ? toNumber(value) !== 0
    : value !== undefined && value !== null && value !== false;

const INT32 = 0x7fffffffn;
const INT64 = 0x7fffffffffffffffn;

/**
 * Sum, difference or product in MongoDB's types: ints grow to long; a long that overflows becomes a
 * double, or is refused (2) when `strict`, as updates ask for.
 */
export function arithmetic(sign: "+" | "-" | "*", a: Numeric, b: Numeric, strict = false): Numeric {
  const [x, y] = [plain(a), plain(b)];
  if (a instanceof Double || b instanceof Double) {
    const [m, n] = [Number(x), Number(y)];
    return new Double(sign === "+" ? m + n : sign === "-" ? m - n : m * n);
  }
  const [m, n] = [BigInt(x), BigInt(y)];
  const result = sign === "+" ? m + n : sign === "-" ? m - n : m * n;
  if (result > INT64 || result < -INT64 - 1n) {
    if (strict) throw new CommandError(2, "The result does not fit into a 64 bit integer.");
    return new Double(Number(result));
  }
  const long = typeof a === "bigint" || typeof b === "bigint";
  return long || result > INT32 || result < -INT32 - 1n ? result : Number(result);
}
