/** `conversations.*`: channels, their members and what was said in them. */
import { type Bag, flagAt, stringAt } from "../../bag.ts";
import { messageKey, messagePayload, publicMessages } from "../messages.ts";
import { type Channel, directChannelId, type Message } from "../world.ts";
import { type Call, type Method, page, refuse } from "./call.ts";

const open: Method = ({ world, args, workspace }) => {
  const users = (stringAt(args, "users") ?? "").split(",").filter((user) => user !== "");
  const user = users[0];
  if (user === undefined) return refuse("users_list_not_supplied");
  if (users.length > 1) return refuse("not_enough_users");
  const person = world.person(user);
  if (person?.team !== workspace.team) return refuse("user_not_found");
  if (world.isDeactivated(user)) return refuse("user_disabled");
  const channel = world.channel(directChannelId(user));
  if (!channel) return refuse("channel_not_found");
  const shown = flagAt(args, "return_im") ? channelPayload(channel) : { id: channel.id };
  return { ok: true, no_op: true, already_open: true, channel: shown };
};

const info: Method = (call) => {
  const channel = known(call);
  return channel ? { ok: true, channel: channelPayload(channel) } : refuse("channel_not_found");
};

const members: Method = (call) => {
  const channel = known(call);
  if (!channel) return refuse("channel_not_found");
  const { items, cursor } = page(channel.members, call.args, 100);
  return { ok: true, members: items, response_metadata: { next_cursor: cursor } };
};

const history: Method = (call) => {
  const channel = known(call);
  if (!channel) return refuse("channel_not_found");
  if (!channel.members.includes(call.workspace.bot)) return refuse("not_in_channel");
  const all = publicMessages(call.world, channel)
    .filter((message) => message.threadTs === null && within(message, call.args))
    .reverse();
  return listed(call, all);
};

const replies: Method = (call) => {
  const channel = known(call);
  if (!channel) return refuse("channel_not_found");
  if (!channel.members.includes(call.workspace.bot)) return refuse("not_in_channel");
  const asked = call.world.messages.get(messageKey(channel.id, stringAt(call.args, "ts") ?? ""));
  if (asked?.onlyFor !== null) return refuse("thread_not_found");
  const root = asked.threadTs ?? asked.ts;
  const all = publicMessages(call.world, channel).filter(
    (message) => message.ts === root || (message.threadTs === root && within(message, call.args)),
  );
  return listed(call, all);
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  "conversations.open": open,
  "conversations.info": info,
  "conversations.members": members,
  "conversations.history": history,
  "conversations.replies": replies,
};

function known({ world, args, workspace }: Call): Channel | undefined {
  const channel = world.channel(stringAt(args, "channel") ?? "");
  return channel?.team === workspace.team ? channel : undefined;
}

function within(message: Message, args: Bag): boolean {
  const oldest = stringAt(args, "oldest") ?? "0";
  const latest = stringAt(args, "latest");
  const ts = Number(message.ts);
  if (flagAt(args, "inclusive")) {
    return ts >= Number(oldest) && (latest === undefined || ts <= Number(latest));
  }
  return ts > Number(oldest) && (latest === undefined || ts < Number(latest));
}

function listed({ world, args }: Call, messages: readonly Message[]): Bag {
  const { items, cursor } = page(messages, args, 100);
  const withMetadata = flagAt(args, "include_all_metadata");
  return {
    ok: true,
    messages: items.map((message) => messagePayload(world, message, withMetadata)),
    has_more: cursor !== "",
    response_metadata: { next_cursor: cursor },
  };
}

function channelPayload(channel: Channel): Bag {
  if (channel.direct) {
    return { id: channel.id, is_im: true, user: channel.members[0], is_archived: false };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_archived: channel.archived,
    is_member: true,
    is_ext_shared: false,
    num_members: channel.members.length,
    context_team_id: channel.team,
  };
}
