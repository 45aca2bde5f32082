/** When somebody hears, or will hear, of a message that was posted to them: asked of the policy itself. */

import type { Services } from "../feature.ts";
import { lookAt } from "./left-alone.ts";
import { readPerson } from "./reading.ts";

/** `never`: it is held, and nothing that is known brings its moment. */
export type WhenTold =
  { readonly when: "now" | "never" | "unknown" } | { readonly when: "later"; readonly at: Date };

/**
 * What the nudge policy decided about the message of that key, or will decide as things stand: the same
 * function that sends it, so that what is said of the future is what comes (N-2, N-6).
 */
export async function whenTold(services: Services, key: string): Promise<WhenTold> {
  const notice = await services.stores.notices.find(key);
  if (!notice) return { when: "unknown" };
  if (notice.state !== "held") return { when: "now" };
  const known = await readPerson(services, notice.personId);
  const [looked] = await lookAt(services, known ? [known] : []);
  const at = looked?.plan.waiting.find(({ id }) => id === key)?.until;
  return at ? { when: "later", at } : { when: "never" };
}
