/** One bot on a database of its own, with what a test moves: the clock, the platforms, and back. */

import { MongoClient } from "mongodb";
import { loadDemo } from "../../demo/index.ts";
import { assemble, type OpenLiaison } from "../../src/assembly/together.ts";
import type { Feature } from "../../src/feature.ts";
import type { Log } from "../../src/ports.ts";
import type { VirtualClock } from "../../src/time/clock.ts";
import { testDatabase } from "../setup/database.ts";
import { demoData, demoPlatforms } from "./demo.ts";
import { createTestPlatform, type TestPlatform } from "./platform.ts";
import { isAtRest, keepRows, rowsNaming } from "./rows.ts";

interface Line {
  readonly level: string;
  readonly message: string;
}

export interface Process {
  readonly liaison: OpenLiaison;
  readonly clock: VirtualClock;
  readonly platforms: readonly TestPlatform[];
  readonly log: readonly Line[];
  /** Until nothing is left to do at the clock's time. */
  settle(): Promise<void>;
  advanceTo(instant: Date): Promise<void>;
  /** Kills the bot and starts it again on the same data. */
  restart(): Promise<void>;
  /** Keeps everything as it is now. @returns what makes it so again; the bot never hears of it. */
  keep(): Promise<() => Promise<void>>;
  /** Every stored row in which a word stands. */
  rowsNaming(word: string): Promise<readonly string[]>;
  /** Whether all it has in mind are its rows, so that it may be given those of another time. */
  isAtRest(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Messages to the demo's other platforms arrive there as well, where no test looks. */
export async function startProcess(options: {
  readonly features: readonly Feature[];
  readonly now: Date;
  readonly data: "demo" | "empty";
  readonly platforms: readonly TestPlatform[];
}): Promise<Process> {
  const { platforms } = options;
  const unseen = demoPlatforms
    .filter((name) => platforms.every((platform) => platform.name !== name))
    .map((name) => createTestPlatform(name));
  const database = testDatabase();
  const client = new MongoClient(database.uri);
  const lines: Line[] = [];
  let now = options.now;
  const clock: VirtualClock = {
    now: () => now,
    moveTo(instant) {
      if (instant > now) now = instant;
    },
  };
  const start = async (): Promise<OpenLiaison> => {
    const opened = await assemble({
      features: options.features,
      platforms: connected,
      uri: database.uri,
      databaseName: database.name,
      clock,
      log: logInto(lines),
      alone: true,
      timersRing: "on command",
    });
    await loadDemo(opened.stores, demoData, { mode: options.data });
    await opened.start();
    return opened;
  };
  const step = (at: Date): Promise<void> => {
    clock.moveTo(at);
    return Promise.resolve();
  };
  const connected = [...platforms, ...unseen].map((platform) => settling(platform, () => liaison));
  let liaison = await start();

  async function settle(): Promise<void> {
    await liaison.idle();
    await liaison.advance(clock.now(), step);
  }

  return {
    get liaison() {
      return liaison;
    },
    clock,
    platforms,
    log: lines,
    settle,
    async advanceTo(instant) {
      await liaison.advance(instant, step);
      await settle();
    },
    async restart() {
      await liaison.stop();
      liaison = await start();
      await settle();
    },
    async keep() {
      const [was, said] = [now, lines.length];
      const putBack = [
        await keepRows(client.db()),
        ...platforms.map((platform) => platform.keep()),
      ];
      return async () => {
        now = was;
        lines.length = said;
        for (const put of putBack) await put();
        liaison.stores.forget();
      };
    },
    rowsNaming: (word) => rowsNaming(client.db(), word),
    isAtRest: async () =>
      lines.every(({ level }) => level !== "error") && (await isAtRest(client.db())),
    async stop() {
      await client.close();
      await liaison.stop();
      await database.dispose();
    },
  };
}

/** An event is finished when all that it caused has happened; no test waits until more are marked with it. */
function settling(platform: TestPlatform, liaison: () => OpenLiaison): TestPlatform {
  const start: TestPlatform["start"] = (core) =>
    platform.start({
      ...core,
      async finish(event) {
        await Promise.all([core.finish(event), liaison().idle()]);
      },
    });
  return Object.create(platform, { start: { value: start } }) as TestPlatform;
}

function logInto(lines: Line[]): Log {
  const line = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const { error } = fields;
    lines.push({
      level,
      message: error instanceof Error ? `${message}: ${error.stack ?? ""}` : message,
    });
  };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
