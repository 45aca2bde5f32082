/** Buttons that type a command for a person. */

import type { Button } from "./card.ts";

/** Its value is the command's text. */
export const RUN_COMMAND = "command.run";
/** Its value is the command's words and, behind a bar, the sentence that its form opens with. */
export const FILL_COMMAND = "command.fill";

/** Types a command, as somebody would who knew its words. */
export const typing = (label: string, words: string, more: Partial<Button> = {}): Button => ({
  label,
  action: RUN_COMMAND,
  value: words,
  ...more,
});
