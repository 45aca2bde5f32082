/** Reads what the policy decides from, for many people in as many queries as for one. Decides nothing. */

import { addDays, localDate, type LocalDate } from "../time/calendar.ts";
import { isAhead, type CheckIn } from "../check-in/check-in.ts";
import type { Services } from "../feature.ts";
import { supportFor, type ActionItem } from "../plan/action-item.ts";
import type { Person } from "../team/person.ts";
import { newAttention, type Attention } from "../nudge/attention.ts";
import type { Facts } from "../nudge/facts.ts";
import { digestHorizon, type PartnershipFacts } from "../nudge/lines.ts";
import { firstDayOf, reachOf, slotOn, weekOf, type Reach } from "../nudge/reach.ts";
import { settingsOf } from "../nudge/settings.ts";
import { workplacesOfAll, type Workplace } from "../here/workplaces.ts";
import type { Thanks } from "../check-in/thanks.ts";
import type { Notice } from "./notice.ts";

type Reading = Pick<Services, "stores" | "now">;

export interface Known {
  readonly person: Person;
  readonly workplaces: readonly Workplace[];
  readonly facts: Facts;
  /** Those of `facts.held`, whole. */
  readonly notices: readonly Notice[];
  /** Nothing is known yet of how they are nudged. */
  readonly isNew: boolean;
}

/** Undefined for somebody who is not known. */
export async function readPerson(reading: Reading, id: string): Promise<Known | undefined> {
  const [known] = await readPeople(reading, [id]);
  return known;
}

export async function readPeople(
  reading: Reading,
  ids: readonly string[],
): Promise<readonly Known[]> {
  const { stores, now } = reading;
  const people = await stores.people.findAll(ids);
  const [places, attentions, notices] = await Promise.all([
    workplacesOfAll(reading, people),
    stores.attentions.findAll(ids),
    stores.notices.held(ids),
  ]);
  const attentionOf = new Map(attentions.map((attention) => [attention.id, attention]));
  const shared = await readShared(reading, [...places.values()].flat());
  return people.map((person) => {
    const workplaces = places.get(person.id) ?? [];
    const settings = settingsOf(workplaces.map(({ school }) => school));
    const reach = reachOf(
      person,
      workplaces.map(({ week }) => week),
      settings,
    );
    const attention = attentionOf.get(person.id) ?? firstSeen(person.id, reach, now);
    const mine = notices.filter(({ personId }) => personId === person.id);
    const facts: Facts = {
      now,
      reach,
      settings,
      cadence: person.cadence ?? settings.cadence,
      attention,
      places: workplaces.map((place) => placeFacts(place, shared, now)),
      held: mine,
      handBack: handBackOf(person, attention, now),
      quietSuccess: quietSuccess(workplaces, person, shared),
    };
    return { person, workplaces, facts, notices: mine, isNew: !attentionOf.has(person.id) };
  });
}

/** Somebody who comes in the middle of a week has missed nothing: their digests begin next week. */
function firstSeen(id: string, reach: Reach, now: Date): Attention {
  const today = localDate(now, reach.timezone);
  const first = firstDayOf(weekOf(today, reach), reach);
  const slot = first && slotOn(first, reach);
  return { ...newAttention(id), lookedOn: slot && slot < now ? today : null };
}

/** What was read for all of them together. */
interface Shared {
  readonly items: ReadonlyMap<string, readonly ActionItem[]>;
  readonly checkIns: ReadonlyMap<string, readonly CheckIn[]>;
  readonly carried: ReadonlyMap<string, ReadonlySet<string>>;
  readonly finishedGoalIds: ReadonlySet<string>;
  /** `partnership|person` for whom a survey or a joint text waits. */
  readonly openPrep: ReadonlySet<string>;
  readonly done: ReadonlyMap<string, readonly ActionItem[]>;
  readonly thanks: ReadonlyMap<string, readonly Thanks[]>;
}

/** Past the furthest due date that any school asks to hear of. */
const HORIZON_DAYS = 120;
const MEETING_DAYS = 60;
/** A quiet success is thanked for within a week. */
const SUCCESS_DAYS = 7;
/** An absence that ended longer ago is no longer handed back. */
const HAND_BACK_DAYS = 14;

async function readShared({ stores, now }: Reading, places: readonly Workplace[]): Promise<Shared> {
  const ids = [...new Set(places.map(({ partnership }) => partnership.id))];
  const ownerIds = [...new Set(places.flatMap((place) => place.ownerIds))];
  const today = localDate(now, "UTC");
  const horizon = places.map(({ week, school }) =>
    digestHorizon(localDate(now, school.timezone), week, settingsOf([school])),
  );
  const dueBefore = horizon.reduce((last, day) => (day > last ? day : last), today);
  const capped =
    dueBefore > addDays(today, HORIZON_DAYS) ? addDays(today, HORIZON_DAYS) : dueBefore;
  const [items, checkIns, topics, waiting, done, thanks] = await Promise.all([
    stores.items.dueOf(ownerIds, addDays(capped, 1)),
    stores.checkIns.planned(ids, addDays(today, -1), addDays(today, MEETING_DAYS)),
    stores.topics.queuedIn(ids),
    stores.reflections.waiting(ids),
    stores.items.doneSince(ids, addDays(today, -SUCCESS_DAYS)),
    stores.thanks.since(ids, addDays(today, -SUCCESS_DAYS)),
  ]);
  const goals = await stores.goals.findAll([...new Set(items.map(({ goalId }) => goalId))]);
  const partnersOf = new Map(
    places.map(({ partnership }) => [
      partnership.id,
      [...partnership.libraryIds, ...partnership.itIds],
    ]),
  );
  const openPrep = waiting.flatMap(({ partnershipId, surveys, status }) =>
    status !== "survey_open"
      ? []
      : (partnersOf.get(partnershipId) ?? [])
          .filter((id) => !surveys.some(({ personId, sentAt }) => personId === id && sentAt))
          .map((id) => `${partnershipId}|${id}`),
  );
  return {
    items: byPartnership(items),
    checkIns: byPartnership(checkIns),
    carried: new Map(
      [...byPartnership(topics)].map(([id, queued]) => [
        id,
        new Set(queued.flatMap(({ linkedItemIds }) => linkedItemIds)),
      ]),
    ),
    finishedGoalIds: new Set(goals.filter((goal) => FINISHED.has(goal.status)).map(({ id }) => id)),
    openPrep: new Set(openPrep),
    done: byPartnership(done),
    thanks: byPartnership(thanks),
  };
}

const FINISHED: ReadonlySet<string> = new Set(["done", "stopped", "carried_over"]);

function byPartnership<T extends { readonly partnershipId: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.partnershipId);
    if (group) group.push(one);
    else groups.set(one.partnershipId, [one]);
  }
  return groups;
}

function placeFacts(
  { partnership: { id }, side, school, week, ownerIds }: Workplace,
  shared: Shared,
  now: Date,
): PartnershipFacts {
  const { timezone } = school;
  return {
    id,
    side,
    today: localDate(now, timezone),
    week,
    checkIns: (shared.checkIns.get(id) ?? []).filter((checkIn) => isAhead(checkIn, now, timezone)),
    items: (shared.items.get(id) ?? []).filter(
      ({ ownerId }) => ownerId !== null && ownerIds.includes(ownerId),
    ),
    carriedItemIds: shared.carried.get(id) ?? new Set(),
    finishedGoalIds: shared.finishedGoalIds,
    hasOpenPrep: ownerIds.some((ownerId) => shared.openPrep.has(`${id}|${ownerId}`)),
  };
}

/** Somebody stood in until a day that is over, and what they did was not told yet. */
function handBackOf(
  { cover, timezone }: Person,
  { handedBackOn }: Attention,
  now: Date,
): { readonly end: LocalDate } | null {
  const today = localDate(now, timezone);
  if (!cover || cover.end >= today || addDays(cover.end, HAND_BACK_DAYS) < today) return null;
  return handedBackOn !== null && handedBackOn >= cover.end ? null : { end: cover.end };
}

/** The latest step that the other side did for this one, unless thanks were said since. */
function quietSuccess(
  workplaces: readonly Workplace[],
  person: Person,
  { done, thanks }: Shared,
): string | null {
  const kept = workplaces.flatMap(({ partnership: { id }, side }) =>
    (done.get(id) ?? []).filter(
      ({ direction, ownerId, doneOn }) =>
        direction === supportFor(side) &&
        ownerId !== null &&
        ownerId !== person.id &&
        !(thanks.get(id) ?? []).some(({ toId, on }) => toId === ownerId && on >= (doneOn ?? "")),
    ),
  );
  const [latest] = [...kept].sort((a, b) => ((a.doneOn ?? "") < (b.doneOn ?? "") ? 1 : -1));
  return latest?.id ?? null;
}
