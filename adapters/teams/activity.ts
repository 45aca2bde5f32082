/**
 * The parts of Teams' activities that are read here. They come with Microsoft's signature, so their shape
 * is trusted; everything else is optional, because which parts are there depends on what happened. What
 * a card carried back went through a client and is not: see `data.ts`.
 */

export interface Account {
  /** `29:…` a person, `28:…` a bot. */
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

export interface TeamsActivity {
  readonly type: string;
  readonly id?: string;
  /** Of an invoke: `adaptiveCard/action`. */
  readonly name?: string;
  readonly text?: string;
  readonly locale?: string;
  /** IANA. */
  readonly localTimezone?: string;
  readonly serviceUrl: string;
  readonly from: Account;
  readonly recipient: Account;
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: "personal" | "channel" | "groupChat";
    readonly tenantId?: string;
  };
  readonly channelData?: {
    readonly eventType?: string;
    readonly tenant?: { readonly id: string };
    readonly team?: { readonly id: string; readonly name?: string };
    readonly channel?: { readonly id: string; readonly name?: string };
  };
  readonly entities?: readonly {
    readonly type: string;
    readonly text?: string;
    readonly mentioned?: { readonly id: string };
  }[];
  /** The text once more as HTML, and pictures and files. */
  readonly attachments?: readonly { readonly contentType: string; readonly content?: unknown }[];
  readonly value?: unknown;
  /** The message that was pressed, or that the dialog came from. */
  readonly replyToId?: string;
  /** Of an installation: `add`, `remove`, `add-upgrade`, `remove-upgrade`. */
  readonly action?: string;
  readonly membersAdded?: readonly Account[];
  readonly membersRemoved?: readonly Account[];
}

/** What an invoke carries. */
export interface InvokeValue {
  /** Of `adaptiveCard/action`. */
  readonly action?: { readonly data?: unknown };
  /** Of `task/fetch`, `task/submit` and `composeExtension/submitAction`. */
  readonly data?: unknown;
  /** Of the message extension. */
  readonly commandId?: string;
  readonly commandContext?: "compose" | "message" | "commandbox";
  readonly messagePayload?: {
    readonly body?: { readonly content?: string; readonly contentType?: "html" | "text" };
  };
}

export const invokeValue = ({ value }: TeamsActivity): InvokeValue =>
  typeof value === "object" && value !== null ? value : {};

/** The tenant an activity is of; undefined when it does not say, or says two. */
export function tenantOf({ channelData, conversation }: TeamsActivity): string | undefined {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter(Boolean);
  const [tenant, other] = [...new Set(named.map((id) => id?.toLowerCase()))];
  return other === undefined ? tenant : undefined;
}

/**
 * A conversation with the bot alone. The message extension is also used in chats of two people, which
 * call themselves personal too.
 */
export const isPersonal = ({ conversation }: TeamsActivity): boolean =>
  !conversation.id.startsWith("19:");
