import type { plan as source } from "../en/plan.ts";

export const plan: typeof source = {};
