/** The commands and message extensions of the bot, from its Teams app manifest. */
import { type Bag, bagAt, bagsAt, flagAt, isBag, listAt, stringAt } from "../bag.ts";

export interface Declared {
  readonly commands: readonly { readonly name: string; readonly hint: string }[];
  readonly extensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly onMessage: boolean;
    readonly onCompose: boolean;
    /** The dialog comes from the bot. */
    readonly fetches: boolean;
  }[];
  /** The team lets the bot read what does not mention it. */
  readonly hearsAll: boolean;
  /** The bot may offer files. */
  readonly supportsFiles: boolean;
}

/** Reads an app manifest, `manifest.json` of the app package. Without one the bot may do all. */
export function readManifest(manifest: unknown): Declared {
  const whole: Bag | undefined = isBag(manifest) ? manifest : undefined;
  const bots = bagsAt(whole, "bots");
  const lists = bots.flatMap((bot) => bagsAt(bot, "commandLists"));
  const personal = lists.filter((list) => listAt(list, "scopes").includes("personal"));
  const permissions = bagsAt(
    bagAt(bagAt(whole, "authorization"), "permissions"),
    "resourceSpecific",
  );
  return {
    commands: (personal.length > 0 ? personal : lists)
      .flatMap((list) => bagsAt(list, "commands"))
      .map((command) => ({
        name: stringAt(command, "title") ?? "",
        hint: stringAt(command, "description") ?? "",
      })),
    extensions: bagsAt(whole, "composeExtensions")
      .flatMap((extension) => bagsAt(extension, "commands"))
      .filter((command) => command["type"] === "action")
      .map((command) => ({
        id: stringAt(command, "id") ?? "",
        name: stringAt(command, "title") ?? "",
        onMessage: listAt(command, "context").includes("message"),
        onCompose: contextsOf(command).includes("compose"),
        fetches: flagAt(command, "fetchTask"),
      })),
    hearsAll:
      whole === undefined || permissions.some(({ name }) => name === "ChannelMessage.Read.Group"),
    supportsFiles: whole === undefined || bots.some((bot) => flagAt(bot, "supportsFiles")),
  };
}

function contextsOf(command: Bag): readonly unknown[] {
  const given = listAt(command, "context");
  return given.length === 0 ? ["compose"] : given;
}
