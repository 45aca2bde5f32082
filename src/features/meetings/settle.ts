/** What follows from an agreed time: the meeting in the calendar, its alarms, and who hears of it. */

import { checkInTimers } from "../../check-in/alarms.ts";
import { move, type CheckIn } from "../../check-in/check-in.ts";
import { whenOf } from "../../here/meeting.ts";
import { muted, text, actions, type Card } from "../../card.ts";
import type { Services } from "../../feature.ts";
import {
  isSameTime,
  meetingAt,
  settled,
  type MeetingKind,
  type Slot,
  type SlotTime,
} from "../../meetings/search.ts";
import { cycleId } from "../../protocol/cycle.ts";
import { readPlace } from "../../here/here.ts";
import { retell } from "../../telling/tell.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { share } from "../../telling/share.ts";
import type { LocalDate } from "../../time/local-time.ts";
import type { Texts } from "../../texts/index.ts";
import { roundKey } from "./cards.ts";
import { redraw } from "./redraw.ts";
import { timersBefore } from "./perspective.ts";
import type { Round } from "./round.ts";

/**
 * Puts the meeting into the calendar, or moves it. The first agreed time wins: whoever comes second
 * finds the meeting there. Repeatable.
 */
export async function settle(services: Services, round: Round, slot: Slot): Promise<Round> {
  const { stores } = services;
  const { search, place } = round;
  const wanted = meetingAt(search, slot);
  const known = await stores.checkIns.add(wanted);
  const isMove = search.status === "agreed" && !isSameTime(known, slot);
  const meeting = isMove
    ? ((await stores.checkIns.update(known.id, (current) =>
        move(current, { ...slot, reason: slot.reason || null }),
      )) ?? known)
    : known;
  const after =
    (await stores.searches.update(search.id, (current) =>
      current.turn === search.turn ? settled(current) : current,
    )) ?? settled(search);
  await setAlarms(services, round, meeting);
  const done: Round = { search: after, place, meeting };
  await redraw(services, done);
  const before = isMove ? known : undefined;
  await tellTeam(services, done, meeting, before);
  for (const asked of search.slots)
    await retell(services, partnersOf(place.partnership), askedKey(round, asked), (texts) =>
      settledCard(done, meeting, before, texts),
    );
  await noteDay(services, place.partnership, search.kind, meeting.date);
  // The protocol moves on with what is planned.
  await readPlace(services, place.partnership);
  return done;
}

/** The year knows the days of its first two meetings, which `/liaison status` tells. */
export async function noteDay(
  { stores }: Pick<Services, "stores">,
  partnership: Partnership,
  kind: MeetingKind,
  day: LocalDate | null,
): Promise<void> {
  if (kind === "reflect_for_revision") return;
  const field = kind === "goal_sheet" ? "goalSheetOn" : "actionPlanOn";
  await stores.cycles.update(cycleId(partnership), (cycle) =>
    cycle[field] === day ? cycle : { ...cycle, [field]: day },
  );
}

export async function setAlarms(
  { timers, stores }: Services,
  { place }: Round,
  meeting: CheckIn,
): Promise<void> {
  const { districtId } = stores;
  const { school, week } = place;
  for (const timer of checkInTimers(meeting, { timezone: school.timezone, week, districtId }))
    await timers.set(timer);
  for (const timer of timersBefore(meeting, place, districtId)) await timers.set(timer);
}

/** One line below the times, so that those who had not pressed hear of it too. */
async function tellTeam(
  services: Services,
  round: Round,
  meeting: CheckIn,
  before: CheckIn | undefined,
): Promise<void> {
  const { search, place } = round;
  const card = (texts: Texts): Card => settledCard(round, meeting, before, texts);
  await share(
    services,
    place,
    {
      key: `meeting.settled/${meeting.id}/${meeting.date}/${meeting.start}`,
      kind: "meeting.settled",
      thread: roundKey(search),
      manner: "answer",
    },
    card,
  );
}

/** Under this the other side was asked about a time. */
export const askedKey = ({ search }: Pick<Round, "search">, { date, start }: SlotTime): string =>
  `${roundKey(search)}/asked/${date}/${start}`;

export function settledCard(
  { search, place }: Round,
  meeting: CheckIn,
  before: CheckIn | undefined,
  texts: Texts,
): Card {
  const { meetings: say } = texts;
  const name = say.names[search.kind];
  const when = whenOf(meeting, place.today, texts);
  return {
    title: before
      ? say.movedTo(name, whenOf(before, place.today, texts), when)
      : say.agreed(name, when),
    body: [
      text(before ? say.movedBody : say.agreedBody),
      actions({
        label: say.addToCalendar,
        action: "meeting.calendar",
        value: meeting.id,
        about: name,
        style: "primary",
      }),
      muted(say.host[search.host]),
    ],
  };
}
