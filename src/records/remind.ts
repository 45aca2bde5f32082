/** Reminders before a record's day: a timer holds its id, re-reads, re-decides and sets the next one. */

import { muted, text, type Card } from "../card.ts";
import { actions } from "../card.ts";
import type { Services, TimerContext } from "../feature.ts";
import { reachedAt, type Person } from "../team/person.ts";
import { textsFor } from "../texts/index.ts";
import { addDays, instantAt, localDate, type LocalDate } from "../time/calendar.ts";
import type { LocalTime } from "../time/local-time.ts";
import type { AnyKind } from "./kind.ts";
import { named, type Part } from "./part.ts";
import { titleOf, upgraded, type KeptRecord } from "./record.ts";
import { seeingOf, standingOf } from "./rights.ts";
import { buttonTo } from "./show.ts";

/** In the district's own clock; the nudge policy decides when each person hears of it. */
const MORNING = "07:00" as LocalTime;

type Setting = Pick<Services, "stores" | "timers" | "now">;

/** The days on which to remind, first to last; none in a state that needs none. */
export function reminderDays(
  { remind }: Pick<AnyKind, "remind">,
  { due, state, deleted }: Pick<KeptRecord, "due" | "state" | "deleted">,
): readonly LocalDate[] {
  if (!remind || due === null || deleted || !remind.in.includes(state)) return [];
  return remind.weeks.map((weeks) => addDays(due, -7 * weeks)).sort();
}

/** Sets the next reminder, or takes it away where there is none. */
export async function setReminder(
  part: Part,
  services: Setting,
  record: KeptRecord,
): Promise<void> {
  if (!part.kind.remind) return;
  const timer = await nextTimer(part, services, record);
  if (timer) await services.timers.set(timer);
  else await services.timers.cancel(keyOf(part, record));
}

/** On start: those of a kind whose timer a crash left unset. */
export async function reconcileReminders(part: Part, services: Setting): Promise<void> {
  if (!part.kind.remind) return;
  const today = await todayIn(services);
  for (const record of await services.stores.records.unseen.dueFrom(part.kind.name, today)) {
    const timer = await nextTimer(part, services, record);
    if (timer) await services.timers.ensure(timer);
  }
}

/** The latest reminder whose day has come, to everybody it is for who may still see the record. */
export async function ring(part: Part, services: TimerContext): Promise<void> {
  const found = await services.stores.records.unseen.find(services.id);
  if (!found || !part.kind.remind) return;
  const record = upgraded(part.kind, found);
  const today = await todayIn(services);
  const [day] = reminderDays(part.kind, record)
    .filter((each) => each <= today)
    .slice(-1);
  if (day && record.due !== null && record.due >= today)
    for (const person of await readersOf(part, services, record)) {
      const to = reachedAt(person);
      if (to)
        await services.outbox.post({
          key: `${keyOf(part, record)}/${record.due}/${day}/${person.id}`,
          kind: named(part, "remind"),
          manner: "news",
          expires: instantAt(addDays(record.due, 1), MORNING, person.timezone),
          to,
          card: reminderCard(part, record, person),
        });
    }
  await setReminder(part, services, record);
}

async function readersOf(
  { kind }: Part,
  services: Pick<Services, "stores" | "now">,
  record: KeptRecord,
): Promise<readonly Person[]> {
  const to = kind.remind?.to ?? [];
  const ids = [
    ...(to.includes("writer") ? [record.byId] : []),
    ...(to.includes("named") ? record.named : []),
  ];
  const people = await services.stores.people.findAll([...new Set(ids)]);
  const may = await Promise.all(
    people.map(async (person) => {
      const seeing = seeingOf(kind, await standingOf(services, person));
      return (await services.stores.records.see(seeing, record.id)) !== undefined;
    }),
  );
  return people.filter((person, n) => person.active && may[n]);
}

function reminderCard(part: Part, record: KeptRecord, person: Person): Card {
  const texts = textsFor(person.locale, person.timezone);
  const title = titleOf(part.kind, record);
  const date = record.due === null ? "" : texts.dates.full(record.due);
  return {
    title: part.say(texts).due?.(title, date) ?? title,
    body: [
      text(texts.records.remindBody),
      actions(buttonTo(part, "show", texts.records.show, record.id, title)),
      muted(texts.records.remindWhy),
    ],
  };
}

const keyOf = (part: Part, { id }: KeptRecord): string => `${named(part, "remind")}/${id}`;

const todayIn = async ({ stores, now }: Pick<Services, "stores" | "now">): Promise<LocalDate> =>
  localDate(now, (await stores.district())?.timezone ?? "UTC");

async function nextTimer(part: Part, services: Setting, record: KeptRecord) {
  const { stores, now } = services;
  const timezone = (await stores.district())?.timezone ?? "UTC";
  const next = reminderDays(part.kind, record)
    .map((day) => instantAt(day, MORNING, timezone))
    .find((at) => at > now);
  return (
    next && {
      key: keyOf(part, record),
      at: next,
      name: named(part, "remind"),
      districtId: stores.districtId,
      id: record.id,
    }
  );
}
