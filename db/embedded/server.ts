/**
 * The socket side. Messages that arrive in one turn of the event loop are run one after the other
 * and share one commit. Who wrote is answered when that commit is on disk, unless they asked not to
 * wait for it (`j: false`); meanwhile the next turn goes on. A read that takes long goes on between the
 * turns, so that no write waits for it.
 */
import net from "node:net";
import type { Reply } from "./commands/command.ts";
import { awaitsDisk, type Engine } from "./engine.ts";
import { CommandError, errorReply, isDiskFull } from "./errors.ts";
import type { LogSync } from "./log-sync.ts";
import { createGuards, type Guard } from "./login.ts";
import type { Steps } from "./query.ts";
import { createFramer, encodeReply, type Message, parseMessage } from "./wire.ts";

/** A socket, or a port of 127.0.0.1; 0 is a free one. */
export type Place = { readonly path: string } | { readonly port: number };

export interface ServerParts {
  readonly engine: Engine;
  readonly log: LogSync;
  readonly place: Place;
  readonly password: string | undefined;
  /** The folder that holds the file. */
  readonly dir: string;
  /** Told of a store that can no longer be trusted; no more is answered after it. */
  readonly onFailure: (error: unknown) => void;
}

export interface Listening {
  /** With the port that was free. */
  readonly place: Place;
  /** Whether no message came since this was asked last. */
  isQuiet(): boolean;
  close(): Promise<void>;
}

interface Task {
  readonly socket: net.Socket;
  readonly message: Message;
  readonly steps: Steps<Reply>;
  answer?: object;
}

/** How long a read may hold up others, in milliseconds. */
const SLICE_MS = 1;

export async function serve(parts: ServerParts): Promise<Listening> {
  const { engine, log, place, password, dir, onFailure } = parts;
  const run: Engine["run"] = (body) => engine.run(body);
  const newGuard = password === undefined ? undefined : createGuards(password);
  const sockets = new Set<net.Socket>();
  let arrived: Task[] = [];
  let unfinished: Task[] = [];
  let replies = 0;
  let quiet = true;

  function accept(socket: net.Socket, message: Message, guard?: Guard): void {
    quiet = false;
    if (arrived.length + unfinished.length === 0) setImmediate(turn);
    const steps = guard ? guard(message.body, run) : run(message.body);
    arrived.push({ socket, message, steps });
  }

  function turn(): void {
    const tasks = arrived;
    arrived = [];
    const [longest, ...others] = unfinished;
    if (!settle(tasks) || (longest !== undefined && !settle([longest]))) return;
    const all = longest === undefined ? tasks : [...tasks, longest];
    unfinished = [...others, ...all.filter(({ answer }) => answer === undefined)];
    for (const task of all)
      if (task.answer !== undefined) {
        if (awaitsDisk(task.message.body))
          log.whenOnDisk(() => {
            reply(task);
          });
        else reply(task);
      }
    if (unfinished.length + arrived.length > 0) setImmediate(turn);
  }

  function reply({ socket, message, answer }: Task): void {
    if (answer !== undefined && !message.silent && !socket.destroyed)
      socket.write(encodeReply(message, answer, ++replies));
  }

  /** Goes on with each and commits; false when the store can no longer be trusted. */
  function settle(tasks: readonly Task[]): boolean {
    try {
      for (const task of tasks) goOn(task);
      if (engine.store.commit()) log.committed();
      return true;
    } catch (error) {
      const refusal = storageRefusal(error, dir);
      if (refusal === undefined) {
        onFailure(error);
        return false;
      }
      engine.store.rollback();
      for (const task of tasks) task.answer = errorReply(refusal);
      return true;
    }
  }

  const server = net.createServer((socket) => {
    const framed = createFramer();
    const guard = newGuard?.();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      try {
        for (const message of framed(chunk)) accept(socket, parseMessage(message), guard);
      } catch {
        socket.destroy();
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen("path" in place ? place : { ...place, host: "127.0.0.1" }, resolve);
  });
  const address = server.address();
  return {
    place: typeof address === "object" && address !== null ? { port: address.port } : place,
    isQuiet() {
      const was = quiet;
      quiet = true;
      return was;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function goOn(task: Task): void {
  const until = performance.now() + SLICE_MS;
  try {
    do {
      const step = task.steps.next();
      if (step.done === true) task.answer = step.value;
    } while (task.answer === undefined && performance.now() < until);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    task.answer = errorReply(error);
  }
}

/** What to answer where the store refused all of it and is as it was before. */
function storageRefusal(error: unknown, dir: string): CommandError | undefined {
  if (isDiskFull(error, dir))
    return new CommandError(14031, "The disk is full: nothing of this command was written.");
  if (error instanceof RangeError)
    return new CommandError(1, "The command is nested too deeply: nothing of it was written.");
  return undefined;
}
