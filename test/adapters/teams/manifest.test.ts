import { describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { teamsManifest, teamsTranslation } from "../../../adapters/teams/manifest.ts";
import {
  manifestProblems,
  packageFiles,
  readApp,
  translationProblems,
  zipped,
} from "../../../scripts/teams-package.ts";
import type { Feature } from "../../../src/feature.ts";
import { features } from "../../../src/features/index.ts";
import type { Texts } from "../../../src/texts/index.ts";

const ID = "11111111-2222-3333-4444-555555555555";
const app = {
  appId: ID,
  version: "1.2.3",
  organization: "Wattle Creek ISD",
  website: "https://example.org",
  privacy: "https://example.org/privacy",
  terms: "https://example.org/terms",
};
const nothing = () => Promise.resolve({ type: "nothing" as const });
const does = (summary: (texts: Texts) => string, more = {}) => ({
  summary,
  situation: "plan" as const,
  words: () => ({ label: "Do it", sentences: "do it / let it be done" }),
  run: nothing,
  ...more,
});
const feature: Feature = {
  name: "goals",
  commands: {
    "": does(() => "Help"),
    help: does(() => "Help"),
    topics: does(() => "Topics"),
    "goal add": does(() => "Opens the form", { asks: true }),
    "goal list": does(() => "Lists them"),
    "goal done": does(() => "Done", { hint: "<number>" }),
    checkin: does(() => "Meeting"),
    "check-in": does(() => "Meeting"),
    goal: does(({ locale }) => `Goal in ${locale}`, { hint: "<title>", asks: true }),
  },
  shortcuts: { log_as_goal: nothing, keep_this: nothing },
};

describe("Microsoft's schema", () => {
  test("takes the manifest of the features as they are, and its translations", () => {
    expect(manifestProblems(teamsManifest(features, app))).toEqual([]);
    expect(translationProblems(teamsTranslation(features, "es"))).toEqual([]);
    expect(translationProblems(teamsTranslation(features, "fr"))).toEqual([]);
  });

  test("says what is wrong", () => {
    expect(manifestProblems({ ...teamsManifest(features, app), id: "?" })).toHaveLength(1);
    expect(translationProblems({ "name.short": "x" })).not.toEqual([]);
  });
});

describe("the manifest", () => {
  test("offers the commands that mean something alone, each once, the most wanted first", () => {
    const [bot] = teamsManifest([feature], app).bots;
    const [personal, team] = bot?.commandLists ?? [];

    expect(personal?.commands.map(({ title }) => title)).toEqual([
      "home",
      "goal",
      "checkin",
      "help",
      "topics",
      "goal add",
      "goal list",
    ]);
    expect(team?.scopes).toEqual(["team", "groupChat"]);
    expect(team?.commands.map(({ title }) => title)).not.toContain("home");
  });

  test("has shortcuts in the menu of a message and forms in that of the compose box", () => {
    const [extension] = teamsManifest([feature], app).composeExtensions;

    expect(extension?.commands).toMatchObject([
      { id: "command:goal add", context: ["compose"], title: "Log a goal", fetchTask: true },
      { id: "log_as_goal", context: ["message"], title: "Log as goal", fetchTask: true },
      { id: "keep_this", context: ["message"], title: "keep this", fetchTask: true },
    ]);
  });

  test("offers everyone the way to be left alone", () => {
    const [bot] = teamsManifest(features, app).bots;

    for (const { commands } of bot?.commandLists ?? [])
      expect(commands.map(({ title }) => title)).toContain("pause");
  });

  test("asks a team only for the replies that do not mention the bot", () => {
    expect(teamsManifest(features, app)).toMatchObject({
      id: ID,
      bots: [{ botId: ID, scopes: ["personal", "team", "groupChat"] }],
      webApplicationInfo: { id: ID },
      authorization: {
        permissions: {
          resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }],
        },
      },
    });
  });

  test("is translated where it stands", () => {
    const translated = teamsTranslation([feature], "fr");

    expect(translated["bots[0].commandLists[0].commands[1].description"]).toBe("Goal in fr");
    expect(translated["composeExtensions[0].commands[0].title"]).toBe("Noter un objectif");
  });
});

describe("the package", () => {
  const whole = packageFiles(app);

  test("holds the manifest, its translations and both icons at their sizes, and nothing else", () => {
    const files = unzipSync(zipped(whole));

    expect(Object.keys(files).sort()).toEqual([
      "color.png",
      "es.json",
      "fr.json",
      "manifest.json",
      "outline.png",
    ]);
    expect(JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString())).toEqual(
      teamsManifest(features, app),
    );
    expect(sizeOf(files["color.png"])).toEqual([192, 192]);
    expect(sizeOf(files["outline.png"])).toEqual([32, 32]);
  });

  test("is the same byte by byte when nothing changed", () => {
    expect(zipped(packageFiles(app))).toEqual(zipped(whole));
  });
});

describe("what is asked for", () => {
  const wishes = { organization: "Wattle Creek ISD", site: "https://example.org" };

  test("becomes the app, with the version of the program and one page for all", () => {
    expect(readApp(ID.toUpperCase(), wishes)).toMatchObject({
      appId: ID,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/u),
      privacy: "https://example.org",
    });
  });

  test.each([
    [undefined, wishes, "TEAMS_APP_ID is missing"],
    ["my-bot", wishes, "TEAMS_APP_ID is no app id"],
    [ID, { ...wishes, site: "http://example.org" }, "--site"],
    [ID, { ...wishes, terms: "here" }, "--terms"],
    [ID, { ...wishes, organization: "x".repeat(33) }, "--organization"],
    [ID, { ...wishes, version: "2" }, "--version"],
  ])("is refused in a sentence that names it: %s", (id, wished, named) => {
    expect(readApp(id, wished)).toEqual([expect.stringContaining(named)]);
  });
});

/** Width and height, as the PNG's own header tells. */
function sizeOf(png: Uint8Array | undefined): readonly number[] {
  const header = Buffer.from(png ?? []);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}
