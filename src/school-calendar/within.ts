/** Work that can be stopped from outside, even in the middle of somebody else's endless loop. */

import { createContext, Script } from "node:vm";

const place: { work?: () => void } = createContext({});
const run = new Script("work()");

/**
 * Runs `work` to its end, or for at most so many milliseconds: it is then stopped wherever it is.
 * @returns whether it came to its end. @throws what `work` throws.
 */
export function within(ms: number, work: () => void): boolean {
  try {
    place.work = work;
    run.runInContext(place, { timeout: ms });
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return false;
    throw error;
  } finally {
    delete place.work;
  }
}
