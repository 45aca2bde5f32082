/** Whoever types, or forges, a code that does not work can do so a few times, and then has to wait. */

import type { Services } from "../feature.ts";
import { mustWait, oneMoreWrong } from "../team/linking.ts";
import type { Person } from "../team/person.ts";

type Trying = Pick<Services, "stores" | "now"> & { readonly person: Person };

/**
 * Counts a try before the code is looked at, so that many at once are no way around the limit.
 * @returns false when they have to wait.
 */
export async function countTry({ stores, person, now }: Trying): Promise<boolean> {
  await stores.codeTries.add({ id: person.id, wrong: 0, until: now });
  let isFree = false;
  await stores.codeTries.update(person.id, (known) => {
    isFree = !mustWait(known, now);
    return isFree ? oneMoreWrong(known, now) : known;
  });
  return isFree;
}

/** The code was right after all. */
export async function takeBackTry({ stores, person }: Trying): Promise<void> {
  await stores.codeTries.update(person.id, (known) => ({
    ...known,
    wrong: Math.max(0, known.wrong - 1),
  }));
}
