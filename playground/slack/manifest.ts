/** The commands, shortcuts and events of the app, from its Slack manifest. */
import { bagAt, bagsAt, type Bag, flagAt, isBag, listAt, stringAt } from "../bag.ts";

export interface Declared {
  readonly commands: readonly {
    readonly name: string;
    readonly hint: string;
    /** Mentions in the text arrive as `<@U…|name>`. */
    readonly escapes: boolean;
  }[];
  readonly shortcuts: readonly {
    readonly name: string;
    readonly callbackId: string;
    readonly onMessage: boolean;
  }[];
  /** What the bot may do; null when the manifest says nothing of scopes: then everything. */
  readonly scopes: ReadonlySet<string> | null;
  /** Null when the manifest says nothing of events: then all are delivered. */
  readonly events: ReadonlySet<string> | null;
}

/** Reads a manifest object as Slack's app settings export it. */
export function readManifest(manifest: unknown): Declared {
  const whole: Bag = isBag(manifest) ? manifest : {};
  const features = bagAt(whole, "features");
  const subscriptions = bagAt(bagAt(whole, "settings"), "event_subscriptions");
  const scopes = bagAt(bagAt(whole, "oauth_config"), "scopes");
  return {
    commands: bagsAt(features, "slash_commands").map((command) => ({
      name: stringAt(command, "command") ?? "",
      hint: stringAt(command, "usage_hint") ?? stringAt(command, "description") ?? "",
      escapes: flagAt(command, "should_escape"),
    })),
    shortcuts: bagsAt(features, "shortcuts").map((shortcut) => ({
      name: stringAt(shortcut, "name") ?? "",
      callbackId: stringAt(shortcut, "callback_id") ?? "",
      onMessage: shortcut["type"] === "message",
    })),
    scopes: scopes
      ? new Set([...listAt(scopes, "bot"), ...listAt(scopes, "bot_optional")].filter(isText))
      : null,
    events: subscriptions ? new Set(listAt(subscriptions, "bot_events").filter(isText)) : null,
  };
}

const isText = (value: unknown): value is string => typeof value === "string";
