/**
 * What the core needs from outside, and the two unions that cross the seam to a chat platform:
 * `ChatEvent` says what happened, `Outcome` what is wanted. The adapter decides how.
 */

import type { Answers, Card, Form } from "./card.ts";
import type { Manner } from "./nudge/attention.ts";
import type { Address, Locale } from "./team/person.ts";
import type { Timer } from "./time/timer.ts";
export type { Timer };

/** What every event carries. */
interface Arrival {
  /** The platform's own id of this delivery; the same for every retry of it. */
  readonly id: string;
  /** The verified workspace or tenant it came from. */
  readonly tenant: Address;
  /** Who did it. */
  readonly from: Address;
  /** Where it was done; null at home or where the platform does not say. */
  readonly channel: Address | null;
  /** The adapter's own note on how to answer, stored with the event; opaque to the core. */
  readonly via: string;
}

export type ChatEvent = Arrival &
  (
    | { readonly type: "command"; readonly text: string }
    | {
        readonly type: "action";
        readonly action: string;
        readonly value: string;
        /** The message that was pressed, as a client says it: see `own-card.ts`. */
        readonly message?: MessageAddress;
      }
    | {
        readonly type: "form";
        readonly form: string;
        readonly context: string;
        readonly answers: Answers;
        /** The same for every submission of the one form that was opened. */
        readonly instance: string;
      }
    /** A live input of an open form changed; answered by `ask` with the form as it should now be. */
    | {
        readonly type: "change";
        readonly form: string;
        readonly context: string;
        readonly answers: Answers;
      }
    /** Somebody wrote into the thread below a message of the bot; nothing is expected in return. */
    | { readonly type: "said"; readonly thread: MessageAddress; readonly text: string }
    /** A shortcut on somebody's message, or a global one with text "". */
    | { readonly type: "shortcut"; readonly shortcut: string; readonly text: string }
    | { readonly type: "home" }
    /** A person was deactivated, came back, or changed name, language or zone. */
    | { readonly type: "person"; readonly change: "left" | "changed" }
    /** The channel of `channel` can no longer, or can again, be posted to. */
    | { readonly type: "channel"; readonly change: "closed" | "opened" }
    /** In the channel, by a person; for that person alone when there is no channel. */
    | { readonly type: "installed" }
    /** From the channel, or by that person for themselves: nothing is sent there any more. */
    | { readonly type: "uninstalled" }
  );

export type Outcome =
  /** Only the person who acted sees it. */
  | { readonly type: "reply"; readonly card: Card }
  /** The message that was pressed (or that the form came from) becomes this, for all who see it. */
  | { readonly type: "replace"; readonly card: Card }
  /** `apart`: the message that was pressed is none that what comes of the form may change. */
  | { readonly type: "ask"; readonly form: Form; readonly apart?: true }
  /** The form stays open with what was typed; sentences by input id. */
  | { readonly type: "invalid"; readonly problems: Readonly<Record<string, string>> }
  | { readonly type: "home"; readonly card: Card }
  /**
   * Files for the person who acted, in their own chat with the bot; `card` says so where they acted.
   * Where the platform takes no files from a bot they see `otherwise`.
   */
  | {
      readonly type: "files";
      readonly files: readonly ChatFile[];
      readonly card: Card;
      readonly otherwise: Card;
    }
  | { readonly type: "nothing" };

export interface ChatFile {
  /** As it is saved, with its ending. */
  readonly name: string;
  /** As it is called in the chat. */
  readonly title: string;
  /** Sent as UTF-8, as it is. */
  readonly content: string;
}

/** One chat platform, as the core sees it. Everything it throws from `send` is a `DeliveryError`. */
export interface ChatPlatform {
  /** The part of its addresses before the colon. */
  readonly name: string;
  /** How fast it takes messages; where it does not say, it is written to with care. */
  readonly pace?: Pace;
  start(core: Reception): Promise<void>;
  /** Carries out what the core decided, live or after a restart. */
  perform(event: ChatEvent, outcome: Outcome): Promise<void>;
  /** Posts, or replaces, one message. Tries once; retrying is the outbox's. */
  send(delivery: Delivery): Promise<Sent>;
  /** Looks for a delivery whose fate is unknown; undefined when it did not arrive. */
  find(delivery: Delivery): Promise<Sent | undefined>;
  /** What the platform knows of a person; undefined when it knows nobody there. */
  profile(address: Address): Promise<Profile | undefined>;
  /**
   * Until when those of these people who do not want to be disturbed now want to be left alone (N-6).
   * Never throws; whoever is not named may be written to. Left out by a platform on which nobody can
   * say so to a bot, such as Teams.
   */
  doNotDisturb?(addresses: readonly Address[], now: Date): Promise<ReadonlyMap<Address, Date>>;
  stop(): Promise<void>;
}

/** How fast messages may come: to one channel, and to all of one workspace or tenant. */
export interface Pace {
  readonly channel: Rate;
  readonly workspace: Rate;
}

/** One message every so many milliseconds, after a burst of so many. */
export interface Rate {
  readonly everyMs: number;
  readonly burst: number;
}

/**
 * What an adapter has to remember about an address, such as the server that answers for it: small
 * opaque strings, kept in the database, so that every process and the next start know them.
 */
export interface PlatformNotes {
  get(address: Address): Promise<string | undefined>;
  set(address: Address, note: string): Promise<void>;
}

/** What an adapter hands its events to. */
export interface Reception {
  /**
   * Stores the event durably before anything else happens.
   * @returns false when it was stored before: answer politely and do nothing.
   * @throws when it could not be stored, or a `TooMuchError`; nothing was done and the person should be told.
   */
  accept(event: ChatEvent): Promise<boolean>;
  /** Decides what happens on an accepted event. Never throws: a fault becomes a polite card. */
  decide(event: ChatEvent): Promise<Outcome>;
  /** Marks an accepted event as finished, once its outcome was carried out. */
  finish(event: ChatEvent): Promise<void>;
}

export interface Profile {
  readonly name: string;
  readonly locale: Locale;
  readonly timezone: string | null;
  readonly active: boolean;
}

export interface Delivery {
  readonly key: string;
  readonly kind: string;
  readonly to: Address;
  readonly card: Card;
  /** The message whose thread it goes into. */
  readonly thread: MessageAddress | null;
  /** The message that it replaces. */
  readonly replaces: MessageAddress | null;
  /** When it was first tried, for `find`; null before the first try. */
  readonly triedAt: Date | null;
}

/** Names one posted message; opaque outside the adapter that made it. */
export type MessageAddress = string & { readonly brand: "MessageAddress" };

export interface Sent {
  readonly message: MessageAddress;
}

export type Refusal = "gone" | "closed" | "blocked" | "not_allowed" | "invalid";

/**
 * Why a delivery failed. `refused`: for good, with the reason. `later`: certainly not delivered, try
 * again after the given milliseconds. `uncertain`: it may have arrived; look before trying again.
 */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly fate: "refused" | "later" | "uncertain";
  readonly reason: Refusal | null;
  readonly retryAfterMs: number | null;
  constructor(
    fate: "refused" | "later" | "uncertain",
    details: {
      readonly message: string;
      readonly reason?: Refusal;
      readonly retryAfterMs?: number;
      readonly cause?: unknown;
    },
  ) {
    super(details.message, { cause: details.cause });
    this.fate = fate;
    this.reason = details.reason ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** What is said to somebody else, or later. One row per key before it is sent; sent once. */
export interface Outbox {
  /**
   * Puts a message in line. A key that was used before changes nothing.
   * `thread` is the key of the message that opened the thread; it is sent first.
   */
  post(message: OutgoingMessage): Promise<void>;
  /** The same for many, in one go. */
  postAll(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Replaces the message of that key by another card, sent or still in line; nothing if unknown. */
  revise(key: string, card: Card): Promise<void>;
  /** Sends a message that was refused to another address, outside of threads; else nothing. */
  redirect(key: string, to: Address): Promise<void>;
  /** The key under which a message was posted; undefined when it was not posted from here. */
  keyOf(message: MessageAddress): Promise<string | undefined>;
  /** The card that a message from here shows, as far as is known; undefined when it is none. */
  cardOf(message: MessageAddress): Promise<Card | undefined>;
  /** Notes that it shows this one now; a revision that is on its way comes after it. */
  shows(message: MessageAddress, card: Card): Promise<void>;
  /** Whether a message of that key was posted, or is in line and was not refused. */
  has(key: string): Promise<boolean>;
}

export interface OutgoingMessage {
  /** Person or channel + rule + object + local date (N-14). */
  readonly key: string;
  /** What it is, for people who look at deliveries: `nudge.digest`. */
  readonly kind: string;
  readonly to: Address;
  readonly card: Card;
  readonly thread?: string;
  /** To a person: how the nudge policy treats it; a `question` where nothing is said. */
  readonly manner?: Manner;
  /** To a person: nobody who stands in for them can answer it, so it waits for them. */
  readonly personal?: true;
  /** To a person: from then on it is no longer worth saying, should it have had to wait. */
  readonly expires?: Date;
}

/** The durable alarm clock. A timer holds ids, never content; when it rings, re-read and re-decide. */
export interface Timers {
  /** Sets, or moves, the one timer of that key. `at` may be past: it rings at once. */
  set(timer: Timer): Promise<void>;
  /** Sets it unless one of that key is waiting, due or not: for the sweep on start (rule 4). */
  ensure(timer: Timer): Promise<void>;
  /** Nothing happens when there is none. */
  cancel(key: string): Promise<void>;
}

/** Free text never goes here. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
