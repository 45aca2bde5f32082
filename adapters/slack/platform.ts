/** Slack as a chat platform of the core: the one place where the adapter's parts are put together. */

import type { Address } from "../../src/team/person.ts";
import type { ChatPlatform, Log, Reception } from "../../src/ports.ts";
import type { Web } from "../http.ts";
import { PLATFORM, tenantAddress } from "./address.ts";
import { boltLogger, connect } from "./client.ts";
import { createConversation } from "./converse.ts";
import { createDeliveries } from "./deliver.ts";
import { createDoNotDisturb } from "./do-not-disturb.ts";
import { createHomes } from "./home.ts";
import { PACE } from "./pace.ts";
import { createPerformer } from "./perform.ts";
import { createProfiles } from "./profile.ts";
import { createHandler } from "./receive.ts";
import { createTasks } from "../tasks.ts";
import { EVENTS_PATH, listen, type Transport } from "./transport.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** Needed without `appToken`. */
  readonly signingSecret: string | undefined;
  /** Given: Socket Mode, for workspaces that cannot reach this machine. */
  readonly appToken?: string | undefined;
  /** The Web API with its final slash; Slack's own when absent. */
  readonly apiUrl?: string | undefined;
  /** Where Slack's requests arrive; in Socket Mode only the health checks are answered there. */
  readonly web: Web;
  readonly log: Log;
}

export interface SlackPlatform extends ChatPlatform {
  /** The workspace the token belongs to. @throws DeliveryError when Slack refuses the token. */
  tenant(): Promise<Address>;
  /** Where it listens; undefined before it was started. */
  port(): number | undefined;
  /** Resolves when everything that was taken in has been answered. */
  idle(): Promise<void>;
}

/** `start` throws a sentence with the remedy when the token is refused or the port is in use. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { log } = options;
  const connection = connect(options.botToken, options.apiUrl, log);
  const { web } = connection;
  const route = options.web.reserve(options.appToken ? null : EVENTS_PATH);
  const tasks = createTasks();
  const profiles = createProfiles(connection);
  const disturbed = createDoNotDisturb(web, log);
  const deliveries = createDeliveries(connection, log);
  let reception: Reception | undefined;
  let transport: Transport | undefined;
  const homes = createHomes(web, () => reception, log);
  const conversation = createConversation(connection, deliveries, log);
  const performer = createPerformer(web, conversation, homes, profiles, deliveries);

  return {
    name: PLATFORM,
    pace: PACE,
    send: (delivery) => deliveries.send(delivery),
    find: (delivery) => deliveries.find(delivery),
    profile: (address) => profiles.profile(address),
    doNotDisturb: (addresses, now) => disturbed.until(addresses, now),
    perform: (event, outcome) => performer.perform(event, outcome),
    idle: () => tasks.idle(),
    port: () => transport?.port,
    tenant: async () => tenantAddress((await connection.identity()).team),

    async start(core) {
      reception = core;
      const installed = await connection.identity();
      transport = await listen({
        signingSecret: options.signingSecret,
        appToken: options.appToken,
        apiUrl: options.apiUrl,
        route,
        authorization: {
          teamId: installed.team,
          botToken: options.botToken,
          botId: installed.botId,
          botUserId: installed.bot,
        },
        handle: createHandler({
          core,
          installed,
          web,
          performer,
          homes,
          profile: (address) => profiles.profile(address),
          tasks,
          log,
        }),
        logger: boltLogger(log),
      });
    },

    async stop() {
      await transport?.stop();
      transport = undefined;
      await tasks.idle();
    },
  };
}
