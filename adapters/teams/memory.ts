/**
 * What is remembered of people, channels and the tenant: the server that answers for them, and what
 * Teams says only in passing. Refreshed from every activity, kept by the core's `PlatformNotes`.
 */

import type { Address, Locale } from "../../src/team/person.ts";
import type { PlatformNotes } from "../../src/ports.ts";
import { isPersonal, type TeamsActivity } from "./activity.ts";
import { isShared, placeAddress, splitThread, tenantAddress } from "./address.ts";
import { localeFrom } from "./locale.ts";

export interface PersonNote {
  readonly serviceUrl?: string;
  /** With the bot alone. */
  readonly conversation?: string;
  /** Where else they were met: they are in its roster. */
  readonly met?: string;
  readonly locale?: Locale;
  /** IANA. */
  readonly timezone?: string;
  /** Their id in the directory. */
  readonly objectId?: string;
  /** The newest card that is their home. */
  readonly home?: string;
}

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
}

interface TenantNote {
  readonly serviceUrl?: string;
  readonly teams?: readonly KnownTeam[];
}

export interface Memory {
  /** Keeps what an activity tells of who sent it and of where. */
  learn(activity: TeamsActivity, tenant: string): Promise<void>;
  person(tenant: string, id: string): Promise<PersonNote>;
  rememberPerson(tenant: string, id: string, news: PersonNote): Promise<void>;
  /** The server for a person or a channel; for who was never heard of, that of the tenant. */
  serverOf(tenant: string, id: string): Promise<string | undefined>;
  /** The person whom the directory calls so; undefined when they were never met. */
  personOf(tenant: string, objectId: string): Promise<string | undefined>;
  /** Keeps how the directory calls a person. */
  meet(tenant: string, id: string, objectId: string): Promise<void>;
  /** The teams that have the bot, by name. */
  teams(tenant: string): Promise<readonly KnownTeam[]>;
}

export function createMemory(notes: PlatformNotes): Memory {
  /** What is known to be stored, so that nothing is written that says nothing new. */
  const stored = new Map<Address, string>();

  async function read<N extends object>(address: Address): Promise<Partial<N>> {
    const note = await notes.get(address);
    if (note !== undefined) stored.set(address, note);
    return parsed(note);
  }

  async function add(address: Address, news: object): Promise<void> {
    const held = stored.get(address);
    if (held !== undefined && written(parsed(held), news) === held) return;
    const note = written(await read(address), news);
    if (stored.get(address) === note) return;
    await notes.set(address, note);
    stored.set(address, note);
  }

  const addToPerson = async (tenant: string, id: string, news: PersonNote): Promise<void> => {
    await add(placeAddress(tenant, id), news);
  };
  const addToTenant = async (tenant: string, news: TenantNote): Promise<void> => {
    await add(tenantAddress(tenant), news);
  };

  const alias = (tenant: string, objectId: string): Address =>
    placeAddress(tenant, `directory:${objectId}`);

  async function learnPerson(activity: TeamsActivity, tenant: string): Promise<void> {
    const { from, conversation, serviceUrl, locale, localTimezone } = activity;
    if (!from.id.startsWith("29:")) return;
    await addToPerson(tenant, from.id, {
      serviceUrl,
      ...(isPersonal(activity)
        ? { conversation: conversation.id }
        : isAmongUs(activity)
          ? { met: splitThread(conversation.id).id }
          : {}),
      ...(locale ? { locale: localeFrom(locale) } : {}),
      ...(localTimezone ? { timezone: localTimezone } : {}),
      ...(from.aadObjectId ? { objectId: from.aadObjectId } : {}),
    });
    if (from.aadObjectId) await add(alias(tenant, from.aadObjectId), { person: from.id });
  }

  async function learnTeam(activity: TeamsActivity, tenant: string): Promise<void> {
    const { channelData, conversation, serviceUrl } = activity;
    const { id } = splitThread(conversation.id);
    if (isShared(id)) await add(placeAddress(tenant, id), { serviceUrl });
    const team = channelData?.team;
    if (!team?.id) return;
    const held = parsed<TenantNote>(stored.get(tenantAddress(tenant)));
    const isKnown = held.teams?.some(({ id: one, name }) => one === team.id && name === team.name);
    if (isKnown && !isFarewell(activity)) return;
    const { teams = [] } = await read<TenantNote>(tenantAddress(tenant));
    const before = teams.find((known) => known.id === team.id);
    const others = teams.filter((known) => known !== before);
    const now = isFarewell(activity)
      ? others
      : [...others, { id: team.id, name: team.name ?? before?.name ?? "" }];
    await addToTenant(tenant, { teams: now.sort((a, b) => a.name.localeCompare(b.name)) });
  }

  return {
    async learn(activity, tenant) {
      await Promise.all([
        learnPerson(activity, tenant),
        addToTenant(tenant, { serviceUrl: activity.serviceUrl }),
      ]);
      await learnTeam(activity, tenant);
    },
    person: async (tenant, id) => await read<PersonNote>(placeAddress(tenant, id)),
    rememberPerson: addToPerson,
    async serverOf(tenant, id) {
      const own = await read<PersonNote>(placeAddress(tenant, id));
      return own.serviceUrl ?? (await read<TenantNote>(tenantAddress(tenant))).serviceUrl;
    },
    async meet(tenant, id, objectId) {
      await addToPerson(tenant, id, { objectId });
      await add(alias(tenant, objectId), { person: id });
    },
    personOf: async (tenant, objectId) =>
      (await read<{ person: string }>(alias(tenant, objectId))).person,
    teams: async (tenant) => (await read<TenantNote>(tenantAddress(tenant))).teams ?? [],
  };
}

const written = (before: object, news: object): string => JSON.stringify({ ...before, ...news });

/** A note of an older shape is as good as none. */
function parsed<N extends object>(note: string | undefined): Partial<N> {
  try {
    const value: unknown = JSON.parse(note ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The bot is a member there too; message extensions are used anywhere. */
const isAmongUs = ({ type, name }: TeamsActivity): boolean =>
  type === "message" || (type === "invoke" && !name?.startsWith("composeExtension/"));

/** The bot was taken out of the team, or the team is no more. */
function isFarewell({
  type,
  action,
  channelData,
  membersRemoved,
  recipient,
}: TeamsActivity): boolean {
  return (
    (type === "installationUpdate" && action === "remove") ||
    ["teamDeleted", "teamHardDeleted"].includes(channelData?.eventType ?? "") ||
    (membersRemoved ?? []).some(({ id }) => id === recipient.id)
  );
}
