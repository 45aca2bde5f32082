/** What the bot writes: refused, sent, or lost on the way when a fault is set. */
import type { Response } from "express";
import type { Bag } from "../bag.ts";
import type { Fault } from "../contract.ts";
import type { Faults } from "../faults.ts";
import { checkActivity } from "./activity-check.ts";
import { refuseFiles } from "./files.ts";
import { NOT_IN_ROSTER, type Refusal, refusal, send, throttle, writesBlocked } from "./refusal.ts";
import type { Conversation, TeamsWorld } from "./world.ts";

export interface WriteParts {
  readonly world: TeamsWorld;
  readonly faults: Faults<Fault["kind"]>;
  /** The app's manifest says that the bot has files. */
  readonly supportsFiles: boolean;
}

export interface Write {
  readonly conversation: Conversation;
  readonly activity: Bag;
  readonly response: Response;
  /** Of the answer when it was written. */
  readonly status: 200 | 201;
  /** A reason that the caller knows of. */
  readonly refused?: Refusal | null;
  /** Writes it and answers the body. */
  readonly deed: () => Bag;
}

/** Why the bot may not write there, or null. */
export function refuseWrite(world: TeamsWorld, conversation: Conversation): Refusal | null {
  if (conversation.kind === "channel") {
    if (!conversation.installed) return NOT_IN_ROSTER;
    return conversation.archived ? writesBlocked("The team is archived.") : null;
  }
  const isOut = conversation.members.some((user) => world.isDeactivated(user));
  if (conversation.installed && !isOut) return null;
  return writesBlocked("Thread is blocked from message writes.");
}

/** Sends unless a fault is in the way; some faults come after it was sent. */
export function attempt({ world, faults, supportsFiles }: WriteParts, write: Write): void {
  const { conversation, activity, response, deed } = write;
  const wrong =
    checkActivity(activity) ??
    write.refused ??
    refuseWrite(world, conversation) ??
    refuseFiles(conversation, activity, supportsFiles);
  const people = conversation.members.map((user) => world.person(user)?.id ?? "");
  const place = conversation.kind === "personal" ? people : [`#${conversation.name}`];
  const fault = faults.meet([JSON.stringify(activity), conversation.id, ...place].join("\n"));
  switch (fault) {
    case null:
      if (wrong) send(response, wrong);
      else response.status(write.status).json(deed());
      return;
    case "429":
      throttle(response, 1);
      return;
    case "429-bare":
      throttle(response, null);
      return;
    case "503":
      response.status(503).type("text/plain").send("upstream connect error");
      return;
    case "412":
      send(response, refusal(412, "PreconditionFailed", "Precondition failed, please try again."));
      return;
    case "413":
      send(response, refusal(413, "MessageSizeTooBig", "Message size too large."));
      return;
    case "blocked":
      send(response, writesBlocked("Thread is blocked from message writes."));
      return;
    case "archived":
      send(response, writesBlocked("The team is archived."));
      return;
    case "timeout-after-accept":
      if (!wrong) deed();
      response.socket?.destroy();
      return;
    case "500-after-accept":
      if (!wrong) deed();
      send(response, refusal(500, "ServiceError", "Internal server error."));
  }
}
