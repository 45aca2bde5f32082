import { expect, test } from "@jest/globals";
import { slackManifest } from "../../../adapters/slack/manifest.ts";
import { manifestProblems } from "../../../scripts/manifest.ts";
import type { Feature } from "../../../src/feature.ts";
import { features } from "../../../src/features/index.ts";
import { LOCALES } from "../../../src/team/person.ts";

const nothing = () => Promise.resolve({ type: "nothing" as const });
const command = {
  summary: () => "Does it",
  situation: "plan" as const,
  words: () => ({ label: "Do it", sentences: "do it / let it be done" }),
  run: nothing,
};
const feature: Feature = {
  name: "goals",
  commands: {
    goal: { ...command, hint: "<title>" },
    "goal list": command,
    plan: command,
    "": command,
  },
  shortcuts: { log_as_goal: nothing },
};

test.each([
  [undefined, "en"],
  ["https://liaison.example.org", "es"],
  ["https://liaison.example.org/", "fr"],
] as const)(
  "Slack's schema takes the manifest of the features as they are, at %s in %s",
  (url, locale) => {
    expect(manifestProblems(slackManifest(features, url, locale))).toEqual([]);
  },
);

test("an app is in one language: a school chooses which, and the menu of a message follows", () => {
  const menus = LOCALES.map((locale) => slackManifest(features, undefined, locale).features);

  expect(menus.map(({ shortcuts }) => shortcuts?.[0]?.name)).toEqual([
    "Log as goal",
    "Registrar como meta",
    "Noter comme objectif",
  ]);
});

test("do-not-disturb is read where that is granted, and asked for as optional", () => {
  const { bot, bot_optional: optional } = slackManifest(features).oauth_config.scopes;

  expect(optional).toEqual(["dnd:read"]);
  expect(bot).not.toContain("dnd:read");
});

test("the schema says what is wrong", () => {
  expect(manifestProblems({ display_information: { name: "" } })).not.toEqual([]);
});

test("the commands' hints and the shortcuts come from the features", () => {
  const { features: shown } = slackManifest([feature]);

  expect(shown.slash_commands).toMatchObject([
    { command: "/goal", usage_hint: "<title> | list | help" },
    { command: "/liaison", usage_hint: "plan | help" },
  ]);
  expect(shown).toMatchObject({
    shortcuts: [{ name: "Log as goal", type: "message", callback_id: "log_as_goal" }],
  });
});

test("without an address it is for Socket Mode, with one every request goes there", () => {
  expect(slackManifest([feature]).settings).toMatchObject({ socket_mode_enabled: true });
  expect(slackManifest([feature], "https://a.org/").settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { request_url: "https://a.org/slack/events" },
    event_subscriptions: { request_url: "https://a.org/slack/events" },
  });
});

test("a hint never grows beyond what people read", () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`command${String(n)}`, command]),
  );

  const [, liaison] = slackManifest([{ name: "many", commands: many }]).features.slash_commands;

  expect(liaison?.usage_hint.length).toBeLessThanOrEqual(100);
  expect(liaison?.usage_hint).toMatch(/^command0 \| .* \| help$/u);
});
