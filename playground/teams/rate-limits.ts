/**
 * Teams' limits for one bot, in each conversation and for each tenant: on real time, and on the virtual
 * clock's when it is moved.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */

interface Window {
  readonly ms: number;
  readonly calls: number;
}

const SEND: readonly Window[] = [
  { ms: 1000, calls: 7 },
  { ms: 2000, calls: 8 },
  { ms: 30_000, calls: 60 },
  { ms: 3_600_000, calls: 1800 },
];
const READ: readonly Window[] = [
  { ms: 1000, calls: 14 },
  { ms: 2000, calls: 16 },
  { ms: 30_000, calls: 120 },
  { ms: 3_600_000, calls: 3600 },
];
const TENANT: readonly Window[] = [{ ms: 1000, calls: 50 }];
const LONGEST_MS = 3_600_000;

export type Operation = "send" | "create" | "read";

export interface RateLimits {
  /** Seconds to wait when the call comes too soon, else null (and the call counts). */
  retryAfter(tenant: string, conversation: string, operation: Operation): number | null;
  /** Nothing was called yet; for a clock that is set back. */
  clear(): void;
}

/** @param clock milliseconds since any moment. */
export function createRateLimits(clock: () => number): RateLimits {
  const calls = new Map<string, readonly number[]>();

  /** How long until a call fits into every window; 0 when it does now. */
  function wait(key: string, windows: readonly Window[], now: number): number {
    const made = (calls.get(key) ?? []).filter((at) => now - at < LONGEST_MS);
    calls.set(key, made);
    return windows.reduce((longest, { ms, calls: most }) => {
      const oldest = made.filter((at) => now - at < ms).at(-most);
      return oldest === undefined ? longest : Math.max(longest, oldest + ms - now);
    }, 0);
  }

  return {
    retryAfter: (tenant, conversation, operation) => {
      const now = clock();
      const own = `${conversation} ${operation}`;
      const longest = Math.max(
        wait(own, operation === "read" ? READ : SEND, now),
        wait(tenant, TENANT, now),
      );
      if (longest > 0) return Math.max(1, Math.ceil(longest / 1000));
      for (const key of [own, tenant]) calls.set(key, [...(calls.get(key) ?? []), now]);
      return null;
    },
    clear: () => {
      calls.clear();
    },
  };
}
