/** Names of things in Teams: the bot, people, chats and threads. */
import { createHash } from "node:crypto";
import { guid } from "../demo.ts";

/** The bot's registration, the same in every tenant of the stand-in. */
export const APP_ID = "5c8f0e2a-7b41-4d39-9e6c-3a1f8b2d4c70";
export const BOT = `28:${APP_ID}`;
export const BOT_NAME = "Liaison";

/** Entra's object id of a person. */
export function objectId(user: string): string {
  return guid(`person ${user}`);
}

/** The chat between a person and the bot. */
export function chatId(user: string): string {
  return `a:1${createHash("sha256").update(`chat ${user}`).digest("base64url").slice(0, 32)}`;
}

/** A channel's id, and the post that opens the thread when one is meant. */
export function splitThread(conversation: string): {
  readonly id: string;
  readonly root: string | null;
} {
  const [id = "", root] = conversation.split(";messageid=");
  return { id, root: root ?? null };
}

export function threadId(channel: string, root: string): string {
  return `${channel};messageid=${root}`;
}
