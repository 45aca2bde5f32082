/**
 * What Teams knows: teams and their channels, chats, posts, what each person sees of a card, and
 * dialogs. Everything here is in the journal.
 */
import type { Bag } from "../bag.ts";
import type { Person, Tenant } from "../demo.ts";
import type { Ground } from "../ground.ts";
import type { Collection, Journal } from "../journal.ts";
import { chatId } from "./ids.ts";

/** A channel of a team, or the chat between one person and the bot. */
export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  readonly kind: "channel" | "personal";
  readonly archived: boolean;
  /** Teams ids of people; the bot is never among them. */
  readonly members: readonly string[];
  /** The app is installed in the team, or by the person. */
  readonly installed: boolean;
}

export interface Post {
  readonly conversation: string;
  readonly id: string;
  /** The post that opened the thread. */
  readonly root: string | null;
  /** A person's Teams id, or the bot's. */
  readonly from: string;
  /** As people read it: without markup. */
  readonly text: string;
  readonly cards: readonly Bag[];
  /** What was sent, as it was sent. */
  readonly activity: Bag;
  /** ISO instants on the virtual clock. */
  readonly at: string;
  readonly edited: string | null;
  readonly created: number;
  readonly revision: number;
}

/** By input id, as a card sends it: one string, several joined by commas. */
export type Values = Readonly<Record<string, string>>;

/** What one person has before them on a post or in a dialog. */
export interface Filled {
  readonly values: Values;
  /** Input id to sentence. */
  readonly problems: Readonly<Record<string, string>>;
}

/** A post as one person sees it: a card that only they got, and what they typed into it. */
export interface OwnView extends Filled {
  readonly post: string;
  readonly user: string;
  readonly card: Bag | null;
  readonly revision: number;
}

/** Where a dialog came from, and so where its answers go. */
export type Origin =
  | { readonly kind: "task"; readonly conversation: string; readonly replyTo: string | null }
  | {
      readonly kind: "extension";
      readonly conversation: string;
      readonly command: string;
      readonly context: "compose" | "message";
      readonly message: Bag | null;
    };

export interface Dialog extends Filled {
  readonly id: string;
  readonly user: string;
  readonly origin: Origin;
  readonly title: string;
  /** Null when the bot has only said something. */
  readonly card: Bag | null;
  readonly message: string | null;
  readonly revision: number;
}

export interface TeamsWorld extends Ground {
  readonly posts: Collection<Post>;
  /** By post and person. */
  readonly views: Collection<OwnView>;
  /** The open dialog by Teams id of the person. */
  readonly dialogs: Collection<Dialog>;
  conversations(): readonly Conversation[];
  conversation(id: string): Conversation | undefined;
  putConversation(conversation: Conversation): void;
  tenant(id: string): Tenant | undefined;
  /** A fresh id of a post, as Teams makes them of the time; never given twice. */
  postId(): string;
}

export function createTeamsWorld(journal: Journal, ground: Ground): TeamsWorld {
  const { demo } = ground;
  const posts = journal.collection<Post>("teams-post");
  const views = journal.collection<OwnView>("teams-view");
  const dialogs = journal.collection<Dialog>("teams-dialog");
  const overrides = journal.collection<Conversation>("teams-conversation");
  const seeds = new Map(
    [...demo.tenants.flatMap(channels), ...chats(demo.people)].map((seed) => [seed.id, seed]),
  );
  let lastId = posts.values().reduce((highest, post) => Math.max(highest, Number(post.id)), 0);
  ground.resume([...posts.values(), ...views.values(), ...dialogs.values()]);

  return {
    ...ground,
    posts,
    views,
    dialogs,
    conversations: () => [...seeds.values()].map((seed) => overrides.get(seed.id) ?? seed),
    conversation: (id) => overrides.get(id) ?? seeds.get(id),
    putConversation: (conversation) => {
      overrides.put(conversation.id, conversation);
      ground.changed();
    },
    tenant: (id) => demo.tenants.find(({ tenant }) => tenant === id),
    postId: () => {
      // After a reset nothing is left that an id of earlier times could be taken for.
      if (posts.keys().length === 0) lastId = 0;
      lastId = Math.max(lastId + 1, Date.parse(ground.clock().now));
      return String(lastId);
    },
  };
}

function channels(tenant: Tenant): readonly Conversation[] {
  return tenant.channels.map(({ id, name, members }) => ({
    id,
    name,
    tenant: tenant.tenant,
    kind: "channel",
    archived: false,
    members,
    installed: true,
  }));
}

function chats(people: readonly Person[]): readonly Conversation[] {
  return people
    .filter(({ platform }) => platform === "teams")
    .map(({ user, team }) => ({
      id: chatId(user),
      name: "",
      tenant: team,
      kind: "personal",
      archived: false,
      members: [user],
      installed: true,
    }));
}
