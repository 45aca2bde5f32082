/** The bot's home, one per person, drawn when it is opened and after whatever was done in it. */

import type { WebClient } from "@slack/web-api";
import type { Card } from "../../src/card.ts";
import type { ChatEvent, Log, Reception } from "../../src/ports.ts";
import { codeOf, deliveryError } from "./errors.ts";
import { patiently } from "./tries.ts";
import { readVia } from "./via.ts";
import { renderHome } from "./views.ts";

export interface Homes {
  /** @throws DeliveryError when it may succeed another time. */
  publish(event: ChatEvent, card: Card): Promise<void>;
  /** Asks the core for the home as it is now, and shows it. @throws DeliveryError. */
  redraw(event: ChatEvent): Promise<void>;
}

export function createHomes(web: WebClient, core: () => Reception | undefined, log: Log): Homes {
  async function show(user: string, card: Card, hash: string | undefined): Promise<void> {
    const view = renderHome(card);
    await patiently(() => web.views.publish({ user_id: user, view, ...(hash ? { hash } : {}) }));
  }

  async function current(event: ChatEvent): Promise<Card | undefined> {
    const { tenant, from, via } = event;
    const id = `${event.id}/home`;
    const outcome = await core()?.decide({ type: "home", id, tenant, from, channel: null, via });
    return outcome?.type === "home" || outcome?.type === "reply" ? outcome.card : undefined;
  }

  async function publish(event: ChatEvent, card: Card): Promise<void> {
    const { user, homeHash } = readVia(event.via);
    try {
      await show(user, card, homeHash);
    } catch (error) {
      const failure = deliveryError(error, true);
      if (codeOf(failure) !== "hash_conflict") {
        leave(failure);
        return;
      }
      // Somebody else drew it meanwhile, so this card may be the older one: what holds now is asked.
      const now = await current(event);
      if (now) await show(user, now, undefined).catch(leave);
    }
  }

  /** A home that Slack refuses for good is not worth another try. */
  function leave(error: unknown): void {
    const failure = deliveryError(error, true);
    if (failure.fate !== "refused") throw failure;
    log.warn({ reason: failure.reason, code: codeOf(failure) }, "A home could not be shown");
  }

  return {
    publish,
    async redraw(event) {
      const card = await current(event);
      if (card) await publish(event, card);
    },
  };
}
