/**
 * Slack's rate limits, per method and workspace, with the small bursts Slack allows: on real time, and
 * on the virtual clock's when it is moved.
 */

/** Calls a minute. https://docs.slack.dev/apis/web-api/rate-limits */
const TIERS = { one: 1, two: 20, three: 50, four: 100, special: 600 } as const;

const TIER_OF: Readonly<Record<string, keyof typeof TIERS>> = {
  "apps.connections.open": "three",
  "auth.test": "special",
  "chat.delete": "three",
  "chat.getPermalink": "special",
  "chat.postEphemeral": "four",
  "chat.postMessage": "special",
  "chat.update": "three",
  "conversations.history": "three",
  "conversations.info": "three",
  "conversations.members": "four",
  "conversations.open": "three",
  "conversations.replies": "three",
  "dnd.info": "three",
  "dnd.teamInfo": "two",
  "files.completeUploadExternal": "four",
  "files.getUploadURLExternal": "four",
  "team.info": "three",
  "users.info": "four",
  "users.list": "two",
  "views.open": "four",
  "views.publish": "four",
  "views.push": "four",
  "views.update": "four",
};

/** One message a second in each channel; this many may come at once. */
const POST_BURST = 3;

export interface RateLimits {
  /** Seconds to wait when the call comes too soon, else null (and the call counts). */
  retryAfter(team: string, method: string, channel: string | undefined): number | null;
  /** Nothing was called yet; for a clock that is set back. */
  clear(): void;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** @param clock milliseconds since any moment. */
export function createRateLimits(clock: () => number): RateLimits {
  const buckets = new Map<string, Bucket>();

  function take(key: string, size: number, perSecond: number): number | null {
    const now = clock();
    const last = buckets.get(key) ?? { tokens: size, at: now };
    const tokens = Math.min(size, last.tokens + ((now - last.at) / 1000) * perSecond);
    if (tokens < 1) {
      buckets.set(key, { tokens, at: now });
      return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    }
    buckets.set(key, { tokens: tokens - 1, at: now });
    return null;
  }

  return {
    retryAfter: (team, method, channel) => {
      const perMinute = TIERS[TIER_OF[method] ?? "three"];
      const wait = take(`${team} ${method}`, perMinute, perMinute / 60);
      if (wait !== null || method !== "chat.postMessage") return wait;
      return take(`${team} ${method} ${channel ?? ""}`, POST_BURST, 1);
    },
    clear: () => {
      buckets.clear();
    },
  };
}
