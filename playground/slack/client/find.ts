/** Conversations and messages by the names a caller uses. What is not there is a 404. */
import type { Person } from "../../demo.ts";
import { Refused } from "../../refused.ts";
import { type Channel, directChannelId, type Message, type World } from "../world.ts";
import { canSee, messagesFor } from "./seen.ts";

/** Any channel, by id or name, with or without `#`. */
export function findChannel(world: World, name: string): Channel {
  const channels = world.channels().filter((channel) => !channel.direct);
  const plain = name.replace(/^#/, "");
  const found = channels.find((channel) => channel.id === name || channel.name === plain);
  if (found) return found;
  const known = channels.map((channel) => `#${channel.name} (${channel.id})`).join(", ");
  throw new Refused(404, `There is no channel “${name}”. There are: ${known}, and “dm”.`);
}

/** A conversation the person is in; `dm` is the one with the bot. */
export function findConversation(world: World, person: Person, name: string): Channel {
  const direct = directChannelId(person.user);
  const channel =
    name === "dm" || name === direct ? world.channel(direct) : findChannel(world, name);
  if (channel?.members.includes(person.user)) return channel;
  const own = world
    .channels()
    .filter((one) => !one.direct && one.members.includes(person.user))
    .map((one) => `#${one.name}`);
  throw new Refused(
    404,
    `${person.name} is not in “${name}”. They are in: ${[...own, "dm"].join(", ")}.`,
  );
}

/** A message the person can see. */
export function findMessage(world: World, person: Person, id: string): Message {
  const message = world.messages.get(id);
  if (message && canSee(world, person, message)) return message;
  const last = messagesFor(world, person)
    .slice(-5)
    .map((one) => `${one.channel}:${one.ts}`);
  const hint =
    last.length === 0 ? "They see none yet." : `The latest they see: ${last.join(", ")}.`;
  throw new Refused(404, `${person.name} sees no message “${id}”. ${hint}`);
}
