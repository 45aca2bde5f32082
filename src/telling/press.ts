/** A press on a message of the policy: it counts as an answer, so that nobody who reads is taken for silent (N-7). */

import type { Context } from "../feature.ts";
import type { Person } from "../team/person.ts";
import { localDate } from "../time/calendar.ts";
import { afterActing } from "../nudge/attention.ts";
import type { Digest } from "../nudge/nudge.ts";

/**
 * Called whenever a person types or presses something.
 * @returns whether it is their first act since they were told something today: then questions that
 * wait for them are part of the conversation, and they may be looked at anew.
 */
export async function noteActed(
  { stores, now }: Pick<Context, "stores" | "now">,
  person: Pick<Person, "id" | "timezone">,
): Promise<boolean> {
  let isFirst = false;
  await stores.attentions.update(person.id, (attention) => {
    const acted = afterActing(attention, localDate(now, person.timezone));
    isFirst = acted !== attention;
    return acted;
  });
  return isFirst;
}

/** The pressed message of this person; undefined when it is none of theirs (rule 3). */
export async function pressed(
  { stores, person, now }: Pick<Context, "stores" | "person" | "now">,
  digestId: string,
): Promise<Digest | undefined> {
  const known = digestId ? await stores.digests.find(digestId) : undefined;
  if (known?.personId !== person.id) return undefined;
  await stores.attentions.update(person.id, (attention) =>
    attention.silent === 0 ? attention : { ...attention, silent: 0 },
  );
  return await stores.digests.update(known.id, (digest) =>
    digest.pressedAt ? digest : { ...digest, pressedAt: now },
  );
}
