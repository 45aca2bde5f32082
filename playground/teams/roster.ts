/** People of a conversation as the connector lists them. */
import type { Bag } from "../bag.ts";
import type { Person } from "../demo.ts";
import { objectId } from "./ids.ts";
import type { Conversation, TeamsWorld } from "./world.ts";

const DOMAIN = "playground.invalid";

/** Members with open accounts, in the order in which they came. */
export function peopleIn(world: TeamsWorld, conversation: Conversation): readonly Person[] {
  return conversation.members.flatMap((user) =>
    world.isDeactivated(user) ? [] : (world.person(user) ?? []),
  );
}

export function memberPayload(person: Person): Bag {
  const [givenName = "", ...rest] = person.name.split(" ");
  const address = `${person.id.replace(/^u-|@.*$/g, "")}@${DOMAIN}`;
  return {
    id: person.user,
    name: person.name,
    aadObjectId: objectId(person.user),
    objectId: objectId(person.user),
    givenName,
    surname: rest.join(" "),
    email: address,
    userPrincipalName: address,
    tenantId: person.team,
    userRole: "user",
  };
}

/** Somebody of a conversation by Teams id or Entra object id. */
export function findMember(
  world: TeamsWorld,
  conversation: Conversation,
  id: string,
): Person | undefined {
  return peopleIn(world, conversation).find(({ user }) => user === id || objectId(user) === id);
}
