/** The stores of every entity, put together; `db/` keeps them. Each district's are apart. */

import type { ItemStore } from "./plan/action-item.ts";
import type { CheckInStore } from "./check-in/check-in.ts";
import type { Habit } from "./finding/habit.ts";
import type { GoalStore } from "./goal/goal.ts";
import type { PerspectiveStore } from "./meetings/perspective.ts";
import type { PrepNote } from "./meetings/prep-note.ts";
import type { MeetingSearch } from "./meetings/search.ts";
import type { AttentionStore } from "./nudge/attention.ts";
import type { DigestStore } from "./nudge/nudge.ts";
import type { CycleStore } from "./protocol/cycle.ts";
import type { PlanShareStore, AuditStore } from "./protocol/plan-share.ts";
import type { PlanTextStore } from "./protocol/plan-text.ts";
import type { StoryStore } from "./story/story.ts";
import type { GrantStore } from "./team/grant.ts";
import type { CodeTries, Linking } from "./team/linking.ts";
import type { PartnershipStore } from "./team/partnership.ts";
import type { Address, PeopleStore } from "./team/person.ts";
import type { RecordStore } from "./records/record.ts";
import type { ReflectionStore } from "./reflection/reflection.ts";
import type { CalendarChangeStore } from "./school-calendar/change.ts";
import type { District, School, SchoolCalendar } from "./team/school.ts";
import type { Store } from "./store.ts";
import type { TopicStore } from "./check-in/topic.ts";
import type { ThanksStore } from "./check-in/thanks.ts";
import type { NoticeStore } from "./telling/notice.ts";

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
  readonly habits: Store<Habit>;
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
  readonly records: RecordStore;
}
