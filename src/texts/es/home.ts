import type { home as source } from "../en/home.ts";

export const home: typeof source = {
  title: "Tu inicio",
};
