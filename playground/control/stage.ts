/** Everything the control calls work with. */
import type { BotProcess } from "../bot-process.ts";
import type { Ground } from "../ground.ts";
import type { Platform } from "../platform.ts";

export interface Stage {
  readonly ground: Ground;
  readonly platforms: readonly Platform[];
  readonly bot: Pick<BotProcess, "advance" | "settle">;
  readonly log: (sentence: string) => void;
}
