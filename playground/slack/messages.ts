/** Messages as the stand-in stores them, and as the Web API shows them. */
import type { Bag } from "../bag.ts";
import { APP_ID } from "./app-id.ts";
import { BLOCK_KIT } from "./block-kit-limits.ts";
import { botId } from "./dialogs.ts";
import { withIds } from "./inputs.ts";
import type { Channel, Message, World } from "./world.ts";

export interface Draft {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Bag[] | null | undefined;
  readonly metadata?: Bag | null | undefined;
  readonly threadTs?: string | null | undefined;
  readonly onlyFor?: string | null;
}

export function messageKey(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/** Stores a message at the virtual time. Text beyond 40,000 characters is cut, as Slack does. */
export function post(world: World, draft: Draft): Message {
  const revision = world.revision() + 1;
  const message: Message = {
    channel: draft.channel,
    ts: world.ts(),
    threadTs: threadRoot(world, draft.channel, draft.threadTs ?? null),
    user: draft.user,
    text: cut(draft.text),
    blocks: identified(world, draft.blocks),
    metadata: draft.metadata ?? null,
    onlyFor: draft.onlyFor ?? null,
    at: world.clock().now,
    edited: null,
    created: revision,
    revision,
  };
  world.messages.put(messageKey(message.channel, message.ts), message);
  world.changed();
  return message;
}

/** What is left out of the change stays as it was. */
export function edit(
  world: World,
  message: Message,
  change: {
    text?: string | undefined;
    blocks?: readonly Bag[] | undefined;
    metadata?: Bag | undefined;
  },
): Message {
  const edited: Message = {
    ...message,
    text: change.text === undefined ? message.text : cut(change.text),
    blocks: change.blocks ? identified(world, change.blocks) : message.blocks,
    metadata: change.metadata ?? message.metadata,
    edited: world.clock().now,
    revision: world.revision() + 1,
  };
  world.messages.put(messageKey(message.channel, message.ts), edited);
  world.changed();
  return edited;
}

export function remove(world: World, message: Message): void {
  world.messages.delete(messageKey(message.channel, message.ts));
  world.changed();
}

function identified(
  world: World,
  blocks: readonly Bag[] | null | undefined,
): readonly Bag[] | null {
  if (!blocks || blocks.length === 0) return null;
  return withIds(blocks, () => world.id("b").slice(0, 6));
}

function cut(text: string): string {
  return text.length > BLOCK_KIT.messageText ? text.slice(0, BLOCK_KIT.messageText) : text;
}

/** A reply to a reply belongs to the thread's first message. */
function threadRoot(world: World, channel: string, threadTs: string | null): string | null {
  if (threadTs === null) return null;
  return world.messages.get(messageKey(channel, threadTs))?.threadTs ?? threadTs;
}

/** A message as Slack shows it to the app. Metadata only where the call asks for it. */
export function messagePayload(world: World, message: Message, withMetadata: boolean): Bag {
  const team = world.channel(message.channel)?.team ?? "";
  const isBot = world.workspace(team)?.bot === message.user;
  const replies = replyCount(world, message);
  return {
    type: "message",
    user: message.user,
    ...(isBot ? { bot_id: botId(team), app_id: APP_ID } : {}),
    team,
    ts: message.ts,
    text: message.text,
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(replies > 0 ? { thread_ts: message.ts, reply_count: replies } : {}),
    ...(message.edited
      ? {
          edited: {
            user: message.user,
            ts: `${Math.floor(Date.parse(message.edited) / 1000)}.000000`,
          },
        }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

const counted = new WeakMap<World, { readonly at: number; readonly counts: Map<string, number> }>();

/** Replies to a message; counted once for all messages of a revision. */
function replyCount(world: World, message: Message): number {
  const key = messageKey(message.channel, message.ts);
  const known = counted.get(world);
  if (known?.at === world.revision()) return known.counts.get(key) ?? 0;
  const counts = new Map<string, number>();
  for (const { channel, threadTs, onlyFor } of world.messages.values()) {
    if (threadTs === null || onlyFor !== null) continue;
    const root = messageKey(channel, threadTs);
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  counted.set(world, { at: world.revision(), counts });
  return counts.get(key) ?? 0;
}

/** Messages of a channel that everybody in it sees, oldest first. */
export function publicMessages(world: World, channel: Channel): readonly Message[] {
  return world.messages
    .values()
    .filter((message) => message.channel === channel.id && message.onlyFor === null)
    .sort(byTime);
}

export function byTime(a: Message, b: Message): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;
}
