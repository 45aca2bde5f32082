/** Typing: slash commands, messages to the bot, mentions, and what people say to each other. */
import { randomUUID } from "node:crypto";
import type { Person } from "../../demo.ts";
import type { Notice, Say } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { messageKey, post } from "../messages.ts";
import { commandFields } from "../payloads.ts";
import { escape } from "../readable.ts";
import { respond } from "../respond.ts";
import type { Channel } from "../world.ts";
import { issueResponseUrl, issueTrigger, workspaceOf } from "./interact.ts";
import { findConversation, findMessage } from "./find.ts";
import type { SlackStage } from "../stage.ts";
import { commandDone, wordsTaken } from "../../story.ts";
import { typedText } from "./typed.ts";

export async function say(stage: SlackStage, person: Person, body: Say): Promise<Notice> {
  const channel = findConversation(stage.world, person, body.in);
  if (channel.archived) {
    throw new Refused(
      409,
      `#${channel.name} is archived; nobody can write there. POST /control/archive brings it back.`,
    );
  }
  if (body.text.startsWith("/")) {
    if (body.thread !== undefined) {
      throw new Refused(400, "Slack has no slash commands in threads; leave `thread` out.");
    }
    return slash(stage, person, channel, body.text);
  }
  if (body.text.trim() === "") throw new Refused(400, "`text` is empty; type something.");
  return speak(stage, person, channel, body);
}

async function slash(
  stage: SlackStage,
  person: Person,
  channel: Channel,
  typed: string,
): Promise<string | undefined> {
  const { world, declared } = stage;
  const workspace = workspaceOf(stage, person);
  const [name = ""] = typed.split(/\s/, 1);
  const command = declared.commands.find((one) => one.name === name.toLowerCase());
  if (!command) {
    const known = declared.commands.map((one) => one.name).join(", ");
    throw new Refused(404, `There is no command ${name}. There are: ${known}.`);
  }
  const text = typed.slice(name.length).trim();
  const target = { channel: channel.id, user: person.user, threadTs: null, original: null };
  const ack = await stage.deliver.command(
    commandFields(workspace, person, channel, {
      command: command.name,
      // Without should_escape Slack leaves names as they were typed.
      text: command.escapes ? typedText(world, person.team, text, true) : escape(text),
      responseUrl: issueResponseUrl(stage, target),
      trigger: issueTrigger(stage, person, null),
    }),
  );
  if (!ack.ok) {
    const notice = `${command.name} failed with the error "${ack.error}"`;
    post(world, { channel: channel.id, user: world.slackbot, text: notice, onlyFor: person.user });
    return notice;
  }
  if (ack.reply !== undefined && ack.reply !== "") respond(world, target, ack.reply);
  commandDone(world, person, command.name.replace(/^\//, ""), text);
  return undefined;
}

async function speak(
  stage: SlackStage,
  person: Person,
  channel: Channel,
  body: Say,
): Promise<undefined> {
  const { world } = stage;
  const workspace = workspaceOf(stage, person);
  const root = body.thread === undefined ? null : findMessage(world, person, body.thread);
  if (root && root.channel !== channel.id) {
    throw new Refused(
      400,
      `Message ${body.thread ?? ""} is in another conversation than “${body.in}”.`,
    );
  }
  if (root?.onlyFor) {
    throw new Refused(400, "Only you see that message; Slack has no threads under those.");
  }
  const message = post(world, {
    channel: channel.id,
    user: person.user,
    text: typedText(world, person.team, body.text, false),
    threadTs: root?.ts,
  });
  const event = {
    user: person.user,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    channel: channel.id,
    team: workspace.team,
    client_msg_id: randomUUID(),
    ...(message.threadTs
      ? {
          thread_ts: message.threadTs,
          parent_user_id: world.messages.get(messageKey(channel.id, message.threadTs))?.user,
        }
      : {}),
  };
  const channelType = channel.direct ? "im" : "channel";
  const listens = channel.members.includes(workspace.bot);
  const mentioned = message.text.includes(`<@${workspace.bot}>`);
  if (mentioned && !channel.direct && listens) {
    await stage.deliver.event(workspace, { type: "app_mention", ...event });
  }
  if (listens) {
    await stage.deliver.event(workspace, { type: "message", channel_type: channelType, ...event });
  }
  if (listens && (channel.direct || mentioned)) wordsTaken(world, person, body.text);
  return undefined;
}
