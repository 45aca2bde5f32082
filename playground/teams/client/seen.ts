/** Teams as one person sees it. */
import { type Bag, stringAt } from "../../bag.ts";
import type { ChannelState, Seen, SeenForm, SeenHome, SeenMessage } from "../../contract.ts";
import type { Person } from "../../demo.ts";
import { walk } from "../card.ts";
import { filesIn } from "../file-card.ts";
import { BOT, chatId } from "../ids.ts";
import { cardsFor, ownView, postKey, postsFor, revisionFor } from "../posts.ts";
import { readCard, readPost } from "../readable.ts";
import { peopleIn } from "../roster.ts";
import type { Conversation, Dialog, Filled, Post, TeamsWorld } from "../world.ts";
import { asSeen, type Client, pressables, submitOf } from "./buttons.ts";
import { hasInputs, seenInputs, startValues } from "./fields.ts";
import { homeOf } from "./home.ts";

export function channelState(world: TeamsWorld, channel: Conversation): ChannelState {
  return {
    id: channel.id,
    name: channel.name,
    platform: "teams",
    members: peopleIn(world, channel).map(({ id }) => id),
  };
}

/** `reader` is null when the post is shown to nobody in particular. */
export function seenMessage(world: TeamsWorld, post: Post, reader: Person | null): SeenMessage {
  const conversation = world.conversation(post.conversation);
  const isChat = conversation?.kind === "personal";
  const cards = cardsFor(world, post, reader?.user ?? null);
  const own = reader ? ownView(world, post, reader.user) : undefined;
  const only = isChat ? world.person(conversation.members[0] ?? "") : undefined;
  return {
    id: postKey(post),
    at: post.at,
    channel: isChat ? "dm" : post.conversation,
    thread: post.root === null ? null : postKey({ ...post, id: post.root }),
    from: world.person(post.from)?.id ?? "bot",
    to: only?.id ?? null,
    private: false,
    edited: post.edited,
    text: readPost(post.text, cards),
    buttons: pressables(cards, "message").map(asSeen),
    ...(reader && hasInputs(cards) ? { form: inlineForm(world, post, reader) } : {}),
    raw:
      own?.card || filesIn(post.activity).length > 0
        ? withCards(post.activity, cards)
        : post.activity,
  };
}

/** The activity as it stands on the screen: with the person's own card for it, or its file drawn. */
function withCards(activity: Bag, cards: readonly Bag[]): Bag {
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { ...activity, attachments: cards.map((content) => ({ contentType, content })) };
}

export function messagesOf(world: TeamsWorld, person: Person): readonly SeenMessage[] {
  return postsFor(world, person).map((post) => seenMessage(world, post, person));
}

/** What the person typed into a post's card, or what stands in it at first. */
export function filledIn(world: TeamsWorld, post: Post, person: Person): Filled {
  const own = ownView(world, post, person.user);
  const start = startValues(cardsFor(world, post, person.user));
  return { values: { ...start, ...own?.values }, problems: own?.problems ?? {} };
}

function inlineForm(world: TeamsWorld, post: Post, person: Person): SeenForm {
  const cards = cardsFor(world, post, person.user);
  const id = postKey(post);
  const title = cards.map(titleOf).find((text) => text !== "") ?? post.text;
  return formOf(
    world,
    person,
    { id, title, cards, client: "message" },
    filledIn(world, post, person),
  );
}

/** The first heading of a card, else its first text. */
function titleOf(card: Bag): string {
  const elements = walk({ ...card, type: "AdaptiveCard" });
  const heading = elements.find((element) => element["style"] === "heading");
  return stringAt(heading, "text") ?? readCard(card).split("\n")[0] ?? "";
}

export function seenForm(world: TeamsWorld, person: Person): SeenForm | undefined {
  const dialog = world.dialogs.get(person.user);
  if (!dialog) return undefined;
  if (!dialog.card) {
    const { id, title, message } = dialog;
    return { id, title, submit: null, text: message ?? "", inputs: [], buttons: [], raw: dialog };
  }
  const { id, title, card } = dialog;
  return formOf(world, person, { id, title, cards: [card], client: "dialog" }, dialog);
}

function formOf(
  world: TeamsWorld,
  person: Person,
  shown: {
    readonly id: string;
    readonly title: string;
    readonly cards: readonly Bag[];
    readonly client: Client;
  },
  filled: Filled,
): SeenForm {
  const { id, title, cards, client } = shown;
  const buttons = pressables(cards, client);
  const submit = hasInputs(cards) ? submitOf(buttons) : undefined;
  return {
    id,
    title,
    submit: submit?.label ?? null,
    text: cards.map(readCard).join("\n"),
    inputs: seenInputs({ world, tenant: person.team }, cards, filled),
    buttons: buttons.filter((button) => button !== submit).map(asSeen),
    raw: cards.length === 1 ? cards[0] : cards,
  };
}

export function seenHome(world: TeamsWorld, person: Person): SeenHome | undefined {
  const post = homeOf(world, person);
  if (!post) return undefined;
  const { id, text, buttons, raw } = seenMessage(world, post, person);
  return { id, text, buttons, raw };
}

/** What became new for a person after that revision. */
export function seenSince(world: TeamsWorld, person: Person, before: number): Seen {
  const fresh = postsFor(world, person).filter(
    (post) => revisionFor(world, post, person.user) > before,
  );
  const messages = fresh.map((post) => seenMessage(world, post, person));
  const dialog: Dialog | undefined = world.dialogs.get(person.user);
  const opened = dialog && dialog.revision > before ? seenForm(world, person) : undefined;
  const form = opened ?? messages.findLast((message) => message.form !== undefined)?.form;
  const problems = Object.fromEntries(
    (form?.inputs ?? []).flatMap(({ id, problem }) => (problem === null ? [] : [[id, problem]])),
  );
  const home = homeOf(world, person);
  const homeSeen = home && home.revision > before ? seenHome(world, person) : undefined;
  return {
    messages,
    ...(form ? { form } : {}),
    ...(Object.keys(problems).length > 0 ? { problems } : {}),
    ...(homeSeen ? { home: homeSeen } : {}),
  };
}

/** A post of the bot as the one it is meant for sees it. */
export function sentMessage(world: TeamsWorld, post: Post): SeenMessage {
  const reader = world.demo.people.find(
    ({ user, platform }) => platform === "teams" && chatId(user) === post.conversation,
  );
  return seenMessage(world, post, reader ?? null);
}

export function isOfBot(post: Post): boolean {
  return post.from === BOT;
}
