/**
 * The core in a thread of its own: however much there is to think about, the thread that takes in
 * answers at once, as the platforms ask for (decision 0016).
 */

import { createBirpc } from "birpc";
import { Worker } from "node:worker_threads";
import type { ChatPlatform } from "../ports.ts";
import {
  channel,
  type CoreCalls,
  type CoreSettings,
  type FrontCalls,
  type OutletSettings,
  type Preparation,
} from "./calls.ts";
import type { Core } from "./core.ts";

export interface CoreThread {
  /**
   * Opens the core in it.
   * @throws what `assembleCore` throws.
   */
  open(
    settings: Omit<CoreSettings, "platforms">,
    parts: {
      readonly platforms: readonly ChatPlatform[];
      /** What the database should hold first. */
      readonly preparation: Preparation | undefined;
    },
  ): Promise<Core>;
}

/**
 * Starts the thread, which loads what it needs while the rest of the program starts.
 * @param onEnd is told when the thread ends by itself: nothing can be decided any more.
 */
export function startCoreThread(onEnd: (error: Error) => void): CoreThread {
  let platforms: readonly ChatPlatform[] = [];
  const platform = (name: string): ChatPlatform => {
    const found = platforms.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not connected`);
    return found;
  };
  let step: (at: Date) => Promise<void> = () => Promise.resolve();
  let isStopping = false;
  const worker = startWorker();
  const core = createBirpc<CoreCalls, FrontCalls>(
    {
      send: (name, delivery) => platform(name).send(delivery),
      find: (name, delivery) => platform(name).find(delivery),
      profile: (name, address) => platform(name).profile(address),
      doNotDisturb: async (name, addresses, now) =>
        (await platform(name).doNotDisturb?.(addresses, now)) ?? new Map(),
      step: (at) => step(at),
    },
    channel(worker),
  );
  worker.on("error", (error) => {
    onEnd(error instanceof Error ? error : new Error(String(error)));
  });
  worker.once("exit", () => {
    if (!isStopping) onEnd(new Error("The thread that thinks ended"));
  });
  return {
    async open(settings, parts) {
      ({ platforms } = parts);
      await core.open({ ...settings, platforms: platforms.map(settingsOf) }, parts.preparation);
      return {
        start: () => core.start(),
        decide: (event) => core.decide(event),
        visit: (visit) => core.visit(visit),
        async advance(to, told) {
          step = told;
          await core.advance(to);
        },
        idle: () => core.idle(),
        next: () => core.next(),
        ready: () => core.ready(),
        codesAwaited: () => core.codesAwaited(),
        async stop() {
          isStopping = true;
          await core.stop();
          await worker.terminate();
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

/** From source the thread reads TypeScript; built, it is plain JavaScript. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(
    isSource ? "core-thread-from-source.mjs" : "core-thread.js",
    import.meta.url,
  );
  return new Worker(file, { execArgv: [] });
}
