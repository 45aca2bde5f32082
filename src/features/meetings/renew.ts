/** Times on offer that have passed make room for others; whoever picked none is reminded once. */

import { addWeeks } from "date-fns";
import { placeOf } from "../../here/meeting.ts";
import type { Services, TimerContext } from "../../feature.ts";
import {
  MEETING_KINDS,
  renewSlots,
  searchId,
  type MeetingSearch,
  type SlotTime,
} from "../../meetings/search.ts";
import { slotsToOffer } from "../../meetings/slots.ts";
import { share } from "../../telling/share.ts";
import { retell } from "../../telling/tell.ts";
import { partnersOf } from "../../team/partnership.ts";
import { instantAt } from "../../time/calendar.ts";
import type { Timer } from "../../time/timer.ts";
import { againKey, roundCard, roundKey } from "./cards.ts";
import { redraw } from "./redraw.ts";
import { readRound, settingFor, type Round } from "./round.ts";
import { askedKey } from "./settle.ts";

/**
 * Where a time has passed, or none could be found so far, the round with others in its place, redrawn wherever it
 * stands. Repeatable.
 */
export async function renewed(services: Services, round: Round): Promise<Round> {
  const { stores, now } = services;
  const { search, place } = round;
  const isPast = (time: SlotTime): boolean => instantOf(time, round) <= now;
  const past = search.slots.filter(isPast);
  const isBare = search.status === "open" && search.slots.length === 0;
  if (past.length === 0 && !isBare) return round;
  const offered = slotsToOffer(search.kind, await settingFor(services, place, search));
  const after =
    (await stores.searches.update(search.id, (current) =>
      current.turn === search.turn ? renewSlots(current, isPast, offered) : current,
    )) ?? search;
  if (after === search) return round;
  const fresh = { ...round, search: after };
  await redraw(services, fresh);
  // What still waits to be asked is not asked any more; what was asked has no buttons left.
  for (const slot of past)
    await retell(services, partnersOf(place.partnership), askedKey(round, slot), (texts) => ({
      title: texts.meetings.askedNoMore,
      body: [],
    }));
  return fresh;
}

/** Rings when the first time on offer begins; where none could be found, a week from now. */
export async function watch(services: Services, { search, place }: Round): Promise<void> {
  const timer = renewTimer(services, search, place.school.timezone);
  if (timer) await services.timers.set(timer);
}

function renewTimer(
  { stores, now }: Pick<Services, "stores" | "now">,
  { id, slots, status }: MeetingSearch,
  timezone: string,
): Timer | undefined {
  const [first] = slots
    .map(({ date, start }) => instantAt(date, start, timezone))
    .sort((one, other) => one.getTime() - other.getTime());
  const at = first ?? (status === "open" ? addWeeks(now, 1) : undefined);
  const { districtId } = stores;
  return at && { key: `meeting.renew/${id}`, at, name: "meeting.renew", districtId, id };
}

const instantOf = ({ date, start }: SlotTime, { place }: Round): Date =>
  instantAt(date, start, place.school.timezone);

/** The timer: other times, and one reminder in a turn, below the message that has them. */
export async function renew(context: TimerContext): Promise<void> {
  const { stores, id } = context;
  const search = await stores.searches.find(id);
  const partnership = search && (await stores.partnerships.find(search.partnershipId));
  if (!partnership) return;
  const round = await renewed(context, await readRound(context, search, partnership));
  await watch(context, round);
  if (round.search.status !== "open" || round.search.slots.length === 0) return;
  await share(
    context,
    round.place,
    {
      key: againKey(round.search),
      kind: "meeting.again",
      thread: roundKey(round.search),
    },
    (texts) => ({
      title: texts.meetings.passed(texts.meetings.names[round.search.kind]),
      body: [...roundCard(round, texts).body],
    }),
  );
}

/** Every search that goes on is watched. */
export async function watchAll(services: Services): Promise<void> {
  const { stores, timers } = services;
  for (const partnership of await stores.partnerships.all()) {
    const found = await Promise.all(
      MEETING_KINDS.map(async (kind) => await stores.searches.find(searchId(partnership, kind))),
    );
    const open = found.flatMap((search) =>
      search && (search.status === "open" || search.slots.length > 0) ? [search] : [],
    );
    if (open.length === 0) continue;
    const { school } = await placeOf(services, partnership);
    for (const search of open) {
      const timer = renewTimer(services, search, school.timezone);
      if (timer) await timers.ensure(timer);
    }
  }
}
