import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readConfig, SETTINGS } from "../src/config.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-123456789", SLACK_SIGNING_SECRET: "0123456789abcdef" };

describe("the settings", () => {
  test("nothing set opens the playground on port 3000 with data in ./data", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      port: 3000,
      dataDir: "./data",
      slack: undefined,
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
