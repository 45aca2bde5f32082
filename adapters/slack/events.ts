/** What Slack tells, as events of the core. Pure: a request body in, an event or nothing out. */

import type { Address } from "../../src/team/person.ts";
import type { ChatEvent } from "../../src/ports.ts";
import { isDirect, isPerson, messageAddress, placeAddress, tenantAddress } from "./address.ts";
import { elementIds, readAnswers } from "./answers.ts";
import type { EventPayload, Payload, ViewPayload } from "./payload.ts";
import { readReopen, REOPEN } from "./reopen.ts";
import { actionOf } from "./render.ts";
import { readable, unescape, withoutMention, withoutName } from "./text.ts";
import { type OpenView, type Origin, readNote, type Via, writeVia } from "./via.ts";

/** The workspace the bot is installed in, and who it is there. */
export interface Installation {
  readonly team: string;
  readonly bot: string;
}

type Arrival = Pick<ChatEvent, "id" | "tenant" | "from" | "channel" | "via">;

/** @returns undefined for what means nothing to the core, such as the bot's own messages. */
export function readEvent(body: Payload, installed: Installation): ChatEvent | undefined {
  if (body.command) return readCommand(body, installed);
  switch (body.type) {
    case "event_callback":
      return body.event && body.event_id
        ? readNotification(body.event, body.event_id, installed)
        : undefined;
    case "block_actions":
      return readPress(body, installed);
    case "view_submission":
      return body.view ? readSubmission(body, body.view, installed) : undefined;
    case "message_action":
    case "shortcut":
      return {
        ...arrival(body, installed, { origin: originOf(body) }),
        type: "shortcut",
        shortcut: body.callback_id ?? "",
        text: readable(body.message?.text ?? ""),
      };
    case undefined:
    default:
      return undefined;
  }
}

/** `/goal list` is the command "goal list"; `/liaison plan` is "plan". */
function readCommand(body: Payload, installed: Installation): ChatEvent {
  const word = (body.command ?? "").replace(/^\//u, "");
  const rest = unescape(body.text ?? "").replaceAll("\u00a0", " ");
  const text = word === "liaison" ? rest : `${word} ${rest}`;
  return {
    ...arrival(body, installed, { origin: originOf(body) }),
    type: "command",
    text: text.trim(),
  };
}

function readPress(body: Payload, installed: Installation): ChatEvent | undefined {
  const [action] = body.actions ?? [];
  if (!action) return undefined;
  const view = body.view ?? undefined;
  const note = readNote(view?.private_metadata);
  const isHome = view?.type === "home";
  const origin = isHome ? { home: true as const } : view ? note.origin : originOf(body);
  const where: Partial<Via> = isHome
    ? { homeHash: view.hash }
    : view
      ? { view: openView(view), ...(note.instance ? { instance: note.instance } : {}) }
      : {};
  const base = arrival(body, installed, { origin, ...where });
  if (action.type !== "button") {
    if (!view) return undefined;
    const ids = elementIds(view.state?.values);
    return {
      ...arrival(body, installed, { origin, ...where, ids }),
      type: "change",
      form: view.callback_id ?? "",
      context: note.context ?? "",
      answers: readAnswers(view.state?.values, installed.team),
    };
  }
  const name = actionOf(action.action_id);
  if (name === REOPEN) {
    const request = readReopen(action.value ?? "");
    return request && { ...base, ...request };
  }
  const { channel, message, ephemeral } = origin;
  const pressed =
    !view && !ephemeral && channel && message
      ? { message: messageAddress(installed.team, channel, message) }
      : {};
  return { ...base, type: "action", action: name, value: action.value ?? "", ...pressed };
}

function readSubmission(body: Payload, view: ViewPayload, installed: Installation): ChatEvent {
  const { origin, context, instance } = readNote(view.private_metadata);
  const opened = instance ?? view.id;
  return {
    ...arrival(body, installed, { origin, view: openView(view), instance: opened }),
    type: "form",
    form: view.callback_id ?? "",
    context: context ?? "",
    answers: readAnswers(view.state?.values, installed.team),
    instance: opened,
  };
}

function readNotification(
  event: EventPayload,
  id: string,
  installed: Installation,
): ChatEvent | undefined {
  const user = typeof event.user === "string" ? event.user : event.user?.id;
  const channel = typeof event.channel === "string" ? event.channel : event.channel?.id;
  const about = (from: string | undefined, via: Partial<Via> = {}): Arrival => ({
    id,
    tenant: tenantAddress(installed.team),
    from: placeAddress(installed.team, from ?? installed.bot),
    channel: channelAddress(installed.team, channel),
    via: writeVia({ user: from ?? installed.bot, origin: {}, ...via }),
  });
  switch (event.type) {
    case "app_home_opened":
      if (event.tab !== "home" || !user) return undefined;
      return {
        ...about(user, {
          origin: { home: true },
          ...(event.view ? { homeHash: event.view.hash } : {}),
        }),
        type: "home",
        channel: null,
      };
    case "message":
      if (event.channel_type !== "im") return readReply(event, user, channel, about, installed);
      if (!isTyped(withoutFiles(event), user, installed)) return undefined;
      return {
        ...about(user, { origin: conversation(event, channel) }),
        type: "command",
        text: withoutName(withoutMention(event.text ?? "", installed.bot)),
      };
    case "app_mention":
      if (!isTyped(event, user, installed)) return undefined;
      return {
        ...about(user, { origin: conversation(event, channel) }),
        type: "command",
        text: withoutMention(event.text ?? "", installed.bot),
      };
    case "user_change":
      if (!user || !isPerson(user) || user === installed.bot) return undefined;
      return {
        ...about(user),
        type: "person",
        change: typeof event.user === "object" && event.user.deleted ? "left" : "changed",
      };
    case "channel_archive":
    case "channel_deleted":
    case "channel_left":
    case "group_archive":
    case "group_deleted":
    case "group_left":
      return { ...about(user), type: "channel", change: "closed" };
    case "channel_unarchive":
    case "group_unarchive":
      return { ...about(user), type: "channel", change: "opened" };
    case "member_joined_channel":
      if (user !== installed.bot) return undefined;
      return { ...about(event.inviter ?? user), type: "installed" };
    case "app_uninstalled":
    case "tokens_revoked":
      return { ...about(undefined), type: "uninstalled" };
    default:
      return undefined;
  }
}

/**
 * Something a person wrote into a thread that the bot began; whatever else is written in a channel is
 * dropped unread. A mention is a command, and comes as one.
 */
function readReply(
  { subtype, ...event }: EventPayload,
  user: string | undefined,
  channel: string | undefined,
  about: (from: string | undefined, via?: Partial<Via>) => Arrival,
  installed: Installation,
): ChatEvent | undefined {
  const { thread_ts: thread, parent_user_id: parent, text = "" } = event;
  // "Also send to channel" makes no other message of it.
  const typed = subtype === "thread_broadcast" || subtype === undefined;
  if (!typed || !isTyped(event, user, installed) || !channel) return undefined;
  if (!thread || parent !== installed.bot || text.includes(`<@${installed.bot}`)) return undefined;
  return {
    ...about(user),
    type: "said",
    thread: messageAddress(installed.team, channel, thread),
    text: readable(text).trim(),
  };
}

/** Words beside a picture or a file are typed as others are; a file alone says nothing to the bot. */
function withoutFiles({ subtype, ...event }: EventPayload): EventPayload {
  const isSaid = subtype === "file_share" && event.text?.trim() !== "";
  return subtype === undefined || isSaid ? event : { ...event, subtype };
}

/** Written by a person: not edited, not joined, not by a bot. */
function isTyped(event: EventPayload, user: string | undefined, { bot }: Installation): boolean {
  return Boolean(user) && user !== bot && !event.subtype && !event.bot_id;
}

/** A direct message is answered in place; a mention in its channel, for the asker only. */
function conversation(event: EventPayload, channel: string | undefined): Origin {
  return {
    ...(channel ? { channel } : {}),
    ...(event.thread_ts ? { thread: event.thread_ts } : {}),
    ...(event.channel_type === "im" ? { typed: true as const } : {}),
  };
}

/** Where a command, a press or a shortcut came from. */
function originOf(body: Payload): Origin {
  const channel = body.container?.channel_id ?? body.channel?.id ?? body.channel_id;
  const thread = body.container?.thread_ts;
  const pressed = body.type === "block_actions" ? body.container?.message_ts : undefined;
  return {
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
    ...(channel ? { channel } : {}),
    ...(thread ? { thread } : {}),
    ...(pressed ? { message: pressed } : {}),
    ...(body.container?.is_ephemeral ? { ephemeral: true as const } : {}),
  };
}

function arrival(
  body: Payload,
  { team, bot }: Installation,
  via: Pick<Via, "origin"> & Partial<Via>,
): Arrival {
  const user = body.user?.id ?? body.user_id ?? bot;
  const trigger = body.trigger_id ? { trigger: body.trigger_id } : {};
  return {
    id: body.trigger_id ?? `${user}/${body.view?.id ?? ""}/${body.view?.hash ?? ""}`,
    tenant: tenantAddress(team),
    from: placeAddress(team, user),
    channel: channelAddress(team, via.origin.channel),
    via: writeVia({ user, ...trigger, ...via }),
  };
}

/** A conversation with the bot alone is no channel. */
function channelAddress(team: string, channel: string | undefined): Address | null {
  return channel && !isDirect(channel) ? placeAddress(team, channel) : null;
}

function openView(view: ViewPayload): OpenView {
  const depth = !view.previous_view_id ? 1 : view.previous_view_id === view.root_view_id ? 2 : 3;
  return { id: view.id, hash: view.hash, depth };
}
