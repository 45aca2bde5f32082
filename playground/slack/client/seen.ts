/** The world as one person sees it. */
import { bagsAt, type Bag, textAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { ChannelState, Seen, SeenForm, SeenHome, SeenMessage } from "../../contract.ts";
import { topView, viewPayload } from "../dialogs.ts";
import { byTime, messageKey, messagePayload } from "../messages.ts";
import { readBlocks, type Reader, readMessage } from "../readable.ts";
import type { Channel, Message, View, World } from "../world.ts";
import { asSeen, pressables } from "./buttons.ts";
import { fieldsOf, seenInput } from "./fields.ts";

export function channelState(world: World, channel: Channel): ChannelState {
  return {
    id: channel.id,
    name: channel.name,
    platform: "slack",
    members: channel.members.flatMap((user) => world.person(user)?.id ?? []),
  };
}

function readerFor(world: World, person: Person | undefined): Reader {
  return {
    zone: person?.zone ?? world.demo.zone,
    locale: person?.locale === undefined || person.locale === "en" ? "en-US" : person.locale,
    userName: (user) =>
      world.person(user)?.name ??
      (world.demo.workspaces.some((space) => space.bot === user) ? "Liaison" : undefined),
    channelName: (channel) => world.channel(channel)?.name,
  };
}

/** True when the person is in the channel and the message is not private to somebody else. */
export function canSee(world: World, person: Person, message: Message): boolean {
  const channel = world.channel(message.channel);
  if (!channel?.members.includes(person.user)) return false;
  return message.onlyFor === null || message.onlyFor === person.user;
}

/** What a person sees, oldest first. */
export function messagesFor(world: World, person: Person): readonly Message[] {
  return world.messages
    .values()
    .filter((message) => canSee(world, person, message))
    .sort(byTime);
}

/** `reader` is undefined when the message is shown to nobody in particular. */
export function seenMessage(
  world: World,
  message: Message,
  reader: Person | undefined,
): SeenMessage {
  const channel = world.channel(message.channel);
  const only = message.onlyFor ?? (channel?.direct ? (channel.members[0] ?? null) : null);
  return {
    id: messageKey(message.channel, message.ts),
    at: message.at,
    channel: channel?.direct ? "dm" : message.channel,
    thread: message.threadTs === null ? null : messageKey(message.channel, message.threadTs),
    from: authorOf(world, message.user),
    to: only === null ? null : (world.person(only)?.id ?? null),
    private: message.onlyFor !== null && !channel?.direct,
    edited: message.edited,
    text: readMessage(readerFor(world, reader), message.text, message.blocks),
    buttons: pressables(message.blocks ?? [], false).map(asSeen),
    raw: messagePayload(world, message, true),
  };
}

/** A message as the one it is meant for sees it. */
export function sentMessage(world: World, message: Message): SeenMessage {
  const channel = world.channel(message.channel);
  const only = message.onlyFor ?? (channel?.direct ? (channel.members[0] ?? "") : "");
  return seenMessage(world, message, world.person(only));
}

function authorOf(world: World, user: string): string {
  if (user === world.slackbot) return "slackbot";
  return world.person(user)?.id ?? "bot";
}

export function seenForm(world: World, person: Person): SeenForm | undefined {
  const view = topView(world, person.user);
  if (!view) return undefined;
  return {
    id: view.id,
    title: textAt(view.view, "title") ?? "",
    submit: textAt(view.view, "submit") ?? null,
    text: readBlocks(readerFor(world, person), blocksOf(view)),
    inputs: fieldsOf(view).map((field) => seenInput(world, view, field)),
    buttons: pressables(blocksOf(view), true).map(asSeen),
    raw: viewPayload(world, view),
  };
}

export function seenHome(world: World, person: Person): SeenHome | undefined {
  const view = world.homes.get(person.user);
  if (!view) return undefined;
  return {
    id: view.id,
    text: readBlocks(readerFor(world, person), blocksOf(view)),
    buttons: pressables(blocksOf(view), false).map(asSeen),
    raw: viewPayload(world, view),
  };
}

export function blocksOf(view: View): readonly Bag[] {
  return bagsAt(view.view, "blocks");
}

/** What became new for a person after that revision. */
export function seenSince(world: World, person: Person, before: number): Seen {
  const top = topView(world, person.user);
  const form = top && top.revision > before ? seenForm(world, person) : undefined;
  const home = world.homes.get(person.user);
  const homeSeen = home && home.revision > before ? seenHome(world, person) : undefined;
  const problems = top && Object.keys(top.problems).length > 0 ? top.problems : undefined;
  return {
    messages: messagesFor(world, person)
      .filter((message) => message.revision > before)
      .map((message) => seenMessage(world, message, person)),
    ...(form ? { form } : {}),
    ...(form && problems ? { problems } : {}),
    ...(homeSeen ? { home: homeSeen } : {}),
  };
}
