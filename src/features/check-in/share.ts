/** What both sides are told: in the channel, and where there is none, to each partner. */

import type { Card } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import type { Services } from "../../feature.ts";
import type { Address } from "../../team/person.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import type { Place } from "./place.ts";

interface Shared {
  readonly key: string;
  readonly kind: string;
  /** Key of the shared message in whose thread it goes. */
  readonly thread?: string;
}

/** The announcement of a check-in for a day: a moved one is announced again for its new day. */
export const announcementKey = ({ id, date }: Pick<CheckIn, "id" | "date">): string =>
  `check_in.announcement/${id}/${date}`;

export const afterKey = ({ id, date }: Pick<CheckIn, "id" | "date">): string =>
  `check_in.after/${id}/${date}`;

interface Reader {
  readonly to: Address;
  readonly texts: Texts;
  /** Tells the copies of one message apart. */
  readonly suffix: string;
}

function readersOf({ partnership, partners, school }: Place): readonly Reader[] {
  if (partnership.channel)
    return [
      { to: partnership.channel, texts: textsFor(school.locale, school.timezone), suffix: "" },
    ];
  return partners.flatMap(({ id, addresses: [to], locale, timezone }) =>
    to ? [{ to, texts: textsFor(locale, timezone), suffix: `/${id}` }] : [],
  );
}

export async function share(
  { outbox }: Pick<Services, "outbox">,
  place: Place,
  { key, kind, thread }: Shared,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const { to, texts, suffix } of readersOf(place))
    await outbox.post({
      key: key + suffix,
      kind,
      to,
      card: card(texts),
      ...(thread ? { thread: thread + suffix } : {}),
    });
}

/** Replaces what was shared under a key; nothing when nothing was. */
export async function reviseShared(
  { outbox }: Pick<Services, "outbox">,
  place: Place,
  key: string,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const { texts, suffix } of readersOf(place)) await outbox.revise(key + suffix, card(texts));
}
