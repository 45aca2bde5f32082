/**
 * Teams' people, conversations and messages as the core's opaque addresses. Nothing else splits them:
 * `teams:<tenant>` a tenant, `teams:<tenant>/29:…` a person, `teams:<tenant>/19:…@thread.tacv2` a
 * channel, and with the id of an activity behind it a message.
 */

import { unescape } from "node:querystring";
import type { Address } from "../../src/team/person.ts";
import type { MessageAddress } from "../../src/ports.ts";

export const PLATFORM = "teams";

/** A person or a conversation of one tenant. */
export interface TeamsPlace {
  readonly tenant: string;
  readonly id: string;
}

export interface TeamsMessage {
  readonly tenant: string;
  /** With `;messageid=` for an answer in a channel's thread. */
  readonly conversation: string;
  readonly activity: string;
}

export const tenantAddress = (tenant: string): Address => `${PLATFORM}:${tenant}` as Address;

/** The address of a person (`29:…`) or of a channel or group chat (`19:…`). */
export const placeAddress = (tenant: string, id: string): Address =>
  `${PLATFORM}:${tenant}/${escape(id)}` as Address;

export const messageAddress = (
  tenant: string,
  conversation: string,
  activity: string,
): MessageAddress =>
  `${PLATFORM}:${tenant}/${escape(conversation)}/${escape(activity)}` as MessageAddress;

/** The message that was pressed in a conversation; the one that opened a thread stands outside of it. */
export function pressedAddress(
  tenant: string,
  conversation: string,
  activity: string,
): MessageAddress {
  const { id, root } = splitThread(conversation);
  return messageAddress(tenant, root === activity ? id : conversation, activity);
}

/** The place an address names, or undefined when another platform made it. */
export function readPlace(address: Address): TeamsPlace | undefined {
  const [, tenant, id] = /^teams:([\w-]+)\/([^/\s]+)$/u.exec(address) ?? [];
  return tenant && id ? { tenant, id: unescape(id) } : undefined;
}

/** The message an address names, or undefined when another platform made it. */
export function readMessageAddress(address: MessageAddress): TeamsMessage | undefined {
  const [, tenant, conversation, activity] =
    /^teams:([\w-]+)\/([^/\s]+)\/([^/\s]+)$/u.exec(address) ?? [];
  return tenant && conversation && activity
    ? { tenant, conversation: unescape(conversation), activity: unescape(activity) }
    : undefined;
}

/** Only what has a meaning in an address or in a button's value; the rest stays readable. */
const escape = (id: string): string => id.replace(/[%/|\s]/gu, encodeURIComponent);

/** Channels and group chats. A chat of two people, in which no bot is, is none. */
export const isShared = (id: string): boolean => /^19:.*@thread\./u.test(id);

/** A channel of a team has threads; a group chat (`@thread.v2`) has none. */
export const isChannel = (id: string): boolean => /@thread\.(?:tacv2|skype)/u.test(id);

/** A conversation without its thread, and the activity that opened the thread. */
export function splitThread(conversation: string): { readonly id: string; readonly root?: string } {
  const [id = "", root] = conversation.split(";messageid=");
  return root ? { id, root } : { id };
}

export const threadOf = (channel: string, root: string): string => `${channel};messageid=${root}`;
