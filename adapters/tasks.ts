/** Work that goes on after a platform was answered, and gives way to what arrives. */

import { setImmediate } from "node:timers/promises";
import { type ChatEvent, DeliveryError, type Log, type Reception } from "../src/ports.ts";
import type { Address } from "../src/team/person.ts";
import { createTurns, type Whose } from "../src/turns.ts";

export interface Tasks {
  /** Takes something in; whatever is in line for its turn lets it pass. */
  takeIn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Thinks about what was taken in, in its turn: nobody is kept waiting for the result. */
  inTurn<Result>(work: () => Promise<Result>, whose?: Whose): Promise<Result>;
  /** Starts it without being waited for; `work` handles its own failures. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way or waits for its turn. */
  idle(): Promise<void>;
}

/**
 * How long what was taken in may be put off by what arrives. It has been stored and acknowledged; but
 * each piece of work that is under way slows down the acknowledgement of the next one, which Slack
 * gives three seconds and Teams five.
 */
const PATIENCE_MS = 1_000;

const NOBODYS = { tenant: "" as Address, from: "" as Address };

export function createTasks(): Tasks {
  const turn = createTurns(1);
  const running = new Set<Promise<void>>();
  let arriving = 0;
  let onCalm: () => void = () => undefined;

  async function calm(): Promise<void> {
    if (arriving === 0) return;
    await new Promise<void>((resolve) => {
      const impatient = setTimeout(resolve, PATIENCE_MS);
      onCalm = () => {
        clearTimeout(impatient);
        resolve();
      };
    });
  }

  return {
    async takeIn(work) {
      arriving += 1;
      try {
        return await work();
      } finally {
        arriving -= 1;
        if (arriving === 0) onCalm();
      }
    },
    inTurn: async (work, whose = NOBODYS) =>
      await turn(whose, async () => {
        await calm();
        return await work();
      }),
    run(work) {
      const task = work().finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/**
 * Goes on with an event once the answer to its platform is on its way, and marks it as finished. What
 * could not be finished is taken up again by the sweep.
 */
export const afterwards =
  ({
    core,
    tasks,
    log,
  }: {
    readonly core: Pick<Reception, "finish">;
    readonly tasks: Tasks;
    readonly log: Log;
  }) =>
  (event: ChatEvent, work: () => Promise<void>): void => {
    const { type, tenant } = event;
    tasks.run(async () => {
      await setImmediate();
      try {
        try {
          await work();
        } catch (error) {
          // What is no failure of the platform's would fail for ever.
          if (error instanceof DeliveryError) throw error;
          log.error({ type, tenant, error }, "An answer is not possible");
        }
        await core.finish(event);
      } catch (error) {
        log.error({ type, tenant, error }, "An answer failed");
      }
    });
  };

/** What it comes to, or undefined when it takes longer than `ms` milliseconds; it goes on all the same. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, ms).unref();
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
