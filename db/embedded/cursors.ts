/** Results that are handed out in batches. */
import { encode, encodeArrayField, MAX_DOCUMENT_BYTES } from "./bson.ts";
import { CommandError } from "./errors.ts";

interface Cursor {
  readonly ns: string;
  readonly documents: readonly Buffer[];
  next: number;
  touched: number;
}

export type Cursors = ReturnType<typeof createCursors>;
const IDLE_MS = 10 * 60_000;
export const FIRST_BATCH = 101;

export function createCursors() {
  const cursors = new Map<bigint, Cursor>();
  let lastId = 0n;

  /** The documents go into the reply as they are stored. */
  function reply(
    id: bigint,
    cursor: Cursor,
    size: number,
    field: "firstBatch" | "nextBatch",
  ): Buffer {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (batch.length < size) {
      const document = cursor.documents[cursor.next];
      if (document === undefined || bytes + document.length > MAX_DOCUMENT_BYTES + 16_384) break;
      batch.push(document);
      bytes += document.length + 12;
      cursor.next++;
    }
    cursor.touched = Date.now();
    const done = cursor.next >= cursor.documents.length;
    if (done) cursors.delete(id);
    else cursors.set(id, cursor);
    const rest = encode({ id: done ? 0n : id, ns: cursor.ns });
    const inner = document(encodeArrayField(field, batch), rest.subarray(4, -1));
    return document(Buffer.from("\x03cursor\0"), inner, encode({ ok: 1 }).subarray(4, -1));
  }

  return {
    open(ns: string, documents: readonly Buffer[], size: number, single = false): Buffer {
      const given = single ? documents.slice(0, size) : documents;
      const cursor = { ns, documents: given, next: 0, touched: 0 };
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

function document(...elements: Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), ...elements, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}
