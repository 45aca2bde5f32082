/** The types of values: their names, their place in MongoDB's order, and arithmetic over numbers. */
import { Binary, BSONRegExp, Double, MinKey, ObjectId, Timestamp } from "bson";
import { isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";

/** Sorts and indexes put an empty array below null. */
export const EMPTY_ARRAY = Symbol("empty array");
/** What sorts and indexes compare; undefined is a missing value. */
export type Key = Value | undefined | typeof EMPTY_ARRAY;
export type Numeric = number | bigint | Double;

/** The place of each type in the comparison order. */
const RANKS = {
  minKey: 0,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 50,
  regex: 55,
  maxKey: 120,
} as const;
type TypeName = keyof typeof RANKS;
const RANK_OF_EMPTY = 4;

function nameOf(value: Value): TypeName {
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "int";
  if (value === null) return "null";
  if (isDoc(value)) return "object";
  if (value instanceof Date) return "date";
  if (value instanceof ObjectId) return "objectId";
  if (typeof value === "boolean") return "bool";
  if (Array.isArray(value)) return "array";
  if (value instanceof Double) return "double";
  if (typeof value === "bigint") return "long";
  if (value instanceof Binary) return "binData";
  if (value instanceof Timestamp) return "timestamp";
  if (value instanceof BSONRegExp) return "regex";
  return value instanceof MinKey ? "minKey" : "maxKey";
}

/** As `$type` names it. */
export const typeName = (value: Value | undefined): TypeName | "missing" =>
  value === undefined ? "missing" : nameOf(value);
export const isTypeName = (name: Value): boolean =>
  typeof name === "string" && Object.hasOwn(RANKS, name);

/** The place of the value's type in MongoDB's comparison order; a missing value stands with null. */
export function rankOf(value: Key): number {
  if (typeof value === "symbol") return RANK_OF_EMPTY;
  return RANKS[nameOf(value ?? null)];
}

export const isNumeric = (value: Key): value is Numeric =>
  typeof value === "number" || typeof value === "bigint" || value instanceof Double;
export const toNumber = (value: Numeric): number =>
  value instanceof Double ? value.value : Number(value);

const INT32 = 0x7fffffffn;
const INT64 = 0x7fffffffffffffffn;

/**
 * A sum in MongoDB's types: ints grow to long; a long that overflows becomes a double, or is
 * refused (2) when `strict`, as updates ask for.
 */
export function sum(a: Numeric, b: Numeric, strict = false): Numeric {
  if (a instanceof Double || b instanceof Double) return new Double(toNumber(a) + toNumber(b));
  const result = BigInt(a) + BigInt(b);
  if (result > INT64 || result < -INT64 - 1n) {
    if (strict) throw new CommandError(2, "The result does not fit into a 64 bit integer.");
    return new Double(Number(result));
  }
  const long = typeof a === "bigint" || typeof b === "bigint";
  return long || result > INT32 || result < -INT32 - 1n ? result : Number(result);
}
