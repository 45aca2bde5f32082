/** A stage for one test: the real world of the demo data, and a bot that only takes notes. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bag } from "../../../playground/bag.ts";
import type { Stage } from "../../../playground/control/stage.ts";
import { readDemo } from "../../../playground/demo.ts";
import { openJournal } from "../../../playground/journal.ts";
import { readManifest } from "../../../playground/manifest.ts";
import type { Ack } from "../../../playground/slack/deliver.ts";
import { createFaults } from "../../../playground/slack/faults.ts";
import {
  createResponseUrls,
  createTriggers,
  type ResponseUrl,
} from "../../../playground/slack/triggers.ts";
import { createWorld } from "../../../playground/slack/world.ts";
import { MANIFEST } from "../open-playground.ts";

export interface FakeStage extends Stage {
  /** Where the bot's clock was sent. */
  readonly advanced: string[];
  /** What was delivered to the bot. */
  readonly delivered: Bag[];
  /** How the bot acknowledges next; empty when nothing is said. */
  readonly acks: Ack[];
}

export function fakeStage(): FakeStage {
  const journal = openJournal(join(mkdtempSync(join(tmpdir(), "playground-")), "j.jsonl"));
  const world = createWorld(journal, readDemo());
  const advanced: string[] = [];
  const delivered: Bag[] = [];
  const acks: Ack[] = [];
  const now = (): number => 0;
  const take = (given: Bag): Promise<Ack> => {
    delivered.push(given);
    return Promise.resolve(acks.shift() ?? { ok: true, reply: undefined });
  };
  return {
    world,
    advanced,
    delivered,
    acks,
    bot: {
      start: () => Promise.resolve(),
      url: () => Promise.resolve(""),
      advance: (to) => {
        advanced.push(to);
        world.setClock({ now: to });
        return Promise.resolve({ now: to, next: null });
      },
      settle: () => Promise.resolve(true),
      heard: () => undefined,
      kill: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    deliver: {
      command: take,
      interaction: take,
      event: (_workspace, event) => take(event).then(() => undefined),
      stop: () => undefined,
    },
    triggers: createTriggers(now),
    urls: createResponseUrls(journal.collection<ResponseUrl>("response-url"), now),
    faults: createFaults(),
    declared: readManifest(MANIFEST),
    baseUrl: "http://127.0.0.1:3000",
    log: () => undefined,
  };
}
