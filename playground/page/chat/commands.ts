/** The slash menu of the composer: which commands fit what was typed so far. */
import type { WorldState } from "../../contract.ts";

export type Command = WorldState["commands"][number];

/** Commands to offer while the first word is being typed; none afterwards. */
export function offered(commands: readonly Command[], typed: string): readonly Command[] {
  const word = typed.toLowerCase();
  if (!/^\/\S*$/.test(word)) return [];
  return commands.filter(({ name }) => name.toLowerCase().startsWith(word));
}
