/** Everything the control calls work with. */
import type { BotProcess } from "../bot-process.ts";
import type { Declared } from "../manifest.ts";
import type { Deliver } from "../slack/deliver.ts";
import type { Faults } from "../slack/faults.ts";
import type { ResponseUrls, Triggers } from "../slack/triggers.ts";
import type { World } from "../slack/world.ts";

export interface Stage {
  readonly world: World;
  readonly bot: BotProcess;
  readonly deliver: Deliver;
  readonly triggers: Triggers;
  readonly urls: ResponseUrls;
  readonly faults: Faults;
  readonly declared: Declared;
  /** Address of the playground, without a final slash. */
  readonly baseUrl: string;
  readonly log: (sentence: string) => void;
}
