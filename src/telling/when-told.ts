/** When somebody hears, or will hear, of a message that was posted to them: asked of the policy itself. */

import { muted, type Block } from "../card.ts";
import type { Context, Services } from "../feature.ts";
import type { HeldMessage } from "../nudge/facts.ts";
import { plan } from "../nudge/policy.ts";
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

/** Named like no message that is stored. */
const SUPPOSED = "supposed";

/**
 * When somebody will hear of a message that will be posted to them at that moment, as things stand: from the
 * policy, as it would look at them then. Undefined when nothing that is known brings its moment.
 */
export async function wouldHear(
  { stores }: Pick<Services, "stores">,
  personId: string,
  { at, manner }: { readonly at: Date; readonly manner: HeldMessage["manner"] },
): Promise<Date | undefined> {
  const known = await readPerson({ stores, now: at }, personId);
  if (!known) return undefined;
  const supposed: HeldMessage = { id: SUPPOSED, manner, expiresAt: null };
  const { waiting } = plan({ ...known.facts, held: [...known.facts.held, supposed] });
  const wait = waiting.find(({ id }) => id === SUPPOSED);
  return wait ? (wait.until ?? undefined) : at;
}

/**
 * For whoever asked: when the first of those they asked hears of it. Nothing where one heard of it now.
 * @param keys of the messages, one for each of them.
 */
export async function whenHeard(
  context: Services & Pick<Context, "texts">,
  keys: readonly string[],
): Promise<readonly Block[]> {
  const { common, dates } = context.texts;
  const told = await Promise.all(keys.map((key) => whenTold(context, key)));
  if (told.some(({ when }) => when === "now")) return [];
  const [first] = told
    .flatMap((each) => (each.when === "later" ? [each.at] : []))
    .sort((one, other) => one.getTime() - other.getTime());
  if (first) return [muted(common.heardOn(dates.moment(first)))];
  return told.some(({ when }) => when === "never") ? [muted(common.heardLater)] : [];
}
