/** The calls between the thread that takes in and the one that thinks. */

import type { Address } from "../team/person.ts";
import {
  type ChatEvent,
  type ChatPlatform,
  type Delivery,
  DeliveryError,
  type Outcome,
  type Profile,
  type Sent,
} from "../ports.ts";
import type { PageAnswer, PageVisit } from "../page.ts";
import type { LogLevel } from "../log.ts";

/** Handed to the core's thread when it is to open the database. */
export interface CoreSettings {
  readonly uri: string;
  readonly databaseName: string;
  readonly alone: boolean;
  readonly logLevel: LogLevel;
  readonly publicUrl: string | undefined;
  readonly platforms: readonly OutletSettings[];
  /** Where a virtual clock begins; undefined: the time is the system's. */
  readonly virtualFrom: Date | undefined;
}

/** What the core knows of a platform without asking. */
export interface OutletSettings extends Pick<ChatPlatform, "name" | "pace"> {
  /** Whether people can say on it that they want to be left alone. */
  readonly knowsDoNotDisturb: boolean;
}

/** What the database should hold before the work starts. */
export type Preparation =
  | { readonly type: "demo"; readonly mode: "demo" | "empty" }
  /** Workspaces that belong to one district, which has this zone if it is made now. */
  | { readonly type: "settle in"; readonly tenants: readonly Address[]; readonly timezone: string };

/** What the core's thread answers. */
export interface CoreCalls {
  /** Opens the database; every other call comes after it. */
  open(settings: CoreSettings, preparation: Preparation | undefined): Promise<void>;
  start(): Promise<void>;
  /** Answers at once, unless the thread is busy with one thing alone. */
  answers(): void;
  decide(event: ChatEvent): Promise<Outcome>;
  visit(visit: PageVisit): Promise<PageAnswer>;
  advance(to: Date): Promise<void>;
  idle(): Promise<void>;
  next(): Promise<Date | undefined>;
  ready(): Promise<boolean>;
  codesAwaited(): Promise<readonly { readonly districtId: string; readonly code: string }[]>;
  stop(): Promise<void>;
}

/** What the core's thread asks for. */
export interface FrontCalls {
  send(platform: string, delivery: Delivery): Promise<Sent>;
  find(platform: string, delivery: Delivery): Promise<Sent | undefined>;
  profile(platform: string, address: Address): Promise<Profile | undefined>;
  doNotDisturb(
    platform: string,
    addresses: readonly Address[],
    now: Date,
  ): Promise<ReadonlyMap<Address, Date>>;
  /** The clock is about to move to this instant. */
  step(at: Date): Promise<void>;
}

/** One end of a thread, as `worker_threads` has it on both sides. */
interface End {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
}

interface Message {
  readonly e?: unknown;
}

/** Errors keep what a caller goes by: their name, their words, and the fate of a delivery. */
export const channel = (end: End) => ({
  post: (message: unknown) => {
    end.postMessage(message);
  },
  on: (listener: (message: unknown) => void) => end.on("message", listener),
  serialize: (message: Message) =>
    "e" in message ? { ...message, e: written(message.e) } : message,
  deserialize: (message: Message) =>
    "e" in message ? { ...message, e: read(message.e) } : message,
  /** What is asked for takes the time it takes; a thread that ends is noticed as such. */
  timeout: -1,
});

type WrittenError = Pick<Error, "name" | "message"> & {
  readonly stack: string | undefined;
} & Partial<Pick<DeliveryError, "fate" | "reason" | "retryAfterMs">>;

function written(error: unknown): WrittenError {
  if (!(error instanceof Error)) return written(new Error(String(error)));
  const { name, message, stack } = error;
  if (!(error instanceof DeliveryError)) return { name, message, stack };
  const { fate, reason, retryAfterMs } = error;
  return { name, message, stack, fate, reason, retryAfterMs };
}

function read(written: unknown): Error {
  const { name, message, stack, fate, reason, retryAfterMs } = written as WrittenError;
  const error = fate
    ? new DeliveryError(fate, {
        message,
        ...(reason ? { reason } : {}),
        ...(retryAfterMs === null || retryAfterMs === undefined ? {} : { retryAfterMs }),
      })
    : Object.defineProperty(new Error(message), "name", { value: name });
  return Object.defineProperty(error, "stack", { value: stack });
}
