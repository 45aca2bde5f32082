/**
 * Rights over what is others', as somebody gave them. What people are called, or say of themselves
 * (`Person.role`), gives none. Pure.
 */

import type { Store } from "../store.ts";
import type { Role } from "./person.ts";

/**
 * `administrator`: gives and takes back all of these. The other two keep the calendars of a district, see
 * how its messages fare, and, the coordinator, where its partnerships stand (rules, 3.3 and 3.5).
 */
export type Right = "administrator" | "it_director" | "district_library_coordinator";
export const RIGHTS: readonly Right[] = [
  "administrator",
  "it_director",
  "district_library_coordinator",
];
export const CALENDAR_KEEPERS: readonly Right[] = ["it_director", "district_library_coordinator"];

/** One right of one person. It is never deleted: who gave it, and who ended it, can be looked up. */
export interface Grant {
  readonly id: string;
  readonly personId: string;
  readonly right: Right;
  /** Null: by the code from the server's own terminal, or by the data that the district began with. */
  readonly givenById: string | null;
  readonly givenAt: Date;
  /** Null as long as it holds. */
  readonly ended: Ended | null;
}

export interface GrantStore extends Store<Grant> {
  /** Every one there ever was, earliest first; a district has a handful. */
  all(): Promise<readonly Grant[]>;
}

interface Ended {
  /** Who took it back; the person themself when they laid it down or left. */
  readonly byId: string;
  readonly at: Date;
}

export const isRight = (value: string): value is Right => RIGHTS.some((right) => right === value);

/** What somebody who calls themselves so would have to be given. */
export const rightOf = (role: Role): Right | undefined => (isRight(role) ? role : undefined);

export const holding = (
  grants: readonly Grant[],
  personId: string,
  rights: readonly Right[],
): Grant | undefined =>
  grants.find(
    (grant) => !grant.ended && grant.personId === personId && rights.includes(grant.right),
  );

/** The same object when it has ended before. */
export const ended = (grant: Grant, byId: string, at: Date): Grant =>
  grant.ended ? grant : { ...grant, ended: { byId, at } };

/**
 * Whether somebody may give or take back a right: an administrator may; until there is one, who holds that
 * very right may share it. Nobody but an administrator makes another one.
 * @param active ids of people who have not left: those who have hold nothing.
 */
export function mayGive(
  grants: readonly Grant[],
  personId: string,
  right: Right,
  active: ReadonlySet<string>,
): boolean {
  if (holding(grants, personId, ["administrator"])) return true;
  const isGoverned = administratorsIn(grants).some((id) => active.has(id));
  return (
    !isGoverned && right !== "administrator" && holding(grants, personId, [right]) !== undefined
  );
}

export const administratorsIn = (grants: readonly Grant[]): readonly string[] =>
  grants.flatMap(({ ended: end, right, personId }) =>
    right === "administrator" && !end ? [personId] : [],
  );
