/** Answers to the person who acted, where they acted: only for their eyes where that is possible. */

import type { WebClient } from "@slack/web-api";
import type { Card } from "../../src/card.ts";
import type { Log } from "../../src/ports.ts";
import { isDirect } from "./address.ts";
import type { Connection } from "./client.ts";
import type { Deliveries } from "./deliver.ts";
import { renderCard } from "./render.ts";
import { summary } from "./text.ts";
import { orElse } from "./tries.ts";
import type { Via } from "./via.ts";

export interface Conversation {
  /** Says it in the best place left; a refusal everywhere is logged. @throws DeliveryError. */
  say(via: Via, card: Card): Promise<void>;
  /** Turns the message that was pressed into this one, or says it when it cannot be changed. */
  replace(via: Via, card: Card): Promise<void>;
}

export function createConversation(
  connection: Connection,
  deliveries: Pick<Deliveries, "conversationWith">,
  log: Log,
): Conversation {
  const { web } = connection;

  /** From the best place to the worst; each only when it is known. */
  function places({ user, origin }: Via, content: ReturnType<typeof contentOf>) {
    const { responseUrl, channel, thread, typed } = origin;
    const inThread = thread ? { thread_ts: thread } : {};
    const post = { ...content, ...inThread, unfurl_links: false, unfurl_media: false };
    const whisper = { response_type: "ephemeral", replace_original: false };
    return [
      typed && channel ? () => web.chat.postMessage({ channel, ...post }) : null,
      responseUrl
        ? () => connection.respond(responseUrl, { ...whisper, ...content, ...inThread })
        : null,
      channel && !isDirect(channel)
        ? () => web.chat.postEphemeral({ channel, user, ...content, ...inThread })
        : null,
      async () => directly(web, await deliveries.conversationWith(user), content),
    ].filter((place) => place !== null);
  }

  async function say(via: Via, card: Card): Promise<void> {
    const content = contentOf(card);
    const [first, ...others] = places(via, content);
    const next = async (
      call: () => Promise<unknown>,
      rest: readonly (() => Promise<unknown>)[],
    ) => {
      await orElse(call, async (failure) => {
        const [other, ...more] = rest;
        if (other) await next(other, more);
        else log.warn({ reason: failure.reason }, "An answer could not be shown anywhere");
      });
    };
    if (first) await next(first, others);
  }

  return {
    say,
    async replace(via, card) {
      const { responseUrl, channel, message, ephemeral } = via.origin;
      const content = contentOf(card);
      if (ephemeral && responseUrl)
        await orElse(
          () => connection.respond(responseUrl, { replace_original: true, ...content }),
          () => say(via, card),
        );
      else if (!ephemeral && channel && message)
        await orElse(
          () => web.chat.update({ channel, ts: message, ...content }),
          () => say(via, card),
        );
      else await say(via, card);
    },
  };
}

const contentOf = (card: Card) => ({ text: summary(card), blocks: renderCard(card, "message") });

async function directly(
  web: WebClient,
  channel: string,
  content: ReturnType<typeof contentOf>,
): Promise<void> {
  await web.chat.postMessage({ channel, ...content, unfurl_links: false, unfurl_media: false });
}
