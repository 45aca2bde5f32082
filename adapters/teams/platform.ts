/** Teams as a chat platform of the core: the one place where the adapter's parts are put together. */

import type { Address } from "../../src/team/person.ts";
import type { ChatPlatform, Log, PlatformNotes, Reception } from "../../src/ports.ts";
import type { Web } from "../http.ts";
import { createTasks } from "../tasks.ts";
import { PLATFORM, tenantAddress } from "./address.ts";
import { createConnector } from "./connector.ts";
import { createConversations } from "./converse.ts";
import type { Registration } from "./credentials.ts";
import { createDeliveries } from "./deliver.ts";
import { createDirectory } from "./directory.ts";
import { randomBytes } from "node:crypto";
import { createArtist } from "./draw.ts";
import { createSeals } from "./seal.ts";
import { endpoint, MESSAGES_PATH } from "./endpoint.ts";
import { hostsFor } from "./hosts.ts";
import { createMemory } from "./memory.ts";
import { PACE } from "./pace.ts";
import { createPerformer } from "./perform.ts";
import { createPlaces } from "./places.ts";
import { createReceiver } from "./receive.ts";
import { createUploader } from "./upload.ts";

export interface TeamsOptions extends Registration {
  /** Where Teams' activities arrive. */
  readonly web: Web;
  readonly notes: PlatformNotes;
  readonly log: Log;
  /** Marks what forms carry as the bot's own; without it, what was open at a restart is no longer that. */
  readonly secret?: Buffer;
  /** How long Teams may take for a message before it counts as uncertain; 10 seconds when absent. */
  readonly answerWithinMs?: number;
  /** How long the core may take while Teams waits; 3.7 of its 5 seconds when absent. */
  readonly decideWithinMs?: number;
}

export interface TeamsPlatform extends ChatPlatform {
  /** The tenant of the bot's registration. */
  tenant(): Promise<Address>;
  /** Where it listens; undefined before it was started. */
  port(): number | undefined;
  /** Resolves when everything that was taken in has been answered. */
  idle(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * `start` throws a sentence with the remedy when the port is in use.
 * @throws an Error when there is no app id: botbuilder would then let anybody speak for Teams.
 */
export function createTeamsPlatform(options: TeamsOptions): TeamsPlatform {
  const { log, tenantId, appType } = options;
  if (!options.appId) throw new Error("TEAMS_APP_ID is empty: anybody could speak for Teams.");
  const route = options.web.reserve(MESSAGES_PATH);
  const tasks = createTasks();
  const hosts = hostsFor(options.connectorUrl);
  /** Only a bot of many tenants listens to others than its own. */
  const isOurs = (tenant: string): boolean => appType === "MultiTenant" || tenant === tenantId;
  const connector = createConnector(options, hosts, log);
  const seals = createSeals(options.secret ?? randomBytes(32));
  const memory = createMemory(options.notes);
  const places = createPlaces(connector, memory, hosts);
  const directory = createDirectory(connector, memory, places);
  const draw = createArtist(directory, seals);
  const { send, find } = createDeliveries({
    connector,
    places,
    directory,
    draw,
    isOurs,
    log,
    answerWithinMs: options.answerWithinMs ?? ANSWER_WITHIN_MS,
  });
  let reception: Reception | undefined;
  let port: number | undefined;
  const conversations = createConversations({
    connector,
    places,
    memory,
    draw,
    upload: createUploader(hosts, log),
    core: () => reception,
    log,
  });
  const performer = createPerformer(conversations, draw);

  return {
    name: PLATFORM,
    pace: PACE,
    send,
    find,
    profile: (address) => directory.profile(address),
    perform: (event, outcome) => performer.perform(event, outcome),
    idle: () => tasks.idle(),
    port: () => port,
    tenant: () => Promise.resolve(tenantAddress(tenantId)),

    async start(core) {
      reception = core;
      const receive = createReceiver({
        core,
        directory,
        memory,
        performer,
        tasks,
        isOurs,
        seals,
        log,
        decideWithinMs: options.decideWithinMs,
      });
      port = await route.open(endpoint(connector, receive, log));
    },

    async stop() {
      await route.close();
      port = undefined;
      await tasks.idle();
    },
  };
}
