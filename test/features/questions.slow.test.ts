import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startEmbedded, type Embedded } from "../../db/embedded/index.ts";
import { loadDemo } from "../../demo/index.ts";
import { addGoalsAndItems } from "../../scripts/bench/large-partnership.ts";
import { assemble, type OpenLiaison } from "../../src/assembly/together.ts";
import { features } from "../../src/features/index.ts";
import type { ChatEvent } from "../../src/ports.ts";
import type { LocalDate } from "../../src/time/calendar.ts";
import { virtualClock } from "../../src/time/clock.ts";
import { demoData, demoPlatforms } from "../rig/demo.ts";
import { DEMO_NOW, addressOf } from "../rig/index.ts";
import { createTestPlatform } from "../rig/platform.ts";
import { openQuestions, type Questions } from "../rig/questions.ts";

const MINUTES = 60_000;
/** What any card may ask of the database. */
const MOST = 8;

/** Those that still ask more, and how much at most; the number only ever goes down. */
const STILL: Readonly<Record<string, number>> = {
  "": 17,
  home: 17,
  plan: 12,
  "plan shared": 10,
  balance: 15,
  meet: 12,
  why: 15,
  resume: 17,
  back: 20,
  closed: 20,
};

let folder: string;
let database: Embedded;
let questions: Questions;
let liaison: OpenLiaison;
let events = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liaison-questions-"));
  database = await startEmbedded({ dir: folder, loopback: true });
  questions = await openQuestions(database.uri);
  liaison = await assemble({
    features,
    platforms: demoPlatforms.map((name) => createTestPlatform(name)),
    uri: questions.uri,
    databaseName: "questions",
    clock: virtualClock(DEMO_NOW),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields) => {
        throw new Error(JSON.stringify(fields));
      },
    },
    alone: true,
    timersRing: "on command",
  });
  await loadDemo(liaison.stores, demoData, { mode: "demo" });
  await addGoalsAndItems(liaison.stores.of("d-tv"), {
    partnershipId: "p-ab",
    librarian: "u-ab-lib",
    technician: "u-ab-it",
    today: "2027-03-02" as LocalDate,
    now: DEMO_NOW,
  });
}, 5 * MINUTES);

afterAll(async () => {
  await liaison.stop();
  await questions.close();
  await database.stop();
  await rm(folder, { recursive: true });
});

const from = addressOf("u-ab-lib");
const arrival = {
  tenant: from.slice(0, from.indexOf("/")) as typeof from,
  from,
  channel: null,
  via: "{}",
};

/** What is asked when it is decided a second time: what lasts is known by then. */
async function asked(event: Pick<ChatEvent, "type"> & { readonly text?: string }) {
  const decide = async () =>
    await liaison.bot.decide({ ...arrival, ...event, id: `q-${String(++events)}` } as ChatEvent);
  await decide();
  questions.take();
  await decide();
  return questions.take();
}

const commands = features.flatMap(({ commands = {} }) => Object.keys(commands));

describe("in a partnership with 1,000 goals and 5,000 items", () => {
  test.each([
    ...commands.map((text) => ({ type: "command" as const, text })),
    { type: "home" as const, text: "" },
  ])(
    "$type $text asks the database at most eight questions, or what it still may",
    async (event) => {
      expect((await asked(event)).length).toBeLessThanOrEqual(STILL[event.text] ?? MOST);
    },
    MINUTES,
  );
});
