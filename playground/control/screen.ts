/** What a caller can look at: the whole state, one person's screen, their messages. */
import type { PersonState, Screen, SeenMessage, WorldState } from "../contract.ts";
import type { Person } from "../demo.ts";
import { Refused } from "../refused.ts";
import { findAccount } from "./find.ts";
import type { Stage } from "./stage.ts";
import { storyOf } from "../story.ts";

export function personState(person: Person): PersonState {
  const { id, name, role, school, platform, locale, zone } = person;
  return { id, name, role, school, platform, locale, zone };
}

export function worldState({ ground, platforms }: Stage): WorldState {
  return {
    ...ground.clock(),
    people: ground.demo.people.map(personState),
    channels: platforms.flatMap((platform) => platform.channels()),
    commands: platforms.flatMap(({ offers }) => offers.commands),
    shortcuts: platforms.flatMap(({ offers }) => offers.shortcuts),
  };
}

export function screen(stage: Stage, as: string): Screen {
  const { person, platform } = findAccount(stage, as);
  const messages = platform.messages(person);
  const inside = (channel: string): readonly SeenMessage[] =>
    messages.filter((message) => message.channel === channel);
  const own = platform.channelsOf(person);
  return {
    ...stage.ground.clock(),
    me: personState(person),
    installed: platform.isInstalled(person),
    channels: platform
      .channels()
      .filter(({ id }) => own.includes(id))
      .map((channel) => ({ ...channel, messages: inside(channel.id) })),
    dm: inside("dm"),
    home: platform.home(person) ?? null,
    form: platform.form(person) ?? null,
    story: storyOf(
      stage.ground,
      person,
      stage.platforms.map((one) => one.kindsSent(person.school)),
    ),
  };
}

export interface MessagesQuery {
  readonly as: string;
  readonly in?: string | undefined;
  readonly since?: string | undefined;
}

/** Messages a person sees, oldest first; `since` includes what was sent or changed at that instant. */
export function messages(stage: Stage, query: MessagesQuery): readonly SeenMessage[] {
  const { person, platform } = findAccount(stage, query.as);
  const channel = query.in === undefined ? undefined : platform.place(person, query.in);
  const since = query.since === undefined ? -Infinity : Date.parse(query.since);
  if (Number.isNaN(since)) {
    throw new Refused(400, "`since` is no instant; write it like 2027-03-02T15:00:00Z.");
  }
  return platform
    .messages(person)
    .filter((message) => channel === undefined || message.channel === channel)
    .filter((message) => Date.parse(message.edited ?? message.at) >= since);
}
