/**
 * The BSON values this database stores: their decoding, their types, and sums. A document is a Map,
 * which keeps the order of "10" and "a" as plain objects do not; an int32 is a number, an int64 a
 * bigint and a double a Double, so that encoding a decoded document gives the same bytes. Decimal128,
 * code, symbols and the other deprecated types are refused.
 */
import { isUtf8 } from "node:buffer";
import { Binary, BSON, BSONRegExp, Double, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { CommandError, unsupported } from "./errors.ts";

type Scalar = null | boolean | number | bigint | string;
type Typed = Date | Double | ObjectId | Binary | Timestamp | BSONRegExp | MinKey | MaxKey;
export type Value = Scalar | Typed | Value[] | Doc;
export type Doc = Map<string, Value>;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
/** A document, and what stands around it. */
export const MAX_REPLY_BYTES = MAX_DOCUMENT_BYTES + 16_384;
const MAX_DEPTH = 180;

export const isDoc = (value: unknown): value is Doc => value instanceof Map;

/** A small document written in place: `docOf({ _id: 1 })`. */
export const docOf = (fields: Readonly<Record<string, Value>>): Doc =>
  new Map(Object.entries(fields));

export const firstName = (doc: Doc): string => doc.keys().next().value ?? "";

export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * A reply is encoded from plain objects, a stored document from its Map. Throws 10334 for more than
 * a reply may have. bson has room for 17 MB; of a long string at the end it may keep a part.
 */
export function encode(value: Doc | Record<string, unknown>): Buffer {
  try {
    const bytes = asBuffer(BSON.serialize(value));
    if (bytes.length <= MAX_REPLY_BYTES) return bytes;
  } catch (error) {
    if (!String(error).startsWith("RangeError")) throw error;
  }
  throw tooLarge();
}

const tooLarge = () => new CommandError(10334, "A document, or an answer, is larger than 16 MB.");

const damaged = () => new CommandError(22, "The message holds bytes that are not valid BSON.");

/**
 * Throws 22 for bytes that are not exactly one document, and 238 for a type that is not stored.
 * Other fields than `only` are passed over.
 */
export function decode(bytes: Uint8Array, only?: ReadonlySet<string>): Doc {
  const b = asBuffer(bytes);
  try {
    if (b.readInt32LE(0) !== b.length) throw damaged();
    return readDocument(b, 0, 0, only);
  } catch (error) {
    throw error instanceof CommandError ? error : damaged();
  }
}

const tooDeep = () =>
  new CommandError(15, `A document is nested more than ${MAX_DEPTH} levels deep.`);

/** The bytes of a document to be stored. Throws 10334, 15 or 53 where it may not be. */
export function encodeStored(doc: Doc): Buffer {
  checkDepth(doc);
  const bytes = encode(doc);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge();
  if (Array.isArray(doc.get("_id")))
    throw new CommandError(53, "The '_id' value cannot be of type array");
  return bytes;
}

/** Throws 15 for a document that could be written and not be read again. */
function checkDepth(value: Value, left = MAX_DEPTH): void {
  if (!isDoc(value) && !Array.isArray(value)) return;
  if (left < 0) throw tooDeep();
  for (const child of value.values()) checkDepth(child, left - 1);
}

function elements(b: Buffer, start: number, depth: number): Iterable<readonly number[]> {
  if (depth > MAX_DEPTH) throw tooDeep();
  return BSON.onDemand.parseToElements(b, start);
}

function readDocument(b: Buffer, start: number, depth: number, only?: ReadonlySet<string>): Doc {
  const doc: Doc = new Map();
  let fields = 0;
  for (const [type, nameAt = 0, nameLength = 0, at = 0, length = 0] of elements(b, start, depth)) {
    const name = text(b, nameAt, nameAt + nameLength);
    if (only?.has(name) === false) continue;
    doc.set(name, readValue(b, type, at, length, depth));
    fields++;
  }
  if (doc.size !== fields) throw unsupported("A document with the same field name twice", 22);
  return doc;
}

function readArray(b: Buffer, start: number, depth: number): Value[] {
  const list: Value[] = [];
  for (const [type, , , at = 0, length = 0] of elements(b, start, depth))
    list.push(readValue(b, type, at, length, depth));
  return list;
}

function text(b: Buffer, start: number, end: number): string {
  const value = b.toString("utf8", start, end);
  if (value.includes("\uFFFD") && !isUtf8(b.subarray(start, end))) throw damaged();
  return value;
}

/** The copy of a part that outlives the message it came in. */
const copy = (b: Buffer, start: number, end: number) => Buffer.from(b.subarray(start, end));

function readValue(b: Buffer, type = 0, at = 0, length = 0, depth = 0): Value {
  switch (type) {
    case 0x01:
      return new Double(b.readDoubleLE(at));
    case 0x02:
      if (length < 5 || b[at + length - 1] !== 0) throw damaged();
      return text(b, at + 4, at + length - 1);
    case 0x03:
      return readDocument(b, at, depth + 1);
    case 0x04:
      return readArray(b, at, depth + 1);
    case 0x05:
      if (b[at + 4] === 2) throw unsupported("Binary subtype 2");
      return new Binary(copy(b, at + 5, at + length), b[at + 4]);
    case 0x07:
      return new ObjectId(copy(b, at, at + 12));
    case 0x08:
      if ((b[at] ?? 2) > 1) throw damaged();
      return b[at] === 1;
    case 0x09: {
      const date = new Date(Number(b.readBigInt64LE(at)));
      if (Number.isNaN(date.getTime())) throw unsupported("A date after the year 275760");
      return date;
    }
    case 0x0a:
      return null;
    case 0x0b: {
      const middle = b.indexOf(0, at);
      return new BSONRegExp(text(b, at, middle), text(b, middle + 1, at + length - 1));
    }
    case 0x10:
      return b.readInt32LE(at);
    case 0x11:
      return new Timestamp(b.readBigUInt64LE(at));
    case 0x12:
      return b.readBigInt64LE(at);
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      throw unsupported(type === 0x13 ? "Decimal128" : `BSON type ${type}`);
  }
}

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

/** What serves as true or false. */
export type Switch = boolean | Numeric;
export const isSwitch = (value: Key): value is Switch =>
  typeof value === "boolean" || isNumeric(value);
export const isOn = (value: Switch): boolean =>
  typeof value === "boolean" ? value : toNumber(value) !== 0;

/** A sum in MongoDB's types: ints grow to long. Throws 2 where a long overflows. */
export function sum(a: Numeric, b: Numeric): Numeric {
  if (a instanceof Double || b instanceof Double) return new Double(toNumber(a) + toNumber(b));
  const result = BigInt(a) + BigInt(b);
  if (BigInt.asIntN(64, result) !== result)
    throw new CommandError(2, "The result does not fit into a 64 bit integer.");
  const isLong = typeof a === "bigint" || typeof b === "bigint";
  return isLong || BigInt.asIntN(32, result) !== result ? result : Number(result);
}
