/** A stage for one test: the real world of the demo data, and a bot that only takes notes. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bag } from "../../../playground/bag.ts";
import type { Stage } from "../../../playground/control/stage.ts";
import { readDemo } from "../../../playground/demo.ts";
import { createGround } from "../../../playground/ground.ts";
import { openJournal } from "../../../playground/journal.ts";
import type { Ack } from "../../../playground/slack/deliver.ts";
import { createSlack } from "../../../playground/slack/index.ts";
import type { SlackStage } from "../../../playground/slack/stage.ts";
import type { World } from "../../../playground/slack/world.ts";
import { MANIFEST } from "../open-playground.ts";

export interface FakeStage extends Stage {
  readonly world: World;
  readonly slack: SlackStage;
  /** Where the bot's clock was sent. */
  readonly advanced: string[];
  /** What was delivered to the bot. */
  readonly delivered: Bag[];
  /** How the bot acknowledges next; empty when nothing is said. */
  readonly acks: Ack[];
}

export function fakeStage(): FakeStage {
  const journal = openJournal(join(mkdtempSync(join(tmpdir(), "playground-")), "j.jsonl"));
  const ground = createGround(journal, readDemo());
  const advanced: string[] = [];
  const delivered: Bag[] = [];
  const acks: Ack[] = [];
  const take = (given: Bag): Promise<Ack> => {
    delivered.push(given);
    return Promise.resolve(acks.shift() ?? { ok: true, reply: undefined });
  };
  const slack = createSlack({
    ground,
    journal,
    manifest: MANIFEST,
    baseUrl: "http://127.0.0.1:3000",
    bot: () => Promise.resolve(""),
    heard: () => undefined,
    realNow: () => 0,
    log: () => undefined,
    deliver: {
      command: take,
      interaction: take,
      event: (_workspace, event) => take(event).then(() => undefined),
      stop: () => undefined,
    },
  });
  return {
    ground,
    platforms: [slack],
    world: slack.stage.world,
    slack: slack.stage,
    advanced,
    delivered,
    acks,
    bot: {
      advance: (to) => {
        advanced.push(to);
        ground.setClock({ now: to });
        return Promise.resolve({ now: to, next: null });
      },
      settle: () => Promise.resolve(true),
    },
    log: () => undefined,
  };
}
