import type { goals as source } from "../en/goals.ts";

export const goals: typeof source = {};
