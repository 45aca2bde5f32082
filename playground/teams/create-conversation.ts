/** `POST v3/conversations`: a chat with one person, or a new thread in a channel. */
import type { Response } from "express";
import { type Bag, bagAt, bagsAt, stringAt } from "../bag.ts";
import { BOT, splitThread, threadId } from "./ids.ts";
import { publish } from "./posts.ts";
import type { RateLimits } from "./rate-limits.ts";
import { NO_CONVERSATION, NOT_IN_ROSTER, refusal, send, throttle } from "./refusal.ts";
import { attempt, type WriteParts } from "./write.ts";
import type { Conversation, TeamsWorld } from "./world.ts";

export interface CreateParts extends WriteParts {
  readonly limits: RateLimits;
  /** The base of the stand-in, with its final slash. */
  readonly base: string;
}

export function createConversation(parts: CreateParts, body: Bag, response: Response): void {
  const { world, limits, base } = parts;
  const channel = stringAt(bagAt(bagAt(body, "channelData"), "channel"), "id");
  const tenant =
    stringAt(body, "tenantId") ?? stringAt(bagAt(bagAt(body, "channelData"), "tenant"), "id");
  const activity = bagAt(body, "activity");
  const conversation =
    channel === undefined ? chatOf(world, body) : world.conversation(splitThread(channel).id);
  if (!conversation) {
    send(
      response,
      channel === undefined
        ? refusal(400, "BadSyntax", "Name one member of the tenant in `members`.")
        : NO_CONVERSATION,
    );
    return;
  }
  if (tenant !== conversation.tenant && (channel === undefined || tenant !== undefined)) {
    send(response, refusal(403, "Forbidden", "The tenant is not that of the conversation."));
    return;
  }
  const wait = limits.retryAfter(conversation.tenant, conversation.id, "create");
  if (wait !== null) {
    throttle(response, wait);
    return;
  }
  const isChannel = conversation.kind === "channel";
  if (isChannel && !activity) {
    send(response, refusal(400, "BadSyntax", "A new thread needs its first `activity`."));
    return;
  }
  const refused = conversation.installed
    ? null
    : isChannel
      ? NOT_IN_ROSTER
      : refusal(403, "ForbiddenOperationException", "The bot is not installed in personal scope.");
  if (!activity) {
    if (refused) send(response, refused);
    else response.status(201).json({ id: conversation.id, serviceUrl: base });
    return;
  }
  const deed = (): Bag => {
    const draft = { conversation: conversation.id, root: null, from: BOT, activity };
    const { id } = publish(world, draft);
    return { id: isChannel ? threadId(conversation.id, id) : conversation.id, activityId: id };
  };
  attempt(parts, { conversation, activity, response, status: 201, refused, deed });
}

function chatOf(world: TeamsWorld, body: Bag): Conversation | undefined {
  const members = bagsAt(body, "members");
  const user = stringAt(members[0], "id") ?? "";
  if (members.length !== 1 || user === "") return undefined;
  return world
    .conversations()
    .find(({ kind, members: [first] }) => kind === "personal" && first === user);
}
