/** People, their platforms and channels by the names a caller uses. What is not there is a 404. */
import type { ChannelState } from "../contract.ts";
import type { Person } from "../demo.ts";
import type { Ground } from "../ground.ts";
import type { Platform } from "../platform.ts";
import { Refused } from "../refused.ts";
import type { Stage } from "./stage.ts";

/** Somebody with an account, and where it is. */
export interface Actor {
  readonly person: Person;
  readonly platform: Platform;
}

/** Anybody of the demo data, on whatever platform. */
export function findPerson(ground: Ground, id: string): Person {
  const { people } = ground.demo;
  const person = people.find((one) => one.id === id || one.user === id);
  if (person) return person;
  const known = people.map((one) => one.id).join(", ");
  throw new Refused(404, `There is no person “${id}”. There are: ${known}.`);
}

export function findAccount({ ground, platforms }: Stage, id: string): Actor {
  const person = findPerson(ground, id);
  const platform = platforms.find(({ name }) => name === person.platform);
  if (platform) return { person, platform };
  throw new Refused(409, `${person.name} is on ${person.platform}, which is not played here.`);
}

/** Somebody who can act: with an open account. */
export function findActor(stage: Stage, id: string): Actor {
  const found = findAccount(stage, id);
  if (stage.ground.isDeactivated(found.person.user)) {
    throw new Refused(
      409,
      `The account of ${found.person.name} is deactivated. POST /control/deactivate opens it again.`,
    );
  }
  return found;
}

/** Any channel of any platform, by id or name, with or without `#`. */
export function findChannel(
  { platforms }: Stage,
  name: string,
): { readonly channel: ChannelState; readonly platform: Platform } {
  const all = platforms.flatMap((platform) =>
    platform.channels().map((channel) => ({ channel, platform })),
  );
  const plain = name.replace(/^#/, "").toLowerCase();
  const found =
    all.find(({ channel }) => channel.id === name) ??
    all.find(({ channel }) => channel.name.toLowerCase() === plain);
  if (found) return found;
  const known = all.map(({ channel }) => `#${channel.name} (${channel.id})`).join(", ");
  throw new Refused(404, `There is no channel “${name}”. There are: ${known}, and “dm”.`);
}
