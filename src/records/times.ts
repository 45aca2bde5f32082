/**
 * What time does to a record: reminders before its day, and its end with the last minute of it. A timer holds
 * its id, re-reads, re-decides and sets the next one.
 */

import { actions, muted, text, type Card } from "../card.ts";
import type { Services, TimerContext } from "../feature.ts";
import { reachedAt, type Person } from "../team/person.ts";
import type { SchoolCalendar } from "../team/school.ts";
import { textsFor } from "../texts/index.ts";
import {
  addDays,
  instantAt,
  lastMinuteOf,
  localDate,
  type LocalDate,
  type LocalTime,
} from "../time/calendar.ts";
import { addSchoolDays } from "../time/teaching.ts";
import type { AnyKind } from "./kind.ts";
import { named, type Part } from "./part.ts";
import { moveTo, titleOf, upgraded, type KeptRecord } from "./record.ts";
import { may, seeingOf, standingOf, type Standing } from "./rights.ts";
import { buttonTo, pressButton } from "./show.ts";
import { whereOf, type Where } from "./where.ts";

/** In the clock of where it belongs; the nudge policy decides when each person hears of it. */
const MORNING = "07:00" as LocalTime;

type Setting = Pick<Services, "stores" | "timers" | "now">;
type Timed = Pick<KeptRecord, "due" | "state" | "deleted">;

/** The days on which to remind, first to last; none in a state that needs none. */
export function reminderDays(
  { remind }: Pick<AnyKind, "remind">,
  { due, state, deleted }: Timed,
  calendar: SchoolCalendar | null = null,
): readonly LocalDate[] {
  if (!remind || due === null || deleted || !remind.in.includes(state)) return [];
  const { weeks = [], schoolDays = [] } = remind;
  return [
    ...weeks.map((each) => addDays(due, -7 * each)),
    ...schoolDays.map((each) => addSchoolDays(due, -each, calendar)),
  ].sort();
}

/** When it ends by itself; undefined when it does not. */
export const endOf = (
  { ends }: Pick<AnyKind, "ends">,
  { due, state, deleted }: Timed,
  timezone: string,
): Date | undefined =>
  ends?.in.includes(state) && due !== null && !deleted ? lastMinuteOf(due, timezone) : undefined;

/** Sets what comes next for it, or takes it away where nothing does. */
export async function setTimes(part: Part, services: Setting, record: KeptRecord): Promise<void> {
  if (!isTimed(part)) return;
  const { timers } = services;
  const where = await whereOf(services, part.kind, record);
  for (const timer of timersOf(part, services, record, where)) {
    if (timer.at) await timers.set({ ...timer, at: timer.at });
    else await timers.cancel(timer.key);
  }
}

/** On start: those of a kind whose timer a crash left unset. */
export async function reconcileTimes(part: Part, services: Services): Promise<void> {
  if (!isTimed(part)) return;
  const { stores, timers, now } = services;
  // Somewhere it may be the day before still; what ended while nobody was there is later than any day.
  const from = part.kind.ends ? ("" as LocalDate) : addDays(localDate(now, "UTC"), -1);
  for (const record of await stores.records.unseen.dueFrom(part.kind.name, from)) {
    const where = await whereOf(services, part.kind, record);
    for (const timer of timersOf(part, services, record, where))
      if (timer.at) await timers.ensure({ ...timer, at: timer.at });
  }
}

export const isTimed = ({ kind }: Part): boolean =>
  kind.remind !== undefined || kind.ends !== undefined;

function timersOf(
  part: Part,
  { stores, now }: Pick<Setting, "stores" | "now">,
  record: KeptRecord,
  { timezone, calendar }: Where,
) {
  const reminder = reminderDays(part.kind, record, calendar)
    .map((day) => instantAt(day, MORNING, timezone))
    .find((at) => at > now);
  const timer = (name: string, at: Date | undefined) => ({
    key: `${named(part, name)}/${record.id}`,
    at,
    name: named(part, name),
    districtId: stores.districtId,
    id: record.id,
  });
  return [timer("remind", reminder), timer("end", endOf(part.kind, record, timezone))];
}

/** The latest reminder whose day has come, to everybody it is for who may still see the record. */
export async function ring(part: Part, services: TimerContext): Promise<void> {
  const { kind } = part;
  const found = await services.stores.records.unseen.find(services.id);
  if (!found || !kind.remind) return;
  const record = upgraded(kind, found);
  const { timezone, calendar } = await whereOf(services, kind, record);
  const today = localDate(services.now, timezone);
  const [day] = reminderDays(kind, record, calendar)
    .filter((each) => each <= today)
    .slice(-1);
  if (day && record.due !== null && record.due >= today)
    for (const { person, standing } of await readersOf(part, services, record)) {
      const to = reachedAt(person);
      if (to)
        await services.outbox.post({
          key: `${named(part, "remind")}/${record.id}/${record.due}/${day}/${person.id}`,
          kind: named(part, "remind"),
          manner: kind.ends ? "question" : "news",
          expires: instantAt(addDays(record.due, 1), MORNING, person.timezone),
          to,
          card: reminderCard(part, record, person, standing),
        });
    }
  await setTimes(part, services, record);
}

/** Its day is over: it becomes what it ends as, once. */
export async function end(part: Part, services: TimerContext): Promise<void> {
  const { kind } = part;
  const { stores, now, id } = services;
  const found = await stores.records.unseen.find(id);
  if (!found || !kind.ends) return;
  const { to } = kind.ends;
  const { timezone } = await whereOf(services, kind, found);
  const isOver = (record: KeptRecord): boolean => {
    const at = endOf(kind, record, timezone);
    return at !== undefined && at <= now;
  };
  const ended = await stores.records.update(id, (current) => {
    const record = upgraded(kind, current);
    return isOver(record) ? moveTo(kind, record, { to, byId: "", at: now }) : current;
  });
  if (!ended) return;
  await setTimes(part, services, ended);
  if (ended.state === to) await part.handlers.moved?.(services, ended);
}

async function readersOf(
  { kind }: Part,
  services: Pick<Services, "stores" | "now">,
  record: KeptRecord,
): Promise<readonly { readonly person: Person; readonly standing: Standing }[]> {
  const to = kind.remind?.to ?? [];
  const ids = [
    ...(to.includes("writer") ? [record.byId] : []),
    ...(to.includes("named") ? record.named : []),
  ];
  const people = await services.stores.people.findAll([...new Set(ids)]);
  const readers = await Promise.all(
    people
      .filter(({ active }) => active)
      .map(async (person) => {
        const standing = await standingOf(services, person);
        const seen = await services.stores.records.see(seeingOf(kind, standing), record.id);
        return seen ? [{ person, standing }] : [];
      }),
  );
  return readers.flat();
}

function reminderCard(part: Part, record: KeptRecord, person: Person, standing: Standing): Card {
  const { kind } = part;
  const texts = textsFor(person.locale, person.timezone);
  const say = part.say(texts);
  const title = titleOf(kind, record);
  const date = record.due === null ? "" : texts.dates.full(record.due);
  const offered = (kind.remind?.offer ?? []).filter((to) =>
    may(kind, kind.states?.[record.state]?.[to] ?? [], record, standing),
  );
  return {
    title: say.due?.(title, date) ?? title,
    body: [
      text(say.dueBody ?? texts.records.remindBody),
      actions(
        ...offered.map((to) => pressButton(part, record, to, texts)),
        buttonTo(part, "show", texts.records.show, record.id, title),
      ),
      muted(texts.records.remindWhy),
    ],
  };
}
