import type { Clock } from "../../src/time/clock.ts";

export interface HandClock extends Clock {
  readonly pass: (ms: number) => void;
}

export function handClock(start = "2027-03-02T15:00:00Z"): HandClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    pass(ms) {
      now += ms;
    },
  };
}
