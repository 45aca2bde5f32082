/** MongoDB's messages: OP_MSG, and the OP_QUERY a driver greets with. */
import { type Doc, decode, encode, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";

const PROTOCOL_ERROR = 17;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED_FLAGS = CHECKSUM | MORE_TO_COME;
export const HEADER_BYTES = 16;

export interface Message {
  readonly requestId: number;
  readonly body: Doc;
  /** The client does not wait for an answer. */
  readonly silent: boolean;
  readonly query: boolean;
  /** The message is whole but holds what cannot be read or is not stored; this is its answer. */
  readonly refusal?: CommandError;
}

/** Throws for a message no well-behaved client sends; the connection is then closed. */
export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === OP_QUERY) {
    const start = bytes.indexOf(0, 20) + 9;
    if (start < 29) throw new CommandError(PROTOCOL_ERROR, "The message has no collection name.");
    const body = documentAt(bytes, start);
    const inner = decode(body).get("$query");
    return {
      requestId,
      body: inner instanceof Map ? inner : decode(body),
      silent: false,
      query: true,
    };
  }
  if (operation !== OP_MSG)
    throw new CommandError(PROTOCOL_ERROR, `Operation ${operation} is not known.`);
  const flags = bytes.readUInt32LE(16);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_FLAGS) !== 0)
    throw new CommandError(PROTOCOL_ERROR, "The message has flags that are not known.");
  const end = (flags & CHECKSUM) !== 0 ? bytes.length - 4 : bytes.length;
  const silent = (flags & MORE_TO_COME) !== 0;
  try {
    return { requestId, body: readSections(bytes.subarray(0, end)), silent, query: false };
  } catch (error) {
    if (!(error instanceof CommandError) || error.code === PROTOCOL_ERROR) throw error;
    return { requestId, body: new Map<string, Value>(), silent, query: false, refusal: error };
  }
}

function readSections(bytes: Buffer): Doc {
  let body: Doc | undefined;
  const sequences: [string, Value[]][] = [];
  let at = 20;
  while (at < bytes.length) {
    const kind = bytes[at++];
    if (kind === 0 && body === undefined) {
      const section = documentAt(bytes, at);
      body = decode(section);
      at += section.length;
    } else if (kind === 1) {
      const end = at + bytes.readInt32LE(at);
      const nameEnd = bytes.indexOf(0, at + 4);
      if (end > bytes.length || nameEnd < 0 || nameEnd >= end) throw new RangeError("sequence");
      const documents: Value[] = [];
      const name = bytes.toString("utf8", at + 4, nameEnd);
      for (at = nameEnd + 1; at < end;) {
        const document = documentAt(bytes.subarray(0, end), at);
        documents.push(decode(document));
        at += document.length;
      }
      sequences.push([name, documents]);
    } else throw new CommandError(PROTOCOL_ERROR, "The message has a section that is not known.");
  }
  if (body === undefined) throw new CommandError(PROTOCOL_ERROR, "The message has no body.");
  for (const [name, documents] of sequences) {
    if (body.has(name))
      throw new CommandError(PROTOCOL_ERROR, `The field '${name}' is given twice.`);
    body.set(name, documents);
  }
  return body;
}

function documentAt(bytes: Buffer, start: number): Buffer {
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > bytes.length) throw new RangeError("document");
  return bytes.subarray(start, start + length);
}

/** The answer to a message, from a reply's document or its bytes. */
export function encodeReply(message: Message, reply: object, id: number): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply as Record<string, unknown>);
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
