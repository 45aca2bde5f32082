/** What takes in: platforms, pages and inbox. Whatever has to be thought about goes to the core. */

import type { Pages } from "../page.ts";
import type { ChatEvent, ChatPlatform, Log } from "../ports.ts";
import { createPersonRate } from "../person-rate.ts";
import { createReception, recover, type Inbox } from "../reception.ts";
import type { Core } from "./core.ts";

/** How long another process may hold an event before it counts as left behind. */
const ABANDONED_MS = 60_000;
const SWEEP_MS = 30_000;

export interface Liaison extends Pick<Core, "advance" | "next" | "codesAwaited"> {
  /** Connects the platforms and starts the work; takes up what a stopped process left behind. */
  start(): Promise<void>;
  /** Resolves when nothing is being handled and nothing waits to be sent. */
  idle(): Promise<void>;
  /** Takes in nothing more, lets running work end, and stops the core. */
  stop(): Promise<void>;
}

export interface FrontParts {
  readonly core: Core;
  readonly platforms: readonly ChatPlatform[];
  readonly inbox: Inbox & {
    start(): void;
    stop(): void;
    idle(): Promise<void>;
  };
  /** Told when the core was started again: what it left unfinished is taken up. */
  readonly onRestart?: (listener: () => void) => void;
  /** The web pages, where they are served, and what signs their links. */
  readonly pages?: { readonly server: Pages; readonly secret: Buffer };
  /** How much one person may ask for at once; no limit where it is left out or 0. */
  readonly personBurst?: number;
  readonly log: Log;
  /** No other process can be at work on this database: what a dead one held is free at once. */
  readonly alone: boolean;
}

export function assembleFront(parts: FrontParts): Liaison {
  const { core, platforms, inbox, pages, log, alone } = parts;
  const decide = (event: ChatEvent) => core.decide(event);
  let sweeping: NodeJS.Timeout | undefined;
  let isStopping = false;
  /** One after another, so that nothing is taken up twice. */
  let sweeps: Promise<void> = Promise.resolve();

  function sweep(olderThanMs: number): void {
    sweeps = sweeps
      .then(async () => {
        await recover(olderThanMs, {
          inbox,
          decide,
          platformOf: (address) => platforms.find(({ name }) => address.startsWith(`${name}:`)),
          log,
          isStopping: () => isStopping,
        });
      })
      .catch((error: unknown) => {
        log.error({ error }, "The sweep for unfinished events failed");
      });
  }

  return {
    async start() {
      await pages?.server.start({ secret: pages.secret, visit: (visit) => core.visit(visit) });
      const reception = createReception(inbox, decide, createPersonRate(parts.personBurst ?? 0));
      for (const platform of platforms) await platform.start(reception);
      inbox.start();
      await core.start();
      parts.onRestart?.(() => {
        sweep(ABANDONED_MS);
      });
      sweep(alone ? 0 : ABANDONED_MS);
      sweeping = setInterval(() => {
        sweep(ABANDONED_MS);
      }, SWEEP_MS);
    },
    advance: (to, step) => core.advance(to, step),
    next: () => core.next(),
    codesAwaited: () => core.codesAwaited(),
    async idle() {
      // A core that was started again while one waits has brought another sweep with it.
      for (let known; known !== sweeps;) {
        known = sweeps;
        await core.idle();
        await known;
        await inbox.idle();
        await core.idle();
      }
    },
    async stop() {
      isStopping = true;
      clearInterval(sweeping);
      for (const platform of platforms) await platform.stop();
      await pages?.server.stop();
      await sweeps;
      inbox.stop();
      await core.stop();
    },
  };
}
