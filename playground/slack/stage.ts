/** Everything that Slack's stand-in works with. */
import type { Faults } from "../faults.ts";
import type { Deliver } from "./deliver.ts";
import type { FaultKind } from "./faults.ts";
import type { Declared } from "./manifest.ts";
import type { ResponseUrls, Triggers } from "./triggers.ts";
import type { World } from "./world.ts";

export interface SlackStage {
  readonly world: World;
  readonly deliver: Deliver;
  readonly triggers: Triggers;
  readonly urls: ResponseUrls;
  readonly faults: Faults<FaultKind>;
  readonly declared: Declared;
  /** Address of the playground, without a final slash. */
  readonly baseUrl: string;
  readonly log: (sentence: string) => void;
}
