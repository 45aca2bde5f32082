/** The way in: stored before any effect, decided once, finished after a restart if need be. */

import type { Bot } from "./bot.ts";
import pLimit from "p-limit";
import {
  DeliveryError,
  type ChatEvent,
  type ChatPlatform,
  type Log,
  type Reception,
} from "./ports.ts";

/** Events as rows; see `db/inbox.ts`. */
export interface Inbox {
  /** @returns false when the event was stored before. @throws when it could not be stored. */
  accept(event: ChatEvent): Promise<boolean>;
  finish(event: ChatEvent): Promise<void>;
  /** Claims events that a process took in and did not finish within that time. */
  abandoned(olderThanMs: number): Promise<readonly ChatEvent[]>;
}

/** So that what arrives is taken in at once, however much there is to decide. */
const DECIDED_AT_ONCE = 4;

export function createReception(inbox: Inbox, bot: Bot): Reception {
  const inTurn = pLimit(DECIDED_AT_ONCE);
  return {
    accept: (event) => inbox.accept(event),
    decide: async (event) => await inTurn(async () => await bot.decide(event)),
    finish: (event) => inbox.finish(event),
  };
}

/** Finishes what a stopped process left behind. A person who waited gets the answer late, not never. */
export async function recover(
  inbox: Inbox,
  bot: Bot,
  platformOf: (address: string) => ChatPlatform | undefined,
  log: Log,
  olderThanMs: number,
): Promise<void> {
  for (const event of await inbox.abandoned(olderThanMs)) {
    try {
      const outcome = await bot.decide(event);
      await platformOf(event.tenant)?.perform(event, outcome);
      await inbox.finish(event);
    } catch (error) {
      log.error(
        { type: event.type, tenant: event.tenant, error },
        "An event could not be finished",
      );
      // Only what a platform failed to do may succeed another time; a fault would come back for ever.
      if (!(error instanceof DeliveryError)) await inbox.finish(event);
    }
  }
}
