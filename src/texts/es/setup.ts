import type { setup as source } from "../en/setup.ts";

export const setup: typeof source = {};
