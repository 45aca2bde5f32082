/** Trouble on demand: the next sends that match meet it. Kept in memory; a reset clears it. */
import { bagAt, stringAt } from "../bag.ts";
import type { Bag } from "../bag.ts";
import { type Channel, namedChannel, type World } from "./world.ts";

export type FaultKind = "429" | "503" | "timeout-after-accept" | "blocked" | "archived";

interface Fault {
  readonly kind: FaultKind;
  readonly left: number;
  readonly match: string | null;
}

export interface Faults {
  add(kind: FaultKind, times: number, match: string | null): void;
  /** The fault this call meets, which is then used up by one. */
  meet(world: World, method: string, args: Bag): FaultKind | null;
  clear(): void;
}

const SENDS: ReadonlySet<string> = new Set([
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
]);

export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  return {
    add: (kind, times, match) => {
      faults = [...faults, { kind, left: times, match }];
    },
    meet: (world, method, args) => {
      if (!SENDS.has(method)) return null;
      const text = searched(world, args);
      const met = faults.find(({ match }) => match === null || text.includes(match.toLowerCase()));
      if (!met) return null;
      faults = faults
        .map((fault) => (fault === met ? { ...fault, left: fault.left - 1 } : fault))
        .filter((fault) => fault.left > 0);
      return met.kind;
    },
    clear: () => {
      faults = [];
    },
  };
}

/** Slack's refusal for a fault that is one. */
export function faultError(kind: "blocked" | "archived", channel: Channel | undefined): string {
  if (kind === "archived") return "is_archived";
  return channel?.direct ? "user_disabled" : "restricted_action";
}

function searched(world: World, args: Bag): string {
  const channel = namedChannel(world, stringAt(args, "channel") ?? "");
  const person = channel?.direct ? world.person(channel.members[0] ?? "") : undefined;
  const kind = stringAt(bagAt(bagAt(args, "metadata"), "event_payload"), "kind");
  return [
    stringAt(args, "text"),
    JSON.stringify(args["blocks"] ?? ""),
    channel?.id,
    channel ? `#${channel.name}` : "",
    person?.id,
    kind,
  ]
    .join("\n")
    .toLowerCase();
}
