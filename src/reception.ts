/** The way in: stored before any effect, decided once, finished after a restart if need be. */

import {
  DeliveryError,
  type ChatEvent,
  type ChatPlatform,
  type Log,
  type Outcome,
  type Reception,
} from "./ports.ts";
import { createTurns } from "./turns.ts";

/** Events as rows; see `db/inbox.ts`. */
export interface Inbox {
  /** @returns false when the event was stored before. @throws when it could not be stored. */
  accept(event: ChatEvent): Promise<boolean>;
  finish(event: ChatEvent): Promise<void>;
  /** Claims events that a process took in and did not finish within that time. */
  abandoned(olderThanMs: number): Promise<readonly ChatEvent[]>;
}

type Decide = (event: ChatEvent) => Promise<Outcome>;

/** So that what arrives is taken in at once, however much there is to decide. */
const DECIDED_AT_ONCE = 4;

/** @param admit throws what an event is refused with before it is stored. */
export function createReception(
  inbox: Inbox,
  decide: Decide,
  admit: (event: ChatEvent) => void = () => undefined,
): Reception {
  const inTurn = createTurns(DECIDED_AT_ONCE);
  return {
    async accept(event) {
      admit(event);
      return await inbox.accept(event);
    },
    decide: async (event) => await inTurn(event, () => decide(event)),
    finish: (event) => inbox.finish(event),
  };
}

/** Finishes what a stopped process left behind. A person who waited gets the answer late, not never. */
export async function recover(
  olderThanMs: number,
  {
    inbox,
    decide,
    platformOf,
    log,
  }: {
    readonly inbox: Inbox;
    readonly decide: Decide;
    readonly platformOf: (address: string) => ChatPlatform | undefined;
    readonly log: Log;
  },
): Promise<void> {
  for (const event of await inbox.abandoned(olderThanMs)) {
    try {
      const outcome = await decide(event);
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
