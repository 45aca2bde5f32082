/** One search for a time, read together with everybody who comes and what they have already. */

import { searchFor } from "../../access.ts";
import { endsAt, startsAt, type CheckIn } from "../../check-in/check-in.ts";
import { placeOf, type Place } from "../../here/meeting.ts";
import type { Context, Services } from "../../feature.ts";
import {
  MEETING_MINUTES,
  isSameTime,
  meetingId,
  openSearch,
  type MeetingKind,
  type MeetingSearch,
  type SlotTime,
} from "../../meetings/search.ts";
import { slotsToOffer, type SlotSetting } from "../../meetings/slots.ts";
import { settingsOf } from "../../nudge/settings.ts";
import type { Side } from "../../team/person.ts";
import { membersOf, sideOf, type Partnership } from "../../team/partnership.ts";
import { addDays, parseLocalDate, parseTime } from "../../time/calendar.ts";

export interface Round {
  readonly search: MeetingSearch;
  readonly place: Place;
  /** The meeting that its turn ended in; undefined while no time is agreed. */
  readonly meeting: CheckIn | undefined;
}

/** As one of the partners stands in it. */
export type MyRound = Round & { readonly side: Side };

const SIDES: readonly Side[] = ["library", "it"];

/** Looks a little further than any search goes. */
const LOOKED_AHEAD_DAYS = 120;

export async function readRound(
  services: Pick<Services, "stores" | "now">,
  search: MeetingSearch,
  partnership: Partnership,
): Promise<Round> {
  return {
    search,
    place: await placeOf(services, partnership),
    meeting: await services.stores.checkIns.find(meetingId(search)),
  };
}

/** What a button or form is about, `<search>|<turn>|…`; undefined when it is not theirs. */
export async function roundFor(
  context: Context,
  value: string,
): Promise<{ readonly round: MyRound; readonly isCurrent: boolean } | undefined> {
  const [id = "", turn = ""] = value.split("|");
  const mine = await searchFor(context, id);
  if (!mine) return undefined;
  const { search, partnership, side } = mine;
  const round = { ...(await readRound(context, search, partnership)), side };
  return { round, isCurrent: String(search.turn) === turn };
}

export const roundValue = ({ id, turn }: MeetingSearch, ...more: readonly string[]): string =>
  [id, String(turn), ...more].join("|");

/** The time in a button's value, behind the search and its turn. */
export function timeIn(value: string): SlotTime | undefined {
  const [, , day = "", clock = ""] = value.split("|");
  const date = parseLocalDate(day);
  const start = parseTime(clock);
  return date && start ? { date, start } : undefined;
}

/** Who comes, in what hours, and what stands in their way. */
export async function settingFor(
  { stores }: Pick<Services, "stores">,
  place: Place,
  search: Pick<MeetingSearch, "kind" | "turnedDown"> & Partial<MeetingSearch>,
): Promise<SlotSetting> {
  const { partnership, partners, school, week, weeks, today } = place;
  const { quietFrom, quietTo } = settingsOf([school]);
  const teams = await stores.partnerships.ofPartners(partners.map(({ id }) => id));
  const [planned, schools] = await Promise.all([
    stores.checkIns.planned(
      teams.map(({ id }) => id),
      today,
      addDays(today, LOOKED_AHEAD_DAYS),
    ),
    stores.schools.findAll(teams.map(({ schoolId }) => schoolId)),
  ]);
  const zoneOf = (partnershipId: string): string => {
    const schoolId = teams.find(({ id }) => id === partnershipId)?.schoolId;
    return schools.find(({ id }) => id === schoolId)?.timezone ?? school.timezone;
  };
  const own =
    search.id === undefined || search.turn === undefined
      ? ""
      : meetingId({ id: search.id, turn: search.turn });
  return {
    guests: partners.map((person, n) => ({
      side: sideOf(partnership, person.id) ?? "library",
      week: weeks[n] ?? week,
      timezone: person.timezone,
      quiet: person.quiet ?? { from: quietFrom, to: quietTo },
      noContact: person.noContact ?? [],
    })),
    taken: planned
      .filter(({ id }) => id !== own)
      .map((meeting) => {
        const zone = zoneOf(meeting.partnershipId);
        const others = teams.find(({ id }) => id === meeting.partnershipId);
        return {
          sides: others ? sidesIn(partnership, others) : [],
          from: startsAt(meeting, zone),
          to: endsAt(meeting, zone),
        };
      }),
    timezone: school.timezone,
    week,
    today,
    minutes: MEETING_MINUTES[search.kind],
    usual: partnership.series?.start ?? null,
    turnedDown: search.turnedDown,
  };
}

/** The sides of a partnership that have somebody in another one, or in it. */
const sidesIn = (partnership: Partnership, other: Partnership): readonly Side[] =>
  SIDES.filter((side) =>
    membersOf(partnership, side).some((id) => sideOf(other, id) !== undefined),
  );

/** Meetings of the year that say who hosted last. */
const MEETINGS_LOOKED_AT = 60;

/**
 * The search for the meeting of a kind with times on offer; a new turn when the last one was called off
 * or its meeting is over. The same row however often it is asked for.
 */
export async function openRound(
  services: Pick<Services, "stores" | "now">,
  place: Place,
  kind: MeetingKind,
  known: MeetingSearch | undefined,
): Promise<Round> {
  const { stores } = services;
  const { partnership } = place;
  if (known?.status === "open") return await readRound(services, known, partnership);
  const slots = slotsToOffer(kind, await settingFor(services, place, { kind, turnedDown: [] }));
  const next = openSearch(partnership, kind, slots, {
    search: known,
    host: await lastHost(services, place),
  });
  const opened = known
    ? await stores.searches.update(known.id, (current) =>
        current.turn === known.turn && current.status === known.status ? next : current,
      )
    : await stores.searches.add(next);
  return await readRound(services, opened ?? next, partnership);
}

/** Which side hosted the last of the three meetings that took place; null before the first. */
async function lastHost(
  { stores }: Pick<Services, "stores">,
  { partnership }: Place,
): Promise<Side | null> {
  const recent = await stores.checkIns.recent(partnership.id, MEETINGS_LOOKED_AT);
  const held = recent.filter(({ kind, status }) => kind !== "check_in" && status !== "skipped");
  if (held.length === 0) return null;
  return held.length % 2 === 1 ? "library" : "it";
}

export const isOnOffer = ({ slots }: MeetingSearch, time: SlotTime): boolean =>
  slots.some((slot) => isSameTime(slot, time));
