/** What Teams tells, as events of the core. Pure: an activity in, events out. */

import { createHash } from "node:crypto";
import type { Address } from "../../src/team/person.ts";
import type { ChatEvent } from "../../src/ports.ts";
import { invokeValue, isPersonal, type TeamsActivity } from "./activity.ts";
import {
  isChannel,
  isShared,
  messageAddress,
  pressedAddress,
  placeAddress,
  splitThread,
  tenantAddress,
} from "./address.ts";
import { CONSENT, readConsent } from "./consent.ts";
import { type Carried, type CarriedForm, chosenPeople, readAnswers, readData } from "./data.ts";
import { extensionCommand } from "./extension.ts";
import { localeFrom } from "./locale.ts";
import { commandIn, mentionsBot, quoted, spoken } from "./spoken.ts";
import { type By, readOrigin, type Via, writeVia } from "./via.ts";

/** What has to be known before an activity can be read. */
export interface Known {
  /** The verified tenant. */
  readonly tenant: string;
  /** Addresses of the people whom `peopleIn` names. */
  readonly people: ReadonlyMap<string, Address>;
  /**
   * The note of a form that is as the bot drew it for whoever sent it; undefined for any other, of which
   * nothing is shown again. Left out, every note is taken as it is.
   */
  readonly open?: (carried: CarriedForm, user: string) => string | undefined;
}

type Arrival = Pick<ChatEvent, "id" | "tenant" | "from" | "channel" | "via">;

/** Whom a form that arrives names, by their ids in the directory. */
export function peopleIn(activity: TeamsActivity): readonly string[] {
  const data = dataOf(activity);
  const carried = readData(data);
  return carried?.kind === "submit" || carried?.kind === "change"
    ? chosenPeople(carried.form, data)
    : [];
}

/** What was carried by the card or dialog that somebody pressed. */
export function carriedBy(activity: TeamsActivity): Carried | undefined {
  return readData(dataOf(activity));
}

function dataOf(activity: TeamsActivity): unknown {
  if (activity.type === "message") return activity.value;
  const { action, data } = invokeValue(activity);
  return activity.name === "adaptiveCard/action" ? action?.data : data;
}

/** How an activity can be answered. */
export function byOf({ type, name, value }: TeamsActivity): By {
  if (type === "message") return value === undefined ? "typed" : "card";
  switch (name) {
    case "adaptiveCard/action":
      return "card";
    case "task/fetch":
    case "composeExtension/fetchTask":
      return "fetch";
    case "task/submit":
    case "composeExtension/submitAction":
      return "dialog";
    case CONSENT:
      return "file";
    case undefined:
    default:
      return "told";
  }
}

/** @returns none for what means nothing to the core, such as what bots write. */
export function readEvents(activity: TeamsActivity, known: Known): readonly ChatEvent[] {
  switch (activity.type) {
    case "message":
      return one(
        activity.value === undefined ? readTyped(activity, known) : readPress(activity, known),
      );
    case "invoke":
      return one(readInvoke(activity, known));
    case "installationUpdate":
      return readInstallation(activity, known);
    case "conversationUpdate":
      return readChange(activity, known);
    default:
      return [];
  }
}

const one = (event: ChatEvent | undefined): readonly ChatEvent[] => (event ? [event] : []);

function readInvoke(activity: TeamsActivity, known: Known): ChatEvent | undefined {
  if (activity.name === "composeExtension/fetchTask") return readExtension(activity, known);
  if (activity.name === CONSENT) return readAllowed(activity, known);
  return byOf(activity) === "told" ? undefined : readPress(activity, known);
}

/**
 * The press that made the file, once more: whether they still may is decided now. Teams gives one address
 * for each yes, so that however often it tells of it, it is the same event.
 */
function readAllowed(activity: TeamsActivity, known: Known): ChatEvent | undefined {
  const consent = readConsent(activity);
  if (consent?.type !== "accepted" || !isPersonal(activity)) return undefined;
  const { making, upload } = consent;
  const { action, value } = making;
  const base = arrival(activity, known, { upload });
  const id = `${activity.conversation.id}/file/${fingerprint(upload.url)}`;
  return { ...base, id, type: "action", action, value };
}

function readTyped(activity: TeamsActivity, known: Known): ChatEvent | undefined {
  if (activity.from.id.startsWith("28:")) return undefined;
  const text = spoken(activity);
  if (!isPersonal(activity) && !mentionsBot(activity)) return readSaid(activity, text, known);
  // A picture or a file alone says nothing to the bot.
  if (!text && activity.attachments?.some(({ contentType }) => contentType !== "text/html"))
    return undefined;
  const command = commandIn(text);
  if (command.toLowerCase() === "home")
    return { ...arrival(activity, known), type: "home", channel: null };
  return { ...arrival(activity, known), type: "command", text: command };
}

/** Only channels have threads, and only an answer in one is below a message. */
function readSaid(activity: TeamsActivity, text: string, known: Known): ChatEvent | undefined {
  const { id, root } = splitThread(activity.conversation.id);
  if (!isChannel(id) || !root || root === activity.id || !text.trim()) return undefined;
  const thread = messageAddress(known.tenant, id, root);
  return { ...arrival(activity, known, { by: "told" }), type: "said", thread, text: text.trim() };
}

function readPress(activity: TeamsActivity, known: Known): ChatEvent | undefined {
  const data = dataOf(activity);
  const carried = readData(data);
  if (!carried || carried.kind === "cancel") return undefined;
  if (carried.kind === "action") {
    const { action, value } = carried;
    const { conversation, replyToId } = activity;
    const message =
      replyToId === undefined
        ? {}
        : { message: pressedAddress(known.tenant, conversation.id, replyToId) };
    return { ...arrival(activity, known), type: "action", action, value, ...message };
  }
  const { kind, form } = carried;
  const user = activity.from.id;
  const note = known.open ? known.open(carried, user) : carried.note;
  const isOurs = note !== undefined;
  // Only the bot's own opening of a form has a name that others cannot choose.
  const instance = isOurs ? carried.instance : fingerprint(`${user} ${carried.instance}`);
  const channel = readOrigin(note ?? "")?.conversation;
  // Where others read along no form stands, and what is none of ours changes no message.
  const mayChange = isPersonal(activity) || (isOurs && byOf(activity) === "dialog");
  const here = mayChange ? activity : withoutMessage(activity);
  const base = {
    ...arrival(here, known, isOurs ? { form: { form, instance, note } } : {}),
    channel: channelAddress(known.tenant, channel ?? activity.conversation.id),
    form: form.form,
    context: form.context,
    answers: readAnswers(form, data, known.people, (id) => placeAddress(known.tenant, id)),
  };
  return kind === "submit" ? { ...base, type: "form", instance } : { ...base, type: "change" };
}

function withoutMessage(activity: TeamsActivity): TeamsActivity {
  const { replyToId, ...rest } = activity;
  return replyToId === undefined ? activity : rest;
}

function readExtension(activity: TeamsActivity, known: Known): ChatEvent | undefined {
  const { commandId, commandContext, messagePayload } = invokeValue(activity);
  if (!commandId) return undefined;
  const { content = "", contentType } = messagePayload?.body ?? {};
  const text = commandContext === "message" ? quoted(content, contentType) : "";
  const base = arrival(activity, known);
  const asked = extensionCommand(commandId);
  return asked.type === "command"
    ? { ...base, type: "command", text: asked.words }
    : { ...base, type: "shortcut", shortcut: asked.shortcut, text };
}

/** An upgrade is no farewell: only what is new after it counts. */
function readInstallation(activity: TeamsActivity, known: Known): readonly ChatEvent[] {
  const base = arrival(activity, known, { by: "told" });
  switch (activity.action) {
    case "add":
    case "add-upgrade":
      return [{ ...base, type: "installed" }];
    case "remove":
      return [{ ...base, type: "uninstalled" }];
    case undefined:
    default:
      return [];
  }
}

const CLOSED = ["channelDeleted", "teamArchived", "teamDeleted", "teamHardDeleted"];
const OPENED = ["channelRestored", "channelRenamed", "teamUnarchived", "teamRestored"];

function readChange(activity: TeamsActivity, known: Known): readonly ChatEvent[] {
  const { channelData, membersAdded = [], membersRemoved = [], recipient } = activity;
  const changed = channelData?.eventType ?? "";
  const place = channelData?.channel?.id ?? channelData?.team?.id ?? activity.conversation.id;
  const base = arrival(activity, known, { by: "told" });
  const ofChannel = (change: "closed" | "opened"): readonly ChatEvent[] =>
    isShared(place)
      ? [{ ...base, type: "channel", change, channel: channelAddress(known.tenant, place) }]
      : [];
  const ofPeople = (people: typeof membersAdded, change: "left" | "changed") =>
    people
      .filter(({ id }) => id.startsWith("29:"))
      .map(({ id }): ChatEvent => ({
        ...base,
        id: `${base.id}/${id}`,
        from: placeAddress(known.tenant, id),
        type: "person",
        change,
      }));
  const isBot = ({ id }: { readonly id: string }): boolean => id === recipient.id;
  if (CLOSED.includes(changed) || membersRemoved.some(isBot)) return ofChannel("closed");
  if (OPENED.includes(changed) || membersAdded.some(isBot)) return ofChannel("opened");
  return [...ofPeople(membersRemoved, "left"), ...ofPeople(membersAdded, "changed")];
}

/** How what came with an activity can be answered. */
export function viaOf(activity: TeamsActivity, tenant: string): Via {
  const { from, conversation, serviceUrl, replyToId, locale, name } = activity;
  return {
    by: byOf(activity),
    serviceUrl,
    tenant,
    user: from.id,
    conversation: conversation.id,
    isPersonal: isPersonal(activity),
    locale: localeFrom(locale),
    ...(replyToId && name !== "composeExtension/fetchTask" ? { message: replyToId } : {}),
  };
}

function arrival(activity: TeamsActivity, { tenant }: Known, more: Partial<Via> = {}): Arrival {
  const { from, conversation, id } = activity;
  return {
    id: `${splitThread(conversation.id).id}/${id ?? fingerprint(JSON.stringify(activity))}`,
    tenant: tenantAddress(tenant),
    from: placeAddress(tenant, from.id),
    channel: channelAddress(tenant, conversation.id),
    via: writeVia({ ...viaOf(activity, tenant), ...more }),
  };
}

/** Names what has no id of its own. */
export const fingerprint = (what: string): string =>
  createHash("sha256").update(what).digest("hex").slice(0, 24);

/** A conversation with the bot alone is no channel. */
function channelAddress(tenant: string, conversation: string): Address | null {
  const { id } = splitThread(conversation);
  return isShared(id) ? placeAddress(tenant, id) : null;
}
