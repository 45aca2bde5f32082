import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readConfig, SETTINGS } from "../src/config.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-123456789", SLACK_SIGNING_SECRET: "0123456789abcdef" };

const TEAMS = {
  TEAMS_APP_ID: "11111111-1111-4111-8111-11111111111A",
  TEAMS_APP_PASSWORD: "a-client-secret",
  TEAMS_TENANT_ID: "22222222-2222-4222-8222-222222222222",
};

describe("the settings", () => {
  test("nothing set opens the playground on port 3000 of this computer alone, with data in ./data", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      port: 3000,
      host: "127.0.0.1",
      dataDir: "./data",
      slack: undefined,
      teams: undefined,
      mongodbUri: undefined,
    });
  });

  test("empty values, as .env.example has them, count as not set", () => {
    expect(readConfig({ SLACK_BOT_TOKEN: "", MONGODB_URI: "", PORT: "", NODE_ENV: "" }).slack).toBe(
      undefined,
    );
  });

  test("a token and a signing secret connect a workspace", () => {
    expect(readConfig(SLACK).slack).toEqual({
      botToken: "xoxb-123456789",
      signingSecret: "0123456789abcdef",
      appToken: undefined,
      apiUrl: undefined,
    });
  });

  test("an app id, its secret and its tenant connect Teams", () => {
    expect(readConfig(TEAMS).teams).toEqual({
      appId: "11111111-1111-4111-8111-11111111111a",
      appPassword: "a-client-secret",
      tenantId: "22222222-2222-4222-8222-222222222222",
      appType: "SingleTenant",
      connectorUrl: undefined,
    });
  });

  test.each([
    ["https://liaison.example.org", "https://liaison.example.org/"],
    ["https://example.org/bots/liaison/", "https://example.org/bots/liaison/"],
    ["", undefined],
  ])("the public address %s is kept with one slash at its end", (typed, publicUrl) => {
    expect(readConfig({ PUBLIC_URL: typed }).publicUrl).toBe(publicUrl);
  });

  test.each(["liaison.example.org", "ftp://example.org/", "https://example.org/?a=b"])(
    "the public address %s is refused with its remedy",
    (typed) => {
      expect(() => readConfig({ PUBLIC_URL: typed })).toThrow(/PUBLIC_URL: /u);
    },
  );

  test("both platforms can be connected, in production too", () => {
    const config = readConfig({ ...SLACK, ...TEAMS, NODE_ENV: "production" });

    expect(config.slack).toBeDefined();
    expect(config.teams).toBeDefined();
  });

  test("a managed identity needs no secret", () => {
    const settings = { ...TEAMS, TEAMS_APP_PASSWORD: "", TEAMS_APP_TYPE: "UserAssignedMSI" };

    expect(readConfig(settings).teams).toMatchObject({
      appType: "UserAssignedMSI",
      appPassword: undefined,
    });
  });

  test.each(["TEAMSAPPTESTER_BROWSER", "TEAMSFX_ENV"])(
    "%s belongs to Microsoft's tools and is no misspelled setting",
    (name) => {
      expect(readConfig({ ...TEAMS, [name]: "none" }).teams).toBeDefined();
    },
  );

  test.each(["http://127.0.0.1:3000/teams/", "http://localhost:3000/", "http://[::1]:3000/t/"])(
    "a stand-in on this computer may take Microsoft's place: %s",
    (url) => {
      expect(readConfig({ ...TEAMS, TEAMS_CONNECTOR_URL: url }).teams?.connectorUrl).toBe(url);
    },
  );

  test.each([
    ["a misspelled name", { SLACK_SIGNIN_SECRET: "x" }, "Did you mean SLACK_SIGNING_SECRET?"],
    ["a slip at the start", { SLAK_BOT_TOKEN: "x" }, "Did you mean SLACK_BOT_TOKEN?"],
    ["a port that is none", { PORT: "three" }, "PORT: Use a port number"],
    ["a port out of range", { PORT: "70000" }, "PORT: Use a port from 0 to 65535."],
    ["another kind of token", { ...SLACK, SLACK_BOT_TOKEN: "xoxp-1" }, "begins with xoxb-"],
    ["a token alone", { SLACK_BOT_TOKEN: "xoxb-123456789" }, "SLACK_SIGNING_SECRET: missing"],
    ["a secret alone", { SLACK_SIGNING_SECRET: "0123456789abcdef" }, "SLACK_BOT_TOKEN: missing"],
    ["another database", { MONGODB_URI: "postgres://x" }, "mongodb:// or mongodb+srv://"],
    ["an address without its slash", { ...SLACK, SLACK_API_URL: "http://a.example/api" }, "slash"],
    ["a zone that is none", { TIMEZONE: "Chicago" }, "America/Chicago"],
    ["production without a workspace", { NODE_ENV: "production" }, "SLACK_BOT_TOKEN: missing"],
    [
      "production on Teams with an empty app id",
      { ...TEAMS, TEAMS_APP_ID: "", NODE_ENV: "production" },
      "TEAMS_APP_ID: missing",
    ],
    ["an app id that is none", { ...TEAMS, TEAMS_APP_ID: "liaison" }, "Microsoft App ID"],
    ["an app id without its secret", { ...TEAMS, TEAMS_APP_PASSWORD: "" }, "TEAMS_APP_PASSWORD"],
    ["an app id without its tenant", { ...TEAMS, TEAMS_TENANT_ID: "" }, "TEAMS_TENANT_ID: missing"],
    ["another kind of app", { ...TEAMS, TEAMS_APP_TYPE: "Private" }, "Use SingleTenant"],
    ["a secret of what has none", { ...TEAMS, TEAMS_APP_TYPE: "UserAssignedMSI" }, "no secret"],
    [
      "a connector elsewhere",
      { ...TEAMS, TEAMS_CONNECTOR_URL: "https://teams.example/" },
      "Only a stand-in on this computer",
    ],
    [
      "a connector whose name begins like this computer's",
      { ...TEAMS, TEAMS_CONNECTOR_URL: "http://127.0.0.1.example/" },
      "Only a stand-in on this computer",
    ],
    [
      "a connector without its slash",
      { ...TEAMS, TEAMS_CONNECTOR_URL: "http://127.0.0.1:3000/teams" },
      "slash",
    ],
    [
      "a stand-in in production",
      { ...TEAMS, NODE_ENV: "production", TEAMS_CONNECTOR_URL: "http://127.0.0.1:3000/" },
      "TEAMS_CONNECTOR_URL: leave it empty",
    ],
    ["a slip in a Teams name", { TEAMS_APPID: "x" }, "Did you mean TEAMS_APP_ID?"],
  ])("%s is refused with its remedy", (_name, env, remedy) => {
    expect(() => readConfig(env)).toThrow(remedy);
  });

  test("all wrong settings are listed at once", () => {
    const read = () =>
      readConfig({ PORT: "x", LOG_LEVEL: "loud", SLACK_TOKEN: "y", TIMEZONE: "z" });
    for (const name of ["PORT", "LOG_LEVEL", "SLACK_TOKEN", "TIMEZONE"])
      expect(read).toThrow(new RegExp(`- ${name}`, "u"));
  });

  test("names of other programs are left alone", () => {
    expect(() => readConfig({ PATH: "/bin", HOSTNAME: "h", npm_config_cache: "x" })).not.toThrow();
  });

  test("no secret is repeated in a refusal", () => {
    const refusal = () => readConfig({ SLACK_BOT_TOKEN: "hunter2-secret" });
    expect(refusal).toThrow("SLACK_BOT_TOKEN");
    expect(refusal).not.toThrow("hunter2");
  });
});

test(".env.example lists exactly the settings there are", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const listed = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...SETTINGS].sort());
});
