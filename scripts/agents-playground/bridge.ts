/**
 * Between Microsoft's Agents Playground, which signs nothing, and the bot, which takes nothing that is
 * not signed: signs what goes to the bot, and checks what comes back. Loopback only.
 */

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createIdentity, type Identity } from "../../playground/teams/identity.ts";

export interface Bridge {
  /** With its final slash: the bot's TEAMS_CONNECTOR_URL, and the Playground's service URL. */
  readonly base: string;
  close(): Promise<void>;
}

export interface BridgeOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly tenantId: string;
  /** The client secret that the bot was given. */
  readonly secret: string;
  /** Where the bot takes activities. */
  readonly bot: string;
  /** The Playground's own connector, with its final slash. */
  readonly connector: string;
}

const LARGEST = 1_000_000;

export async function openBridge(options: BridgeOptions): Promise<Bridge> {
  const server = createServer();
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const identity = createIdentity({ base, secret: () => options.secret, realNow: Date.now });
  server.on("request", (request, response) => {
    answer(request, response, { ...options, base, identity }).catch((error: unknown) => {
      response.writeHead(502).end(error instanceof Error ? error.message : "");
    });
  });
  return {
    base,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    base,
    identity,
    bot,
    connector,
    tenantId,
  }: BridgeOptions & { readonly base: string; readonly identity: Identity },
): Promise<void> {
  const path = (request.url ?? "/").slice(1);
  const send = (status: number, body: object): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (path === "v1/.well-known/openidconfiguration") send(200, identity.metadata);
  else if (path === "v1/.well-known/keys") send(200, identity.keys);
  else if (path === "oauth2/v2.0/token") {
    const { status, body } = identity.issue(new URLSearchParams(await bodyOf(request)));
    send(status, body);
  } else if (path === "api/messages") {
    const activity = JSON.parse(await bodyOf(request)) as Activity;
    const authorization = `Bearer ${identity.activityToken()}`;
    await relay(
      request,
      response,
      bot,
      authorization,
      JSON.stringify(asTeams(activity, base, tenantId)),
    );
  } else if (path.startsWith("v3/")) {
    if (!identity.accepts(request.headers.authorization)) send(401, { error: "No token of ours" });
    else await relay(request, response, `${connector}${path}`, undefined, await bodyOf(request));
  } else send(404, { error: `Nothing is at /${path}` });
}

interface Activity {
  readonly conversation?: object;
  readonly channelData?: object;
}

/** The Playground leaves out the tenant here and there, and names itself where Teams has its server. */
const asTeams = (activity: Activity, serviceUrl: string, tenantId: string): object => ({
  ...activity,
  serviceUrl,
  conversation: { ...activity.conversation, tenantId },
  channelData: { ...activity.channelData, tenant: { id: tenantId } },
});

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  authorization: string | undefined,
  body: string,
): Promise<void> {
  const answered = await fetch(url, {
    method: request.method ?? "GET",
    headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
    ...(body ? { body } : {}),
  });
  const type = answered.headers.get("content-type");
  response
    .writeHead(answered.status, type ? { "content-type": type } : {})
    .end(Buffer.from(await answered.arrayBuffer()));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new Error("That is too long.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
