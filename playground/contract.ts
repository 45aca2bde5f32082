/**
 * What the playground's control interface speaks: the bodies and replies of `/control/*`, used by
 * the page, by the journeys and by any other program. Documented in `docs/playground.md`.
 *
 * Instants are ISO 8601 in UTC and on the virtual clock. Ids of people and schools are those of the
 * demo data (`u-ab-lib`).
 */

export type PlatformName = "slack" | "teams";

/** `GET /control/state` */
export interface WorldState {
  readonly now: string;
  /** When the next timer of the bot rings; null when none is set. */
  readonly next: string | null;
  readonly people: readonly PersonState[];
  readonly channels: readonly ChannelState[];
  /** What the bot declared that can be typed, for the composer's menu: `/goal`, on Teams `goal`. */
  readonly commands: readonly {
    readonly name: string;
    readonly hint: string;
    readonly platform: PlatformName;
  }[];
  /** Shortcuts and message extensions of the bot; those on messages belong into a message's menu. */
  readonly shortcuts: readonly {
    readonly name: string;
    readonly onMessage: boolean;
    readonly platform: PlatformName;
  }[];
}

export interface PersonState {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly school: string | null;
  readonly platform: PlatformName;
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
}

export interface ChannelState {
  readonly id: string;
  readonly name: string;
  readonly platform: PlatformName;
  /** Ids of people. */
  readonly members: readonly string[];
}

/** One message as one person sees it. */
export interface SeenMessage {
  readonly id: string;
  readonly at: string;
  /** Id of a channel, or `dm` for the person's own conversation with the bot. */
  readonly channel: string;
  /** Id of the message that opened the thread, when this one is a reply. */
  readonly thread: string | null;
  /** `bot`, the id of a person, or `slackbot` for Slack's own notices. */
  readonly from: string;
  /** The person's id on a direct or a private ("only visible to you") message, else null. */
  readonly to: string | null;
  /** True for "only visible to you" messages in a channel. */
  readonly private: boolean;
  /** When it was last changed, else null. */
  readonly edited: string | null;
  /** The whole message as a screen reader would read it: top-level text and every block's text. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  /** A form that stands in the message itself; its id is the message's. */
  readonly form?: SeenForm;
  /** What the bot sent, as it sent it. */
  readonly raw: unknown;
}

export interface SeenButton {
  readonly label: string;
  /** The platform's action id. */
  readonly action: string;
  readonly value: string | null;
  readonly accessibleName: string;
  /** What can be chosen, when it is a menu: `press` takes one of them as `value`. */
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  /** What the platform asks before it sends the press; `press` answers yes. */
  readonly confirm?: string;
}

/** A dialog that one person has open, or a message with inputs. */
export interface SeenForm {
  readonly id: string;
  readonly title: string;
  readonly submit: string | null;
  readonly text: string;
  readonly inputs: readonly SeenInput[];
  /** Buttons inside the dialog. */
  readonly buttons: readonly SeenButton[];
  readonly raw: unknown;
}

export interface SeenInput {
  readonly id: string;
  readonly label: string;
  readonly kind: "text" | "choice" | "choices" | "people" | "channel" | "date" | "time" | "number";
  readonly hint: string | null;
  readonly optional: boolean;
  /** What stands in it now. */
  readonly value: string | readonly string[] | null;
  readonly options: readonly { readonly label: string; readonly value: string }[] | null;
  readonly problem: string | null;
  /** True when the bot wants to hear of each change while the dialog is open. */
  readonly live: boolean;
}

/** The bot's home as one person sees it. */
export interface SeenHome {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly raw: unknown;
}

/** What one call changed for the person who acted. */
export interface Seen {
  readonly messages: readonly SeenMessage[];
  readonly form?: SeenForm;
  /** Input id to sentence, when a submitted form was refused. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly home?: SeenHome;
  /** What the platform itself told the person, such as that the bot did not answer in time. */
  readonly notice?: string;
}

/** `POST /control/clock` answers this. */
export interface ClockMoved {
  readonly now: string;
  readonly next: string | null;
  /** Everything the bot sent while the clock moved, to whomever. */
  readonly sent: readonly SeenMessage[];
}

export interface ResetBody {
  readonly data?: "demo" | "empty";
  readonly now?: string;
}
export interface ClockBody {
  /** An instant, or one of the page's shortcuts. */
  readonly to: string;
}
export interface SayBody {
  readonly as: string;
  readonly in: string;
  readonly text: string;
  /** Writes into the thread of this message. Slash commands do not exist in threads. */
  readonly thread?: string;
  /**
   * Whether the bot is mentioned in a new post of a Teams channel: true when left out, since only
   * then is it meant. False is what people say to each other.
   */
  readonly mention?: boolean;
}
export interface PressBody {
  readonly as: string;
  /** Id of a message, of the open form or of the home. */
  readonly message: string;
  /** Label, accessible name or action id. */
  readonly button: string;
  readonly value?: string;
  /** What is filled in before, on a message or dialog with inputs. */
  readonly answers?: SubmitBody["answers"];
  /** On Teams: a client that does not know `Action.Execute` and takes its fallback. */
  readonly oldClient?: boolean;
}
/** `POST /control/shortcut`: a message shortcut ("Log as goal") or a global one (no message). */
export interface ShortcutBody {
  readonly as: string;
  readonly shortcut: string;
  readonly message?: string;
  /** Where a global one is used on Teams, by default `dm`. */
  readonly in?: string;
}
export interface SubmitBody {
  readonly as: string;
  readonly form: string;
  /** By input id or label. Inputs left out keep what stands in them. */
  readonly answers: Readonly<Record<string, string | readonly string[] | null>>;
}
/** `POST /control/change`: a live input was changed while the form is open. Answers the form again. */
export type ChangeBody = SubmitBody;
/** `POST /control/close`: the dialog is dismissed. */
export interface CloseBody {
  readonly as: string;
  readonly form: string;
}
export interface HomeBody {
  readonly as: string;
}
export interface FaultBody {
  readonly platform: PlatformName;
  readonly kind: FaultKind;
  readonly times: number;
  /** Only sends whose text or channel contains this meet the fault. */
  readonly match?: string;
}
export type FaultKind =
  | "429"
  | "503"
  | "timeout-after-accept"
  | "blocked"
  | "archived"
  /** Only Teams has these: throttled without saying for how long, a clash, too large, sent but 500. */
  | "429-bare"
  | "412"
  | "413"
  | "500-after-accept";

/** A fault as the stand-ins keep it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly times: number;
  readonly match: string | null;
}

/** `POST /control/archive`: an administrator archives a channel, or brings it back. */
export interface ArchiveBody {
  readonly channel: string;
  readonly archived: boolean;
}
/** `POST /control/deactivate`: an administrator closes a person's account, or opens it again. */
export interface DeactivateBody {
  readonly person: string;
  readonly deactivated: boolean;
}
/** `POST /control/dnd`: on Slack, when a person's notifications pause each night; `times` null: never. */
export interface DndBody {
  readonly person: string;
  readonly times: { readonly from: string; readonly to: string } | null;
}
/** `POST /control/membership`: somebody (`bot` is the bot) joins or leaves a channel. */
export interface MembershipBody {
  readonly channel: string;
  readonly person: string;
  readonly member: boolean;
}
/** `POST /control/install`: on Teams a person adds the app for themselves, or removes it. */
export interface InstallBody {
  readonly as: string;
  readonly installed: boolean;
}

/** Everything one person has on screen: `GET /control/screen?as=`. */
export interface Screen {
  readonly now: string;
  readonly next: string | null;
  readonly me: PersonState;
  /** Whether the person has the app; on Slack everybody in the workspace does. */
  readonly installed: boolean;
  readonly channels: readonly (ChannelState & { readonly messages: readonly SeenMessage[] })[];
  readonly dm: readonly SeenMessage[];
  readonly home: SeenHome | null;
  readonly form: SeenForm | null;
  readonly story: readonly StoryStep[];
}

/** The eight steps of the "try this" rail, in the order they are offered. */
export const STORY = [
  "log-goal",
  "add-action",
  "plan",
  "check-in",
  "nudge",
  "press-done",
  "survey",
  "joint",
] as const;
export type StoryId = (typeof STORY)[number];

/** One of the eight steps; ticked when it happened at the person's school. */
export interface StoryStep {
  readonly id: StoryId;
  readonly done: boolean;
  /** When it happened; null while it has not. */
  readonly at: string | null;
}

/** `GET /control/events` is a server-sent stream of these: something changed, read the screen again. */
export interface Changed {
  readonly revision: number;
}

/** Every refusal: 400, 404 or 409 with a sentence that names the remedy. */
export interface Refusal {
  readonly error: string;
}
