/** Results that are handed out in batches. */
import { encode, MAX_REPLY_BYTES } from "./bson.ts";
import { CommandError } from "./errors.ts";

interface Cursor {
  readonly ns: string;
  readonly documents: readonly Buffer[];
  next: number;
  touched: number;
}

export type Cursors = ReturnType<typeof createCursors>;
const IDLE_MS = 10 * 60_000;
const OK = encode({ ok: 1 }).subarray(4, -1);

export function createCursors() {
  const cursors = new Map<bigint, Cursor>();
  /** Never the id of a cursor that a thread before this one gave out. */
  let lastId = BigInt(Date.now()) * 1_000_000n;

  /** The documents go into the reply as they are stored, without being decoded. */
  function reply(id: bigint, cursor: Cursor, size: number, field: string): Buffer {
    const batch: Buffer[] = [];
    let bytes = 0;
    for (const document of cursor.documents.slice(cursor.next, cursor.next + size)) {
      bytes += document.length + 12;
      if (bytes > MAX_REPLY_BYTES && batch.length > 0) break;
      batch.push(Buffer.from(`\x03${batch.length / 2}\0`), document);
    }
    cursor.next += batch.length / 2;
    cursor.touched = Date.now();
    const isDone = cursor.next >= cursor.documents.length;
    if (isDone) cursors.delete(id);
    else cursors.set(id, cursor);
    const rest = encode({ id: isDone ? 0n : id, ns: cursor.ns }).subarray(4, -1);
    return documentOf([elementOf("\x03", "cursor", [elementOf("\x04", field, batch), rest]), OK]);
  }

  return {
    /** The reply with the first batch. */
    open(ns: string, documents: readonly Buffer[], size: number): Buffer {
      const cursor = { ns, documents, next: 0, touched: 0 };
      return reply(++lastId, cursor, size, "firstBatch");
    },
    more(id: bigint, ns: string, size: number): Buffer {
      const cursor = cursors.get(id);
      if (cursor?.ns !== ns) throw new CommandError(43, `cursor id ${id} not found`);
      return reply(id, cursor, size === 0 ? Infinity : size, "nextBatch");
    },
    kill: (id: bigint): boolean => cursors.delete(id),
    /** Forgets the cursors nobody asked for in ten minutes, as MongoDB does. */
    expire(now: number): void {
      for (const [id, cursor] of cursors) if (now - cursor.touched > IDLE_MS) cursors.delete(id);
    },
  };
}

const elementOf = (type: string, name: string, parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${type}${name}\0`), documentOf(parts)]);

function documentOf(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), ...parts, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}
