/** What administrators do, and people who add or remove the app; the bot is told as Teams tells it. */
import type { Bag } from "../../bag.ts";
import type { ChannelState } from "../../contract.ts";
import type { Person } from "../../demo.ts";
import { Refused } from "../../refused.ts";
import { systemActivity } from "../activity.ts";
import { BOT, BOT_NAME, chatId, objectId } from "../ids.ts";
import type { TeamsStage } from "../stage.ts";
import type { Conversation } from "../world.ts";
import { channelState } from "./seen.ts";

/** Who does what no person of the demo does. */
const ADMIN = "29:1administrator";

export async function archive(
  stage: TeamsStage,
  id: string,
  archived: boolean,
): Promise<ChannelState & { readonly archived: boolean }> {
  const { world } = stage;
  const channel = find(stage, id);
  if (channel.archived !== archived) {
    const changed = { ...channel, archived };
    world.putConversation(changed);
    await tell(stage, changed, ADMIN, {
      type: "conversationUpdate",
      channelData: { eventType: archived ? "teamArchived" : "teamUnarchived" },
    });
  }
  return { ...channelState(world, channel), archived };
}

export async function membership(
  stage: TeamsStage,
  id: string,
  person: Person | null,
  member: boolean,
): Promise<ChannelState & { readonly bot: boolean }> {
  const { world } = stage;
  const channel = find(stage, id);
  const changed = person ? withMember(channel, person, member) : { ...channel, installed: member };
  const isNew =
    changed.members.length !== channel.members.length || changed.installed !== channel.installed;
  if (isNew) {
    world.putConversation(changed);
    if (!person) await appAdded(stage, changed, ADMIN, member);
    else if (channel.installed) await tell(stage, changed, ADMIN, comings(person, member));
  }
  return { ...channelState(world, changed), bot: changed.installed };
}

function withMember(channel: Conversation, person: Person, member: boolean): Conversation {
  if (person.team !== channel.tenant) {
    throw new Refused(
      409,
      `${person.name} (${person.id}) has no account in the tenant of “${channel.name}”.`,
    );
  }
  const others = channel.members.filter((one) => one !== person.user);
  return { ...channel, members: member ? [...others, person.user] : others };
}

/** Teams that somebody with a closed account was in are told that they left, and the other way. */
export async function accountChanged(stage: TeamsStage, person: Person): Promise<void> {
  const { world } = stage;
  const isBack = !world.isDeactivated(person.user);
  const own = world
    .conversations()
    .filter(({ kind, members }) => kind === "channel" && members.includes(person.user));
  for (const channel of own.filter(({ installed }) => installed)) {
    await tell(stage, channel, ADMIN, comings(person, isBack));
  }
}

/** A person adds the app for themselves, or removes it. */
export async function install(
  stage: TeamsStage,
  person: Person,
  installed: boolean,
): Promise<void> {
  const chat = stage.world.conversation(chatId(person.user));
  if (!chat || chat.installed === installed) return;
  const changed = { ...chat, installed };
  stage.world.putConversation(changed);
  await appAdded(stage, changed, person.user, installed);
}

/** Both are sent: that the app was installed, and that the bot is a member now. */
async function appAdded(
  stage: TeamsStage,
  where: Conversation,
  by: string,
  added: boolean,
): Promise<void> {
  const bot = { id: BOT, name: BOT_NAME };
  const isTeam = where.kind === "channel";
  await tell(stage, where, by, { type: "installationUpdate", action: added ? "add" : "remove" });
  if (!added && !isTeam) return;
  await tell(stage, where, by, {
    type: "conversationUpdate",
    ...(added ? { membersAdded: [bot] } : { membersRemoved: [bot] }),
    ...(isTeam ? { channelData: { eventType: eventOf(added) } } : {}),
  });
}

function comings(person: Person, added: boolean): Bag {
  const who = { id: person.user, aadObjectId: objectId(person.user) };
  return {
    type: "conversationUpdate",
    ...(added ? { membersAdded: [who] } : { membersRemoved: [who] }),
    channelData: { eventType: eventOf(added) },
  };
}

function eventOf(added: boolean): string {
  return added ? "teamMemberAdded" : "teamMemberRemoved";
}

function find({ world }: TeamsStage, id: string): Conversation {
  const channel = world.conversation(id);
  if (channel?.kind === "channel") return channel;
  throw new Refused(404, `There is no channel “${id}” in Teams.`);
}

async function tell(
  stage: TeamsStage,
  conversation: Conversation,
  by: string,
  more: Bag,
): Promise<void> {
  const { world, base, deliver } = stage;
  const spot = { conversation, root: null };
  await deliver.activity(systemActivity(world, base, spot, by, more));
}
