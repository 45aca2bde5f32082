/** botbuilder's CloudAdapter: who may speak to the bot, and how it speaks to Teams. */

import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TeamsInfo,
  type TurnContext,
} from "botbuilder";
import { DeliveryError, type Log } from "../../src/ports.ts";
import { PLATFORM } from "./address.ts";
import { credentialsFor, type Registration } from "./credentials.ts";
import type { Hosts } from "./hosts.ts";
import { wire } from "./wire.ts";

const CHANNEL_ID = "msteams";
const ISSUER = "https://api.botframework.com";

/** A conversation and the server that answers for it. */
export interface Conversation {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly id: string;
}

export interface Answer {
  readonly status: number;
  /** JSON as it is sent: many are kept for a while, and a text is less to keep than what it says. */
  readonly body?: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  /** The id of the person in the directory of their organisation. */
  readonly objectId: string | undefined;
  readonly tenant: string | undefined;
  readonly role: string | undefined;
}

/** Who a conversation is begun with: a person, or everybody in a channel. */
export type Opening =
  | { readonly serviceUrl: string; readonly tenant: string; readonly person: string }
  | {
      readonly serviceUrl: string;
      readonly tenant: string;
      readonly channel: string;
      readonly message: Partial<Activity>;
    };

/** Each call is tried once. @throws DeliveryError. */
export interface Connector {
  /**
   * Checks the token of a request and its activity against each other.
   * @returns nothing when both are Microsoft's and for this bot; 401 whatever else is wrong with them.
   */
  verify(
    authorization: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Answer | undefined>;
  /** @returns the id of the activity. */
  post(place: Conversation, message: Partial<Activity>): Promise<string>;
  update(place: Conversation, id: string, message: Partial<Activity>): Promise<void>;
  remove(place: Conversation, id: string): Promise<void>;
  /** @returns the id of the conversation; of a thread, with that of the message that opened it. */
  open(opening: Opening): Promise<string>;
  /** A member by Teams' id or by that of the directory. */
  member(place: Conversation, id: string): Promise<Member>;
  /** The channels of a team; its first one has no name of its own. */
  channels(
    team: Conversation,
  ): Promise<readonly { readonly id: string; readonly name: string | undefined }[]>;
}

export function createConnector(registration: Registration, hosts: Hosts, log: Log): Connector {
  const { appId, tenantId, connectorUrl } = registration;
  const standIn = connectorUrl
    ? {
        ToChannelFromBotLoginUrl: connectorUrl,
        ToChannelFromBotOAuthScope: ISSUER,
        ToBotFromChannelTokenIssuer: ISSUER,
        OAuthUrl: connectorUrl,
        ToBotFromChannelOpenIdMetadataUrl: `${connectorUrl}v1/.well-known/openidconfiguration`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${connectorUrl}v1/.well-known/openidconfiguration`,
      }
    : {};
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, ...standIn },
    credentialsFor(registration, log),
    undefined,
    undefined,
    { httpClient: wire },
  );
  const adapter = new CloudAdapter(authentication);
  const bot = { id: `28:${appId}`, name: "Liaison" };

  function checked(serviceUrl: string): string {
    if (hosts.isAllowed(serviceUrl)) return serviceUrl;
    throw new DeliveryError("refused", {
      message: "That server is none of Microsoft's",
      reason: "not_allowed",
    });
  }

  async function within<T>(
    place: Conversation,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    let result: { readonly value: T } | undefined;
    await adapter.continueConversationAsync(appId, referenceTo(place), async (context) => {
      result = { value: await work(context) };
    });
    if (result) return result.value;
    throw new DeliveryError("uncertain", { message: "The connector gave no answer" });
  }

  const referenceTo = ({
    serviceUrl,
    tenant,
    id,
  }: Conversation): Partial<ConversationReference> => ({
    channelId: CHANNEL_ID,
    serviceUrl: checked(serviceUrl),
    bot,
    // What is not known is left out: an empty conversationType is refused by Microsoft's own test tool.
    conversation: { id, tenantId: tenant } as ConversationReference["conversation"],
  });

  /** Every failure of a token is the sender's, the unmapped ones of the library too. */
  function refused(error: unknown): Answer {
    // A token that is no JSON is quoted by the library.
    const isQuoted = error instanceof SyntaxError;
    const why = error instanceof Error && !isQuoted ? error.message : "It is not of Teams";
    log.warn({ platform: PLATFORM, why }, "A request that is not Microsoft's was refused");
    return { status: 401 };
  }

  return {
    async verify(authorization, body) {
      const activity = body as unknown as Activity;
      if (activity.channelId !== CHANNEL_ID) return { status: 401 };
      let verified: Verified;
      try {
        verified = await authentication.authenticateRequest(activity, authorization);
      } catch (error) {
        if (!isOutOfReach(error)) return refused(error);
        log.error({ platform: PLATFORM, error }, "Microsoft's signing keys could not be read");
        return { status: 503 };
      }
      return isMicrosoft(verified, activity, hosts) ? undefined : refused(undefined);
    },

    post: async (place, message) =>
      await within(place, async (context) => {
        const sent = await context.sendActivity(message);
        if (sent?.id) return sent.id;
        throw new DeliveryError("uncertain", { message: "Teams did not name the message" });
      }),

    async update(place, id, message) {
      await within(place, async (context) => await context.updateActivity({ ...message, id }));
    },

    async remove(place, id) {
      await within(place, async (context) => {
        await context.deleteActivity(id);
      });
    },

    async open(opening) {
      const { serviceUrl, tenant } = opening;
      let conversation: string | undefined;
      const whom =
        "person" in opening
          ? {
              isGroup: false,
              members: [{ id: opening.person, name: "" }],
              channelData: { tenant: { id: tenant } },
            }
          : {
              isGroup: true,
              activity: { type: "message", ...opening.message } as Activity,
              channelData: { tenant: { id: tenant }, channel: { id: opening.channel } },
            };
      await adapter.createConversationAsync(
        appId,
        CHANNEL_ID,
        checked(serviceUrl),
        ISSUER,
        { bot, tenantId: tenant, ...whom },
        (context) => {
          conversation = context.activity.conversation.id;
          return Promise.resolve();
        },
      );
      if (conversation) return conversation;
      throw new DeliveryError("uncertain", { message: "Teams did not name the conversation" });
    },

    channels: async (team) =>
      await within(team, async (context) => {
        const channels = await TeamsInfo.getTeamChannels(context, team.id);
        return channels.flatMap(({ id, name }) => (id ? [{ id, name }] : []));
      }),

    member: async (place, id) =>
      await within(place, async (context) => {
        const member = await TeamsInfo.getMember(context, id);
        return {
          id: member.id,
          name: member.name,
          objectId: member.aadObjectId,
          tenant: member.tenantId,
          role: member.userRole,
        };
      }),
  };
}

type Verified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>>;

/**
 * botbuilder also takes the tokens of its emulator and of other bots, and compares no server where an
 * activity names none.
 */
function isMicrosoft(
  { claimsIdentity }: Verified,
  { serviceUrl }: Activity,
  hosts: Hosts,
): boolean {
  return (
    claimsIdentity.getClaimValue("iss") === ISSUER &&
    claimsIdentity.getClaimValue("serviceurl") === serviceUrl &&
    hosts.isAllowed(serviceUrl)
  );
}

/** Nobody's fault but the network's: the keys to check a token with could not be fetched. */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "FetchError" || /^Failed to load (?:Keys|openID)/u.test(error.message));
