/** One closed day: everything of it goes to the next day of work, once; and back again (CAL-15). */

import { actions, text, type Button, type Card } from "../../card.ts";
import { placeAnewTimer } from "../../check-in/check-in.ts";
import type { Context, Services } from "../../feature.ts";
import { attend } from "../../telling/attend.ts";
import { postponed, putBack } from "../../plan/action-item.ts";
import type { CalendarPlace } from "../../here/calendar.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import { schoolDays } from "../../here/school-days.ts";
import { reviseShared, share, teamOf } from "../../telling/share.ts";
import { workWeekOf } from "../../team/work-week.ts";
import type { Texts } from "../../texts/index.ts";
import { nextWorkingDay, type LocalDate } from "../../time/calendar.ts";

/** What closing a day did, for the card that says so. */
export interface Closed {
  readonly schoolId: string;
  readonly name: string;
  readonly date: LocalDate;
  readonly moved: number;
}

/** Marks the day; repeating it changes nothing that was moved before. */
export async function close(
  context: Context,
  { school, partnerships }: CalendarPlace,
  date: LocalDate,
): Promise<Closed> {
  const { stores, person } = context;
  await stores.schools.update(school.id, (known) =>
    known.closures?.some((closure) => closure.date === date)
      ? known
      : { ...known, closures: [...(known.closures ?? []), { date, byId: person.id }] },
  );
  const ids = partnerships.map(({ id }) => id);
  const due = await stores.items.dueOn(ids, date);
  const days = await schoolDays(stores, school.id);
  const owners = await ownersOf(context, due);
  for (const item of due) {
    const owner = item.ownerId === null ? undefined : owners.get(item.ownerId);
    const to = nextWorkingDay(date, owner ? workWeekOf(owner, days.calendar) : days.week);
    await stores.items.update(item.id, (current) => postponed(current, date, to));
  }
  for (const partnership of partnerships) {
    const team = await teamOf(stores, partnership, school);
    const moved = due.filter(({ partnershipId }) => partnershipId === partnership.id).length;
    const told = { schoolId: school.id, name: school.name, date, moved };
    await share(
      context,
      team,
      { key: noticeKey(partnership.id, date, context), kind: "closure", manner: "news" },
      (texts) => closedCard(told, person.name, texts),
    );
  }
  await follow(context, partnerships);
  return { schoolId: school.id, name: school.name, date, moved: due.length };
}

/** Opens the day again: what the closure moved and nobody has changed since is where it was. */
export async function reopen(
  context: Context,
  { school, partnerships }: CalendarPlace,
  date: LocalDate,
): Promise<void> {
  const { stores, person } = context;
  const days = await schoolDays(stores, school.id);
  const moved = await movedFrom(context, partnerships, date, days);
  await stores.schools.update(school.id, (known) =>
    known.closures?.some((closure) => closure.date === date)
      ? { ...known, closures: known.closures.filter((closure) => closure.date !== date) }
      : known,
  );
  for (const { id, to } of moved)
    await stores.items.update(id, (current) => putBack(current, date, to));
  for (const partnership of partnerships) {
    const team = await teamOf(stores, partnership, school);
    await reviseShared(context, team, noticeKey(partnership.id, date, context), (texts) => ({
      title: texts.absence.reopened(school.name, texts.dates.full(date)),
      body: [text(texts.absence.reopenedBy(person.name))],
    }));
  }
  await follow(context, partnerships);
}

/** Named after the day, so that a day that is closed twice has one notice. */
const noticeKey = (partnershipId: string, date: LocalDate, { stores }: Pick<Services, "stores">) =>
  `closure/${stores.districtId}/${partnershipId}/${date}`;

async function ownersOf(
  { stores }: Pick<Services, "stores">,
  items: readonly { readonly ownerId: string | null }[],
): Promise<ReadonlyMap<string, Person>> {
  const people = await stores.people.findAll([
    ...new Set(items.flatMap(({ ownerId }) => ownerId ?? [])),
  ]);
  return new Map(people.map((each) => [each.id, each]));
}

/** Steps that the closure of a day moved, each with the day on which it would be now because of it. */
async function movedFrom(
  context: Context,
  partnerships: CalendarPlace["partnerships"],
  date: LocalDate,
  { calendar, week }: Awaited<ReturnType<typeof schoolDays>>,
): Promise<readonly { readonly id: string; readonly to: LocalDate }[]> {
  const ids = partnerships.map(({ id }) => id);
  const people = await context.stores.people.findAll(partnerships.flatMap(partnersOf));
  const targets = new Set(
    [week, ...people.map((each) => workWeekOf(each, calendar))].map((each) =>
      nextWorkingDay(date, each),
    ),
  );
  const found = await Promise.all(
    [...targets].map(async (to) =>
      (await context.stores.items.dueOn(ids, to)).flatMap(({ id, postponed: by }) =>
        by?.closed === date ? [{ id, to }] : [],
      ),
    ),
  );
  return found.flat();
}

/** Meetings are placed anew, and everybody's messages are planned by the day as it is now. */
async function follow(
  context: Context,
  partnerships: CalendarPlace["partnerships"],
): Promise<void> {
  const { stores, timers, now } = context;
  for (const { id } of partnerships) await timers.set(placeAnewTimer(id, stores.districtId, now));
  await attend(context, [...new Set(partnerships.flatMap(partnersOf))]);
}

export const undoButton = (
  schoolIds: readonly string[],
  date: LocalDate,
  { common }: Texts,
): Button => ({
  label: common.undo,
  action: "closure.undo",
  value: `${date}|${schoolIds.join(",")}`,
});

/** In the channel, with the one press that takes it back. */
function closedCard({ name, date, moved, schoolId }: Closed, by: string, texts: Texts): Card {
  const { absence, dates } = texts;
  return {
    title: absence.closed(name, dates.full(date)),
    body: [
      text(absence.closedBody(by)),
      ...(moved > 0 ? [text(absence.closedItems(moved))] : []),
      actions(undoButton([schoolId], date, texts)),
    ],
  };
}
