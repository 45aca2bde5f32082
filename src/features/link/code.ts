/** The one-time code: given on one platform, typed on the other. */

import { randomInt } from "node:crypto";
import type { Context } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import {
  codeTyped,
  isOver,
  isTwice,
  newCode,
  openLinking,
  stoodApart,
  type Linking,
} from "../../team/linking.ts";
import type { Person } from "../../team/person.ts";
import { countTry, takeBackTry } from "../code-tries.ts";
import { codeCard, sayCard, secondCard } from "./cards.ts";

export async function giveCode(context: Context): Promise<Outcome> {
  const { stores, person, texts, event, now } = context;
  const first = { personId: person.id, address: event.from };
  for (;;) {
    const wanted = openLinking(newCode(randomInt), first, now);
    const stored = await stores.linkings.add(wanted);
    // Somebody else's, or their own of another day, when it comes up a second time.
    if (stored === wanted) return { type: "reply", card: codeCard(texts, stored) };
  }
}

/** Shows whom it would join, and asks; a code that cannot be used is answered with what to do. */
export async function typeCode(context: Context, typed: string): Promise<Outcome> {
  const { texts } = context;
  const found = await tryOpen(context, codeTyped(typed));
  if (found === "wait") return { type: "reply", card: sayCard(texts.people.linkWait) };
  if (!found)
    return { type: "reply", card: sayCard(texts.people.linkWrong, texts.people.linkAgain) };
  const problem = await problemWith(context, found);
  return {
    type: "reply",
    card: problem ? sayCard(problem) : secondCard(texts, found.linking, found.first),
  };
}

export interface Found {
  readonly linking: Linking;
  readonly first: Person;
}

/** As `findOpen`, for a code that may be a guess: after five of them none is looked at for a while. */
export async function tryOpen(
  context: Pick<Context, "stores" | "now" | "person">,
  code: string,
): Promise<Found | "wait" | undefined> {
  if (!(await countTry(context))) return "wait";
  const found = await findOpen(context, code);
  if (found) await takeBackTry(context);
  return found;
}

/** A code of this district that can still be used; whose it is. */
export async function findOpen(
  { stores, now }: Pick<Context, "stores" | "now">,
  code: string,
): Promise<Found | undefined> {
  const linking = code ? await stores.linkings.find(code) : undefined;
  if (linking?.status !== "open" || isOver(linking, now)) return undefined;
  const first = await stores.people.find(linking.first.personId);
  return first?.active ? { linking, first } : undefined;
}

/** Why the two cannot be one person, in a sentence; undefined when they can. */
export async function problemWith(
  { stores, person, texts }: Pick<Context, "stores" | "person" | "texts">,
  { first }: Found,
): Promise<string | undefined> {
  const { people } = texts;
  if (first.id === person.id) return people.linkSame;
  if (isTwice(first, person)) return people.linkTwice;
  const apart = stoodApart(first, person, await stores.partnerships.ofPartner(person.id));
  const school = apart && (await stores.schools.find(apart.schoolId));
  return apart && people.linkApart(school?.name ?? "");
}
