/** Everything that Teams' stand-in works with. */
import type { Deliver } from "./deliver.ts";
import type { OneDrive } from "./files.ts";
import type { Declared } from "./manifest.ts";
import type { TeamsWorld } from "./world.ts";

export interface TeamsStage {
  readonly world: TeamsWorld;
  readonly deliver: Deliver;
  readonly declared: Declared;
  readonly oneDrive: OneDrive;
  /** The base of the stand-in, with its final slash: `serviceUrl` of every activity. */
  readonly base: string;
  readonly log: (sentence: string) => void;
}
