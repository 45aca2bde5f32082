/** The Slack app as its settings describe it, from what the features declare. */

import type { CommandFeature, Feature } from "../../src/feature.ts";
import type { Locale } from "../../src/team/person.ts";
import { textsFor, type Texts } from "../../src/texts/index.ts";
import { EVENTS_PATH } from "./transport.ts";

/**
 * `channels:history` and `groups:history` are for what is written below the bot's own posts, and to
 * find a post again whose fate Slack did not tell.
 */
const SCOPES = [
  "app_mentions:read",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "team:read",
  "users:read",
];
/** May be left out when the app is installed: then nobody's do-not-disturb is known (N-6). */
const OPTIONAL_SCOPES = ["dnd:read"];
const EVENTS = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "channel_unarchive",
  "group_archive",
  "group_deleted",
  "group_left",
  "group_unarchive",
  "member_joined_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "tokens_revoked",
  "user_change",
];
const HINT_LENGTH = 100;

/**
 * The manifest for Slack's app settings (schema version 2).
 * @param url where Slack reaches this bot over HTTPS, without a path; absent: Socket Mode.
 * @param locale what its menus say: Slack shows an app in one language to everybody.
 */
export function slackManifest(features: readonly Feature[], url?: string, locale: Locale = "en") {
  const { chat } = textsFor(locale, "UTC");
  const requests = url ? `${url.replace(/\/+$/u, "")}${EVENTS_PATH}` : undefined;
  const commands = features.flatMap((feature) => Object.entries(feature.commands ?? {}));
  const shortcuts = features.flatMap((feature) => Object.keys(feature.shortcuts ?? {}));
  const command = (name: string, description: string, hint: string) => ({
    command: name,
    ...(requests ? { url: requests } : {}),
    description,
    usage_hint: hint,
    should_escape: false,
  });
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: "Liaison",
      description: chat.appShort,
      background_color: "#1f4e5f",
      long_description: chat.appLong,
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: "Liaison", always_online: true },
      slash_commands: [
        command("/goal", chat.slash.goal, hintFor("goal", commands)),
        command("/liaison", chat.slash.liaison, hintFor("", commands)),
      ],
      ...(shortcuts.length > 0
        ? { shortcuts: shortcuts.map((id) => messageShortcut(id, chat)) }
        : {}),
    },
    oauth_config: { scopes: { bot: SCOPES, bot_optional: OPTIONAL_SCOPES } },
    settings: {
      event_subscriptions: {
        ...(requests ? { request_url: requests } : {}),
        bot_events: EVENTS,
      },
      interactivity: { is_enabled: true, ...(requests ? { request_url: requests } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: !requests,
      token_rotation_enabled: false,
    },
  };
}

/** What may follow a slash command: the words of its subcommands, and its own hint first. */
function hintFor(word: string, commands: readonly (readonly [string, CommandFeature])[]): string {
  const own = commands.find(([name]) => name === word)?.[1].hint;
  const followers = commands.flatMap(([name]) => {
    const words = name.split(" ").filter(Boolean);
    if (word) return words[0] === word && words[1] ? [words[1]] : [];
    return words[0] && words[0] !== "goal" ? [words[0]] : [];
  });
  const hints = [...new Set([...(own ? [own] : []), ...followers, "help"])];
  while (hints.join(" | ").length > HINT_LENGTH && hints.length > 2) hints.splice(-2, 1);
  return hints.join(" | ");
}

/** `log_as_goal` is shown as "Log as goal" in the menu of every message. */
function messageShortcut(callbackId: string, { menu, shortcut }: Texts["chat"]) {
  const name = menu[callbackId] ?? callbackId.replaceAll("_", " ");
  return {
    name,
    type: "message",
    callback_id: callbackId,
    description: shortcut(name),
  };
}
