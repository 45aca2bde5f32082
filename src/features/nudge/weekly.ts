/** The weekly alarm of one person: it plans, stores and posts their digest, and sets the next one. */

import type { ActionItem } from "../../plan/action-item.ts";
import { digestCard } from "../../nudge/digest-card.ts";
import {
  digestFacts,
  digestView,
  hoursOf,
  workplacesOf,
  type Workplace,
} from "../../nudge/digest-facts.ts";
import { localDate } from "../../time/calendar.ts";
import type { Services, TimerContext } from "../../feature.ts";
import {
  countNudge,
  digestId,
  digestTimer,
  mondayOf,
  nextDigestAt,
  openSlot,
  planDigest,
  type Digest,
} from "../../nudge/nudge.ts";
import { reachedAt, type Person } from "../../team/person.ts";
import { shorten } from "../../plain-text.ts";
import { textsFor } from "../../texts/index.ts";

/**
 * Rings at 08:10 on the first working day of the week in the person's zone. Whatever was done before
 * a crash is found by its keys and repeated without effect (N-14); a digest that is late waits for
 * working hours (N-6) and is never sent twice in one week (N-1).
 */
export async function ringWeekly(context: TimerContext): Promise<void> {
  const { stores, timers, now, id } = context;
  const person = await stores.people.find(id);
  const places = person ? await workplacesOf(context, person) : [];
  if (!person || places.length === 0) return;
  const hours = hoursOf(person, places);
  const next = digestTimer(id, stores.districtId, nextDigestAt(now, hours));
  const today = localDate(now, person.timezone);
  const [last] = await stores.digests.recent(id, 1);
  if (person.active && last && last.date >= mondayOf(today)) {
    await send(context, person, places, last);
  } else if (person.active) {
    const slot = openSlot(now, hours);
    if (slot > now) {
      await timers.set(digestTimer(id, stores.districtId, slot));
      return;
    }
    await plan(context, person, places);
  }
  await timers.set(next);
}

async function plan(
  services: Services,
  person: Person,
  places: readonly Workplace[],
): Promise<void> {
  const { stores, now } = services;
  const plan = planDigest(await digestFacts(services, person, places));
  if (!plan) return;
  for (const item of plan.talkAbout) await queueTopic(services, item, places);
  if (plan.entries.length === 0) return;
  const date = localDate(now, person.timezone);
  const digest = await stores.digests.add({
    id: digestId(person.id, date),
    personId: person.id,
    date,
    entries: plan.entries,
    more: plan.more,
    pressedAt: null,
  });
  await send(services, person, places, digest);
}

/** In code points, as for a topic that somebody types. */
const TOPIC_LIMIT = 200;

/** Shown twice since it was overdue: from now on the check-in carries it (N-3). */
async function queueTopic(
  { stores, now }: Services,
  item: ActionItem,
  places: readonly Workplace[],
): Promise<void> {
  const school = places.find(({ partnership }) => partnership.id === item.partnershipId)?.school;
  if (!school || item.ownerId === null) return;
  await stores.topics.create({
    partnershipId: item.partnershipId,
    proposedById: item.ownerId,
    title: shorten(
      textsFor(school.locale, school.timezone).nudge.talkAbout(item.title),
      TOPIC_LIMIT,
    ),
    status: "queued",
    linkedItemIds: [item.id],
    checkInId: null,
    origin: `nudge.talk/${item.id}/${item.due ?? ""}`,
    proposedOn: localDate(now, school.timezone),
  });
}

async function send(
  services: Services,
  person: Person,
  places: readonly Workplace[],
  digest: Digest,
): Promise<void> {
  const { stores, outbox } = services;
  for (const entry of digest.entries)
    if (entry.overdueNudges > 0)
      await stores.items.update(entry.id, (item) => countNudge(item, entry));
  const to = reachedAt(person);
  if (!to) return;
  const view = await digestView(services, person, digest, places);
  await outbox.post({
    key: digest.id,
    kind: "nudge.digest",
    to,
    card: digestCard(view, textsFor(person.locale, person.timezone)),
  });
}

/** On start: every partner has their weekly alarm; one that waits already is left as it is. */
export async function reconcileWeekly(services: Services): Promise<void> {
  const { stores, timers, now } = services;
  for (const person of await stores.people.all()) {
    const places = await workplacesOf(services, person);
    if (places.length === 0) continue;
    const at = nextDigestAt(now, hoursOf(person, places));
    await timers.ensure(digestTimer(person.id, stores.districtId, at));
  }
}
