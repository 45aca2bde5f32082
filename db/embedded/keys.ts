/**
 * Values as bytes whose order is MongoDB's order: what indexes store, sorts compare and groups are
 * told apart by. No encoding is the beginning of another, so keys can be joined and, for a
 * descending field, inverted.
 */
import { Binary, BSONRegExp, ObjectId, Timestamp } from "bson";
import {
  type Doc,
  isDoc,
  type Value,
  isNumeric,
  type Key,
  type Numeric,
  rankOf,
  toNumber,
} from "./bson.ts";
import { CommandError } from "./errors.ts";
import { expand, parsePath, type Path } from "./paths.ts";

export interface OrderPart {
  readonly name: string;
  readonly path: Path;
  readonly direction: 1 | -1;
}

const byte = (n: number): Buffer => Buffer.from([n]);
const END = byte(0);

export function keyOf(value: Key, direction: 1 | -1 = 1): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  const key = Buffer.concat(parts);
  return direction < 0 ? invert(key) : key;
}

function invert(key: Buffer): Buffer {
  for (let i = 0; i < key.length; i++) key[i] = 255 - (key[i] ?? 0);
  return key;
}

/** Equal values, and only they, have the same text. */
export const identity = (value: Key): string =>
  typeof value === "string" ? `"${value}` : keyOf(value).toString("latin1");

/** Negative, zero or positive, in MongoDB's order across all types; numbers exactly, strings by byte. */
export function compare(a: Key, b: Key): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return rankOf(a) - rankOf(b) || Buffer.compare(keyOf(a), keyOf(b));
}

export const equal = (a: Key, b: Key): boolean =>
  typeof a === "string" && typeof b === "string" ? a === b : compare(a, b) === 0;

/** The least key above every key that begins with `prefix`. */
export function after(prefix: Buffer): Buffer {
  const end = prefix.findLastIndex((value) => value !== 255);
  if (end < 0) return Buffer.alloc(64, 255);
  const next = Buffer.from(prefix.subarray(0, end + 1));
  next[end] = (next[end] ?? 0) + 1;
  return next;
}

/** The order of a sort or an index. Throws 15975 for a direction other than 1 and -1. */
export const orderOf = (spec: Doc): OrderPart[] =>
  [...spec].map(([name, given]) => {
    const direction = isNumeric(given) ? toNumber(given) : 0;
    if (direction === 1 || direction === -1) return { name, path: parsePath(name), direction };
    throw new CommandError(15975, `$sort key ordering of '${name}' must be 1 or -1`);
  });

/** Every combination of one value of each field, as one key. */
export function joinedKeys(
  values: readonly (readonly Key[])[],
  parts: readonly OrderPart[],
): Buffer[] {
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [i, list] of values.entries()) {
    const ends = list.map((value) => keyOf(value, parts[i]?.direction));
    const once =
      ends.length < 2 ? ends : new Map(ends.map((end) => [end.toString("latin1"), end])).values();
    keys = [...once].flatMap((end) => keys.map((key) => Buffer.concat([key, end])));
  }
  return keys;
}

/** What a document sorts by: of an array the least element, or the greatest where descending. */
export function sortKey(doc: Value, order: readonly OrderPart[]): Buffer {
  const keys = order.map(({ path, direction }) => {
    const [first = END, ...rest] = expand(doc, path).map((value) => keyOf(value, direction));
    return rest.reduce((a, b) => (Buffer.compare(b, a) < 0 ? b : a), first);
  });
  return Buffer.concat(keys);
}

function write(value: Key, parts: Buffer[]): void {
  parts.push(byte(rankOf(value) + 1));
  if (isNumeric(value)) writeNumber(value, parts);
  else if (typeof value === "string") parts.push(cstring(value));
  else if (typeof value === "boolean") parts.push(byte(value ? 1 : 0));
  else if (value instanceof ObjectId) parts.push(Buffer.from(value.id));
  else if (value instanceof Date) parts.push(int64(BigInt(value.getTime())));
  else if (isDoc(value)) {
    for (const [name, child] of value) {
      parts.push(byte(rankOf(child) + 1), cstring(name));
      write(child, parts);
    }
    parts.push(END);
  } else if (Array.isArray(value)) {
    for (const child of value) write(child, parts);
    parts.push(END);
  } else if (value instanceof Binary) {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(value.position);
    head[4] = value.sub_type;
    parts.push(head, Buffer.from(value.value()));
  } else if (value instanceof Timestamp) parts.push(int64(value.toBigInt() - (1n << 63n)));
  else if (value instanceof BSONRegExp) parts.push(cstring(value.pattern), cstring(value.options));
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value + (1n << 63n));
  return bytes;
}

/** As a double, followed from 2^53 on by the exact integer, which a double cannot tell apart. */
function writeNumber(value: Numeric, parts: Buffer[]): void {
  const approximate = toNumber(value);
  const bytes = Buffer.alloc(8);
  parts.push(bytes);
  if (Number.isNaN(approximate)) return;
  bytes.writeDoubleBE(approximate === 0 ? 0 : approximate);
  if (approximate < 0) invert(bytes);
  else bytes[0] = (bytes[0] ?? 0) + 128;
  if (Math.abs(approximate) < 2 ** 53 || Math.abs(approximate) > 2 ** 63) return;
  const exact = (typeof value === "bigint" ? value : BigInt(approximate)) + (1n << 63n);
  const extra = Buffer.alloc(9);
  extra[0] = Number(exact >> 64n);
  extra.writeBigUInt64BE(exact & 0xffffffffffffffffn, 1);
  parts.push(extra);
}

function cstring(value: string): Buffer {
  const escaped = value.includes("\0") ? value.replaceAll("\0", "\0\u{10FFFF}") : value;
  return Buffer.concat([Buffer.from(escaped), Buffer.from([0, 1])]);
}
