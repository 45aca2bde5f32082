/** Work that goes on after Slack was answered. */

export interface Tasks {
  /** Starts it, in its turn, without being waited for; `work` handles its own failures. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way or waits for its turn. */
  idle(): Promise<void>;
}

/**
 * Few at a time: what waits has been stored and acknowledged, and each piece of work that is under way
 * slows down the acknowledgement of what arrives, which Slack gives three seconds.
 */
const AT_ONCE = 2;

export function createTasks(): Tasks {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();

  function startNext(): void {
    const work = running.size < AT_ONCE ? waiting.shift() : undefined;
    if (!work) return;
    const task = work().finally(() => {
      running.delete(task);
      startNext();
    });
    running.add(task);
    startNext();
  }

  return {
    run(work) {
      waiting.push(work);
      startNext();
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
