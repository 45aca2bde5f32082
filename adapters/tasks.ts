/** Work that goes on after a platform was answered. */

export interface Tasks {
  /** Starts it, in its turn, without being waited for; `work` handles its own failures. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way or waits for its turn. */
  idle(): Promise<void>;
}

/**
 * Few at a time: what waits has been stored and acknowledged, and each piece of work that is under way
 * slows down the acknowledgement of what arrives, which Slack gives three seconds and Teams five.
 */
const AT_ONCE = 2;
/** Longer than our own part of any work takes: from then on it waits for the platform, and others go on. */
const TURN_MS = 250;

export function createTasks(): Tasks {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();

  let turns = 0;

  function startNext(): void {
    const work = turns < AT_ONCE ? waiting.shift() : undefined;
    if (!work) return;
    turns++;
    let hasTurn = true;
    const endTurn = (): void => {
      if (!hasTurn) return;
      hasTurn = false;
      turns--;
      startNext();
    };
    const turn = setTimeout(endTurn, TURN_MS).unref();
    const task = work().finally(() => {
      clearTimeout(turn);
      running.delete(task);
      endTurn();
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
