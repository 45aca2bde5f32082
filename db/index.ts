/** Everything that is a row, behind one door. */

import type { Connection } from "mongoose";
import type { Log } from "../src/ports.ts";
import { connect, driverOf, settleOnDisk } from "./connection.ts";
import { createInbox, indexInbox, type Inbox } from "./inbox.ts";
import { createOutbox, type OutboxParts, type SendingOutbox } from "./outbox.ts";
import { indexOutboxRows } from "./outbox-rows.ts";
import { indexLanes } from "./pacing.ts";
import { secretOf } from "./secrets.ts";
import { createStores, type StoredStores } from "./stores.ts";
import { createTimers, indexTimers, type AlarmClock, type TimersParts } from "./timers.ts";
import type { Clock } from "../src/time/clock.ts";

export interface Database {
  readonly stores: StoredStores;
  readonly inbox: Inbox;
  /** A secret that is made once and kept, by what it is for. */
  secret(name: string): Promise<Buffer>;
  /** Needs what the rest of the program makes of messages and timers, so it is asked for later. */
  outbox(parts: Pick<OutboxParts, "platforms" | "onRefused">): SendingOutbox;
  timers(parts: Pick<TimersParts, "ring">): AlarmClock;
  /** Resolves when everything written so far is on disk. */
  settle(): Promise<void>;
  /** @throws when the database does not answer. */
  ping(): Promise<void>;
  /** Closes the connection that was opened here. Stop outbox, timers and inbox first. */
  close(): Promise<void>;
}

export interface DatabaseParts {
  readonly uri: string;
  /** Overrides the database that `uri` names. */
  readonly name?: string;
  /** The product's time: virtual in the playground. */
  readonly clock: Clock;
  /** Real time, for leases and pacing. */
  readonly wire: Clock;
  readonly log: Log;
  /** No other process can be at work on this database. */
  readonly alone: boolean;
}

/**
 * Connects and makes sure of the indexes.
 * @throws with a sentence for the operator when the server cannot be reached.
 */
export async function openDatabase(parts: DatabaseParts): Promise<Database> {
  const { uri, name, ...rest } = parts;
  const connection = await connect(uri, name);
  try {
    return await compose(connection, rest);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function compose(
  connection: Connection,
  { clock, wire, log, alone }: Omit<DatabaseParts, "uri" | "name">,
): Promise<Database> {
  const stores = createStores(connection, { alone });
  const inbox = createInbox({ connection, wire });
  await Promise.all([
    stores.createIndexes(),
    indexInbox(connection),
    indexOutboxRows(connection),
    indexLanes(connection),
    indexTimers(connection),
  ]);
  return {
    stores,
    inbox,
    secret: async (name) => await secretOf(connection, name),
    outbox: (rest) => createOutbox({ ...rest, connection, wire, log }),
    timers: (rest) => createTimers({ ...rest, connection, clock, log }),
    settle: async () => {
      await settleOnDisk(connection);
    },
    async ping() {
      await driverOf(connection).command({ ping: 1 });
    },
    async close() {
      await connection.close();
    },
  };
}
