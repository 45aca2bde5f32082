/** How fast Slack takes messages. */

import type { Pace } from "../../src/ports.ts";

/**
 * About one message a second and channel, short bursts tolerated, and several hundred a minute and
 * workspace: https://docs.slack.dev/apis/web-api/rate-limits
 */
export const PACE: Pace = {
  channel: { everyMs: 1_000, burst: 3 },
  workspace: { everyMs: 50, burst: 20 },
};
