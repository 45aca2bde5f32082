/** Two partners who belong to the same group, and allowed it, hear so once (systems, row 66). */

import { standings } from "../../access.ts";
import { muted, text } from "../../card.ts";
import type { Services } from "../../feature.ts";
import { membership } from "../../kinds/membership.ts";
import { titleOf, wordsIn, type KeptRecord } from "../../records/record.ts";
import { partnersOf } from "../../team/partnership.ts";
import { reachedAt, type Person } from "../../team/person.ts";
import { textsFor } from "../../texts/index.ts";

export async function tellBoth(services: Services, record: KeptRecord): Promise<void> {
  const { stores } = services;
  const person = await stores.people.find(record.byId);
  if (!person || !mayBeTold(record)) return;
  const places = await standings({ ...services, person });
  const ids = new Set(places.flatMap(({ partnership }) => partnersOf(partnership)));
  for (const partner of await stores.people.findAll([...ids].filter((id) => id !== person.id))) {
    const theirs = await stores.records.unseen.ownedBy(membership.name, partner.id);
    if (!theirs.some((each) => mayBeTold(each) && groupOf(each) === groupOf(record))) continue;
    await post(services, record, person, partner);
    await post(services, record, partner, person);
  }
}

const mayBeTold = ({ values, deleted }: KeptRecord): boolean =>
  !deleted && values["tell"] === "yes";

const groupOf = (record: KeptRecord): string => wordsIn(titleOf(membership, record)).join(" ");

/** Under a key that does not tell who wrote it first. */
async function post(
  { outbox }: Services,
  record: KeptRecord,
  to: Person,
  other: Person,
): Promise<void> {
  const address = reachedAt(to);
  if (!to.active || !other.active || !address) return;
  const { both, bothBody, bothWhy } = textsFor(to.locale, to.timezone).kinds.membership;
  await outbox.post({
    key: `membership.both/${groupOf(record)}/${to.id}/${other.id}`,
    kind: "membership.both",
    manner: "news",
    to: address,
    card: {
      title: both(other.name, titleOf(membership, record)),
      body: [text(bothBody), muted(bothWhy)],
    },
  });
}
