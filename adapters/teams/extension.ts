/** How the manifest names the commands of the message extension, and how they are read. */

const COMMAND = "command:";

/** The command of the extension that types these words for a person: `command:goal add`. */
export const commandId = (words: string): string => `${COMMAND}${words}`;

type Asked =
  | { readonly type: "command"; readonly words: string }
  | { readonly type: "shortcut"; readonly shortcut: string };

/**
 * A shortcut may stand in several menus under names of its own, which follow a colon:
 * `log_as_goal:compose` is `log_as_goal`.
 */
export function extensionCommand(id: string): Asked {
  return id.startsWith(COMMAND)
    ? { type: "command", words: id.slice(COMMAND.length) }
    : { type: "shortcut", shortcut: id.replace(/:.*$/u, "") };
}
