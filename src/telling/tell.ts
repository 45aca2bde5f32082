/** What a side of a partnership is told privately, each in their own language, once under a key. */

import type { Block, Card } from "../card.ts";
import type { Context, Services } from "../feature.ts";
import type { Manner } from "../nudge/attention.ts";
import { membersOf, type Partnership } from "../team/partnership.ts";
import { reachedAt, type Side } from "../team/person.ts";
import { textsFor, type Texts } from "../texts/index.ts";
import { whenHeard } from "./when-told.ts";

interface Told {
  /** `<rule>/<object>/<round>`; each person's own is added. */
  readonly key: string;
  readonly kind: string;
  /** How the nudge policy treats it; an `answer` where nothing is said, for a partner has just pressed. */
  readonly manner?: Manner;
}

/** Posts it to everyone active of the given people whom a platform reaches. */
export async function tellPeople(
  { stores, outbox }: Pick<Services, "stores" | "outbox">,
  personIds: readonly string[],
  { key, kind, manner = "answer" }: Told,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const person of await stores.people.findAll(personIds)) {
    const to = reachedAt(person);
    if (person.active && to)
      await outbox.post({
        key: `${key}/${person.id}`,
        kind,
        manner,
        to,
        card: card(textsFor(person.locale, person.timezone)),
      });
  }
}

/** As `tellPeople`, for one side. */
export const tellSide = (
  services: Pick<Services, "stores" | "outbox">,
  partnership: Partnership,
  side: Side,
  told: Told,
  card: (texts: Texts) => Card,
): Promise<void> => tellPeople(services, membersOf(partnership, side), told, card);

/** As `tellSide`. @returns for whoever asks: when that side hears of it, where it has to wait. */
export async function askSide(
  context: Services & Pick<Context, "texts">,
  partnership: Partnership,
  side: Side,
  told: Told,
  card: (texts: Texts) => Card,
): Promise<readonly Block[]> {
  await tellSide(context, partnership, side, told, card);
  const ids = membersOf(partnership, side);
  return await whenHeard(
    context,
    ids.map((id) => `${told.key}/${id}`),
  );
}

/** Redraws for these people what they were told under a key; nothing where nothing was. */
export async function retell(
  { stores, outbox }: Pick<Services, "stores" | "outbox">,
  personIds: readonly string[],
  key: string,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const { id, locale, timezone } of await stores.people.findAll(personIds))
    await outbox.revise(`${key}/${id}`, card(textsFor(locale, timezone)));
}
