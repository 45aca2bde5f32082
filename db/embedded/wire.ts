/** MongoDB's messages: OP_MSG, and the OP_QUERY a driver greets with. */
import {
  type Doc,
  decode,
  encode,
  isDoc,
  MAX_DOCUMENT_BYTES,
  tooLarge,
  type Value,
} from "./bson.ts";
import { CommandError, errorReply } from "./errors.ts";

export const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;
/** A document, and what stands around it. */
const MAX_REPLY_BYTES = MAX_DOCUMENT_BYTES + 16_384;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
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
    return { requestId, body: readable([partAt(bytes, start)], []), silent: false, query: true };
  }
  const flags = bytes.readUInt32LE(16);
  if (operation !== OP_MSG || (flags & 0xffff & ~(CHECKSUM | MORE_TO_COME)) !== 0)
    throw malformed("an operation or flags that are not known");
  const end = (flags & CHECKSUM) !== 0 ? bytes.length - 4 : bytes.length;
  const { bodies, sequences } = sections(bytes.subarray(0, end));
  const silent = (flags & MORE_TO_COME) !== 0;
  return { requestId, body: readable(bodies, sequences), silent, query: false };
}

interface Sequence {
  readonly name: string;
  readonly documents: readonly Buffer[];
}

function sections(bytes: Buffer): { bodies: Buffer[]; sequences: Sequence[] } {
  const bodies: Buffer[] = [];
  const sequences: Sequence[] = [];
  for (let at = 20; at < bytes.length;) {
    const kind = bytes[at++];
    const section = partAt(bytes, at);
    at += section.length;
    if (kind === 0) bodies.push(section);
    else if (kind === 1) sequences.push(sequence(section));
    else throw malformed("a section that is not known");
  }
  if (bodies.length !== 1) throw malformed("no body, or two");
  return { bodies, sequences };
}

function sequence(section: Buffer): Sequence {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw malformed("a sequence without a name");
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; at += documents.at(-1)?.length ?? 0)
    documents.push(partAt(section, at));
  return { name: section.toString("utf8", 4, nameEnd), documents };
}

/** A document or a sequence; both begin with their length. */
function partAt(bytes: Buffer, start: number): Buffer {
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > bytes.length) throw malformed("a part of a wrong length");
  return bytes.subarray(start, start + length);
}

function readable(bodies: readonly Buffer[], sequences: readonly Sequence[]): Doc | CommandError {
  try {
    const [body = new Map<string, Value>()] = bodies.map((bytes) => decode(bytes));
    const inner = body.get("$query");
    for (const { name, documents } of sequences) {
      if (body.has(name)) throw malformed(`the field '${name}' twice`);
      body.set(
        name,
        documents.map((bytes) => decode(bytes)),
      );
    }
    return isDoc(inner) ? inner : body;
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

/** Where the answer is too large, as of a `distinct`, its refusal. */
function replyBytes(reply: Record<string, unknown>): Buffer {
  try {
    const bytes = encode(reply);
    if (bytes.length > MAX_REPLY_BYTES) throw tooLarge("The answer");
    return bytes;
  } catch (error) {
    if (error instanceof CommandError) return encode(errorReply(error));
    throw error;
  }
}

/** The answer to a message, from a reply's document or its bytes. */
export function encodeReply(message: Message, reply: object, id: number): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : replyBytes(reply as Record<string, unknown>);
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
