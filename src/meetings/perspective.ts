import type { Store } from "../store.ts";

/** What somebody of IT wants the library to know before Meeting 1, in their own words (systems, row 47). */

export interface Perspective {
  /** `<partnership>/<person>`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly personId: string;
  /** What makes their weeks hard. */
  readonly load: string;
  /** When they are busiest. */
  readonly busy: string;
  /** What they cannot change, even when they want to. */
  readonly limits: string;
  readonly writtenAt: Date;
  /** Who of the library said that they read it. */
  readonly readByIds: readonly string[];
}

export const PERSPECTIVE_FIELDS = ["load", "busy", "limits"] as const;

export const perspectiveId = (partnershipId: string, personId: string): string =>
  `${partnershipId}/${personId}`;

export const markRead = (perspective: Perspective, personId: string): Perspective =>
  perspective.readByIds.includes(personId)
    ? perspective
    : { ...perspective, readByIds: [...perspective.readByIds, personId] };

export interface PerspectiveStore extends Store<Perspective> {
  /** What people of IT wrote in a partnership, earliest first. */
  ofPartnership(partnershipId: string): Promise<readonly Perspective[]>;
}
