import type { reflection as source } from "../en/reflection.ts";

export const reflection: typeof source = {};
