/** The Teams app as its package describes it, from what the features declare. */

import type { CommandFeature, Feature } from "../../src/feature.ts";
import { LOCALES, type Locale } from "../../src/team/person.ts";
import { type Texts, textsFor } from "../../src/texts/index.ts";
import { commandId } from "./extension.ts";

/** The newest version that older Teams clients and government clouds take as well. */
const MANIFEST_VERSION = "1.19";
/** Teams' language tags of ours; the first is the manifest's own. */
const TAGS: Readonly<Record<Locale, string>> = { en: "en-us", es: "es", fr: "fr" };
/** To hear replies that do not mention the bot; the owner of a team grants it for that team alone. */
const RESOURCE_PERMISSIONS = ["ChannelMessage.Read.Group"];
/** Looked for most, or never to be missed; older clients show no more than these. */
const FIRST = ["home", "goal", "plan", "checkin", "topic", "pause", "why", "help", "setup"];
const COMMANDS_IN_LIST = 10;
const COMMANDS_IN_EXTENSION = 10;
const NAME = "Liaison";
const TITLE = 32;
const DESCRIPTION = 128;

type Commands = readonly (readonly [words: string, command: CommandFeature])[];

export interface TeamsApp {
  /** The Microsoft App ID of the bot; the package has it as its own id too. */
  readonly appId: string;
  /** `1.2.3`; Teams takes a package as an update only when this grew. */
  readonly version: string;
  /** Who runs it, at most 32 characters. */
  readonly organization: string;
  /** https pages about it, its privacy and its terms. */
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** `manifest.json` of the app package, in English. */
export function teamsManifest(features: readonly Feature[], app: TeamsApp) {
  const texts = textsFor("en", "UTC");
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version: app.version,
    id: app.appId,
    localizationInfo: {
      defaultLanguageTag: TAGS.en,
      additionalLanguages: TRANSLATIONS.map((locale) => ({
        languageTag: TAGS[locale],
        file: `${locale}.json`,
      })),
    },
    developer: {
      name: app.organization,
      websiteUrl: app.website,
      privacyUrl: app.privacy,
      termsOfUseUrl: app.terms,
    },
    name: { short: NAME, full: texts.chat.appName },
    description: { short: texts.chat.appShort, full: texts.chat.appLong },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1F4E5F",
    bots: [
      {
        botId: app.appId,
        scopes: ["personal", "team", "groupChat"],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ["personal"], commands: commandList(features, texts, true) },
          { scopes: ["team", "groupChat"], commands: commandList(features, texts, false) },
        ],
      },
    ],
    composeExtensions: [{ botId: app.appId, commands: extension(features, texts) }],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [],
    // Resource-specific permissions need a resource that is never used.
    webApplicationInfo: { id: app.appId, resource: "https://RscBasedStoreApp" },
    authorization: {
      permissions: {
        resourceSpecific: RESOURCE_PERMISSIONS.map((name) => ({ name, type: "Application" })),
      },
    },
  };
}

/** The languages besides English; each has a file of its own in the package. */
export const TRANSLATIONS: readonly Locale[] = LOCALES.filter((locale) => locale !== "en");

/** What the manifest says in another language: texts by where they stand in it. */
export function teamsTranslation(
  features: readonly Feature[],
  locale: Locale,
): Readonly<Record<string, string>> {
  const texts = textsFor(locale, "UTC");
  const lists = [true, false].flatMap((isPersonal, list) =>
    commandList(features, texts, isPersonal).map(({ description }, index) => [
      `bots[0].commandLists[${list}].commands[${index}].description`,
      description,
    ]),
  );
  const menu = extension(features, texts).flatMap(({ title, description }, index) => {
    const at = `composeExtensions[0].commands[${index}]`;
    return [
      [`${at}.title`, title],
      [`${at}.description`, description],
    ];
  });
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    "name.short": NAME,
    "name.full": texts.chat.appName,
    "description.short": texts.chat.appShort,
    "description.full": texts.chat.appLong,
    ...(Object.fromEntries([...lists, ...menu]) as Record<string, string>),
  };
}

/**
 * The words that a menu types for a person: those that mean something alone. A home is a person's own,
 * so a channel has none. The same ones in every language, since translations count them.
 */
function commandList(features: readonly Feature[], texts: Texts, isPersonal: boolean) {
  const english = textsFor("en", "UTC");
  const home = { title: "home", summary: ({ chat }: Texts) => chat.homeSummary };
  const declared = commandsOf(features)
    .filter(([words, command]) => words && standsAlone(command))
    .map(([title, { summary }]) => ({ title, summary }));
  const all = isPersonal ? [home, ...declared] : declared;
  return all
    .filter(({ summary }, index) => {
      const said = summary(english);
      return all.findIndex((other) => other.summary(english) === said) === index;
    })
    .sort((one, other) => place(one.title) - place(other.title))
    .slice(0, COMMANDS_IN_LIST)
    .map(({ title, summary }) => ({ title, description: summary(texts) }));
}

const commandsOf = (features: readonly Feature[]): Commands =>
  features.flatMap(({ commands }) => Object.entries(commands ?? {}));

/** Needs nothing after its words, or asks for it. */
const standsAlone = ({ hint = "", asks }: CommandFeature): boolean =>
  asks === true || !hint.startsWith("<");

/** Then the others as they are declared, whole commands before the parts of one. */
function place(words: string): number {
  const first = FIRST.indexOf(words);
  if (first >= 0) return first;
  return FIRST.length + (words.includes(" ") ? 1 : 0);
}

/** Shortcuts in the menu of a message, and in the one of the compose box what opens a form. */
function extension(features: readonly Feature[], texts: Texts) {
  const { chat } = texts;
  const entry = (id: string, context: "message" | "compose", title: string, about: string) => ({
    id,
    type: "action",
    context: [context],
    fetchTask: true,
    title: title.slice(0, TITLE),
    description: about.slice(0, DESCRIPTION),
  });
  const compose = commandsOf(features).flatMap(([words, command]) => {
    const title = chat.menu[words];
    return title && command.asks
      ? [entry(commandId(words), "compose", title, command.summary(texts))]
      : [];
  });
  const shortcuts = features.flatMap((feature) => Object.keys(feature.shortcuts ?? {}));
  const message = shortcuts.map((id) => {
    const title = chat.menu[id] ?? id.replaceAll("_", " ");
    return entry(id, "message", title, chat.shortcut(title));
  });
  return [...compose, ...message].slice(0, COMMANDS_IN_EXTENSION);
}
