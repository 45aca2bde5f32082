/** Slack's trouble: which sends meet it, and what they are answered. */
import { type Bag, bagAt, stringAt } from "../bag.ts";
import type { FaultKind as AnyFault } from "../contract.ts";
import { type Channel, namedChannel, type World } from "./world.ts";

const KINDS = ["429", "503", "timeout-after-accept", "blocked", "archived"] as const;
export type FaultKind = (typeof KINDS)[number];

/** Whether Slack has this kind of trouble. */
export function isSlackFault(kind: AnyFault): kind is FaultKind {
  return KINDS.some((one) => one === kind);
}

const SENDS: ReadonlySet<string> = new Set([
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
  "files.completeUploadExternal",
]);

/** What a fault's `match` is looked for in, or null for calls that no fault meets. */
export function searchedIn(world: World, method: string, args: Bag): string | null {
  if (!SENDS.has(method)) return null;
  const channel = namedChannel(
    world,
    stringAt(args, "channel") ?? stringAt(args, "channel_id") ?? "",
  );
  const person = channel?.direct ? world.person(channel.members[0] ?? "") : undefined;
  const kind = stringAt(bagAt(bagAt(args, "metadata"), "event_payload"), "kind");
  return [
    stringAt(args, "text"),
    JSON.stringify(args["blocks"] ?? ""),
    channel?.id,
    channel ? `#${channel.name}` : "",
    person?.id,
    kind,
    method,
  ].join("\n");
}

/** Slack's refusal for a fault that is one. */
export function faultError(kind: "blocked" | "archived", channel: Channel | undefined): string {
  if (kind === "archived") return "is_archived";
  return channel?.direct ? "user_disabled" : "restricted_action";
}
