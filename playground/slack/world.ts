/**
 * What Slack knows: people, channels, messages, dialogs, homes and the time. Everything here is in
 * the journal, so that a restarted playground shows the same screen.
 */
import { randomBytes } from "node:crypto";
import type { Bag } from "../bag.ts";
import type { Demo, Person, Workspace } from "../demo.ts";
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

interface ClockState {
  readonly now: string;
  readonly next: string | null;
}

/** Where the virtual clock stands after a reset: Tuesday 2 March 2027, 09:00 in Chicago. */
export const FIRST_INSTANT = "2027-03-02T15:00:00.000Z";
const SLACKBOT = "USLACKBOT";

export interface World {
  readonly demo: Demo;
  readonly slackbot: string;
  readonly messages: Collection<Message>;
  readonly views: Collection<View>;
  /** The bot's home by Slack id of the person. */
  readonly homes: Collection<View>;
  /** Ids of a person's open dialogs, lowest first, by Slack id. */
  readonly stacks: Collection<readonly string[]>;
  readonly notes: Collection<unknown>;
  clock(): ClockState;
  setClock(change: Partial<ClockState>): void;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  putChannel(channel: Channel): void;
  person(user: string): Person | undefined;
  workspace(team: string): Workspace | undefined;
  isDeactivated(user: string): boolean;
  setDeactivated(user: string, deactivated: boolean): void;
  /** A fresh message time stamp on the virtual clock; never given twice. */
  ts(): string;
  /** A fresh id such as `V…`. */
  id(prefix: string): string;
  /** The latest revision; grows with every change. */
  revision(): number;
  /** Counts a change and answers its revision. */
  changed(): number;
  onChange(listener: (revision: number) => void): () => void;
  /** A secret that survives restarts but not a reset. */
  secret(name: string): string;
  reset(clock: ClockState): void;
}

export function createWorld(journal: Journal, demo: Demo): World {
  const notes = journal.collection<unknown>("note");
  const overrides = journal.collection<Channel>("channel");
  const deactivated = journal.collection<true>("deactivated");
  const clocks = journal.collection<ClockState>("clock");
  const messages = journal.collection<Message>("message");
  const listeners = new Set<(revision: number) => void>();
  const seeds = new Map([...seedChannels(demo), ...directChannels(demo)].map((c) => [c.id, c]));
  const personOf = new Map(demo.people.filter((p) => p.user !== "").map((p) => [p.user, p]));
  let sequence = messages
    .values()
    .reduce((highest, message) => Math.max(highest, Number(message.ts.split(".")[1])), 0);
  const views = journal.collection<View>("view");
  const homes = journal.collection<View>("home");
  const kept = [...messages.values(), ...views.values(), ...homes.values()];
  let revision = kept.reduce((highest, document) => Math.max(highest, document.revision), 0);

  function clock(): ClockState {
    return clocks.get("clock") ?? { now: FIRST_INSTANT, next: null };
  }

  function changed(): number {
    revision += 1;
    for (const listener of listeners) listener(revision);
    return revision;
  }

  return {
    demo,
    slackbot: SLACKBOT,
    messages,
    views,
    homes,
    stacks: journal.collection<readonly string[]>("stack"),
    notes,
    clock,
    setClock: (change) => {
      const before = clock();
      const after = { ...before, ...change };
      if (after.now === before.now && after.next === before.next) return;
      clocks.put("clock", after);
      changed();
    },
    channels: () => [...seeds.values()].map((seed) => overrides.get(seed.id) ?? seed),
    channel: (id) => overrides.get(id) ?? seeds.get(id),
    putChannel: (channel) => {
      overrides.put(channel.id, channel);
      changed();
    },
    person: (user) => personOf.get(user),
    workspace: (team) => demo.workspaces.find((space) => space.team === team),
    isDeactivated: (user) => deactivated.get(user) ?? false,
    setDeactivated: (user, isOut) => {
      if (isOut) deactivated.put(user, true);
      else deactivated.delete(user);
      changed();
    },
    ts: () => {
      sequence += 1;
      const seconds = Math.floor(Date.parse(clock().now) / 1000);
      return `${seconds}.${String(sequence).padStart(6, "0")}`;
    },
    id: (prefix) => `${prefix}${randomBytes(5).toString("hex").toUpperCase()}`,
    revision: () => revision,
    changed,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    secret: (name) => {
      const known = notes.get(`secret:${name}`);
      if (typeof known === "string") return known;
      const made = randomBytes(16).toString("hex");
      notes.put(`secret:${name}`, made);
      return made;
    },
    reset: (first) => {
      journal.clear();
      clocks.put("clock", first);
      changed();
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
    .filter((person) => person.user !== "")
    .map((person) => ({
      id: directChannelId(person.user),
      name: "directmessage",
      team: person.team,
      direct: true,
      archived: false,
      members: [person.user, demo.workspaces.find((w) => w.team === person.team)?.bot ?? ""],
    }));
}
