import type { nudge as source } from "../en/nudge.ts";

export const nudge: typeof source = {};
