/**
 * Teams has no home of a bot: a person types "home", and the bot's answer in the chat is it, until
 * the bot replaces it or is asked again.
 */
import type { Person } from "../../demo.ts";
import { BOT, chatId } from "../ids.ts";
import type { Post, TeamsWorld } from "../world.ts";

const ASKS = /^(@liaison\s+)?\/?(liaison\s+)?home$/i;

/** Whether these words ask for the home card. */
export function asksForHome(text: string): boolean {
  return ASKS.test(text.trim());
}

export function homeAsked(world: TeamsWorld, person: Person): void {
  world.notes.put(noteOf(person), world.revision());
}

/** The home card: the first that the bot put into the chat, or changed there, after it was asked. */
export function homeOf(world: TeamsWorld, person: Person): Post | undefined {
  const note = world.notes.get(noteOf(person));
  if (typeof note === "string") {
    const known = world.posts.get(note);
    if (known) return known;
  }
  if (typeof note !== "number") return undefined;
  const chat = chatId(person.user);
  const [first] = world.posts
    .values()
    .filter((post) => post.conversation === chat && post.from === BOT && post.revision > note)
    .sort((a, b) => a.revision - b.revision);
  if (first) world.notes.put(noteOf(person), `${first.conversation}:${first.id}`);
  return first;
}

function noteOf(person: Person): string {
  return `teams-home:${person.user}`;
}
