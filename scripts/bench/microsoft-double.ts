/**
 * Stands in for Microsoft's services, at once and without a limit, so that only the bot is measured:
 * the keys that tokens are checked with, the token the bot asks for, and a connector that takes all.
 */

import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import type { Posting } from "./load.ts";

export const TEAMS_APP = "6d2f0f5e-6a0e-4a55-9a63-0c4a6b1f5b10";

export interface MicrosoftDouble {
  /** The base that the bot takes for Microsoft's, with its final slash. */
  readonly url: string;
  /** Somebody of `tenant` opens "Log a goal" beside the compose box. */
  opening(port: number, tenant: string, person: string): (count: number) => Posting;
  stop(): Promise<void>;
}

export async function startMicrosoftDouble(): Promise<MicrosoftDouble> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "bench", use: "sig", alg: "RS256" };
  let url = "";
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.once("end", () => {
      answer.writeHead(200, { "content-type": "application/json" });
      answer.end(JSON.stringify(replyTo(asked.url ?? "")));
    });
  });
  const replyTo = (path: string): object => {
    if (path.includes("openidconfiguration"))
      return {
        issuer: "https://api.botframework.com",
        jwks_uri: `${url}v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      };
    if (path.includes("keys")) return { keys: [{ ...key, endorsements: ["msteams"] }] };
    if (path.includes("token"))
      return { access_token: "bench", expires_in: 3600, token_type: "Bearer" };
    if (path.includes("/members/")) return { id: "29:bench", name: "Bench", userRole: "user" };
    return { id: `a:${randomUUID()}` };
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? String(address?.port) : ""}/`;

  const now = Math.floor(Date.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ typ: "JWT", alg: "RS256", kid: key.kid })}.${part({
    iss: "https://api.botframework.com",
    aud: TEAMS_APP,
    serviceurl: url,
    nbf: now - 60,
    exp: now + 3600,
  })}`;
  const signature = sign("RSA-SHA256", Buffer.from(unsigned), privateKey).toString("base64url");
  const token = `${unsigned}.${signature}`;

  return {
    url,
    opening: (port, tenant, person) => (count) => ({
      port,
      path: "/api/messages",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({
        type: "invoke",
        name: "composeExtension/fetchTask",
        id: `f:bench-${String(port)}-${String(count)}-${randomUUID()}`,
        channelId: "msteams",
        serviceUrl: url,
        timestamp: new Date().toISOString(),
        locale: "en-US",
        localTimezone: "Australia/Melbourne",
        from: { id: person, name: "Bench" },
        recipient: { id: `28:${TEAMS_APP}`, name: "Liaison" },
        conversation: { id: "a:bench", conversationType: "personal", tenantId: tenant },
        channelData: { tenant: { id: tenant } },
        value: { commandId: "log_as_goal:compose", commandContext: "compose" },
      }),
    }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
