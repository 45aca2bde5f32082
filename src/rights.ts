/**
 * What somebody may do with what is others', decided from what they were given, now (rule 3). A title that
 * they chose, or that somebody typed, decides nothing.
 */

import type { Services } from "./feature.ts";
import {
  administratorsIn,
  CALENDAR_KEEPERS,
  holding,
  mayGive,
  type Grant,
  type Right,
} from "./team/grant.ts";
import type { Person } from "./team/person.ts";

type Asked = Pick<Services, "stores"> & { readonly person: Person };

export async function holds({ stores, person }: Asked, ...rights: readonly Right[]) {
  return holding(await stores.grants.all(), person.id, rights) !== undefined;
}

/** May see and change the calendars of all schools of the district. */
export const keepsCalendars = async (asked: Asked): Promise<boolean> =>
  await holds(asked, ...CALENDAR_KEEPERS);

/** Every right that holds, with who holds it; those who left hold none. */
export interface Held {
  readonly grants: readonly Grant[];
  readonly people: ReadonlyMap<string, Person>;
}

export async function readHeld({ stores }: Pick<Services, "stores">): Promise<Held> {
  const open = (await stores.grants.all()).filter(({ ended }) => !ended);
  const found = await stores.people.findAll([...new Set(open.map(({ personId }) => personId))]);
  const people = new Map(found.filter(({ active }) => active).map((each) => [each.id, each]));
  return { grants: open.filter(({ personId }) => people.has(personId)), people };
}

export const mayGiveNow = ({ grants, people }: Held, personId: string, right: Right): boolean =>
  mayGive(grants, personId, right, new Set(people.keys()));

/** Whom to ask for a right: the administrators, else those who hold it. */
export function giversOf({ grants, people }: Held, right: Right): readonly Person[] {
  const administrators = administratorsIn(grants);
  const ids =
    administrators.length > 0
      ? administrators
      : grants.filter((grant) => grant.right === right).map(({ personId }) => personId);
  return [...new Set(ids)].flatMap((id) => people.get(id) ?? []);
}
