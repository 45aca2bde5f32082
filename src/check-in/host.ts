/** Whose room a meeting is in: the sides take turns (systems, row 58). Pure. */

import { otherSide } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";
import type { CheckIn } from "./check-in.ts";

/**
 * Who hosts the next meeting of a partnership: the side that did not host the last one that was not called
 * off; the library where nobody was told to yet. `recent` is latest first.
 */
export function nextHost(recent: readonly Pick<CheckIn, "status" | "host">[]): Side {
  const last = recent.find(({ status, host }) => status !== "skipped" && host !== undefined);
  return last?.host ? otherSide(last.host) : "library";
}
