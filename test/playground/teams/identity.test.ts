import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { type OpenPlayground, openPlayground, required, TEAMS_BOT } from "../open-playground.ts";

type Body = Readonly<Record<string, unknown>>;

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground({ bot: TEAMS_BOT });
}, 60_000);
afterAll(() => playground.remove());

describe("who calls", () => {
  const token = async (more: Record<string, string>): Promise<{ status: number; body: Body }> => {
    const { env } = playground.lastStart();
    const response = await fetch(`${playground.url}/teams/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: env["TEAMS_APP_ID"] ?? "",
        client_secret: env["TEAMS_APP_PASSWORD"] ?? "",
        scope: "https://api.botframework.com/.default",
        ...more,
      }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  };

  test("a bot gets a token for its secret", async () => {
    const { status, body } = await token({});

    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
  });

  test.each([
    ["a wrong secret", { client_secret: "guessed" }, 401, "invalid_client"],
    ["another application", { client_id: "other" }, 401, "unauthorized_client"],
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["another scope", { scope: "https://graph.microsoft.com/.default" }, 400, "invalid_scope"],
  ])("%s gets none", async (_what, more, status, error) => {
    const refused = await token(more);

    expect(refused).toMatchObject({ status, body: { error } });
  });

  test.each([
    ["no token", ""],
    ["a made-up token", "Bearer made-up"],
  ])("%s is refused", async (_what, authorization) => {
    const { status } = await playground.teams("GET", "v3/teams/x", undefined, authorization);

    expect(status).toBe(401);
  });

  test("the keys that Teams signs with are published and endorsed", async () => {
    const { body: metadata } = await playground.teams("GET", "v1/.well-known/openidconfiguration");
    const { keys } = (await (await fetch(String(metadata["jwks_uri"]))).json()) as {
      keys: readonly JsonWebKey[];
    };

    expect(metadata["issuer"]).toBe("https://api.botframework.com");
    expect(keys).toEqual([expect.objectContaining({ endorsements: ["msteams"], alg: "RS256" })]);
    const key = createPublicKey({ key: required(keys[0], "key"), format: "jwk" });
    expect(verify("RSA-SHA256", Buffer.from("x"), key, Buffer.from("y"))).toBe(false);
  });

  test("who calls the bot without Teams' signature is refused by it", async () => {
    const response = await fetch(`http://127.0.0.1:${playground.botPort()}/api/messages`, {
      method: "POST",
      headers: { authorization: "Bearer e30.e30.e30" },
      body: JSON.stringify({ type: "message" }),
    });

    expect(response.status).toBe(401);
  });
});
