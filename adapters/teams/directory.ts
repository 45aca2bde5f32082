/** Who people are: by Teams' ids, by the directory's, and what the bot heard of them in passing. */

import type { Address, Locale } from "../../src/team/person.ts";
import { DeliveryError, type Profile } from "../../src/ports.ts";
import { isShared, placeAddress, readPlace, type TeamsPlace } from "./address.ts";
import type { Connector, Conversation, Member } from "./connector.ts";
import type { KnownTeam, Memory } from "./memory.ts";
import type { Places } from "./places.ts";
import type { ChannelChoice } from "./render-input.ts";
import { inTime } from "../tasks.ts";

/** In how many teams somebody is looked for who was never met, and how many are offered to choose from. */
const TEAMS = 10;
/** Somebody waits for the form that names are looked up for. */
const NAMES_WITHIN_MS = 1_000;

export interface Directory {
  /**
   * Undefined for bots, for people of another tenant, and for whom Teams does not know.
   * @throws DeliveryError.
   */
  profile(address: Address): Promise<Profile | undefined>;
  /** The language Teams showed them last; English when they were never heard of. */
  localeOf(tenant: string, person: string): Promise<Locale>;
  /** The people whom the directory calls so; who cannot be found is left out. @throws DeliveryError. */
  peopleOf(tenant: string, objectIds: readonly string[]): Promise<ReadonlyMap<string, Address>>;
  /** How the directory calls people; who cannot be found in time is left out. */
  idsOf(addresses: readonly Address[]): Promise<ReadonlyMap<Address, string>>;
  /** The channels of the teams that have the bot; those of a team that does not answer are left out. */
  channels(tenant: string): Promise<readonly ChannelChoice[]>;
}

export function createDirectory(connector: Connector, memory: Memory, places: Places): Directory {
  /** Undefined when they are not in that conversation, or the conversation is closed. */
  async function memberAt(place: Conversation, id: string): Promise<Member | undefined> {
    try {
      return await connector.member(place, id);
    } catch (error) {
      if (error instanceof DeliveryError && error.fate === "refused") return undefined;
      throw error;
    }
  }

  async function inRosters(
    tenant: string,
    id: string,
    conversations: readonly string[],
  ): Promise<Member | undefined> {
    for (const conversation of conversations) {
      const found = await memberAt(await places.conversation(tenant, conversation), id);
      if (found) return found;
    }
    return undefined;
  }

  /** Where they were met; else, in the conversation with the bot alone, which nobody notices. */
  async function find({ tenant, id }: TeamsPlace): Promise<Member | undefined> {
    const { conversation, met } = await memory.person(tenant, id);
    const known = [conversation, met].filter((place) => place !== undefined);
    const found = await inRosters(tenant, id, known);
    if (found || conversation) return found;
    try {
      return await places.withPerson(tenant, id, (place) => connector.member(place, id));
    } catch (error) {
      if (error instanceof DeliveryError && error.fate === "refused") return undefined;
      throw error;
    }
  }

  async function personOf(tenant: string, objectId: string): Promise<string | undefined> {
    const known = await memory.personOf(tenant, objectId);
    if (known) return known;
    const rosters = (await memory.teams(tenant)).slice(0, TEAMS).map(({ id }) => id);
    const found =
      (await inRosters(tenant, objectId, rosters)) ?? (await find({ tenant, id: objectId }));
    if (!found) return undefined;
    await memory.meet(tenant, found.id, objectId);
    return found.id;
  }

  async function idOf(address: Address): Promise<string | undefined> {
    const place = readPlace(address);
    if (!place || isShared(place.id)) return undefined;
    // The directory's own, of somebody whom the bot could not find.
    if (!place.id.startsWith("29:")) return place.id;
    const { objectId } = await memory.person(place.tenant, place.id);
    if (objectId) return objectId;
    const found = await inTime(
      find(place).catch(() => undefined),
      NAMES_WITHIN_MS,
    );
    if (found?.objectId) await memory.meet(place.tenant, place.id, found.objectId);
    return found?.objectId;
  }

  async function channelsOf(tenant: string, team: KnownTeam): Promise<readonly ChannelChoice[]> {
    const place = await places.conversation(tenant, team.id);
    const channels = await inTime(
      connector.channels(place).catch(() => undefined),
      NAMES_WITHIN_MS,
    );
    return (channels ?? []).map(({ id, name }) => ({
      id,
      name: name ? [team.name, name].filter(Boolean).join(" › ") : team.name,
    }));
  }

  return {
    async profile(address) {
      const place = readPlace(address);
      if (!place?.id.startsWith("29:")) return undefined;
      const member = await find(place);
      const isStranger =
        member?.role === "anonymous" || (member?.tenant ?? place.tenant) !== place.tenant;
      if (!member || isStranger) return undefined;
      const { locale, timezone } = await memory.person(place.tenant, place.id);
      return {
        name: member.name.trim() || place.id,
        locale: locale ?? "en",
        timezone: timezone ?? null,
        active: true,
      };
    },

    localeOf: async (tenant, person) => (await memory.person(tenant, person)).locale ?? "en",

    async peopleOf(tenant, objectIds) {
      const found = await Promise.all(
        objectIds.map(async (objectId) => {
          const person = await personOf(tenant, objectId);
          return person ? ([[objectId, placeAddress(tenant, person)]] as const) : [];
        }),
      );
      return new Map(found.flat());
    },

    async idsOf(addresses) {
      const found = await Promise.all(
        addresses.map(async (address) => {
          const id = await idOf(address);
          return id ? ([[address, id]] as const) : [];
        }),
      );
      return new Map(found.flat());
    },

    async channels(tenant) {
      const teams = (await memory.teams(tenant)).slice(0, TEAMS);
      return (await Promise.all(teams.map((team) => channelsOf(tenant, team)))).flat();
    },
  };
}
