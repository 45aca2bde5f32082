/** What happens by itself: a meeting is announced, and afterwards asked about, once each. */

import { dayEntry } from "../../time/calendar.ts";
import {
  announcedAt,
  askedAt,
  changedAgain,
  isAhead,
  isPlanned,
  lapse,
  lapsesAt,
  skip,
  startsAt,
  move,
  type CheckIn,
} from "../../check-in/check-in.ts";
import { announcedNext } from "../../check-in/announcing.ts";
import { announceTimer } from "../../check-in/alarms.ts";
import type { Services, TimerContext } from "../../feature.ts";
import {
  everyoneWorks,
  isRebooked,
  nextOccurrence,
  placeOccurrence,
} from "../../check-in/recurrence.ts";
import { settingsOf } from "../../nudge/settings.ts";
import type { QuietHours } from "../../team/availability.ts";
import { lookTimer } from "../../meetings/search.ts";
import type { Texts } from "../../texts/index.ts";
import { reviseShared, share } from "../../telling/share.ts";
import { agendaOf } from "./agenda.ts";
import { afterCard } from "./after-card.ts";
import { reasonFor } from "./calendar-news.ts";
import { announcementCard, backCard, changedCard } from "./cards.ts";
import { placeOf, type Place } from "../../here/meeting.ts";
import { cancelTimers, planAhead, recentOf, setAllTimers, setTimers } from "./schedule.ts";
import { afterKey, announcementKey } from "./keys.ts";

interface Rung {
  readonly checkIn: CheckIn;
  readonly place: Place;
}

async function rung(context: TimerContext): Promise<Rung | undefined> {
  const checkIn = await context.stores.checkIns.find(context.id);
  const partnership = checkIn && (await context.stores.partnerships.find(checkIn.partnershipId));
  return partnership && { checkIn, place: await placeOf(context, partnership) };
}

/**
 * On the working day before, unless the meeting was moved or skipped since the timer was set; as soon
 * as the channel may be written to where that day has closed or is over.
 */
export async function announce(context: TimerContext): Promise<void> {
  const found = await rung(context);
  if (!found) return;
  const { place } = found;
  const { timezone } = place.school;
  const checkIn = await onWorkingDay(context, found);
  if (!checkIn || !isAhead(checkIn, context.now, timezone)) return;
  if (context.now < announcedAt(checkIn, timezone, place.week)) {
    await setTimers(context, place, checkIn);
    return;
  }
  const agenda = await agendaOf(context, place);
  const key = announcementKey(checkIn);
  const at = announcedNext(checkIn, context.now, {
    timezone,
    week: place.week,
    quiet: quietAt(place),
  });
  // What stands there already may be brought up to date at any time: nobody is told of an edit.
  if (at > context.now && !(await context.outbox.has(key))) {
    await context.timers.set(announceTimer(checkIn, context.stores.districtId, at));
    return;
  }
  const card = (texts: Texts) => announcementCard(checkIn, agenda, place, texts);
  const expires = startsAt(checkIn, timezone);
  const message = { key, kind: "check_in.announcement", manner: "expected", expires } as const;
  await share(context, place, message, card);
  // Moved away and back: the announcement of that day says still that it was moved.
  await reviseShared(context, place, key, card);
}

/** A channel keeps the quiet hours of its school. */
function quietAt({ school }: Place): QuietHours {
  const { quietFrom: from, quietTo: to } = settingsOf([school]);
  return { from, to };
}

/**
 * Puts the meetings of a partnership anew where everybody works, after a day was closed or somebody
 * said that they are away; what was planned and suits stays.
 */
export async function placeAnew(context: TimerContext): Promise<void> {
  const partnership = await context.stores.partnerships.find(context.id);
  if (!partnership) return;
  const place = await placeOf(context, partnership);
  const recent = await recentOf(context, place);
  for (const checkIn of recent.filter(({ displaced }) => displaced !== undefined))
    await putBack(context, { checkIn, place });
  for (const checkIn of recent.filter(isPlanned)) await onWorkingDay(context, { checkIn, place });
  await planAhead(context, place);
}

/** A day is open after all: a meeting that it had displaced is where it was, while that lies ahead. */
async function putBack(context: Services, { checkIn, place }: Rung): Promise<void> {
  const { displaced, ...rest } = checkIn;
  if (!displaced || checkIn.status === "held") return;
  const back = changedAgain({ ...rest, ...displaced, status: "planned", reason: null });
  const { timezone } = place.school;
  if (!everyoneWorks(back.date, place.weeks) || !isAhead(back, context.now, timezone)) return;
  await share(
    context,
    place,
    {
      key: `check_in.back/${checkIn.id}/${back.date}/${context.now.toISOString()}`,
      kind: "check_in.calendar",
      manner: "news",
    },
    (texts) => backCard(back, place.today, texts),
  );
  await context.stores.checkIns.update(checkIn.id, (current) =>
    current.displaced === undefined ? current : back,
  );
  await setTimers(context, place, back);
}

/**
 * Days can be closed after a meeting was planned: it moves within its week or is skipped, and both
 * sides hear of it once. Undefined when it does not take place.
 */
async function onWorkingDay(
  context: Services,
  { checkIn, place }: Rung,
): Promise<CheckIn | undefined> {
  const { stores, now } = context;
  const { timezone } = place.school;
  if (everyoneWorks(checkIn.date, place.weeks) || !isAhead(checkIn, now, timezone)) return checkIn;
  const placed = placeOccurrence(checkIn.date, place.weeks);
  const reason = reasonFor(checkIn.date, place);
  const moved = placed.kind === "moved" && move(checkIn, { ...checkIn, date: placed.date, reason });
  const isRegular = checkIn.kind === "check_in";
  const isMoved = isRegular && moved && isAhead(moved, now, timezone) && !isMadeUp(checkIn, place);
  const placedAnew = isMoved ? moved : skip(checkIn, reason);
  const after: CheckIn =
    isRegular && isClosed(checkIn, place)
      ? { ...placedAnew, displaced: { date: checkIn.date, start: checkIn.start } }
      : placedAnew;
  await share(
    context,
    place,
    { key: `check_in.closed/${checkIn.id}/${checkIn.date}`, kind: "check_in.calendar" },
    (texts) => changedCard({ before: checkIn, after, next: undefined }, place.today, texts),
  );
  await reviseShared(context, place, announcementKey(checkIn), (texts) =>
    changedCard({ before: checkIn, after, next: undefined }, place.today, texts),
  );
  await stores.checkIns.update(checkIn.id, (current) =>
    current.date === checkIn.date && isPlanned(current) ? after : current,
  );
  if (isMoved) {
    await setTimers(context, place, after);
    return after;
  }
  await cancelTimers(context, place, checkIn);
  await planAhead(context, place);
  // A time that both sides have to agree on is not moved over their heads: they get new ones.
  if (!isRegular)
    await context.timers.set(lookTimer(checkIn.partnershipId, stores.districtId, now));
  return undefined;
}

const isClosed = ({ date }: CheckIn, { calendar }: Place): boolean =>
  dayEntry(date, calendar, ["closure"]) !== undefined;

function isMadeUp(checkIn: CheckIn, place: Place): boolean {
  const { date, plannedFor } = checkIn;
  const { partnership } = place;
  if (!isClosed(checkIn, place) || !partnership.series) return false;
  const next = nextOccurrence(partnership.series, plannedFor, plannedFor);
  return !isRebooked(date, next);
}

/** Ten minutes after the end, in the thread of the announcement, and never again (AC-20). */
export async function askAfter(context: TimerContext): Promise<void> {
  const found = await rung(context);
  if (!found) return;
  const { checkIn, place } = found;
  const { timezone } = place.school;
  if (isPlanned(checkIn)) {
    if (context.now < askedAt(checkIn, timezone)) {
      await setTimers(context, place, checkIn);
      return;
    }
    if (lapsesAt(checkIn, timezone, place.week) <= context.now)
      await context.stores.checkIns.update(checkIn.id, lapse);
    else await ask(context, checkIn, place);
  }
  await planAhead(context, place);
}

async function ask(services: Services, checkIn: CheckIn, place: Place): Promise<void> {
  const agenda = await agendaOf(services, place);
  await reviseShared(services, place, announcementKey(checkIn), (texts) =>
    announcementCard(checkIn, agenda, place, texts, { isOver: true }),
  );
  await share(
    services,
    place,
    { key: afterKey(checkIn), kind: "check_in.after", thread: announcementKey(checkIn) },
    (texts) => afterCard(checkIn, [], place, texts),
  );
}

/** On start: what a crash left unplanned or unset. */
export async function reconcile(services: Services): Promise<void> {
  for (const partnership of await services.stores.partnerships.all()) {
    const place = await placeOf(services, partnership);
    await setAllTimers(services, place);
    await planAhead(services, place);
  }
}
