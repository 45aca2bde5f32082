/**
 * Slack's people, channels and messages as the core's opaque addresses. Nothing else splits them:
 * `slack:T123` a workspace, `slack:T123/U456` a person, `slack:T123/C789` a channel,
 * `slack:T123/C789/1234.5678` a message.
 */

import type { Address } from "../../src/team/person.ts";
import type { MessageAddress } from "../../src/ports.ts";

export const PLATFORM = "slack";

/** A person or a conversation of one workspace. */
export interface SlackPlace {
  readonly team: string;
  readonly id: string;
}

export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
}

export const tenantAddress = (team: string): Address => `${PLATFORM}:${team}` as Address;

/** The address of a person (`U…`, `W…`) or of a channel (`C…`, `G…`, `D…`). */
export const placeAddress = (team: string, id: string): Address =>
  `${PLATFORM}:${team}/${id}` as Address;

export const messageAddress = (team: string, channel: string, ts: string): MessageAddress =>
  `${PLATFORM}:${team}/${channel}/${ts}` as MessageAddress;

/** The place an address names, or undefined when another platform made it. */
export function readPlace(address: Address): SlackPlace | undefined {
  const [, team, id] = /^slack:([A-Z0-9]+)\/([A-Z0-9]+)$/u.exec(address) ?? [];
  return team && id ? { team, id } : undefined;
}

/** The message an address names, or undefined when another platform made it. */
export function readMessageAddress(address: MessageAddress): SlackMessage | undefined {
  const [, channel, ts] = /^slack:[A-Z0-9]+\/([A-Z0-9]+)\/([0-9.]+)$/u.exec(address) ?? [];
  return channel && ts ? { channel, ts } : undefined;
}

/** Ids of people begin with U, or with W in an Enterprise organisation. */
export const isPerson = (id: string): boolean => /^[UW]/u.test(id);

/** A conversation between one person and the bot. */
export const isDirect = (id: string): boolean => id.startsWith("D");
