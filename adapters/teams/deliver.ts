/** What is said to somebody else, or later: one message posted, or replaced. */

import type { Activity } from "botbuilder";
import type { Address } from "../../src/team/person.ts";
import {
  type ChatPlatform,
  type Delivery,
  DeliveryError,
  type Log,
  type Sent,
} from "../../src/ports.ts";
import { textsFor } from "../../src/texts/index.ts";
import {
  isChannel,
  isShared,
  messageAddress,
  readMessageAddress,
  readPlace,
  splitThread,
  type TeamsMessage,
  type TeamsPlace,
  threadOf,
} from "./address.ts";
import type { Connector } from "./connector.ts";
import type { Directory } from "./directory.ts";
import type { Artist } from "./draw.ts";
import { inChannel } from "./errors.ts";
import { messageOf } from "./message.ts";
import type { Places } from "./places.ts";
import { inTime } from "../tasks.ts";

export interface DeliveryParts {
  readonly connector: Connector;
  readonly places: Places;
  readonly directory: Directory;
  readonly draw: Artist;
  readonly isOurs: (tenant: string) => boolean;
  readonly log: Log;
  /** How long Teams may take before a message counts as uncertain. */
  readonly answerWithinMs: number;
}

/** How much longer an answer that is late is waited for, when it is asked about. */
const LATE_MS = 15_000;

/**
 * `find`: Teams lets no bot search its messages, and takes no key that would make a second one the same.
 * So what is known is what Teams still says: an answer that comes late is kept, and found. Of a
 * message whose answer never came nothing can be known; it is sent again, since later messages and
 * threads stand on it, and the log names the key of what may now be there twice. A message that
 * replaces another is simply sent again: that changes nothing.
 */
export function createDeliveries(parts: DeliveryParts): Pick<ChatPlatform, "send" | "find"> {
  const { connector, places, directory, draw, isOurs, log, answerWithinMs } = parts;
  /** Messages whose answer is late, by their keys. */
  const late = new Map<string, Promise<Sent | undefined>>();

  function ours(to: Address): TeamsPlace {
    const place = readPlace(to);
    if (place && isOurs(place.tenant)) return place;
    throw new DeliveryError("refused", {
      message: "That address is in no tenant of this bot",
      reason: "closed",
    });
  }

  async function drawn(
    { card, kind }: Delivery,
    { tenant, id }: TeamsPlace,
  ): Promise<Partial<Activity>> {
    const locale = isShared(id) ? "en" : await directory.localeOf(tenant, id);
    const texts = textsFor(locale, "UTC");
    try {
      return messageOf(await draw({ kind: "card", card }, "message", { texts, tenant }), kind);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new DeliveryError("refused", {
        message: "The card cannot be shown in Teams",
        reason: "invalid",
        cause: error,
      });
    }
  }

  async function replace(replaced: TeamsMessage, message: Partial<Activity>): Promise<Sent> {
    const { tenant, conversation, activity } = replaced;
    const place = await places.conversation(tenant, conversation);
    await connector.update(place, activity, message);
    return { message: messageAddress(tenant, conversation, activity) };
  }

  async function toPerson({ tenant, id }: TeamsPlace, message: Partial<Activity>): Promise<Sent> {
    return await places.withPerson(tenant, id, async (place) => ({
      message: messageAddress(tenant, place.id, await connector.post(place, message)),
    }));
  }

  async function toChannel(
    { tenant, id }: TeamsPlace,
    root: string | undefined,
    message: Partial<Activity>,
  ): Promise<Sent> {
    const place = await places.conversation(tenant, id);
    if (isChannel(id) && root === undefined) {
      const opened = await connector.open({ ...place, channel: id, message });
      const thread = splitThread(opened).root;
      if (thread) return { message: messageAddress(tenant, id, thread) };
      throw new DeliveryError("uncertain", { message: "Teams did not name the thread" });
    }
    const conversation = isChannel(id) && root !== undefined ? threadOf(id, root) : id;
    const activity = await connector.post({ ...place, id: conversation }, message);
    return { message: messageAddress(tenant, conversation, activity) };
  }

  async function attempt(delivery: Delivery, to: TeamsPlace): Promise<Sent> {
    const message = await drawn(delivery, to);
    const replaced = delivery.replaces && readMessageAddress(delivery.replaces);
    if (replaced) return await replace(replaced, message);
    return isShared(to.id)
      ? await toChannel(to, rootOf(delivery), message)
      : await toPerson(to, message);
  }

  return {
    async send(delivery) {
      const to = ours(delivery.to);
      const sending = attempt(delivery, to).catch((error: unknown) => {
        throw isShared(to.id) ? inChannel(error) : error;
      });
      const sent = await inTime(sending, answerWithinMs);
      if (sent) return sent;
      const answer = sending.catch(() => undefined);
      late.set(delivery.key, answer);
      setTimeout(() => late.delete(delivery.key), 10 * 60_000).unref();
      throw new DeliveryError("uncertain", { message: "Teams did not answer in time" });
    },

    async find({ key, kind, to, replaces }) {
      ours(to);
      if (replaces) return undefined;
      const answer = late.get(key);
      const found = answer && (await inTime(answer, LATE_MS));
      if (!found)
        log.warn({ key, kind }, "A message may be in Teams already; it is sent again to be sure");
      return found;
    },
  };
}

/** The message that opened the thread, also when an answer in it is named. */
function rootOf({ thread }: Delivery): string | undefined {
  const message = thread && readMessageAddress(thread);
  return message ? (splitThread(message.conversation).root ?? message.activity) : undefined;
}
