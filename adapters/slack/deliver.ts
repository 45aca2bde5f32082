/** What is said to somebody else, or later: one message posted, replaced, or looked for. */

import type { Address } from "../../src/team/person.ts";
import {
  type ChatPlatform,
  type Delivery,
  DeliveryError,
  type Log,
  type Sent,
} from "../../src/ports.ts";
import {
  isPerson,
  messageAddress,
  readMessageAddress,
  readPlace,
  type SlackPlace,
} from "./address.ts";
import type { Connection } from "./client.ts";
import { codeOf, deliveryError, isTokenRefused } from "./errors.ts";
import { renderCard } from "./render.ts";
import { summary } from "./text.ts";

/** Marks our messages, so that one whose fate is unknown is found again. */
const EVENT_TYPE = "liaison";
/** Slack's clock and ours may differ by so much. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const PAGES = 5;

export interface Deliveries extends Pick<ChatPlatform, "send" | "find"> {
  /** The direct conversation with a person; asked once. @throws DeliveryError. */
  conversationWith(user: string): Promise<string>;
}

export function createDeliveries(connection: Connection, log: Log): Deliveries {
  const { web } = connection;
  const conversations = new Map<string, string>();

  async function conversationWith(user: string): Promise<string> {
    const known = conversations.get(user);
    if (known) return known;
    const { channel } = await told(web.conversations.open({ users: user }), true);
    const id = channel?.id;
    if (!id) throw new DeliveryError("later", { message: "Slack opened no conversation" });
    conversations.set(user, id);
    return id;
  }

  /** Waits for a call, with its failure in our words. */
  async function told<T>(call: Promise<T>, repeatable: boolean): Promise<T> {
    try {
      return await call;
    } catch (error) {
      const failure = deliveryError(error, repeatable);
      if (isTokenRefused(error)) log.error({ code: codeOf(error) }, failure.message);
      throw failure;
    }
  }

  async function channelOf(to: Address): Promise<string> {
    const { id } = await ours(to);
    return isPerson(id) ? await conversationWith(id) : id;
  }

  async function ours(to: Address): Promise<SlackPlace> {
    const place = readPlace(to);
    const { team } = await connection.identity();
    if (place?.team === team) return place;
    throw new DeliveryError("refused", {
      message: "That address is not in the workspace the bot is installed in",
      reason: "closed",
    });
  }

  return {
    conversationWith,

    async send(delivery) {
      const { team } = await connection.identity();
      const content = renderMessage(delivery);
      const replaced = delivery.replaces && readMessageAddress(delivery.replaces);
      if (replaced) {
        await told(web.chat.update({ ...replaced, ...content }), true);
        return { message: messageAddress(team, replaced.channel, replaced.ts) };
      }
      const thread = delivery.thread && readMessageAddress(delivery.thread);
      const channel = await channelOf(delivery.to);
      const posted = await told(
        web.chat.postMessage({
          channel,
          ...content,
          unfurl_links: false,
          unfurl_media: false,
          metadata: {
            event_type: EVENT_TYPE,
            event_payload: { key: delivery.key, kind: delivery.kind },
          },
          ...(thread ? { thread_ts: thread.ts } : {}),
        }),
        false,
      );
      return { message: messageAddress(team, posted.channel ?? channel, posted.ts ?? "") };
    },

    async find({ key, to, thread, triedAt }) {
      const { team } = await connection.identity();
      const channel = await channelOf(to);
      const since = triedAt ? triedAt.getTime() - CLOCKS_DIFFER_MS : 0;
      const root = thread && readMessageAddress(thread);
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page++) {
        const query = {
          channel,
          oldest: String(since / 1000),
          include_all_metadata: true,
          limit: 200,
          ...(cursor ? { cursor } : {}),
        };
        const { messages, response_metadata: more } = await told(
          root
            ? web.conversations.replies({ ...query, ts: root.ts })
            : web.conversations.history(query),
          true,
        );
        const found = (messages ?? []).find((message) => keyOf(message) === key);
        if (found?.ts) return { message: messageAddress(team, channel, found.ts) } satisfies Sent;
        cursor = more?.next_cursor;
        if (!cursor) return undefined;
      }
      return undefined;
    },
  };
}

/** @throws DeliveryError refused when a button carries more than Slack takes. */
function renderMessage({ card }: Delivery) {
  try {
    return { text: summary(card), blocks: renderCard(card, "message") };
  } catch (error) {
    throw new DeliveryError("refused", {
      message: "The card cannot be shown in Slack",
      reason: "invalid",
      cause: error,
    });
  }
}

function keyOf(message: object): unknown {
  const metadata = "metadata" in message ? message.metadata : undefined;
  if (typeof metadata !== "object" || metadata === null) return undefined;
  const { event_type: type, event_payload: payload } = metadata as {
    readonly event_type?: string;
    readonly event_payload?: { readonly key?: unknown };
  };
  return type === EVENT_TYPE ? payload?.key : undefined;
}
