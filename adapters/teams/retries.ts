/**
 * Requests that are sent again. Teams' clients repeat a request that was not answered within five
 * seconds, under another id, and people press twice. A repeated request gets the very answer of the first
 * one and does nothing. A press like one that was answered in time is a new one: somebody saw the answer
 * and pressed again.
 */

import type { Answer } from "./connector.ts";

export interface Request {
  /** Of this delivery. */
  readonly id: string;
  /** Who pressed what, where, with which answers. */
  readonly content: string;
}

export interface Retries {
  /** @param answer calls `late` when it answers before it knows the outcome: a repetition follows. */
  once(request: Request, answer: (late: () => void) => Promise<Answer>): Promise<Answer>;
}

/** The client gives up after its second repetition. */
const REPEATED_WITHIN_MS = 20_000;

/** @param inTimeMs what is answered later may have been sent again meanwhile. */
export function createRetries(inTimeMs: number): Retries {
  const byId = new Map<string, Promise<Answer>>();
  const byContent = new Map<string, Promise<Answer>>();

  return {
    once({ id, content }, answer) {
      const before = byId.get(id) ?? byContent.get(content);
      if (before) return before;
      const began = performance.now();
      let isLate = false;
      const given = answer(() => {
        isLate = true;
      });
      byId.set(id, given);
      byContent.set(content, given);
      const forget = (): void => {
        if (byContent.get(content) === given) byContent.delete(content);
      };
      const answered = (): void => {
        if (!isLate && performance.now() - began < inTimeMs) forget();
      };
      given.then(answered, forget);
      setTimeout(() => {
        byId.delete(id);
        forget();
      }, REPEATED_WITHIN_MS).unref();
      return given;
    },
  };
}
