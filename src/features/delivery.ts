/** A message could not be delivered for good: the partners are told once, with what to do. */

import { localDate } from "../time/calendar.ts";
import { muted, text } from "../card.ts";
import type { Feature, Services } from "../feature.ts";
import { partnersOf, type Partnership } from "../team/partnership.ts";
import type { Address, Person } from "../team/person.ts";
import { textsFor, type Texts } from "../texts/index.ts";

export const deliveryFeature: Feature = {
  name: "delivery",
  async refused(context) {
    const { stores, delivery, reason } = context;
    // A message that cannot be shown says nothing about where it was to be shown.
    if (delivery.kind === KIND || reason === "invalid") return;
    const partnership = await stores.partnerships.atChannel(delivery.to);
    if (partnership) {
      await channelClosed(context, partnership, delivery.to);
      return;
    }
    const person = await stores.people.at(delivery.to);
    if (!person || (reason !== "gone" && reason !== "blocked")) return;
    if (reason === "gone")
      await stores.people.update(person.id, (known) => ({ ...known, active: false }));
    await personUnreachable(context, person);
  },
  personLeft: (context) => personUnreachable(context, context.person),
};

/** Messages of this kind are not reported on when they fail in turn. */
const KIND = "delivery.notice";

async function channelClosed(
  services: Services,
  partnership: Partnership,
  channel: Address,
): Promise<void> {
  const school = await services.stores.schools.find(partnership.schoolId);
  await tell(
    services,
    partnersOf(partnership),
    `closed/${channel}/${monthOf(services)}`,
    ({ setup }) => ({
      title: setup.closedTitle(school?.name ?? ""),
      body: [text(setup.closedBody), muted(setup.closedWhy)],
    }),
  );
}

async function personUnreachable(services: Services, person: Person): Promise<void> {
  const partnerships = await services.stores.partnerships.ofPartner(person.id);
  const others = partnerships.flatMap(partnersOf).filter((id) => id !== person.id);
  await tell(
    services,
    [...new Set(others)],
    `unreachable/${person.id}/${monthOf(services)}`,
    ({ setup }) => ({
      title: setup.unreachableTitle(person.name),
      body: [text(setup.unreachableBody), muted(setup.unreachableWhy)],
    }),
  );
}

/** Told once a month at most, should it be mended and break again. */
const monthOf = ({ now }: Services): string => localDate(now, "UTC").slice(0, 7);

async function tell(
  { stores, outbox }: Services,
  personIds: readonly string[],
  rule: string,
  card: (texts: Texts) => Parameters<typeof outbox.post>[0]["card"],
): Promise<void> {
  for (const person of await stores.people.findAll(personIds)) {
    const [to] = person.addresses;
    if (person.active && to)
      await outbox.post({
        key: `${rule}/${person.id}`,
        kind: KIND,
        to,
        card: card(textsFor(person.locale, person.timezone)),
      });
  }
}
