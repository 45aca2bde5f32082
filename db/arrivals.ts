/** What taking in needs of the database, for a thread that does nothing else. */

import type { PlatformNotes } from "../src/ports.ts";
import { connect } from "./connection.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createNotes } from "./notes.ts";
import { secretOf } from "./secrets.ts";
import type { Clock } from "../src/time/clock.ts";

export interface Arrivals {
  readonly inbox: Inbox;
  readonly notes: PlatformNotes;
  /** A secret that is made once and kept, by what it is for. */
  secret(name: string): Promise<Buffer>;
  /** Closes the connection that was opened here. Stop the inbox first. */
  close(): Promise<void>;
}

export interface ArrivalsParts {
  readonly uri: string;
  /** Overrides the database that `uri` names. */
  readonly name: string;
  /** Real time, for leases. */
  readonly wire: Clock;
}

/** @throws with a sentence for the operator when the server cannot be reached. */
export async function openArrivals({ uri, name, wire }: ArrivalsParts): Promise<Arrivals> {
  const connection = await connect(uri, name);
  return {
    inbox: createInbox({ connection, wire }),
    notes: createNotes(connection),
    secret: async (of) => await secretOf(connection, of),
    async close() {
      await connection.close();
    },
  };
}
