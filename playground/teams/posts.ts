/** Posts as the stand-in keeps them, and who sees which. */
import { type Bag, bagAt, bagsAt, stringAt } from "../bag.ts";
import type { Person } from "../demo.ts";
import { fileCard } from "./file-card.ts";
import { readText } from "./readable.ts";
import type { OwnView, Post, TeamsWorld } from "./world.ts";

const CARD = "application/vnd.microsoft.card.adaptive";

export function postKey(post: Pick<Post, "conversation" | "id">): string {
  return `${post.conversation}:${post.id}`;
}

function viewKey(post: Pick<Post, "conversation" | "id">, user: string): string {
  return `${postKey(post)}|${user}`;
}

export interface Draft {
  readonly conversation: string;
  readonly root: string | null;
  readonly from: string;
  readonly activity: Bag;
  /** Of what people write; what the bot writes is read out of its activity. */
  readonly id?: string;
  readonly text?: string;
}

/** Stores a post at the virtual time. */
export function publish(world: TeamsWorld, draft: Draft): Post {
  const revision = world.revision() + 1;
  const post: Post = {
    conversation: draft.conversation,
    id: draft.id ?? world.postId(),
    root: threadRoot(world, draft.conversation, draft.root),
    from: draft.from,
    text: draft.text ?? readText(draft.activity),
    cards: cardsOf(draft.activity),
    activity: draft.activity,
    at: world.clock().now,
    edited: null,
    created: revision,
    revision,
  };
  world.posts.put(postKey(post), post);
  world.changed();
  return post;
}

/** Replaces a post for everybody: cards that single people got for it are gone. */
export function replace(world: TeamsWorld, post: Post, activity: Bag): Post {
  forgetViews(world, post);
  const edited: Post = {
    ...post,
    text: readText(activity),
    cards: cardsOf(activity),
    activity,
    edited: world.clock().now,
    revision: world.revision() + 1,
  };
  world.posts.put(postKey(post), edited);
  world.changed();
  return edited;
}

export function remove(world: TeamsWorld, post: Post): void {
  forgetViews(world, post);
  world.posts.delete(postKey(post));
  world.changed();
}

function forgetViews(world: TeamsWorld, post: Post): void {
  for (const key of world.views.keys()) {
    if (key.startsWith(`${postKey(post)}|`)) world.views.delete(key);
  }
}

/** Adaptive Cards of an activity, in order; a file is drawn as one. */
export function cardsOf(activity: Bag): readonly Bag[] {
  return bagsAt(activity, "attachments").flatMap((attachment): readonly Bag[] => {
    const card = isCardAttachment(attachment) ? bagAt(attachment, "content") : fileCard(attachment);
    return card ? [card] : [];
  });
}

/** A post replied to is the thread's first, or one of its replies. */
function threadRoot(world: TeamsWorld, conversation: string, root: string | null): string | null {
  if (root === null || world.conversation(conversation)?.kind !== "channel") return null;
  return world.posts.get(postKey({ conversation, id: root }))?.root ?? root;
}

export function ownView(world: TeamsWorld, post: Post, user: string): OwnView | undefined {
  return world.views.get(viewKey(post, user));
}

/** Stores what one person sees or typed; what is left out stays. */
export function putView(
  world: TeamsWorld,
  post: Post,
  user: string,
  change: Partial<Pick<OwnView, "card" | "values" | "problems">>,
): void {
  const before = ownView(world, post, user) ?? { card: null, values: {}, problems: {} };
  world.views.put(viewKey(post, user), {
    ...before,
    ...change,
    post: postKey(post),
    user,
    revision: world.changed(),
  });
}

/** The cards of a post as one person sees them. */
export function cardsFor(world: TeamsWorld, post: Post, user: string | null): readonly Bag[] {
  const own = user === null ? undefined : ownView(world, post, user);
  return own?.card ? [own.card] : post.cards;
}

/** When a post last changed for that person. */
export function revisionFor(world: TeamsWorld, post: Post, user: string): number {
  return Math.max(post.revision, ownView(world, post, user)?.revision ?? 0);
}

export function canSee(world: TeamsWorld, person: Person, post: Post): boolean {
  return world.conversation(post.conversation)?.members.includes(person.user) === true;
}

/** What a person sees, oldest first. */
export function postsFor(world: TeamsWorld, person: Person): readonly Post[] {
  return world.posts
    .values()
    .filter((post) => canSee(world, person, post))
    .sort(byTime);
}

export function byTime(a: Post, b: Post): number {
  return Number(a.id) - Number(b.id);
}

/** An id of an activity as a caller gives it. */
export function postAt(world: TeamsWorld, conversation: string, id: string): Post | undefined {
  return world.posts.get(postKey({ conversation, id }));
}

export function isCardAttachment(attachment: Bag): boolean {
  return stringAt(attachment, "contentType") === CARD;
}
