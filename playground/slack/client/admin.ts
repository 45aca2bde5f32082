/** What administrators do: archive channels, close accounts, bring people into channels. */
import type { ChannelState } from "../../contract.ts";
import type { Person } from "../../demo.ts";
import { Refused } from "../../refused.ts";
import { personPayload } from "../methods/people.ts";
import type { SlackStage } from "../stage.ts";
import type { Channel } from "../world.ts";
import { findChannel } from "./find.ts";
import { channelState } from "./seen.ts";

export async function archive(
  stage: SlackStage,
  id: string,
  archived: boolean,
): Promise<ChannelState & { readonly archived: boolean }> {
  const { world } = stage;
  const channel = findChannel(world, id);
  if (channel.archived !== archived) {
    world.putChannel({ ...channel, archived });
    await tell(stage, channel.team, {
      type: archived ? "channel_archive" : "channel_unarchive",
      channel: channel.id,
      user: "U0ADMIN00",
    });
  }
  return { ...channelState(world, channel), archived };
}

export async function accountChanged(stage: SlackStage, person: Person): Promise<void> {
  const { world } = stage;
  await tell(stage, person.team, {
    type: "user_change",
    user: personPayload(world, person, true),
    cache_ts: Math.floor(Date.parse(world.clock().now) / 1000),
  });
}

/** The bot hears of others coming and going, and of its own leaving as `channel_left`. */
export async function membership(
  stage: SlackStage,
  id: string,
  person: Person | null,
  member: boolean,
): Promise<ChannelState & { readonly bot: boolean }> {
  const { world } = stage;
  const channel = findChannel(world, id);
  const bot = world.workspace(channel.team)?.bot ?? "";
  if (person && person.platform !== "slack") {
    throw new Refused(409, `${person.name} (${person.id}) has no Slack account.`);
  }
  const user = person?.user ?? bot;
  const changed = withMember(channel, user, member);
  if (changed.members.length !== channel.members.length) {
    world.putChannel(changed);
    const hears = user === bot || channel.members.includes(bot);
    const type = member ? "member_joined_channel" : "member_left_channel";
    const details = { channel: channel.id, channel_type: "C", team: channel.team };
    if (user === bot && !member) {
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
  stage: SlackStage,
  team: string,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  const workspace = stage.world.workspace(team);
  if (!workspace) return;
  await stage.deliver.event(workspace, { ...event, event_ts: stage.world.ts() });
}
