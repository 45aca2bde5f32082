/**
 * The parts of Slack's request bodies that are read here. Signed by Slack, so their shape is trusted;
 * everything is optional, because which parts are there depends on what happened.
 */

export interface StateValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
  readonly selected_date?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
}

/** By the id of the block, then of its one element. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

export interface ViewPayload {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly hash: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly root_view_id?: string | null;
  readonly previous_view_id?: string | null;
  readonly state?: { readonly values?: StateValues };
}

interface ActionPayload {
  readonly action_id: string;
  readonly type: string;
  readonly value?: string;
}

/** What the Events API tells. */
export interface EventPayload {
  readonly type: string;
  readonly subtype?: string;
  /** Who brought somebody into a channel. */
  readonly inviter?: string;
  /** The person; a whole profile in `user_change`. */
  readonly user?: string | { readonly id: string; readonly deleted?: boolean };
  readonly channel?: string | { readonly id: string };
  readonly channel_type?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  /** Of a message in a thread: who wrote the one that opened it. */
  readonly parent_user_id?: string;
  readonly tab?: string;
  readonly bot_id?: string;
  readonly view?: ViewPayload;
}

export interface Payload {
  readonly type?: string;
  readonly team_id?: string;
  readonly team?: { readonly id: string } | null;
  readonly authorizations?: readonly { readonly team_id: string | null }[];
  readonly event_id?: string;
  readonly event?: EventPayload;
  readonly command?: string;
  readonly text?: string;
  readonly user_id?: string;
  readonly user?: { readonly id: string };
  readonly channel_id?: string;
  readonly channel?: { readonly id: string } | null;
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly callback_id?: string;
  readonly view?: ViewPayload | null;
  readonly actions?: readonly ActionPayload[];
  readonly container?: {
    readonly type?: string;
    readonly message_ts?: string;
    readonly channel_id?: string;
    readonly thread_ts?: string;
    readonly is_ephemeral?: boolean;
  };
  readonly message?: { readonly text?: string; readonly ts?: string; readonly thread_ts?: string };
}
