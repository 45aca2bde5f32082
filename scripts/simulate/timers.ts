/** The alarm clock in memory: one timer of a key, rung in order as the clock is moved. */

import type { Timers } from "../../src/ports.ts";
import { compare } from "./table.ts";
import type { Timer } from "../../src/time/timer.ts";

export interface Alarms extends Timers {
  /** Rings everything due up to `to`; `step` moves the clock to each instant before it rings. */
  advance(to: Date, step: (at: Date) => void): Promise<void>;
}

const LATER_MS = 10_000;

/**
 * @param ring runs a timer; when it throws, the timer rings again ten seconds later.
 * @param onFault is told of it.
 */
export function createAlarms(
  now: () => Date,
  ring: (timer: Timer) => Promise<void>,
  onFault: (error: unknown) => void,
): Alarms {
  const timers = new Map<string, Timer>();
  const due = (to: Date): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers.values())
      if (timer.at <= to && (!first || isBefore(timer, first))) first = timer;
    return first;
  };
  return {
    set: (timer) => {
      timers.set(timer.key, timer);
      return Promise.resolve();
    },
    ensure: (timer) => {
      if (!timers.has(timer.key)) timers.set(timer.key, timer);
      return Promise.resolve();
    },
    cancel: (key) => {
      timers.delete(key);
      return Promise.resolve();
    },
    async advance(to, step) {
      for (let timer = due(to); timer; timer = due(to)) {
        step(timer.at > now() ? timer.at : now());
        timers.delete(timer.key);
        try {
          await ring(timer);
        } catch (error) {
          onFault(error);
          timers.set(timer.key, { ...timer, at: new Date(now().getTime() + LATER_MS) });
        }
      }
      step(to);
    },
  };
}

const isBefore = (a: Timer, b: Timer): boolean =>
  a.at < b.at || (a.at.getTime() === b.at.getTime() && compare(a.key, b.key) < 0);
