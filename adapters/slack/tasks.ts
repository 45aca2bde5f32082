/** Work that goes on after Slack was answered. */

export interface Tasks {
  /** Starts it without being waited for; `work` handles its own failures. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createTasks(): Tasks {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const task = work().finally(() => {
        running.delete(task);
      });
      running.add(task);
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
