/**
 * The way of everything that is said to a person unasked. A feature posts to its outbox as to any
 * other; here the message is held, the policy is asked, and what it decides is carried out. All of it
 * may be repeated: the day's message is one row, notices and messages have keys, and the alarm of a
 * person stays due until the end.
 */

import type { Card } from "../card.ts";
import type { Services } from "../feature.ts";
import type { Outbox, OutgoingMessage } from "../ports.ts";
import type { Person } from "../team/person.ts";
import { localDate } from "../time/calendar.ts";
import { newAttention, type Manner } from "../nudge/attention.ts";
import { attend } from "./attend.ts";
import { waveTimer } from "../nudge/nudge.ts";
import { drawn } from "./messages.ts";
import type { Notice } from "./notice.ts";

/** What a feature gets instead of the outbox itself. */
export function politeOutbox(services: Services, when: "at once" | "gathered"): Outbox {
  const { stores, outbox } = services;
  return {
    ...outbox,
    async post(message) {
      const manner = message.manner ?? "question";
      const person = manner === "now" ? undefined : await stores.people.at(message.to);
      if (!person || manner === "now") await outbox.post(message);
      else await hold(services, person, message, manner, when);
    },
    async postAll(messages) {
      await outbox.postAll(messages.filter(({ manner }) => manner === "now"));
      for (const message of messages) if (message.manner !== "now") await this.post(message);
    },
    async revise(key, card) {
      const notice = await stores.notices.find(key);
      if (notice) await reviseNotice(services, notice, card);
      else await outbox.revise(key, card);
    },
  };
}

async function hold(
  services: Services,
  person: Person,
  message: OutgoingMessage,
  manner: Exclude<Manner, "now">,
  when: "at once" | "gathered",
): Promise<void> {
  const { stores, timers, now, outbox } = services;
  if (!person.active) return;
  const { key, kind, to, card, thread, personal, expires } = message;
  const notice = await stores.notices.add({
    id: key,
    personId: person.id,
    kind,
    to,
    // Whoever wrote it wrote it for them.
    card: { ...card, locale: card.locale ?? person.locale },
    thread: thread ?? null,
    isPersonal: personal ?? false,
    manner,
    arisenAt: now,
    expiresAt: expires ?? null,
    state: "held",
    inMessage: null,
    toldOn: null,
  });
  // Said before: saying it again mends what a crash cut short.
  if (notice.state === "told") await outbox.post({ ...message, card: notice.card });
  if (notice.state !== "held") return;
  if (when === "at once") {
    await attend(services, [notice.personId]);
    return;
  }
  // What timers say at one instant is gathered and looked at together when all of them have rung.
  const today = localDate(now, person.timezone);
  await stores.attentions.add({ ...newAttention(notice.personId), lookedOn: today });
  await stores.attentions.update(notice.personId, (attention) =>
    attention.nextAt !== null && attention.nextAt <= now
      ? attention
      : { ...attention, nextAt: now },
  );
  await timers.set(waveTimer(stores.districtId, now));
}

/** A question that was settled before it was put is not put; one that was told shows how it stands. */
async function reviseNotice(services: Services, notice: Notice, revision: Card): Promise<void> {
  const { stores, outbox } = services;
  const { locale } = notice.card;
  const card = { ...revision, ...(locale ? { locale } : {}) };
  const revised = await stores.notices.update(notice.id, (current) => ({
    ...current,
    card,
    state: current.state === "held" && !hasButtons(card) ? "settled" : current.state,
  }));
  if (revised?.state === "told") await outbox.revise(notice.id, card);
  if (revised?.state !== "listed" || revised.inMessage === null) return;
  const [person, digest] = await Promise.all([
    stores.people.find(revised.personId),
    stores.digests.find(revised.inMessage),
  ]);
  const list = person && digest && (await drawn(services, person, digest));
  if (list) await outbox.revise(revised.inMessage, list);
}

const hasButtons = ({ body }: Card): boolean =>
  body.some((block) => block.type === "actions" || (block.type === "item" && block.button));

/** Messages that still wait and need no longer be said; told ones stay as they are. */
export async function withdraw(
  { stores }: Pick<Services, "stores">,
  keys: readonly string[],
): Promise<void> {
  await stores.notices.updateAll(keys, (notice) =>
    notice.state === "held" ? { ...notice, state: "settled" } : notice,
  );
}
