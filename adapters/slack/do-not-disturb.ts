/** Who does not want to be disturbed in Slack just now (N-6); asked only where the scope was granted. */

import { WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import type { Log } from "../../src/ports.ts";
import type { Address } from "../../src/team/person.ts";
import { inTime } from "../tasks.ts";
import { isPerson, readPlace } from "./address.ts";
import { codeOf } from "./errors.ts";

/** What Slack tells of somebody's next, or running, quiet time; in seconds since 1970. */
interface Schedule {
  readonly dnd_enabled?: boolean;
  readonly next_dnd_start_ts?: number;
  readonly next_dnd_end_ts?: number;
}

export interface DoNotDisturb {
  /** As `ChatPlatform.doNotDisturb`: never throws; whom Slack does not tell of may be written to. */
  until(addresses: readonly Address[], now: Date): Promise<ReadonlyMap<Address, Date>>;
}

/** As many as `dnd.teamInfo` takes. */
const AT_ONCE = 50;
/** A scope that was not granted may be some day, under the same token. */
const ASK_AGAIN_MS = 3_600_000;
const NOT_GRANTED: ReadonlySet<string> = new Set([
  "missing_scope",
  "not_allowed_token_type",
  "access_denied",
]);
/** A wave of messages waits no longer than this for all its answers. */
const WITHIN_MS = 5_000;

/** @param clock milliseconds since any moment, of real time. */
export function createDoNotDisturb(
  { dnd }: { readonly dnd: Pick<WebClient["dnd"], "info" | "teamInfo"> },
  log: Log,
  clock: () => number = () => performance.now(),
): DoNotDisturb {
  let askAgainAt = 0;

  function failed(error: unknown): void {
    if (error instanceof WebAPIRateLimitedError) {
      askAgainAt = clock() + error.retryAfter * 1000;
      return;
    }
    const code = codeOf(error);
    if (code && NOT_GRANTED.has(code)) askAgainAt = clock() + ASK_AGAIN_MS;
    else log.warn({ error }, "Slack did not say who does not want to be disturbed");
  }

  /** By user; undefined when Slack did not answer. */
  async function ask(users: readonly string[]): Promise<ReadonlyMap<string, Schedule> | undefined> {
    const [only, ...others] = users;
    try {
      if (only === undefined) return new Map();
      if (others.length === 0) return new Map([[only, await dnd.info({ user: only })]]);
      const { users: schedules = {} } = await dnd.teamInfo({ users: users.join(",") });
      return new Map(Object.entries(schedules));
    } catch (error) {
      failed(error);
      return undefined;
    }
  }

  async function askAll(
    byUser: ReadonlyMap<string, Address>,
    now: Date,
    found: Map<Address, Date>,
  ): Promise<void> {
    const users = [...byUser.keys()];
    for (let from = 0; from < users.length; from += AT_ONCE) {
      const schedules = await ask(users.slice(from, from + AT_ONCE));
      if (!schedules) return;
      for (const [user, schedule] of schedules) {
        const [address, end] = [byUser.get(user), endOf(schedule, now)];
        if (address && end) found.set(address, end);
      }
    }
  }

  return {
    async until(addresses, now) {
      const found = new Map<Address, Date>();
      if (clock() < askAgainAt) return found;
      const byUser = new Map(
        addresses.flatMap((address) => {
          const place = readPlace(address);
          return place && isPerson(place.id) ? [[place.id, address] as const] : [];
        }),
      );
      await inTime(askAll(byUser, now, found), WITHIN_MS);
      return new Map(found);
    },
  };
}

/** The end of a quiet time that runs now. Slack writes 1 for "none". */
function endOf(
  { dnd_enabled: isOn, next_dnd_start_ts: start = 0, next_dnd_end_ts: end = 0 }: Schedule,
  now: Date,
): Date | undefined {
  const seconds = now.getTime() / 1000;
  return isOn === true && start > 1 && start <= seconds && seconds < end
    ? new Date(end * 1000)
    : undefined;
}
