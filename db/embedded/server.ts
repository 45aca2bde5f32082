/**
 * The socket side. Messages that arrive in one turn of the event loop are run one after the other
 * and share one commit, and one flush to the disk. Who wrote is answered after it, unless they asked
 * not to wait for it (`j: false`); everybody else before.
 */
import { once } from "node:events";
import net from "node:net";
import { encode } from "./bson.ts";
import { awaitsDisk, type Engine, type Run } from "./engine.ts";
import { CommandError, errorReply } from "./errors.ts";
import { createFramer, encodeReply, type Message, parseMessage } from "./wire.ts";

/** A socket, or a port of 127.0.0.1; 0 is a free one. */
export type Place = { readonly path: string } | { readonly port: number };

export interface ServerParts {
  readonly engine: Engine;
  readonly place: Place;
  /** Told of a store that can no longer be trusted; no more is answered after it. */
  readonly onFailure: (error: unknown) => void;
}

export interface Listening {
  /** With the port that was free. */
  readonly place: Place;
  close(): Promise<void>;
}

interface Task {
  readonly socket: net.Socket;
  readonly message: Message;
  readonly run: Run;
}

/** As long as MongoDB's journal lets a write wait that nobody waits for. */
const FLUSH_AFTER_MS = 100;

export async function serve({ engine, place, onFailure }: ServerParts): Promise<Listening> {
  const { store } = engine;
  const sockets = new Set<net.Socket>();
  let arrived: Task[] = [];
  let late: NodeJS.Timeout | undefined;
  let replies = 0;

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      onFailure(error);
    }
  }

  function turn(): void {
    const tasks = arrived;
    arrived = [];
    const answers = settle(tasks);
    for (const waits of [false, true])
      for (const [i, { socket, message }] of tasks.entries()) {
        if (awaitsDisk(message.body) !== waits) continue;
        if (waits) store.flush();
        const answer = answers[i];
        if (answer && !message.silent && !socket.destroyed)
          socket.write(encodeReply(message, answer, ++replies));
      }
  }

  /** The answers; where the store failed nothing is done of any. */
  function settle(tasks: readonly Task[]): readonly Buffer[] {
    try {
      const answers = tasks.map(({ message, run }) => run(message.body));
      if (store.commit()) late ??= setTimeout(attempt, FLUSH_AFTER_MS, flushLate);
      return answers;
    } catch (error) {
      const refusal = encode(errorReply(refusalOf(error)));
      store.rollback();
      return tasks.map(() => refusal);
    }
  }

  /** What to answer where the store refused all of it and is as it was before; else throws. */
  function refusalOf(error: unknown): CommandError {
    if (store.isFull(error))
      return new CommandError(14031, "The disk is full: nothing of this command was written.");
    if (error instanceof CommandError) return error;
    if (error instanceof RangeError)
      return new CommandError(1, "The command is nested too deeply: nothing of it was written.");
    throw error;
  }

  function flushLate(): void {
    late = undefined;
    store.flush();
  }

  const server = net.createServer((socket) => {
    const framed = createFramer();
    const run = engine.connect();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      try {
        for (const bytes of framed(chunk)) {
          const message = parseMessage(bytes);
          if (arrived.length === 0) setImmediate(attempt, turn);
          arrived.push({ socket, message, run });
        }
      } catch {
        socket.destroy();
      }
    });
  });
  server.listen("path" in place ? place : { ...place, host: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  return {
    place: typeof address === "object" && address !== null ? { port: address.port } : place,
    async close() {
      clearTimeout(late);
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
