/** What administrators do: archive channels, close accounts, bring people into channels. */
import type {
  ArchiveBody,
  ChannelState,
  DeactivateBody,
  MembershipBody,
  PersonState,
} from "../contract.ts";
import { Refused } from "../refused.ts";
import { personPayload } from "../slack/methods/people.ts";
import type { Channel } from "../slack/world.ts";
import { findChannel, findPerson } from "./find.ts";
import { channelState, personState } from "./seen.ts";
import type { Stage } from "./stage.ts";

export async function archive(
  stage: Stage,
  body: ArchiveBody,
): Promise<ChannelState & { readonly archived: boolean }> {
  const { world } = stage;
  const channel = findChannel(world, body.channel);
  if (channel.archived !== body.archived) {
    world.putChannel({ ...channel, archived: body.archived });
    await tell(stage, channel.team, {
      type: body.archived ? "channel_archive" : "channel_unarchive",
      channel: channel.id,
      user: "U0ADMIN00",
    });
  }
  return { ...channelState(world, channel), archived: body.archived };
}

export async function deactivate(
  stage: Stage,
  body: DeactivateBody,
): Promise<PersonState & { readonly deactivated: boolean }> {
  const { world } = stage;
  const person = findPerson(world, body.person);
  if (person.user === "") throw new Refused(409, `${person.name} has no Slack account.`);
  if (world.isDeactivated(person.user) !== body.deactivated) {
    world.setDeactivated(person.user, body.deactivated);
    await tell(stage, person.team, {
      type: "user_change",
      user: personPayload(world, person, true),
      cache_ts: Math.floor(Date.parse(world.clock().now) / 1000),
    });
  }
  return { ...personState(person), deactivated: body.deactivated };
}

/** The bot hears of others coming and going, and of its own leaving as `channel_left`. */
export async function membership(
  stage: Stage,
  body: MembershipBody,
): Promise<ChannelState & { readonly bot: boolean }> {
  const { world } = stage;
  const channel = findChannel(world, body.channel);
  const bot = world.workspace(channel.team)?.bot ?? "";
  const user = body.person === "bot" ? bot : findPerson(world, body.person).user;
  if (user === "") throw new Refused(409, `${body.person} has no Slack account.`);
  const changed = withMember(channel, user, body.member);
  if (changed.members.length !== channel.members.length) {
    world.putChannel(changed);
    const hears = user === bot || channel.members.includes(bot);
    const type = body.member ? "member_joined_channel" : "member_left_channel";
    const details = { channel: channel.id, channel_type: "C", team: channel.team };
    if (user === bot && !body.member) {
      await tell(stage, channel.team, { type: "channel_left", channel: channel.id });
    } else if (hears) await tell(stage, channel.team, { type, user, ...details });
  }
  return { ...channelState(world, changed), bot: changed.members.includes(bot) };
}

function withMember(channel: Channel, user: string, member: boolean): Channel {
  const others = channel.members.filter((one) => one !== user);
  return { ...channel, members: member ? [...others, user] : others };
}

async function tell(
  stage: Stage,
  team: string,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  const workspace = stage.world.workspace(team);
  if (!workspace) return;
  await stage.deliver.event(workspace, { ...event, event_ts: stage.world.ts() });
  await stage.bot.settle();
}
