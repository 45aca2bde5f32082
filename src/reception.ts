/** The way in: stored before any effect, decided once, finished after a restart if need be. */

import { randomUUID } from "node:crypto";
import { nameOf } from "./event-name.ts";
import {
  DeliveryError,
  type ChatEvent,
  type ChatPlatform,
  type Log,
  type Outcome,
  type Reception,
} from "./ports.ts";
import { textsFor } from "./texts/index.ts";
import { createTurns } from "./turns.ts";

/** Events as rows; see `db/inbox.ts`. Where tries are not counted, what counts them is left out. */
export interface Inbox {
  /** @returns false when the event was stored before. @throws when it could not be stored. */
  accept(event: ChatEvent): Promise<boolean>;
  finish(event: ChatEvent): Promise<void>;
  /** Claims events that a process took in and did not finish within that time, oldest first. */
  abandoned(olderThanMs: number, most?: number): Promise<readonly ChatEvent[]>;
  /** How often a claimed event had been taken up without coming to an end. */
  timesTaken?(event: ChatEvent): number;
  /** Counts that a claimed event is taken up now. */
  takeUp?(event: ChatEvent): Promise<void>;
  /** Being taken up came to an end that leaves the event for another time. */
  putBack?(event: ChatEvent): Promise<void>;
  /** Lets an event go, to be claimed by the next sweep. */
  release?(event: ChatEvent): Promise<void>;
}

type Decide = (event: ChatEvent) => Promise<Outcome>;

/** What was to decide ended on the way: the event is still unfinished. */
export class CoreLostError extends DeliveryError {
  constructor() {
    super("later", { message: "The thread that thinks was started again" });
  }
}

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
    decide: async (event) =>
      await inTurn(event, async () => {
        try {
          return await decide(event);
        } catch (error) {
          if (error instanceof CoreLostError) await inbox.release?.(event);
          throw error;
        }
      }),
    finish: (event) => inbox.finish(event),
  };
}

/** As many at a time, so that whoever acts now does not wait for all of them. */
const RECOVERED_AT_ONCE = 2;
const CLAIMED_AT_ONCE = 100;
/** An event that ended its process, or kept it busy, that often is not tried again. */
const MOST_TAKEN = 3;

interface Recovering {
  readonly inbox: Inbox;
  readonly decide: Decide;
  readonly platformOf: (address: string) => ChatPlatform | undefined;
  readonly log: Log;
  /** Nothing more is begun from then on. */
  readonly isStopping?: () => boolean;
}

/**
 * Finishes what a stopped process left behind: a few at a time, people in turn, what one of them did in its
 * order. Who waited gets the answer late, not never. What was taken up before without coming to an end goes
 * last and alone; what was three times is set aside, and whoever wrote it is told.
 */
export async function recover(olderThanMs: number, parts: Recovering): Promise<void> {
  const { inbox, isStopping = () => false } = parts;
  const times = (event: ChatEvent): number => inbox.timesTaken?.(event) ?? 0;
  const suspects: ChatEvent[] = [];
  const finishing: Promise<void>[] = [];
  const tryOnce = (event: ChatEvent) => takeUp(event, parts, (each) => finishing.push(each));
  for (let isMore = true; isMore && !isStopping();) {
    const claimed = await inbox.abandoned(olderThanMs, CLAIMED_AT_ONCE);
    isMore = claimed.length === CLAIMED_AT_ONCE;
    suspects.push(...claimed.filter((event) => times(event) > 0));
    const inTurn = createTurns(RECOVERED_AT_ONCE);
    await Promise.all(
      byPerson(claimed.filter((event) => times(event) === 0)).map(async (theirs) => {
        for (const event of theirs)
          await inTurn(event, async () => {
            if (!isStopping()) await tryOnce(event);
          });
      }),
    );
    await Promise.all(finishing.splice(0));
  }
  for (const event of suspects)
    if (!isStopping()) await (times(event) < MOST_TAKEN ? tryOnce(event) : setAside(event, parts));
  await Promise.all(finishing);
}

function byPerson(events: readonly ChatEvent[]): readonly (readonly ChatEvent[])[] {
  const people = new Map<string, ChatEvent[]>();
  for (const event of events) people.set(event.from, [...(people.get(event.from) ?? []), event]);
  return [...people.values()];
}

/** @param finishing is handed what is marked as finished together with others, so that nobody waits for it. */
async function takeUp(
  event: ChatEvent,
  { inbox, decide, platformOf, log }: Recovering,
  finishing: (marked: Promise<void>) => void,
): Promise<void> {
  const tell = (error: unknown): void => {
    log.error({ type: event.type, tenant: event.tenant, error }, "An event could not be finished");
  };
  try {
    await inbox.takeUp?.(event);
    const outcome = await decide(event);
    await platformOf(event.tenant)?.perform(event, outcome);
    finishing(inbox.finish(event).catch(tell));
  } catch (error) {
    tell(error);
    if (error instanceof CoreLostError) await inbox.release?.(event);
    // Only what a platform failed to do may succeed another time; a fault would come back for ever.
    else if (error instanceof DeliveryError) await inbox.putBack?.(event);
    else finishing(inbox.finish(event).catch(tell));
  }
}

/** Who did one of these waits for an answer. */
const ANSWERED: readonly ChatEvent["type"][] = ["command", "action", "form", "shortcut"];

async function setAside(event: ChatEvent, { inbox, platformOf, log }: Recovering): Promise<void> {
  const { type, tenant, id, from } = event;
  const reference = randomUUID().slice(0, 8);
  log.error(
    { reference, id, type, name: nameOf(event), tenant, times: MOST_TAKEN },
    "An event was set aside: it never came to an end",
  );
  await inbox.finish(event);
  const platform = platformOf(tenant);
  if (!platform || !ANSWERED.includes(type)) return;
  try {
    const profile = await platform.profile(from).catch(() => undefined);
    const { common, locale } = textsFor(profile?.locale ?? "en", profile?.timezone ?? "UTC");
    const card = { title: common.setAside(reference), body: [], locale };
    await platform.perform(event, { type: "reply", card });
  } catch (error) {
    log.error({ reference, type, tenant, error }, "Nobody could be told of it");
  }
}
