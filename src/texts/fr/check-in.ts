import type { checkIn as source } from "../en/check-in.ts";

export const checkIn: typeof source = {};
