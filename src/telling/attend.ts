/** Looks at people: asks the policy about each and carries out what it says, many at a time. */

import type { Services } from "../feature.ts";
import { shorten } from "../plain-text.ts";
import { coverOn } from "../team/availability.ts";
import { reachedAt, type Person } from "../team/person.ts";
import { textsFor } from "../texts/index.ts";
import { addDays, instantAt, localDate, type LocalTime } from "../time/calendar.ts";
import { afterTelling, type Attention } from "../nudge/attention.ts";
import { earliest } from "../nudge/facts.ts";
import { lookAt, type Looked } from "./left-alone.ts";
import { waveTimer } from "../nudge/nudge.ts";
import { readPeople, type Known } from "./reading.ts";
import { tellAll } from "./messages.ts";

/** Looks at these people now and sets the alarm for when to look at each of them again. */
export async function attend(services: Services, ids: readonly string[]): Promise<void> {
  const { stores, now } = services;
  const known = await readPeople(services, ids);
  const inactive = known.filter(({ person }) => !person.active);
  const covered = known.filter(({ person }) => person.active && isCovered(person, now));
  const looked = await lookAt(
    services,
    known.filter((each) => !inactive.includes(each) && !covered.includes(each)),
  );
  await stores.attentions.addAll(
    known.filter(({ isNew }) => isNew).map(({ facts }) => facts.attention),
  );
  await dropAll(services, inactive);
  await talkAbout(services, looked);
  await tellAll(services, looked);
  await settle(services, [
    ...looked.map((each) => ({
      id: each.person.id,
      seen: each.facts.attention,
      change: after(each),
    })),
    ...inactive.map(({ person, facts }) => ({
      id: person.id,
      seen: facts.attention,
      change: (attention: Attention) => ({ ...attention, nextAt: null }),
    })),
    ...covered.map(({ person, facts }) => ({
      id: person.id,
      seen: facts.attention,
      change: (attention: Attention) => ({ ...attention, nextAt: afterCover(person) }),
    })),
  ]);
  await handOver(services, covered);
}

const isCovered = (person: Person, now: Date): boolean =>
  coverOn(person, localDate(now, person.timezone)) !== undefined;

const MIDNIGHT = "00:00" as LocalTime;

const afterCover = ({ cover, timezone }: Person): Date | null =>
  cover ? instantAt(addDays(cover.end, 1), MIDNIGHT, timezone) : null;

/** Nobody writes to somebody who left. */
async function dropAll({ stores }: Services, gone: readonly Known[]): Promise<void> {
  await stores.notices.updateAll(
    gone.flatMap(({ notices }) => notices.map(({ id }) => id)),
    (notice) => (notice.state === "held" ? { ...notice, state: "settled" } : notice),
  );
}

/** What waits for somebody goes to the one who stands in for them. */
async function handOver(services: Services, covered: readonly Known[]): Promise<void> {
  const { stores } = services;
  const stands = await stores.people.findAll(
    covered.flatMap(({ person }) => person.cover?.byId ?? []),
  );
  for (const { person, notices } of covered) {
    const cover = stands.find(({ id }) => id === person.cover?.byId);
    const to = cover && reachedAt(cover);
    // Nobody stands in for somebody who stands in: what waits then waits for the end of it.
    const theirs = notices.filter(({ isPersonal }) => !isPersonal);
    if (!cover?.active || !to || theirs.length === 0 || isCovered(cover, services.now)) continue;
    const { nudge } = textsFor(cover.locale, cover.timezone);
    await stores.notices.updateAll(
      theirs.map(({ id }) => id),
      (notice) =>
        notice.personId === cover.id || notice.state !== "held"
          ? notice
          : {
              ...notice,
              personId: cover.id,
              to,
              card: { ...notice.card, title: nudge.forSomebody(person.name, notice.card.title) },
            },
    );
    await attend(services, [cover.id]);
  }
}

/** In code points, as for a topic that somebody types. */
const TOPIC_LIMIT = 200;

/** Told often enough since it was overdue: from now on the check-in carries it (N-3). */
async function talkAbout({ stores, now }: Services, looked: readonly Looked[]): Promise<void> {
  for (const { plan: decided, workplaces } of looked) {
    if (!decided.isLookedAt) continue;
    for (const item of decided.lines.talkAbout) {
      const school = workplaces.find(
        ({ partnership }) => partnership.id === item.partnershipId,
      )?.school;
      if (!school || item.ownerId === null) continue;
      const { nudge } = textsFor(school.locale, school.timezone);
      await stores.topics.create({
        partnershipId: item.partnershipId,
        proposedById: item.ownerId,
        title: shorten(nudge.talkAbout(item.title), TOPIC_LIMIT),
        status: "queued",
        linkedItemIds: [item.id],
        checkInId: null,
        origin: `nudge.talk/${item.id}/${item.due ?? ""}`,
        proposedOn: localDate(now, school.timezone),
      });
    }
  }
}

/** How a person is known after they were looked at. */
function after({
  plan: decided,
  facts,
  person,
  notices,
}: Looked): (attention: Attention) => Attention {
  const today = localDate(facts.now, person.timezone);
  const { tell, isLookedAt } = decided;
  // The next question waits for them to do something again.
  const isAsked =
    tell !== null ||
    notices.some(({ id, manner }) => manner === "question" && decided.answers.includes(id));
  return (current) => {
    const isNoted = tell === null || current.told.some(({ on }) => on === today);
    const told = tell ? afterTelling(current, { on: today, kind: tell.kind }) : current;
    return {
      ...told,
      nextAt: decided.next,
      lookedOn: isLookedAt ? today : current.lookedOn,
      silent: current.silent + (tell?.kind === "weekly" && !isNoted ? 1 : 0),
      cadenceAskedOn: tell?.asksCadence ? today : current.cadenceAskedOn,
      thanksAskedOn: tell?.thanksFor ? today : current.thanksAskedOn,
      answeredOn: isAsked ? null : current.answeredOn,
      handedBackOn: tell?.isHandBack ? today : current.handedBackOn,
    };
  };
}

interface Settling {
  readonly id: string;
  readonly seen: Attention;
  readonly change: (attention: Attention) => Attention;
}

/** Writes how they are known, and sets one alarm for each instant at which somebody is looked at next. */
async function settle(services: Services, all: readonly Settling[]): Promise<void> {
  const { stores, timers, now } = services;
  const settlingOf = new Map(all.map((each) => [each.id, each]));
  const moments = new Map<number, Date>();
  await stores.attentions.updateAll([...settlingOf.keys()], (current) => {
    const each = settlingOf.get(current.id);
    if (!each) return current;
    const changed = each.change(current);
    // Somebody else wanted them looked at meanwhile.
    const isOther = current.nextAt?.getTime() !== each.seen.nextAt?.getTime();
    const nextAt =
      isOther && current.nextAt && current.nextAt > now
        ? earliest([changed.nextAt, current.nextAt])
        : changed.nextAt;
    if (nextAt) moments.set(nextAt.getTime(), nextAt);
    return { ...changed, nextAt };
  });
  for (const at of moments.values()) await timers.set(waveTimer(stores.districtId, at));
}
