/** The standing group of a school's library side and IT side, and who stands where in it. */

import type { LocalTime } from "../time/calendar.ts";
import { tenantOf, type Address, type Side, type Weekday } from "./person.ts";
import type { Store } from "../store.ts";

export interface Partnership {
  readonly id: string;
  readonly schoolId: string;
  readonly libraryIds: readonly string[];
  readonly itIds: readonly string[];
  /** Who may be shown things later, when both sides consent. */
  readonly supervisorIds: readonly string[];
  /** Who was asked to be in it, and what they said; absent where nobody had to be. */
  readonly invited?: readonly Invited[];
  /** Where shared things are posted: at most one in each workspace or tenant, the oldest first. */
  readonly channels: readonly Address[];
  /** Those of them that cannot be posted to until they are opened or chosen again. */
  readonly closed: readonly Address[];
  /** The recurring check-in; null until one was set up. */
  readonly series: CheckInSeries | null;
  /** How often they want to meet, said when the team was set up; their series says so once there is one. */
  readonly meetsEvery?: CheckInSeries["everyWeeks"];
  /** Neither side wants the channel's weekly line (N-10); absent: it comes. */
  readonly weeklyLine?: "off";
  /** Label of the school year this cycle runs in. */
  readonly cycle: string;
}

/** Somebody who was asked to be in it. */
export interface Invited {
  readonly personId: string;
  /** `later`: they want to be asked once more. Whoever says no is no longer in the partnership. */
  readonly status: "asked" | "later" | "accepted";
}

/** When the two sides meet, in the school's own clock (CAL-16). */
export interface CheckInSeries {
  readonly everyWeeks: 1 | 2 | 4;
  readonly weekday: Weekday;
  readonly start: LocalTime;
  readonly minutes: number;
}

/** The side a person stands on, or undefined when they are not one of the partners. */
export function sideOf(partnership: Partnership, personId: string): Side | undefined {
  if (partnership.libraryIds.includes(personId)) return "library";
  if (partnership.itIds.includes(personId)) return "it";
  return undefined;
}

export const otherSide = (side: Side): Side => (side === "library" ? "it" : "library");

/** Ids of the people on one side. */
export function membersOf(partnership: Partnership, side: Side): readonly string[] {
  return side === "library" ? partnership.libraryIds : partnership.itIds;
}

/** Ids of everyone on either side. */
export function partnersOf(partnership: Partnership): readonly string[] {
  return [...partnership.libraryIds, ...partnership.itIds];
}

/** Its channel in a workspace or tenant. */
export const channelIn = (
  { channels }: Pick<Partnership, "channels">,
  tenant: Address,
): Address | undefined => channels.find((channel) => tenantOf(channel) === tenant);

/** With a channel chosen: it stands in for the former one of its tenant, and is open. */
export function withChannel<P extends Pick<Partnership, "channels" | "closed">>(
  partnership: P,
  chosen: Address,
): P {
  const former = channelIn(partnership, tenantOf(chosen));
  const channels = former
    ? partnership.channels.map((channel) => (channel === former ? chosen : channel))
    : [...partnership.channels, chosen];
  const closed = partnership.closed.filter((channel) => channel !== former && channel !== chosen);
  return { ...partnership, channels, closed };
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
