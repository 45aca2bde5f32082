/** The rows that the core needs, as it asks for them; `db/` keeps them. Each district's are apart. */

import type { ActionItem, ItemStatus } from "./plan/action-item.ts";
import type { LocalDate } from "./time/calendar.ts";
import type { CheckIn, Thanks, Topic } from "./check-in/check-in.ts";
import type { Goal, GoalStatus } from "./goal/goal.ts";
import type { Perspective } from "./meetings/perspective.ts";
import type { PrepNote } from "./meetings/prep-note.ts";
import type { MeetingSearch } from "./meetings/search.ts";
import type { Attention, Notice } from "./nudge/attention.ts";
import type { Digest } from "./nudge/nudge.ts";
import type { Cycle } from "./protocol/cycle.ts";
import type { AuditEntry, PlanShare } from "./protocol/plan-share.ts";
import type { PlanText } from "./protocol/plan-text.ts";
import type { Story } from "./story/story.ts";
import type { Grant } from "./team/grant.ts";
import type { CodeTries, Linking } from "./team/linking.ts";
import type { Partnership } from "./team/partnership.ts";
import type { Address, Person } from "./team/person.ts";
import type { Reflection } from "./reflection/reflection.ts";
import type { CalendarChange } from "./school-calendar/change.ts";
import type { District, School, SchoolCalendar } from "./team/school.ts";

/** All rows; each district's apart (rule 2). */
export interface Stores {
  of(districtId: string): DistrictStores;
  /**
   * The same for the length of one event: what was read once is not read again, so it does not show
   * what others change meanwhile. An `update` always starts from what is stored.
   */
  forOneEvent(districtId: string): DistrictStores;
  /** The district that a verified workspace or tenant belongs to. */
  districtOf(tenant: Address): Promise<string | undefined>;
  /** Remembers that a workspace belongs to a district; repeating it changes nothing. */
  link(tenant: Address, districtId: string): Promise<void>;
  /** For the sweep on start. */
  districts(): Promise<readonly District[]>;
}

export interface DistrictStores {
  readonly districtId: string;
  district(): Promise<District | undefined>;
  saveDistrict(district: District): Promise<void>;
  /** The workspaces and tenants that belong to it. */
  tenants(): Promise<readonly Address[]>;
  /**
   * Whoever named one person names the other from now on: owners, partners, answers. One row after
   * the other, so it may be cut short; repeating it does what is left.
   */
  replacePerson(from: string, to: string): Promise<void>;
  readonly linkings: Store<Linking>;
  readonly codeTries: Store<CodeTries>;
  readonly grants: GrantStore;
  readonly schools: Store<School>;
  readonly calendars: Store<SchoolCalendar>;
  readonly calendarChanges: CalendarChangeStore;
  readonly people: PeopleStore;
  readonly partnerships: PartnershipStore;
  readonly goals: GoalStore;
  readonly items: ItemStore;
  readonly checkIns: CheckInStore;
  readonly searches: Store<MeetingSearch>;
  readonly perspectives: PerspectiveStore;
  readonly prepNotes: Store<PrepNote>;
  readonly topics: TopicStore;
  readonly thanks: ThanksStore;
  readonly reflections: ReflectionStore;
  readonly digests: DigestStore;
  readonly attentions: AttentionStore;
  readonly notices: NoticeStore;
  readonly cycles: CycleStore;
  readonly planTexts: PlanTextStore;
  readonly planShares: PlanShareStore;
  readonly audit: AuditStore;
  readonly stories: StoryStore;
}

export interface Store<T extends { readonly id: string }> {
  find(id: string): Promise<T | undefined>;
  /** In no promised order; unknown ids are left out. */
  findAll(ids: readonly string[]): Promise<readonly T[]>;
  /**
   * Adds it, or changes nothing when the id exists.
   * @returns what is stored now. @throws TakenError when another one has what only one may have.
   */
  add(entity: T): Promise<T>;
  /**
   * One read, one pure change, one write guarded by the version; repeated when somebody else wrote
   * in between, so `change` may run more than once. Returning the same object writes nothing.
   * @returns what is stored now, or undefined when there is none. @throws TakenError as `add`.
   */
  update(id: string, change: (current: T) => T): Promise<T | undefined>;
}

/** A store whose entities are also written by the hundred. */
export interface BulkStore<T extends { readonly id: string }> extends Store<T> {
  /** As `add`, in one go. @returns what is stored now under those ids, in no promised order. */
  addAll(entities: readonly T[]): Promise<readonly T[]>;
  /**
   * As `update`, in one go. `change` may also see what it has made itself and must leave that as it is.
   */
  updateAll(ids: readonly string[], change: (current: T) => T): Promise<void>;
}

/** Entities that people name by a short id the store gives out: `g-41`. */
export interface NumberedStore<
  T extends { readonly id: string; readonly origin: string },
> extends Store<T> {
  /** Adds under the next free id; a second call with the same `origin` returns the first one's. */
  create(entity: Omit<T, "id">): Promise<T>;
}

export interface Page {
  readonly skip: number;
  readonly limit: number;
}

export interface Paged<T> {
  readonly rows: readonly T[];
  /** How many there are in all. */
  readonly total: number;
}

export interface PeopleStore extends Store<Person> {
  at(address: Address): Promise<Person | undefined>;
  /** Adds a person under a new id, or returns the one who is at that address already. */
  enrol(person: Omit<Person, "id">): Promise<Person>;
  /** Active people who have no address in that workspace or tenant, by name. */
  outside(tenant: Address): Promise<readonly Person[]>;
  /** Those for whom one of these people stands in, now or at another time. */
  coveredBy(personIds: readonly string[]): Promise<readonly Person[]>;
  /** Everyone active who is a partner somewhere; for the sweep on start. */
  all(): Promise<readonly Person[]>;
}

export interface GrantStore extends Store<Grant> {
  /** Every one there ever was, earliest first; a district has a handful. */
  all(): Promise<readonly Grant[]>;
}

export interface CalendarChangeStore extends Store<CalendarChange> {
  /** Of one school, those that were saved, also if undone since; latest first. */
  saved(schoolId: string, page: Page): Promise<Paged<CalendarChange>>;
}

export interface PartnershipStore extends Store<Partnership> {
  /** Those in which the person stands on one side, by id. */
  ofPartner(personId: string): Promise<readonly Partnership[]>;
  /** Those in which one of these people stands on a side. */
  ofPartners(personIds: readonly string[]): Promise<readonly Partnership[]>;
  /** The one that has this channel; no two have the same. */
  atChannel(channel: Address): Promise<Partnership | undefined>;
  all(): Promise<readonly Partnership[]>;
}

export interface GoalStore extends NumberedStore<Goal> {
  /** Done on that day or later, in these partnerships. */
  doneSince(partnershipIds: readonly string[], from: LocalDate): Promise<readonly Goal[]>;
  /** Not deleted, earliest due first (none last), then by id. */
  list(query: {
    readonly partnershipIds: readonly string[];
    readonly ownerId?: string;
    readonly statuses?: readonly GoalStatus[];
    /** Done on that day or later. */
    readonly doneFrom?: LocalDate;
    readonly page: Page;
  }): Promise<Paged<Goal>>;
}

export interface ItemStore extends NumberedStore<ActionItem>, BulkStore<ActionItem> {
  /** Open ones of these owners that are due before a day. */
  dueOf(ownerIds: readonly string[], dueBefore: LocalDate): Promise<readonly ActionItem[]>;
  /** Open ones of these partnerships that are due on a day. */
  dueOn(partnershipIds: readonly string[], date: LocalDate): Promise<readonly ActionItem[]>;
  /** Done on that day or later, in these partnerships. */
  doneSince(partnershipIds: readonly string[], from: LocalDate): Promise<readonly ActionItem[]>;
  /** How many promises each way were kept, ever. */
  keptPromises(partnershipIds: readonly string[]): Promise<readonly KeptPromises[]>;
  /** Not deleted, earliest due first (none last), then by id. */
  list(query: {
    readonly partnershipIds: readonly string[];
    readonly ownerIds?: readonly string[];
    readonly goalIds?: readonly string[];
    readonly directions?: readonly ActionItem["direction"][];
    readonly statuses?: readonly ItemStatus[];
    readonly dueBefore?: LocalDate;
    /** Done on that day or later. */
    readonly doneFrom?: LocalDate;
    /** Only those that nobody owns. */
    readonly unowned?: true;
    readonly page: Page;
  }): Promise<Paged<ActionItem>>;
}

export interface KeptPromises {
  readonly partnershipId: string;
  readonly direction: ActionItem["direction"];
  readonly count: number;
}

export interface CheckInStore extends Store<CheckIn> {
  /** Planned ones of these partnerships, first and last day included. */
  planned(
    partnershipIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly CheckIn[]>;
  /** Planned ones on or after a day, earliest first. */
  upcoming(partnershipId: string, from: LocalDate, limit: number): Promise<readonly CheckIn[]>;
  /** Latest first, of any status. */
  recent(partnershipId: string, limit: number): Promise<readonly CheckIn[]>;
}

export interface PerspectiveStore extends Store<Perspective> {
  /** What people of IT wrote in a partnership, earliest first. */
  ofPartnership(partnershipId: string): Promise<readonly Perspective[]>;
}

export interface ThanksStore extends Store<Thanks> {
  /** Said on that day or later, in these partnerships. */
  since(partnershipIds: readonly string[], from: LocalDate): Promise<readonly Thanks[]>;
}

export interface TopicStore extends NumberedStore<Topic> {
  /** All that wait in these partnerships, oldest first. */
  queuedIn(partnershipIds: readonly string[]): Promise<readonly Topic[]>;
  /** Oldest first. */
  queued(partnershipId: string, page: Page): Promise<Paged<Topic>>;
  /** Those that one check-in talked about, oldest first. */
  discussedAt(checkIn: Pick<CheckIn, "id" | "partnershipId">): Promise<readonly Topic[]>;
}

export interface ReflectionStore extends Store<Reflection> {
  /** Those that still wait for somebody, oldest first. */
  waiting(partnershipIds: readonly string[]): Promise<readonly Reflection[]>;
  /** Of one goal, latest first. */
  ofGoal(goalId: string): Promise<readonly Reflection[]>;
}

/** Who is to be looked at when, by the nudge policy. */
export interface AttentionStore extends BulkStore<Attention> {
  /** Those whose time has come, longest due first. */
  due(now: Date, limit: number): Promise<readonly Attention[]>;
  /** Who paused or turned off their messages on that day or later (N-13). */
  mutedSince(from: LocalDate): Promise<readonly Attention[]>;
  /** Every moment at which somebody is to be looked at; for the sweep on start. */
  moments(): Promise<readonly Date[]>;
}

export interface NoticeStore extends BulkStore<Notice> {
  /** Those that wait, in the order in which they arose. */
  held(personIds: readonly string[]): Promise<readonly Notice[]>;
}

export interface DigestStore extends BulkStore<Digest> {
  /** Latest first. */
  recent(personId: string, limit: number): Promise<readonly Digest[]>;
  /** Everybody's, of that day or later, earliest first. */
  since(from: LocalDate): Promise<readonly Digest[]>;
}

export interface CycleStore extends Store<Cycle> {
  /** School years of a partnership, latest first. */
  ofPartnership(partnershipId: string): Promise<readonly Cycle[]>;
}

/** Texts of the plan, kept under what they say: none is ever changed. */
export type PlanTextStore = Pick<Store<PlanText>, "find" | "findAll" | "add">;

export interface PlanShareStore extends Store<PlanShare> {
  /** Latest first. */
  ofPartnership(partnershipId: string): Promise<readonly PlanShare[]>;
  /** What was sent to a person, latest first. */
  sentTo(readerId: string): Promise<readonly PlanShare[]>;
}

export interface StoryStore extends Store<Story> {
  /** Those that both sides consented to, latest first. */
  published(page: Page): Promise<Paged<Story>>;
}

/** Append-only: who was shown what, when, and by whose consent. */
export interface AuditStore {
  /** Adds it, or changes nothing when the id exists. */
  add(entry: AuditEntry): Promise<AuditEntry>;
  /** Those of a kind, latest first. */
  ofPartnership<K extends AuditEntry["kind"]>(
    partnershipId: string,
    kind: K,
    page: Page,
  ): Promise<Paged<Extract<AuditEntry, { readonly kind: K }>>>;
}
