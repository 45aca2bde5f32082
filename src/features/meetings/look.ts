/**
 * Which of the three meetings comes next, and times for it: looked at when something happened that can
 * bring it, such as that both sides are there, or that a meeting was held. Each search is put once.
 */

import { ANNOUNCED_AT, endsAt } from "../../check-in/check-in.ts";
import { placeOf, type Place } from "../../here/meeting.ts";
import type { Services, TimerContext } from "../../feature.ts";
import {
  closeSearch,
  lookTimer,
  MEETING_KINDS,
  meetingNeeded,
  searchId,
  type MeetingKind,
  type MeetingSearch,
} from "../../meetings/search.ts";
import { emptySide } from "../../protocol/empty-side.ts";
import { readPlace, type Place as Year } from "../../here/here.ts";
import { schoolDays } from "../../here/school-days.ts";
import type { Partnership } from "../../team/partnership.ts";
import { share } from "../../telling/share.ts";
import { addDays, instantAt, nextWorkingDay } from "../../time/calendar.ts";
import { roundCard, roundKey } from "./cards.ts";
import { askForWords } from "./perspective.ts";
import { redraw } from "./redraw.ts";
import { renewed, watch } from "./renew.ts";
import { openRound, readRound, type Round } from "./round.ts";

export async function look(context: TimerContext): Promise<void> {
  const partnership = await context.stores.partnerships.find(context.id);
  if (partnership) await lookAt(context, partnership);
}

/**
 * @param again whether somebody asks for times anew: also after a meeting was called off.
 * @returns the round of the meeting that comes next; undefined when none is to be planned.
 */
export async function lookAt(
  services: Services,
  partnership: Partnership,
  again = false,
): Promise<Round | undefined> {
  const year = await readPlace(services, partnership);
  await lookAgain(services, year);
  const kind = emptySide(year) ? undefined : meetingNeeded(year.cycle);
  const place = await placeOf(services, partnership);
  await closeOthers(services, place, kind);
  if (!kind) return undefined;
  const known = await services.stores.searches.find(searchId(partnership, kind));
  const standing = await standingRound(services, place, known);
  if (standing && !(again && standing.search.status === "called_off"))
    return await renewed(services, standing);
  const round = await renewed(services, await openRound(services, place, kind, known));
  await offer(services, round);
  if (round.search !== known) await watch(services, round);
  return round;
}

/** Meeting 1 was held and a side has no goal yet: looked at on each working morning until one comes. */
async function lookAgain({ stores, timers }: Services, year: Year): Promise<void> {
  const { facts, partnership, school, today } = year;
  if (!facts.goalSheetHeld || !Object.values(facts.goals).includes(0)) return;
  const { week } = await schoolDays(stores, partnership.schoolId);
  const day = nextWorkingDay(addDays(today, 1), week);
  const at = instantAt(day, ANNOUNCED_AT, school.timezone);
  await timers.set(lookTimer(partnership.id, stores.districtId, at));
}

/** The round that needs no other: its meeting is planned or was held, or somebody called it off. */
async function standingRound(
  services: Services,
  place: Place,
  search: MeetingSearch | undefined,
): Promise<Round | undefined> {
  const { stores } = services;
  const { partnership, school } = place;
  if (search?.status !== "agreed" && search?.status !== "called_off") return undefined;
  const round = await readRound(services, search, partnership);
  const { meeting } = round;
  if (search.status === "called_off" || meeting?.status === "planned") return round;
  if (meeting?.status !== "held") return undefined;
  // A year has several of Meeting 3: a goal that was finished since waits for the next one.
  const waiting = await stores.reflections.waiting([partnership.id]);
  const over = endsAt(meeting, school.timezone);
  const isOlder =
    search.kind !== "reflect_for_revision" || waiting.every(({ startedAt }) => startedAt <= over);
  return isOlder ? round : undefined;
}

/** Times of meetings that the protocol has left behind are no longer on offer. */
async function closeOthers(
  services: Services,
  place: Place,
  needed: MeetingKind | undefined,
): Promise<void> {
  const { stores } = services;
  const { partnership } = place;
  for (const kind of MEETING_KINDS.filter((each) => each !== needed)) {
    const search = await stores.searches.find(searchId(partnership, kind));
    if (search?.status !== "open") continue;
    const closed = await stores.searches.update(search.id, (current) =>
      current.status === "open" ? closeSearch(current, "not_needed") : current,
    );
    if (closed) await redraw(services, await readRound(services, closed, partnership));
  }
}

/** Puts the times before the team, once a turn; IT is asked for their view of things before Meeting 1. */
async function offer(services: Services, round: Round): Promise<void> {
  const { search, place } = round;
  await share(services, place, { key: roundKey(search), kind: "meeting.time" }, (texts) =>
    roundCard(round, texts),
  );
  if (search.kind === "goal_sheet") await askForWords(services, place, search);
}
