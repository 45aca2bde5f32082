/** The Teams adapter on its stand-in, with a core that a test tells what to decide. */

import { createWeb } from "../../../adapters/http.ts";
import { createTeamsPlatform, type TeamsPlatform } from "../../../adapters/teams/platform.ts";
import type { TeamsOptions } from "../../../adapters/teams/platform.ts";
import type { ChatEvent, PlatformNotes } from "../../../src/ports.ts";
import { type Core, createCore, createMemoryLog, type Logged } from "../slack/open-slack.ts";
import { type Client, createClient } from "./client.ts";
import { APP, openStandIn, SECRET, type Someone, type StandIn, TENANT } from "./stand-in.ts";

export interface Teams {
  readonly standIn: StandIn;
  readonly platform: TeamsPlatform;
  readonly core: Core;
  readonly log: { readonly lines: readonly Logged[] };
  readonly notes: PlatformNotes & { readonly rows: Map<string, string> };
  /** Where the adapter listens. */
  readonly endpoint: string;
  as(person: Someone): Client;
  /** The event that was taken in as the n-th, from 0. */
  event(n: number): ChatEvent;
  /** Ends the adapter and starts another one with the same notes. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function createMemoryNotes(): Teams["notes"] {
  const rows = new Map<string, string>();
  return {
    rows,
    get: (address) => Promise.resolve(rows.get(address)),
    set: (address, note) => {
      rows.set(address, note);
      return Promise.resolve();
    },
  };
}

export async function openTeams(options: Partial<TeamsOptions> = {}): Promise<Teams> {
  const standIn = await openStandIn();
  const core = createCore();
  const log = createMemoryLog();
  const notes = createMemoryNotes();
  const begin = async (): Promise<TeamsPlatform> => {
    const platform = createTeamsPlatform({
      appId: APP,
      appPassword: SECRET,
      tenantId: TENANT,
      appType: "SingleTenant",
      connectorUrl: standIn.url,
      web: createWeb({ port: 0, host: "127.0.0.1" }),
      notes,
      log,
      // How long Teams waits is for those tests to say that are about it.
      decideWithinMs: 60_000,
      ...options,
    });
    await platform.start(core);
    return platform;
  };
  let current = await begin();
  const endpoint = (): string => `http://127.0.0.1:${String(current.port())}/api/messages`;
  return {
    standIn,
    core,
    log,
    notes,
    get platform() {
      return current;
    },
    get endpoint() {
      return endpoint();
    },
    as: (person) => createClient({ standIn, endpoint, person, settled: () => current.idle() }),
    event(n) {
      const event = core.accepted[n];
      if (!event) throw new Error(`Only ${String(core.accepted.length)} events were taken in`);
      return event;
    },
    async restart() {
      await current.stop();
      current = await begin();
    },
    async stop() {
      await current.stop();
      await standIn.stop();
    },
  };
}
