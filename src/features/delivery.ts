/**
 * A platform does not take messages for a channel or a person: nothing more is sent there until they
 * are back, the partners are told once, with what to do, and a person who has another address is
 * written to there.
 */

import { localDate } from "../time/calendar.ts";
import { muted, text, type Card } from "../card.ts";
import type { EventOf, Feature, Services } from "../feature.ts";
import { partnersOf, type Partnership } from "../team/partnership.ts";
import { reachedAt, unreachableAt, type Address, type Person } from "../team/person.ts";
import { placeName } from "../team/places.ts";
import type { Refusal } from "../ports.ts";
import { textsFor, type Texts } from "../texts/index.ts";

export const deliveryFeature: Feature = {
  name: "delivery",
  async refused(context) {
    const { stores, outbox, delivery, reason } = context;
    // A message that cannot be shown says nothing about where it was to be shown.
    if (delivery.kind === KIND || reason === "invalid") return;
    const partnership = await stores.partnerships.atChannel(delivery.to);
    if (partnership) {
      if (reason && CLOSED.includes(reason)) await close(context, partnership, delivery.to);
      await tellClosed(context, partnership, delivery.to);
      return;
    }
    const person = await stores.people.at(delivery.to);
    if (!person || (reason !== "gone" && reason !== "blocked")) return;
    const silenced = await silence(context, person, delivery.to);
    const other = reachedAt(silenced);
    if (other) await outbox.redirect(delivery.key, other);
    else if (reason === "gone") {
      // Whoever has left is told of together with what was theirs, by the handover.
      await stores.people.update(person.id, (known) => ({ ...known, active: false }));
      return;
    }
    await tellUnreachable(context, silenced, delivery.to);
  },
  async lifecycle(context) {
    const { event } = context;
    if (event.type === "uninstalled") await uninstalled(context, event);
    else if (event.type === "channel" && event.change === "closed" && event.channel)
      await channelClosed(context, event.channel);
  },
};

/** Messages of this kind are not reported on when they fail in turn. */
const KIND = "delivery.notice";

/** What lies at the channel; other refusals, such as a token that ran out, pass by themselves. */
const CLOSED: readonly Refusal[] = ["closed", "gone", "blocked"];

async function uninstalled(
  services: Services,
  { from, channel }: EventOf<"uninstalled">,
): Promise<void> {
  if (channel) {
    await channelClosed(services, channel);
    return;
  }
  const person = await services.stores.people.at(from);
  if (person) await tellUnreachable(services, await silence(services, person, from), from);
}

async function channelClosed(services: Services, channel: Address): Promise<void> {
  const partnership = await services.stores.partnerships.atChannel(channel);
  if (!partnership) return;
  await close(services, partnership, channel);
  await tellClosed(services, partnership, channel);
}

async function close({ stores }: Services, { id }: Partnership, channel: Address): Promise<void> {
  await stores.partnerships.update(id, (known) =>
    known.closed.includes(channel) ? known : { ...known, closed: [...known.closed, channel] },
  );
}

async function silence({ stores }: Services, person: Person, address: Address): Promise<Person> {
  return (
    (await stores.people.update(person.id, (known) => unreachableAt(known, address))) ?? person
  );
}

async function tellClosed(
  services: Services,
  partnership: Partnership,
  channel: Address,
): Promise<void> {
  const school = await services.stores.schools.find(partnership.schoolId);
  await tell(
    services,
    partnersOf(partnership),
    `closed/${channel}/${monthOf(services)}`,
    (texts) => ({
      title: texts.setup.closedTitle(school?.name ?? "", placeName(channel, texts)),
      body: [text(texts.setup.closedBody), muted(texts.setup.closedWhy)],
    }),
  );
}

/** Their partners hear where they cannot be reached, and whether they are reached elsewhere. */
async function tellUnreachable(
  services: Services,
  person: Person,
  address: Address,
): Promise<void> {
  const partnerships = await services.stores.partnerships.ofPartner(person.id);
  const others = partnerships.flatMap(partnersOf).filter((id) => id !== person.id);
  const other = person.active ? reachedAt(person) : undefined;
  await tell(
    services,
    [...new Set(others)],
    `unreachable/${address}/${monthOf(services)}`,
    (texts) => {
      const place = placeName(address, texts);
      return {
        title: texts.setup.unreachableTitle(person.name, place),
        body: [
          text(
            other
              ? texts.setup.reachedElsewhere(placeName(other, texts))
              : texts.setup.unreachableBody(place),
          ),
          muted(texts.setup.unreachableWhy),
        ],
      };
    },
  );
}

/** Told once a month at most, should it be mended and break again. */
const monthOf = ({ now }: Services): string => localDate(now, "UTC").slice(0, 7);

async function tell(
  { stores, outbox }: Services,
  personIds: readonly string[],
  rule: string,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const person of await stores.people.findAll(personIds)) {
    const to = reachedAt(person);
    if (person.active && to)
      await outbox.post({
        key: `${rule}/${person.id}`,
        kind: KIND,
        manner: "answer",
        to,
        card: card(textsFor(person.locale, person.timezone)),
      });
  }
}
