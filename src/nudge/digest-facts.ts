/** Reads what a person's weekly digest is planned and drawn from. Decides nothing. */

import { OPEN_ITEM, supportFor, type ActionItem } from "../plan/action-item.ts";
import { addDays, instantAt, localDate, type LocalDate, type WorkWeek } from "../time/calendar.ts";
import type { CheckIn } from "../check-in/check-in.ts";
import type { Services } from "../feature.ts";
import {
  digestHorizon,
  mondayOf,
  type Digest,
  type DigestEntry,
  type DigestFacts,
  type Hours,
  type PartnershipFacts,
} from "./nudge.ts";
import { otherSide, sideOf, type Partnership } from "../team/partnership.ts";
import type { Person, Side } from "../team/person.ts";
import type { Page, Paged } from "../ports.ts";
import { schoolDays } from "../team/school-days.ts";
import type { School } from "../team/school.ts";

type Reading = Pick<Services, "stores" | "now">;

/** A partnership of a person, with the side they stand on and when they work there. */
export interface Workplace {
  readonly partnership: Partnership;
  readonly side: Side;
  readonly school: School;
  readonly week: WorkWeek;
}

/** Every partnership of a person; empty when they are in none. */
export async function workplacesOf(
  { stores }: Pick<Services, "stores">,
  person: Person,
): Promise<readonly Workplace[]> {
  const places = (await stores.partnerships.ofPartner(person.id)).map(async (partnership) => {
    const side = sideOf(partnership, person.id);
    if (!side) return [];
    const { school, calendar } = await schoolDays(stores, partnership.schoolId);
    const { workingDays, contractMonths } = person;
    return [{ partnership, side, school, week: { calendar, workingDays, contractMonths } }];
  });
  return (await Promise.all(places)).flat();
}

/** When a person works, in their own zone; their plain week while they are in no partnership. */
export function hoursOf(
  { timezone, workingDays }: Pick<Person, "timezone" | "workingDays">,
  places: readonly Workplace[],
): Hours {
  const weeks = places.map(({ week }) => week);
  const plain = { calendar: null, workingDays, contractMonths: 12 };
  return { timezone, weeks: weeks.length > 0 ? weeks : [plain] };
}

export async function digestFacts(
  reading: Reading,
  person: Person,
  places: readonly Workplace[],
): Promise<DigestFacts> {
  return {
    personId: person.id,
    paused: person.pausedUntil !== null && reading.now < person.pausedUntil,
    partnerships: await Promise.all(
      places.map(async (place) => await partnershipFacts(reading, person, place)),
    ),
  };
}

/** A check-in of the next two working days is among the first few that are planned. */
const CHECK_INS_AHEAD = 5;

async function partnershipFacts(
  { stores, now }: Reading,
  person: Person,
  { partnership: { id }, school: { timezone }, week }: Workplace,
): Promise<PartnershipFacts> {
  const today = localDate(now, timezone);
  const [checkIns, items, topics] = await Promise.all([
    stores.checkIns.upcoming(id, today, CHECK_INS_AHEAD),
    everyPage<ActionItem>((page) =>
      stores.items.list({
        partnershipIds: [id],
        ownerIds: [person.id],
        statuses: OPEN_ITEM,
        dueBefore: addDays(digestHorizon(today, week), 1),
        page,
      }),
    ),
    everyPage((page) => stores.topics.queued(id, page)),
  ]);
  return {
    id,
    today,
    week,
    checkIns: checkIns.filter(({ date, start }) => instantAt(date, start, timezone) > now),
    items,
    carriedItemIds: new Set(topics.flatMap(({ linkedItemIds }) => linkedItemIds)),
  };
}

const PAGE_SIZE = 500;

async function everyPage<T>(read: (page: Page) => Promise<Paged<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = await read({ skip: rows.length, limit: PAGE_SIZE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** One line of a digest, as its thing stands now. */
export type DigestLine =
  | {
      readonly kind: "item";
      readonly entry: DigestEntry;
      readonly item: ActionItem;
      readonly today: LocalDate;
    }
  | {
      readonly kind: "check_in";
      readonly entry: DigestEntry;
      readonly checkIn: CheckIn;
      readonly today: LocalDate;
      /** The first few. */
      readonly topicIds: readonly string[];
      readonly topics: number;
    };

export interface DigestView {
  readonly digest: Digest;
  readonly lines: readonly DigestLine[];
  /** What got done in the partnerships since the Monday before, up to the day of the digest. */
  readonly moved: readonly { readonly kind: "item" | "goal"; readonly title: string }[];
  readonly movedSince: LocalDate;
  /** Kept promises each way; `to` is the other side where it is the same everywhere. */
  readonly promises: {
    readonly given: number;
    readonly received: number;
    readonly to: Side | null;
  };
}

/** What a digest shows now: the lines as they were sent, the things as they are. */
export async function digestView(
  reading: Reading,
  person: Person,
  digest: Digest,
  places?: readonly Workplace[],
): Promise<DigestView> {
  const at = places ?? (await workplacesOf(reading, person));
  const movedSince = addDays(mondayOf(digest.date), -7);
  const [lines, moved, promises] = await Promise.all([
    digestLines(reading, digest.entries, at),
    movedBetween(reading, at, movedSince, digest.date),
    promisesKept(reading, at),
  ]);
  return { digest, lines, moved, movedSince, promises };
}

/** The things that entries name, in their order; what is gone from the stores is left out. */
export async function digestLines(
  { stores, now }: Reading,
  entries: readonly DigestEntry[],
  places: readonly Workplace[],
): Promise<readonly DigestLine[]> {
  const idsOf = (kind: DigestEntry["kind"]) =>
    entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
  const [items, checkIns] = await Promise.all([
    stores.items.findAll(idsOf("item")),
    stores.checkIns.findAll(idsOf("check_in")),
  ]);
  const lines = entries.map(async (entry): Promise<readonly DigestLine[]> => {
    const school = places.find(({ partnership }) => partnership.id === entry.partnershipId)?.school;
    if (!school) return [];
    const today = localDate(now, school.timezone);
    const item = items.find(({ id }) => entry.kind === "item" && id === entry.id);
    if (item) return [{ kind: "item", entry, item, today }];
    const checkIn = checkIns.find(({ id }) => entry.kind === "check_in" && id === entry.id);
    if (!checkIn) return [];
    const { rows, total } = await stores.topics.queued(entry.partnershipId, TOPICS_NAMED);
    const topicIds = rows.map(({ id }) => id);
    return [{ kind: "check_in", entry, checkIn, today, topicIds, topics: total }];
  });
  return (await Promise.all(lines)).flat();
}

const TOPICS_NAMED: Page = { skip: 0, limit: 5 };
const MOVED: Page = { skip: 0, limit: 100 };

async function movedBetween(
  { stores }: Reading,
  places: readonly Workplace[],
  since: LocalDate,
  before: LocalDate,
): Promise<DigestView["moved"]> {
  const partnershipIds = places.map(({ partnership }) => partnership.id);
  if (partnershipIds.length === 0) return [];
  const done = { partnershipIds, statuses: ["done"] as const, doneFrom: since, page: MOVED };
  const [goals, items] = await Promise.all([stores.goals.list(done), stores.items.list(done)]);
  const inTime = ({ doneOn }: { readonly doneOn: LocalDate | null }) =>
    doneOn !== null && doneOn < before;
  return [
    ...goals.rows.filter(inTime).map(({ title }) => ({ kind: "goal" as const, title })),
    ...items.rows.filter(inTime).map(({ title }) => ({ kind: "item" as const, title })),
  ];
}

async function promisesKept(
  { stores }: Reading,
  places: readonly Workplace[],
): Promise<DigestView["promises"]> {
  const kept = async (partnershipId: string, side: Side): Promise<number> => {
    const { total } = await stores.items.list({
      partnershipIds: [partnershipId],
      directions: [supportFor(side)],
      statuses: ["done"],
      page: { skip: 0, limit: 1 },
    });
    return total;
  };
  const counts = await Promise.all(
    places.map(async ({ partnership, side }) => ({
      given: await kept(partnership.id, otherSide(side)),
      received: await kept(partnership.id, side),
    })),
  );
  const others = new Set(places.map(({ side }) => otherSide(side)));
  const [to = null] = others.size === 1 ? others : [];
  return {
    given: counts.reduce((sum, { given }) => sum + given, 0),
    received: counts.reduce((sum, { received }) => sum + received, 0),
    to,
  };
}
