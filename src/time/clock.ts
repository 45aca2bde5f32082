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

/** The time. The system's in production; virtual in the playground and in journeys. */
export interface Clock {
  now(): Date;
}
