/** Answers to the person who acted: to them alone, or in the place of what they pressed. */

import type { Card } from "../../src/card.ts";
import type { ChatEvent, Log, Reception } from "../../src/ports.ts";
import { type Texts, textsFor } from "../../src/texts/index.ts";
import type { Connector, Conversation } from "./connector.ts";
import { fileMessage, offerMessage } from "./consent.ts";
import type { Artist } from "./draw.ts";
import type { Memory } from "./memory.ts";
import { messageOf } from "./message.ts";
import type { Places } from "./places.ts";
import type { Content, Step } from "./plan.ts";
import { orElse, patiently, refusalOf } from "./tries.ts";
import type { Uploader } from "./upload.ts";
import { readVia, type Via } from "./via.ts";

export interface Conversations {
  /** Does one thing after the other. @throws DeliveryError when it may succeed another time. */
  carryOut(via: Via, steps: readonly Step[]): Promise<void>;
  /** Whether the message that was pressed is the person's home. */
  isHome(via: Via): Promise<boolean>;
  /** Draws the home that was pressed as it is now. @throws DeliveryError. */
  redrawHome(event: ChatEvent): Promise<void>;
}

export interface ConversationParts {
  readonly connector: Connector;
  readonly places: Places;
  readonly memory: Memory;
  readonly draw: Artist;
  readonly upload: Uploader;
  readonly core: () => Reception | undefined;
  readonly log: Log;
}

/** Who acted, and reads what comes of it. */
export const readerOf = (via: Via) => ({
  texts: textsOf(via),
  tenant: via.tenant,
  user: via.user,
});

export const textsOf = ({ locale }: Via): Texts => textsFor(locale, "UTC");

export function createConversations(parts: ConversationParts): Conversations {
  const { connector, places, memory, draw, core, log } = parts;

  /** In their own chat with the bot, wherever they acted: others need not read along. */
  async function privately<T>(via: Via, work: (place: Conversation) => Promise<T>): Promise<T> {
    const { tenant, user, serviceUrl, conversation } = via;
    return via.isPersonal
      ? await work({ tenant, serviceUrl, id: conversation })
      : await places.withPerson(tenant, user, work);
  }

  const drawnFor = async (via: Via, content: Content) =>
    messageOf(await draw(content, "message", readerOf(via)));

  async function say(via: Via, content: Content): Promise<void> {
    const message = await drawnFor(via, content);
    await orElse(
      () => privately(via, (place) => connector.post(place, message)),
      async (failure) => {
        log.warn({ reason: failure.reason }, "An answer could not be shown to who asked");
        if (via.by === "typed" && !via.isPersonal) await askToBeAdded(via);
      },
    );
  }

  /** In the channel, where others read along: nothing of the answer itself. */
  async function askToBeAdded(via: Via): Promise<void> {
    const { tenant, serviceUrl, conversation } = via;
    const title = textsOf(via).chat.addMeFirst;
    const message = await drawnFor(via, { kind: "card", card: { title, body: [] } });
    await orElse(
      () => connector.post({ tenant, serviceUrl, id: conversation }, message),
      () => Promise.resolve(),
    );
  }

  async function update(via: Via, id: string, content: Content): Promise<void> {
    const { tenant, serviceUrl, conversation } = via;
    const message = await drawnFor(via, content);
    await orElse(
      () => connector.update({ tenant, serviceUrl, id: conversation }, id, message),
      () => say(via, content),
    );
  }

  /** One per chat, and at its end, where it is read: the one before it goes. */
  async function home(via: Via, card: Card): Promise<void> {
    const message = await drawnFor(via, { kind: "card", card });
    await orElse(
      () =>
        privately(via, async (place) => {
          const { home: before } = await memory.person(via.tenant, via.user);
          const now = await connector.post(place, message);
          await memory.rememberPerson(via.tenant, via.user, { home: now });
          if (before !== undefined) await connector.remove(place, before).catch(() => undefined);
        }),
      (failure) => {
        log.warn({ reason: failure.reason }, "A home could not be shown");
        return Promise.resolve();
      },
    );
  }

  /** One after the other; where the first is refused all are. */
  async function offer(via: Via, { offers, otherwise }: Extract<Step, { type: "offer" }>) {
    for (const { file, making } of offers) {
      const failure = await refusalOf(() =>
        privately(via, (place) => connector.post(place, offerMessage(file, making))),
      );
      if (!failure) continue;
      log.warn({ reason: failure.reason }, "A file could not be offered");
      await say(via, { kind: "card", card: otherwise });
      return;
    }
  }

  async function send(via: Via, { upload, content, failed }: Extract<Step, { type: "upload" }>) {
    if (!(await parts.upload(upload.url, content))) {
      await say(via, { kind: "card", card: failed });
      return;
    }
    await orElse(
      () => privately(via, (place) => connector.post(place, fileMessage(upload))),
      () => say(via, { kind: "card", card: failed }),
    );
  }

  async function withdraw(via: Via, { message, instead }: Extract<Step, { type: "withdraw" }>) {
    const { tenant, serviceUrl, conversation } = via;
    const failure = await refusalOf(() =>
      connector.remove({ tenant, serviceUrl, id: conversation }, message),
    );
    if (!failure && instead) await say(via, { kind: "card", card: instead });
  }

  return {
    async carryOut(via, steps) {
      for (const step of steps)
        switch (step.type) {
          case "say":
            await say(via, step.content);
            break;
          case "update":
            await update(via, step.message, step.content);
            break;
          case "home":
            await home(via, step.card);
            break;
          case "offer":
            await offer(via, step);
            break;
          case "upload":
            await send(via, step);
            break;
          case "withdraw":
            await withdraw(via, step);
            break;
        }
    },

    async isHome(via) {
      if (via.message === undefined || !via.isPersonal) return false;
      return (await memory.person(via.tenant, via.user)).home === via.message;
    },

    async redrawHome({ id, tenant, from, via }) {
      const { message, serviceUrl, conversation, ...rest } = readVia(via);
      if (message === undefined) return;
      const event = { type: "home", id: `${id}/home`, tenant, from, channel: null, via } as const;
      const outcome = await core()?.decide(event);
      if (outcome?.type !== "home") return;
      const card = await drawnFor(
        { ...rest, message, serviceUrl, conversation },
        { kind: "card", card: outcome.card },
      );
      const place = { tenant: rest.tenant, serviceUrl, id: conversation };
      await patiently(() => connector.update(place, message, card));
    },
  };
}
