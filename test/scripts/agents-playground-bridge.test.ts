import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { APP_ID } from "../../playground/teams/ids.ts";
import { type Bridge, openBridge } from "../../scripts/agents-playground/bridge.ts";

interface Seen {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (close) => await close()));
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString();
  return text;
}

/** A server that keeps what it was sent and answers 201. */
async function listener(): Promise<{ readonly url: string; readonly seen: readonly Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    void textOf(request).then((body) => {
      seen.push({ path: request.url, authorization: request.headers.authorization, body });
      response.writeHead(201, { "content-type": "application/json" }).end('{"id":"1"}');
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

async function setup() {
  const [bot, connector] = await Promise.all([listener(), listener()]);
  const bridge: Bridge = await openBridge({
    port: 0,
    tenantId: "t-1",
    secret: "secret",
    bot: `${bot.url}api/messages`,
    connector: connector.url,
  });
  open.push(async () => {
    await bridge.close();
  });
  return { bot, connector, bridge };
}

const post = async (url: string, body: string, headers: Record<string, string> = {}) =>
  await fetch(url, { method: "POST", body, headers });

async function tokenOf({ base }: Bridge, secret: string): Promise<Response> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: APP_ID,
    client_secret: secret,
    scope: "https://api.botframework.com/.default",
  });
  return await post(`${base}oauth2/v2.0/token`, form.toString());
}

test("what the Playground sends reaches the bot signed, with the tenant and the way back", async () => {
  const { bot, bridge } = await setup();

  const answered = await post(
    `${bridge.base}api/messages`,
    JSON.stringify({ type: "message", serviceUrl: "http://elsewhere/", conversation: { id: "a" } }),
  );

  expect(answered.status).toBe(201);
  expect(bot.seen).toEqual([
    {
      path: "/api/messages",
      authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/u),
      body: JSON.stringify({
        type: "message",
        serviceUrl: bridge.base,
        conversation: { id: "a", tenantId: "t-1" },
        channelData: { tenant: { id: "t-1" } },
      }),
    },
  ]);
});

test("what the bot sends with its token reaches the Playground, without the token", async () => {
  const { connector, bridge } = await setup();
  const { access_token: token } = (await (await tokenOf(bridge, "secret")).json()) as {
    readonly access_token: string;
  };

  const path = "v3/conversations/a%3A1/activities";
  const answered = await post(bridge.base + path, "{}", { authorization: `Bearer ${token}` });

  expect(await answered.json()).toEqual({ id: "1" });
  expect(connector.seen).toEqual([{ path: `/${path}`, authorization: undefined, body: "{}" }]);
});

test("nothing is passed on without a token, and none is given for another secret", async () => {
  const { connector, bridge } = await setup();

  expect((await tokenOf(bridge, "another")).status).toBe(401);
  expect((await post(`${bridge.base}v3/conversations`, "{}")).status).toBe(401);
  expect((await post(`${bridge.base}control/reset`, "{}")).status).toBe(404);
  expect(connector.seen).toEqual([]);
});

test("the keys are where the metadata says", async () => {
  const { bridge } = await setup();
  const metadata = await fetch(`${bridge.base}v1/.well-known/openidconfiguration`);
  const { jwks_uri: keys } = (await metadata.json()) as { readonly jwks_uri: string };

  expect(await (await fetch(keys)).json()).toMatchObject({ keys: [{ endorsements: ["msteams"] }] });
});
