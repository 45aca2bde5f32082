/**
 * Values as bytes whose order is MongoDB's order: what indexes store, sorts compare and groups are
 * told apart by. No encoding is the beginning of another, so keys can be joined and, for a
 * descending field, inverted.
 */
import { Binary, BSONRegExp, ObjectId, Timestamp } from "bson";
import { type Doc, isDoc, type Value } from "./bson.ts";
import { expand, parsePath } from "./paths.ts";
import { compare, isNumeric, type Key, type Numeric, rankOf, toNumber } from "./values.ts";

export type Direction = 1 | -1;
export interface OrderPart {
  readonly path: readonly string[];
  readonly direction: Direction;
}

const byte = (n: number): Buffer => Buffer.from([n]);
const END = byte(0);

export function keyOf(value: Key, direction: Direction = 1): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  const key = Buffer.concat(parts);
  if (direction < 0) for (let i = 0; i < key.length; i++) key[i] = 255 - (key[i] ?? 0);
  return key;
}

/** Equal values, and only they, have the same text. */
export const identity = (value: Key): string => keyOf(value).toString("latin1");

/** The least key above every key that begins with `prefix`. */
export function after(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let i = next.length - 1; i >= 0; i--) {
    const value = next[i] ?? 0;
    if (value !== 255) {
      next[i] = value + 1;
      return next.subarray(0, i + 1);
    }
  }
  return Buffer.alloc(64, 255);
}

/** The order of a sort or index specification whose directions were checked. */
export const orderOf = (spec: Doc): OrderPart[] =>
  [...spec].map(([path, direction]) => ({
    path: parsePath(path),
    direction: isNumeric(direction) && toNumber(direction) < 0 ? -1 : 1,
  }));

/** What a document sorts by: of an array the least element, or the greatest where descending. */
export function sortKey(doc: Value, order: readonly OrderPart[]): Buffer {
  return Buffer.concat(
    order.map(({ path, direction }) => {
      const [first, ...rest] = expand(doc, path);
      const best = rest.reduce((a, b) => (compare(b, a) * direction < 0 ? b : a), first);
      return keyOf(best, direction);
    }),
  );
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
  if (!Number.isNaN(approximate)) {
    bytes.writeDoubleBE(approximate === 0 ? 0 : approximate);
    const negative = (bytes[0] ?? 0) >= 0x80;
    for (let i = 0; i < 8; i++) bytes[i] = (bytes[i] ?? 0) ^ (negative ? 255 : i === 0 ? 128 : 0);
  }
  parts.push(bytes);
  if (Math.abs(approximate) < 2 ** 53 || Math.abs(approximate) > 2 ** 63) return;
  if (Number.isNaN(approximate)) return;
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
