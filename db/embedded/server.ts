/**
 * The socket side. Messages that arrive in one turn of the event loop are run one after the other
 * and share one commit; nobody is answered before that commit is on disk.
 */
import fs from "node:fs";
import net from "node:net";
import { MAX_MESSAGE_BYTES } from "./commands/admin.ts";
import type { Engine } from "./engine.ts";
import { CommandError } from "./errors.ts";
import { encodeReply, HEADER_BYTES, type Message, parseMessage } from "./wire.ts";

export interface Listening {
  close(): Promise<void>;
}

interface Waiting {
  readonly socket: net.Socket;
  readonly message: Message;
}

/** `dir` holds the file. `onFailure` is told of a store that can no longer be trusted; no more is answered after it. */
export async function serve(
  engine: Engine,
  where: net.ListenOptions,
  dir: string,
  onFailure: (error: unknown) => void,
): Promise<Listening> {
  const sockets = new Set<net.Socket>();
  let waiting: Waiting[] = [];
  let replies = 0;

  function flush(): void {
    const batch = waiting;
    waiting = [];
    let answers: object[];
    try {
      answers = batch.map(({ message }) => answer(engine, message));
      engine.store.commit();
    } catch (error) {
      const isFull = isDiskFull(error, dir);
      if (!isFull && !(error instanceof RangeError)) {
        onFailure(error);
        return;
      }
      engine.store.rollback();
      answers = batch.map(() => errorReply(storageError(isFull)));
    }
    for (const [i, { socket, message }] of batch.entries())
      if (!message.silent && !socket.destroyed)
        socket.write(encodeReply(message, answers[i] ?? {}, ++replies));
  }

  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on(
      "data",
      messages(
        (bytes) => {
          if (waiting.length === 0) setImmediate(flush);
          waiting.push({ socket, message: parseMessage(bytes) });
        },
        () => socket.destroy(),
      ),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Cuts a stream into messages; `refuse` ends a connection that sends anything else. */
function messages(deliver: (message: Buffer) => void, refuse: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted = HEADER_BYTES;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < wanted) return;
    let bytes = Buffer.concat(chunks);
    try {
      wanted = sizeOf(bytes);
      while (bytes.length >= wanted) {
        deliver(bytes.subarray(0, wanted));
        bytes = bytes.subarray(wanted);
        wanted = sizeOf(bytes);
      }
    } catch {
      bytes = Buffer.alloc(0);
      wanted = Infinity;
      refuse();
    }
    chunks = [bytes];
    length = bytes.length;
  };
}

function sizeOf(bytes: Buffer): number {
  if (bytes.length < HEADER_BYTES) return HEADER_BYTES;
  const size = bytes.readInt32LE(0);
  if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES) throw new RangeError("message size");
  return size;
}

function answer(engine: Engine, message: Message): object {
  if (message.refusal !== undefined) return errorReply(message.refusal);
  try {
    return engine.run(message.body);
  } catch (error) {
    if (error instanceof CommandError) return errorReply(error);
    throw error;
  }
}

const errorReply = ({ message, code, codeName, extra }: CommandError): object => ({
  ok: 0,
  errmsg: message,
  code,
  codeName,
  ...extra,
});

/** Less than this is no room: a commit needs a few pages of the log. */
const ROOM_BYTES = 1 << 20;

/**
 * Whether a write failed for want of room. SQLite says "disk I/O error" where a write came out
 * short, so then the folder is asked.
 */
export function isDiskFull(error: unknown, dir: string): boolean {
  if (!(error instanceof Error)) return false;
  if (/disk is full|ENOSPC|EDQUOT/.test(error.message)) return true;
  if (!error.message.includes("disk I/O error")) return false;
  const { bavail, bsize } = fs.statfsSync(dir);
  return bavail * bsize < ROOM_BYTES;
}

const storageError = (isFull: boolean): CommandError =>
  isFull
    ? new CommandError(14031, "The disk is full: nothing of this command was written.")
    : new CommandError(1, "The command is nested too deeply: nothing of it was written.");
