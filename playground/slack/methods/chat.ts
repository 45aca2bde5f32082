/** `chat.*`: posting, changing and removing messages. */
import { type Bag, bagAt, isBag, listAt, stringAt } from "../../bag.ts";
import { checkMessageBlocks } from "../block-kit.ts";
import { BLOCK_KIT } from "../block-kit-limits.ts";
import { edit, messageKey, messagePayload, post, remove } from "../messages.ts";
import { type Channel, type Message, namedChannel, type World } from "../world.ts";
import { type Call, type Method, refuse, refuseWith } from "./call.ts";

const postMessage: Method = (call) => {
  const { world, args, workspace } = call;
  const channel = target(call);
  if (typeof channel === "string") return refuse(channel);
  const wrong = checkContent(args);
  if (wrong) return wrong;
  const thread = stringAt(args, "thread_ts");
  if (thread !== undefined && !rootOf(world, channel, thread)) return refuse("thread_not_found");
  const message = post(world, {
    channel: channel.id,
    user: workspace.bot,
    text: stringAt(args, "text") ?? "",
    blocks: blocksOf(args),
    metadata: bagAt(args, "metadata"),
    threadTs: thread,
  });
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    message: messagePayload(world, message, true),
    ...truncation(args),
  };
};

const postEphemeral: Method = (call) => {
  const { world, args, workspace } = call;
  const channel = target(call);
  if (typeof channel === "string") return refuse(channel);
  const user = stringAt(args, "user") ?? "";
  if (!channel.members.includes(user)) return refuse("user_not_in_channel");
  const wrong = checkContent(args);
  if (wrong) return wrong;
  const message = post(world, {
    channel: channel.id,
    user: workspace.bot,
    text: stringAt(args, "text") ?? "",
    blocks: blocksOf(args),
    metadata: bagAt(args, "metadata"),
    threadTs: stringAt(args, "thread_ts"),
    onlyFor: user,
  });
  return { ok: true, message_ts: message.ts };
};

const update: Method = (call) => {
  const { world, args } = call;
  const found = ownMessage(call, "cant_update_message");
  if (typeof found === "string") return refuse(found);
  const wrong = checkContent(args);
  if (wrong) return wrong;
  const message = edit(world, found, {
    text: stringAt(args, "text"),
    blocks: blocksOf(args),
    metadata: bagAt(args, "metadata"),
  });
  return {
    ok: true,
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messagePayload(world, message, true),
    ...truncation(args),
  };
};

const del: Method = (call) => {
  const found = ownMessage(call, "cant_delete_message");
  if (typeof found === "string") return refuse(found);
  remove(call.world, found);
  return { ok: true, channel: found.channel, ts: found.ts };
};

const getPermalink: Method = ({ world, args, workspace }) => {
  const channel = stringAt(args, "channel") ?? "";
  const ts = stringAt(args, "message_ts") ?? "";
  if (!world.channel(channel)) return refuse("channel_not_found");
  const message = world.messages.get(messageKey(channel, ts));
  if (message?.onlyFor !== null) return refuse("message_not_found");
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel}` : "";
  const path = `archives/${channel}/p${ts.replace(".", "")}${thread}`;
  return { ok: true, channel, permalink: `https://${workspace.domain}.slack.com/${path}` };
};

export const chatMethods: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": del,
  "chat.getPermalink": getPermalink,
};

/** The channel a message goes to, or Slack's word for why not. */
function target({ world, args, workspace }: Call): Channel | string {
  const channel = namedChannel(world, stringAt(args, "channel") ?? "");
  if (channel?.team !== workspace.team) return "channel_not_found";
  if (channel.archived) return "is_archived";
  if (!channel.members.includes(workspace.bot)) return "not_in_channel";
  if (channel.direct && channel.members.some((member) => world.isDeactivated(member))) {
    return "user_disabled";
  }
  return channel;
}

function ownMessage({ world, args, workspace }: Call, notOwn: string): Message | string {
  const channel = stringAt(args, "channel") ?? "";
  if (!world.channel(channel)) return "channel_not_found";
  const message = world.messages.get(messageKey(channel, stringAt(args, "ts") ?? ""));
  if (message?.onlyFor !== null) return "message_not_found";
  return message.user === workspace.bot ? message : notOwn;
}

function rootOf(world: World, channel: Channel, ts: string): Message | undefined {
  const message = world.messages.get(messageKey(channel.id, ts));
  return message?.onlyFor === null ? message : undefined;
}

/** What is wrong with text, blocks or metadata, as Slack answers it. */
export function checkContent(args: Bag): Bag | null {
  const blocks = args["blocks"];
  const text = stringAt(args, "text") ?? "";
  if (text === "" && listAt(args, "blocks").length === 0) return refuse("no_text");
  if (blocks !== undefined && blocks !== "") {
    const problems = checkMessageBlocks(blocks);
    if (problems.length > 0) return refuseWith("invalid_blocks", problems);
    if (charactersIn(blocks) > BLOCK_KIT.messageCharacters) return refuse("msg_blocks_too_long");
  }
  const metadata = args["metadata"];
  if (metadata !== undefined && metadata !== "") {
    const fits =
      isBag(metadata) && stringAt(metadata, "event_type") && isBag(metadata["event_payload"]);
    if (!fits) return refuse("invalid_metadata_format");
  }
  return null;
}

/** Of all that is said or carried; ids and types do not count. */
function charactersIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]: [string, unknown]) => {
    const counts = typeof value === "string" && (key === "text" || key === "value");
    return sum + (counts ? value.length : charactersIn(value));
  }, 0);
}

export function blocksOf(args: Bag): readonly Bag[] | undefined {
  return Array.isArray(args["blocks"]) ? args["blocks"].filter(isBag) : undefined;
}

function truncation(args: Bag): Bag {
  if ((stringAt(args, "text") ?? "").length <= BLOCK_KIT.messageText) return {};
  return { warning: "message_truncated", response_metadata: { warnings: ["message_truncated"] } };
}
