/** People, channels, messages and buttons by the names a caller uses. What is not there is a 404. */
import type { Person } from "../demo.ts";
import { Refused } from "../refused.ts";
import type { Channel, Message, World } from "../slack/world.ts";
import { directChannelId } from "../slack/world.ts";
import type { Pressable } from "./buttons.ts";
import { canSee, messagesFor } from "./seen.ts";

/** Anybody of the demo data, on whatever platform. */
export function findPerson(world: World, id: string): Person {
  const person = world.demo.people.find(
    (one) => one.id === id || (one.user !== "" && one.user === id),
  );
  if (person) return person;
  const known = world.demo.people.map((one) => one.id).join(", ");
  throw new Refused(404, `There is no person “${id}”. There are: ${known}.`);
}

/** Somebody who can act: on Slack, with an open account. */
export function findActor(world: World, id: string): Person {
  const person = findPerson(world, id);
  if (person.platform === "teams") {
    throw new Refused(
      409,
      `${person.name} is on Microsoft Teams; the Teams side is not running in this version. Act as somebody on Slack.`,
    );
  }
  if (world.isDeactivated(person.user)) {
    throw new Refused(
      409,
      `The account of ${person.name} is deactivated. POST /control/deactivate opens it again.`,
    );
  }
  return person;
}

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

/**
 * The button a caller means: by accessible name (or how it begins), action id (or its part before
 * `:`, where an app numbers them) or label, and by value where several match.
 */
export function findPressable(
  candidates: readonly Pressable[],
  name: string,
  value: string | undefined,
): Pressable {
  const plain = (text: string): string => text.trim().toLowerCase();
  const named = [
    candidates.filter((one) => one.accessibleName === name),
    candidates.filter((one) => one.action === name || one.action.startsWith(`${name}:`)),
    candidates.filter((one) => one.label === name),
    candidates.filter((one) => [one.accessibleName, one.label].map(plain).includes(plain(name))),
    candidates.filter((one) => plain(one.accessibleName).startsWith(plain(name))),
  ].filter((some) => some.length > 0);
  const best = named[0] ?? [];
  const exact = value === undefined ? [] : named.flat().filter((one) => one.value === value);
  const found = exact.length > 0 ? exact.slice(0, 1) : best;
  const [first] = found;
  if (found.length === 1 && first) return first;
  if (found.length > 1) {
    const choices = found.map((one) => `“${one.accessibleName}” (value ${one.value ?? "none"})`);
    throw new Refused(
      409,
      `${found.length} buttons are called “${name}”. Say which by accessible name or value: ${choices.join(", ")}.`,
    );
  }
  const known = candidates.map((one) => `“${one.accessibleName}” (${one.action})`).join(", ");
  throw new Refused(
    404,
    known === ""
      ? `There is no button “${name}”; there are no buttons here.`
      : `There is no button “${name}”. There are: ${known}.`,
  );
}
