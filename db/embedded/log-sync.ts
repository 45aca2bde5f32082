/**
 * Brings what was committed to the disk without holding up the next commit. SQLite appends every
 * commit to its log in order, so the log's end on disk is a moment of the past: nothing later is there
 * without everything earlier.
 */

export interface LogSync {
  /** Something was committed that is not on disk yet; it will be within a tenth of a second. */
  committed(): void;
  /** Calls `then` once everything committed so far is on disk; at once when it is already. */
  whenOnDisk(then: () => void): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** As long as MongoDB's journal lets a write wait that nobody waits for. */
const AT_LATEST_MS = 100;

/**
 * @param onFailure the disk refused: what was committed since the last time may be lost with the power.
 * @param flush brings the log to the disk; given by tests.
 */
export function createLogSync(
  flush: (done: (error: Error | null) => void) => void,
  onFailure: (error: unknown) => void,
): LogSync {
  /** Committed, and not part of what is under way. */
  let isBehind = false;
  let underWay: (() => void)[] | undefined;
  let next: (() => void)[] = [];
  let alarm: NodeJS.Timeout | undefined;

  function start(): void {
    clearTimeout(alarm);
    alarm = undefined;
    const served = next;
    [underWay, next, isBehind] = [served, [], false];
    flush((error) => {
      underWay = undefined;
      if (error) {
        onFailure(error);
        return;
      }
      if (next.length > 0 || (isBehind && !alarm)) start();
      for (const then of served) then();
    });
  }

  return {
    committed() {
      isBehind = true;
      alarm ??= setTimeout(() => {
        alarm = undefined;
        if (isBehind && !underWay) start();
      }, AT_LATEST_MS);
    },
    whenOnDisk(then) {
      if (!isBehind && underWay) underWay.push(then);
      else if (!isBehind) then();
      else {
        next.push(then);
        if (!underWay) start();
      }
    },
    async close() {
      clearTimeout(alarm);
      if (underWay) await new Promise<void>((resolve) => underWay?.push(resolve));
    },
  };
}
