/** Reads what digests are drawn from: the lines as they were told, the things as they are now. */

import { addDays, localDate, type LocalDate } from "../time/calendar.ts";
import { startOfWeek } from "../time/sessions.ts";
import type { CheckIn } from "../check-in/check-in.ts";
import type { Services } from "../feature.ts";
import { supportFor, type ActionItem, type KeptPromises } from "../plan/action-item.ts";
import { otherSide } from "../team/partnership.ts";
import type { Person, Side } from "../team/person.ts";
import type { Moved } from "../nudge/moved.ts";
import type { Digest, DigestEntry } from "../nudge/nudge.ts";
import { workplacesOf, type Workplace } from "../here/workplaces.ts";
import type { Notice } from "./notice.ts";

type Reading = Pick<Services, "stores" | "now">;

/** One line of a digest, as its thing stands now. */
export type DigestLine =
  | {
      readonly kind: "item";
      readonly entry: DigestEntry;
      readonly item: ActionItem;
      readonly today: LocalDate;
      /** Whose it is, when the reader stands in for them; else undefined. */
      readonly forName?: string | undefined;
    }
  | {
      readonly kind: "check_in";
      readonly entry: DigestEntry;
      readonly checkIn: CheckIn;
      readonly today: LocalDate;
      /** The first few. */
      readonly topicIds: readonly string[];
      readonly topics: number;
    }
  | { readonly kind: "notice"; readonly entry: DigestEntry; readonly notice: Notice };

export interface DigestView {
  readonly digest: Digest;
  readonly lines: readonly DigestLine[];
  /** What got done in the partnerships since the Monday before, up to the day of the digest. */
  readonly moved: readonly Moved[];
  readonly movedSince: LocalDate;
  /** Kept promises each way; `to` is the other side where it is the same everywhere. */
  readonly promises: {
    readonly given: number;
    readonly received: number;
    readonly to: Side | null;
  };
  /** What somebody did for this person, to be thanked for; undefined: nothing is asked. */
  readonly thanksFor?: { readonly item: ActionItem; readonly ownerName: string } | undefined;
  /** Who stood in; undefined when nothing is handed back. */
  readonly coverName?: string | undefined;
}

export interface Asked {
  readonly digest: Digest;
  readonly person: Person;
  readonly workplaces: readonly Workplace[];
}

/** What a digest shows now. */
export async function digestView(
  reading: Reading,
  person: Person,
  digest: Digest,
): Promise<DigestView | undefined> {
  const workplaces = await workplacesOf(reading, person);
  const [view] = await digestViews(reading, [{ digest, person, workplaces }]);
  return view;
}

/** The same for many, in as many reads as for one. */
export async function digestViews(
  reading: Reading,
  asked: readonly Asked[],
): Promise<readonly DigestView[]> {
  const { stores } = reading;
  const places = asked.flatMap(({ workplaces }) => workplaces);
  const ids = [...new Set(places.map(({ partnership }) => partnership.id))];
  const sinces = asked.map(({ digest }) => movedSince(digest));
  const since = sinces.reduce((first, day) => (day < first ? day : first), sinces[0] ?? NEVER);
  const [things, goals, items, kept] = await Promise.all([
    thingsOf(
      reading,
      asked.flatMap(({ digest }) => digest.entries),
      asked.flatMap(({ digest }) => digest.thanksFor ?? []),
    ),
    stores.goals.doneSince(ids, since),
    stores.items.doneSince(ids, since),
    stores.items.keptPromises(ids),
  ]);
  const names = await namesOf(reading, things, asked);
  return asked.map(({ digest, person, workplaces }) => ({
    digest,
    lines: linesFrom(reading, digest.entries, workplaces, things, { person, names }),
    moved: movedIn(digest, workplaces, goals, items),
    movedSince: movedSince(digest),
    promises: promisesIn(workplaces, kept),
    thanksFor: thanksIn(digest, things, names),
    coverName: digest.handBack && names.get(digest.handBack.coverId),
  }));
}

const NEVER = "9999-12-31" as LocalDate;

/** Since the Monday before, or since somebody else stood in. */
const movedSince = ({ date, handBack }: Digest): LocalDate =>
  handBack?.since ?? addDays(startOfWeek(date, null), -7);

/** The things that entries name, in their order; what is gone from the stores is left out. */
export async function digestLines(
  reading: Reading,
  person: Person,
  entries: readonly DigestEntry[],
  workplaces: readonly Workplace[],
): Promise<readonly DigestLine[]> {
  const things = await thingsOf(reading, entries, []);
  const names = await namesOf(reading, things, []);
  return linesFrom(reading, entries, workplaces, things, { person, names });
}

interface Things {
  readonly items: ReadonlyMap<string, ActionItem>;
  readonly checkIns: ReadonlyMap<string, CheckIn>;
  readonly notices: ReadonlyMap<string, Notice>;
  /** Ids of queued topics by partnership. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

async function thingsOf(
  { stores }: Reading,
  entries: readonly DigestEntry[],
  moreItems: readonly string[],
): Promise<Things> {
  const of = (kind: DigestEntry["kind"]) => entries.filter((entry) => entry.kind === kind);
  const idsOf = (kind: DigestEntry["kind"]) => of(kind).map(({ id }) => id);
  const [items, checkIns, notices, queued] = await Promise.all([
    stores.items.findAll([...new Set([...idsOf("item"), ...moreItems])]),
    stores.checkIns.findAll([...new Set(idsOf("check_in"))]),
    stores.notices.findAll(idsOf("notice")),
    stores.topics.queuedIn([...new Set(of("check_in").map((entry) => entry.partnershipId))]),
  ]);
  const topics = new Map<string, string[]>();
  for (const { id, partnershipId } of queued)
    topics.set(partnershipId, [...(topics.get(partnershipId) ?? []), id]);
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    new Map(all.map((one) => [one.id, one]));
  return { items: byId(items), checkIns: byId(checkIns), notices: byId(notices), topics };
}

async function namesOf(
  { stores }: Reading,
  { items }: Things,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, string>> {
  const readers = new Set(asked.map(({ person }) => person.id));
  const ids = [
    ...[...items.values()].flatMap(({ ownerId }) => ownerId ?? []),
    ...asked.flatMap(({ digest }) => digest.handBack?.coverId ?? []),
  ].filter((id) => !readers.has(id) || asked.length > 1);
  const people = await stores.people.findAll([...new Set(ids)]);
  return new Map(people.map(({ id, name }) => [id, name]));
}

const TOPICS_NAMED = 5;

function linesFrom(
  { now }: Reading,
  entries: readonly DigestEntry[],
  workplaces: readonly Workplace[],
  things: Things,
  { person, names }: { readonly person: Person; readonly names: ReadonlyMap<string, string> },
): readonly DigestLine[] {
  return entries.flatMap((entry): readonly DigestLine[] => {
    if (entry.kind === "notice") {
      const notice = things.notices.get(entry.id);
      return notice ? [{ kind: "notice", entry, notice }] : [];
    }
    const place = workplaces.find(({ partnership }) => partnership.id === entry.partnershipId);
    if (!place) return [];
    const today = localDate(now, place.school.timezone);
    if (entry.kind === "item") {
      const item = things.items.get(entry.id);
      if (!item) return [];
      const isCovered =
        item.ownerId !== null &&
        item.ownerId !== person.id &&
        place.ownerIds.includes(item.ownerId);
      const forName = isCovered && item.ownerId ? names.get(item.ownerId) : undefined;
      return [{ kind: "item", entry, item, today, forName }];
    }
    const checkIn = things.checkIns.get(entry.id);
    if (!checkIn) return [];
    const topicIds = things.topics.get(entry.partnershipId) ?? [];
    return [
      {
        kind: "check_in",
        entry,
        checkIn,
        today,
        topicIds: topicIds.slice(0, TOPICS_NAMED),
        topics: topicIds.length,
      },
    ];
  });
}

interface Done {
  readonly title: string;
  readonly partnershipId: string;
  readonly doneOn: LocalDate | null;
}

function movedIn(
  digest: Digest,
  workplaces: readonly Workplace[],
  goals: readonly Done[],
  items: readonly Done[],
): DigestView["moved"] {
  const [since, ids] = [movedSince(digest), workplaces.map(({ partnership }) => partnership.id)];
  const inTime = ({ doneOn, partnershipId }: Done) =>
    ids.includes(partnershipId) && doneOn !== null && since <= doneOn && doneOn < digest.date;
  return [
    ...goals.filter(inTime).map(({ title }) => ({ kind: "goal" as const, title })),
    ...items.filter(inTime).map(({ title }) => ({ kind: "item" as const, title })),
  ];
}

function promisesIn(
  workplaces: readonly Workplace[],
  kept: readonly KeptPromises[],
): DigestView["promises"] {
  const sum = (towards: (side: Side) => Side): number =>
    workplaces.reduce((total, { partnership: { id }, side }) => {
      const direction = supportFor(towards(side));
      const row = kept.find((each) => each.partnershipId === id && each.direction === direction);
      return total + (row?.count ?? 0);
    }, 0);
  const others = new Set(workplaces.map(({ side }) => otherSide(side)));
  const [to = null] = others.size === 1 ? others : [];
  return { given: sum(otherSide), received: sum((side) => side), to };
}

function thanksIn(
  { thanksFor }: Digest,
  { items }: Things,
  names: ReadonlyMap<string, string>,
): DigestView["thanksFor"] {
  const item = thanksFor === undefined ? undefined : items.get(thanksFor);
  const ownerName = item?.ownerId ? names.get(item.ownerId) : undefined;
  return item && ownerName ? { item, ownerName } : undefined;
}
