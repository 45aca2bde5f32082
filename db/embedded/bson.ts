/**
 * The BSON values this database stores, and their decoding. A document is a Map, which keeps the
 * order of "10" and "a" as plain objects do not; an int32 is a number, an int64 a bigint and a
 * double a Double, so that encoding a decoded document gives the same bytes. Decimal128, code,
 * symbols and the other deprecated types are refused.
 */
import { Binary, BSON, BSONRegExp, Double, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { CommandError, unsupported } from "./errors.ts";

export type Doc = Map<string, Value>;
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Double
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 180;

export const isDoc = (value: unknown): value is Doc => value instanceof Map;

/** A small document written in place: `docOf({ _id: 1 })`. */
export const docOf = (fields: Readonly<Record<string, Value>>): Doc =>
  new Map(Object.entries(fields));

/** Throws 22 for bytes that are not exactly one document, and 238 for a type that is not stored. */
export function decode(bytes: Uint8Array): Doc {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const cursor = { at: 0 };
    const doc = readDocument(b, cursor, 0);
    if (cursor.at !== b.length) throw damaged();
    return doc;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw damaged();
  }
}

/** A reply is encoded from plain objects, a stored document from its Map. */
export function encode(value: Doc | Record<string, unknown>): Buffer {
  const bytes = BSON.serialize(value);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes of `documents` as the BSON array of a field `name`, without decoding them. */
export function encodeArrayField(name: string, documents: readonly Buffer[]): Buffer {
  const items = documents.flatMap((document, i) => [Buffer.from(`\x03${i}\0`), document]);
  const head = Buffer.from(`\x04${name}\0size`);
  head.writeInt32LE(5 + items.reduce((sum, item) => sum + item.length, 0), head.length - 4);
  return Buffer.concat([head, ...items, Buffer.alloc(1)]);
}

interface Cursor {
  at: number;
}

const damaged = () => new CommandError(22, "The message holds bytes that are not valid BSON.");

function open(b: Buffer, cursor: Cursor, depth: number): number {
  if (depth > MAX_DEPTH)
    throw new CommandError(15, `A document is nested more than ${MAX_DEPTH} levels deep.`);
  const end = cursor.at + b.readInt32LE(cursor.at);
  if (end < cursor.at + 5 || end > b.length || b[end - 1] !== 0) throw damaged();
  cursor.at += 4;
  return end;
}

function readDocument(b: Buffer, cursor: Cursor, depth: number): Doc {
  const end = open(b, cursor, depth);
  const doc: Doc = new Map();
  let fields = 0;
  for (let type = b[cursor.at++]; type !== 0; type = b[cursor.at++]) {
    const name = readName(b, cursor);
    doc.set(name, readValue(b, cursor, type, depth));
    fields++;
  }
  if (cursor.at !== end) throw damaged();
  if (doc.size !== fields) throw unsupported("A document with the same field name twice", 22);
  return doc;
}

function readArray(b: Buffer, cursor: Cursor, depth: number): Value[] {
  const end = open(b, cursor, depth);
  const list: Value[] = [];
  for (let type = b[cursor.at++]; type !== 0; type = b[cursor.at++]) {
    readName(b, cursor);
    list.push(readValue(b, cursor, type, depth));
  }
  if (cursor.at !== end) throw damaged();
  return list;
}

function readName(b: Buffer, cursor: Cursor): string {
  const end = b.indexOf(0, cursor.at);
  if (end < 0) throw damaged();
  const name = text(b, cursor.at, end);
  cursor.at = end + 1;
  return name;
}

function text(b: Buffer, start: number, end: number): string {
  const value = b.toString("utf8", start, end);
  if (value.includes("\uFFFD") && Buffer.byteLength(value) !== end - start) throw damaged();
  return value;
}

function take(cursor: Cursor, length: number): number {
  cursor.at += length;
  return cursor.at - length;
}

function readValue(b: Buffer, cursor: Cursor, type: number | undefined, depth: number): Value {
  switch (type) {
    case 0x01:
      return new Double(b.readDoubleLE(take(cursor, 8)));
    case 0x02: {
      const length = b.readInt32LE(take(cursor, 4));
      const start = take(cursor, length);
      if (length < 1 || b[start + length - 1] !== 0) throw damaged();
      return text(b, start, start + length - 1);
    }
    case 0x03:
      return readDocument(b, cursor, depth + 1);
    case 0x04:
      return readArray(b, cursor, depth + 1);
    case 0x05: {
      const length = b.readInt32LE(take(cursor, 4));
      const subtype = b.readUInt8(take(cursor, 1));
      if (subtype === 2) throw unsupported("Binary subtype 2");
      const start = take(cursor, length);
      if (length < 0 || cursor.at > b.length) throw damaged();
      return new Binary(Buffer.from(b.subarray(start, start + length)), subtype);
    }
    case 0x07: {
      const start = take(cursor, 12);
      return new ObjectId(Buffer.from(b.subarray(start, start + 12)));
    }
    case 0x08: {
      const flag = b.readUInt8(take(cursor, 1));
      if (flag > 1) throw damaged();
      return flag === 1;
    }
    case 0x09: {
      const date = new Date(Number(b.readBigInt64LE(take(cursor, 8))));
      if (Number.isNaN(date.getTime())) throw unsupported("A date after the year 275760");
      return date;
    }
    case 0x0a:
      return null;
    case 0x0b:
      return new BSONRegExp(readName(b, cursor), readName(b, cursor));
    case 0x10:
      return b.readInt32LE(take(cursor, 4));
    case 0x11:
      return new Timestamp(b.readBigUInt64LE(take(cursor, 8)));
    case 0x12:
      return b.readBigInt64LE(take(cursor, 8));
    case 0x13:
      throw unsupported("Decimal128");
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    case 0x06:
    case 0x0c:
    case 0x0d:
    case 0x0e:
    case 0x0f:
      throw unsupported(`BSON type ${type}`);
    case undefined:
    default:
      throw damaged();
  }
}
