/** One call of the Web API by the app, and how its outcome is put. */
import type { Bag } from "../../bag.ts";
import type { Workspace } from "../../demo.ts";
import type { SocketMode } from "../socket-mode.ts";
import type { Triggers } from "../triggers.ts";
import type { Uploads } from "../uploads.ts";
import type { World } from "../world.ts";

export interface Call {
  readonly world: World;
  readonly workspace: Workspace;
  readonly args: Bag;
  readonly triggers: Triggers;
  readonly uploads: Uploads;
  readonly sockets: SocketMode;
  /** Address of the playground, without a final slash. */
  readonly baseUrl: string;
}

export type Method = (call: Call) => Bag;

export function refuse(error: string, more: Bag = {}): Bag {
  return { ok: false, error, ...more };
}

/** A refusal that lists what is wrong, as Slack does for blocks and views. */
export function refuseWith(error: string, problems: readonly string[]): Bag {
  return refuse(error, { errors: problems, response_metadata: { messages: problems } });
}

/** One page of a list, with Slack's cursor for the next. */
export function page<T>(
  items: readonly T[],
  args: Bag,
  usual: number,
): { readonly items: readonly T[]; readonly cursor: string } {
  const from = Number(args["cursor"] ?? 0) || 0;
  const limit = Number(args["limit"] ?? 0) || usual;
  const until = from + limit;
  return { items: items.slice(from, until), cursor: until < items.length ? String(until) : "" };
}
