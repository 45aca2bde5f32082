/**
 * Who is there: people are met on first sight, followed as their platform knows them, and written to
 * again as soon as they act where they could not be reached.
 */

import type { EventOf } from "./feature.ts";
import type { ChatPlatform, Profile } from "./ports.ts";
import { reachedAt, unreachableAt, type Address, type Person } from "./team/person.ts";
import type { DistrictStores } from "./stores.ts";

export interface Presence {
  /** The person at an address, enrolled on first sight; undefined when the platform knows nobody. */
  meet(district: DistrictStores, address: Address): Promise<Person | undefined>;
  /** As `meet`, for somebody who acts there: from now on they are reached there again. */
  present(district: DistrictStores, address: Address): Promise<Person | undefined>;
  /** Something happened in a channel, so it is open to its partnership. */
  open(district: DistrictStores, channel: Address): Promise<void>;
  /**
   * A person's platform told of a change.
   * @returns the person when they left for good: each time it is told, so that what hung on them is
   * seen to even after a crash.
   */
  follow(district: DistrictStores, event: EventOf<"person">): Promise<Person | undefined>;
}

/** @param profileOf looks a person up on the platform their address belongs to. */
export function createPresence(profileOf: ChatPlatform["profile"]): Presence {
  async function meet(district: DistrictStores, address: Address): Promise<Person | undefined> {
    const known = await district.people.at(address);
    if (known) return known;
    const [profile, home] = await Promise.all([profileOf(address), district.district()]);
    if (!profile?.active || !home) return undefined;
    return await district.people.enrol({
      schoolId: null,
      name: profile.name,
      role: "staff",
      locale: profile.locale,
      timezone: profile.timezone ?? home.timezone,
      addresses: [address],
      unreachable: [],
      chosen: [],
      workingDays: ["mon", "tue", "wed", "thu", "fri"],
      contractMonths: 12,
      pausedUntil: null,
      active: true,
    });
  }

  return {
    meet,
    async present(district, address) {
      const person = await meet(district, address);
      if (!person) return undefined;
      if (!person.active) {
        // Who acts here has an account, even if they once could not be reached.
        const profile = await profileOf(address);
        return profile?.active
          ? await district.people.update(person.id, (known) => followed(known, address, profile))
          : undefined;
      }
      if (!person.unreachable.includes(address)) return person;
      return await district.people.update(person.id, (known) => ({
        ...known,
        unreachable: known.unreachable.filter((other) => other !== address),
      }));
    },
    async open(district, channel) {
      const partnership = await district.partnerships.atChannel(channel);
      if (partnership?.closed.includes(channel))
        await district.partnerships.update(partnership.id, (known) => ({
          ...known,
          closed: known.closed.filter((other) => other !== channel),
        }));
    },
    async follow(district, { from, change }) {
      const person = await district.people.at(from);
      if (!person) return undefined;
      const hasLeft = change === "left";
      // That somebody left counts even when the platform cannot be asked about it.
      const profile = await profileOf(from).catch((error: unknown) => {
        if (hasLeft) return undefined;
        throw error;
      });
      if (!profile && !hasLeft) return undefined;
      const updated = await district.people.update(person.id, (known) =>
        profile?.active ? followed(known, from, profile) : gone(known, from),
      );
      return updated && !updated.active && (hasLeft || person.active) ? updated : undefined;
    },
  };
}

/** Without the account at that address; who has no other one left the district. */
function gone(known: Person, address: Address): Person {
  const without = unreachableAt(known, address);
  return reachedAt(without) || !without.active ? without : { ...without, active: false };
}

/**
 * The person as their platform knows them now; the same object when nothing differs. Name, language
 * and zone are those of their primary place, unless they chose them themselves.
 */
function followed(known: Person, address: Address, profile: Profile): Person {
  const told = known.addresses[0] === address ? profile : known;
  const now = {
    name: told.name,
    locale: known.chosen.includes("locale") ? known.locale : told.locale,
    timezone: known.chosen.includes("timezone")
      ? known.timezone
      : (told.timezone ?? known.timezone),
    active: true,
  };
  const isSame =
    known.name === now.name &&
    known.locale === now.locale &&
    known.timezone === now.timezone &&
    known.active &&
    !known.unreachable.includes(address);
  return isSame
    ? known
    : { ...known, ...now, unreachable: known.unreachable.filter((other) => other !== address) };
}
