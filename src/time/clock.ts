/** The two clocks: the system's, and one that moves only on command. Nobody else reads the time. */

import type { Clock } from "../ports.ts";

export const systemClock: Clock = { now: () => new Date() };

export interface VirtualClock extends Clock {
  /** Never moves back. */
  moveTo(instant: Date): void;
}

export function virtualClock(start: Date): VirtualClock {
  let now = start;
  return {
    now: () => now,
    moveTo(instant) {
      if (instant > now) now = instant;
    },
  };
}
