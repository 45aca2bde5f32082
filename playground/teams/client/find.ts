/** Conversations and posts by the names a caller uses. What is not there is a 404. */
import type { Person } from "../../demo.ts";
import { Refused } from "../../refused.ts";
import { chatId } from "../ids.ts";
import { canSee, postKey, postsFor } from "../posts.ts";
import type { Conversation, Post, TeamsWorld } from "../world.ts";

/** A conversation the person is in; `dm` is the one with the bot. */
export function findConversation(world: TeamsWorld, person: Person, name: string): Conversation {
  const chat = chatId(person.user);
  const found = name === "dm" || name === chat ? world.conversation(chat) : channel(world, name);
  if (found?.members.includes(person.user)) return found;
  const own = world
    .conversations()
    .filter(({ kind, members }) => kind === "channel" && members.includes(person.user))
    .map((one) => `#${one.name}`);
  const where = [...own, "dm"].join(", ");
  throw new Refused(
    404,
    found
      ? `${person.name} is not in “${name}”. They are in: ${where}.`
      : `There is no channel “${name}” in Teams. ${person.name} is in: ${where}.`,
  );
}

function channel(world: TeamsWorld, name: string): Conversation | undefined {
  const plain = name.replace(/^#/, "").toLowerCase();
  const all = world.conversations().filter(({ kind }) => kind === "channel");
  return all.find(({ id }) => id === name) ?? all.find((one) => one.name.toLowerCase() === plain);
}

/** A post the person can see. */
export function findPost(world: TeamsWorld, person: Person, id: string): Post {
  const post = world.posts.get(id);
  if (post && canSee(world, person, post)) return post;
  const last = postsFor(world, person).slice(-5).map(postKey);
  const hint =
    last.length === 0 ? "They see none yet." : `The latest they see: ${last.join(", ")}.`;
  throw new Refused(404, `${person.name} sees no message “${id}”. ${hint}`);
}

/** People can only use the bot where it is installed. */
export function needInstalled(person: Person, conversation: Conversation): void {
  if (conversation.installed || conversation.kind === "channel") return;
  throw new Refused(
    409,
    `${person.name} has removed the app. POST /control/install adds it again.`,
  );
}
