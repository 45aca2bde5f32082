/** A resource reaches the people it is for: each hears of at most one in seven days (systems, row 68). */

import { actions, muted, quote, text, type Card } from "../../card.ts";
import type { Services, TimerContext } from "../../feature.ts";
import { resource } from "../../kinds/resource.ts";
import { titleOf, type KeptRecord } from "../../records/record.ts";
import { reachedAt, type Person } from "../../team/person.ts";
import { textsFor } from "../../texts/index.ts";

const WEEK = 7 * 86_400_000;
const TIMER = "resource.tell";

/** After it was kept: whoever it is for is to be told when their week allows. */
export async function plan(services: Services, { named, byId }: KeptRecord): Promise<void> {
  for (const personId of named.filter((id) => id !== byId)) await setTimer(services, personId);
}

/** Rings for a person: the oldest one that they were not told of yet, and the next one a week later. */
export async function tell(services: TimerContext): Promise<void> {
  const { stores, now, id: personId } = services;
  const [next, person] = await Promise.all([
    nextFor(services, personId),
    stores.people.find(personId),
  ]);
  if (!person?.active || !next) return;
  if (next.at > now) {
    await setTimer(services, personId);
    return;
  }
  await post(services, next.record, person);
  await stores.records.update(next.record.id, (record) =>
    isTold(record, personId)
      ? record
      : { ...record, told: [...record.told, { personId, at: now }] },
  );
  await setTimer(services, personId);
}

const isTold = ({ told }: KeptRecord, personId: string): boolean =>
  told.some((each) => each.personId === personId);

/** The next resource to tell a person of, and from when on; undefined when none waits. */
async function nextFor(
  { stores, now }: Pick<Services, "stores" | "now">,
  personId: string,
): Promise<{ readonly record: KeptRecord; readonly at: Date } | undefined> {
  const all = await stores.records.unseen.naming(resource.name, personId);
  const record = all.find(
    (each) => each.state === "fresh" && each.byId !== personId && !isTold(each, personId),
  );
  const told = all.flatMap((each) => each.told.filter((one) => one.personId === personId));
  const last = Math.max(0, ...told.map(({ at }) => at.getTime()));
  return record && { record, at: new Date(Math.max(now.getTime(), last + WEEK)) };
}

async function setTimer(
  services: Pick<Services, "stores" | "now" | "timers">,
  personId: string,
): Promise<void> {
  const { stores, timers } = services;
  const next = await nextFor(services, personId);
  const key = `${TIMER}/${personId}`;
  if (next)
    await timers.set({
      key,
      at: next.at,
      name: TIMER,
      districtId: stores.districtId,
      id: personId,
    });
  else await timers.cancel(key);
}

async function post(
  { stores, outbox }: Pick<Services, "stores" | "outbox">,
  record: KeptRecord,
  person: Person,
): Promise<void> {
  const to = reachedAt(person);
  const writer = await stores.people.find(record.byId);
  if (to)
    await outbox.post({
      key: `resource.told/${record.id}/${person.id}`,
      kind: "resource.told",
      manner: "news",
      to,
      card: toldCard(record, writer?.name, person),
    });
}

function toldCard(record: KeptRecord, writer: string | undefined, person: Person): Card {
  const { kinds, records } = textsFor(person.locale, person.timezone);
  const { told, toldWhy, press } = kinds.resource;
  const { why, link } = record.values;
  const about = titleOf(resource, record);
  const to = (state: "useful" | "used") => ({
    label: press[state],
    action: "resource.to",
    value: `${record.id}|${state}`,
    about,
  });
  return {
    title: told(writer ?? records.nobody),
    body: [
      quote(about),
      ...[why, link].flatMap((words) => (typeof words === "string" && words ? [text(words)] : [])),
      actions(to("useful"), to("used"), {
        label: records.show,
        action: "resource.show",
        value: record.id,
        about,
      }),
      muted(toldWhy),
    ],
  };
}
