/** How fast Teams takes messages. */

import type { Pace } from "../../src/ports.ts";

/**
 * A conversation takes 7 in one second and 60 in thirty, a tenant 50 a second:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const PACE: Pace = {
  channel: { everyMs: 500, burst: 5 },
  workspace: { everyMs: 20, burst: 50 },
};
