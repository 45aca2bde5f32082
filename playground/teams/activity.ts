/** What Teams tells the bot when a person acts: the activities, as Teams words them. */
import { randomUUID } from "node:crypto";
import { TZDate } from "@date-fns/tz";
import type { Bag } from "../bag.ts";
import type { Person } from "../demo.ts";
import { BOT, BOT_NAME, objectId, threadId } from "./ids.ts";
import type { Conversation, TeamsWorld } from "./world.ts";

const LOCALES: Readonly<Record<string, string>> = { en: "en-US", es: "es-ES", fr: "fr-FR" };

/** As the person's client names its language; English is that of the person's part of the world. */
export function localeOf(person: Person): string {
  if (person.locale === "en" && person.zone.startsWith("Australia/")) return "en-AU";
  return LOCALES[person.locale] ?? person.locale;
}

/** Where something is done: a conversation and, in a channel, the post that opened the thread. */
export interface Spot {
  readonly conversation: Conversation;
  readonly root: string | null;
}

/** Fields of every activity about a conversation. Ids of invokes begin with `f:`. */
export function envelope(world: TeamsWorld, base: string, spot: Spot): Bag {
  const { conversation, root } = spot;
  const { tenant, kind, id } = conversation;
  const team = world.tenant(tenant)?.team;
  const isChannel = kind === "channel";
  return {
    channelId: "msteams",
    serviceUrl: base,
    timestamp: world.clock().now,
    recipient: { id: BOT, name: BOT_NAME },
    conversation: {
      ...(isChannel ? { isGroup: true } : {}),
      conversationType: kind,
      tenantId: tenant,
      id: isChannel && root !== null ? threadId(id, root) : id,
    },
    channelData: {
      ...(isChannel && team
        ? {
            teamsChannelId: id,
            teamsTeamId: team.id,
            channel: { id },
            team: { id: team.id, aadGroupId: team.aadGroupId, name: team.name },
          }
        : {}),
      tenant: { id: tenant },
    },
  };
}

/** What only a person's own client knows: who they are, their language and their time zone. */
export function byPerson(world: TeamsWorld, person: Person): Bag {
  const now = new TZDate(Date.parse(world.clock().now), person.zone);
  const locale = localeOf(person);
  return {
    from: { id: person.user, name: person.name, aadObjectId: objectId(person.user) },
    localTimestamp: now.toISOString(),
    localTimezone: person.zone,
    locale,
    entities: [
      {
        type: "clientInfo",
        locale,
        country: locale.split("-")[1] ?? "",
        platform: "Web",
        timezone: person.zone,
      },
    ],
  };
}

export function invokeActivity(
  world: TeamsWorld,
  base: string,
  person: Person,
  spot: Spot,
  invoke: { readonly name: string; readonly value: Bag; readonly replyTo: string | null },
): Bag {
  return {
    ...envelope(world, base, spot),
    ...byPerson(world, person),
    type: "invoke",
    id: `f:${randomUUID()}`,
    name: invoke.name,
    value: invoke.value,
    ...(invoke.replyTo === null ? {} : { replyToId: invoke.replyTo }),
  };
}

/** An installation or a change of members; these carry no language, time zone or name. */
export function systemActivity(
  world: TeamsWorld,
  base: string,
  spot: Spot,
  by: string | null,
  more: Bag,
): Bag {
  const made = envelope(world, base, spot);
  const from = by === null ? {} : { from: { id: by, aadObjectId: objectId(by) } };
  const data = { ...(made["channelData"] as Bag), ...(more["channelData"] as Bag | undefined) };
  return { ...made, ...from, id: `f:${randomUUID()}`, ...more, channelData: data };
}
