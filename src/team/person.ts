/** Who a person is, on which side they stand, where they are reached and when they may be nudged. */

import type { Availability } from "./availability.ts";
import type { Store } from "../store.ts";

/**
 * `slack:T123/U456`: opaque outside the adapter that made it. Only two things hold for all of them:
 * the part before `:` names the platform, and the part before `/` is the address of the workspace or
 * tenant that it lies in.
 */
export type Address = string & { readonly brand: "Address" };

/** The workspace or tenant that an address lies in; of a tenant's own address, itself. */
export const tenantOf = (address: Address): Address => address.split("/")[0] as Address;

export type Locale = "en" | "es" | "fr";
export const LOCALES: readonly Locale[] = ["en", "es", "fr"];

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The two departments that a partnership joins. */
export type Side = "library" | "it";

export type Role =
  | "school_librarian"
  | "instructional_technology_specialist"
  | "it_technician"
  | "it_director"
  | "filter_reviewer"
  | "district_library_coordinator"
  | "principal"
  | "teacher"
  | "on_call_teacher"
  | "staff";

export interface Person extends Availability {
  readonly id: string;
  readonly schoolId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** IANA zone in which this person's mornings are meant. */
  readonly timezone: string;
  /** Where they are reached; the first is the primary place for direct messages. */
  readonly addresses: readonly Address[];
  /** Those of them that take no messages until the person acts or installs again there. */
  readonly unreachable: readonly Address[];
  /** What they chose themselves; what a platform tells of it no longer counts. */
  readonly chosen: readonly ("locale" | "timezone")[];
  readonly workingDays: readonly Weekday[];
  /** Ten-month staff get nothing in summer (CAL-11). */
  readonly contractMonths: number;
  /** Weekly messages stay away until this instant; null when they are on. */
  readonly pausedUntil: Date | null;
  /** False once they left: messages stop at once. */
  readonly active: boolean;
}

/** Where to write to a person: their primary place, else the first that takes messages. */
export const reachedAt = ({
  addresses,
  unreachable,
}: Pick<Person, "addresses" | "unreachable">): Address | undefined =>
  addresses.find((address) => !unreachable.includes(address));

/** Their address in a workspace or tenant, whether it takes messages or not. */
export const addressIn = (
  { addresses }: Pick<Person, "addresses">,
  tenant: Address,
): Address | undefined => addresses.find((address) => tenantOf(address) === tenant);

/** The person with an address that takes no messages; the same object when that is known. */
export const unreachableAt = (person: Person, address: Address): Person =>
  person.unreachable.includes(address) || !person.addresses.includes(address)
    ? person
    : { ...person, unreachable: [...person.unreachable, address] };

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
