/** What Slack knows: people, channels, messages, dialogs and homes. All of it is in the journal. */
import type { Bag } from "../bag.ts";
import type { Demo, Workspace } from "../demo.ts";
import { createGround, type Ground } from "../ground.ts";
import type { Collection, Journal } from "../journal.ts";

export interface Channel {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly team: string;
  readonly direct: boolean;
  readonly archived: boolean;
  /** Slack ids. */
  readonly members: readonly string[];
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Slack id of the author. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Bag[] | null;
  readonly metadata: Bag | null;
  /** Slack id of the only person who sees it, for ephemeral messages. */
  readonly onlyFor: string | null;
  /** ISO instants on the virtual clock. */
  readonly at: string;
  readonly edited: string | null;
  readonly created: number;
  readonly revision: number;
}

export type Values = Readonly<Record<string, Readonly<Record<string, Bag>>>>;

export interface View {
  readonly id: string;
  readonly user: string;
  readonly team: string;
  readonly hash: string;
  /** As the app sent it, with the block ids that Slack fills in. */
  readonly view: Bag;
  /** What stands in the inputs, in the shape of `view.state.values`. */
  readonly values: Values;
  /** Block id to sentence. */
  readonly problems: Readonly<Record<string, string>>;
  readonly revision: number;
}

const SLACKBOT = "USLACKBOT";

export interface World extends Ground {
  readonly slackbot: string;
  readonly messages: Collection<Message>;
  readonly views: Collection<View>;
  /** The bot's home by Slack id of the person. */
  readonly homes: Collection<View>;
  /** Ids of a person's open dialogs, lowest first, by Slack id. */
  readonly stacks: Collection<readonly string[]>;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  putChannel(channel: Channel): void;
  workspace(team: string): Workspace | undefined;
  /** A fresh message time stamp on the virtual clock; never given twice. */
  ts(): string;
}

export function createWorld(
  journal: Journal,
  demo: Demo,
  ground: Ground = createGround(journal, demo),
): World {
  const overrides = journal.collection<Channel>("channel");
  const messages = journal.collection<Message>("message");
  const views = journal.collection<View>("view");
  const homes = journal.collection<View>("home");
  const seeds = new Map([...seedChannels(demo), ...directChannels(demo)].map((c) => [c.id, c]));
  let sequence = messages
    .values()
    .reduce((highest, message) => Math.max(highest, Number(message.ts.split(".")[1])), 0);
  ground.resume([...messages.values(), ...views.values(), ...homes.values()]);

  return {
    ...ground,
    slackbot: SLACKBOT,
    messages,
    views,
    homes,
    stacks: journal.collection<readonly string[]>("stack"),
    channels: () => [...seeds.values()].map((seed) => overrides.get(seed.id) ?? seed),
    channel: (id) => overrides.get(id) ?? seeds.get(id),
    putChannel: (channel) => {
      overrides.put(channel.id, channel);
      ground.changed();
    },
    workspace: (team) => demo.workspaces.find((space) => space.team === team),
    ts: () => {
      sequence += 1;
      const seconds = Math.floor(Date.parse(ground.clock().now) / 1000);
      return `${seconds}.${String(sequence).padStart(6, "0")}`;
    },
  };
}

/** Slack's id of the conversation between a person and the bot. */
export function directChannelId(user: string): string {
  return `D${user.slice(1)}`;
}

/** The conversation an app names by id, by `#name`, or by a person's id for their direct one. */
export function namedChannel(world: World, asked: string): Channel | undefined {
  const id = /^[UW]/.test(asked) ? directChannelId(asked) : asked;
  return (
    world.channel(id) ??
    world.channels().find((channel) => !channel.direct && `#${channel.name}` === asked)
  );
}

function seedChannels(demo: Demo): readonly Channel[] {
  return demo.channels.map((seed) => ({ ...seed, direct: false, archived: false }));
}

function directChannels(demo: Demo): readonly Channel[] {
  return demo.people
    .filter(({ platform }) => platform === "slack")
    .map((person) => ({
      id: directChannelId(person.user),
      name: "directmessage",
      team: person.team,
      direct: true,
      archived: false,
      members: [person.user, demo.workspaces.find((w) => w.team === person.team)?.bot ?? ""],
    }));
}
