/**
 * Agenda goes on waiting for half of a job's lock after the job is over (6.2.6, `checkIfJobIsStillAlive`),
 * and so would the worker that ran the test. Nobody waits for what it starts between the two.
 */

import { afterAll, beforeAll } from "@jest/globals";

export function nobodyWaitsForAgenda(): void {
  const original = globalThis.setTimeout;

  beforeAll(() => {
    const unwaited = (...given: Parameters<typeof setTimeout>): NodeJS.Timeout => {
      const timeout = original(...given);
      return /agenda.(?:dist|src).JobProcessor/u.test(new Error().stack ?? "")
        ? timeout.unref()
        : timeout;
    };
    globalThis.setTimeout = Object.assign(unwaited, original);
  });
  afterAll(() => {
    globalThis.setTimeout = original;
  });
}
