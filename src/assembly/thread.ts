/**
 * The core in a thread of its own: however much there is to think about, the thread that takes in
 * answers at once, as the platforms ask for (decision 0016). A thread that no longer answers is ended, and
 * another one takes its place.
 */

import { createBirpc, type BirpcReturn } from "birpc";
import { Worker } from "node:worker_threads";
import type { ChatPlatform, Log } from "../ports.ts";
import { CoreLostError } from "../reception.ts";
import {
  channel,
  type CoreCalls,
  type CoreSettings,
  type FrontCalls,
  type OutletSettings,
  type Preparation,
} from "./calls.ts";
import type { Core } from "./core.ts";

export interface WatchedCore extends Core {
  /** Whether the thread answered just now. */
  isWell(): boolean;
  /** Tells whenever another thread has taken the place of one that was lost, and works. */
  readonly onRestart: (listener: () => void) => void;
}

export interface CoreThread {
  /**
   * Opens the core in it, and watches it from then on. Whatever is asked of a thread that is lost fails with
   * `CoreLostError`; what is asked meanwhile waits for the next one.
   * @throws what `assembleCore` throws.
   */
  open(
    settings: Omit<CoreSettings, "platforms">,
    parts: {
      readonly platforms: readonly ChatPlatform[];
      /** What the database should hold first. */
      readonly preparation: Preparation | undefined;
      readonly log: Log;
      /** What a virtual clock shows, for the next thread. */
      readonly now: () => Date;
    },
  ): Promise<WatchedCore>;
}

interface Watch {
  /** How often the thread is asked whether it answers. */
  readonly everyMs: number;
  /** After so many times without an answer it counts as lost; a machine that sleeps does not count. */
  readonly patience: number;
}

/** From source the thread reads TypeScript; built, it is plain JavaScript. */
const FILE = new URL(
  import.meta.url.endsWith(".ts") ? "core-thread-from-source.mjs" : "core-thread.js",
  import.meta.url,
);
const WATCH: Watch = { everyMs: 1_000, patience: 10 };
/** Time enough for what made a thread end to be set aside (`reception.ts`), and no more. */
const MOST_RESTARTS = 6;
const WITHIN_MS = 10 * 60_000;
const BEGIN_WITHIN_MS = 60_000;

type Rpc = BirpcReturn<CoreCalls, FrontCalls>;

/** A thread with the way to talk to it. */
interface Running {
  readonly worker: Worker;
  readonly rpc: Rpc;
}

/**
 * Starts the thread, which loads what it needs while the rest of the program starts.
 * @param onEnd is told when no thread can be kept alive: nothing can be decided any more.
 */
export function startCoreThread(
  onEnd: (error: Error) => void,
  { watch = WATCH, file = FILE }: { readonly watch?: Watch; readonly file?: URL } = {},
): CoreThread {
  let platforms: readonly ChatPlatform[] = [];
  const platform = (name: string): ChatPlatform => {
    const found = platforms.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not connected`);
    return found;
  };
  let step: (at: Date) => Promise<void> = () => Promise.resolve();
  const front: FrontCalls = {
    send: (name, delivery) => platform(name).send(delivery),
    find: (name, delivery) => platform(name).find(delivery),
    profile: (name, address) => platform(name).profile(address),
    doNotDisturb: async (name, addresses, now) =>
      (await platform(name).doNotDisturb?.(addresses, now)) ?? new Map(),
    step: (at) => step(at),
  };
  let isStopping = false;
  let lost: (running: Running, why: Error) => void = (_, why) => {
    onEnd(why);
  };

  function run(): Running {
    const worker = new Worker(file, { execArgv: [] });
    const running = { worker, rpc: createBirpc<CoreCalls, FrontCalls>(front, channel(worker)) };
    const end = (why: Error): void => {
      if (!isStopping) lost(running, why);
    };
    worker.on("error", (error) => {
      end(error instanceof Error ? error : new Error(String(error)));
    });
    worker.once("exit", () => {
      end(new Error("The thread that thinks ended"));
    });
    return running;
  }

  const first = run();
  return {
    async open(settings, { platforms: connected, preparation, log, now }) {
      platforms = connected;
      const whole = { ...settings, platforms: platforms.map(settingsOf) };
      await first.rpc.open(whole, preparation);
      const restarts: number[] = [];
      const listeners: (() => void)[] = [];
      let current = first;
      let usable = Promise.resolve(first);
      let isStarted = false;
      let isBeginning = false;
      let unanswered = 0;

      const ask = async <T>(call: (rpc: Rpc) => Promise<T>): Promise<T> =>
        await call((await usable).rpc);

      /** What changes nothing is asked of the next thread where one was lost over it. */
      const askAgain = async <T>(call: (rpc: Rpc) => Promise<T>): Promise<T> => {
        try {
          return await ask(call);
        } catch (error) {
          if (!(error instanceof CoreLostError)) throw error;
          return await askAgain(call);
        }
      };

      /** From the moment it begins, what is asked waits for the new thread. */
      lost = (running, why) => {
        if (running !== current) return;
        const at = performance.now();
        restarts.push(at);
        log.error({ error: why }, "The thread that thinks is lost and is started again");
        running.rpc.$close(new CoreLostError());
        void running.worker.terminate();
        if (restarts.filter((each) => at - each < WITHIN_MS).length > MOST_RESTARTS) {
          onEnd(why);
          return;
        }
        const next = run();
        current = next;
        usable = begin(next);
        usable.catch((error: unknown) => {
          if (next === current) onEnd(error as Error);
        });
      };

      async function begin(next: Running): Promise<Running> {
        isBeginning = true;
        const late = setTimeout(() => {
          lost(next, new Error("The thread that thinks did not begin"));
        }, BEGIN_WITHIN_MS).unref();
        const virtualFrom = settings.virtualFrom && now();
        await next.rpc.open({ ...whole, virtualFrom }, undefined);
        if (isStarted) await next.rpc.start();
        clearTimeout(late);
        unanswered = 0;
        isBeginning = false;
        for (const listener of listeners) listener();
        return next;
      }

      const watching = setInterval(() => {
        const asked = current;
        if (isBeginning) return;
        if (unanswered >= watch.patience && !isStopping) {
          unanswered = 0;
          const seconds = Math.round((watch.patience * watch.everyMs) / 1000);
          lost(asked, new Error(`The thread that thinks did not answer for ${String(seconds)} s`));
          return;
        }
        unanswered += 1;
        asked.rpc.answers().then(
          () => {
            if (asked === current) unanswered = 0;
          },
          () => undefined,
        );
      }, watch.everyMs).unref();

      return {
        isWell: () => !isBeginning && unanswered <= Math.ceil(watch.patience / 2),
        onRestart: (listener) => listeners.push(listener),
        async start() {
          await ask((rpc) => rpc.start());
          isStarted = true;
        },
        decide: async (event) => await ask((rpc) => rpc.decide(event)),
        visit: async (visit) => await ask((rpc) => rpc.visit(visit)),
        async advance(to, told) {
          step = told;
          await ask((rpc) => rpc.advance(to));
        },
        idle: async () => {
          await askAgain((rpc) => rpc.idle());
        },
        next: async () => await askAgain((rpc) => rpc.next()),
        codesAwaited: async () => await askAgain((rpc) => rpc.codesAwaited()),
        ready: async () => await ask((rpc) => rpc.ready()),
        async stop() {
          isStopping = true;
          clearInterval(watching);
          await ask((rpc) => rpc.stop());
          await current.worker.terminate();
        },
      };
    },
  };
}

const settingsOf = ({ name, pace, ...platform }: ChatPlatform): OutletSettings => ({
  name,
  ...(pace ? { pace } : {}),
  knowsDoNotDisturb: "doNotDisturb" in platform,
});
