/** What a caller can look at: the whole state, one person's screen, their messages, their home. */
import type { Screen, Seen, SeenMessage, WorldState } from "../contract.ts";
import type { Message } from "../slack/world.ts";
import { directChannelId } from "../slack/world.ts";
import { Refused } from "../refused.ts";
import { act, workspaceOf } from "./act.ts";
import { findActor, findConversation, findPerson } from "./find.ts";
import { channelState, messagesFor, personState, seenForm, seenHome, seenMessage } from "./seen.ts";
import type { Stage } from "./stage.ts";
import { storyOf } from "./story.ts";
import { viewPayload } from "../slack/dialogs.ts";

export function worldState(stage: Stage): WorldState {
  const { world, declared } = stage;
  return {
    ...world.clock(),
    people: world.demo.people.map(personState),
    channels: world
      .channels()
      .filter((channel) => !channel.direct)
      .map((channel) => channelState(world, channel)),
    commands: declared.commands.map(({ name, hint }) => ({ name, hint })),
    shortcuts: declared.shortcuts.map(({ name, onMessage }) => ({ name, onMessage })),
  };
}

export function screen(stage: Stage, as: string): Screen {
  const { world } = stage;
  const person = findPerson(world, as);
  const messages = messagesFor(world, person);
  const inside = (channel: string): readonly SeenMessage[] =>
    messages
      .filter((message) => message.channel === channel)
      .map((message) => seenMessage(world, message, person));
  return {
    ...world.clock(),
    me: personState(person),
    channels: world
      .channels()
      .filter((channel) => !channel.direct && channel.members.includes(person.user))
      .map((channel) => ({ ...channelState(world, channel), messages: inside(channel.id) })),
    dm: inside(directChannelId(person.user)),
    home: seenHome(world, person) ?? null,
    form: seenForm(world, person) ?? null,
    story: storyOf(world),
  };
}

export interface MessagesQuery {
  readonly as: string;
  readonly in?: string | undefined;
  readonly since?: string | undefined;
}

/** Messages a person sees, oldest first; `since` includes what was sent or changed at that instant. */
export function messages(stage: Stage, query: MessagesQuery): readonly SeenMessage[] {
  const { world } = stage;
  const person = findPerson(world, query.as);
  const channel = query.in === undefined ? undefined : findConversation(world, person, query.in).id;
  const since = query.since === undefined ? -Infinity : Date.parse(query.since);
  if (Number.isNaN(since)) {
    throw new Refused(400, "`since` is no instant; write it like 2027-03-02T15:00:00Z.");
  }
  const fresh = (message: Message): boolean => Date.parse(message.edited ?? message.at) >= since;
  return messagesFor(world, person)
    .filter((message) => channel === undefined || message.channel === channel)
    .filter(fresh)
    .map((message) => seenMessage(world, message, person));
}

/** Opens the bot's home: the app is told, and what it published is answered. */
export async function openHome(stage: Stage, as: string): Promise<Seen> {
  const { world } = stage;
  const person = findActor(world, as);
  const before = world.homes.get(person.user);
  const seen = await act(stage, person, async () => {
    await stage.deliver.event(workspaceOf(stage, person), {
      type: "app_home_opened",
      user: person.user,
      channel: directChannelId(person.user),
      tab: "home",
      event_ts: world.ts(),
      ...(before ? { view: viewPayload(world, before) } : {}),
    });
    return undefined;
  });
  const home = seenHome(world, person);
  return home ? { ...seen, home } : seen;
}
