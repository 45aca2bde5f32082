/** The channel's weekly line: what got done, who was thanked, when the two sides meet next (N-10). */

import { notFound, partnershipFor } from "../../access.ts";
import { actions, muted, text, type Button, type Card } from "../../card.ts";
import { isAhead, type CheckIn } from "../../check-in/check-in.ts";
import { whenOf } from "../../here/meeting.ts";
import type { Context, EventOf, Services, TimerContext } from "../../feature.ts";
import { movedThings, type Moved } from "../../nudge/moved.ts";
import { settingsOf } from "../../nudge/settings.ts";
import {
  isStillTime,
  lineDaysBefore,
  lineKey,
  lineMoment,
  lineTimer,
  nextLine,
  wantsLine,
  type LineSchool,
} from "../../nudge/shared-line.ts";
import { schoolDaysOfAll } from "../../here/workplaces.ts";
import type { Outcome, OutgoingMessage } from "../../ports.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { School } from "../../team/school.ts";
import { inChannels, teamOf, type Team } from "../../telling/share.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, localDate, type LocalDate } from "../../time/calendar.ts";
import type { Thanks } from "../../check-in/thanks.ts";

interface LinePlace extends LineSchool {
  readonly partnership: Partnership;
  readonly school: School;
}

async function linePlaces(stores: Services["stores"]): Promise<readonly LinePlace[]> {
  const partnerships = (await stores.partnerships.all()).filter(wantsLine);
  const days = await schoolDaysOfAll(stores, partnerships);
  return partnerships.flatMap((partnership): readonly LinePlace[] => {
    const found = days.get(partnership.schoolId);
    if (!found) return [];
    const { school, week } = found;
    return [
      { partnership, school, week, timezone: school.timezone, settings: settingsOf([school]) },
    ];
  });
}

/** On start and whenever one rings: every coming moment has its alarm. */
export async function setLines({ stores, timers, now }: Services): Promise<void> {
  const moments = (await linePlaces(stores)).map((place) => nextLine(now, place)?.getTime());
  for (const at of new Set(moments))
    if (at !== undefined) await timers.ensure(lineTimer(stores.districtId, new Date(at)));
}

/** Rings at a moment of one or more schools; those whose week changed since have another one. */
export async function ringLine(context: TimerContext): Promise<void> {
  const { stores, outbox, now, id } = context;
  const moment = new Date(id);
  const due = (await linePlaces(stores)).filter(
    (place) =>
      lineMoment(localDate(moment, place.timezone), place)?.getTime() === moment.getTime() &&
      isStillTime(moment, now, place),
  );
  await outbox.postAll(await messagesFor(context, due));
  await setLines(context);
}

/** With the day it is, and those of the two lines before. */
interface Dated extends LinePlace {
  readonly date: LocalDate;
  readonly last: LocalDate;
  readonly earlier: LocalDate;
}

interface Line {
  readonly date: LocalDate;
  readonly since: LocalDate;
  readonly moved: readonly Moved[];
  readonly thanks: readonly Thanks[];
  readonly next: CheckIn | undefined;
}

const isEmpty = ({ moved, thanks }: Line): boolean => moved.length + thanks.length === 0;

/** What is told since the line before; should that one have fallen out, since the one before it. */
async function messagesFor(
  services: Services,
  due: readonly LinePlace[],
): Promise<readonly OutgoingMessage[]> {
  const { stores, outbox, now } = services;
  const dated = due.map((place): Dated => {
    const date = localDate(now, place.timezone);
    const [last = addDays(date, -7), earlier = last] = lineDaysBefore(date, place);
    return { ...place, date, last, earlier };
  });
  const lineOf = await readLines(services, dated);
  const messages: OutgoingMessage[] = [];
  for (const place of dated) {
    const { partnership, school, last, earlier } = place;
    const whole = lineOf(place, earlier);
    if (isEmpty(whole)) continue;
    const line = (await outbox.has(lineKey(partnership.id, last))) ? lineOf(place, last) : whole;
    if (isEmpty(line)) continue;
    const team = await teamOf(stores, partnership, school);
    messages.push(...(await postsOf(services, team, line)));
  }
  return messages;
}

const MEETING_DAYS = 60;

/** Reads for all of them at once. */
async function readLines(
  { stores, now }: Services,
  dated: readonly Dated[],
): Promise<(place: Dated, since: LocalDate) => Line> {
  const today = localDate(now, "UTC");
  const ids = dated.map(({ partnership: { id } }) => id);
  const from = dated.reduce((first, { earlier }) => (earlier < first ? earlier : first), today);
  const [goals, items, thanks, checkIns] = await Promise.all([
    stores.goals.doneSince(ids, from),
    stores.items.doneSince(ids, from),
    stores.thanks.since(ids, from),
    stores.checkIns.planned(ids, addDays(today, -1), addDays(today, MEETING_DAYS)),
  ]);
  return ({ partnership: { id }, date, timezone }, since) => {
    const isIn = (on: LocalDate | null) => on !== null && since <= on && on < date;
    const isDone = (one: { readonly partnershipId: string; readonly doneOn: LocalDate | null }) =>
      one.partnershipId === id && isIn(one.doneOn);
    return {
      date,
      since,
      moved: [
        ...goals.filter(isDone).map(({ title }) => ({ kind: "goal" as const, title })),
        ...items.filter(isDone).map(({ title }) => ({ kind: "item" as const, title })),
      ],
      thanks: thanks.filter(
        ({ partnershipId, visibility, on }) =>
          partnershipId === id && visibility === "channel" && isIn(on),
      ),
      next: checkIns.find(
        (checkIn) => checkIn.partnershipId === id && isAhead(checkIn, now, timezone),
      ),
    };
  };
}

async function postsOf(
  { stores }: Services,
  team: Team,
  line: Line,
): Promise<readonly OutgoingMessage[]> {
  const { id } = team.partnership;
  const people = await stores.people.findAll(
    line.thanks.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const names = new Map(people.map((person) => [person.id, person.name]));
  const message = { key: lineKey(id, line.date), kind: "nudge.line" };
  return inChannels(team, message, (texts) => lineCard(line, id, names, texts));
}

/** Nobody's overdue things are in it, and no step has a name (N-10). */
function lineCard(
  { date, since, moved, thanks, next }: Line,
  partnershipId: string,
  names: ReadonlyMap<string, string>,
  texts: Texts,
): Card {
  const { nudge, checkIn: say, dates } = texts;
  const things = [
    ...movedThings(moved, texts),
    ...(thanks.length > 0 ? [nudge.lineThanks(thanks.length)] : []),
  ];
  const thanked = thanks.flatMap(({ fromId, toId }) => {
    const [from, to] = [names.get(fromId), names.get(toId)];
    return from && to ? [say.thanksTo(from, to)] : [];
  });
  return {
    title: nudge.moved(nudge.since(dates.day(since, date)), things.join("; ")),
    body: [
      ...(thanked.length > 0 ? [text([...new Set(thanked)].join("\n"))] : []),
      ...(next ? [text(nudge.lineNext(whenOf(next, date, texts)))] : []),
      actions(lineButton(partnershipId, "off", texts)),
      muted(nudge.lineWhy),
    ],
  };
}

const lineButton = (id: string, to: "off" | "on", { nudge }: Texts): Button => ({
  label: nudge.lineTurn[to],
  action: "nudge.line",
  value: `${id}|${to}`,
});

/** Either side turns it off, and on again. */
export async function turnLine(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const bar = event.value.lastIndexOf("|");
  const [id, to] = [event.value.slice(0, Math.max(0, bar)), event.value.slice(bar + 1)];
  const found = await partnershipFor(context, id);
  if (!found || (to !== "on" && to !== "off")) return notFound(context, id);
  await stores.partnerships.update(id, (current) => {
    const { weeklyLine, ...rest } = current;
    if (to === "on") return weeklyLine === "off" ? rest : current;
    return weeklyLine === "off" ? current : { ...current, weeklyLine: "off" };
  });
  if (to === "on") await setLines(context);
  return {
    type: "reply",
    card: {
      title: texts.nudge.lineTurned[to],
      body: [actions(lineButton(id, to === "off" ? "on" : "off", texts))],
    },
  };
}
