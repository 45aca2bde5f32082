/** One thing users can do: everything it listens to, in one object, and what a handler is given. */

import type { Form } from "./card.ts";
import type { CommandWords } from "./finding/command-words.ts";
import type { HomeLine, Season } from "./finding/declared.ts";
import type { Audience, Situation } from "./finding/situation.ts";
import type { Module, PolicyFlag } from "./team/module.ts";
import type { Page, PageAnswer, PageVisit } from "./page.ts";
import type { ChatEvent, Delivery, Log, Outbox, Outcome, Refusal, Timers } from "./ports.ts";
import type { Imported, NamedImport } from "./school-calendar/import.ts";
import type { Whose } from "./turns.ts";
import type { Address, Locale, Person } from "./team/person.ts";
import type { Texts } from "./texts/index.ts";
import type { DistrictStores } from "./stores.ts";

export type EventOf<T extends ChatEvent["type"]> = Extract<ChatEvent, { type: T }>;

/**
 * Reads a calendar from outside where it can be stopped: no text costs more than 2 s of processor time and
 * 100 MB, or it is refused as too costly. People take turns.
 */
export type CalendarReader = (
  text: string,
  options: NamedImport,
  whose: Whose,
) => Promise<Imported>;

/** The edge, as handlers and timers see it. */
export interface Services {
  readonly stores: DistrictStores;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly now: Date;
  readonly log: Log;
  /**
   * The person at an address; on first sight looked up on the platform and enrolled as staff without
   * a partnership. Undefined when the platform knows nobody there.
   */
  readonly meet: (address: Address) => Promise<Person | undefined>;
  /**
   * Until when those of these people who do not want to be disturbed now want to be left alone, as
   * their platforms say (N-6); absent where no platform says so.
   */
  readonly doNotDisturb?: (addresses: readonly Address[]) => Promise<ReadonlyMap<Address, Date>>;
  /**
   * A link for one person to a page (`Feature.pages`) about something, for an hour; undefined where the
   * bot has no address on the web. It goes to that person only.
   */
  readonly link: (page: string, personId: string, about: string) => string | undefined;
  /** Reads a calendar that somebody brought in, where it can be stopped. */
  readonly readCalendar: CalendarReader;
  /** The code that makes the district's administrator, when it had that many before (`features/rights`). */
  readonly firstCode?: (nth: number) => string;
  /** What all features declared. */
  readonly declared: Declarations;
  /** A page as a file that opens in any browser; undefined where nothing draws pages. */
  readonly html: (page: Page) => string | undefined;
}

/** Somebody opened, or sent, a page that they were given the link of. */
export interface PageContext extends Services, Pick<PageVisit, "about" | "sent" | "fields"> {
  readonly person: Person;
  readonly texts: Texts;
}

/** A handler's surroundings: who acted, in what language. `stores` is theirs and nobody else's. */
export interface Context<E extends ChatEvent = ChatEvent> extends Services {
  readonly event: E;
  readonly person: Person;
  /** In the person's language and time zone. */
  readonly texts: Texts;
}

export type Handler<T extends ChatEvent["type"]> = (
  context: Context<EventOf<T>>,
) => Promise<Outcome>;

export interface CommandFeature {
  /** Shown in help and below its label; one line in the person's language. */
  readonly summary: (texts: Texts) => string;
  /** The card of the menu, and the part of help, that it stands in. */
  readonly situation: Situation;
  /** Its label, other names and what people write who mean it, in the person's language. */
  readonly words: (texts: Texts) => CommandWords;
  /** Whom it is offered to; partners where nothing is said. */
  readonly for?: readonly Audience[];
  /** It stands in help, but has no line in the menu: another one there leads to it. */
  readonly menu?: false;
  /** What may follow the words, for help and the platform's hint: `<title> [by date]`. */
  readonly hint?: string;
  /** Alone, it may be answered by a form; buttons that type it say so. */
  readonly asks?: true;
  /** Whether these words are this command with that rest; else a shorter one gets them. */
  readonly accepts?: (rest: string) => boolean;
  /** Opens its form with a sentence already in it: what is offered for words that are no command. */
  readonly fill?: (context: Context<EventOf<"action">>, sentence: string) => Promise<Outcome>;
  /** `rest` is what follows the command's words. */
  readonly run: (context: Context<EventOf<"command">>, rest: string) => Promise<Outcome>;
}

/** A command, and the feature that declared it. */
export interface Declared {
  /** As they are typed; "" is nothing typed. */
  readonly words: string;
  readonly command: CommandFeature;
  readonly feature: Pick<Feature, "name" | "module" | "needs">;
}

/** What all features declared, for what has to know of all: the menu, help, what is not understood. */
export interface Declarations {
  readonly commands: readonly Declared[];
  readonly seasons: readonly (Season & Pick<Feature, "module" | "needs">)[];
  /** Parts of a home, in the order in which they stand. */
  readonly homes: readonly (Pick<Feature, "module" | "needs"> & NonNullable<Feature["home"]>)[];
  /** Modules and policy flags that something declared. */
  readonly modules: readonly Module[];
  /** The command whose words or names, in whatever language, fit a text best, with what follows them. */
  meant(typed: string): { readonly declared: Declared; readonly rest: string } | undefined;
  /** Commands that a text may be about, the nearest first; none when it says nothing known. */
  nearest(typed: string, locale: Locale): readonly Declared[];
}

export interface FormFeature {
  readonly submit: Handler<"form">;
  /** The form as it should be after a live input changed; undefined leaves it as it is. */
  readonly change?: (context: Context<EventOf<"change">>) => Promise<Form | undefined>;
}

export interface TimerContext extends Services {
  /** The id the timer was set with. */
  readonly id: string;
}

export interface Feature {
  readonly name: string;
  /** What a school has to switch on for it; the core where nothing is said. */
  readonly module?: Module;
  /** What the district has to permit for it. */
  readonly needs?: PolicyFlag;
  /** When in the year it offers itself. */
  readonly seasons?: readonly Season[];
  /** By their words: `goal`, `goal list`. The longest that fits is run. */
  readonly commands?: Readonly<Record<string, CommandFeature>>;
  readonly actions?: Readonly<Record<string, Handler<"action">>>;
  /** Those of the actions whose press may be answered by a form; their buttons are marked so. */
  readonly asks?: readonly string[];
  readonly forms?: Readonly<Record<string, FormFeature>>;
  readonly shortcuts?: Readonly<Record<string, Handler<"shortcut">>>;
  readonly timers?: Readonly<Record<string, (context: TimerContext) => Promise<void>>>;
  /** Web pages by name. Who may see and do what is decided here, as on a press (rule 3). */
  readonly pages?: Readonly<Record<string, (context: PageContext) => Promise<PageAnswer>>>;
  /**
   * What of this needs a person now, the most urgent first: lines of their home, which holds seven. Lower
   * order stands first.
   */
  readonly home?: {
    readonly order: number;
    readonly lines: (context: Context<EventOf<"home">>) => Promise<readonly HomeLine[]>;
  };
  /** Told what somebody wrote into the thread below a message of the bot. */
  readonly said?: (context: Context<EventOf<"said">>) => Promise<void>;
  /** Told when the bot was installed or removed, for a person or in a channel, or a channel changed. */
  readonly lifecycle?: (
    context: Services & {
      readonly event: EventOf<"installed"> | EventOf<"uninstalled"> | EventOf<"channel">;
    },
  ) => Promise<void>;
  /** Told when a person left, so that nothing hangs on them. */
  readonly personLeft?: (context: Services & { readonly person: Person }) => Promise<void>;
  /** Told once when a message could not be delivered for good. */
  readonly refused?: (
    context: Services & { readonly delivery: Delivery; readonly reason: Refusal | null },
  ) => Promise<void>;
  /** Told that somebody opened their home. */
  readonly opened?: (context: Context<EventOf<"home">>) => Promise<void>;
  /** On start: sets any timer that a crash left unset (rule 4). Runs once per district. */
  readonly reconcile?: (context: Services) => Promise<void>;
}
