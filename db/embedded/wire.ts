/** MongoDB's messages: OP_MSG, and the OP_QUERY a driver greets with. */
import { type Doc, decode } from "./bson.ts";
import { CommandError } from "./errors.ts";

const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const MORE_TO_COME = 2;

export interface Message {
  readonly requestId: number;
  /** The command; where it cannot be read or holds what is not stored, its refusal. */
  readonly body: Doc | CommandError;
  /** The client does not wait for an answer. */
  readonly silent: boolean;
  readonly query: boolean;
}

const malformed = (what: string) => new RangeError(`The message has ${what}.`);

/** Throws RangeError for a message no well-behaved client sends; the connection is then closed. */
export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === OP_QUERY) {
    const start = bytes.indexOf(0, 20) + 9;
    if (start < 29) throw malformed("no collection name");
    const parts = new Map([["", [partAt(bytes, start)]]]);
    return { requestId, body: commandOf(parts), silent: false, query: true };
  }
  const flags = bytes.readUInt32LE(16);
  if (operation !== OP_MSG || (flags & 0xffff & ~MORE_TO_COME) !== 0)
    throw malformed("an operation or flags that are not known");
  const silent = (flags & MORE_TO_COME) !== 0;
  return { requestId, body: commandOf(partsOf(bytes)), silent, query: false };
}

/** The body under "", and lists of documents, each under the field of the body it stands for. */
function partsOf(bytes: Buffer): Map<string, Buffer[]> {
  const parts = new Map<string, Buffer[]>();
  for (let at = 20; at < bytes.length;) {
    const kind = bytes[at];
    const section = partAt(bytes, at + 1);
    const nameEnd = kind === 1 ? section.indexOf(0, 4) : 4;
    const name = section.toString("utf8", 4, nameEnd);
    if ((kind !== 0 && (kind !== 1 || nameEnd < 5)) || parts.has(name))
      throw malformed("a section that is not known, or one twice");
    const documents: Buffer[] = kind === 0 ? [section] : [];
    for (let next = nameEnd + 1; kind === 1 && next < section.length;) {
      const document = partAt(section, next);
      documents.push(document);
      next += document.length;
    }
    parts.set(name, documents);
    at += 1 + section.length;
  }
  return parts;
}

/** A document or a list of them; both begin with their length. */
function partAt(bytes: Buffer, start: number): Buffer {
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > bytes.length) throw malformed("a part of a wrong length");
  return bytes.subarray(start, start + length);
}

function commandOf(parts: ReadonlyMap<string, readonly Buffer[]>): Doc | CommandError {
  try {
    const [body] = (parts.get("") ?? []).map((bytes) => decode(bytes));
    if (body === undefined) throw malformed("no body");
    for (const [name, documents] of parts) {
      if (body.has(name)) throw malformed(`the field '${name}' twice`);
      if (name !== "")
        body.set(
          name,
          documents.map((bytes) => decode(bytes)),
        );
    }
    return body;
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

/** The answer to a message, from the bytes of its document. */
export function encodeReply(message: Message, body: Buffer, id: number): Buffer {
  const head = Buffer.alloc(message.query ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(message.requestId, 8);
  head.writeInt32LE(message.query ? OP_REPLY : OP_MSG, 12);
  if (message.query) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}

/** Cuts a stream into messages; throws RangeError for a length that cannot be one. */
export function createFramer(): (chunk: Buffer) => Buffer[] {
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted = HEADER_BYTES;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < wanted) return [];
    let bytes = Buffer.concat(chunks);
    const whole: Buffer[] = [];
    for (wanted = sizeOf(bytes); bytes.length >= wanted; wanted = sizeOf(bytes)) {
      whole.push(bytes.subarray(0, wanted));
      bytes = bytes.subarray(wanted);
    }
    chunks = [bytes];
    length = bytes.length;
    return whole;
  };
}

function sizeOf(bytes: Buffer): number {
  if (bytes.length < HEADER_BYTES) return HEADER_BYTES;
  const size = bytes.readInt32LE(0);
  if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES) throw malformed("an impossible length");
  return size;
}
