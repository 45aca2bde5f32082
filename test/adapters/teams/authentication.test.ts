import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createWeb } from "../../../adapters/http.ts";
import { createTeamsPlatform } from "../../../adapters/teams/platform.ts";
import { createCore, createMemoryLog } from "../slack/open-slack.ts";
import { createMemoryNotes, openTeams, type Teams } from "./open-teams.ts";
import { ADA, APP, CHANNEL, openStandIn, OTHER_TENANT, SECRET, TENANT } from "./stand-in.ts";

let teams: Teams;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(async () => {
  await teams.stop();
});
let taken: number;
beforeEach(() => {
  taken = teams.core.accepted.length;
});

const message = (changes: object = {}): Readonly<Record<string, unknown>> => ({
  type: "message",
  id: `m-${String(performance.now())}`,
  text: "plan",
  channelId: "msteams",
  serviceUrl: teams.standIn.url,
  from: ADA,
  recipient: { id: `28:${APP}`, name: "Liaison" },
  conversation: { id: `a:${ADA.id}`, conversationType: "personal", tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...changes,
});

const send = async (token: string | null, changes: object = {}): Promise<number> =>
  (await teams.as(ADA).send(message(changes), token)).status;

const now = (): number => Math.floor(Date.now() / 1000);

describe("who may speak for Teams", () => {
  test("what Microsoft signed for this bot is taken in", async () => {
    expect(await send(teams.standIn.token())).toBe(200);
    expect(teams.core.accepted.length).toBe(taken + 1);
  });

  test.each([
    ["nobody signed", () => null],
    [
      "somebody else's key signed",
      () => teams.standIn.token({}, generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey),
    ],
    [
      "is for another bot",
      () => teams.standIn.token({ aud: "33333333-3333-4333-8333-333333333333" }),
    ],
    ["has run out", () => teams.standIn.token({ nbf: now() - 8_000, exp: now() - 4_000 })],
    ["is not valid yet", () => teams.standIn.token({ nbf: now() + 4_000, exp: now() + 8_000 })],
    ["another issuer gave", () => teams.standIn.token({ iss: "https://evil.example" })],
    ["is for another server", () => teams.standIn.token({ serviceurl: "https://evil.example/" })],
    ["names no server", () => teams.standIn.token({ serviceurl: undefined })],
    ["is no token", () => "not-a-token"],
    ["is half a token", () => teams.standIn.token().slice(0, -20)],
  ])("what %s is 401 and reaches nobody", async (_, token) => {
    expect(await send(token())).toBe(401);
    expect(teams.core.accepted.length).toBe(taken);
  });

  test.each([
    ["a server of its own", { serviceUrl: "https://evil.example/" }],
    ["no server", { serviceUrl: undefined }],
    ["another channel of the Bot Framework", { channelId: "emulator" }],
    ["no channel", { channelId: undefined }],
  ])("an activity that names %s is 401, whoever signed it", async (_, changes) => {
    expect(await send(teams.standIn.token(), changes)).toBe(401);
    expect(teams.core.accepted.length).toBe(taken);
  });

  test("a token whose server is none of Microsoft's opens nothing, though both agree", async () => {
    const url = "https://evil.example/";

    expect(await send(teams.standIn.token({ serviceurl: url }), { serviceUrl: url })).toBe(401);
    expect(teams.core.accepted.length).toBe(taken);
  });

  test("another tenant is left alone", async () => {
    const foreign = { channelData: { tenant: { id: OTHER_TENANT } } };

    expect(await send(teams.standIn.token(), foreign)).toBe(403);
    expect(
      await send(teams.standIn.token(), {
        channelData: {},
        conversation: { id: CHANNEL, tenantId: OTHER_TENANT, conversationType: "channel" },
      }),
    ).toBe(403);
    expect(teams.core.accepted.length).toBe(taken);
  });

  test("no secret and no token is logged", () => {
    expect(JSON.stringify(teams.log.lines)).not.toMatch(/eyJ|a-client-secret/u);
  });
});

describe("what is no activity", () => {
  const raw = async (body: string): Promise<number> =>
    (
      await fetch(teams.endpoint, {
        method: "POST",
        headers: { authorization: `Bearer ${teams.standIn.token()}` },
        body,
      })
    ).status;

  test.each([
    ["broken JSON", "{", 400],
    ["a list", "[]", 400],
    ["more than Teams ever sends", JSON.stringify({ text: "x".repeat(1_100_000) }), 413],
  ])("%s is refused", async (_, body, status) => {
    expect(await raw(body)).toBe(status);
  });

  test("an activity without a conversation is refused", async () => {
    expect(await send(teams.standIn.token(), { conversation: undefined })).toBe(400);
  });

  test("an invoke that means nothing to the bot is 501", async () => {
    const unknown = { type: "invoke", name: "handoff/action", value: {} };

    expect(await send(teams.standIn.token(), unknown)).toBe(501);
  });
});

test("keys that cannot be fetched are nobody's fault: come back later", async () => {
  const standIn = await openStandIn();
  const platform = createTeamsPlatform({
    appId: APP,
    appPassword: SECRET,
    tenantId: TENANT,
    appType: "SingleTenant",
    connectorUrl: standIn.url,
    web: createWeb({ port: 0, host: "127.0.0.1" }),
    notes: createMemoryNotes(),
    log: createMemoryLog(),
  });
  await platform.start(createCore());
  const token = standIn.token();
  await standIn.stop();

  const { status } = await fetch(`http://127.0.0.1:${String(platform.port())}/api/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(message({ serviceUrl: standIn.url })),
  });

  expect(status).toBe(503);
  await platform.stop();
});

test("a bot of many tenants listens to each of them", async () => {
  const many = await openTeams({ appType: "MultiTenant" });

  await many.as(ADA).say("plan", undefined, {
    channelData: { tenant: { id: OTHER_TENANT } },
    conversation: { id: "a:x", conversationType: "personal", tenantId: OTHER_TENANT },
  });

  expect(many.event(0)).toMatchObject({
    tenant: `teams:${OTHER_TENANT}`,
    from: `teams:${OTHER_TENANT}/29:1ada`,
  });
  await many.stop();
});

test("without an app id nothing is started", () => {
  expect(() =>
    createTeamsPlatform({
      appId: "",
      appPassword: SECRET,
      tenantId: TENANT,
      appType: "SingleTenant",
      connectorUrl: undefined,
      web: createWeb({ port: 0 }),
      notes: createMemoryNotes(),
      log: createMemoryLog(),
    }),
  ).toThrow("TEAMS_APP_ID is empty");
});
