/**
 * One chat platform's stand-in, as the control interface asks it. Every platform has its own way to
 * be typed to and pressed on; what people see of it is the contract's.
 *
 * What is not there throws `Refused` with a sentence that names what is.
 */
import type { Express } from "express";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type {
  ChannelState,
  CloseBody,
  Fault,
  PlatformName,
  PressBody,
  SayBody,
  Seen,
  SeenForm,
  SeenHome,
  SeenMessage,
  ShortcutBody,
  SubmitBody,
  WorldState,
} from "./contract.ts";
import type { Person } from "./demo.ts";

/** What the platform itself tells the person who acted, such as that the bot did not answer. */
export type Notice = string | undefined;

/** Something the bot sent, with its place among all that was sent. */
export interface SentMessage {
  readonly order: number;
  readonly message: SeenMessage;
}

/** A body without what is said twice: who acts is given as a person. */
type By<Body> = Omit<Loose<Body>, "as">;
/** Bodies come out of JSON, where a field may also be there and undefined. */
type Loose<Body> = {
  [Key in keyof Body]: undefined extends Body[Key] ? Body[Key] | undefined : Body[Key];
};

export type Say = By<SayBody>;
export type Press = By<PressBody>;
export type UseShortcut = By<ShortcutBody>;
export type Submit = By<SubmitBody>;
export type Close = By<CloseBody>;

export interface Platform {
  readonly name: PlatformName;
  /** Settings with which the bot takes this for the platform. */
  environment(): Readonly<Record<string, string>>;
  /** What the bot can be asked for here. */
  readonly offers: Pick<WorldState, "commands" | "shortcuts">;
  /** Puts what the bot calls of the platform onto the playground's port. */
  mount(app: Express): void;
  /** Takes a connection of the bot that wants to be a socket. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Forgets what is only in memory, for a reset. */
  forget(): void;
  stop(): void;

  channels(): readonly ChannelState[];
  /** Ids of the channels the person is in. */
  channelsOf(person: Person): readonly string[];
  /** The channel that `in` means to this person: its id, or `dm`. */
  place(person: Person, name: string): string;
  /** All that the person sees, oldest first. */
  messages(person: Person): readonly SeenMessage[];
  form(person: Person): SeenForm | undefined;
  home(person: Person): SeenHome | undefined;
  /** What became new for the person after that revision. */
  since(person: Person, revision: number): Omit<Seen, "notice">;
  /** What the bot sent after that revision, to whomever. */
  sentSince(revision: number): readonly SentMessage[];
  /** Kinds of the messages that the bot sent to a school, where it says so, and when the first of each. */
  kindsSent(school: string | null): ReadonlyMap<string, string>;

  say(person: Person, body: Say): Promise<Notice>;
  press(person: Person, body: Press): Promise<Notice>;
  shortcut(person: Person, body: UseShortcut): Promise<Notice>;
  submit(person: Person, body: Submit): Promise<Notice>;
  change(person: Person, body: Submit): Promise<Notice>;
  close(person: Person, body: Close): Promise<Notice>;
  openHome(person: Person): Promise<Notice>;

  archive(
    channel: string,
    archived: boolean,
  ): Promise<ChannelState & { readonly archived: boolean }>;
  /** `person` null is the bot. */
  membership(
    channel: string,
    person: Person | null,
    member: boolean,
  ): Promise<ChannelState & { readonly bot: boolean }>;
  /** The account was closed or opened again; whom that concerns is told. */
  accountChanged(person: Person): Promise<void>;
  isInstalled(person: Person): boolean;
  /** The person adds the app, or removes it. */
  install(person: Person, installed: boolean): Promise<void>;
  fault(fault: Fault): void;
}
